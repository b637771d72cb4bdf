// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/cutspanel.h"

#include "desk/console.h"
#include "desk/style.h"
#include "type/tokens.h"

#include <QLabel>
#include <QPushButton>

namespace desk {

namespace {

/// Rounded up: half a minute too long is too long.
int minutesIn(qint64 milliseconds)
{
    constexpr qint64 minute = 60'000;
    return static_cast<int>((milliseconds + minute - 1) / minute);
}

QStringList linesOf(const Console &console, const workshop::Cuts &cuts)
{
    if (cuts.steps.empty() && cuts.stillOver == 0)
        return {CutsPanel::tr("Nothing need be left out: what is to come fits.")};
    if (cuts.steps.empty())
        return {CutsPanel::tr("Nothing more can be left out. What must be kept takes %n minute(s) more than there are.",
                              nullptr, minutesIn(cuts.stillOver))};
    QStringList lines{CutsPanel::tr("<b>Leave out %n minute(s)?</b>", nullptr, cuts.minutes)};
    for (const int step : cuts.steps) {
        const auto at = static_cast<std::size_t>(step);
        const course::PlanStep &left = console.session().setting().plan.steps[at];
        lines.append(CutsPanel::tr("%1, %n minute(s)", nullptr, left.minutes)
                         .arg(stepTitle(left, console.room().stages()[at]).toHtmlEscaped()));
    }
    lines.append(cuts.stillOver > 0
                     ? CutsPanel::tr("What must be kept takes %n minute(s) more than there are, even so.", nullptr,
                                     minutesIn(cuts.stillOver))
                     : CutsPanel::tr("All that must be kept is kept. U puts back what was left out."));
    return lines;
}

} // namespace

CutsPanel::CutsPanel(QWidget *parent)
    : Card(parent), m_text(makeText(this, {}, type::sans(14))), m_accept(new QPushButton(this)),
      m_dismiss(new QPushButton(this))
{
    m_text->setTextFormat(Qt::RichText);
    column()->addWidget(m_text);
    auto *row = new QHBoxLayout;
    row->setSpacing(type::sized(10));
    setPart(m_accept, ButtonPart::Primary);
    for (QPushButton *button : {m_accept, m_dismiss}) {
        button->setFocusPolicy(Qt::NoFocus); // keys are the console's
        row->addWidget(button);
    }
    row->addStretch(1);
    column()->addLayout(row);
    connect(m_accept, &QPushButton::clicked, this, &CutsPanel::accepted);
    connect(m_dismiss, &QPushButton::clicked, this, &CutsPanel::dismissed);
}

void CutsPanel::offer(const Console &console)
{
    const workshop::Cuts cuts = console.proposal();
    m_accept->setVisible(!cuts.steps.empty());
    // While something is counted, Enter is the count's.
    m_accept->setText(console.counting().fields().empty() ? tr("Leave these out (Enter)") : tr("Leave these out"));
    m_dismiss->setText(cuts.steps.empty() ? tr("Close (Esc)") : tr("Not now (Esc)"));
    m_text->setText(linesOf(console, cuts).join(QStringLiteral("<br>")));
}

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/trainernotes.h"

#include "desk/card.h"
#include "desk/console.h"
#include "desk/style.h"
#include "quiz/marking.h"
#include "type/spantext.h"
#include "type/tokens.h"

#include <QLabel>
#include <QVBoxLayout>

namespace desk {

namespace {

QLabel *makeNote(QWidget *parent, const QString &html, double size)
{
    QLabel *note = makeText(parent, html, type::sans(size));
    note->setTextFormat(Qt::RichText);
    note->setLayoutDirection(Qt::LeftToRight);
    return note;
}

QString feedbackText(const items::Item &item)
{
    QStringList lines;
    for (qsizetype at = 0; at < std::ssize(item.options); ++at) {
        const items::Option &option = item.options[static_cast<std::size_t>(at)];
        const QString key = items::optionKey(at);
        const QString head =
            items::isChosenFrom(item) && quiz::isRight(item, at) ? TrainerNotes::tr("%1 (holds)").arg(key) : key;
        if (!option.feedback.isEmpty())
            lines.append(QStringLiteral("<b>%1</b> %2").arg(head, type::richText(option.feedback)));
    }
    return lines.join(QStringLiteral("<br>"));
}

} // namespace

TrainerNotes::TrainerNotes(QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setBackgroundRole(QPalette::Base);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("Notes"));
}

void TrainerNotes::tell(const Console &console, double size)
{
    const workshop::Spot spot = console.session().spot();
    const items::Item *item = console.item();
    // They are a step's, but for a question's.
    const workshop::Spot of{spot.step, item == nullptr ? -1 : spot.slide, 0};
    if (of == m_of && size == m_size)
        return;
    m_of = of;
    m_size = size;
    auto *sheet = new QWidget;
    auto *column = new QVBoxLayout(sheet);
    column->setContentsMargins(0, 0, type::sized(8), 0);
    column->setSpacing(type::sized(12));
    if (item != nullptr && !feedbackText(*item).isEmpty())
        column->addWidget(makeNote(sheet, feedbackText(*item), size));
    for (const course::Block &block : console.stage().notes)
        column->addWidget(makeNote(sheet, type::htmlOf(block.spans), size));
    if (column->count() == 0)
        column->addWidget(makeText(sheet, tr("No notes for this step."), type::sans(14), QPalette::PlaceholderText));
    column->addStretch(1);
    setWidget(sheet);
}

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/claimdetails.h"

#include "base/phrase.h"
#include "desk/card.h"
#include "desk/figurewords.h"
#include "desk/lessondocument.h"
#include "desk/style.h"
#include "desk/tokens.h"

#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace desk {

namespace {

QString kindText(course::ClaimKind kind)
{
    switch (kind) {
    case course::ClaimKind::Fact:
        return ClaimDialog::tr("Told by the essay as a fact.");
    case course::ClaimKind::Opinion:
        return ClaimDialog::tr("The essay's own view.");
    case course::ClaimKind::Prediction:
        return ClaimDialog::tr("The essay's prediction.");
    }
    return {};
}

/// The numbers of one figure that rest on the claim, and what that figure cannot tell.
void addFigure(std::vector<Detail> &details, const figures::PreparedFigure &figure, const QString &claim)
{
    QStringList numbers;
    for (const figures::Spot &spot : figure.spots) {
        if (spot.claim != claim)
            continue;
        numbers.append(base::render(spot.name));
        if (!spot.note.isEmpty())
            numbers.append(spot.note);
    }
    if (numbers.isEmpty())
        return;
    numbers.removeDuplicates();
    details.push_back({ClaimDialog::tr("In the figure “%1”").arg(figure.title), numbers.join(u'\n')});
    if (const QStringList limits = limitLines(figure); !limits.isEmpty())
        details.push_back({ClaimDialog::tr("Who is not counted, and what it cannot tell"), limits.join(u'\n')});
}

} // namespace

std::vector<Detail> detailsOf(const course::Course &course, const course::Claim &claim)
{
    std::vector<Detail> details;
    details.push_back({ClaimDialog::tr("What it says"), claim.statement});
    details.push_back({ClaimDialog::tr("What kind of sentence it is"), kindText(claim.kind)});
    details.push_back({ClaimDialog::tr("How far it was verified"), statusText(claim.status)});
    if (!course.sources.empty()) {
        const course::Source &essay = course.sources.front();
        details.push_back({ClaimDialog::tr("Source"),
                           ClaimDialog::tr("%1, “%2”, %3, %4; paragraph %5.")
                               .arg(essay.author, essay.title, essay.publisher, essay.date, claim.paragraph)});
        if (!essay.checked.isEmpty())
            details.push_back({ClaimDialog::tr("How the source was read"), essay.checked});
    }
    for (const course::FigureData &data : course.figures) {
        if (const auto figure = figures::prepare(data))
            addFigure(details, *figure, claim.id);
    }
    return details;
}

ClaimDialog::ClaimDialog(const course::Course &course, const course::Claim &claim, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Claim"));
    setAccessibleName(tr("Claim %1").arg(claim.id));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(sized(24), sized(20), sized(24), sized(16));
    column->setSpacing(sized(12));
    column->addWidget(makeText(this, claim.id, serif(21, QFont::Bold)));
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *sheet = new QWidget;
    auto *lines = new QVBoxLayout(sheet);
    lines->setContentsMargins(0, 0, sized(12), 0);
    lines->setSpacing(sized(2));
    for (const Detail &detail : detailsOf(course, claim)) {
        lines->addWidget(makeText(sheet, detail.label, sans(12, QFont::Bold), QPalette::PlaceholderText));
        auto *text = makeCopyableText(sheet, detail.text, sans(14), QPalette::WindowText);
        text->setTextFormat(Qt::PlainText);
        // Course text keeps its own direction in a mirrored window.
        text->setLayoutDirection(Qt::LeftToRight);
        text->setContentsMargins(0, 0, 0, sized(8));
        lines->addWidget(text);
    }
    lines->addStretch(1);
    area->setWidget(sheet);
    column->addWidget(area, 1);
    auto *row = new QHBoxLayout;
    auto *close = new QPushButton(tr("Close"), this);
    close->setToolTip(tr("Back to the text (Esc)"));
    setPart(close, ButtonPart::Primary);
    row->addStretch(1);
    row->addWidget(close);
    column->addLayout(row);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    close->setFocus();
    resize(sized(560), sized(480));
}

void openClaim(const course::Course &course, const QString &claim, QWidget *parent)
{
    const course::Claim *found = course::findClaim(course, claim);
    if (found == nullptr)
        return;
    auto *dialog = new ClaimDialog(course, *found, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/claimdetails.h"

#include "base/phrase.h"
#include "desk/card.h"
#include "desk/style.h"
#include "plot/figurewords.h"
#include "type/lessondocument.h"
#include "type/tokens.h"

#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

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

QString nameOf(const course::Source &source)
{
    return ClaimDialog::tr("%1, “%2”, %3, %4").arg(source.author, source.title, source.publisher, source.date);
}

/// Where the numbers and parts of figures that rest on the claim come from, but for the essay itself.
std::vector<const course::Source *> otherSources(const course::Course &course, const QString &claim)
{
    std::vector<const course::Source *> found;
    const auto take = [&](const auto &rows) {
        for (const auto &row : rows) {
            const course::Source *source = row.claim == claim ? course::findSource(course, row.source) : nullptr;
            const bool isNew = source != nullptr && source != &course.sources.front();
            if (isNew && std::ranges::find(found, source) == found.end())
                found.push_back(source);
        }
    };
    for (const course::FigureData &figure : course.figures) {
        take(figure.rows);
        take(figure.parts);
    }
    return found;
}

/// “Confirmed elsewhere” asks where; what the course has not written down is not made up here.
QString verifiedText(course::Status status, bool hasOtherSource)
{
    const bool isElsewhere = status == course::Status::Corroborated || status == course::Status::Disputed;
    if (!isElsewhere)
        return type::statusText(status);
    return type::statusText(status) + QLatin1Char(' ') +
           (hasOtherSource ? ClaimDialog::tr("What else was read for it is named below.")
                           : ClaimDialog::tr("By which source is not recorded in this course."));
}

void addSources(std::vector<Detail> &details, const course::Course &course, const course::Claim &claim)
{
    const auto others = otherSources(course, claim.id);
    details.push_back({ClaimDialog::tr("How far it was verified"), verifiedText(claim.status, !others.empty())});
    if (course.sources.empty())
        return;
    const course::Source &essay = course.sources.front();
    details.push_back(
        {ClaimDialog::tr("Source"), ClaimDialog::tr("%1; paragraph %2.").arg(nameOf(essay), claim.paragraph)});
    if (!essay.checked.isEmpty())
        details.push_back({ClaimDialog::tr("How the source was read"), essay.checked});
    for (const course::Source *other : others)
        details.push_back({ClaimDialog::tr("Another source of its numbers"),
                           ClaimDialog::tr("%1. %2").arg(nameOf(*other), other->checked).trimmed()});
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
    if (const QStringList limits = plot::limitLines(figure); !limits.isEmpty())
        details.push_back({ClaimDialog::tr("Who is not counted, and what it cannot tell"), limits.join(u'\n')});
}

// NOLINTNEXTLINE(misc-no-recursion): blocks nest as deep as a list in a callout
void gatherTexts(const std::vector<course::Block> &blocks, QStringList &texts)
{
    for (const course::Block &block : blocks) {
        if (!block.spans.empty())
            texts.append(course::plainText(block.spans).simplified());
        gatherTexts(block.children, texts);
    }
}

/// Of a claim that no figure shows: what the section that tells it most fully says that it cannot tell.
void addSectionLimits(std::vector<Detail> &details, const course::Course &course, const course::Claim &claim)
{
    const course::Section *section = course::findSection(course, claim.readOn).section;
    if (section == nullptr)
        return;
    QStringList limits;
    for (const course::Block &block : section->blocks) {
        if (block.kind == course::BlockKind::Callout && block.callout == course::CalloutKind::Limits)
            gatherTexts(block.children, limits);
    }
    if (!limits.isEmpty())
        details.push_back(
            {ClaimDialog::tr("What the section “%1” cannot tell").arg(section->title), limits.join(u'\n')});
}

// NOLINTNEXTLINE(misc-no-recursion): blocks nest as deep as a list in a callout
void gatherTerms(const std::vector<course::Block> &blocks, const QString &claimLink, QStringList &terms)
{
    for (const course::Block &block : blocks) {
        if (std::ranges::find(block.spans, claimLink, &course::Span::link) != block.spans.end()) {
            for (const course::Span &span : block.spans) {
                if (span.link.startsWith(QLatin1String("term:")))
                    terms.append(span.link.mid(span.link.indexOf(u':') + 1));
            }
        }
        gatherTerms(block.children, claimLink, terms);
    }
}

/// The words of the paragraphs that rest on the claim, as the course uses them.
void addWords(std::vector<Detail> &details, const course::Course &course, const QString &claim)
{
    QStringList terms;
    for (const course::Module &module : course.modules) {
        for (const course::Section &section : module.sections)
            gatherTerms(section.blocks, type::claimLink + claim, terms);
    }
    terms.removeDuplicates();
    QStringList lines;
    for (const QString &id : terms) {
        if (const course::Term *term = course::findTerm(course, id))
            lines.append(ClaimDialog::tr("%1: %2").arg(term->term, term->definition));
    }
    if (!lines.isEmpty())
        details.push_back({ClaimDialog::tr("Words beside it, as this course uses them"), lines.join(u'\n')});
}

} // namespace

std::vector<Detail> detailsOf(const course::Course &course, const course::Claim &claim)
{
    std::vector<Detail> details;
    details.push_back({ClaimDialog::tr("What it says"), claim.statement});
    details.push_back({ClaimDialog::tr("What kind of sentence it is"), kindText(claim.kind)});
    addSources(details, course, claim);
    addWords(details, course, claim.id);
    const std::size_t before = details.size();
    for (const course::FigureData &data : course.figures) {
        if (const auto figure = figures::prepare(data))
            addFigure(details, *figure, claim.id);
    }
    if (details.size() == before)
        addSectionLimits(details, course, claim);
    return details;
}

ClaimDialog::ClaimDialog(const course::Course &course, const course::Claim &claim, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Claim"));
    setAccessibleName(tr("Claim %1").arg(claim.id));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(type::sized(24), type::sized(20), type::sized(24), type::sized(16));
    column->setSpacing(type::sized(12));
    column->addWidget(makeText(this, claim.id, type::serif(21, QFont::Bold)));
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *sheet = new QWidget;
    auto *lines = new QVBoxLayout(sheet);
    lines->setContentsMargins(0, 0, type::sized(12), 0);
    lines->setSpacing(type::sized(2));
    for (const Detail &detail : detailsOf(course, claim)) {
        lines->addWidget(makeText(sheet, detail.label, type::sans(12, QFont::Bold), QPalette::PlaceholderText));
        auto *text = makeCopyableText(sheet, detail.text, type::sans(14), QPalette::WindowText);
        text->setTextFormat(Qt::PlainText);
        // Course text keeps its own direction in a mirrored window.
        text->setLayoutDirection(Qt::LeftToRight);
        text->setContentsMargins(0, 0, 0, type::sized(8));
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
    resize(type::sized(560), type::sized(480));
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

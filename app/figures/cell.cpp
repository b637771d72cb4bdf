// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/cell.h"

#include "figures/wording.h"

#include <algorithm>

using base::Phrase;
using course::FigureRow;
using course::Qualifier;
using course::Question;

namespace figures {

namespace {

constexpr QLatin1String countName{"count"};
constexpr QLatin1String totalName{"total"};
constexpr QLatin1String labelName{"label"};
constexpr QLatin1String restName{"rest"};
constexpr QLatin1String outcomeName{"outcome"};
constexpr QLatin1String questionName{"question"};
constexpr QLatin1String answerName{"answer"};
constexpr QLatin1String statusName{"status"};

bool isLowerBound(Qualifier qualifier)
{
    return qualifier == Qualifier::AtLeast || qualifier == Qualifier::MoreThan;
}

bool isWordOnly(Qualifier qualifier)
{
    return qualifier == Qualifier::Most || qualifier == Qualifier::Some;
}

// Marks need a total that is known, or known to be reached: "about 100" has no hundredth person, and 130 of "more than
// 120" has no drawn end.
bool hasFirmTotal(const FigureRow &row)
{
    return row.total && (row.totalQualifier == Qualifier::Exact || isLowerBound(row.totalQualifier)) &&
           row.count <= row.total;
}

// "None" is an answer about everybody: marks hatched as not reported would take it back.
bool isNone(const FigureRow &row)
{
    return row.qualifier == Qualifier::Exact && row.count == 0;
}

// Everybody of a whole that is known, none told apart: drawn as outlines, which claim nothing of any one of them.
int hollowMarks(const FigureRow &row)
{
    const bool isOfTheWhole = row.qualifier == Qualifier::Most && row.within.isEmpty() && hasFirmTotal(row);
    return isOfTheWhole && *row.total <= mostMarks ? *row.total : 0;
}

bool isAll(const FigureRow &row)
{
    return row.total && row.totalQualifier == Qualifier::Exact && row.count == row.total &&
           (row.qualifier == Qualifier::Exact || row.qualifier == Qualifier::AtLeast);
}

// `count of total`, with the qualifier's words.
Phrase counted(const char *id, const FigureRow &row)
{
    return {QString::fromLatin1(id), {{countName, row.count.value_or(0)}, {totalName, totalOf(row)}}};
}

Phrase labelForAll(const FigureRow &row, bool sameNumber)
{
    if (sameNumber)
        return plainly("all-of-them");
    if (row.total == 1)
        return counted("count", row);
    return row.total == 2 ? plainly("both") : Phrase{QStringLiteral("all"), {{totalName, *row.total}}};
}

// Without its row at hand, `within` can't be named: then the author's note stands beside the word (restFor).
Phrase labelForWord(const FigureRow &row, const Surroundings &around)
{
    const bool isMost = row.qualifier == Qualifier::Most;
    if (around.within == nullptr)
        return plainly(isMost ? "most" : "some");
    return {isMost ? QStringLiteral("most-of-those") : QStringLiteral("some-of-those"),
            {{outcomeName, around.within->outcome}}};
}

Phrase labelForNumber(const FigureRow &row, const Surroundings &around)
{
    if (isAll(row))
        return labelForAll(row, around.sameNumber);
    switch (row.qualifier) {
    case Qualifier::AtLeast:
        return counted("count-at-least", row);
    case Qualifier::MoreThan:
        return counted("count-more-than", row);
    case Qualifier::UpTo:
        return counted("count-up-to", row);
    case Qualifier::About:
        return counted("count-about", row);
    case Qualifier::Exact:
    case Qualifier::Most:
    case Qualifier::Some:
    case Qualifier::NotReported:
        break;
    }
    return isNone(row) ? Phrase{QStringLiteral("none"), {{totalName, totalOf(row)}}} : counted("count", row);
}

// What "left" means, its panel's title says; "back" says where, so the outcome belongs to the number.
Phrase withOutcome(const Phrase &label, const FigureRow &row, const Surroundings &around)
{
    Phrase whole = label;
    if (row.question != Question::Left && !row.outcome.isEmpty())
        whole = {QStringLiteral("label-outcome"), {{labelName, inner(whole)}, {outcomeName, row.outcome}}};
    if (around.within != nullptr)
        whole = {QStringLiteral("label-among"), {{labelName, inner(whole)}, {outcomeName, around.within->outcome}}};
    return whole;
}

Phrase labelFor(const FigureRow &row, CellForm form, const Surroundings &around)
{
    switch (form) {
    case CellForm::NotReported:
        return plainly("not-said");
    case CellForm::DoesNotApply:
        return plainly("does-not-apply");
    case CellForm::Marks:
    case CellForm::Share:
    case CellForm::Count:
    case CellForm::Words:
        break;
    }
    if (isWordOnly(row.qualifier))
        return labelForWord(row, around);
    return withOutcome(labelForNumber(row, around), row, around);
}

Phrase restForWord(const FigureRow &row, const Surroundings &around)
{
    if (!row.within.isEmpty() && around.within == nullptr && !row.note.isEmpty())
        return asWritten(row.note);
    if (row.outcome.isEmpty() || row.question == Question::Left)
        return plainly("no-number");
    return {QStringLiteral("outcome-no-number"), {{outcomeName, row.outcome}}};
}

Phrase restForMarks(const FigureRow &row, const Surroundings &around)
{
    if (isAll(row))
        return around.sameNumber ? Phrase{QStringLiteral("same-number"), {{totalName, *row.total}}} : Phrase{};
    const bool isOneOfTwo =
        row.qualifier == Qualifier::Exact && row.totalQualifier == Qualifier::Exact && row.count == 1 && row.total == 2;
    return plainly(isOneOfTwo ? "other-not-said" : "rest-not-reported");
}

Phrase restFor(const FigureRow &row, CellForm form, const Surroundings &around)
{
    switch (form) {
    case CellForm::Marks:
    case CellForm::Share:
    case CellForm::Count:
        return restForMarks(row, around);
    case CellForm::Words:
        return isWordOnly(row.qualifier) ? restForWord(row, around) : Phrase{};
    case CellForm::DoesNotApply:
        return row.note.isEmpty() ? Phrase{} : asWritten(row.note);
    case CellForm::NotReported:
        break;
    }
    return {};
}

bool restIsNote(const Cell &cell)
{
    return !cell.rest.isEmpty() && cell.rest == asWritten(cell.note);
}

/// An answer in a sentence: what the source states, and what it leaves open.
struct Said {
    Phrase stated;
    Phrase beside; ///< may be empty
};

// In the picture the title or the rest carries the outcome; a sentence has it beside the number, before the status.
Said saidBy(const Cell &cell, const FigureRow &row)
{
    if (!hasBadge(cell) || row.outcome.isEmpty())
        return {cell.label, cell.rest};
    const QMap<QString, QVariant> arguments{{labelName, inner(cell.label)}, {outcomeName, row.outcome}};
    if (cell.question == Question::Left)
        return {{QStringLiteral("answer-outcome"), arguments}, cell.rest};
    if (isWordOnly(row.qualifier) && !restIsNote(cell))
        return {{QStringLiteral("label-outcome"), arguments}, plainly("no-number")};
    return {cell.label, cell.rest};
}

Phrase answerFor(const Cell &cell, const Said &said)
{
    if (said.beside.isEmpty())
        return said.stated;
    return {restIsNote(cell) ? QStringLiteral("answer-note") : QStringLiteral("answer-rest"),
            {{labelName, inner(said.stated)}, {restName, inner(said.beside)}}};
}

Phrase sentenceFor(const Cell &cell, const Said &said)
{
    const QVariant question = inner(topicOf(cell.question));
    if (!hasBadge(cell))
        return {restIsNote(cell) ? QStringLiteral("sentence-note") : QStringLiteral("sentence"),
                {{questionName, question}, {answerName, inner(said.stated)}, {restName, inner(said.beside)}}};
    const char *const id = said.beside.isEmpty() ? "sentence-status"
                           : restIsNote(cell)    ? "sentence-status-note"
                                                 : "sentence-status-rest";
    return {QString::fromLatin1(id),
            {{questionName, question},
             {answerName, inner(said.stated)},
             {statusName, inner(wordsFor(cell.status))},
             {restName, inner(said.beside)}}};
}

void countMarks(Cell &cell, const FigureRow &row)
{
    cell.solid = *row.count;
    cell.openEnd = isLowerBound(row.qualifier) && !isAll(row);
    const int rest = *row.total - *row.count;
    cell.fading = cell.openEnd ? std::min(3, rest) : 0;
    cell.notReported = rest - cell.fading;
}

} // namespace

bool hasBadge(const Cell &cell)
{
    return cell.hasStatus && cell.form != CellForm::NotReported && cell.form != CellForm::DoesNotApply;
}

CellForm formOf(const FigureRow &row)
{
    if (row.outcome == QLatin1String(course::doesNotApply))
        return CellForm::DoesNotApply;
    switch (row.qualifier) {
    case Qualifier::NotReported:
        return CellForm::NotReported;
    case Qualifier::Most:
    case Qualifier::Some:
    case Qualifier::UpTo:
    case Qualifier::About:
        return CellForm::Words;
    case Qualifier::Exact:
    case Qualifier::AtLeast:
    case Qualifier::MoreThan:
        break;
    }
    return hasFirmTotal(row) && !isNone(row) ? CellForm::Marks : CellForm::Words;
}

Cell cellFor(const FigureRow &row, const Surroundings &around)
{
    Cell cell;
    cell.form = formOf(row);
    cell.question = row.question;
    if (cell.form == CellForm::Marks)
        countMarks(cell, row);
    else if (cell.form == CellForm::Words)
        cell.hollow = hollowMarks(row);
    cell.openTotal = cell.marks() > 0 && isLowerBound(row.totalQualifier);
    cell.label = labelFor(row, cell.form, around);
    cell.rest = restFor(row, cell.form, around);
    cell.window = windowOf(row);
    cell.status = row.status;
    cell.claim = row.claim;
    cell.source = row.source;
    cell.note = row.note;
    cell.derived = shareInWords(row);
    const Said said = saidBy(cell, row);
    cell.answer = answerFor(cell, said);
    cell.sentence = sentenceFor(cell, said);
    return cell;
}

Cell unaskedCell(Question question)
{
    Cell cell;
    cell.question = question;
    cell.label = plainly("not-asked");
    cell.answer = cell.label;
    cell.sentence = sentenceFor(cell, {cell.label, {}});
    return cell;
}

} // namespace figures

// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/faulttext.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace base {

namespace {

using enum FaultCode;

struct Wording {
    FaultCode code;
    const char *id;
    const char *text; ///< %1, %2 are the fault's details
    const char *mend;
};

constexpr std::array wordings{
    Wording{FileMissing, "file-missing", QT_TRANSLATE_NOOP("faults", "The file is not there."),
            QT_TRANSLATE_NOOP("faults", "Put the file back, or take its name out of the course.")},
    Wording{FileUnreadable, "file-unreadable", QT_TRANSLATE_NOOP("faults", "The file cannot be read: %1."),
            QT_TRANSLATE_NOOP("faults", "Check that it is a file and that you may read it.")},
    Wording{FileTooLarge, "file-too-large", QT_TRANSLATE_NOOP("faults", "The text is larger than %1."),
            QT_TRANSLATE_NOOP("faults", "Split it, or check that it is the file that you meant.")},
    Wording{NotUtf8, "not-utf-8", QT_TRANSLATE_NOOP("faults", "The text is not UTF-8 from here on."),
            QT_TRANSLATE_NOOP("faults", "Save the file as UTF-8 in your editor.")},
    Wording{OutsideCourse, "outside-course", QT_TRANSLATE_NOOP("faults", "The file lies outside the course's folder."),
            QT_TRANSLATE_NOOP("faults", "Copy it into the folder: nothing is read from outside.")},
    Wording{YamlSyntax, "yaml-syntax", QT_TRANSLATE_NOOP("faults", "This is not sound YAML: %1."),
            QT_TRANSLATE_NOOP("faults", "Check indentation, colons and quotes at this line and the one above.")},
    Wording{YamlForbidden, "yaml-forbidden", QT_TRANSLATE_NOOP("faults", "This YAML uses what a course may not: %1."),
            QT_TRANSLATE_NOOP("faults", "Write plain maps, lists and words; put words with & * ! in quotes.")},
    Wording{YamlDuplicateKey, "yaml-duplicate-key", QT_TRANSLATE_NOOP("faults", "The key “%1” stands here twice."),
            QT_TRANSLATE_NOOP("faults", "Keep one of the two.")},
    Wording{YamlWrongKind, "yaml-wrong-kind", QT_TRANSLATE_NOOP("faults", "“%1” should be written as a %2."),
            QT_TRANSLATE_NOOP("faults", "Compare it with the same key elsewhere in the course.")},
    Wording{JsonSyntax, "json-syntax", QT_TRANSLATE_NOOP("faults", "This is not sound JSON: %1."),
            QT_TRANSLATE_NOOP("faults", "Check commas, quotes and brackets at this line and the one above.")},
    Wording{KeyMissing, "key-missing", QT_TRANSLATE_NOOP("faults", "“%1” is missing or empty."),
            QT_TRANSLATE_NOOP("faults", "Add it.")},
    Wording{KeyUnknown, "key-unknown", QT_TRANSLATE_NOOP("faults", "The key “%1” means nothing here."),
            QT_TRANSLATE_NOOP("faults", "Check its spelling, or take it out.")},
    Wording{ValueUnknown, "value-unknown", QT_TRANSLATE_NOOP("faults", "“%2” is not a value that “%1” can have."),
            QT_TRANSLATE_NOOP("faults", "Use one of the words that the authors' guide lists.")},
    Wording{
        IdInvalid, "id-invalid", QT_TRANSLATE_NOOP("faults", "“%1” cannot be an id."),
        QT_TRANSLATE_NOOP("faults", "Use small letters a to z, digits and hyphens, beginning with a letter or digit.")},
    Wording{IdDuplicate, "id-duplicate", QT_TRANSLATE_NOOP("faults", "The id “%1” is taken already."),
            QT_TRANSLATE_NOOP("faults", "Give one of the two another id; keep the one that has been in use.")},
    Wording{UnknownClaim, "unknown-claim", QT_TRANSLATE_NOOP("faults", "There is no claim “%1”."),
            QT_TRANSLATE_NOOP("faults", "Check the number, or add the claim to claims.yaml.")},
    Wording{UnknownFigure, "unknown-figure", QT_TRANSLATE_NOOP("faults", "There is no figure “%1”."),
            QT_TRANSLATE_NOOP("faults", "Check its id, or add its rows to the tables in figures/.")},
    Wording{UnknownTerm, "unknown-term", QT_TRANSLATE_NOOP("faults", "There is no term “%1”."),
            QT_TRANSLATE_NOOP("faults", "Check its id, or add the term to glossary.yaml.")},
    Wording{UnknownSection, "unknown-section", QT_TRANSLATE_NOOP("faults", "There is no section “%1”."),
            QT_TRANSLATE_NOOP("faults", "Check the id behind the heading that you mean.")},
    Wording{UnknownCard, "unknown-card", QT_TRANSLATE_NOOP("faults", "There is no card “%1”."),
            QT_TRANSLATE_NOOP("faults", "Check the name of its file in cards/.")},
    Wording{UnknownSource, "unknown-source", QT_TRANSLATE_NOOP("faults", "There is no source “%1”."),
            QT_TRANSLATE_NOOP("faults", "Name a source that course.yaml lists: every number keeps its source.")},
    Wording{UnknownScheme, "unknown-scheme", QT_TRANSLATE_NOOP("faults", "The link “%1” leads nowhere in the course."),
            QT_TRANSLATE_NOOP("faults",
                              "Link to claim:, figure:, term:, section: or card:, and name other texts in words.")},
    Wording{UnknownItem, "unknown-item", QT_TRANSLATE_NOOP("faults", "There is no question “%1”."),
            QT_TRANSLATE_NOOP("faults", "Check its id in the items.gift of its module or in forms/.")},
    Wording{UnknownForm, "unknown-form", QT_TRANSLATE_NOOP("faults", "There is no form “%1”."),
            QT_TRANSLATE_NOOP("faults", "Write a or b, and put its questions into forms/.")},
    Wording{UnknownModule, "unknown-module", QT_TRANSLATE_NOOP("faults", "There is no module “%1”."),
            QT_TRANSLATE_NOOP("faults", "Use the id that course.yaml gives it.")},
    Wording{
        FrontMatterMissing, "front-matter-missing",
        QT_TRANSLATE_NOOP("faults", "The lesson does not begin with its front matter."),
        QT_TRANSLATE_NOOP("faults", "Begin the file with a line ---, the title and objectives, and another line ---.")},
    Wording{SectionWithoutId, "section-without-id", QT_TRANSLATE_NOOP("faults", "The section “%1” has no id."),
            QT_TRANSLATE_NOOP("faults", "Write {#an-id room=6} behind its heading.")},
    Wording{SectionEmpty, "section-empty", QT_TRANSLATE_NOOP("faults", "The section “%1” has no text."),
            QT_TRANSLATE_NOOP("faults", "Write it, or take its heading out.")},
    Wording{NoSections, "no-sections", QT_TRANSLATE_NOOP("faults", "The lesson has no sections."),
            QT_TRANSLATE_NOOP("faults", "Begin each section with a heading: ## Title {#an-id room=6}")},
    Wording{CalloutUnknown, "callout-unknown", QT_TRANSLATE_NOOP("faults", "There is no callout “%1”."),
            QT_TRANSLATE_NOOP("faults", "Use SLIDE, FACILITATOR, DISCUSS, CARE or LIMITS.")},
    Wording{RawHtml, "raw-html", QT_TRANSLATE_NOOP("faults", "HTML is left out: %1"),
            QT_TRANSLATE_NOOP("faults", "Write it in Markdown.")},
    Wording{TextOutsideSection, "text-outside-section",
            QT_TRANSLATE_NOOP("faults", "This text stands before the first section."),
            QT_TRANSLATE_NOOP("faults", "Move it under a heading: ## Title {#an-id room=6}")},
    Wording{TweeHeader, "twee-header", QT_TRANSLATE_NOOP("faults", "This passage has no name."),
            QT_TRANSLATE_NOOP("faults", "Begin each passage with a line :: Name [tags]")},
    Wording{
        TweeForbidden, "twee-forbidden", QT_TRANSLATE_NOOP("faults", "A story may not use this: %1"),
        QT_TRANSLATE_NOOP("faults", "Write text and links [[words->passage]] only: no macros, scripts or variables.")},
    Wording{UnknownPassage, "unknown-passage", QT_TRANSLATE_NOOP("faults", "There is no passage “%1”."),
            QT_TRANSLATE_NOOP("faults", "Check its name behind ::, letter by letter.")},
    Wording{PassageDeadEnd, "passage-dead-end",
            QT_TRANSLATE_NOOP("faults", "The passage “%1” leads nowhere and is no end."),
            QT_TRANSLATE_NOOP("faults", "Give it a link, or the tag [end].")},
    Wording{PassageUnreachable, "passage-unreachable",
            QT_TRANSLATE_NOOP("faults", "No path leads to the passage “%1”."),
            QT_TRANSLATE_NOOP("faults", "Link to it from another passage, or take it out.")},
    Wording{PassageCycle, "passage-cycle",
            QT_TRANSLATE_NOOP("faults", "From the passage “%1” a path leads back to it."),
            QT_TRANSLATE_NOOP("faults", "Let every path go forward to an end.")},
    Wording{CsvQuote, "csv-quote", QT_TRANSLATE_NOOP("faults", "A quotation mark opens here and is never closed."),
            QT_TRANSLATE_NOOP("faults", "Close it; a quotation mark inside a cell is written twice.")},
    Wording{CsvColumnMissing, "csv-column-missing", QT_TRANSLATE_NOOP("faults", "The column “%1” is missing."),
            QT_TRANSLATE_NOOP("faults", "Add it to the first line, or mend its spelling.")},
    Wording{CsvColumnUnknown, "csv-column-unknown", QT_TRANSLATE_NOOP("faults", "The column “%1” means nothing here."),
            QT_TRANSLATE_NOOP("faults", "Check its spelling, or take it out.")},
    Wording{CsvCellCount, "csv-cell-count",
            QT_TRANSLATE_NOOP("faults", "This row has %1 cells; the first line has %2."),
            QT_TRANSLATE_NOOP("faults", "Check the commas; a cell that holds a comma stands in quotation marks.")},
    Wording{TableTooLong, "table-too-long", QT_TRANSLATE_NOOP("faults", "The table has %1 rows; %2 are read at most."),
            QT_TRANSLATE_NOOP("faults", "A figure shows a few numbers, each with its source: count first, then write "
                                        "one row for each count.")},
    Wording{NumberExpected, "number-expected", QT_TRANSLATE_NOOP("faults", "“%2” in “%1” is not a whole number."),
            QT_TRANSLATE_NOOP("faults", "Write digits only; words such as “most” belong in the qualifier.")},
    Wording{CountAboveTotal, "count-above-total", QT_TRANSLATE_NOOP("faults", "%1 are counted out of only %2."),
            QT_TRANSLATE_NOOP("faults", "Check both numbers against the source.")},
    Wording{CountForbidden, "count-forbidden", QT_TRANSLATE_NOOP("faults", "“%1” cannot have a number."),
            QT_TRANSLATE_NOOP("faults", "Leave the count empty, or give the qualifier that the source has.")},
    Wording{CountMissing, "count-missing", QT_TRANSLATE_NOOP("faults", "“%1” needs a number."),
            QT_TRANSLATE_NOOP("faults", "Write the count, or use the qualifier not-reported.")},
    Wording{FigureEmpty, "figure-empty", QT_TRANSLATE_NOOP("faults", "The table has no rows."),
            QT_TRANSLATE_NOOP("faults", "Add rows, or take the table out of datapackage.json.")},
    Wording{UnknownPart, "unknown-part",
            QT_TRANSLATE_NOOP("faults", "“%2” in “%1” names no fitting part of this figure."),
            QT_TRANSLATE_NOOP("faults", "An arrow joins two nodes, a cell a row and a column, a gap two moments.")},
    Wording{MatrixEmpty, "matrix-empty", QT_TRANSLATE_NOOP("faults", "No item is named here."),
            QT_TRANSLATE_NOOP("faults", "The first line names the items, and each line after it is one person.")},
    Wording{MarkExpected, "mark-expected", QT_TRANSLATE_NOOP("faults", "“%2” at “%1” is not a mark."),
            QT_TRANSLATE_NOOP("faults", "Write a number, or leave the cell empty where nobody answered.")},
    Wording{
        MarkOutOfRange, "mark-out-of-range",
        QT_TRANSLATE_NOOP("faults", "%2 at “%1” is more than can be earned there, which is %3."),
        QT_TRANSLATE_NOOP("faults", "Mend the mark, or say in a row whose person is “max” what each item can earn.")},
    Wording{MaximumOutOfRange, "maximum-out-of-range", QT_TRANSLATE_NOOP("faults", "“%1” cannot earn %2 at the most."),
            QT_TRANSLATE_NOOP("faults", "Write a number from 0.000001 to 1000000.")},
    Wording{RowTwice, "row-twice", QT_TRANSLATE_NOOP("faults", "There is a row “%1” already."),
            QT_TRANSLATE_NOOP("faults", "Keep one of the two.")},
    Wording{
        ResponseUnknown, "response-unknown", QT_TRANSLATE_NOOP("faults", "“%2” is no answer to “%1”."),
        QT_TRANSLATE_NOOP("faults", "Write an option's letter or its whole text, ? for “I don't know”, or nothing.")},
    Wording{GiftBraceMissing, "gift-brace-missing", QT_TRANSLATE_NOOP("faults", "A brace has no partner here."),
            QT_TRANSLATE_NOOP("faults", "Close the answers with }, and write \\{ for a brace in a text.")},
    Wording{GiftAnswerEmpty, "gift-answer-empty", QT_TRANSLATE_NOOP("faults", "An answer is empty."),
            QT_TRANSLATE_NOOP("faults", "Write the answer, or take its = or ~ out.")},
    Wording{GiftTooFewAnswers, "gift-too-few-answers", QT_TRANSLATE_NOOP("faults", "The question has too few answers."),
            QT_TRANSLATE_NOOP("faults", "Write at least two.")},
    Wording{GiftNoRightAnswer, "gift-no-right-answer", QT_TRANSLATE_NOOP("faults", "No answer earns the full mark."),
            QT_TRANSLATE_NOOP("faults", "Mark the right one with =, or give weights that add up to 100.")},
    Wording{GiftWeightUnknown, "gift-weight-unknown",
            QT_TRANSLATE_NOOP("faults", "“%1” is not a weight that Moodle takes."),
            QT_TRANSLATE_NOOP("faults",
                              "Use one of 100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, "
                              "20, 16.66667, 14.28571, 12.5, 11.11111, 10, 5 and 0.")},
    Wording{GiftWeightOnRight, "gift-weight-on-right",
            QT_TRANSLATE_NOOP("faults", "Moodle would take the weight after = as part of the answer."),
            QT_TRANSLATE_NOOP("faults", "Write a plain = for the full mark, or ~ before a weight.")},
    Wording{GiftNumberMalformed, "gift-number-malformed", QT_TRANSLATE_NOOP("faults", "“%1” is not a number."),
            QT_TRANSLATE_NOOP("faults", "Write 3.14, 3.14:0.01 or 3..4.")},
    Wording{GiftDecimalComma, "gift-decimal-comma", QT_TRANSLATE_NOOP("faults", "“%1” has a decimal comma."),
            QT_TRANSLATE_NOOP("faults", "Write a dot in the file; each reader sees the sign that is theirs.")},
    Wording{GiftTrueFalseWord, "gift-true-false-word",
            QT_TRANSLATE_NOOP("faults", "“%1” is read as a short answer, not as true or false."),
            QT_TRANSLATE_NOOP("faults", "Write TRUE or FALSE in capitals if that is meant.")},
    Wording{GiftBlankLineMissing, "gift-blank-line-missing",
            QT_TRANSLATE_NOOP("faults", "Another question seems to begin here, and is read as part of this one."),
            QT_TRANSLATE_NOOP("faults", "Put a blank line between two questions.")},
    Wording{GiftMatchMalformed, "gift-match-malformed", QT_TRANSLATE_NOOP("faults", "This pair cannot be read: %1"),
            QT_TRANSLATE_NOOP("faults", "Write each pair as =left -> right, and at least two of them.")},
    Wording{GiftCategoryText, "gift-category-text",
            QT_TRANSLATE_NOOP("faults", "Text directly below a category becomes part of its name."),
            QT_TRANSLATE_NOOP("faults", "Put a blank line after $CATEGORY.")},
    Wording{GiftSeveralRight, "gift-several-right", QT_TRANSLATE_NOOP("faults", "Several answers earn the full mark."),
            QT_TRANSLATE_NOOP("faults", "Write \\= for an equals sign in a text or feedback; keep one right answer.")},
    Wording{ItemWithoutId, "item-without-id", QT_TRANSLATE_NOOP("faults", "The question has no id."),
            QT_TRANSLATE_NOOP("faults", "Write // [id:a-name] on the line above it, and never change it again.")},
    Wording{FormPairBroken, "form-pair-broken",
            QT_TRANSLATE_NOOP("faults", "The pair “%1” does not stand once in each form."),
            QT_TRANSLATE_NOOP("faults", "Give one question of form a and one of form b the tag pair:%1.")},
    Wording{XmlSyntax, "xml-syntax", QT_TRANSLATE_NOOP("faults", "This is not sound XML: %1"),
            QT_TRANSLATE_NOOP("faults", "Export the questions once more; those before this place have been read.")},
    Wording{XmlForbidden, "xml-forbidden", QT_TRANSLATE_NOOP("faults", "This XML holds what no questions need: %1"),
            QT_TRANSLATE_NOOP("faults", "Take it out; the file should hold one quiz with its questions.")},
    Wording{QuestionKindUnknown, "question-kind-unknown",
            QT_TRANSLATE_NOOP("faults", "Questions of the kind “%1” cannot be asked here."),
            QT_TRANSLATE_NOOP("faults", "Write it anew as a choice, a pair, a number or a text.")},
    Wording{ImageRefused, "image-refused", QT_TRANSLATE_NOOP("faults", "The image “%1” is not taken along."),
            QT_TRANSLATE_NOOP("faults", "Put it beside the questions, under a plain name, with at most 8 MiB.")},
    Wording{NotCarried, "not-carried", QT_TRANSLATE_NOOP("faults", "“%1” has no place in the other format."),
            QT_TRANSLATE_NOOP("faults", "Keep the original as well if it matters.")},
    Wording{QuestionLeftOut, "question-left-out",
            QT_TRANSLATE_NOOP("faults", "The question “%1” cannot be written in this format."),
            QT_TRANSLATE_NOOP("faults", "Choose another format for it; Moodle XML and JSON hold every question.")},
    Wording{ClaimUntold, "claim-untold", QT_TRANSLATE_NOOP("faults", "No section tells the claim %1."),
            QT_TRANSLATE_NOOP("faults", "Tell it in a lesson, with a link to claim:%1.")},
    Wording{ClaimUnasked, "claim-unasked", QT_TRANSLATE_NOOP("faults", "No question asks about the claim %1."),
            QT_TRANSLATE_NOOP("faults", "Write a question with the tag %1.")},
    Wording{FeedbackMissing, "feedback-missing", QT_TRANSLATE_NOOP("faults", "The option %1 has no feedback."),
            QT_TRANSLATE_NOOP("faults", "Answer the thought behind it, after a #.")},
    Wording{LongestIsRight, "longest-is-right",
            QT_TRANSLATE_NOOP("faults", "In %1 of %2 questions with four options the right one is the longest."),
            QT_TRANSLATE_NOOP("faults", "Shorten right options or lengthen others, until it is four in ten or fewer.")},
    Wording{WordAvoided, "word-avoided", QT_TRANSLATE_NOOP("faults", "“%1” is a word that this course avoids."),
            QT_TRANSLATE_NOOP("faults", "Write instead: %2")},
    Wording{FigureWithoutWords, "figure-without-words",
            QT_TRANSLATE_NOOP("faults", "The figure “%1” stands here without words."),
            QT_TRANSLATE_NOOP("faults", "Say in the brackets before it what it shows.")},
    Wording{PlanMinutes, "plan-minutes",
            QT_TRANSLATE_NOOP("faults", "The steps of the plan “%1” add up to %2 minutes, not to %3."),
            QT_TRANSLATE_NOOP("faults", "Change the steps or the total.")},
    Wording{SectionTooLong, "section-too-long",
            QT_TRANSLATE_NOOP("faults", "The section “%1” has %2 words; people read up to %3 in one go."),
            QT_TRANSLATE_NOOP("faults", "Cut it, or split it in two.")},
    Wording{GradeTooHigh, "grade-too-high",
            QT_TRANSLATE_NOOP("faults", "The section “%1” reads at school grade %2; %3 is the most."),
            QT_TRANSLATE_NOOP("faults", "Shorten sentences, and use plainer words.")},
    Wording{SentenceTwice, "sentence-twice",
            QT_TRANSLATE_NOOP("faults", "This sentence has been told already, in %1: “%2”"),
            QT_TRANSLATE_NOOP("faults", "Say it once, or say it in another way.")},
    Wording{CoverageShort, "coverage-short",
            QT_TRANSLATE_NOOP("faults", "Only %1 questions have the tag “%3”, and the course asks for %2."),
            QT_TRANSLATE_NOOP("faults", "Write more of them, or change the rule in course.yaml.")},
};

const Wording &wordingOf(FaultCode code)
{
    const auto *found = std::ranges::find(wordings, code, &Wording::code);
    Q_ASSERT_X(found != wordings.end(), "faultText", "every fault has a sentence");
    return *found;
}

/// The sentence with its details, each on one line, however its author wrote it. In one pass: a detail may hold a `%2`
/// of its own.
QString filled(const char *text, const QStringList &details)
{
    const QString sentence = QCoreApplication::translate("faults", text);
    QString done;
    for (qsizetype at = 0; at < sentence.size(); ++at) {
        const bool isPlaceholder = sentence.at(at) == u'%' && at + 1 < sentence.size() && sentence.at(at + 1).isDigit();
        if (isPlaceholder)
            done += details.value(sentence.at(++at).digitValue() - 1).simplified();
        else
            done += sentence.at(at);
    }
    return done;
}

} // namespace

QString scopeName(Scope scope)
{
    switch (scope) {
    case Scope::Course:
        return QStringLiteral("course");
    case Scope::Module:
        return QStringLiteral("module");
    case Scope::Figure:
        return QStringLiteral("figure");
    case Scope::Item:
        return QStringLiteral("item");
    case Scope::Entry:
        return QStringLiteral("entry");
    }
    return {};
}

QString faultId(FaultCode code)
{
    return QLatin1String(wordingOf(code).id);
}

QString faultText(const Fault &fault)
{
    return filled(wordingOf(fault.code).text, fault.details);
}

QString mendText(const Fault &fault)
{
    return filled(wordingOf(fault.code).mend, fault.details);
}

QString placeText(const Place &place)
{
    QString text = place.file;
    if (place.line > 0)
        text += u':' + QString::number(place.line);
    if (place.line > 0 && place.column > 0)
        text += u':' + QString::number(place.column);
    return text;
}

QString faultLine(const Fault &fault)
{
    const QLatin1String severity(fault.severity == Severity::Error ? "error" : "warning");
    return placeText(fault.place) + QLatin1String(": ") + severity + QLatin1String(": ") + faultText(fault) + u' ' +
           mendText(fault) + QLatin1String(" [") + faultId(fault.code) + u']';
}

std::vector<FaultCode> allFaultCodes()
{
    std::vector<FaultCode> codes;
    std::ranges::transform(wordings, std::back_inserter(codes), &Wording::code);
    return codes;
}

} // namespace base

// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/phrase.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace base {

namespace {

struct Template {
    const char *id;
    const char *english;
};

// For translators: `{name}` stands for a number or for words and keeps its name; `{name:words}` writes a number up to
// ten as a word, and may be shortened to `{name}` where a language's number words would have to agree with what they
// count. What stands in quotation marks is a word of the source's own, and stays in quotation marks.
constexpr auto templates = std::to_array<Template>({
    // A name or a sentence that stands in the course, as its author wrote it.
    {"as-written", QT_TRANSLATE_NOOP("phrases", "{text}")},

    // The questions, as a column's title and as the beginning of a sentence.
    {"question-left", QT_TRANSLATE_NOOP("phrases", "Left the shelter without leave?")},
    {"question-back", QT_TRANSLATE_NOOP("phrases", "Known to be back?")},
    {"question-work", QT_TRANSLATE_NOOP("phrases", "Known to be at other work?")},
    {"question-detention", QT_TRANSLATE_NOOP("phrases", "Placed in detention?")},
    {"question-family", QT_TRANSLATE_NOOP("phrases", "Returned to the family?")},
    {"question-other", QT_TRANSLATE_NOOP("phrases", "What else is known?")},
    {"topic-left", QT_TRANSLATE_NOOP("phrases", "Left the shelter without leave")},
    {"topic-back", QT_TRANSLATE_NOOP("phrases", "Known to be back")},
    {"topic-work", QT_TRANSLATE_NOOP("phrases", "Known to be at other work")},
    {"topic-detention", QT_TRANSLATE_NOOP("phrases", "Placed in detention")},
    {"topic-family", QT_TRANSLATE_NOOP("phrases", "Returned to the family")},
    {"topic-other", QT_TRANSLATE_NOOP("phrases", "Also known")},

    // Who was counted.
    {"people", QT_TRANSLATE_NOOP("phrases", "{total:words} {counted}")},
    {"people-same-number", QT_TRANSLATE_NOOP("phrases", "the same number of {counted}, {total:words}")},
    {"people-at-least", QT_TRANSLATE_NOOP("phrases", "at least {total:words} {counted}")},
    {"people-more-than", QT_TRANSLATE_NOOP("phrases", "more than {total:words} {counted}")},
    {"people-up-to", QT_TRANSLATE_NOOP("phrases", "up to {total:words} {counted}")},
    {"people-about", QT_TRANSLATE_NOOP("phrases", "about {total:words} {counted}")},
    {"people-unknown", QT_TRANSLATE_NOOP("phrases", "{counted}, number not said")},
    {"who", QT_TRANSLATE_NOOP("phrases", "{people} · {event}")},
    {"undated", QT_TRANSLATE_NOOP("phrases", "undated")},
    {"in-order", QT_TRANSLATE_NOOP("phrases", "{first} / {second}")},

    // A denominator that is no plain number.
    {"total-at-least", QT_TRANSLATE_NOOP("phrases", "at least {total}")},
    {"total-more-than", QT_TRANSLATE_NOOP("phrases", "more than {total}")},
    {"total-up-to", QT_TRANSLATE_NOOP("phrases", "up to {total}")},
    {"total-about", QT_TRANSLATE_NOOP("phrases", "about {total}")},
    {"total-unknown", QT_TRANSLATE_NOOP("phrases", "an unknown number")},

    // The answer to one question about one case.
    {"all", QT_TRANSLATE_NOOP("phrases", "all {total:words}")},
    {"all-of-them", QT_TRANSLATE_NOOP("phrases", "all of them")},
    {"both", QT_TRANSLATE_NOOP("phrases", "both")},
    {"none", QT_TRANSLATE_NOOP("phrases", "none of {total:words}")},
    {"count", QT_TRANSLATE_NOOP("phrases", "{count:words} of {total:words}")},
    {"count-at-least", QT_TRANSLATE_NOOP("phrases", "{count:words} or more of {total:words}")},
    {"count-more-than", QT_TRANSLATE_NOOP("phrases", "more than {count:words} of {total:words}")},
    {"count-up-to", QT_TRANSLATE_NOOP("phrases", "up to {count:words} of {total:words}")},
    {"count-about", QT_TRANSLATE_NOOP("phrases", "about {count:words} of {total:words}")},
    {"most", QT_TRANSLATE_NOOP("phrases", "“most” of them")},
    {"most-of-those", QT_TRANSLATE_NOOP("phrases", "“most” of those who {outcome}")},
    {"some", QT_TRANSLATE_NOOP("phrases", "“some” of them")},
    {"some-of-those", QT_TRANSLATE_NOOP("phrases", "“some” of those who {outcome}")},
    {"label-outcome", QT_TRANSLATE_NOOP("phrases", "{label}, {outcome}")},
    {"label-among", QT_TRANSLATE_NOOP("phrases", "{label}, among those who {outcome}")},
    {"does-not-apply", QT_TRANSLATE_NOOP("phrases", "does not apply")},
    {"not-said", QT_TRANSLATE_NOOP("phrases", "not said")},
    {"not-asked", QT_TRANSLATE_NOOP("phrases", "not asked")},

    // Boards, maps, timelines, comparison rows.
    {"column-from", QT_TRANSLATE_NOOP("phrases", "From")},
    {"column-link", QT_TRANSLATE_NOOP("phrases", "Link")},
    {"column-to", QT_TRANSLATE_NOOP("phrases", "To")},
    {"column-told", QT_TRANSLATE_NOOP("phrases", "What is told")},
    {"column-note", QT_TRANSLATE_NOOP("phrases", "Note")},
    {"column-counted", QT_TRANSLATE_NOOP("phrases", "What was counted")},
    {"column-number", QT_TRANSLATE_NOOP("phrases", "Number")},
    {"column-where-when", QT_TRANSLATE_NOOP("phrases", "Where and when")},
    {"part-moment", QT_TRANSLATE_NOOP("phrases", "Known moment")},
    {"part-gap", QT_TRANSLATE_NOOP("phrases", "Between")},
    {"part-gate", QT_TRANSLATE_NOOP("phrases", "Access")},
    {"part-gate-shut", QT_TRANSLATE_NOOP("phrases", "No access")},
    {"number-alone", QT_TRANSLATE_NOOP("phrases", "{count}")},
    {"number-of", QT_TRANSLATE_NOOP("phrases", "{number} {counted}")},
    {"where-after", QT_TRANSLATE_NOOP("phrases", "{where}; after how long: {window}")},
    {"argument", QT_TRANSLATE_NOOP("phrases", "Argument, not data")},
    {"told-cell", QT_TRANSLATE_NOOP("phrases", "{row}, {column}: {text}.")},
    {"told-blank", QT_TRANSLATE_NOOP("phrases", "{row}, {column}: blank.")},
    {"told-arrow", QT_TRANSLATE_NOOP("phrases", "{from}: {link}: {to}.")},
    {"told-alone", QT_TRANSLATE_NOOP("phrases", "{text}.")},
    {"told-moment", QT_TRANSLATE_NOOP("phrases", "{what}: {text}.")},
    {"told-trust", QT_TRANSLATE_NOOP("phrases", "{first}. {second}")},
    {"told-number", QT_TRANSLATE_NOOP("phrases", "{outcome}: {number}; {status}.")},
    {"caveat-never-pooled",
     QT_TRANSLATE_NOOP("phrases",
                       "Each row has a definition, a whole and a day of its own. None is added to another.")},

    // One thing in a picture, as it is read aloud.
    {"spot-cell", QT_TRANSLATE_NOOP("phrases", "{case}. {sentence}")},
    {"spot-cell-window", QT_TRANSLATE_NOOP("phrases", "{case}. {sentence} After how long: {window}.")},
    {"spot-shelf", QT_TRANSLATE_NOOP("phrases", "{sentence} {where}.")},
    {"spot-status", QT_TRANSLATE_NOOP("phrases", "{sentence} ({status})")},
    {"spot-drawing", QT_TRANSLATE_NOOP("phrases", "Drawing: {title}")},

    // A share in plain words, and the rule that made it.
    {"derived-about", QT_TRANSLATE_NOOP("phrases", "about {fraction}")},
    {"derived-about-or-more", QT_TRANSLATE_NOOP("phrases", "about {fraction} or more")},
    {"fraction-tenth", QT_TRANSLATE_NOOP("phrases", "a tenth")},
    {"fraction-fifth", QT_TRANSLATE_NOOP("phrases", "a fifth")},
    {"fraction-quarter", QT_TRANSLATE_NOOP("phrases", "a quarter")},
    {"fraction-third", QT_TRANSLATE_NOOP("phrases", "a third")},
    {"fraction-two-fifths", QT_TRANSLATE_NOOP("phrases", "two fifths")},
    {"fraction-half", QT_TRANSLATE_NOOP("phrases", "half")},
    {"fraction-three-fifths", QT_TRANSLATE_NOOP("phrases", "three fifths")},
    {"fraction-two-thirds", QT_TRANSLATE_NOOP("phrases", "two thirds")},
    {"fraction-three-quarters", QT_TRANSLATE_NOOP("phrases", "three quarters")},
    {"fraction-four-fifths", QT_TRANSLATE_NOOP("phrases", "four fifths")},
    {"fraction-nine-tenths", QT_TRANSLATE_NOOP("phrases", "nine tenths")},
    {"rule-share-in-words",
     QT_TRANSLATE_NOOP("phrases", "Worked out by this program: {count} divided by {total} is nearest to {fraction}, of "
                                  "tenths, fifths, quarters, thirds and halves.")},

    // What a room answered.
    {"column-answer", QT_TRANSLATE_NOOP("phrases", "Answer")},
    {"answers-line", QT_TRANSLATE_NOOP("phrases", "{option}: {number}.")},
    {"answers-percent", QT_TRANSLATE_NOOP("phrases", "{count} of {total} ({percent} %)")},
    {"answers-few", QT_TRANSLATE_NOOP("phrases", "a few")},
    {"answers-dont-know", QT_TRANSLATE_NOOP("phrases", "I don’t know")},
    {"caveat-answers",
     QT_TRANSLATE_NOOP("phrases", "Answers: {total}; did not answer: {count}. The line over a bar shows how far so few "
                                  "answers could lie from those of many people like them.")},
    {"caveat-answers-room",
     QT_TRANSLATE_NOOP("phrases", "{total} in the room; each may have chosen several. The line over a bar shows how far "
                                  "so few could lie from many people like them.")},
    {"refused-negative", QT_TRANSLATE_NOOP("phrases", "A count of answers is below zero.")},
    {"refused-uncounted",
     QT_TRANSLATE_NOOP("phrases",
                       "Each may have chosen several, and nobody has counted the room: how many people answered is "
                       "not known, so none is shown by option.")},
    {"refused-few-answers",
     QT_TRANSLATE_NOOP("phrases",
                       "There are fewer than {least:words} answers, so none is shown by option: each could be "
                       "known for somebody’s.")},

    // What answers say of how an item is made.
    {"doctor-another",
     QT_TRANSLATE_NOOP("phrases", "{count} of {total} chose {option}, and did as well on their other questions as the "
                                  "{first} who chose {second}. Could {option} hold as well?")},
    {"doctor-unchosen",
     QT_TRANSLATE_NOOP("phrases", "Nobody of {total} chose {option}. It may not say anything that people believe.")},
    {"doctor-pulls-back",
     QT_TRANSLATE_NOOP("phrases",
                       "Of {total} people, those who had it did worse on their other questions than those who "
                       "had not. Is the right option marked, and is the wording as clear as it seems?")},
    {"doctor-easy",
     QT_TRANSLATE_NOOP("phrases",
                       "Nearly all of {total} had it before as well as after. It cannot show that anything was "
                       "learned.")},

    // Drawings that mislead, for comparison.
    {"drawing-stayed", QT_TRANSLATE_NOOP("phrases", "stayed")},
    {"drawing-misleads", QT_TRANSLATE_NOOP("phrases", "MISLEADS ON PURPOSE")},
    {"predict", QT_TRANSLATE_NOOP("phrases", "{case}, {people}: {question}")},
    {"guess", QT_TRANSLATE_NOOP("phrases", "guess: {count} of {total}")},

    // What stands beside the answer.
    {"rest-not-reported", QT_TRANSLATE_NOOP("phrases", "the rest: not reported")},
    {"other-not-said", QT_TRANSLATE_NOOP("phrases", "the other: not said")},
    {"same-number", QT_TRANSLATE_NOOP("phrases", "the same number, {total:words}")},
    {"no-number", QT_TRANSLATE_NOOP("phrases", "no number")},
    {"outcome-no-number", QT_TRANSLATE_NOOP("phrases", "{outcome}; no number")},

    // An answer and what stands beside it, whole; `{label}`, `{rest}` and `{question}` are phrases from above.
    {"answer-rest", QT_TRANSLATE_NOOP("phrases", "{label}; {rest}")},
    {"answer-outcome", QT_TRANSLATE_NOOP("phrases", "{label} {outcome}")},
    {"answer-note", QT_TRANSLATE_NOOP("phrases", "{label}. {rest}")},
    {"sentence", QT_TRANSLATE_NOOP("phrases", "{question}: {answer}.")},
    {"sentence-note", QT_TRANSLATE_NOOP("phrases", "{question}: {answer}. {rest}")},
    {"sentence-status", QT_TRANSLATE_NOOP("phrases", "{question}: {answer} ({status}).")},
    {"sentence-status-rest", QT_TRANSLATE_NOOP("phrases", "{question}: {answer} ({status}); {rest}.")},
    {"sentence-status-note", QT_TRANSLATE_NOOP("phrases", "{question}: {answer} ({status}). {rest}")},
    {"sentences", QT_TRANSLATE_NOOP("phrases", "{first} {second}")},
    {"plain", QT_TRANSLATE_NOOP("phrases", "{case}: {people}. {answers} After how long: {window}.")},
    {"plain-event", QT_TRANSLATE_NOOP("phrases", "{case}: {people} ({event}). {answers} After how long: {window}.")},

    // How far a number has been verified.
    {"status-essay-only", QT_TRANSLATE_NOOP("phrases", "stated by the essay alone")},
    {"status-corroborated", QT_TRANSLATE_NOOP("phrases", "confirmed elsewhere")},
    {"status-disputed", QT_TRANSLATE_NOOP("phrases", "disputed")},
    {"status-not-found", QT_TRANSLATE_NOOP("phrases", "not found elsewhere")},

    // Columns of a picture or of its table.
    {"column-case", QT_TRANSLATE_NOOP("phrases", "Case")},
    {"column-who", QT_TRANSLATE_NOOP("phrases", "Who was counted")},
    {"column-when", QT_TRANSLATE_NOOP("phrases", "When")},
    {"column-after", QT_TRANSLATE_NOOP("phrases", "After")},
    {"column-after-how-long", QT_TRANSLATE_NOOP("phrases", "After how long")},
    {"column-status", QT_TRANSLATE_NOOP("phrases", "How far confirmed")},
    {"column-status-of", QT_TRANSLATE_NOOP("phrases", "How far confirmed: {question}")},
    {"column-source", QT_TRANSLATE_NOOP("phrases", "Source")},

    // What a figure cannot tell.
    {"caveat-left-and-back",
     QT_TRANSLATE_NOOP("phrases", "To leave a shelter is one thing, to go back to a brothel another: these are two "
                                  "questions, and one person can be counted in both.")},
    {"caveat-several-questions",
     QT_TRANSLATE_NOOP("phrases", "The questions are not alternatives: one person can be counted in more than one.")},
    {"caveat-lower-bound",
     QT_TRANSLATE_NOOP("phrases", "“Or more”, “at least” and “more than” give a lower bound, not an exact number: how "
                                  "many more is not known.")},
    {"caveat-rough",
     QT_TRANSLATE_NOOP("phrases", "“Up to” and “about” give no exact number, so such a number is written and not "
                                  "drawn.")},
    {"caveat-some", QT_TRANSLATE_NOOP("phrases", "“Some” comes without a number, so it is written and not drawn.")},
    {"caveat-most", QT_TRANSLATE_NOOP("phrases", "“Most” comes without a number, so it is written and not drawn.")},
    {"caveat-silence",
     QT_TRANSLATE_NOOP("phrases", "Silence is not an answer: where nothing is reported, it may have been either way.")},
    {"caveat-clocks",
     QT_TRANSLATE_NOOP("phrases", "The cases were looked at after different times, or nobody says after how long: the "
                                  "rows cannot be compared for speed.")},

    {"caveat-shares",
     QT_TRANSLATE_NOOP("phrases", "A share hides of how many people it is a share: read the numbers beside the bars. "
                                  "Cases of fewer people keep their marks.")},
    {"caveat-not-to-scale",
     QT_TRANSLATE_NOOP("phrases", "The moments stand at equal distances; the times between them are not equal.")},

    // Why numbers may not be drawn.
    {"refused-no-rows", QT_TRANSLATE_NOOP("phrases", "There are no numbers to draw.")},
    {"refused-asked-twice",
     QT_TRANSLATE_NOOP("phrases", "{case} answers one question twice, and only one answer could be drawn.")},
    {"refused-word-with-number",
     QT_TRANSLATE_NOOP("phrases", "{case} has a number where the source gives none (“most”, “some” or silence).")},
    {"refused-number-missing", QT_TRANSLATE_NOOP("phrases", "{case} has no number where one belongs.")},
    {"refused-two-totals",
     QT_TRANSLATE_NOOP("phrases", "{case} is counted out of two different totals, so its answers cannot stand in one "
                                  "row.")},
    {"refused-above-total", QT_TRANSLATE_NOOP("phrases", "{case} has a number that does not fit its total.")},
    {"refused-too-many-rows",
     QT_TRANSLATE_NOOP("phrases", "There are {rows} rows. Beyond {limit}, nobody can read them in one figure.")},
    {"refused-no-parts", QT_TRANSLATE_NOOP("phrases", "There is nothing to draw.")},
    {"refused-numbers-in-argument",
     QT_TRANSLATE_NOOP("phrases", "This form holds an argument or blanks, and no numbers of people.")},
    {"refused-no-badge",
     QT_TRANSLATE_NOOP("phrases", "An arrow reads as a cause, so a map is drawn only with the badge “argument, not "
                                  "data”.")},
    {"refused-no-share",
     QT_TRANSLATE_NOOP("phrases",
                       "No row has an exact whole of {least} people or more, so these numbers stay counts.")},
    {"refused-too-many",
     QT_TRANSLATE_NOOP("phrases", "{case} would need {total} marks. Beyond {limit}, single marks cannot be told apart "
                                  "as people.")},
});

constexpr auto numberWords = std::to_array<const char *>({
    QT_TRANSLATE_NOOP("phrases", "zero"),
    QT_TRANSLATE_NOOP("phrases", "one"),
    QT_TRANSLATE_NOOP("phrases", "two"),
    QT_TRANSLATE_NOOP("phrases", "three"),
    QT_TRANSLATE_NOOP("phrases", "four"),
    QT_TRANSLATE_NOOP("phrases", "five"),
    QT_TRANSLATE_NOOP("phrases", "six"),
    QT_TRANSLATE_NOOP("phrases", "seven"),
    QT_TRANSLATE_NOOP("phrases", "eight"),
    QT_TRANSLATE_NOOP("phrases", "nine"),
    QT_TRANSLATE_NOOP("phrases", "ten"),
});

QString translated(const char *english)
{
    return QCoreApplication::translate("phrases", english);
}

// The phrases' own language, which need not be the computer's: a number between English words has English digits.
QLocale phraseLocale()
{
    //: The code of the language that these phrases are translated into, such as "ar" or "pt-BR"
    return QLocale(QCoreApplication::translate("phrases", "en"));
}

bool isNumber(const QVariant &argument)
{
    return argument.typeId() == QMetaType::Int;
}

bool hasWord(const QVariant &argument)
{
    const int number = argument.toInt();
    return number >= 0 && number < static_cast<int>(numberWords.size());
}

// "One of 37" would set a word against a figure: either every number of a phrase is a word, or none is.
bool canSpellOut(const QMap<QString, QVariant> &arguments)
{
    return std::ranges::all_of(arguments,
                               [](const QVariant &argument) { return !isNumber(argument) || hasWord(argument); });
}

// Phrases nest, but no deeper than a word in an answer in a sentence.
// NOLINTBEGIN(misc-no-recursion)
QString written(const QVariant &argument, bool inWords)
{
    if (argument.metaType() == QMetaType::fromType<Phrase>())
        return render(argument.value<Phrase>());
    if (!isNumber(argument))
        return argument.toString();
    if (inWords)
        return translated(numberWords.at(static_cast<std::size_t>(argument.toInt())));
    return phraseLocale().toString(argument.toInt());
}

QString replacement(QStringView placeholder, const QMap<QString, QVariant> &arguments)
{
    const qsizetype colon = placeholder.indexOf(u':');
    const bool asksForWords = colon >= 0 && placeholder.mid(colon + 1) == u"words";
    const QString name = placeholder.left(colon < 0 ? placeholder.size() : colon).toString();
    Q_ASSERT_X(arguments.contains(name), "base::render", qUtf8Printable(name));
    return written(arguments.value(name), asksForWords && canSpellOut(arguments));
}

// One pass from left to right, so that braces within an argument are never taken for a placeholder.
QString filled(const QString &text, const QMap<QString, QVariant> &arguments)
{
    QString result;
    qsizetype from = 0;
    while (from < text.size()) {
        const qsizetype open = text.indexOf(u'{', from);
        const qsizetype close = open < 0 ? -1 : text.indexOf(u'}', open);
        if (close < 0)
            return result + text.mid(from);
        result += text.mid(from, open - from);
        result += replacement(QStringView(text).mid(open + 1, close - open - 1), arguments);
        from = close + 1;
    }
    return result;
}

} // namespace

QString render(const Phrase &phrase)
{
    if (phrase.isEmpty())
        return {};
    const auto *const found =
        std::ranges::find_if(templates, [&phrase](const Template &one) { return phrase.id == QLatin1String(one.id); });
    Q_ASSERT_X(found != templates.end(), "base::render", qUtf8Printable(phrase.id));
    if (found == templates.end())
        return phrase.id;
    return filled(translated(found->english), phrase.arguments);
}

// NOLINTEND(misc-no-recursion)

QStringList phraseIds()
{
    QStringList ids;
    ids.reserve(static_cast<qsizetype>(templates.size()));
    for (const Template &one : templates)
        ids.append(QString::fromLatin1(one.id));
    return ids;
}

} // namespace base

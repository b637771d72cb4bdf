// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/giftanswers.h"

#include "items/giftpieces.h"
#include "items/giftquantities.h"
#include "items/gifttext.h"

#include <algorithm>

namespace items {

namespace {

using base::FaultCode;

bool isTrueWord(QStringView word)
{
    return word == QStringView(u"T") || word == QStringView(u"TRUE");
}

bool isTrueFalseWord(QStringView word)
{
    return isTrueWord(word) || word == QStringView(u"F") || word == QStringView(u"FALSE");
}

/// The one block that is being read: what the functions below would otherwise hand to each other.
class AnswerReader
{
public:
    AnswerReader(QStringView braces, Item &item, GiftFindings &findings)
        : m_braces(braces), m_item(item), m_findings(findings)
    {
    }

    void read(QStringView answers, bool isGap);

    [[nodiscard]] Text feedback(QStringView text) const;

private:
    void readChoice(QStringView answers, bool isGap);
    void readTrueFalse(QStringView answers);
    void readMatching(QStringView answers);
    void readShortAnswer(QStringView answers);
    void readNumerical(QStringView answers);

    [[nodiscard]] Option choiceOption(const GiftPiece &piece);
    [[nodiscard]] Option pair(const GiftPiece &piece);
    [[nodiscard]] Option acceptedText(const GiftPiece &piece);
    [[nodiscard]] Option acceptedNumber(const GiftPiece &piece);
    [[nodiscard]] Option anythingElse(QStringView text, const QString &found);

    /// An option with its weight and feedback, and what is left of its text.
    struct Weighed {
        Option option;
        QStringView rest;
    };
    [[nodiscard]] Weighed weighed(const GiftPiece &piece, double otherwise) const;

    [[nodiscard]] Text text(QStringView written) const { return readGiftText(written, m_item.stem.format); }
    void refuseEmpty(QStringView where);
    void expectTwo();
    void expectFullMark();
    void warnOfSeveralRight(const std::vector<GiftPiece> &pieces);
    void warnOfTrueFalseWord(const std::vector<GiftPiece> &pieces);

    QStringView m_braces;
    Item &m_item;
    GiftFindings &m_findings;
};

void AnswerReader::read(QStringView answers, bool isGap)
{
    if (answers.isEmpty())
        m_item.type = ItemType::Essay;
    else if (answers.startsWith(u'#'))
        readNumerical(answers);
    else if (indexOfControl(answers, u"~") >= 0)
        readChoice(answers, isGap);
    else if (indexOfControl(answers, u"=") >= 0 && answers.contains(QStringView(u"->")))
        readMatching(answers);
    else if (isTrueFalseWord(giftAnswer(answers).text))
        readTrueFalse(answers);
    else
        readShortAnswer(answers);
}

Text AnswerReader::feedback(QStringView written) const
{
    const Text read = text(written);
    return read.isEmpty() ? Text{} : read;
}

void AnswerReader::refuseEmpty(QStringView where)
{
    m_findings.error(FaultCode::GiftAnswerEmpty, where, {optionKey(static_cast<qsizetype>(m_item.options.size()))});
}

void AnswerReader::expectTwo()
{
    const std::size_t found = m_item.options.size();
    if (found < 2)
        m_findings.error(FaultCode::GiftTooFewAnswers, m_braces, {QString::number(found), QStringLiteral("2")});
}

/// Moodle refuses such a question when it is saved; here it may stand as one that is asked and not marked.
void AnswerReader::expectFullMark()
{
    const bool sums = m_item.type == ItemType::Choice || m_item.type == ItemType::MissingWord;
    double most = 0;
    for (const Option &option : m_item.options) {
        const double earned = std::max(option.fraction, 0.0);
        most = sums && !m_item.single ? most + earned : std::max(most, earned);
    }
    // The thirds and sixths of Moodle's list do not add up to 1 exactly.
    if (!m_findings.hasError() && most < 0.995)
        m_findings.warn(FaultCode::GiftNoRightAnswer, m_braces);
}

AnswerReader::Weighed AnswerReader::weighed(const GiftPiece &piece, double otherwise) const
{
    const GiftAnswer answer = giftAnswer(piece.text);
    const std::optional<QStringView> weight = writtenWeight(answer.text);
    Option option;
    option.fraction = weight ? readGiftWeight(*weight, m_findings) : otherwise;
    option.feedback = feedback(answer.feedback);
    return {option, weight ? giftTrimmed(answer.text.sliced(weight->size() + 2)) : answer.text};
}

void AnswerReader::readChoice(QStringView answers, bool isGap)
{
    m_item.type = isGap ? ItemType::MissingWord : ItemType::Choice;
    m_item.single = indexOfControl(answers, u"=") >= 0;
    const std::vector<GiftPiece> pieces = giftPieces(answers, u"~=");
    for (const GiftPiece &piece : pieces)
        m_item.options.push_back(choiceOption(piece));
    expectTwo();
    expectFullMark();
    warnOfSeveralRight(pieces);
}

Option AnswerReader::choiceOption(const GiftPiece &piece)
{
    const bool isMarkedRight = piece.marker == u'=';
    auto [option, rest] = weighed(piece, isMarkedRight ? 1.0 : 0.0);
    const std::optional<QStringView> weight = writtenWeight(giftAnswer(piece.text).text);
    if (isMarkedRight && weight)
        m_findings.warn(FaultCode::GiftWeightOnRight, *weight, {weight->toString()});
    option.text = text(rest);
    if (option.text.isEmpty())
        refuseEmpty(piece.whole);
    return option;
}

void AnswerReader::warnOfSeveralRight(const std::vector<GiftPiece> &pieces)
{
    const auto isFull = [](const Option &option) { return option.fraction >= 1; };
    const auto count = std::ranges::count_if(m_item.options, isFull);
    if (!m_item.single || count < 2)
        return;
    const auto first = std::ranges::find_if(m_item.options, isFull);
    const auto second = std::find_if(first + 1, m_item.options.end(), isFull);
    const auto position = static_cast<std::size_t>(second - m_item.options.begin());
    m_findings.warn(FaultCode::GiftSeveralRight, pieces[position].whole, {QString::number(count)});
}

void AnswerReader::readTrueFalse(QStringView answers)
{
    m_item.type = ItemType::TrueFalse;
    const GiftAnswer answer = giftAnswer(answers);
    const GiftAnswer feedbacks = giftAnswer(answer.feedback);
    const Text whenWrong = feedback(feedbacks.text);
    const Text whenRight = feedback(feedbacks.feedback);
    const bool isTrue = isTrueWord(answer.text);
    Option yes;
    yes.text.content = QStringLiteral("true");
    yes.fraction = isTrue ? 1 : 0;
    yes.feedback = isTrue ? whenRight : whenWrong;
    Option no;
    no.text.content = QStringLiteral("false");
    no.fraction = isTrue ? 0 : 1;
    no.feedback = isTrue ? whenWrong : whenRight;
    m_item.options = {yes, no};
}

void AnswerReader::readMatching(QStringView answers)
{
    m_item.type = ItemType::Matching;
    const std::vector<GiftPiece> pieces = giftPieces(answers, u"=");
    for (const GiftPiece &piece : pieces)
        m_item.options.push_back(pair(piece));
    expectTwo();
    // Only distractors: there is nothing to match.
    const auto isDistractor = [](const Option &option) { return option.text.isEmpty(); };
    if (!m_findings.hasError() && std::ranges::all_of(m_item.options, isDistractor))
        m_findings.error(FaultCode::GiftMatchMalformed, pieces.front().whole, {pieces.front().text.toString()});
}

Option AnswerReader::pair(const GiftPiece &piece)
{
    Option option;
    const qsizetype arrow = piece.text.indexOf(QStringView(u"->"));
    if (piece.text.isEmpty()) {
        refuseEmpty(piece.whole);
    } else if (arrow < 0) {
        m_findings.error(FaultCode::GiftMatchMalformed, piece.text, {piece.text.toString()});
    } else {
        option.text = feedback(piece.text.first(arrow));
        option.match = giftTrimmed(unescaped(piece.text.sliced(arrow + 2))).toString();
        if (option.match.isEmpty())
            refuseEmpty(piece.whole);
    }
    return option;
}

void AnswerReader::readShortAnswer(QStringView answers)
{
    m_item.type = ItemType::ShortAnswer;
    const std::vector<GiftPiece> pieces = giftPieces(answers, u"=");
    for (const GiftPiece &piece : pieces)
        m_item.options.push_back(acceptedText(piece));
    expectFullMark();
    warnOfTrueFalseWord(pieces);
}

Option AnswerReader::acceptedText(const GiftPiece &piece)
{
    auto [option, rest] = weighed(piece, 1);
    option.text = text(rest);
    option.anythingElse = option.text.content == QStringLiteral("*");
    if (option.text.isEmpty())
        refuseEmpty(piece.whole);
    return option;
}

void AnswerReader::warnOfTrueFalseWord(const std::vector<GiftPiece> &pieces)
{
    const GiftPiece &first = pieces.front();
    const QStringView word = giftAnswer(first.text).text;
    const QString upper = word.first(std::min<qsizetype>(word.size(), 6)).toString().toUpper();
    if (pieces.size() == 1 && first.marker.isNull() && isTrueFalseWord(upper))
        m_findings.warn(FaultCode::GiftTrueFalseWord, word, {word.toString(), upper});
}

void AnswerReader::readNumerical(QStringView answers)
{
    m_item.type = ItemType::Numerical;
    const QStringView body = answers.sliced(1);
    // Moodle cuts here before it looks for "=", so that one may stand in this feedback.
    const qsizetype rest = indexOfControl(body, u"~");
    const std::vector<GiftPiece> pieces = giftPieces(rest < 0 ? body : body.first(rest), u"=");
    for (const GiftPiece &piece : pieces)
        m_item.options.push_back(acceptedNumber(piece));
    if (pieces.empty())
        refuseEmpty(m_braces);
    if (rest >= 0) {
        const GiftAnswer answer = giftAnswer(body.sliced(rest + 1));
        Option option = anythingElse(answer.text, answer.text.isEmpty() ? QStringLiteral("*") : answer.text.toString());
        option.feedback = feedback(answer.feedback);
        m_item.options.push_back(option);
    }
    expectFullMark();
}

/// What catches every other number may earn nothing: Moodle takes `{#abc}` for one that earns everything.
Option AnswerReader::anythingElse(QStringView where, const QString &found)
{
    if (found != QStringLiteral("*"))
        m_findings.error(FaultCode::GiftNumberMalformed, where, {found});
    Option option;
    option.text.content = QStringLiteral("*");
    option.anythingElse = true;
    return option;
}

Option AnswerReader::acceptedNumber(const GiftPiece &piece)
{
    auto [option, rest] = weighed(piece, 1);
    if (rest.isEmpty()) {
        refuseEmpty(piece.whole);
    } else if (rest == QStringView(u"*") && option.fraction == 0) {
        option.text.content = QStringLiteral("*");
        option.anythingElse = true;
    } else if (const std::optional<GiftRange> range = readGiftRange(rest, m_findings)) {
        option.value = range->centre;
        option.tolerance = range->halfWidth;
    }
    return option;
}

} // namespace

void readGiftAnswers(QStringView braces, bool isGap, Item &item, GiftFindings &findings)
{
    AnswerReader reader(braces, item, findings);
    const GiftGeneral general = giftGeneral(braces.sliced(1).chopped(1));
    item.generalFeedback = reader.feedback(general.feedback);
    reader.read(general.answers, isGap);
}

} // namespace items

// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/gift.h"
#include "items/giftnumbers.h"
#include "items/gifttext.h"

#include <QCryptographicHash>
#include <QStringBuilder>

#include <algorithm>

namespace items {

namespace {

constexpr QStringView gapMark = u"_____";

/// Writes one item. Forms that Moodle and gift-pegjs 1.0.2 both read, as far as one exists.
class GiftWriter
{
public:
    GiftWriter(const Item &item, GiftParts parts);

    [[nodiscard]] QString write() const;

private:
    [[nodiscard]] QString comment() const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString stemWithGap() const;

    [[nodiscard]] QString block() const;
    [[nodiscard]] QString lines(const QString &opening) const;
    [[nodiscard]] QString trueFalse() const;
    [[nodiscard]] QString line(std::size_t position) const;
    [[nodiscard]] QString choiceLine(std::size_t position) const;
    [[nodiscard]] QString pairLine(const Option &option) const;
    [[nodiscard]] QString numericalLine(std::size_t position) const;

    [[nodiscard]] QString stem() const;
    [[nodiscard]] QString answer(const Text &text) const;
    [[nodiscard]] QString feedback(const Text &text, QStringView mark) const;

    const Item &m_item;
    bool m_isEverything;
    std::size_t m_firstFull; ///< position of the first option with the full mark
};

GiftWriter::GiftWriter(const Item &item, GiftParts parts) : m_item(item), m_isEverything(parts == GiftParts::Everything)
{
    const auto isFull = [](const Option &option) { return knownFraction(option.fraction * 100) == 1.0; };
    m_firstFull = static_cast<std::size_t>(std::ranges::find_if(item.options, isFull) - item.options.begin());
}

/// What would be taken for something else where a question begins: a comment, or a blank line. Neither has an escape,
/// but a format marker before it takes its meaning away.
bool looksLikeLine(const QString &content)
{
    return content.startsWith(QStringLiteral("//")) || content == QStringLiteral("0");
}

QString written(const QString &content, TextFormat format, bool isMarked)
{
    // A text that begins with a format's name in brackets needs a marker of its own before it.
    const bool needsMarker = isMarked || formatMarker(content);
    return needsMarker ? QString(u'[' % formatName(format) % u']' % escaped(content)) : escaped(content);
}

QString inBrackets(QStringView name, QString value)
{
    return u'[' % name % u':' % value.replace(u']', QStringLiteral("\\]")) % u']';
}

QString weightMark(QChar marker, double fraction)
{
    return marker % u'%' % giftWeightText(fraction) % u'%';
}

QString GiftWriter::write() const
{
    const QString head = m_isEverything ? QString(comment() % title()) : QString();
    if (m_item.type == ItemType::MissingWord)
        return head % stemWithGap() % u'\n';
    const QString question = stem();
    if (m_item.type == ItemType::Description)
        return head % question % u'\n';
    return head % question % (question.isEmpty() ? QString() : QStringLiteral(" ")) % block() % u'\n';
}

QString GiftWriter::comment() const
{
    QStringList marks;
    if (!m_item.id.isEmpty())
        marks.append(inBrackets(u"id", m_item.id));
    for (const QString &tag : m_item.tags)
        marks.append(inBrackets(u"tag", tag));
    return marks.isEmpty() ? QString() : QString(QStringLiteral("// ") % marks.join(u' ') % u'\n');
}

QString GiftWriter::title() const
{
    const QString title = giftTrimmed(m_item.title).toString();
    if (title.isEmpty() || title == defaultTitle(m_item.stem))
        return {};
    return QStringLiteral("::") % escaped(title) % QStringLiteral("::");
}

/// A block is a gap only where text follows it; an escaped line end is such text, and is trimmed away afterwards.
QString GiftWriter::stemWithGap() const
{
    const QString question = stem();
    const qsizetype gap = question.indexOf(gapMark);
    if (gap < 0)
        return question % u' ' % block();
    const QStringView after = QStringView(question).sliced(gap + gapMark.size());
    return question.first(gap) % block() % (after.isEmpty() ? QStringView(u"\\n") : after);
}

QString GiftWriter::block() const
{
    switch (m_item.type) {
    case ItemType::Description:
        return {};
    case ItemType::Essay:
        return u'{' % feedback(m_item.generalFeedback, u"####") % u'}';
    case ItemType::TrueFalse:
        return u'{' % trueFalse() % feedback(m_item.generalFeedback, u"####") % u'}';
    case ItemType::Numerical:
        return lines(QStringLiteral("{#"));
    case ItemType::Choice:
    case ItemType::MissingWord:
    case ItemType::Matching:
    case ItemType::ShortAnswer:
        return lines(QStringLiteral("{"));
    }
    Q_UNREACHABLE();
    return {};
}

QString GiftWriter::lines(const QString &opening) const
{
    QStringList lines{opening};
    for (std::size_t i = 0; i < m_item.options.size(); ++i) {
        const QString written = line(i);
        if (!written.isEmpty())
            lines.append(u'\t' % written);
    }
    const QString general = feedback(m_item.generalFeedback, u"####");
    if (!general.isEmpty())
        lines.append(u'\t' % general);
    lines.append(QStringLiteral("}"));
    return lines.join(u'\n');
}

/// The first feedback is for those who answer wrongly, whatever the key.
QString GiftWriter::trueFalse() const
{
    if (m_item.options.size() != 2)
        return {};
    const bool isTrue = m_item.options[0].fraction > m_item.options[1].fraction;
    const Text &whenRight = m_item.options[isTrue ? 0 : 1].feedback;
    const Text &whenWrong = m_item.options[isTrue ? 1 : 0].feedback;
    const QString right = feedback(whenRight, u"#");
    const QString wrong = feedback(whenWrong, u"#");
    const QString before = wrong.isEmpty() && !right.isEmpty() ? QStringLiteral("#") : wrong;
    return (isTrue ? QStringLiteral("TRUE") : QStringLiteral("FALSE")) % before % right;
}

QString GiftWriter::line(std::size_t position) const
{
    switch (m_item.type) {
    case ItemType::Choice:
    case ItemType::MissingWord:
        return choiceLine(position);
    case ItemType::Matching:
        return pairLine(m_item.options[position]);
    case ItemType::Numerical:
        return numericalLine(position);
    case ItemType::ShortAnswer: {
        const Option &option = m_item.options[position];
        return weightMark(u'=', option.fraction) % answer(option.text) % feedback(option.feedback, u"#");
    }
    case ItemType::TrueFalse:
    case ItemType::Essay:
    case ItemType::Description:
        return {};
    }
    Q_UNREACHABLE();
    return {};
}

/// Only the first full mark of a single choice is written `=`: a block with no `~` at all would be a short answer. And
/// a single choice needs one `=`, which then carries a weight; Moodle takes that for text.
QString GiftWriter::choiceLine(std::size_t position) const
{
    const Option &option = m_item.options[position];
    const bool isFirstFull = m_item.single && position == m_firstFull;
    const bool isStandIn = m_item.single && position == 0 && m_firstFull == m_item.options.size();
    QString mark = QStringLiteral("~");
    if (isFirstFull)
        mark = QStringLiteral("=");
    else if (isStandIn)
        mark = weightMark(u'=', option.fraction);
    else if (option.fraction != 0)
        mark = weightMark(u'~', option.fraction);
    return mark % answer(option.text) % feedback(option.feedback, u"#");
}

/// An arrow on the left would end it; HTML has another way to write one.
QString GiftWriter::pairLine(const Option &option) const
{
    QString left = answer(option.text);
    if (option.text.format == TextFormat::Html)
        left.replace(QStringLiteral("->"), QStringLiteral("-&gt;"));
    return u'=' % left % QStringLiteral(" -> ") % escaped(giftTrimmed(option.match));
}

/// `~` ends the answers of a numerical question, so only the last one may be written so. It is nothing but feedback.
QString GiftWriter::numericalLine(std::size_t position) const
{
    const Option &option = m_item.options[position];
    const QString told = feedback(option.feedback, u"#");
    if (!option.anythingElse)
        return weightMark(u'=', option.fraction) % giftNumberText(option.value) % u':' %
               giftNumberText(option.tolerance) % told;
    if (!m_isEverything)
        return {};
    if (option.fraction == 0 && position + 1 == m_item.options.size())
        return told.isEmpty() ? QStringLiteral("~#") : QString(u'~' % told);
    return weightMark(u'=', option.fraction) % u'*' % told;
}

QString GiftWriter::stem() const
{
    const QString content = giftTrimmed(m_item.stem.content).toString();
    return written(content, m_item.stem.format, m_item.stem.format != TextFormat::Moodle || looksLikeLine(content));
}

/// Here a marker also keeps a per cent sign from opening a weight.
QString GiftWriter::answer(const Text &text) const
{
    const QString content = giftTrimmed(text.content).toString();
    const bool isMarked = text.format != m_item.stem.format || content.startsWith(u'%');
    return written(content, text.format, isMarked && !content.isEmpty());
}

QString GiftWriter::feedback(const Text &told, QStringView mark) const
{
    const QString content = giftTrimmed(told.content).toString();
    if (!m_isEverything || content.isEmpty())
        return {};
    return mark % written(content, told.format, told.format != m_item.stem.format);
}

/// The left side of a pair ends at its first arrow, and the text read back would not show it.
bool isCutAtArrow(const Item &item, const Option &option)
{
    return item.type == ItemType::Matching && option.text.format != TextFormat::Html &&
           option.text.content.contains(QStringLiteral("->"));
}

QString hashed(const Item &item, qsizetype digits)
{
    const QByteArray question = writeGift(item, GiftParts::QuestionOnly).toUtf8();
    const QByteArray hash = QCryptographicHash::hash(question, QCryptographicHash::Sha256).toHex();
    return QString::fromLatin1(hash.first(digits));
}

} // namespace

QString writeGift(const Item &item, GiftParts parts)
{
    return GiftWriter(item, parts).write();
}

QString writeGift(const std::vector<Item> &items)
{
    QStringList blocks;
    QString category;
    for (const Item &item : items) {
        if (item.category != category)
            blocks.append(QStringLiteral("$CATEGORY: ") % item.category % u'\n');
        category = item.category;
        blocks.append(writeGift(item));
    }
    return blocks.join(u'\n');
}

bool canWriteGift(const Item &item)
{
    if (std::ranges::any_of(item.options, [&](const Option &option) { return isCutAtArrow(item, option); }))
        return false;
    if (item.type == ItemType::Description && !item.generalFeedback.isEmpty())
        return false;
    const QString gift = writeGift(item);
    GiftReading back = readGift(gift.toUtf8(), {});
    const auto isForUsAlone = [](const base::Fault &fault) { return fault.code == base::FaultCode::GiftWeightOnRight; };
    if (back.items.size() != 1 || std::ranges::any_of(back.faults, isForUsAlone))
        return false;
    Item &read = back.items.front();
    if (item.id.isEmpty())
        read.id.clear();
    // A bracket in a comment can be escaped, and a backslash before it cannot.
    const bool hasMarks = read.id == item.id && read.tags == item.tags;
    return read.type == item.type && hasMarks && writeGift(read) == gift;
}

QString itemVersion(const Item &item)
{
    return hashed(item, 16);
}

QString contentId(const Item &item)
{
    return QStringLiteral("q-") % hashed(item, 12);
}

} // namespace items

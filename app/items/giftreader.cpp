// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/gift.h"
#include "items/giftanswers.h"
#include "items/giftblock.h"
#include "items/giftbytes.h"
#include "items/giftfindings.h"
#include "items/gifttext.h"

#include <QStringBuilder>

namespace items {

namespace {

using base::FaultCode;

constexpr QStringView categoryMark = u"$CATEGORY:";

/// A question's text cut where its title and its answer block end; all are views into the block.
struct QuestionParts {
    QStringView title;
    QStringView before; ///< the answer block, or all of the text where there is none
    QStringView braces; ///< with what is between them; empty in a description
    QStringView after;

    /// Moodle looks at the last character alone: a second block at the very end takes the gap away.
    [[nodiscard]] bool isGap() const { return !braces.isEmpty() && !after.isEmpty() && !endsWithControl(after, u'}'); }
};

/// A title needs its second `::`; without one, Moodle drops the first and reads on.
QStringView cutTitle(QStringView text, QuestionParts &parts)
{
    if (!text.startsWith(u"::"))
        return text;
    const QStringView rest = text.sliced(2);
    const qsizetype end = indexOfControl(rest, u"::");
    if (end < 0)
        return rest;
    parts.title = rest.first(end);
    return giftTrimmed(rest.sliced(end + 2));
}

/// Cuts from the first `{` to the first `}`.
void cutAnswers(QStringView text, QuestionParts &parts, GiftFindings &findings)
{
    const qsizetype begin = indexOfControl(text, u"{");
    const qsizetype end = indexOfControl(text, u"}");
    parts.before = text;
    if (begin < 0 && end < 0)
        return;
    if (end < 0) {
        findings.error(FaultCode::GiftBraceMissing, text.sliced(begin), {QStringLiteral("{"), QStringLiteral("}")});
    } else if (begin < 0 || end < begin) {
        findings.error(FaultCode::GiftBraceMissing, text.sliced(end), {QStringLiteral("}"), QStringLiteral("{")});
    } else {
        parts.before = text.first(begin);
        parts.braces = text.sliced(begin, end + 1 - begin);
        parts.after = text.sliced(end + 1);
    }
}

bool beginsQuestion(QStringView line)
{
    return line.startsWith(u"::") || line.startsWith(categoryMark) || indexOfControl(line, u"{") >= 0;
}

/// A line after the answer block's last one that begins, or is, a question of its own.
void warnOfMissingBlankLine(QStringView after, GiftFindings &findings)
{
    QStringView next;
    for (qsizetype at = after.indexOf(u'\n'); at >= 0;) {
        const qsizetype end = after.indexOf(u'\n', at + 1);
        const QStringView line = after.sliced(at + 1, (end < 0 ? after.size() : end) - at - 1);
        if (next.isEmpty())
            next = giftTrimmed(line);
        if (beginsQuestion(line)) {
            findings.warn(FaultCode::GiftBlankLineMissing, next, {next.toString()});
            return;
        }
        at = end;
    }
}

Text readStem(const QuestionParts &parts)
{
    const QStringView gap = parts.isGap() ? QStringView(u"_____") : QStringView();
    const QString stem = parts.before.toString() % gap % parts.after;
    return readGiftText(stem, TextFormat::Moodle);
}

QString readTitle(const QuestionParts &parts, const Text &stem)
{
    const QString title = giftTrimmed(unescaped(parts.title)).toString();
    return title.isEmpty() ? defaultTitle(stem) : title;
}

/// Reads one file, block by block; what is kept from one to the next is the category.
class GiftReader
{
public:
    explicit GiftReader(QString file) : m_file(std::move(file)) {}

    [[nodiscard]] GiftReading read(const QByteArray &bytes);

private:
    void readBlock(const GiftBlock &block);
    void readCategory(QStringView text, const GiftBlock &block);
    void readQuestion(QStringView text, const GiftBlock &block);
    void keep(Item item, const GiftBlock &block, const GiftFindings &findings);
    void append(const base::Faults &faults)
    {
        m_reading.faults.insert(m_reading.faults.end(), faults.begin(), faults.end());
    }

    QString m_file;
    QString m_category;
    GiftReading m_reading;
};

GiftReading GiftReader::read(const QByteArray &bytes)
{
    const QString source = decodeGift(bytes, m_file, m_reading.faults);
    GiftBlocks blocks(source);
    while (const std::optional<GiftBlock> block = blocks.next())
        readBlock(*block);
    return m_reading;
}

void GiftReader::readBlock(const GiftBlock &block)
{
    const QStringView text = giftTrimmed(block.text);
    if (text.startsWith(categoryMark))
        readCategory(text, block);
    else if (!text.isEmpty())
        readQuestion(text, block);
}

/// Moodle takes all lines for the category's name, so that a question directly below is lost.
void GiftReader::readCategory(QStringView text, const GiftBlock &block)
{
    const qsizetype end = text.indexOf(u'\n');
    const QStringView line = end < 0 ? text : text.first(end);
    m_category = giftTrimmed(line.sliced(categoryMark.size())).toString();
    if (end < 0)
        return;
    GiftFindings findings(block, m_file);
    const QStringView swallowed = giftTrimmed(text.sliced(end + 1));
    const QStringView firstLine = swallowed.first(std::max<qsizetype>(swallowed.indexOf(u'\n'), 0));
    findings.error(FaultCode::GiftCategoryText, swallowed,
                   {m_category, (firstLine.isEmpty() ? swallowed : firstLine).toString()});
    append(findings.faults(block.id));
}

void GiftReader::readQuestion(QStringView text, const GiftBlock &block)
{
    GiftFindings findings(block, m_file);
    QuestionParts parts;
    cutAnswers(cutTitle(text, parts), parts, findings);
    warnOfMissingBlankLine(parts.after, findings);
    Item item;
    item.category = m_category;
    item.tags = block.tags;
    item.place = findings.placeOf(text);
    item.stem = readStem(parts);
    item.title = readTitle(parts, item.stem);
    if (!parts.braces.isEmpty())
        readGiftAnswers(parts.braces, parts.isGap(), item, findings);
    keep(item, block, findings);
}

void GiftReader::keep(Item item, const GiftBlock &block, const GiftFindings &findings)
{
    const bool isNothing = item.type == ItemType::Description && item.title.isEmpty();
    item.id = block.id;
    if (item.id.isEmpty() && !findings.hasError())
        item.id = contentId(item);
    append(findings.faults(item.id));
    if (!findings.hasError() && !isNothing)
        m_reading.items.push_back(std::move(item));
}

} // namespace

GiftReading readGift(const QByteArray &bytes, const QString &file)
{
    return GiftReader(file).read(bytes);
}

} // namespace items

// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/giftblock.h"

#include "items/gifttext.h"

namespace items {

namespace {

/// A token's value ends before `end`; the search for the next token goes on from `next`.
struct TokenEnd {
    qsizetype end = -1;
    qsizetype next = 0;
};

bool isControlCharacter(QChar character)
{
    return character < u' ' || character == u'\x7f';
}

/// Moodle's expression is `((?:\\]|[^]...[:cntrl:]])+)]`: `\]` belongs to the value, unless no other bracket closes it.
TokenEnd tokenEnd(QStringView comment, qsizetype from, QStringView forbidden)
{
    qsizetype lastEscaped = -1;
    qsizetype at = from;
    for (; at < comment.size(); ++at) {
        const QChar character = comment[at];
        if (character == u']')
            return {at, at + 1};
        if (isControlCharacter(character) || forbidden.contains(character))
            break;
        if (character == u'\\' && comment.sliced(at + 1).startsWith(u']'))
            lastEscaped = ++at;
    }
    return lastEscaped < 0 ? TokenEnd{-1, at} : TokenEnd{lastEscaped, lastEscaped + 1};
}

QStringList tokenValues(QStringView comment, QStringView opening, QStringView forbidden)
{
    QStringList values;
    for (qsizetype at = comment.indexOf(opening); at >= 0;) {
        const qsizetype begin = at + opening.size();
        const TokenEnd token = tokenEnd(comment, begin, forbidden);
        QString value;
        if (token.end > begin)
            value = giftTrimmed(comment.sliced(begin, token.end - begin)).toString();
        if (!value.isEmpty())
            values.append(value.replace(QStringLiteral("\\]"), QStringLiteral("]")));
        at = comment.indexOf(opening, token.next);
    }
    return values;
}

void addComment(QStringView comment, GiftBlock &block)
{
    const QStringList ids = tokenValues(comment, u"[id:", {});
    if (block.id.isEmpty() && !ids.isEmpty())
        block.id = ids.front();
    block.tags += tokenValues(comment, u"[tag:", u"<>");
}

void addLine(QStringView line, GiftBlock &block)
{
    if (!block.text.isEmpty())
        block.text.append(u'\n');
    if (!line.startsWith(u"//")) {
        block.text.append(line);
        return;
    }
    block.text.append(u' ');
    addComment(line, block);
}

/// `0` counts as blank: Moodle asks PHP's empty(), which says so.
bool isBlank(QStringView line)
{
    const QStringView trimmed = giftTrimmed(line);
    return trimmed.isEmpty() || trimmed == QStringView(u"0");
}

} // namespace

QStringView GiftBlocks::line() const
{
    const qsizetype end = m_source.indexOf(u'\n', m_at);
    return end < 0 ? m_source.sliced(m_at) : m_source.sliced(m_at, end - m_at);
}

void GiftBlocks::skipLine()
{
    m_at += line().size() + 1;
    ++m_line;
}

std::optional<GiftBlock> GiftBlocks::next()
{
    while (!isAtEnd() && isBlank(line()))
        skipLine();
    if (isAtEnd())
        return std::nullopt;
    GiftBlock block{.source = m_source.sliced(m_at), .firstLine = m_line, .text = {}, .id = {}, .tags = {}};
    for (; !isAtEnd() && !isBlank(line()); skipLine())
        addLine(giftTrimmed(line()), block);
    return block;
}

GiftPlaces::GiftPlaces(const GiftBlock &block, const QString &file)
    : m_text(block.text), m_source(block.source), m_place{file, block.firstLine, 1}
{
    m_place.column += static_cast<int>(giftIndent(m_source));
}

base::Place GiftPlaces::at(qsizetype offset)
{
    Q_ASSERT_X(offset >= m_at && offset <= m_text.size(), "GiftPlaces::at", "asked in descending order");
    for (; m_at < offset; ++m_at)
        pass(m_text[m_at]);
    return m_place;
}

void GiftPlaces::pass(QChar character)
{
    if (character == u'\n') {
        m_source = m_source.sliced(m_source.indexOf(u'\n') + 1);
        ++m_place.line;
        m_place.column = 1 + static_cast<int>(giftIndent(m_source));
    } else if (!character.isLowSurrogate()) {
        ++m_place.column;
    }
}

} // namespace items

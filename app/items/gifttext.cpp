// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/gifttext.h"

#include <algorithm>
#include <array>

namespace items {

namespace {

constexpr qsizetype titleLength = 80;

constexpr std::array allFormats{TextFormat::Moodle, TextFormat::Html, TextFormat::Plain, TextFormat::Markdown};

bool isWhiteSpace(QChar character)
{
    return character == u' ' || (character >= u'\t' && character <= u'\r' && character != u'\f') || character.isNull();
}

bool isEscape(QStringView text, qsizetype at)
{
    return text[at] == u'\\' && at + 1 < text.size() && QStringView(u"\\~=#{}:n").contains(text[at + 1]);
}

qsizetype tokenLength(QStringView text, qsizetype at)
{
    return isEscape(text, at) ? 2 : 1;
}

} // namespace

qsizetype giftIndent(QStringView text)
{
    return std::find_if_not(text.begin(), text.end(), isWhiteSpace) - text.begin();
}

QStringView giftTrimmed(QStringView text)
{
    QStringView trimmed = text.sliced(giftIndent(text));
    while (!trimmed.isEmpty() && isWhiteSpace(trimmed.back()))
        trimmed.chop(1);
    return trimmed;
}

qsizetype indexOfControl(QStringView text, QStringView run, qsizetype from)
{
    for (qsizetype at = from; at < text.size(); at += tokenLength(text, at)) {
        if (text[at] == run.front() && text.sliced(at).startsWith(run))
            return at;
    }
    return -1;
}

qsizetype lastIndexOfControl(QStringView text, QStringView run)
{
    qsizetype last = -1;
    for (qsizetype at = 0; at < text.size(); at += tokenLength(text, at)) {
        if (text[at] == run.front() && text.sliced(at).startsWith(run))
            last = at;
    }
    return last;
}

qsizetype indexOfAnyControl(QStringView text, QStringView characters, qsizetype from)
{
    for (qsizetype at = from; at < text.size(); at += tokenLength(text, at)) {
        if (characters.contains(text[at]))
            return at;
    }
    return -1;
}

bool endsWithControl(QStringView text, QChar wanted)
{
    if (!text.endsWith(wanted))
        return false;
    QStringView before = text.chopped(1);
    // Backslashes pair up from the left, so an odd one is left over for the last character.
    bool isEscaped = false;
    for (; before.endsWith(u'\\'); before.chop(1))
        isEscaped = !isEscaped;
    return !isEscaped;
}

QString unescaped(QStringView text)
{
    QString plain;
    plain.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); at += tokenLength(text, at)) {
        if (!isEscape(text, at))
            plain.append(text[at]);
        else
            plain.append(text[at + 1] == u'n' ? QChar(u'\n') : text[at + 1]);
    }
    return plain;
}

QString escaped(QStringView text)
{
    QString gift;
    gift.reserve(text.size());
    for (const QChar character : text) {
        if (character == u'\r')
            continue;
        if (character == u'\n' || QStringView(u"\\~=#{}:").contains(character))
            gift.append(u'\\');
        gift.append(character == u'\n' ? QChar(u'n') : character);
    }
    return gift;
}

QStringView formatName(TextFormat format)
{
    switch (format) {
    case TextFormat::Moodle:
        return u"moodle";
    case TextFormat::Html:
        return u"html";
    case TextFormat::Plain:
        return u"plain";
    case TextFormat::Markdown:
        return u"markdown";
    }
    Q_UNREACHABLE();
    return {};
}

std::optional<TextFormat> formatMarker(QStringView text)
{
    if (!text.startsWith(u'['))
        return std::nullopt;
    const auto isNamed = [&](TextFormat format) {
        const QStringView name = formatName(format);
        return text.sliced(1).startsWith(name) && text.sliced(1 + name.size()).startsWith(u']');
    };
    const auto *const format = std::ranges::find_if(allFormats, isNamed);
    return format == allFormats.end() ? std::nullopt : std::optional(*format);
}

Text readGiftText(QStringView text, TextFormat inherited)
{
    const std::optional<TextFormat> marker = formatMarker(text);
    const QStringView rest = marker ? text.sliced(formatName(*marker).size() + 2) : text;
    // Moodle trims after it resolves the escapes, so that `\n` at an end goes too.
    return {giftTrimmed(unescaped(rest)).toString(), marker.value_or(inherited)};
}

QString defaultTitle(const Text &stem)
{
    return giftTrimmed(firstCodePoints(stem.content, titleLength)).toString();
}

QStringView firstCodePoints(QStringView text, qsizetype count)
{
    qsizetype end = 0;
    for (; end < text.size(); ++end) {
        if (!text[end].isLowSurrogate() && count-- == 0)
            break;
    }
    return text.first(end);
}

} // namespace items

// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/giftbytes.h"

#include <QStringConverter>

#include <algorithm>
#include <array>

namespace items {

namespace {

constexpr qsizetype mostBytes = qsizetype{64} * 1024 * 1024;

/// What Windows-1252 has at 0x80 to 0x9F; the five bytes that it leaves open are the controls of the same number
/// (WHATWG Encoding Standard, index windows-1252).
constexpr std::array<char16_t, 32> windowsUpper{0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
                                                0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

QString fromWindows1252(const QByteArray &bytes)
{
    QString text = QString::fromLatin1(bytes);
    for (QChar &character : text) {
        if (character >= u'\x80' && character <= u'\x9f')
            character = windowsUpper[character.unicode() - 0x80U];
    }
    return text;
}

QString withLineFeeds(QString text)
{
    return text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
}

QString fromUtf8(const QByteArray &bytes, QStringDecoder::Flags flags, bool &hasError)
{
    QStringDecoder decoder(QStringDecoder::Utf8, flags | QStringDecoder::Flag::Stateless);
    QString text = decoder(bytes);
    hasError = decoder.hasError();
    return text;
}

/// Decoded twice, with different characters in the place of invalid bytes, a text parts at the first of them. The space
/// at the end is for a character that is cut off there, which Qt replaces the same way both times.
base::Place firstInvalid(const QByteArray &bytes, const QString &file)
{
    const QByteArray closed = bytes + ' ';
    bool hasError = false;
    const QString replaced = fromUtf8(closed, QStringDecoder::Flag::Default, hasError);
    const QString nulled = fromUtf8(closed, QStringDecoder::Flag::ConvertInvalidToNull, hasError);
    const auto parting = std::ranges::mismatch(replaced, nulled).in1;
    const QString before = withLineFeeds(replaced.first(parting - replaced.begin()));
    const QStringView line = QStringView(before).sliced(before.lastIndexOf(u'\n') + 1);
    const auto column = std::ranges::count_if(line, [](QChar character) { return !character.isLowSurrogate(); });
    return {file, static_cast<int>(before.count(u'\n')) + 1, static_cast<int>(column) + 1};
}

base::Fault fileFault(base::Severity severity, base::FaultCode code, const base::Place &place,
                      const QStringList &details)
{
    return {severity, base::Scope::Item, {}, code, place, details};
}

QByteArray withoutMark(const QByteArray &bytes)
{
    const bool hasMark = bytes.startsWith("\xEF\xBB\xBF");
    return hasMark ? bytes.sliced(3) : bytes;
}

} // namespace

QString decodeGift(const QByteArray &bytes, const QString &file, base::Faults &faults)
{
    if (bytes.size() > mostBytes) {
        faults.push_back(
            fileFault(base::Severity::Error, base::FaultCode::FileTooLarge, {file, 0, 0}, {QStringLiteral("64 MiB")}));
        return {};
    }
    const QByteArray unmarked = withoutMark(bytes);
    bool hasError = false;
    const QString text = fromUtf8(unmarked, QStringDecoder::Flag::Default, hasError);
    if (!hasError)
        return withLineFeeds(text);
    const base::Place place = firstInvalid(unmarked, file);
    faults.push_back(fileFault(base::Severity::Warning, base::FaultCode::NotUtf8, place, {}));
    return withLineFeeds(fromWindows1252(unmarked));
}

} // namespace items

// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/textfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

#include <algorithm>

namespace course {

namespace {

constexpr qint64 largestFile = 8LL * 1024 * 1024;

/// The text with `Default` or `ConvertInvalidToNull` for bytes that are no UTF-8; nothing where all of them are.
std::optional<QString> decodedWithError(const QByteArray &bytes, QStringDecoder::Flag invalid)
{
    QStringDecoder decoder(QStringDecoder::Utf8,
                           QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom | invalid);
    const QString text = decoder(bytes);
    return decoder.hasError() ? std::optional(text) : std::nullopt;
}

/// The offset of the first byte that is not UTF-8, or -1. Decoded twice, with different characters in the place of
/// such bytes, the text parts at the first of them: a replacement character that its author wrote is none. The space at
/// the end is for a character that is cut off there, which Qt replaces the same way both times.
qsizetype firstInvalid(const QByteArray &bytes)
{
    const QByteArray closed = bytes + ' ';
    const auto replaced = decodedWithError(closed, QStringDecoder::Flag::Default);
    const auto nulled = decodedWithError(closed, QStringDecoder::Flag::ConvertInvalidToNull);
    if (!replaced || !nulled)
        return -1;
    const auto parting = std::ranges::mismatch(*replaced, *nulled).in1;
    return replaced->first(parting - replaced->begin()).toUtf8().size();
}

QByteArray withoutMark(QByteArray bytes)
{
    if (bytes.startsWith("\xEF\xBB\xBF"))
        bytes.remove(0, 3);
    return bytes;
}

} // namespace

CourseFolder::CourseFolder(const QString &path) : m_path(QDir(path).canonicalPath()) {}

bool CourseFolder::has(const QString &name) const
{
    return !m_path.isEmpty() && QFileInfo(m_path + u'/' + name).isFile();
}

QStringList CourseFolder::namesIn(const QString &name, const QString &ending) const
{
    const QDir folder(m_path + u'/' + name);
    if (m_path.isEmpty() || !folder.canonicalPath().startsWith(m_path + u'/'))
        return {};
    QStringList names = folder.entryList(QDir::Files);
    names.removeIf([&ending](const QString &file) { return !file.endsWith(ending); });
    std::ranges::transform(names, names.begin(), [&](const QString &file) { return file.chopped(ending.size()); });
    return names;
}

std::optional<TextFile> CourseFolder::open(const QString &name, const base::Fault &scope, base::Faults &faults) const
{
    const auto refuse = [&](base::FaultCode code, const base::Place &place, const QStringList &details = {}) {
        base::Fault fault = scope;
        fault.code = code;
        fault.place = place;
        fault.details = details;
        faults.push_back(fault);
        return std::nullopt;
    };
    const base::Place whole{name, 0, 0};
    // No file system has a name with a zero in it, and Qt would warn of it.
    const bool isName = !m_path.isEmpty() && !name.contains(QChar::Null);
    const QString canonical = !isName ? QString() : QFileInfo(m_path + u'/' + name).canonicalFilePath();
    if (canonical.isEmpty())
        return refuse(base::FaultCode::FileMissing, whole);
    if (!canonical.startsWith(m_path + u'/'))
        return refuse(base::FaultCode::OutsideCourse, whole);

    QFile file(canonical);
    if (!QFileInfo(canonical).isFile())
        return refuse(base::FaultCode::FileUnreadable, whole, {QStringLiteral("not a file")});
    if (!file.open(QIODevice::ReadOnly))
        return refuse(base::FaultCode::FileUnreadable, whole, {file.errorString()});
    if (file.size() > largestFile)
        return refuse(base::FaultCode::FileTooLarge, whole, {QStringLiteral("8 MiB")});
    const QByteArray bytes = withoutMark(file.readAll());
    if (const qsizetype invalid = firstInvalid(bytes); invalid >= 0)
        return refuse(base::FaultCode::NotUtf8, TextFile(name, bytes).placeAt(invalid));
    return TextFile(name, bytes);
}

} // namespace course

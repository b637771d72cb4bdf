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

/// The offset of the first byte that is not UTF-8, or -1.
qsizetype firstInvalid(const QByteArray &bytes)
{
    QStringDecoder whole(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = whole(bytes);
    if (!whole.hasError())
        return -1;
    // Replacement characters stand where bytes were refused: what comes before the first is sound.
    const qsizetype at = decoded.indexOf(QChar::ReplacementCharacter);
    return at < 0 ? 0 : decoded.left(at).toUtf8().size();
}

QByteArray withoutMark(QByteArray bytes)
{
    if (bytes.startsWith("\xEF\xBB\xBF"))
        bytes.remove(0, 3);
    return bytes;
}

} // namespace

TextFile::TextFile(QString name, QByteArray bytes) : m_name(std::move(name)), m_bytes(std::move(bytes))
{
    m_lineStarts.push_back(0);
    for (qsizetype i = 0; i < m_bytes.size(); ++i) {
        if (m_bytes.at(i) == '\n')
            m_lineStarts.push_back(i + 1);
    }
}

base::Place TextFile::placeAt(qsizetype offset) const
{
    const qsizetype inside = std::clamp<qsizetype>(offset, 0, m_bytes.size());
    const auto after = std::upper_bound(m_lineStarts.begin(), m_lineStarts.end(), inside);
    const qsizetype start = *(after - 1);
    const auto isCodePointStart = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; };
    const auto column = std::count_if(m_bytes.begin() + start, m_bytes.begin() + inside, isCodePointStart);
    return {m_name, static_cast<int>(after - m_lineStarts.begin()), static_cast<int>(column) + 1};
}

CourseFolder::CourseFolder(const QString &path) : m_path(QDir(path).canonicalPath()) {}

bool CourseFolder::has(const QString &name) const
{
    return !m_path.isEmpty() && QFileInfo(m_path + u'/' + name).isFile();
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
    const QString canonical = m_path.isEmpty() ? QString() : QFileInfo(m_path + u'/' + name).canonicalFilePath();
    if (canonical.isEmpty())
        return refuse(base::FaultCode::FileMissing, whole);
    if (!canonical.startsWith(m_path + u'/'))
        return refuse(base::FaultCode::OutsideCourse, whole);

    QFile file(canonical);
    if (!QFileInfo(canonical).isFile() || !file.open(QIODevice::ReadOnly))
        return refuse(base::FaultCode::FileUnreadable, whole, {file.errorString()});
    if (file.size() > largestFile)
        return refuse(base::FaultCode::FileTooLarge, whole, {QStringLiteral("8 MiB")});
    const QByteArray bytes = withoutMark(file.readAll());
    if (const qsizetype invalid = firstInvalid(bytes); invalid >= 0)
        return refuse(base::FaultCode::NotUtf8, TextFile(name, bytes).placeAt(invalid));
    return TextFile(name, bytes);
}

} // namespace course

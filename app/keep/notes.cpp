// SPDX-License-Identifier: GPL-3.0-or-later
#include "keep/notes.h"

#include "keep/jsonfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>

namespace keep {

namespace {

constexpr qint64 mostBytes = 8LL * 1024 * 1024; // some thousand notes of the longest

Note noteFrom(const QJsonObject &object)
{
    Note note;
    note.id = QUuid::fromString(object.value(QLatin1String("id")).toString());
    note.section = object.value(QLatin1String("section")).toString();
    note.quote = object.value(QLatin1String("quote")).toString().left(longestQuote);
    note.occurrence = std::max(0, object.value(QLatin1String("occurrence")).toInt());
    note.text = object.value(QLatin1String("text")).toString().left(longestNote);
    return note;
}

QJsonObject objectFrom(const Note &note)
{
    return {{QStringLiteral("id"), note.id.toString(QUuid::WithoutBraces)},
            {QStringLiteral("section"), note.section},
            {QStringLiteral("quote"), note.quote},
            {QStringLiteral("occurrence"), note.occurrence},
            {QStringLiteral("text"), note.text}};
}

/// The file, and what was put aside of it: whoever wipes their notes wants none of them left.
tl::expected<void, Error> removeAll(const QString &path)
{
    const QFileInfo file(path);
    for (const QFileInfo &one : QDir(file.path()).entryInfoList({file.fileName() + QLatin1Char('*')}, QDir::Files)) {
        QFile left(one.filePath());
        if (!left.remove())
            return tl::unexpected(Error{one.filePath(), left.errorString()});
    }
    return {};
}

} // namespace

Notes::Notes(const QString &folder) : m_path(folder.isEmpty() ? QString() : folder + QLatin1String("/notes.json"))
{
    if (m_path.isEmpty())
        return;
    for (const QJsonValue value : readJson(m_path, mostBytes).value(QLatin1String("notes")).toArray()) {
        const Note note = noteFrom(value.toObject());
        if (!note.id.isNull() && !note.section.isEmpty())
            m_notes.push_back(note);
    }
}

tl::expected<void, Error> Notes::replace(const std::vector<Note> &notes)
{
    m_notes = notes;
    if (m_path.isEmpty())
        return {};
    if (m_notes.empty())
        return removeAll(m_path);
    QJsonArray array;
    for (const Note &note : m_notes)
        array.append(objectFrom(note));
    return writeJson(m_path, {{QStringLiteral("notes"), array}});
}

} // namespace keep

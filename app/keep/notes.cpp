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

QString pathIn(const QString &folder)
{
    return folder + QLatin1String("/notes.json");
}

/// The file, and what was put aside of it: whoever wipes their notes wants none of them left.
tl::expected<void, Error> removeAll(const QString &folder)
{
    const QString name = QFileInfo(pathIn(folder)).fileName();
    for (const QFileInfo &one : QDir(folder).entryInfoList({name + QLatin1Char('*')}, QDir::Files)) {
        QFile left(one.filePath());
        if (!left.remove())
            return tl::unexpected(Error{one.filePath(), left.errorString()});
    }
    QDir().rmdir(folder); // only an empty one goes
    return {};
}

void setIn(std::vector<Note> &notes, const Note &note)
{
    const auto found = std::ranges::find(notes, note.id, &Note::id);
    if (found == notes.end())
        notes.push_back(note);
    else
        *found = note;
}

} // namespace

QString notesFolder(const QString &settings, const QUuid &person)
{
    return settings + QLatin1String("/notes/") + person.toString(QUuid::WithoutBraces);
}

QList<QUuid> notesKeptOf(const QString &settings)
{
    QList<QUuid> persons;
    if (settings.isEmpty())
        return persons;
    for (const QString &name : QDir(settings + QLatin1String("/notes")).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (const QUuid person = QUuid::fromString(name); !person.isNull())
            persons.append(person);
    }
    return persons;
}

Notes::Notes(const QString &folder) : m_folder(folder)
{
    reload();
}

void Notes::reload()
{
    if (m_folder.isEmpty() || !m_isWritten)
        return;
    m_notes.clear();
    for (const QJsonValue value : readJson(pathIn(m_folder), mostBytes).value(QLatin1String("notes")).toArray()) {
        const Note note = noteFrom(value.toObject());
        if (!note.id.isNull() && !note.section.isEmpty())
            m_notes.push_back(note);
    }
}

tl::expected<void, Error> Notes::set(const Note &note)
{
    reload();
    setIn(m_notes, note);
    return write();
}

tl::expected<void, Error> Notes::remove(const QUuid &id)
{
    reload();
    std::erase_if(m_notes, [&](const Note &note) { return note.id == id; });
    return write();
}

tl::expected<void, Error> Notes::add(const std::vector<Note> &notes)
{
    reload();
    for (const Note &note : notes)
        setIn(m_notes, note);
    return write();
}

tl::expected<void, Error> Notes::clear()
{
    m_notes.clear();
    return write();
}

tl::expected<void, Error> Notes::write()
{
    if (m_folder.isEmpty())
        return {};
    QJsonArray array;
    for (const Note &note : m_notes)
        array.append(objectFrom(note));
    const auto written =
        m_notes.empty() ? removeAll(m_folder) : writeJson(pathIn(m_folder), {{QStringLiteral("notes"), array}});
    m_isWritten = written.has_value();
    return written;
}

} // namespace keep

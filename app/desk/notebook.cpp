// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/notebook.h"

#include <QUndoCommand>

#include <algorithm>
#include <functional>

namespace desk {

namespace {

/// From one set of notes to another and back.
class NotesChange final : public QUndoCommand
{
public:
    using Put = std::function<void(const std::vector<keep::Note> &)>;

    NotesChange(const QString &name, std::vector<keep::Note> before, std::vector<keep::Note> after, Put put)
        : QUndoCommand(name), m_before(std::move(before)), m_after(std::move(after)), m_put(std::move(put))
    {
    }

    void undo() override { m_put(m_before); }
    void redo() override { m_put(m_after); }

private:
    std::vector<keep::Note> m_before;
    std::vector<keep::Note> m_after;
    Put m_put;
};

} // namespace

Notebook::Notebook(QObject *parent) : QObject(parent), m_notes(QString()) {}

void Notebook::open(const QString &folder, bool takesAlong)
{
    const std::vector<keep::Note> along = takesAlong ? m_notes.all() : std::vector<keep::Note>();
    m_undo.clear();
    m_notes = keep::Notes(folder);
    if (along.empty()) {
        Q_EMIT changed();
        return;
    }
    std::vector<keep::Note> all = m_notes.all();
    all.insert(all.end(), along.begin(), along.end());
    put(all);
}

std::vector<keep::Note> Notebook::notesOf(const QString &section) const
{
    std::vector<keep::Note> found;
    std::ranges::copy_if(m_notes.all(), std::back_inserter(found),
                         [&](const keep::Note &note) { return note.section == section; });
    return found;
}

keep::Note Notebook::note(const QUuid &id) const
{
    const auto found = std::ranges::find(m_notes.all(), id, &keep::Note::id);
    return found == m_notes.all().end() ? keep::Note() : *found;
}

void Notebook::set(const keep::Note &note)
{
    std::vector<keep::Note> after = m_notes.all();
    const auto found = std::ranges::find(after, note.id, &keep::Note::id);
    if (found == after.end())
        after.push_back(note);
    else
        *found = note;
    change(tr("Note"), after);
}

void Notebook::remove(const QUuid &id)
{
    std::vector<keep::Note> after = m_notes.all();
    std::erase_if(after, [&](const keep::Note &note) { return note.id == id; });
    change(tr("Take out the note"), after);
}

void Notebook::wipe()
{
    m_undo.clear();
    put({});
}

void Notebook::change(const QString &name, const std::vector<keep::Note> &after)
{
    m_undo.push(
        new NotesChange(name, m_notes.all(), after, [this](const std::vector<keep::Note> &notes) { put(notes); }));
}

void Notebook::put(const std::vector<keep::Note> &notes)
{
    if (const auto kept = m_notes.replace(notes); !kept)
        Q_EMIT failed(
            tr("Your notes could not be written to %1. They hold until the window closes.").arg(kept.error().path));
    Q_EMIT changed();
}

std::vector<find::Entry> Notebook::entries(const course::Course &course) const
{
    std::vector<find::Entry> entries;
    for (const keep::Note &note : m_notes.all()) {
        const course::SectionPlace place = course::findSection(course, note.section);
        if (place.section != nullptr && !note.text.isEmpty())
            entries.push_back({find::Kind::Note, note.section, place.section->title, note.text, place.module->title});
    }
    return entries;
}

} // namespace desk

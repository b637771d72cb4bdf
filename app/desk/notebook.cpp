// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/notebook.h"

#include <QUndoCommand>

#include <algorithm>
#include <functional>

namespace desk {

namespace {

/// One note from what it was to what it becomes, and back; nothing stands for none.
class NoteChange final : public QUndoCommand
{
public:
    using Note = std::optional<keep::Note>;
    using Put = std::function<void(const Note &)>;

    NoteChange(const QString &name, Note before, Note after, Put put)
        : QUndoCommand(name), m_before(std::move(before)), m_after(std::move(after)), m_put(std::move(put))
    {
    }

    void undo() override { m_put(m_before); }
    void redo() override { m_put(m_after); }

private:
    Note m_before;
    Note m_after;
    Put m_put;
};

} // namespace

Notebook::Notebook(QObject *parent) : QObject(parent), m_notes(QString()) {}

void Notebook::open(const QString &folder)
{
    if (folder == m_notes.folder())
        return; // and what could not be written yet still holds
    const std::vector<keep::Note> along = m_notes.folder().isEmpty() ? m_notes.all() : std::vector<keep::Note>();
    m_undo.clear();
    m_notes = keep::Notes(folder);
    if (!along.empty())
        tell(m_notes.add(along));
    Q_EMIT changed();
}

void Notebook::reload()
{
    const std::vector<keep::Note> before = m_notes.all();
    m_notes.reload();
    if (m_notes.all() != before)
        Q_EMIT changed();
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
    change(tr("Note"), note.id, note);
}

void Notebook::remove(const QUuid &id)
{
    change(tr("Take out the note"), id, std::nullopt);
}

bool Notebook::wipe()
{
    m_undo.clear();
    const auto wiped = m_notes.clear();
    if (!wiped)
        Q_EMIT failed(
            tr("Your notes could not be taken out of %1: delete that file yourself.").arg(wiped.error().path));
    Q_EMIT changed();
    return wiped.has_value();
}

void Notebook::change(const QString &name, const QUuid &id, const std::optional<keep::Note> &after)
{
    const keep::Note now = note(id);
    const auto before = now.id.isNull() ? std::nullopt : std::optional(now);
    m_undo.push(
        new NoteChange(name, before, after, [this, id](const std::optional<keep::Note> &one) { put(id, one); }));
}

void Notebook::put(const QUuid &id, const std::optional<keep::Note> &note)
{
    tell(note ? m_notes.set(*note) : m_notes.remove(id));
    Q_EMIT changed();
}

void Notebook::tell(const tl::expected<void, keep::Error> &kept)
{
    if (!kept)
        Q_EMIT failed(
            tr("Your notes could not be written to %1. They hold until the window closes.").arg(kept.error().path));
}

std::vector<find::Entry> Notebook::entries(const course::Course &course) const
{
    std::vector<find::Entry> entries;
    for (const keep::Note &note : m_notes.all()) {
        const course::SectionPlace place = course::findSection(course, note.section);
        if (place.section != nullptr && !note.text.isEmpty())
            entries.push_back({find::Kind::Note, note.section, place.section->title, note.text, place.module->title,
                               note.id.toString(QUuid::WithoutBraces)});
    }
    return entries;
}

} // namespace desk

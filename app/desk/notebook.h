// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"
#include "find/index.h"
#include "keep/notes.h"

#include <QObject>
#include <QUndoStack>

#include <optional>

namespace desk {

/// A reader's marks and notes, with undo. Holds no widget.
class Notebook final : public QObject
{
    Q_OBJECT

public:
    /// In memory until `open`.
    explicit Notebook(QObject *parent = nullptr);

    /// The notes in another folder, or in memory where it is empty: somebody else's. A guest's, which are in memory,
    /// come along. What was done before cannot be undone any more.
    void open(const QString &folder);
    /// Shows what another window wrote.
    void reload();

    [[nodiscard]] std::vector<keep::Note> notesOf(const QString &section) const;
    /// The note of that id; one without an id where it is gone.
    [[nodiscard]] keep::Note note(const QUuid &id) const;
    [[nodiscard]] bool isEmpty() const { return m_notes.all().empty(); }

    /// Adds a note, or puts it in the place of the one with its id.
    void set(const keep::Note &note);
    void remove(const QUuid &id);
    /// All of them, for good: nothing is left to undo. False where a file of them could not be removed.
    bool wipe();
    void undo() { m_undo.undo(); }
    void redo() { m_undo.redo(); }

    /// The notes with words, for the search.
    [[nodiscard]] std::vector<find::Entry> entries(const course::Course &course) const;

Q_SIGNALS:
    void changed();
    /// What could not be kept, in one sentence.
    void failed(const QString &text);

private:
    void change(const QString &name, const QUuid &id, const std::optional<keep::Note> &after);
    void put(const QUuid &id, const std::optional<keep::Note> &note);
    void tell(const tl::expected<void, keep::Error> &kept);

    keep::Notes m_notes;
    QUndoStack m_undo;
};

} // namespace desk

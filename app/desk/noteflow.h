// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keep/notes.h"

#include <QObject>

class QWidget;

namespace desk {

class Notebook;

/// What a reader does with marks and notes, and what must be asked first.
class NoteFlow final : public QObject
{
    Q_OBJECT

public:
    /// Its dialogs stand over `window`.
    NoteFlow(Notebook &notebook, QWidget *window);

    /// Whether somebody has read what notes are for, and wants them.
    void setOn(bool on) { m_on = on; }
    /// Asks whether to switch them on, and says what they are and are not for. True where they are on then.
    bool switchOn();

    /// Asks for the words of a note, a new one or one that is there; does nothing without a passage.
    void write(keep::Note note);
    /// Marks a passage. That is no free text, and asks nothing.
    void mark(keep::Note note);
    /// All notes and marks, for good.
    void wipe();

Q_SIGNALS:
    void switchedOn();
    void told(const QString &text);

private:
    Notebook &m_notebook;
    QWidget *m_window;
    bool m_on = false;
};

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/noteflow.h"

#include "desk/notebook.h"
#include "desk/notedialog.h"

namespace desk {

NoteFlow::NoteFlow(Notebook &notebook, QWidget *window) : m_notebook(notebook), m_window(window) {}

/// Free text is off until somebody has read what it is and is not for.
bool NoteFlow::switchOn()
{
    if (!m_on && askForNotes(m_window)) {
        m_on = true;
        Q_EMIT switchedOn();
    }
    return m_on;
}

void NoteFlow::write(keep::Note note)
{
    if (note.quote.isEmpty())
        return;
    // A mark goes again without anybody having to switch on free text.
    if (!m_on && !note.id.isNull() && note.text.isEmpty()) {
        if (askTakingOut(m_window, note))
            m_notebook.remove(note.id);
        return;
    }
    if (!switchOn())
        return;
    const NoteAnswer answer = askNote(m_window, note);
    if (answer == NoteAnswer::Remove)
        m_notebook.remove(note.id);
    if (answer != NoteAnswer::Keep)
        return;
    if (note.id.isNull())
        note.id = QUuid::createUuid();
    m_notebook.set(note);
}

void NoteFlow::mark(keep::Note note)
{
    if (note.quote.isEmpty())
        return;
    note.id = QUuid::createUuid();
    m_notebook.set(note);
}

void NoteFlow::wipe()
{
    if (!m_notebook.isEmpty() && m_notebook.wipe())
        Q_EMIT told(tr("All your notes and marks are wiped."));
}

} // namespace desk

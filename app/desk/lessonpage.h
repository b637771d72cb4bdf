// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/contentsmodel.h"
#include "desk/notebook.h"
#include "desk/study.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace desk {

class LessonView;

/// One section to read, with the way back and on at its foot.
class LessonPage final : public QWidget
{
    Q_OBJECT

public:
    LessonPage(Study &study, Notebook &notebook, QWidget *parent = nullptr);

    void showSection(const QString &section, bool trainerNotes);
    void setTrainerNotes(bool on);
    [[nodiscard]] QString section() const { return m_section; }
    [[nodiscard]] LessonView *view() const { return m_view; }

    /// Where the reader came from: told, and named on the button that leads there.
    struct WayBack {
        QString told; ///< empty: none is offered
        QString button;
        Location to;
    };
    /// Offers it until another section is shown.
    void offerReturn(const WayBack &way);
    [[nodiscard]] bool offersReturn() const;

    /// How the section is read: in short, and with which way back.
    struct Manner {
        bool isShort = false;
        WayBack way;
    };
    [[nodiscard]] Manner manner() const;
    void setManner(const Manner &manner);
    /// The section as it is read, in short where that was chosen.
    [[nodiscard]] const course::Section &shown() const;

    /// Marks this section as read and goes on.
    void goOn();
    void goBack();
    void goReturn();

Q_SIGNALS:
    void wanted(const desk::Location &location);
    /// A passage is to be marked, with words or without: notes are switched off until somebody wants them.
    void noteWanted(keep::Note note);
    void highlightWanted(keep::Note note);

private:
    [[nodiscard]] QWidget *makeFoot();
    [[nodiscard]] QWidget *makeReturnBar();
    void setFoot();
    void showShort();
    void takeCare(const QString &choice);
    [[nodiscard]] Location next() const;
    [[nodiscard]] Location previous() const;
    [[nodiscard]] QString metaText() const;
    [[nodiscard]] QString doneText() const;

    Study &m_study;
    Notebook &m_notebook;
    QString m_section;
    course::Section m_brief; ///< the section in short
    bool m_isShort = false;
    bool m_trainerNotes = false;
    QPushButton *m_back = nullptr;
    QPushButton *m_next = nullptr;
    QLabel *m_read = nullptr;
    LessonView *m_view = nullptr;
    QWidget *m_returnBar = nullptr;
    QLabel *m_returnText = nullptr;
    QPushButton *m_return = nullptr;
    WayBack m_way;
};

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/contentsmodel.h"
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
    explicit LessonPage(Study &study, QWidget *parent = nullptr);

    void showSection(const QString &section, bool trainerNotes);
    void setTrainerNotes(bool on);
    [[nodiscard]] QString section() const { return m_section; }
    [[nodiscard]] LessonView *view() const { return m_view; }

    /// Marks this section as read and goes on.
    void goOn();
    void goBack();

Q_SIGNALS:
    void wanted(const desk::Location &location);

private:
    [[nodiscard]] QWidget *makeFoot();
    void setFoot();
    [[nodiscard]] Location next() const;
    [[nodiscard]] Location previous() const;
    [[nodiscard]] QString metaText() const;

    Study &m_study;
    QString m_section;
    bool m_trainerNotes = false;
    QPushButton *m_back = nullptr;
    QPushButton *m_next = nullptr;
    QLabel *m_read = nullptr;
    LessonView *m_view = nullptr;
};

} // namespace desk

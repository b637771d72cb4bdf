// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"

#include <QWidget>

namespace desk {

class LessonView;

/// One job aid or local card to read, with the way back.
class CardPage final : public QWidget
{
    Q_OBJECT

public:
    explicit CardPage(const course::Course &course, QWidget *parent = nullptr);

    void showCard(const QString &id);
    [[nodiscard]] LessonView *view() const { return m_view; }
    /// The card as a section.
    [[nodiscard]] const course::Section &shown() const { return m_shown; }

Q_SIGNALS:
    void backWanted();
    void printWanted();
    void sectionWanted(const QString &section);
    void cardWanted(const QString &card);

private:
    [[nodiscard]] QWidget *makeFoot();

    const course::Course &m_course;
    course::Section m_shown; ///< the card as a section: it is set like one
    LessonView *m_view = nullptr;
};

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keep/settings.h"

#include <QWidget>

#include <span>

class QLabel;
class QMenu;
class QPushButton;

namespace desk {

struct Location;

/// The bar at the top: the program's name, its pages, and how it should look.
class TopBar final : public QWidget
{
    Q_OBJECT

public:
    /// `search` stands in the bar, which takes it as its child.
    TopBar(const QString &title, const keep::Settings &settings, QWidget *search, QWidget *parent = nullptr);

    /// Which of the program's pages is open.
    enum class Place { Start, Course, Figures, Practice, Workshop };
    void setPlace(Place place);
    void setCanFold(bool canFold);
    /// What was set elsewhere, so that a choice made here changes nothing but itself.
    void setSettings(const keep::Settings &settings);

    struct Choice;

    [[nodiscard]] QSize minimumSizeHint() const override;

    /// The text a size larger or smaller, as far as there is one; 0: as it usually is.
    void stepText(int by);

Q_SIGNALS:
    void startWanted();
    void courseWanted();
    void figuresWanted();
    void practiceWanted();
    void workshopWanted();
    void helpWanted();
    void hideWanted();
    void contentsToggled();
    void settingsChanged(const keep::Settings &settings);
    void notesToggled(bool on); ///< a reader's own notes: not set yet, for it is to be asked first
    void printWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QPushButton *addButton(const QString &text, const QString &tip);
    [[nodiscard]] QPushButton *add(QPushButton *button, const QString &tip);
    void addChoices(QMenu *menu, std::span<const Choice> choices, double keep::Settings::*setting);
    [[nodiscard]] QMenu *makeTextMenu();
    [[nodiscard]] QMenu *makeThemeMenu();
    void change(const keep::Settings &settings);

    keep::Settings m_settings;
    QLabel *m_name = nullptr;
    QWidget *m_search = nullptr;
    QPushButton *m_contents = nullptr;
    QPushButton *m_start = nullptr;
    QPushButton *m_course = nullptr;
    QPushButton *m_figures = nullptr;
    QPushButton *m_practice = nullptr;
    QPushButton *m_workshop = nullptr;
    QAction *m_notes = nullptr;
};

/// Under which of them a page is; `practice` is the id of what is asked again.
[[nodiscard]] TopBar::Place barPlaceOf(const Location &location, const QString &practice);

} // namespace desk

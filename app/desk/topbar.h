// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keep/settings.h"

#include <QWidget>

class QMenu;
class QPushButton;

namespace desk {

/// The bar at the top: the program's name, its pages, and how it should look.
class TopBar final : public QWidget
{
    Q_OBJECT

public:
    TopBar(const QString &title, const keep::Settings &settings, QWidget *parent = nullptr);

    /// Which of the program's pages is open.
    enum class Place { Start, Course, Figures };
    void setPlace(Place place);
    void setCanFold(bool canFold);

Q_SIGNALS:
    void startWanted();
    void courseWanted();
    void figuresWanted();
    void contentsToggled();
    void settingsChanged(const keep::Settings &settings);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QPushButton *addButton(const QString &text, const QString &tip);
    [[nodiscard]] QPushButton *add(QPushButton *button, const QString &tip);
    [[nodiscard]] QMenu *makeTextMenu();
    [[nodiscard]] QMenu *makeThemeMenu();
    void change(const keep::Settings &settings);

    keep::Settings m_settings;
    QPushButton *m_contents = nullptr;
    QPushButton *m_start = nullptr;
    QPushButton *m_course = nullptr;
    QPushButton *m_figures = nullptr;
};

} // namespace desk

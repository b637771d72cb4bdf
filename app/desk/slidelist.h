// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/room.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;

namespace desk {

/// All slides of a session, or all questions that could be asked in it, to go to one: typing narrows the list, Enter
/// goes.
class SlideList final : public QDialog
{
    Q_OBJECT

public:
    SlideList(const Room &room, bool onlyQuestions, QWidget *parent);

    [[nodiscard]] std::optional<workshop::Spot> chosen() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addAll(const Room &room, bool onlyQuestions);
    void narrow(const QString &words);

    std::vector<workshop::Spot> m_spots;
    QListWidget *m_list = nullptr;
    QLabel *m_nothing = nullptr;
    QPushButton *m_go = nullptr;
};

} // namespace desk

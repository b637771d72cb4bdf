// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workshop/deck.h"
#include "workshop/session.h"

#include <QDialog>

class QListWidget;

namespace desk {

/// All slides of a session, to go to one: typing narrows the list, Enter goes.
class SlideList final : public QDialog
{
    Q_OBJECT

public:
    SlideList(const std::vector<workshop::Stage> &stages, const workshop::Session &session, QWidget *parent);

    [[nodiscard]] std::optional<workshop::Spot> chosen() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void narrow(const QString &words);

    std::vector<workshop::Spot> m_spots;
    QListWidget *m_list = nullptr;
};

} // namespace desk

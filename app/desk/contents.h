// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/contentsmodel.h"

#include <QListView>

class QLabel;

namespace desk {

/// The column at the leading side: the course's name, and its contents.
class Contents final : public QWidget
{
    Q_OBJECT

public:
    explicit Contents(Study &study, QWidget *parent = nullptr);

    void setLocation(const Location &location);
    [[nodiscard]] QListView *list() const { return m_list; }

Q_SIGNALS:
    void wanted(const desk::Location &location);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ContentsModel *m_model = nullptr;
    QListView *m_list = nullptr;
};

} // namespace desk

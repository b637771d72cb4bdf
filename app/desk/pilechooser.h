// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/study.h"
#include "workshop/piles.h"

#include <QScrollArea>

class QComboBox;
class QPushButton;
class QVBoxLayout;

namespace desk {

class Card;

/// Which pile of paper is to be typed in: a new one, or one that was begun.
class PileChooser final : public QScrollArea
{
    Q_OBJECT

public:
    explicit PileChooser(Study &study, QWidget *parent = nullptr);

    /// Shows the piles that there are now.
    void rebuild();

Q_SIGNALS:
    /// One without an id is new.
    void chosen(const workshop::PileSetting &pile);
    void backWanted();

private:
    [[nodiscard]] Card *addCard(const QString &heading, const QString &text);
    void addNew();
    void addSessions();
    [[nodiscard]] QString sessionName(const QUuid &session) const;
    void addBegun(const std::vector<workshop::BegunPile> &piles);
    void begin();

    Study &m_study;
    QVBoxLayout *m_column = nullptr;
    QComboBox *m_what = nullptr;
    QComboBox *m_when = nullptr;
    QComboBox *m_session = nullptr;
    QPushButton *m_begin = nullptr;
};

/// "Form A, before": what a pile answers.
[[nodiscard]] QString pileName(const Study &study, const workshop::PileSetting &pile);

} // namespace desk

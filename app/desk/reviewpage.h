// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/reviewlist.h"
#include "desk/sidepage.h"

#include <QPointer>
#include <QScrollArea>

class QComboBox;
class QKeyEvent;
class QLabel;
class QVBoxLayout;

namespace desk {

class AnswerRow;
class Card;
class CountPanel;

/// A review as the trainer sees it: the items at the side, and of the one on the table what was believed, the beliefs
/// behind it, what holds and why, and what else asks about the same.
class ReviewPage final : public SidePage
{
    Q_OBJECT

public:
    explicit ReviewPage(ReviewPresenter &presenter, QWidget *parent = nullptr);

    [[nodiscard]] ReviewList *list() const { return m_list; }
    void refresh();

    /// Whether there is a screen for the room, so that it is said what stands on it.
    void setHasProjector(bool hasProjector);

Q_SIGNALS:
    void backWanted();
    void reportWanted();
    /// The section that the item on the table rests on is to be read.
    void passageWanted(const QString &section);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void fillSide();
    void rebuild();
    void addNothing(QVBoxLayout *column);
    void addItem(QVBoxLayout *column, const items::Item &item);
    AnswerRow *addOption(Card *card, const items::Item &item, std::size_t at, const std::vector<figures::Cell> &cells);
    void addOccasion(QVBoxLayout *column, const items::Item &item, const insight::Occasion &occasion);
    void addExplanation(QVBoxLayout *column, const items::Item &item);
    void addWhere(QVBoxLayout *column);
    void addSiblings(QVBoxLayout *column);
    void addAsking(QVBoxLayout *column, const items::Item &asked);
    [[nodiscard]] QWidget *makeMargin();
    [[nodiscard]] Card *addCard(QVBoxLayout *column, const QString &heading);
    [[nodiscard]] bool takeKey(const QKeyEvent &event);
    void askFirstSibling();
    void openPassage();

    ReviewPresenter &m_presenter;
    bool m_hasProjector = false;
    QLabel *m_title = nullptr;
    QComboBox *m_order = nullptr;
    ReviewList *m_list = nullptr;
    QLabel *m_told = nullptr;
    QPointer<CountPanel> m_counts; ///< while the room is asked something
    qsizetype m_shown = -1;        ///< the item that the page was made for
    ReviewView::Step m_shownStep = ReviewView::Step::Answers;
    bool m_hasShownWhere = false;
    Card *m_opened = nullptr; ///< the explanation, or the passage
};

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/console.h"
#include "desk/projector.h"

#include <QWidget>

class QKeyEvent;
class QLabel;
class QPushButton;
class QTimer;
class QVBoxLayout;

namespace desk {

class Card;
class CountPanel;
class CutsPanel;
class KeyHints;
class SheetPreview;
class SlideSheet;
class TrainerNotes;

/// The trainer's screen: what the room sees now, what comes next, the notes in type that can be read while standing,
/// the clock, and how late one is with the way out beside it. With one screen alone (or a mirrored one) it can be the
/// slide itself, and then no note is on it.
class ConsolePage final : public QWidget
{
    Q_OBJECT

public:
    ConsolePage(Console &console, Projector &projector, QWidget *parent = nullptr);

    /// The slide alone over the whole window, with a thin strip at its foot: for one screen that the room sees too.
    void setStage(bool isStage);
    [[nodiscard]] bool isStage() const { return m_isStage; }

    /// Does what a key says; false where it says nothing here.
    bool takeKey(QKeyEvent *event);
    /// Offers what to cut; nothing where nothing can or need be.
    void proposeCuts();

    [[nodiscard]] SheetPreview *now() const { return m_now; }
    [[nodiscard]] SheetPreview *next() const { return m_next; }
    [[nodiscard]] SlideSheet *stage() const { return m_stage; }

Q_SIGNALS:
    /// The session is over, or left for now.
    void leaveWanted();
    void endWanted();
    void roomWanted();                     ///< to say how many take part
    void slidesWanted(bool onlyQuestions); ///< a list, to go to one

protected:
    bool event(QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildHead(QVBoxLayout *column);
    void buildLeft(QVBoxLayout *column);
    void buildRight(QVBoxLayout *column);
    void refresh();
    void showTime();
    [[nodiscard]] double notesSize() const;
    void showCounting();
    void showCuts();
    void takeCuts();
    void showKeys();
    void showScreens();
    void toggleSpotlight();
    bool takeLetter(int key);
    [[nodiscard]] QString countingText() const;
    [[nodiscard]] QString stripText() const;
    [[nodiscard]] QString lateText() const;

    Console &m_console;
    Projector &m_projector;
    bool m_isStage = false;
    bool m_isLit = false;      ///< the spotlight follows the mouse
    bool m_offersCuts = false; ///< the panel with what to cut is open
    bool m_wasOffered = false; ///< it opened by itself since one is so late
    QTimer *m_tick = nullptr;
    QWidget *m_head = nullptr;
    QWidget *m_middle = nullptr; ///< holds the left and the right
    QWidget *m_left = nullptr;
    QWidget *m_right = nullptr;
    QWidget *m_foot = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_place = nullptr;
    QLabel *m_clock = nullptr;
    QLabel *m_planned = nullptr;
    QPushButton *m_late = nullptr;
    QLabel *m_nowCaption = nullptr;
    SheetPreview *m_now = nullptr;
    SheetPreview *m_next = nullptr;
    SlideSheet *m_stage = nullptr; ///< the slide alone, over the whole window
    QLabel *m_nextCaption = nullptr;
    QLabel *m_countCaption = nullptr;
    Card *m_countCard = nullptr;
    CountPanel *m_counts = nullptr;
    QLabel *m_countText = nullptr;
    QLabel *m_notesCaption = nullptr;
    TrainerNotes *m_notes = nullptr;
    CutsPanel *m_cuts = nullptr;
    KeyHints *m_keys = nullptr;
    QLabel *m_screens = nullptr;
    QLabel *m_strip = nullptr;
};

} // namespace desk

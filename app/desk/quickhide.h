// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QKeySequence>
#include <QObject>
#include <QPointer>

#include <vector>

class QKeyEvent;
class QWidget;

namespace desk {

/// Hides what is on the screen at one key, in whatever window somebody is, dialogs too: every window of the program is
/// covered by a sheet that tells nothing, and its title with it. Nothing is closed, and the same key brings it back.
/// Until then no other key, and no click, reaches anything but the sheets.
class QuickHide final : public QObject
{
    Q_OBJECT

public:
    /// `clock` tells the day that the sheet shows.
    QuickHide(const QKeySequence &key, base::Clock clock, QObject *parent = nullptr);
    ~QuickHide() override;

    void setKey(const QKeySequence &key) { m_key = key; }
    [[nodiscard]] bool isHidden() const { return !m_covers.empty(); }

    /// Returns once every window is covered on the screen.
    void hide();
    void show();
    void toggle();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// A window, what lies over it, what it was called, and where the keys went in it before.
    struct Cover {
        QPointer<QWidget> window;
        QPointer<QWidget> sheet;
        QString title;
        QPointer<QWidget> focus;
    };

    void cover(QWidget *window);
    [[nodiscard]] Cover *coverOf(const QWidget *window);
    [[nodiscard]] bool isUnderSheets(const QWidget *widget) const;
    bool takeKey(const QWidget *widget, QKeyEvent *event);
    void onOpened(QWidget *window);
    void keepFocus();

    QKeySequence m_key;
    base::Clock m_clock;
    std::vector<Cover> m_covers;
};

} // namespace desk

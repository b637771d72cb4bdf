// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QKeySequence>
#include <QObject>
#include <QPointer>

#include <vector>

class QWidget;

namespace desk {

/// Hides what is on the screen at one key, in whatever window somebody is, dialogs too: every window of the program is
/// covered by a sheet that tells nothing, and its title with it. Nothing is closed, and the same key brings it back.
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
    /// A window, what lies over it, and what it was called.
    struct Cover {
        QPointer<QWidget> window;
        QPointer<QWidget> sheet;
        QString title;
    };

    void cover(QWidget *window);

    QKeySequence m_key;
    base::Clock m_clock;
    std::vector<Cover> m_covers;
    QPointer<QWidget> m_focus; ///< where the keys went before
};

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;

namespace desk {

/// A calm bar under the top one: what happened, what was kept, what to do. It stays until it is put away or mended.
class Notice final : public QWidget
{
    Q_OBJECT

public:
    explicit Notice(QWidget *parent = nullptr);

    /// What it tells, and something to press that mends it, if anything does.
    struct Message {
        QString text;
        QString action;
        std::function<void()> mend;
    };

    void tell(const QString &text) { tell(Message{text, {}, {}}); }
    /// Whatever is told next takes it away.
    void tell(const Message &message);
    /// Adds something to press to what it tells now.
    void offer(const QString &action, const std::function<void()> &mend) { tell({text(), action, mend}); }
    /// What it tells now; empty while it is put away.
    [[nodiscard]] Message message() const { return isHidden() ? Message() : m_message; }
    [[nodiscard]] QString text() const { return message().text; }
    void clear() { hide(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_text = nullptr;
    QPushButton *m_action = nullptr;
    Message m_message;
};

} // namespace desk

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

    void tell(const QString &text);
    /// The same with something to press that mends it; whatever is told next takes it away.
    void offer(const QString &text, const QString &action, const std::function<void()> &mend);
    /// What it tells now; empty while it is put away.
    [[nodiscard]] QString text() const;
    void clear();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_text = nullptr;
    QPushButton *m_action = nullptr;
    std::function<void()> m_mend;
};

} // namespace desk

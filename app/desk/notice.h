// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace desk {

/// A calm bar under the top one: what happened, what was kept, what to do. It stays until it is put away or mended.
class Notice final : public QWidget
{
    Q_OBJECT

public:
    explicit Notice(QWidget *parent = nullptr);

    void tell(const QString &text);
    /// What it tells now; empty while it is put away.
    [[nodiscard]] QString text() const;
    void clear();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_text = nullptr;
};

} // namespace desk

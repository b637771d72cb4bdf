// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace desk {

/// A row of keys and what they do, each key on a little cap. They are for the eyes: each does on a click what it does
/// when it is pressed.
class KeyHints final : public QWidget
{
    Q_OBJECT

public:
    struct Hint {
        int key = 0;  ///< Qt::Key
        QString cap;  ///< as it stands on the keyboard
        QString does; ///< "blank"
        bool isOn = false;

        bool operator==(const Hint &) const = default;
    };

    explicit KeyHints(QWidget *parent = nullptr);
    void setHints(const std::vector<Hint> &hints);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

Q_SIGNALS:
    void pressed(int key);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    struct Place {
        QRect cap;
        QRect words;
    };
    [[nodiscard]] std::vector<Place> places(int width) const;

    std::vector<Hint> m_hints;
};

} // namespace desk

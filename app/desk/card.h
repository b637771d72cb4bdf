// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QVBoxLayout>
#include <QWidget>

namespace desk {

/// A quiet card with a column of things in it.
class Card : public QWidget
{
    Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr);
    [[nodiscard]] QVBoxLayout *column() const { return m_column; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_column;
};

/// A text that wraps, in one of the palette's colours.
[[nodiscard]] QLabel *makeText(QWidget *parent, const QString &text, const QFont &font,
                               QPalette::ColorRole role = QPalette::WindowText);

/// The same where people may want to copy it. Qt gives such a label a text document of its own, which is dear: a page
/// of them takes several times as long to open.
[[nodiscard]] QLabel *makeCopyableText(QWidget *parent, const QString &text, const QFont &font,
                                       QPalette::ColorRole role = QPalette::WindowText);

} // namespace desk

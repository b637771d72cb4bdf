// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/item.h"

#include <QAbstractButton>

class QLabel;

namespace desk {

/// One option of a question: a large, quiet card with a letter. Chosen, it is framed; once the answer is open its
/// feedback stands inside it, and the option that holds is framed with a broken line.
class OptionCard final : public QAbstractButton
{
    Q_OBJECT

public:
    enum class Frame { Plain, Chosen, Holds };

    OptionCard(const QString &letter, const QString &text, Qt::TextFormat format, QWidget *parent = nullptr);

    void setFrame(Frame frame);
    /// Opens the feedback: a bold verdict and what is to be said. The card can't be chosen any more.
    void setFeedback(const QString &verdict, const items::Text &feedback);
    /// The answer is open, and this option has nothing to say.
    void close();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] int textWidth(int width) const;
    void layOut();

    QString m_letter;
    QLabel *m_text = nullptr;
    QLabel *m_feedback = nullptr;
    Frame m_frame = Frame::Plain;
    bool m_closed = false;
};

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "type/lessondocument.h"

#include <QWidget>

class QLabel;

namespace desk {

/// A claim or a term, explained beside the line that names it.
class MarginNoteCard final : public QWidget
{
    Q_OBJECT

public:
    MarginNoteCard(type::NoteText note, bool isClaim, QWidget *parent = nullptr);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

    /// Marks the note as the one that was just asked for.
    void setCalled(bool called);

Q_SIGNALS:
    void linkActivated(const QString &link);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setText();

    type::NoteText m_note;
    QLabel *m_label = nullptr;
    bool m_isClaim = false;
    bool m_called = false;
};

} // namespace desk

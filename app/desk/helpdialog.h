// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keep/helpcard.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace desk {

/// The help card, over whatever page somebody is on: to read, and to fill in; or the card for when somebody discloses.
/// What was written is kept however it is closed.
class HelpDialog final : public QDialog
{
    Q_OBJECT

public:
    HelpDialog(QString text, QWidget *parent, keep::CardKind kind = keep::CardKind::Help);

    void done(int result) override;

Q_SIGNALS:
    void textChanged(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] bool isEditing() const;
    void showText();
    void edit();
    void save();

    QString m_text;
    keep::CardKind m_kind;
    QStackedWidget *m_stack = nullptr;
    QScrollArea *m_scroll = nullptr; ///< holds the words
    QLabel *m_words = nullptr;
    QPlainTextEdit *m_field = nullptr;
    QPushButton *m_edit = nullptr;
};

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;

namespace desk {

/// The help card, over whatever page somebody is on: to read, and to fill in.
class HelpDialog final : public QDialog
{
    Q_OBJECT

public:
    HelpDialog(const QString &text, QWidget *parent);

Q_SIGNALS:
    void textChanged(const QString &text);

private:
    void showText();
    void edit();
    void save();

    QString m_text;
    QStackedWidget *m_stack = nullptr;
    QLabel *m_words = nullptr;
    QPlainTextEdit *m_field = nullptr;
    QPushButton *m_edit = nullptr;
};

} // namespace desk

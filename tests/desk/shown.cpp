// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/shown.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QTest>
#include <QTextDocument>
#include <QWindow>

namespace testing {

QString shownText(const QLabel *label)
{
    QTextDocument document;
    const bool isRich = label->textFormat() == Qt::RichText ||
                        (label->textFormat() == Qt::AutoText && Qt::mightBeRichText(label->text()));
    if (label->textFormat() == Qt::MarkdownText)
        document.setMarkdown(label->text());
    else if (isRich)
        document.setHtml(label->text());
    else
        document.setPlainText(label->text());
    return document.toPlainText();
}

QStringList shownIn(const QWidget *widget)
{
    QStringList texts;
    for (const QWidget *child : widget->findChildren<QWidget *>()) {
        if (!child->isVisible())
            continue;
        if (const auto *label = qobject_cast<const QLabel *>(child))
            texts.append(shownText(label));
        else if (const auto *button = qobject_cast<const QAbstractButton *>(child))
            texts.append(button->text());
    }
    texts.removeAll(QString());
    return texts;
}

QString nameOf(QObject *object)
{
    const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(object);
    return interface == nullptr ? QString() : interface->text(QAccessible::Name);
}

void clickAt(QWidget *widget, const QPoint &position)
{
    QWidget *window = widget->window();
    const QPoint inWindow = widget->mapTo(window, position);
    if (!widget->isVisible() || !window->rect().contains(inWindow))
        QTest::qFail(qPrintable(QStringLiteral("out of sight: %1 “%2”")
                                    .arg(QString::fromLatin1(widget->metaObject()->className()), nameOf(widget))),
                     __FILE__, __LINE__);
    QTest::mouseClick(window->windowHandle(), Qt::LeftButton, {}, inWindow);
}

void click(QWidget *widget)
{
    clickAt(widget, widget->rect().center());
}

} // namespace testing

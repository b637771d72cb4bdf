// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QAccessible>
#include <QLabel>
#include <QTest>
#include <QTextDocument>
#include <QWindow>

/// What a person sees and hears of a window, and how they touch it.
namespace testing {

/// The words of a label, without its markup.
inline QString shownText(const QLabel *label)
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

/// Every text of a visible label or button in `widget`.
inline QStringList shownIn(const QWidget *widget)
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

/// The name that a screen reader says.
inline QString nameOf(QObject *object)
{
    const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(object);
    return interface == nullptr ? QString() : interface->text(QAccessible::Name);
}

/// A click in the middle of `widget`, by way of its window: what covers it gets the click, and what is out of sight
/// cannot be clicked.
inline void clickAt(QWidget *widget, const QPoint &position)
{
    QWidget *window = widget->window();
    const QPoint inWindow = widget->mapTo(window, position);
    if (!widget->isVisible() || !window->rect().contains(inWindow))
        QTest::qFail(qPrintable(QStringLiteral("out of sight: %1 “%2”")
                                    .arg(QString::fromLatin1(widget->metaObject()->className()), nameOf(widget))),
                     __FILE__, __LINE__);
    QTest::mouseClick(window->windowHandle(), Qt::LeftButton, {}, inWindow);
}

inline void click(QWidget *widget)
{
    clickAt(widget, widget->rect().center());
}

} // namespace testing

// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/planpage.h"

#include "desk/planeditor.h"
#include "desk/planlist.h"

#include <QApplication>
#include <QKeyEvent>
#include <QStackedLayout>

namespace desk {

namespace {

/// What the window has a use of its own for elsewhere.
bool isOurs(const QKeyEvent &event, bool isOpen)
{
    return event.matches(QKeySequence::Undo) || event.matches(QKeySequence::Redo) ||
           (isOpen && event.matches(QKeySequence::Print));
}

} // namespace

PlanPage::PlanPage(PlanPresenter &presenter, QWidget *parent)
    : QWidget(parent), m_presenter(presenter), m_parts(new QStackedLayout(this)), m_list(new PlanList(presenter, this)),
      m_editor(new PlanEditor(presenter, this))
{
    setAccessibleName(tr("Plans of your own"));
    m_parts->addWidget(m_list);
    m_parts->addWidget(m_editor);
    connect(m_list, &PlanList::backWanted, this, &PlanPage::backWanted);
    connect(m_editor, &PlanEditor::printWanted, this, &PlanPage::printWanted);
    connect(&m_presenter, &PlanPresenter::changed, this, &PlanPage::refresh);
    show(m_presenter.view().own.has_value());
}

void PlanPage::refresh()
{
    const bool isOpen = m_presenter.view().own.has_value();
    if (isOpen)
        m_editor->refresh();
    if (!isOpen || m_parts->currentWidget() != m_editor)
        show(isOpen);
}

void PlanPage::show(bool isOpen)
{
    const QWidget *keys = QApplication::focusWidget();
    const bool isHere = isVisible() && (keys == nullptr || keys == this || isAncestorOf(keys));
    if (!isOpen)
        m_list->rebuild();
    m_parts->setCurrentWidget(isOpen ? static_cast<QWidget *>(m_editor) : m_list);
    if (isHere)
        giveKeys();
}

void PlanPage::giveKeys()
{
    if (m_presenter.view().own)
        m_editor->begin();
    else
        m_list->setFocus(Qt::OtherFocusReason);
}

void PlanPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_presenter.reload();
}

void PlanPage::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    giveKeys();
}

bool PlanPage::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event); // what such an event is
        if (isOurs(*key, m_presenter.view().own.has_value())) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void PlanPage::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Undo))
        m_presenter.undo();
    else if (event->matches(QKeySequence::Redo))
        m_presenter.redo();
    else if (event->matches(QKeySequence::Print) && m_presenter.view().own &&
             !m_presenter.view().own->plan.steps.empty())
        Q_EMIT printWanted(m_presenter.view().own->plan);
    else
        QWidget::keyPressEvent(event);
}

} // namespace desk

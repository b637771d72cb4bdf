// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/searchbox.h"

#include "desk/hitsmodel.h"
#include "type/tokens.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QToolTip>

namespace desk {

namespace {

constexpr double boxWidth = 260;
constexpr double listWidth = 620;
constexpr int rowsShown = 8;

} // namespace

SearchBox::SearchBox(std::function<std::vector<find::Entry>()> entries, QWidget *parent)
    : QLineEdit(parent), m_entries(std::move(entries))
{
    setPlaceholderText(tr("Search the course… Ctrl+K"));
    setAccessibleName(tr("Search the course"));
    setToolTip(tr("Lessons, words, claims, figures, questions and your notes (Ctrl+K)"));
    setTextMargins(type::sized(6), 0, type::sized(2), 0);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(this, &QLineEdit::textEdited, this, &SearchBox::look);
}

SearchBox::~SearchBox() = default;

QSize SearchBox::sizeHint() const
{
    return {type::sized(boxWidth), QLineEdit::sizeHint().height()};
}

void SearchBox::setNotes(const std::vector<find::Entry> &notes)
{
    m_notes = notes;
    if (m_index != nullptr)
        static_cast<void>(m_index->replace(find::Kind::Note, m_notes));
}

void SearchBox::begin()
{
    show();
    setFocus();
    selectAll();
}

void SearchBox::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    prepare();
}

/// When somebody first goes there: the first window opens the sooner.
void SearchBox::prepare()
{
    if (m_completer != nullptr)
        return;
    m_hits = new HitsModel(this);
    m_completer = new QCompleter(m_hits, this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(rowsShown);
    m_completer->setWidget(this);
    QAbstractItemView *list = m_completer->popup();
    list->setItemDelegate(new HitDelegate(list));
    list->setAccessibleName(tr("What was found"));
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, &SearchBox::choose);
    std::vector<find::Entry> entries = m_entries();
    entries.insert(entries.end(), m_notes.begin(), m_notes.end());
    auto index = find::Index::make(entries);
    if (index)
        m_index = std::move(*index);
}

void SearchBox::look()
{
    prepare();
    if (m_index == nullptr)
        return;
    m_hits->setHits(m_index->find(text()));
    QAbstractItemView *list = m_completer->popup();
    if (m_hits->rowCount() == 0) {
        list->hide();
        if (!find::wordsOf(text()).isEmpty())
            QToolTip::showText(mapToGlobal(rect().bottomLeft()), tr("Nothing has all of these words."), this);
        return;
    }
    const int wide = std::min(type::sized(listWidth), window()->width() - type::sized(32));
    const int left = std::min(0, window()->width() - type::sized(16) - mapTo(window(), QPoint()).x() - wide);
    m_completer->complete(QRect(left, 0, wide, height() + type::sized(4)));
    list->setCurrentIndex(m_completer->completionModel()->index(0, 0));
}

void SearchBox::choose(const QModelIndex &index)
{
    // The completer hands out an index of the model that it keeps around ours; the rows are the same.
    const find::Hit hit = m_hits->hit(index);
    m_completer->popup()->hide();
    clear();
    Q_EMIT chosen(hit);
}

void SearchBox::keyPressEvent(QKeyEvent *event)
{
    prepare();
    const QAbstractItemView *list = m_completer->popup();
    const bool isListed = list->isVisible();
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    // The list hands its keys on to the box first.
    if (isEnter && m_hits->rowCount() > 0 && !text().isEmpty()) {
        choose(m_hits->index(isListed ? std::max(0, list->currentIndex().row()) : 0));
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        clear();
        window()->setFocus();
        return;
    }
    if (event->key() == Qt::Key_Down && !isListed) {
        look();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace desk

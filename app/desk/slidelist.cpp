// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/slidelist.h"

#include "desk/card.h"
#include "desk/projection.h"
#include "desk/style.h"
#include "type/tokens.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace desk {

namespace {

constexpr qsizetype longestName = 70; // signs

/// What a slide is called in the list: its question's title, or the words that it begins with.
QString nameOf(const course::Course &course, const workshop::Slide &slide)
{
    if (const items::Item *item = course::findItem(course, slide.id))
        return item->title.isEmpty() ? item->stem.content.simplified().left(longestName) : item->title;
    for (const course::Block &block : slide.text.children) {
        QString words;
        for (const course::Span &span : block.spans)
            words += span.text;
        if (!words.isEmpty())
            return words.simplified().left(longestName);
    }
    return slide.title;
}

/// What a question is also found by: the words of it that stand on no line of the list.
QString wordsOf(const course::Course &course, const workshop::Slide &slide)
{
    const items::Item *item = course::findItem(course, slide.id);
    if (item == nullptr)
        return {};
    QStringList words{item->stem.content};
    for (const items::Option &option : item->options)
        words.append(option.text.content);
    return words.join(QLatin1Char(' ')).simplified();
}

constexpr int foundBy = Qt::UserRole;

} // namespace

SlideList::SlideList(const Room &room, bool onlyQuestions, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(onlyQuestions ? tr("Ask the room") : tr("Go to a slide"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(type::sized(20), type::sized(20), type::sized(20), type::sized(16));
    column->setSpacing(type::sized(10));
    auto *words = new QLineEdit(this);
    words->setPlaceholderText(tr("Type some of its words"));
    words->setAccessibleName(tr("Words of the slide"));
    words->installEventFilter(this);
    m_list = new QListWidget(this);
    m_list->setAccessibleName(tr("Slides"));
    column->addWidget(words);
    column->addWidget(m_list, 1);
    addAll(room, onlyQuestions);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    m_nothing = makeText(this, tr("Nothing in this plan has these words."), type::sans(14), QPalette::PlaceholderText);
    m_nothing->hide();
    row->insertWidget(0, m_nothing);
    m_go = new QPushButton(onlyQuestions ? tr("Ask this") : tr("Go there"), this);
    setPart(m_go, ButtonPart::Primary);
    m_go->setDefault(true);
    row->addWidget(m_go);
    column->addLayout(row);
    connect(words, &QLineEdit::textChanged, this, &SlideList::narrow);
    connect(m_go, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_list, &QListWidget::itemActivated, this, &QDialog::accept);
    resize(type::sized(560), type::sized(520));
    words->setFocus();
}

void SlideList::addAll(const Room &room, bool onlyQuestions)
{
    const workshop::Session &session = room.session();
    for (int step = 0; step < static_cast<int>(room.stages().size()); ++step) {
        const workshop::Stage &stage = room.stages()[static_cast<std::size_t>(step)];
        const QString title = stepTitle(session.setting().plan.steps[static_cast<std::size_t>(step)], stage);
        for (int at = 0; at < static_cast<int>(stage.slides.size()); ++at) {
            const workshop::Slide &slide = stage.slides[static_cast<std::size_t>(at)];
            const bool isQuestion = slide.kind == workshop::Slide::Kind::Question;
            if (onlyQuestions ? !isQuestion : slide.isAside)
                continue;
            const QString name = nameOf(room.course(), slide);
            const QString line = name == stage.title ? title : tr("%1: %2").arg(title, name);
            m_list->addItem(session.cut().contains(step) ? tr("%1 (left out)").arg(line) : line);
            m_list->item(m_list->count() - 1)->setData(foundBy, wordsOf(room.course(), slide));
            m_spots.push_back({step, at, 0});
            // The one that is shown, or the first question from here on.
            const bool isHere = onlyQuestions ? m_list->currentRow() < 0 && step >= session.spot().step
                                              : step == session.spot().step && at == session.spot().slide;
            if (isHere)
                m_list->setCurrentRow(m_list->count() - 1);
        }
    }
}

void SlideList::narrow(const QString &words)
{
    int first = -1;
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem &line = *m_list->item(row);
        const bool isMeant = line.text().contains(words, Qt::CaseInsensitive) ||
                             line.data(foundBy).toString().contains(words, Qt::CaseInsensitive);
        m_list->item(row)->setHidden(!isMeant);
        if (isMeant && first < 0)
            first = row;
    }
    if (first >= 0)
        m_list->setCurrentRow(first);
    m_go->setEnabled(first >= 0);
    m_nothing->setVisible(first < 0);
}

/// Up and down walk the list while the words keep the focus.
bool SlideList::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool walks = key->key() == Qt::Key_Down || key->key() == Qt::Key_Up || key->key() == Qt::Key_PageDown ||
                           key->key() == Qt::Key_PageUp;
        if (walks) {
            QKeyEvent passed(QEvent::KeyPress, key->key(), Qt::NoModifier);
            QCoreApplication::sendEvent(m_list, &passed);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

std::optional<workshop::Spot> SlideList::chosen() const
{
    const int row = m_list->currentRow();
    return row < 0 || m_list->item(row)->isHidden() ? std::nullopt
                                                    : std::optional(m_spots[static_cast<std::size_t>(row)]);
}

} // namespace desk

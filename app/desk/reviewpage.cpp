// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/reviewpage.h"

#include "base/phrase.h"
#include "desk/answerrow.h"
#include "desk/card.h"
#include "desk/countpanel.h"
#include "desk/problemtext.h"
#include "desk/style.h"
#include "figures/smallnumbers.h"
#include "type/spantext.h"
#include "type/tokens.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace desk {

namespace {

using insight::Order;
using Step = ReviewView::Step;

constexpr double sideWidth = 340;
constexpr double marginWidth = 270;

struct OrderName {
    Order order;
    const char *name;
};

constexpr std::array orders{
    OrderName{Order::MostMissed, QT_TRANSLATE_NOOP("desk::ReviewPage", "Most missed first")},
    OrderName{Order::AsAsked, QT_TRANSLATE_NOOP("desk::ReviewPage", "As they were asked")},
    OrderName{Order::ByObjective, QT_TRANSLATE_NOOP("desk::ReviewPage", "Module by module")},
};

QLabel *makeQuiet(QWidget *parent, const QString &text)
{
    return makeText(parent, text, type::sans(12), QPalette::PlaceholderText);
}

QVBoxLayout *makeColumn(QWidget *widget, double air)
{
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(type::sized(air));
    return column;
}

bool isPlain(const QKeyEvent &event)
{
    return (event.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
}

/// What the room sees of the question on the table.
QString projected(const ReviewView &view)
{
    if (view.isBlank)
        return ReviewPage::tr("nothing");
    if (view.where)
        return ReviewPage::tr("where it is told");
    switch (view.step) {
    case Step::Answers:
        return ReviewPage::tr("the question and its answers");
    case Step::Revealed:
        return ReviewPage::tr("what holds");
    case Step::Explained:
        break;
    }
    return ReviewPage::tr("why");
}

} // namespace

ReviewPage::ReviewPage(ReviewPresenter &presenter, QWidget *parent)
    : SidePage(sideWidth, parent), m_presenter(presenter)
{
    setAccessibleName(tr("Review"));
    fillSide();
    area()->setFocusPolicy(Qt::NoFocus);
    setFocusProxy(m_list);
    connect(&m_presenter, &ReviewPresenter::changed, this, &ReviewPage::refresh);
    refresh();
}

void ReviewPage::fillSide()
{
    auto *column = new QVBoxLayout(side());
    column->setContentsMargins(type::sized(8), type::sized(24), type::sized(9), type::sized(16));
    column->setSpacing(type::sized(10));
    auto *head = new QVBoxLayout;
    head->setContentsMargins(type::sized(12), 0, type::sized(4), 0);
    head->setSpacing(type::sized(8));
    m_title = makeText(side(), {}, type::sans(14, QFont::Bold));
    m_order = new QComboBox(side());
    m_order->setAccessibleName(tr("Order"));
    m_order->setToolTip(tr("In which order the questions stand"));
    for (const OrderName &one : orders)
        m_order->addItem(tr(one.name), static_cast<int>(one.order));
    head->addWidget(m_title);
    head->addWidget(m_order);
    column->addLayout(head);
    m_list = new ReviewList(m_presenter, side());
    m_list->installEventFilter(this);
    column->addWidget(m_list, 1);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(type::sized(12), 0, type::sized(4), 0);
    m_told = makeQuiet(side(), {});
    auto *report = new QPushButton(tr("All that the answers say…"), side());
    report->setToolTip(tr("Beliefs, certainty, before and after; to be saved as a report"));
    report->setObjectName(QStringLiteral("report"));
    auto *back = new QPushButton(tr("Back to workshops"), side());
    back->setToolTip(tr("Everything stays as it is (Esc)"));
    foot->setSpacing(type::sized(12));
    foot->addWidget(m_told);
    foot->addWidget(report, 0, Qt::AlignLeft);
    foot->addWidget(back, 0, Qt::AlignLeft);
    column->addLayout(foot);
    connect(report, &QPushButton::clicked, this, &ReviewPage::reportWanted);
    connect(back, &QPushButton::clicked, this, &ReviewPage::backWanted);
    connect(m_order, &QComboBox::activated, this,
            [this] { m_presenter.setOrder(static_cast<Order>(m_order->currentData().toInt())); });
    m_order->installEventFilter(this);
}

void ReviewPage::refresh()
{
    const ReviewView &view = m_presenter.view();
    m_title->setText(view.people > 0 ? tr("%1, %n people", nullptr, view.people).arg(view.title) : view.title);
    m_order->setCurrentIndex(m_order->findData(static_cast<int>(view.order)));
    m_order->setVisible(view.items.size() > 1);
    m_list->refresh();
    // Hands are nobody's in particular: only papers and screens tell how well an item tells people apart.
    const auto people = static_cast<int>(m_presenter.answers().people.size());
    m_told->setText(people < figures::leastForDiscrimination
                        ? tr("Counts, and shares only from %1 answers on. Too few answered one by one to say how well "
                             "a question tells people apart.")
                              .arg(figures::leastForShare)
                        : tr("Counts, and shares only from %1 answers on.").arg(figures::leastForShare));
    rebuild();
}

void ReviewPage::setHasProjector(bool hasProjector)
{
    if (std::exchange(m_hasProjector, hasProjector) != hasProjector)
        refresh();
}

void ReviewPage::rebuild()
{
    m_opened = nullptr;
    auto *sheet = new QWidget;
    auto *column = new QVBoxLayout(sheet);
    column->setContentsMargins(type::sized(40), type::sized(28), type::sized(40), type::sized(32));
    column->setSpacing(type::sized(14));
    if (const items::Item *asked = m_presenter.askedNow())
        addAsking(column, *asked);
    else if (const items::Item *item = m_presenter.item())
        addItem(column, *item);
    else
        addNothing(column);
    column->addStretch(1);
    const ReviewView &view = m_presenter.view();
    const bool isSameItem = m_shown == view.at;
    const bool isOpened = isSameItem && (view.step > m_shownStep || (view.where && !m_hasShownWhere));
    const int scrolled = area()->verticalScrollBar()->value();
    area()->setWidget(sheet);
    m_shown = view.at;
    m_shownStep = view.step;
    m_hasShownWhere = view.where.has_value();
    if (isSameItem)
        area()->verticalScrollBar()->setValue(scrolled);
    if (isOpened && m_opened != nullptr)
        QTimer::singleShot(0, m_opened, [this] { area()->ensureWidgetVisible(m_opened, 0, type::sized(24)); });
}

void ReviewPage::addNothing(QVBoxLayout *column)
{
    const ReviewView &view = m_presenter.view();
    QWidget *sheet = column->parentWidget();
    if (view.problem) {
        column->addWidget(makeText(sheet, problemText(*view.problem), type::sans(14)));
        return;
    }
    column->addWidget(makeText(sheet, tr("Nothing was answered yet"), type::serif(21, QFont::Bold)));
    column->addWidget(
        makeText(sheet,
                 tr("Questions that the room was asked, and papers that were handed out in this workshop, "
                    "are reviewed here once they are counted or typed in."),
                 type::sans(14), QPalette::PlaceholderText));
}

void ReviewPage::addItem(QVBoxLayout *column, const items::Item &item)
{
    const ReviewView &view = m_presenter.view();
    QWidget *sheet = column->parentWidget();
    const insight::Spread &first = m_presenter.current()->first().spread;
    QStringList caption{tr("Question %1 of %2").arg(view.at + 1).arg(view.items.size()),
                        first.isUncounted() ? tr("how many answered is not known")
                        : first.isRoom      ? tr("%n in the room", nullptr, first.answered)
                                            : tr("%n answered", nullptr, first.answered)};
    if (first.unanswered > 0)
        caption.append(tr("%n did not", nullptr, first.unanswered));
    if (m_hasProjector)
        caption.append(tr("on the projector: %1").arg(projected(view)));
    column->addWidget(
        makeQuiet(sheet, caption.join(QStringLiteral(" · ")) + tr(". Page Down goes on, B blanks, Esc leads back.")));
    QLabel *stem = makeText(sheet, type::richText(item.stem), type::serif(20));
    stem->setTextFormat(Qt::RichText);
    column->addWidget(stem);
    auto *across = new QHBoxLayout;
    across->setSpacing(type::sized(24));
    auto *middle = new QWidget(sheet);
    QVBoxLayout *main = makeColumn(middle, 14);
    for (const insight::Occasion &occasion : m_presenter.current()->occasions)
        addOccasion(main, item, occasion);
    if (view.step != Step::Answers)
        addExplanation(main, item);
    if (view.where)
        addWhere(main);
    main->addStretch(1);
    across->addWidget(middle, 1);
    across->addWidget(makeMargin(), 0, Qt::AlignTop);
    column->addLayout(across);
}

Card *ReviewPage::addCard(QVBoxLayout *column, const QString &heading)
{
    auto *card = new Card(column->parentWidget());
    card->column()->addWidget(makeText(card, heading, type::sans(14, QFont::Bold)));
    column->addWidget(card);
    return card;
}

/// One option, or behind the last of them "I don't know"; without a number where too few answered.
AnswerRow *ReviewPage::addOption(Card *card, const items::Item &item, std::size_t at,
                                 const std::vector<figures::Cell> &cells)
{
    const bool isOption = at < item.options.size();
    const bool isOpen = m_presenter.view().step != Step::Answers;
    const QString key = isOption ? items::optionKey(static_cast<qsizetype>(at)) : QStringLiteral("?");
    auto *row = new AnswerRow(key.toUpper(), isOption ? type::richText(item.options[at].text) : tr("I don’t know"),
                              cells, card);
    row->setFont(type::sans(14));
    row->setForm(cells.empty() ? AnswerRow::Form::Words : AnswerRow::Form::BarsBelow);
    row->setHolds(isOpen && isOption && quiz::isRight(item, static_cast<qsizetype>(at)));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    row->setSizePolicy(policy);
    card->column()->addWidget(row);
    return row;
}

void ReviewPage::addOccasion(QVBoxLayout *column, const items::Item &item, const insight::Occasion &occasion)
{
    Card *card = addCard(column, insight::nameOf(occasion));
    if (!items::isChosenFrom(item)) { // words, numbers and pairs are told as a whole
        card->column()->addWidget(makeText(card, m_presenter.resultText(occasion), type::sans(14)));
        return;
    }
    const auto figure = m_presenter.figureOf(occasion);
    if (!figure) {
        for (std::size_t at = 0; at < item.options.size(); ++at)
            addOption(card, item, at, {});
        card->column()->addWidget(makeQuiet(card, base::render(figure.error().reason)));
        return;
    }
    const auto &lines = std::get<figures::Shelf>(figure->diagram).lines;
    int widest = 0;
    for (const figures::Shelf::Line &line : lines)
        widest = std::max(widest, QFontMetrics(type::sans(14)).horizontalAdvance(base::render(line.cell.label)));
    for (std::size_t at = 0; at < lines.size(); ++at) {
        const bool isOption = at < item.options.size();
        if (isOption || occasion.spread.dontKnow > 0) // that nobody said so need not be said
            addOption(card, item, at, {lines[at].cell})->setNumberWidth(widest);
    }
    for (const base::Phrase &caveat : figure->caveats)
        card->column()->addWidget(makeQuiet(card, base::render(caveat)));
}

void ReviewPage::addExplanation(QVBoxLayout *column, const items::Item &item)
{
    Card *card = addCard(column, tr("What holds, and why"));
    m_opened = card;
    const auto addWords = [card](const items::Text &text) {
        QLabel *label = makeText(card, type::richText(text), type::serif(16));
        label->setTextFormat(Qt::RichText);
        card->column()->addWidget(label);
    };
    for (qsizetype option = 0; option < std::ssize(item.options); ++option) {
        const items::Option &one = item.options[static_cast<std::size_t>(option)];
        if (quiz::isRight(item, option) && !one.feedback.isEmpty())
            addWords(one.feedback);
    }
    if (!item.generalFeedback.isEmpty())
        addWords(item.generalFeedback);
}

void ReviewPage::addWhere(QVBoxLayout *column)
{
    const Projection told = m_presenter.told();
    Card *card = addCard(column, told.title.isEmpty() ? tr("Where it is told") : told.title);
    m_opened = card;
    for (const QString &line : told.lines)
        card->column()->addWidget(makeText(card, line, type::serif(16)));
    if (!told.foot.isEmpty())
        card->column()->addWidget(makeQuiet(card, told.foot));
    auto *open = new QPushButton(tr("Read the section"), card);
    open->setToolTip(tr("The page of the lesson; Alt+Left comes back here"));
    setPart(open, ButtonPart::Link);
    card->column()->addWidget(open, 0, Qt::AlignLeft);
    connect(open, &QPushButton::clicked, this, &ReviewPage::openPassage, Qt::QueuedConnection);
}

QWidget *ReviewPage::makeMargin()
{
    auto *margin = new QWidget(area());
    margin->setFixedWidth(type::sized(marginWidth));
    QVBoxLayout *column = makeColumn(margin, 12);
    const ReviewView &view = m_presenter.view();
    const auto addButton = [&](const QString &text, const QString &tip, auto action) {
        auto *button = new QPushButton(text, margin);
        button->setToolTip(tip);
        button->setFocusPolicy(Qt::TabFocus);
        column->addWidget(button, 0, Qt::AlignLeft);
        // In a turn of its own: the button goes with what it changes.
        connect(button, &QPushButton::clicked, this, action, Qt::QueuedConnection);
        return button;
    };
    if (view.step == Step::Answers)
        setPart(addButton(tr("Reveal and explain (R)"), tr("What holds, here and on the projector"),
                          [this] { m_presenter.reveal(); }),
                ButtonPart::Primary);
    const bool hasMore = view.where && whereAfter(view.where, m_presenter.told());
    addButton(hasMore      ? tr("On with the passage (W)")
              : view.where ? tr("Close the passage (W)")
                           : tr("Show the passage (W)"),
              tr("Where it is told, here and on the projector"), [this] { m_presenter.showWhere(); });
    for (const ReviewPresenter::Behind &one : m_presenter.behind()) {
        Card *card = addCard(column, one.heading);
        card->column()->addWidget(makeText(card, tr("“%1”").arg(one.statement), type::sans(14)));
    }
    if (const QString certainty = m_presenter.certaintyText(); !certainty.isEmpty()) {
        Card *card = addCard(column, tr("How sure they were"));
        card->column()->addWidget(makeText(card, certainty, type::sans(14)));
    }
    addSiblings(column);
    return margin;
}

void ReviewPage::addSiblings(QVBoxLayout *column)
{
    auto siblings = m_presenter.siblings();
    if (siblings.empty())
        return;
    // What the room can be asked at once comes first.
    std::stable_partition(siblings.begin(), siblings.end(),
                          [this](const items::Item *one) { return m_presenter.canAsk(*one); });
    constexpr std::size_t most = 3;
    Card *card = addCard(column, tr("Others that ask about the same"));
    bool isFirst = true;
    for (std::size_t at = 0; at < std::min(most, siblings.size()); ++at) {
        const items::Item &sibling = *siblings[at];
        card->column()->addWidget(makeText(card, sibling.title, type::sans(14)));
        if (!items::isChosenFrom(sibling))
            card->column()->addWidget(
                makeQuiet(card, tr("To be talked about: its answers cannot be counted by hand.")));
        if (!m_presenter.canAsk(sibling))
            continue;
        auto *ask = new QPushButton(std::exchange(isFirst, false) ? tr("Ask it now (A)") : tr("Ask it now"), card);
        ask->setAccessibleName(tr("Ask now: %1").arg(sibling.title));
        ask->setToolTip(tr("To the room, here and on the projector; its answers are kept with this workshop"));
        card->column()->addWidget(ask, 0, Qt::AlignLeft);
        connect(
            ask, &QPushButton::clicked, this, [this, id = sibling.id] { m_presenter.ask(id); }, Qt::QueuedConnection);
    }
}

/// The first that the room can be asked.
void ReviewPage::askFirstSibling()
{
    const auto siblings = m_presenter.siblings();
    const auto first =
        std::ranges::find_if(siblings, [this](const items::Item *one) { return m_presenter.canAsk(*one); });
    if (m_presenter.askedNow() == nullptr && first != siblings.end())
        m_presenter.ask((*first)->id);
}

/// The question as the room has it, and where its answers are counted.
void ReviewPage::addAsking(QVBoxLayout *column, const items::Item &asked)
{
    QWidget *sheet = column->parentWidget();
    const RoomCount &counting = m_presenter.counting();
    const bool isOpen = counting.isOpen();
    column->addWidget(makeQuiet(sheet, tr("The room is asked this now")));
    QLabel *stem = makeText(sheet, type::richText(asked.stem), type::serif(20));
    stem->setTextFormat(Qt::RichText);
    column->addWidget(stem);
    Card *card = addCard(column, asked.title);
    for (qsizetype option = 0; option < std::ssize(asked.options); ++option) {
        auto *row = new AnswerRow(items::optionKey(option).toUpper(),
                                  type::richText(asked.options[static_cast<std::size_t>(option)].text), {}, card);
        row->setFont(type::sans(14));
        row->setHolds(!isOpen && quiz::isRight(asked, option));
        QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
        policy.setHeightForWidth(true);
        row->setSizePolicy(policy);
        card->column()->addWidget(row);
    }
    Card *counts = addCard(column, tr("How many chose each"));
    m_counts = new CountPanel(m_presenter.counting(), counts);
    m_counts->refresh();
    counts->column()->addWidget(m_counts);
    counts->column()->addWidget(makeQuiet(
        counts, isOpen ? tr("Type the count of each option, Enter after each: on the last it closes the count. R "
                            "reveals. Esc: back to the review; a count that was not closed is not told.")
                       : tr("Revealed. Page Down: why. Esc: back to the review.")));
    if (isOpen && asked.single && counting.room() > 0 && counting.counted() > counting.room())
        counts->column()->addWidget(makeText(
            counts, tr("%1 of %2: more than take part. Count again.").arg(counting.counted()).arg(counting.room()),
            type::sans(14, QFont::Bold)));
    if (const QString change = m_presenter.changeText(); !change.isEmpty())
        addCard(column, tr("What changed"))->column()->addWidget(makeText(sheet, change, type::sans(16)));
    auto *row = new QHBoxLayout;
    row->setSpacing(type::sized(10));
    auto *reveal = new QPushButton(tr("Reveal (R)"), sheet);
    setPart(reveal, ButtonPart::Primary);
    reveal->setEnabled(isOpen);
    auto *back = new QPushButton(tr("Back to the review (Esc)"), sheet);
    row->addWidget(reveal);
    row->addWidget(back);
    row->addStretch(1);
    column->addLayout(row);
    connect(
        reveal, &QPushButton::clicked, this, [this] { m_presenter.reveal(); }, Qt::QueuedConnection);
    connect(
        back, &QPushButton::clicked, this, [this] { m_presenter.stopAsking(); }, Qt::QueuedConnection);
}

void ReviewPage::openPassage()
{
    const items::Item *item = m_presenter.item();
    const QString section = item == nullptr ? QString() : items::tagValues(*item, QStringLiteral("section")).value(0);
    if (!section.isEmpty())
        Q_EMIT passageWanted(section);
}

void ReviewPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_list->setFocus();
}

/// Whoever goes elsewhere has stopped asking; what was counted is kept.
void ReviewPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_presenter.stopAsking();
}

bool ReviewPage::takeKey(const QKeyEvent &event)
{
    if (m_presenter.askedNow() != nullptr && m_counts != nullptr && m_counts->takeKey(event))
        return true;
    switch (event.key()) {
    case Qt::Key_A:
        askFirstSibling();
        return true;
    case Qt::Key_PageDown:
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_presenter.goOn();
        return true;
    case Qt::Key_PageUp:
    case Qt::Key_Backspace:
        m_presenter.goBack();
        return true;
    case Qt::Key_R:
        m_presenter.reveal();
        return true;
    case Qt::Key_W:
        m_presenter.showWhere();
        return true;
    case Qt::Key_B:
    case Qt::Key_Period:
        m_presenter.blank();
        return true;
    case Qt::Key_Escape:
        if (m_presenter.view().where || m_presenter.view().isBlank || m_presenter.askedNow() != nullptr)
            m_presenter.escape();
        else
            Q_EMIT backWanted();
        return true;
    default:
        return false;
    }
}

/// W opens a passage on other pages too, and there by way of the window.
bool ReviewPage::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (isPlain(*key) && key->key() == Qt::Key_W) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void ReviewPage::keyPressEvent(QKeyEvent *event)
{
    if (!isPlain(*event) || !takeKey(*event))
        QWidget::keyPressEvent(event);
}

/// The list and the box of orders would take some of these keys for themselves: letters to look for a title by, pages
/// to scroll. What the box needs to be chosen from stays its own.
bool ReviewPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && (watched == m_list || watched == m_order)) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isOwn = watched == m_order && key->key() == Qt::Key_Space;
        if (isPlain(*key) && !isOwn && takeKey(*key)) {
            if (watched == m_order)
                m_list->setFocus();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/planeditor.h"

#include "desk/card.h"
#include "desk/offertree.h"
#include "desk/planitems.h"
#include "desk/plantable.h"
#include "desk/planwords.h"
#include "desk/style.h"
#include "type/tokens.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTimeEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace desk {

namespace {

constexpr double offerWidth = 300;
constexpr double offerShare = 0.34;
constexpr double stackBelow = 660; // less is too narrow for two columns
constexpr double timesBelow = 780; // for the times in one line
constexpr double headBelow = 540;  // for the title and its buttons in one line
constexpr double marginWidth = 28;
constexpr double listHeight = 200; // the page scrolls rather than that a list gets lower
constexpr int mostWished = 9999;

QLabel *makeLabel(QWidget *parent, const QString &text, QWidget *buddy)
{
    QLabel *label = makeText(parent, text, type::sans(14));
    label->setWordWrap(false);
    label->setBuddy(buddy);
    return label;
}

/// A field like the others, that Up and Down step through.
void makeField(QAbstractSpinBox *box, double width)
{
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    box->setAlignment(Qt::AlignCenter);
    box->setFixedSize(type::sized(width), type::sized(36));
}

} // namespace

PlanEditor::PlanEditor(PlanPresenter &presenter, QWidget *parent) : QScrollArea(parent), m_presenter(presenter)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setBackgroundRole(QPalette::Window);
    setFocusPolicy(Qt::NoFocus); // everything on it has keys of its own
    setAccessibleName(tr("A plan of your own"));
    auto *sheet = new QWidget;
    auto *column = new QVBoxLayout(sheet);
    column->setContentsMargins(type::sized(marginWidth), type::sized(16), type::sized(marginWidth), type::sized(12));
    column->setSpacing(type::sized(10));
    setWidget(sheet);
    addHead(column);
    addTimes(column);
    m_across = new QHBoxLayout;
    m_across->setSpacing(type::sized(16));
    addOffer();
    addSteps();
    column->addLayout(m_across, 1);
    addActions(column);
    column->addWidget(makeText(
        sheet,
        tr("Enter adds, or opens a module; Shift+Enter adds it whole. In the steps digits set minutes, M keeps or "
           "cuts, Alt+Up and Alt+Down move, Delete takes out."),
        type::sans(12), QPalette::PlaceholderText));
    refresh();
}

QPushButton *PlanEditor::addButton(QBoxLayout *row, const QString &text, const QString &tip,
                                   const std::function<void()> &action)
{
    auto *button = new QPushButton(text, widget());
    button->setToolTip(tip);
    setPart(button, ButtonPart::Quiet);
    row->addWidget(button);
    connect(button, &QPushButton::clicked, this, action);
    return button;
}

void PlanEditor::addHead(QBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(type::sized(6));
    QPushButton *all = addButton(row, tr("All plans"), tr("Leave this one as it is: all of it is kept"),
                                 [this] { m_presenter.close(); });
    setPart(all, ButtonPart::Link);
    m_title = new QLineEdit(widget());
    m_title->setFont(type::serif(19, QFont::Bold));
    m_title->setMaxLength(longestPlanTitle);
    m_title->setTextMargins(type::sized(6), 0, type::sized(6), 0);
    m_title->setPlaceholderText(tr("Without a title"));
    m_title->setAccessibleName(tr("The plan’s title"));
    row->addWidget(m_title, 1);
    m_head = new QHBoxLayout;
    m_head->setSpacing(type::sized(6));
    m_head->addLayout(row, 1);
    m_title->installEventFilter(this);
    connect(m_title, &QLineEdit::textEdited, &m_presenter, &PlanPresenter::setTitle);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(type::sized(6));
    m_undo = addButton(buttons, tr("Undo"), {}, [this] { m_presenter.undo(); });
    m_redo = addButton(buttons, tr("Redo"), {}, [this] { m_presenter.redo(); });
    m_print = addButton(buttons, tr("Run sheet…"), tr("Print the steps with their times (Ctrl+P)"),
                        [this] { Q_EMIT printWanted(m_presenter.view().own->plan); });
    setPart(m_print, ButtonPart::Secondary);
    m_head->addLayout(buttons);
    column->addLayout(m_head);
}

void PlanEditor::addTimes(QBoxLayout *column)
{
    m_times = new QHBoxLayout;
    m_times->setSpacing(type::sized(8));
    auto *row = new QHBoxLayout;
    row->setSpacing(type::sized(8));
    m_start = new QTimeEdit(widget());
    m_start->setDisplayFormat(QStringLiteral("HH:mm"));
    m_start->setAccessibleName(tr("When it begins"));
    m_start->installEventFilter(this);
    makeField(m_start, 76);
    connect(m_start, &QTimeEdit::userTimeChanged, &m_presenter, &PlanPresenter::setStart);
    m_wished = new QSpinBox(widget());
    m_wished->setRange(0, mostWished);
    m_wished->setSpecialValueText(tr("not said"));
    m_wished->setSuffix(tr(" min"));
    m_wished->setAccessibleName(tr("Minutes that you have"));
    m_wished->installEventFilter(this);
    makeField(m_wished, 96);
    connect(m_wished, &QSpinBox::valueChanged, &m_presenter, &PlanPresenter::setWished);
    row->addWidget(makeLabel(widget(), tr("It begins at"), m_start));
    row->addWidget(m_start);
    row->addSpacing(type::sized(12));
    row->addWidget(makeLabel(widget(), tr("I have"), m_wished));
    row->addWidget(m_wished);
    row->addSpacing(type::sized(16));
    row->addStretch(1);
    m_times->addLayout(row);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    m_sum = new QHBoxLayout;
    m_sum->setSpacing(type::sized(10));
    m_length = makeText(widget(), {}, type::sans(14, QFont::Bold));
    m_fit = makeText(widget(), {}, type::sans(14, QFont::Bold));
    m_length->setWordWrap(false);
    m_fit->setWordWrap(false);
    m_length->setObjectName(QStringLiteral("length"));
    m_fit->setObjectName(QStringLiteral("fit"));
    m_sum->addWidget(m_length);
    m_sum->addWidget(m_fit);
    m_sum->addStretch(1);
    words->addLayout(m_sum);
    m_keeps = makeText(widget(), {}, type::sans(12), QPalette::PlaceholderText);
    m_keeps->setObjectName(QStringLiteral("keeps"));
    words->addWidget(m_keeps);
    m_times->addLayout(words, 1);
    column->addLayout(m_times);
}

void PlanEditor::addOffer()
{
    m_side = new QWidget(widget());
    auto *side = new QVBoxLayout(m_side);
    side->setContentsMargins(0, 0, 0, 0);
    side->setSpacing(type::sized(6));
    auto *words = new QLineEdit(m_side);
    words->setPlaceholderText(tr("Find in the course…"));
    words->setAccessibleName(tr("Find in the course"));
    words->setTextMargins(type::sized(6), 0, type::sized(2), 0);
    m_offer = new OfferTree(m_presenter, m_side);
    m_offer->setMinimumHeight(type::sized(listHeight));
    connect(words, &QLineEdit::textChanged, m_offer, &OfferTree::narrow);
    connect(words, &QLineEdit::returnPressed, m_offer, [this] { m_offer->setFocus(Qt::ShortcutFocusReason); });
    connect(m_offer, &OfferTree::wanted, &m_presenter, &PlanPresenter::add);
    connect(m_offer, &OfferTree::currentMoved, this, &PlanEditor::showAdding);
    side->addWidget(words);
    side->addWidget(m_offer, 1);
    m_add = addButton(side, tr("Add to the plan"), tr("Adds it behind the chosen step (Enter)"),
                      [this] { m_presenter.add(m_offer->chosen()); });
    setPart(m_add, ButtonPart::Secondary);
    m_across->addWidget(m_side);
}

void PlanEditor::addSteps()
{
    auto *card = new Card(widget());
    card->column()->setContentsMargins(type::sized(2), type::sized(6), type::sized(2), type::sized(6));
    m_table = new PlanTable(m_presenter, card);
    m_table->setMinimumHeight(type::sized(listHeight));
    connect(m_table, &PlanTable::itemsWanted, this, &PlanEditor::chooseItems);
    m_empty = makeText(card, tr("No steps yet. Add one from the list: its sections are folded into modules."),
                       type::sans(14), QPalette::PlaceholderText);
    m_empty->setContentsMargins(type::sized(14), type::sized(10), type::sized(14), type::sized(10));
    card->column()->addWidget(m_empty);
    card->column()->addWidget(m_table, 1);
    addNote(card->column());
    m_across->addWidget(card, 1);
}

/// In a narrow window, or with large letters, one stands below the other.
void PlanEditor::fold()
{
    const int room = viewport()->width() - 2 * type::sized(marginWidth);
    const bool isStacked = room < type::sized(stackBelow);
    const auto across = [room](double least) {
        return room < type::sized(least) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    };
    m_head->setDirection(across(headBelow));
    m_sum->setDirection(across(headBelow));
    m_times->setDirection(across(timesBelow));
    m_across->setDirection(across(stackBelow));
    m_side->setMinimumWidth(isStacked ? 0 : std::min(type::sized(offerWidth), static_cast<int>(room * offerShare)));
    m_side->setMaximumWidth(isStacked ? QWIDGETSIZE_MAX : m_side->minimumWidth());
}

void PlanEditor::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    fold();
}

/// A field would take back only what was typed in it last.
bool PlanEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QScrollArea::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isUndo = key->matches(QKeySequence::Undo);
    if (!isUndo && !key->matches(QKeySequence::Redo))
        return QScrollArea::eventFilter(watched, event);
    if (isUndo)
        m_presenter.undo();
    else
        m_presenter.redo();
    return true;
}

void PlanEditor::addNote(QBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(type::sized(14), 0, type::sized(14), 0);
    m_note = makeText(widget(), {}, type::sans(13));
    m_note->setObjectName(QStringLiteral("note"));
    row->addWidget(m_note, 1);
    m_putNote = addButton(row, tr("Put it before"), tr("Adds that section before this step"),
                          [this] { m_presenter.putNoteBefore(m_presenter.view().at); });
    setPart(m_putNote, ButtonPart::Secondary);
    column->addLayout(row);
}

void PlanEditor::addActions(QBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(type::sized(4));
    row->addStretch(1);
    const auto at = [this] { return m_presenter.view().at; };
    m_keep = addButton(row, tr("May be cut"), tr("Whether it must be kept, however late it is (M)"), [this, at] {
        if (step() != nullptr)
            m_presenter.setMustKeep(at(), !step()->mustKeep);
    });
    m_items =
        addButton(row, tr("Questions…"), tr("What the room is asked in this step (Q)"), [this] { chooseItems(); });
    m_rename = addButton(row, tr("Rename"), tr("Another name for a break or a discussion (F2)"), [this] {
        m_table->setFocus();
        m_table->rename();
    });
    m_up = addButton(row, tr("Up"), tr("One step earlier (Alt+Up)"), [this, at] { m_presenter.move(at(), at() - 1); });
    m_down =
        addButton(row, tr("Down"), tr("One step later (Alt+Down)"), [this, at] { m_presenter.move(at(), at() + 1); });
    m_out = addButton(row, tr("Take out"), tr("Takes the step out of the plan (Delete)"),
                      [this, at] { m_presenter.takeOut(at()); });
    column->addLayout(row);
}

void PlanEditor::begin()
{
    const bool isEmpty = m_presenter.view().own && m_presenter.view().own->plan.steps.empty();
    QWidget *first = isEmpty ? static_cast<QWidget *>(m_offer) : m_table;
    first->setFocus(Qt::OtherFocusReason);
}

const course::PlanStep *PlanEditor::step() const
{
    const PlanView &view = m_presenter.view();
    return view.own && view.at >= 0 ? &view.own->plan.steps[static_cast<std::size_t>(view.at)] : nullptr;
}

void PlanEditor::chooseItems()
{
    if (step() == nullptr || itemsFor(m_presenter.course(), *step()).empty())
        return;
    const int at = m_presenter.view().at;
    if (const auto items = askItems(this, m_presenter.course(), *step()))
        m_presenter.setItems(at, *items);
}

void PlanEditor::refresh()
{
    const PlanView &view = m_presenter.view();
    if (!view.own)
        return;
    const OwnPlan &own = *view.own;
    if (m_title->text() != own.plan.title)
        m_title->setText(own.plan.title);
    m_undo->setEnabled(!view.undo.isEmpty());
    m_undo->setToolTip(view.undo.isEmpty() ? QString() : tr("%1 (Ctrl+Z)").arg(view.undo));
    m_redo->setEnabled(!view.redo.isEmpty());
    m_redo->setToolTip(view.redo.isEmpty() ? QString() : tr("%1 (Ctrl+Shift+Z)").arg(view.redo));
    m_print->setEnabled(!own.plan.steps.empty());
    m_empty->setVisible(own.plan.steps.empty());
    showTimes(own);
    showActions(own);
    showNote(own);
    showAdding();
}

void PlanEditor::showTimes(const OwnPlan &own)
{
    const QSignalBlocker still(m_start);
    const QSignalBlocker stillToo(m_wished);
    if (m_start->time() != own.start)
        m_start->setTime(own.start);
    if (m_wished->value() != own.wished)
        m_wished->setValue(own.wished);
    m_length->setText(
        tr("%1, %2 to %3")
            .arg(lengthText(own.plan.minutes), clockText(own.start, 0), clockText(own.start, own.plan.minutes)));
    m_fit->setText(fitText(own));
    m_fit->setForegroundRole(own.plan.minutes > own.wished ? QPalette::BrightText : QPalette::Highlight);
    QString keeps = tr("%n minute(s) must be kept.", nullptr, minutesToKeep(own.plan));
    if (const QString day = dayText(own); !day.isEmpty())
        keeps = day + QLatin1Char(' ') + keeps;
    m_keeps->setText(keeps);
}

void PlanEditor::showActions(const OwnPlan &own)
{
    const course::PlanStep *now = step();
    const int at = m_presenter.view().at;
    const bool isNamed = now != nullptr && hasOwnTitle(now->kind);
    m_keep->setEnabled(now != nullptr);
    m_keep->setText(now != nullptr && now->mustKeep ? tr("Let it be cut") : tr("Keep it"));
    m_items->setEnabled(now != nullptr && !itemsFor(m_presenter.course(), *now).empty());
    m_rename->setVisible(isNamed);
    m_up->setEnabled(at > 0);
    m_down->setEnabled(now != nullptr && at + 1 < static_cast<int>(own.plan.steps.size()));
    m_out->setEnabled(now != nullptr);
}

void PlanEditor::showNote(const OwnPlan &own)
{
    const course::Section *note = step() == nullptr ? nullptr
                                                    : noteMissing(m_presenter.course(), own.plan,
                                                                  static_cast<std::size_t>(m_presenter.view().at));
    m_note->setVisible(note != nullptr);
    m_putNote->setVisible(note != nullptr);
    if (note != nullptr)
        m_note->setText(tr("The content note for this is in “%1”, which does not come before it.").arg(note->title));
}

void PlanEditor::showAdding()
{
    const std::size_t count = m_offer->chosen().size();
    if (m_add == nullptr)
        return; // the list is made before its button
    m_add->setEnabled(count > 0);
    m_add->setText(count > 1 ? tr("Add the whole module") : tr("Add to the plan"));
}

} // namespace desk

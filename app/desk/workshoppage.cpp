// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/workshoppage.h"

#include "desk/card.h"
#include "desk/style.h"
#include "type/tokens.h"
#include "workshop/simulation.h"

#include <QComboBox>
#include <QDateTime>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace desk {

namespace {

using workshop::PastSession;

constexpr int mostPeople = 500;
constexpr int usualPeople = 20;
constexpr std::size_t shownSessions = 12;

QLabel *makeHeading(QWidget *parent, const QString &text, double pixels)
{
    return makeText(parent, text, type::serif(pixels, QFont::Bold));
}

QLabel *makeQuiet(QWidget *parent, const QString &text)
{
    return makeText(parent, text, type::sans(14), QPalette::PlaceholderText);
}

int minutesToKeep(const course::Plan &plan)
{
    return std::accumulate(plan.steps.begin(), plan.steps.end(), 0, [](int sum, const course::PlanStep &step) {
        return sum + (step.mustKeep ? step.minutes : 0);
    });
}

QString dateText(qint64 at)
{
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(at);
    return QLocale().toString(when, QStringLiteral("d MMMM yyyy, HH:mm"));
}

QString sessionText(const PastSession &session)
{
    QStringList parts{WorkshopPage::tr("begun %1").arg(dateText(session.beganAt))};
    if (session.isRehearsal)
        parts.append(WorkshopPage::tr("a rehearsal"));
    else if (session.room > 0)
        parts.append(WorkshopPage::tr("%n people", nullptr, session.room));
    if (session.asked > 0)
        parts.append(WorkshopPage::tr("%n question(s) asked", nullptr, session.asked));
    if (!session.isOver)
        parts.append(WorkshopPage::tr("not ended"));
    return parts.join(QStringLiteral(" · "));
}

QPushButton *addButton(QLayout *row, QWidget *parent, const QString &text, const QString &tip)
{
    auto *button = new QPushButton(text, parent);
    button->setToolTip(tip);
    row->addWidget(button);
    return button;
}

QHBoxLayout *addRow(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, type::sized(6), 0, 0);
    row->setSpacing(type::sized(10));
    column->addLayout(row);
    return row;
}

} // namespace

WorkshopPage::WorkshopPage(QWidget *parent) : QScrollArea(parent), m_people(usualPeople)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setBackgroundRole(QPalette::Window);
    setAccessibleName(tr("Workshop"));
}

void WorkshopPage::tell(const WorkshopView &view)
{
    m_view = view;
    const QWidget *had = focusWidget();
    const QString focused = had == nullptr ? QString() : had->objectName();
    auto *sheet = new QWidget;
    auto *column = new QVBoxLayout(sheet);
    column->setContentsMargins(type::sized(48), type::sized(32), type::sized(48), type::sized(32));
    column->setSpacing(type::sized(16));
    setWidget(sheet);
    column->addWidget(makeHeading(sheet, tr("Run a workshop"), 28));
    if (!m_view.problem.isEmpty())
        column->addWidget(makeText(sheet, m_view.problem, type::sans(14)));
    addUnfinished(column);
    auto *across = new QHBoxLayout;
    across->setSpacing(type::sized(20));
    auto *left = new QVBoxLayout;
    auto *right = new QVBoxLayout;
    for (QVBoxLayout *side : {left, right})
        side->setSpacing(type::sized(16));
    across->addLayout(left, 3);
    across->addLayout(right, 2);
    column->addLayout(across);
    addNew(left);
    addPaper(left);
    left->addStretch(1);
    addReady(right);
    right->addStretch(1);
    addSessions(column);
    column->addStretch(1);
    tellPlan();
    setFocusProxy(m_plans);
    // Whoever filled a card in goes on from there.
    if (auto *same = focused.isEmpty() ? nullptr : sheet->findChild<QWidget *>(focused))
        same->setFocus();
}

/// A session that did not end, the latest one: after a power cut it is what everybody waits for.
void WorkshopPage::addUnfinished(QVBoxLayout *column)
{
    if (m_view.sessions.empty() || m_view.sessions.front().isOver)
        return;
    const PastSession &session = m_view.sessions.front();
    auto *card = new Card(widget());
    column->addWidget(card);
    card->column()->addWidget(makeQuiet(card, tr("A session that has not ended")));
    card->column()->addWidget(makeHeading(card, session.title, 19));
    card->column()->addWidget(makeQuiet(card, sessionText(session)));
    QHBoxLayout *row = addRow(card->column());
    auto *goOn =
        addButton(row, card, tr("Go on where it stopped"), tr("The same slide, the same counts, the same clock"));
    goOn->setObjectName(QStringLiteral("goOn"));
    setPart(goOn, ButtonPart::Primary);
    row->addStretch(1);
    connect(
        goOn, &QPushButton::clicked, this, [this, id = session.id] { Q_EMIT goOnWanted(id); }, Qt::QueuedConnection);
}

void WorkshopPage::addNew(QVBoxLayout *column)
{
    auto *card = new Card(widget());
    column->addWidget(card);
    card->column()->addWidget(makeHeading(card, tr("A new session"), 19));
    m_plans = new QComboBox(card);
    m_plans->setAccessibleName(tr("Plan"));
    m_plans->setFocusPolicy(Qt::StrongFocus);
    for (const course::Plan &plan : m_view.plans)
        m_plans->addItem(tr("%1 · %n minute(s)", nullptr, plan.minutes).arg(plan.title), plan.id);
    const int chosen = m_plans->findData(m_plan);
    m_plans->setCurrentIndex(std::max(0, chosen));
    m_told = makeQuiet(card, {});
    auto *people = new QHBoxLayout;
    people->setSpacing(type::sized(10));
    m_room = new QSpinBox(card);
    m_room->setRange(0, mostPeople);
    m_room->setValue(m_people);
    m_room->setSpecialValueText(tr("not counted"));
    m_room->setAccessibleName(tr("How many take part"));
    m_room->setToolTip(tr("A number, and never a list: nobody's name is asked for. It can be changed at any time."));
    people->addWidget(m_room);
    people->addWidget(makeQuiet(card, tr("people take part")), 1);
    card->column()->addWidget(m_plans);
    card->column()->addWidget(m_told);
    card->column()->addLayout(people);
    QHBoxLayout *row = addRow(card->column());
    auto *start = addButton(row, card, tr("Begin"), tr("The clock runs from here; everything is kept as it happens"));
    start->setObjectName(QStringLiteral("begin"));
    setPart(start, ButtonPart::Primary);
    auto *rehearse = addButton(
        row, card, tr("Rehearse"),
        tr("The same with %n made-up people, kept apart from real results", nullptr, workshop::simulatedRoom));
    rehearse->setObjectName(QStringLiteral("rehearse"));
    auto *own = addButton(row, card, tr("Change this plan…"), tr("Make a plan of your own, beginning with this one"));
    own->setObjectName(QStringLiteral("ownPlan"));
    row->addStretch(1);
    for (QPushButton *button : {start, rehearse, own})
        button->setEnabled(!m_view.plans.empty());
    connect(m_plans, &QComboBox::currentIndexChanged, this, &WorkshopPage::tellPlan);
    connect(m_room, &QSpinBox::valueChanged, this, [this](int people_) { m_people = people_; });
    connect(
        start, &QPushButton::clicked, this, [this] { begin(false); }, Qt::QueuedConnection);
    connect(
        rehearse, &QPushButton::clicked, this, [this] { begin(true); }, Qt::QueuedConnection);
    connect(
        own, &QPushButton::clicked, this, [this] { Q_EMIT planWanted(m_plan); }, Qt::QueuedConnection);
}

void WorkshopPage::tellPlan()
{
    m_plan = m_plans->currentData().toString();
    const auto plan = std::ranges::find(m_view.plans, m_plan, &course::Plan::id);
    if (plan == m_view.plans.end()) {
        m_told->setText(tr("This course has no plan for a group yet."));
        return;
    }
    const int steps = static_cast<int>(plan->steps.size());
    const qint64 end = m_view.now + plan->minutes * 60'000LL;
    m_told->setText(tr("%n step(s)", nullptr, steps) + QStringLiteral(" · ") +
                    tr("%n minute(s) of it must be kept", nullptr, minutesToKeep(*plan)) + QStringLiteral(" · ") +
                    tr("begun now it ends at %1")
                        .arg(QLocale().toString(QDateTime::fromMSecsSinceEpoch(end).time(), QStringLiteral("HH:mm"))));
}

void WorkshopPage::begin(bool isRehearsal)
{
    const auto plan = std::ranges::find(m_view.plans, m_plan, &course::Plan::id);
    if (plan != m_view.plans.end())
        Q_EMIT beginWanted({*plan, isRehearsal ? workshop::simulatedRoom : m_people, isRehearsal});
}

void WorkshopPage::addReady(QVBoxLayout *column)
{
    auto *card = new Card(widget());
    column->addWidget(card);
    card->column()->addWidget(makeHeading(card, tr("Before you begin"), 19));
    const auto addLine = [&](const QString &name, bool isFilled, const QString &object, auto wanted) {
        QHBoxLayout *row = addRow(card->column());
        row->addWidget(makeText(card, name, type::sans(14)), 1);
        row->addWidget(makeText(card, isFilled ? tr("filled in") : tr("still blank"), type::sans(14),
                                isFilled ? QPalette::PlaceholderText : QPalette::WindowText));
        auto *button = addButton(row, card, isFilled ? tr("Read") : tr("Fill in"), name);
        button->setObjectName(object);
        connect(button, &QPushButton::clicked, this, wanted, Qt::QueuedConnection);
    };
    addLine(tr("Help card"), m_view.hasHelpCard, QStringLiteral("helpCard"), &WorkshopPage::helpCardWanted);
    addLine(tr("When somebody discloses"), m_view.hasDisclosureCard, QStringLiteral("disclosureCard"),
            &WorkshopPage::disclosureCardWanted);
    card->column()->addSpacing(type::sized(6));
    card->column()->addWidget(makeQuiet(
        card, m_view.screen.isEmpty()
                  ? tr("There is one screen. Plug the projector in at any time: it is found by itself. If it shows the "
                       "same as this one, press F5 in the session, and no note is on it.")
                  : tr("The projector is %1. Your notes stay on this screen.").arg(m_view.screen)));
    card->column()->addWidget(
        makeQuiet(card, m_view.isKept ? tr("Counts are kept in one file on this computer, from the first on. No names.")
                                      : tr("Nothing can be kept here: a session lasts until the program closes.")));
}

void WorkshopPage::addPaper(QVBoxLayout *column)
{
    auto *card = new Card(widget());
    column->addWidget(card);
    card->column()->addWidget(makeHeading(card, tr("On paper"), 19));
    card->column()->addWidget(makeQuiet(
        card, tr("Handouts, question papers, keys, the guide with the run sheet, cards and posters; and the answers on "
                 "paper, typed in without names.")));
    QHBoxLayout *row = addRow(card->column());
    auto *print = addButton(row, card, tr("Print the pack…"), tr("PDF files, on A4 or Letter, also in large print"));
    print->setObjectName(QStringLiteral("print"));
    auto *papers = addButton(row, card, tr("Type in paper answers"), tr("One key an answer; no names"));
    papers->setObjectName(QStringLiteral("papers"));
    row->addStretch(1);
    connect(
        print, &QPushButton::clicked, this, [this] { Q_EMIT printWanted(m_plan); }, Qt::QueuedConnection);
    connect(papers, &QPushButton::clicked, this, &WorkshopPage::papersWanted, Qt::QueuedConnection);
}

void WorkshopPage::addSessions(QVBoxLayout *column)
{
    auto *card = new Card(widget());
    column->addWidget(card);
    card->column()->addWidget(makeHeading(card, tr("Sessions"), 19));
    if (m_view.sessions.empty())
        card->column()->addWidget(makeQuiet(card, tr("None yet.")));
    const std::size_t count = std::min(m_view.sessions.size(), shownSessions);
    for (std::size_t at = 0; at < count; ++at) {
        const PastSession &session = m_view.sessions[at];
        QHBoxLayout *row = addRow(card->column());
        row->addWidget(makeText(card, tr("%1 · %2").arg(session.title, sessionText(session)), type::sans(14)), 1);
        if (!session.isOver) {
            auto *goOn = addButton(row, card, tr("Go on"), tr("The same slide, the same counts, the same clock"));
            connect(
                goOn, &QPushButton::clicked, this, [this, id = session.id] { Q_EMIT goOnWanted(id); },
                Qt::QueuedConnection);
        }
        auto *review = addButton(row, card, tr("Review"), tr("What the room believed, question by question"));
        connect(
            review, &QPushButton::clicked, this, [this, id = session.id] { Q_EMIT reviewWanted(id); },
            Qt::QueuedConnection);
        auto *handOver = addButton(row, card, tr("Hand over…"),
                                   tr("A file that opens this session on a co-trainer's computer, where it stopped"));
        connect(
            handOver, &QPushButton::clicked, this, [this, id = session.id] { Q_EMIT handOverWanted(id); },
            Qt::QueuedConnection);
    }
    QHBoxLayout *row = addRow(card->column());
    auto *takeOver = addButton(row, card, tr("Take over a session…"), tr("Open the file of a co-trainer"));
    takeOver->setObjectName(QStringLiteral("takeOver"));
    auto *report = addButton(row, card, tr("What the answers say…"),
                             tr("Of one workshop or of several: beliefs, before and after, reports to be saved"));
    report->setObjectName(QStringLiteral("report"));
    row->addStretch(1);
    connect(report, &QPushButton::clicked, this, &WorkshopPage::reportWanted, Qt::QueuedConnection);
    connect(takeOver, &QPushButton::clicked, this, &WorkshopPage::takeOverWanted, Qt::QueuedConnection);
}

} // namespace desk

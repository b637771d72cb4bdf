// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/practicepage.h"

#include "desk/card.h"
#include "desk/contentsmodel.h"
#include "desk/forecaststrip.h"
#include "desk/progresswords.h"
#include "desk/style.h"
#include "type/tokens.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace desk {

namespace {

constexpr int daysAhead = 7;
constexpr int enoughMinutes = 20; // a number beyond it would only weigh on somebody

QDate dateOf(const practice::Today &today)
{
    return QDateTime::fromMSecsSinceEpoch(today.now).date();
}

} // namespace

int dueCount(const std::vector<practice::Card> &cards, const practice::Today &today)
{
    return static_cast<int>(
        std::ranges::count_if(cards, [&](const practice::Card &card) { return practice::isDue(card, today); }));
}

QString dueText(const std::vector<practice::Card> &cards, const practice::Today &today)
{
    const int due = dueCount(cards, today);
    if (due > 0) {
        const int sure = static_cast<int>(std::ranges::count_if(
            cards, [&](const practice::Card &card) { return card.sureButWrong && practice::isDue(card, today); }));
        const int minutesNeeded = due * practice::minutesPerItem;
        const QString minutes = minutesNeeded > enoughMinutes
                                    ? PracticePage::tr("Ten minutes of it are enough for a day.")
                                    : PracticePage::tr("About %n minute(s).", nullptr, minutesNeeded);
        const QString questions = sure == 0 ? PracticePage::tr("%n question(s) due today.", nullptr, due)
                                            : PracticePage::tr("%n question(s) due today, some of which you were sure "
                                                               "of and that did not hold.",
                                                               nullptr, due);
        return questions + QLatin1Char(' ') + minutes;
    }
    if (cards.empty())
        return PracticePage::tr(
            "Nothing is due yet. What you have been asked in a check comes back here, each question "
            "after as long as you are likely to remember it.");
    int next = practice::longestInterval;
    for (const practice::Card &card : cards)
        next = std::min(next, practice::daysUntilDue(card, today));
    if (next == 0)
        return PracticePage::tr("Nothing is due right now. What did not hold comes back later today.");
    const QString day = next == 1 ? PracticePage::tr("tomorrow")
                                  : QLocale().toString(dateOf(today).addDays(next), PracticePage::tr("dddd, d MMMM"));
    return PracticePage::tr("Nothing is due today. The next questions come back %1.").arg(day);
}

PracticePage::PracticePage(Study &study, QWidget *parent) : QScrollArea(parent), m_study(study)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setBackgroundRole(QPalette::Window);
    setAccessibleName(tr("Practice"));
}

void PracticePage::rebuild()
{
    const std::vector<practice::Card> cards = m_study.cards();
    auto *sheet = new QWidget;
    auto *column = new QVBoxLayout(sheet);
    column->setContentsMargins(type::sized(48), type::sized(32), type::sized(48), type::sized(32));
    column->setSpacing(type::sized(12));
    setWidget(sheet);
    column->addWidget(makeText(sheet, tr("Practice"), type::serif(28, QFont::Bold)));
    auto *across = new QHBoxLayout;
    across->setSpacing(type::sized(20));
    auto *due = new QVBoxLayout;
    auto *ahead = new QVBoxLayout;
    across->addLayout(due, 1);
    across->addLayout(ahead, 1);
    column->addLayout(across);
    addDue(due, cards);
    if (!cards.empty())
        addForecast(ahead, cards);
    else
        across->addStretch(1);
    addProgress(column, cards);
    column->addStretch(1);
}

void PracticePage::addDue(QVBoxLayout *column, const std::vector<practice::Card> &cards)
{
    const practice::Today today = m_study.today();
    const practice::Sitting all = practice::everythingDue(cards, today);
    auto *card = new Card(widget());
    column->addWidget(card);
    card->column()->addWidget(makeText(card, tr("Due again"), type::sans(12), QPalette::PlaceholderText));
    if (const int due = dueCount(cards, today); due > 0) {
        auto *number = makeText(card, QLocale().toString(due), type::sans(32, QFont::Bold), QPalette::Highlight);
        number->setAccessibleName(tr("%n question(s) due", nullptr, due));
        card->column()->addWidget(number);
    }
    card->column()->addWidget(makeText(card, dueText(cards, today), type::sans(14), QPalette::PlaceholderText));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, type::sized(10), 0, 0);
    row->setSpacing(type::sized(10));
    auto *go = new QPushButton(tr("Practise"), card);
    setPart(go, ButtonPart::Primary);
    go->setObjectName(QStringLiteral("practise"));
    go->setToolTip(tr("Be asked what is due, the least likely to be remembered first"));
    go->setEnabled(!all.items.isEmpty());
    auto *ten = new QPushButton(tr("I have ten minutes"), card);
    ten->setToolTip(tr("Only what fits ten minutes; then it is enough"));
    row->addWidget(go);
    row->addWidget(ten);
    row->addStretch(1);
    card->column()->addStretch(1);
    card->column()->addLayout(row);
    // Whoever asks is deleted by what follows, so the answer waits for the next turn.
    connect(
        go, &QPushButton::clicked, this, [this, items = all.items] { Q_EMIT practiceWanted(items); },
        Qt::QueuedConnection);
    connect(ten, &QPushButton::clicked, this, &PracticePage::tenMinutesWanted, Qt::QueuedConnection);
    (go->isEnabled() ? go : ten)->setFocus();
}

void PracticePage::addForecast(QVBoxLayout *column, const std::vector<practice::Card> &cards)
{
    const practice::Today today = m_study.today();
    auto *card = new Card(widget());
    column->addWidget(card);
    card->column()->addWidget(makeText(card, tr("The coming days"), type::sans(12), QPalette::PlaceholderText));
    card->column()->addStretch(1);
    card->column()->addWidget(new ForecastStrip(practice::forecast(cards, today, daysAhead), dateOf(today), card));
    card->column()->addWidget(makeText(card, tr("What waits, waits: nothing is lost by a day off."), type::sans(12),
                                       QPalette::PlaceholderText));
}

void PracticePage::addProgress(QVBoxLayout *column, const std::vector<practice::Card> &cards)
{
    auto *heading = makeText(widget(), tr("How far you have come"), type::serif(21, QFont::Bold));
    heading->setContentsMargins(0, type::sized(16), 0, 0);
    column->addWidget(heading);
    for (const course::Module &module : m_study.course().modules) {
        if (!module.isOpen() || module.roomOnly)
            continue;
        auto *card = new Card(widget());
        card->column()->setSpacing(type::sized(4));
        column->addWidget(card);
        auto *row = new QHBoxLayout;
        auto *name = new QPushButton(tr("%1. %2").arg(moduleNumber(m_study.course(), module)).arg(module.title), card);
        setPart(name, ButtonPart::Link);
        name->setToolTip(tr("Open this module"));
        row->addWidget(name);
        row->addStretch(1);
        row->addWidget(
            makeText(card, readingWords(m_study.progressOf(module)), type::sans(12), QPalette::PlaceholderText));
        card->column()->addLayout(row);
        connect(
            name, &QPushButton::clicked, this, [this, id = module.id] { Q_EMIT moduleWanted(id); },
            Qt::QueuedConnection);
        for (const ObjectiveProgress &objective : objectivesOf(module, cards)) {
            auto *line = new QHBoxLayout;
            line->setSpacing(type::sized(16));
            line->addWidget(makeText(card, objective.text, type::sans(14)), 3);
            line->addWidget(makeText(card, heldWords(objective), type::sans(14), QPalette::PlaceholderText), 2);
            card->column()->addLayout(line);
        }
    }
}

} // namespace desk

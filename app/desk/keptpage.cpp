// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/keptpage.h"

#include "desk/card.h"
#include "desk/facesign.h"
#include "desk/style.h"
#include "type/tokens.h"

#include <QComboBox>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>

namespace desk {

namespace {

struct Period {
    const char *name;
    int days;
};

constexpr std::array periods{
    Period{QT_TRANSLATE_NOOP("desk::KeptPage", "until I delete it"), 0},
    Period{QT_TRANSLATE_NOOP("desk::KeptPage", "for a year"), 365},
    Period{QT_TRANSLATE_NOOP("desk::KeptPage", "for three months"), 91},
    Period{QT_TRANSLATE_NOOP("desk::KeptPage", "for a month"), 30},
};

constexpr std::size_t daysShown = 7;

QString momentText(qint64 at)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(at), QLocale::ShortFormat);
}

QDate dayOf(const journal::Backup &backup)
{
    return QDateTime::fromMSecsSinceEpoch(backup.at).date();
}

} // namespace

QString nameOf(const keep::Face &face)
{
    return face.name.isEmpty() ? KeptPage::tr("Somebody without a name") : face.name;
}

keep::Face knownAs(keep::Face face, const journal::Person &person)
{
    if (face.name.isEmpty() && person.statements > 0)
        face.name = KeptPage::tr("Somebody, last here on %1").arg(momentText(person.lastAt));
    return face;
}

std::vector<std::vector<journal::Backup>> byDay(const std::vector<journal::Backup> &backups)
{
    std::vector<std::vector<journal::Backup>> days;
    for (const journal::Backup &backup : backups) {
        if (days.empty() || dayOf(days.back().front()) != dayOf(backup))
            days.emplace_back();
        days.back().push_back(backup);
    }
    return days;
}

KeptPage::KeptPage(Study &study, Keeper &keeper, QWidget *parent)
    : QScrollArea(parent), m_study(study), m_keeper(keeper)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setBackgroundRole(QPalette::Window);
    setAccessibleName(tr("What is kept"));
    const auto again = [this] {
        if (isVisible())
            rebuild();
    };
    connect(&m_keeper, &Keeper::changed, this, again, Qt::QueuedConnection);
    connect(&m_keeper, &Keeper::personChanged, this, again, Qt::QueuedConnection);
}

void KeptPage::setKeptDays(int days)
{
    m_keptDays = days;
}

void KeptPage::setHideKey(const QString &key)
{
    m_hideKey = key;
}

void KeptPage::rebuild()
{
    auto *sheet = new QWidget;
    auto *column = new QVBoxLayout(sheet);
    column->setContentsMargins(type::sized(48), type::sized(32), type::sized(48), type::sized(32));
    column->setSpacing(type::sized(16));
    setWidget(sheet);
    column->addWidget(makeText(sheet, tr("What is kept, and where"), type::serif(28, QFont::Bold)));
    addPeople(column);
    if (m_study.isKept()) {
        addRecord(column);
        addCopies(column);
    }
    addBackups(column);
    if (m_study.isKept())
        addEnd(column);
    addHiding(column);
    column->addStretch(1);
}

Card *KeptPage::addCard(QVBoxLayout *column, const QString &heading, const QString &text)
{
    auto *card = new Card(widget());
    column->addWidget(card);
    card->column()->addWidget(makeText(card, heading, type::serif(19, QFont::Bold)));
    card->column()->addWidget(makeText(card, text, type::sans(14), QPalette::PlaceholderText));
    return card;
}

QPushButton *KeptPage::addButton(QLayout *row, const QString &text, const QString &tip)
{
    auto *button = new QPushButton(text, widget());
    button->setToolTip(tip);
    row->addWidget(button);
    return button;
}

void KeptPage::addPeople(QVBoxLayout *column)
{
    if (!m_study.isKept()) {
        Card *guest = addCard(column, tr("You are a guest"),
                              tr("Nothing is kept: when the window closes, all that you did is gone."));
        auto *row = new QHBoxLayout;
        connect(
            addButton(row, tr("Keep my progress"), tr("Begin a file on this computer, with what you have done so far")),
            &QPushButton::clicked, this, &KeptPage::keepWanted, Qt::QueuedConnection);
        row->addStretch(1);
        guest->column()->addLayout(row);
        return;
    }
    Card *card =
        addCard(column, tr("Who learns here"),
                tr("Names are as you like, or none, and never leave this computer. A PIN keeps a colleague from "
                   "looking by chance; it is no lock: whoever can read this computer's files needs none."));
    const QUuid now = m_keeper.face().id;
    for (const journal::Person &person : m_keeper.persons()) {
        const keep::Face face = knownAs(m_keeper.faceOf(person.id), person);
        auto *row = new QHBoxLayout;
        row->setSpacing(type::sized(12));
        row->addWidget(new FaceSign(face.picture, card));
        row->addWidget(makeText(card, nameOf(face), type::sans(14, face.id == now ? QFont::Bold : QFont::Normal)), 1);
        if (face.id == now) {
            row->addWidget(makeText(card, tr("learns now"), type::sans(12), QPalette::PlaceholderText));
            connect(addButton(row, tr("Name, sign and PIN"), tr("What you are known by on this computer")),
                    &QPushButton::clicked, this, &KeptPage::faceWanted, Qt::QueuedConnection);
        } else {
            connect(
                addButton(row, tr("It is me"), tr("Go on as they")), &QPushButton::clicked, this,
                [this, id = face.id] { Q_EMIT personWanted(id); }, Qt::QueuedConnection);
        }
        card->column()->addLayout(row);
    }
    auto *row = new QHBoxLayout;
    row->setSpacing(type::sized(10));
    connect(addButton(row, tr("Be a guest"), tr("Nothing that you do from now on is kept")), &QPushButton::clicked,
            this, &KeptPage::guestWanted, Qt::QueuedConnection);
    connect(addButton(row, tr("Somebody new"), tr("Begin as another person with the same file")), &QPushButton::clicked,
            this, &KeptPage::newPersonWanted, Qt::QueuedConnection);
    row->addStretch(1);
    card->column()->addLayout(row);
}

void KeptPage::addRecord(QVBoxLayout *column)
{
    Card *card = addCard(column, tr("A record of what you have done"),
                         tr("One page that says which parts were read and which questions gone through, and what that "
                            "proves and what not. It has a line for a name, to be written by hand."));
    auto *row = new QHBoxLayout;
    connect(addButton(row, tr("Save as PDF…"), tr("Made from what is kept, as of today")), &QPushButton::clicked, this,
            &KeptPage::recordWanted, Qt::QueuedConnection);
    row->addStretch(1);
    card->column()->addLayout(row);
}

void KeptPage::addCopies(QVBoxLayout *column)
{
    const QFileInfo file(m_study.journalPath());
    Card *card = addCard(column, tr("One file on this computer"),
                         tr("%1, %2. It holds what was read and answered, and when; no name, no account, no note.")
                             .arg(QDir::toNativeSeparators(file.filePath()), QLocale().formattedDataSize(file.size())));
    auto *row = new QHBoxLayout;
    row->setSpacing(type::sized(10));
    connect(addButton(row, tr("Copy to a stick…"), tr("A copy that another computer can take in")),
            &QPushButton::clicked, this, &KeptPage::exportWanted, Qt::QueuedConnection);
    connect(
        addButton(row, tr("Take in from a stick…"), tr("Adds what is there and not here; twice is the same as once")),
        &QPushButton::clicked, this, &KeptPage::mergeWanted, Qt::QueuedConnection);
    connect(addButton(row, tr("Look it over"), tr("Whether every page of the file is sound")), &QPushButton::clicked,
            &m_keeper, &Keeper::verify, Qt::QueuedConnection);
    row->addStretch(1);
    card->column()->addLayout(row);
}

/// Also where nothing is kept now: whoever is a guest because the file is damaged needs them most.
void KeptPage::addBackups(QVBoxLayout *column)
{
    const auto days = byDay(m_keeper.backups());
    if (!m_study.isKept() && days.empty())
        return;
    Card *card =
        addCard(column, tr("Backups"),
                tr("Made by themselves beside the file: one an hour for a day, one a day for a month, one a week "
                   "for a year. Putting one back puts what is there aside, and loses nothing of it."));
    QVBoxLayout *place = card->column();
    for (std::size_t i = 0; i < days.size(); ++i) {
        if (i == daysShown) {
            auto *older = new QPushButton(tr("%n older day(s)", nullptr, static_cast<int>(days.size() - i)), card);
            place->addWidget(older, 0, Qt::AlignLeading);
            place = addFold(place, older);
        }
        addDay(place, days[i]);
    }
    if (!m_study.isKept())
        return;
    auto *row = new QHBoxLayout;
    connect(addButton(row, tr("Make one now"), tr("A copy of the file as it is")), &QPushButton::clicked, &m_keeper,
            &Keeper::backUp, Qt::QueuedConnection);
    row->addStretch(1);
    card->column()->addLayout(row);
}

/// The newest of a day; the others stay folded until somebody wants them.
void KeptPage::addDay(QVBoxLayout *column, const std::vector<journal::Backup> &day)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(type::sized(10));
    row->addWidget(makeText(widget(), momentText(day.front().at), type::sans(14)), 1);
    const int more = static_cast<int>(day.size()) - 1;
    QPushButton *earlier = nullptr;
    if (more > 0) {
        earlier = addButton(row, tr("%n earlier that day", nullptr, more), tr("Show or hide them"));
        earlier->setAccessibleName(tr("%n earlier that day: %1", nullptr, more)
                                       .arg(QLocale().toString(dayOf(day.front()), QLocale::ShortFormat)));
    }
    addRestoring(row, day.front());
    column->addLayout(row);
    if (earlier == nullptr)
        return;
    QVBoxLayout *fold = addFold(column, earlier);
    for (auto backup = std::next(day.begin()); backup != day.end(); ++backup) {
        auto *line = new QHBoxLayout;
        line->addWidget(makeText(widget(), momentText(backup->at), type::sans(14)), 1);
        addRestoring(line, *backup);
        fold->addLayout(line);
    }
}

void KeptPage::addRestoring(QLayout *row, const journal::Backup &backup)
{
    QPushButton *button = addButton(row, tr("Put it back…"), tr("In the place of what is kept now"));
    button->setAccessibleName(tr("Put it back: %1").arg(momentText(backup.at)));
    connect(
        button, &QPushButton::clicked, this, [this, backup] { Q_EMIT restoreWanted(backup); }, Qt::QueuedConnection);
}

/// A place below that is closed until the button is pressed, and closes when it is pressed again.
QVBoxLayout *KeptPage::addFold(QVBoxLayout *column, QPushButton *button)
{
    auto *fold = new QWidget(widget());
    auto *inside = new QVBoxLayout(fold);
    inside->setContentsMargins(type::sized(16), 0, 0, 0);
    inside->setSpacing(column->spacing());
    fold->hide();
    button->setCheckable(true);
    setPart(button, ButtonPart::Link);
    connect(button, &QPushButton::toggled, fold, &QWidget::setVisible);
    column->addWidget(fold);
    return inside;
}

void KeptPage::addEnd(QVBoxLayout *column)
{
    Card *card =
        addCard(column, tr("How it goes away again"),
                tr("What is older than you choose here is purged by itself, from the file and its backups, for "
                   "everybody who learns here. You can also be forgotten at once."));
    auto *row = new QHBoxLayout;
    row->setSpacing(type::sized(10));
    auto *label = makeText(card, tr("Keep what happened"), type::sans(14));
    auto *period = new QComboBox(card);
    for (const Period &each : periods) {
        period->addItem(tr(each.name), each.days);
        if (each.days == m_keptDays)
            period->setCurrentIndex(period->count() - 1);
    }
    label->setBuddy(period);
    label->setWordWrap(false);
    period->setAccessibleName(tr("How long what happened is kept"));
    row->addWidget(label);
    row->addWidget(period);
    row->addStretch(1);
    connect(addButton(row, tr("Forget me…"), tr("Hides or purges all that you did")), &QPushButton::clicked, this,
            &KeptPage::forgetWanted, Qt::QueuedConnection);
    connect(
        period, &QComboBox::activated, this, [this, period] { Q_EMIT keptDaysChosen(period->currentData().toInt()); },
        Qt::QueuedConnection);
    card->column()->addLayout(row);
}

void KeptPage::addHiding(QVBoxLayout *column)
{
    Card *card = addCard(column, tr("One key that hides"),
                         tr("It covers every window of the program at once, dialogs too, and brings them back."));
    auto *row = new QHBoxLayout;
    row->setSpacing(type::sized(10));
    auto *label = makeText(card, tr("The key"), type::sans(14));
    label->setWordWrap(false);
    auto *key = new QKeySequenceEdit(QKeySequence::fromString(m_hideKey, QKeySequence::PortableText), card);
    key->setAccessibleName(tr("The key that hides every window"));
    row->addWidget(label);
    row->addWidget(key);
    row->addStretch(1);
    card->column()->addLayout(row);
    connect(key, &QKeySequenceEdit::editingFinished, this, [this, key] {
        // Of several keys in a row the first one counts; none leaves it as it was.
        const QKeySequence first(key->keySequence().isEmpty() ? QKeySequence() : QKeySequence(key->keySequence()[0]));
        if (!first.isEmpty())
            m_hideKey = first.toString(QKeySequence::PortableText);
        key->setKeySequence(QKeySequence::fromString(m_hideKey, QKeySequence::PortableText));
        Q_EMIT hideKeyChosen(m_hideKey);
    });
}

} // namespace desk

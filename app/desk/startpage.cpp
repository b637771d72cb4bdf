// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/startpage.h"

#include "desk/card.h"
#include "desk/facesign.h"
#include "desk/keptpage.h"
#include "desk/paint.h"
#include "desk/practicepage.h"
#include "desk/style.h"
#include "desk/tile.h"
#include "type/tokens.h"

#include <QGridLayout>
#include <QLocale>
#include <QPushButton>
#include <QShowEvent>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

namespace desk {

namespace {

constexpr int afterShowMs = 250; // the first picture has to reach the screen before it

/// One module in the picture of the course: how far it is done, its number and title, and the minutes that are left.
class ModuleTile final : public Tile
{
public:
    ModuleTile(const Study &study, const course::Module &module, QWidget *parent)
        : Tile(parent), m_number(moduleNumber(study.course(), module)), m_title(module.title),
          m_progress(study.progressOf(module)), m_open(module.isOpen())
    {
        setText(m_title);
        setAccessibleName(spokenText(StartPage::tr("Module %1: %2").arg(m_number).arg(m_title)));
        setMinimumHeight(type::sized(118));
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        const type::Colours colours = type::coloursIn(palette());
        QPainter painter(this);
        // The ring around it needs room beside its words.
        const int air = type::sized(6);
        paintBar(painter, QRectF(air, air, width() - 2 * air, type::sized(6)), m_progress.share(), palette(),
                 layoutDirection());
        const auto line = [&](double top, double height, const QFont &font, const QColor &colour, const QString &text) {
            painter.setFont(font);
            painter.setPen(colour);
            paintWords(painter, QRect(air, type::sized(top), width() - 2 * air, type::sized(height)),
                       Qt::AlignTop | Qt::AlignLeading, layoutDirection(), text);
        };
        line(20, 20, type::sans(14, QFont::Bold), colours.ink, QString::number(m_number));
        line(42, 52, type::sans(12), underMouse() ? colours.accent : colours.ink, m_title);
        line(94, 18, type::sans(12), colours.muted, minutesText());
        if (hasFocus())
            drawFocusRing(&painter, QRectF(rect()), palette(), type::sized(6));
    }

private:
    [[nodiscard]] bool isBegun() const { return m_progress.sectionsRead > 0 || m_progress.itemsSeen > 0; }
    [[nodiscard]] bool isDone() const { return isBegun() && m_progress.minutesLeft == 0; }

    [[nodiscard]] QString minutesText() const
    {
        if (!m_open)
            return StartPage::tr("closed");
        if (isDone())
            return StartPage::tr("done");
        return (isBegun() ? StartPage::tr("%1 min left") : StartPage::tr("%1 min")).arg(m_progress.minutesLeft);
    }

    /// The same for who hears it, and the bar in words.
    [[nodiscard]] QString spokenText(const QString &name) const
    {
        if (!m_open)
            return StartPage::tr("%1, closed: needs mending").arg(name);
        if (isDone())
            return StartPage::tr("%1, done").arg(name);
        if (!isBegun())
            return StartPage::tr("%1, not begun, %n minute(s)", nullptr, m_progress.minutesLeft).arg(name);
        return StartPage::tr("%1, %2 percent done, %n minute(s) left", nullptr, m_progress.minutesLeft)
            .arg(name)
            .arg(qRound(m_progress.share() * 100));
    }

    int m_number;
    QString m_title;
    ModuleProgress m_progress;
    bool m_open;
};

QLabel *makeHeading(QWidget *parent, const QString &text, double pixels)
{
    return makeText(parent, text, type::serif(pixels, QFont::Bold));
}

} // namespace

StartPage::StartPage(Study &study, int faultCount, QWidget *parent)
    : QScrollArea(parent), m_study(study), m_faultCount(faultCount)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setBackgroundRole(QPalette::Window);
    setAccessibleName(tr("Start"));
}

void StartPage::setAsking(bool asking)
{
    m_asking = asking;
    rebuild();
}

void StartPage::setFaces(const std::vector<keep::Face> &faces)
{
    m_faces = faces;
    rebuild();
}

void StartPage::rebuild()
{
    m_focus = nullptr;
    m_across = nullptr;
    auto *sheet = new QWidget;
    auto *column = new QVBoxLayout(sheet);
    column->setContentsMargins(type::sized(48), type::sized(32), type::sized(48), type::sized(32));
    column->setSpacing(type::sized(12));
    setWidget(sheet);
    if (m_asking)
        addQuestion(column);
    if (!m_faces.empty())
        addFaces(column);
    addWhereYouWere(column);
    if (m_knowsPractice)
        addPractice();
    addPicture(column);
    if (m_faultCount > 0)
        addFaults(column);
    addCredits(column);
    column->addStretch(1);
    if (m_focus != nullptr)
        m_focus->setFocus();
}

void StartPage::addQuestion(QVBoxLayout *column)
{
    auto *card = new Card;
    column->addWidget(card);
    card->column()->addWidget(makeHeading(card, tr("Keep your progress on this computer?"), 19));
    card->column()->addWidget(
        makeText(card,
                 tr("The program can remember what you read and answered. It stays in one file on this "
                    "computer, without any name, and you can delete it. On a shared computer you may "
                    "prefer to be a guest: then nothing is left when you close the window."),
                 type::sans(14), QPalette::PlaceholderText));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, type::sized(10), 0, 0);
    row->setSpacing(type::sized(10));
    auto *guest = new QPushButton(tr("Be a guest"), card);
    auto *keep = new QPushButton(tr("Keep my progress"), card);
    row->addWidget(guest);
    row->addWidget(keep);
    row->addStretch(1);
    card->column()->addLayout(row);
    column->addSpacing(type::sized(12));
    // Whoever asks is deleted by what is answered, so the answer waits for the next turn.
    connect(
        guest, &QPushButton::clicked, this, [this] { Q_EMIT keepChosen(false); }, Qt::QueuedConnection);
    connect(
        keep, &QPushButton::clicked, this, [this] { Q_EMIT keepChosen(true); }, Qt::QueuedConnection);
    m_focus = guest;
}

/// A guest first: on a shared computer that is the safe answer.
void StartPage::addFaces(QVBoxLayout *column)
{
    auto *card = new Card;
    column->addWidget(card);
    card->column()->addWidget(makeHeading(card, tr("Who is learning?"), 19));
    auto *flow = new QGridLayout;
    flow->setContentsMargins(0, type::sized(8), 0, 0);
    flow->setSpacing(type::sized(10));
    constexpr int inARow = 4;
    int place = 0;
    const auto add = [&](const QString &name, const QUuid &person) {
        auto *button = new QPushButton(name, card);
        flow->addWidget(button, place / inARow, place % inARow);
        ++place;
        connect(
            button, &QPushButton::clicked, this, [this, person] { Q_EMIT personChosen(person); }, Qt::QueuedConnection);
        return button;
    };
    m_focus = add(tr("A guest: nothing is kept"), {});
    for (const keep::Face &face : m_faces) {
        QPushButton *button = add(nameOf(face), face.id);
        button->setIcon(iconOf(face.picture, palette()));
    }
    card->column()->addLayout(flow);
    column->addSpacing(type::sized(12));
}

/// Where one was; at the end of a module and of its check, what comes next.
Location StartPage::continueAt() const
{
    if (!m_study.lastCheck().isEmpty() && m_study.asked(m_study.lastCheck()) != nullptr)
        return {Location::Page::Check, m_study.lastCheck()};
    const QString section = m_study.readingAt();
    const course::Module *module = course::findSection(m_study.course(), section).module;
    const course::Section *next = m_study.nextUnread();
    if (module != nullptr && next != nullptr && m_study.progressOf(*module).minutesLeft == 0)
        return {Location::Page::Section, next->id};
    return section.isEmpty() ? Location() : Location{Location::Page::Section, section};
}

QString StartPage::kindOf(const course::Module &module) const
{
    if (&module == &m_study.practice())
        return tr("What you have met before");
    if (m_study.isForm(module.id))
        return tr("Before and after · %1").arg(module.title);
    return tr("Module %1 · %2").arg(moduleNumber(m_study.course(), module)).arg(module.title);
}

/// How far one is in it, and what is left.
QString StartPage::standingText(const course::Module &module, bool isCheck, const course::SectionPlace &place) const
{
    if (const auto check = m_study.latestCheck(module); isCheck && check)
        return tr("Question %1 of %2.").arg(std::min(check->current() + 1, check->size())).arg(check->size());
    const ModuleProgress progress = m_study.progressOf(module);
    const QString where = tr("Section %1 of %2.").arg(place.position + 1).arg(module.sections.size());
    if (progress.minutesLeft == 0)
        return where + QLatin1Char(' ') + tr("You have been through all of this module.");
    return where + QLatin1Char(' ') + tr("About %n minute(s) left in this module.", nullptr, progress.minutesLeft) +
           stopText(module, place);
}

/// The end of the section is a good place to stop, where it does not end the module.
QString StartPage::stopText(const course::Module &module, const course::SectionPlace &place) const
{
    if (place.section == nullptr || place.position + 1 == static_cast<qsizetype>(module.sections.size()))
        return {};
    return QLatin1Char(' ') +
           tr("A good place to stop comes after %n minute(s).", nullptr, course::selfMinutes(*place.section));
}

/// The journal is read from end to end only once the page stands on the screen.
void StartPage::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    if (std::exchange(m_isShown, true))
        return;
    QTimer::singleShot(afterShowMs, this, [this] {
        m_knowsPractice = true;
        addPractice();
    });
}

/// What is due, beside where one was.
void StartPage::addPractice()
{
    const std::vector<practice::Card> cards = m_study.cards();
    if (m_across == nullptr || cards.empty())
        return;
    const practice::Today today = m_study.today();
    auto *card = new Card(widget());
    card->column()->addWidget(makeText(card, tr("Practice"), type::sans(12), QPalette::PlaceholderText));
    if (const int due = dueCount(cards, today); due > 0) {
        auto *number = makeText(card, QLocale().toString(due), type::sans(32, QFont::Bold), QPalette::Highlight);
        card->column()->addWidget(number);
    }
    card->column()->addWidget(makeText(card, dueText(cards, today), type::sans(14), QPalette::PlaceholderText));
    card->column()->addStretch(1);
    auto *row = new QHBoxLayout;
    auto *open = new QPushButton(tr("See what is due"), card);
    open->setObjectName(QStringLiteral("practice"));
    open->setToolTip(tr("Practice (Ctrl+4)"));
    row->addWidget(open);
    row->addStretch(1);
    card->column()->addLayout(row);
    connect(
        open, &QPushButton::clicked, this,
        [this] {
            Q_EMIT wanted({Location::Page::Practice, {}});
        },
        Qt::QueuedConnection);
    m_across->insertWidget(1, card, 3);
    m_across->setStretch(2, 1);
}

void StartPage::addWhereYouWere(QVBoxLayout *column)
{
    const Location location = continueAt();
    const bool isNew = m_study.lastSection().isEmpty() && m_study.lastCheck().isEmpty();
    const bool isCheck = location.page == Location::Page::Check;
    const course::SectionPlace place = course::findSection(m_study.course(), location.id);
    const course::Module *module = isCheck ? m_study.asked(location.id) : place.module;
    if (module == nullptr)
        return;
    const bool isNext = !isCheck && location.id != m_study.readingAt();
    const QString heading = isNew ? tr("Where to begin") : isNext ? tr("What comes next") : tr("Where you were");
    column->addWidget(makeHeading(widget(), heading, 28));
    auto *card = new Card;
    m_across = new QHBoxLayout;
    m_across->setSpacing(type::sized(20));
    m_across->addWidget(card, 5);
    m_across->addStretch(4);
    column->addLayout(m_across);
    const bool isPractice = module == &m_study.practice();
    card->column()->addWidget(makeText(card, kindOf(*module), type::sans(12), QPalette::PlaceholderText));
    const QString check = isPractice ? tr("Practice") : tr("Check your understanding");
    card->column()->addWidget(makeHeading(card, isCheck ? check : place.section->title, 19));
    card->column()->addWidget(
        makeText(card, standingText(*module, isCheck, place), type::sans(14), QPalette::PlaceholderText));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, type::sized(10), 0, 0);
    auto *go = new QPushButton(isNew ? tr("Begin") : tr("Continue"), card);
    setPart(go, ButtonPart::Primary);
    go->setObjectName(QStringLiteral("continue"));
    go->setAutoDefault(true);
    auto *ten = new QPushButton(tr("I have ten minutes"), card);
    ten->setObjectName(QStringLiteral("ten"));
    ten->setToolTip(tr("What is due, first what you were sure of that did not hold; only what fits ten minutes"));
    row->setSpacing(type::sized(10));
    row->addWidget(go);
    row->addWidget(ten);
    row->addStretch(1);
    card->column()->addStretch(1);
    card->column()->addLayout(row);
    connect(
        go, &QPushButton::clicked, this, [this, location] { Q_EMIT wanted(location); }, Qt::QueuedConnection);
    connect(ten, &QPushButton::clicked, this, &StartPage::tenMinutesWanted, Qt::QueuedConnection);
    if (m_focus == nullptr)
        m_focus = go;
}

void StartPage::addPicture(QVBoxLayout *column)
{
    QLabel *heading = makeHeading(widget(), tr("The course in one picture"), 21);
    heading->setContentsMargins(0, type::sized(16), 0, 0);
    column->addWidget(heading);
    auto *card = new Card;
    column->addWidget(card);
    auto *row = new QHBoxLayout;
    row->setSpacing(type::sized(10));
    for (const course::Module &module : m_study.course().modules) {
        if (module.roomOnly)
            continue;
        auto *tile = new ModuleTile(m_study, module, card);
        // One module alone would be a bar across the whole page.
        tile->setMaximumWidth(type::sized(260));
        row->addWidget(tile, 1);
        const Location location = module.isOpen() ? Location{Location::Page::Section, module.sections.front().id}
                                                  : Location{Location::Page::Faults, {}};
        connect(
            tile, &QAbstractButton::clicked, this, [this, location] { Q_EMIT wanted(location); }, Qt::QueuedConnection);
    }
    row->addStretch();
    card->column()->addLayout(row);
}

void StartPage::addFaults(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->addWidget(
        makeText(widget(), tr("%n thing(s) in this course need mending. What is sound is open.", nullptr, m_faultCount),
                 type::sans(14)),
        1);
    auto *show = new QPushButton(tr("Show what needs mending"), widget());
    row->addWidget(show);
    column->addLayout(row);
    connect(
        show, &QPushButton::clicked, this,
        [this] {
            Q_EMIT wanted({Location::Page::Faults, {}});
        },
        Qt::QueuedConnection);
}

void StartPage::addCredits(QVBoxLayout *column)
{
    const course::Course &course = m_study.course();
    QStringList lines;
    if (!course.sources.empty()) {
        const course::Source &essay = course.sources.front();
        lines += tr("Retold from %1, “%2”, %3, %4.").arg(essay.author, essay.title, essay.publisher, essay.date);
    }
    lines += tr("Not yet reviewed by survivor-led and sex-worker-led readers.");
    lines += tr("Nothing leaves this computer. No names are asked for.") + QLatin1Char(' ') +
             (m_study.isKept() ? tr("What you do is kept in one file.")
                               : tr("You are a guest: nothing is kept when the window closes."));
    // Plain text: Qt lays a rich one out anew for each width that it considers, which is a fifth of the start.
    QLabel *credits = makeText(widget(), lines.join(u'\n'), type::sans(14), QPalette::PlaceholderText);
    credits->setTextFormat(Qt::PlainText);
    credits->setContentsMargins(0, type::sized(12), 0, 0);
    column->addWidget(credits);
    auto *kept = new QPushButton(tr("What is kept, and where"), widget());
    setPart(kept, ButtonPart::Link);
    kept->setObjectName(QStringLiteral("kept"));
    column->addWidget(kept, 0, Qt::AlignLeading);
    connect(
        kept, &QPushButton::clicked, this,
        [this] {
            Q_EMIT wanted({Location::Page::Kept, {}});
        },
        Qt::QueuedConnection);
}

} // namespace desk

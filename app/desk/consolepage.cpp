// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/consolepage.h"

#include "desk/card.h"
#include "desk/countpanel.h"
#include "desk/cutspanel.h"
#include "desk/keyhints.h"
#include "desk/paint.h"
#include "desk/sheetpreview.h"
#include "desk/style.h"
#include "desk/trainernotes.h"
#include "type/tokens.h"

#include <QDateTime>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>

namespace desk {

namespace {

using workshop::Session;
using workshop::Way;

constexpr qint64 minute = 60'000;
constexpr qint64 worthSaying = 2 * minute;   // less late than that is nobody's concern
constexpr qint64 worthCutting = 20 * minute; // the proposal opens by itself
constexpr int stripHeight = 34;

QString clockText(qint64 at)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(at).time(), QStringLiteral("HH:mm"));
}

QString wayText(Way way)
{
    switch (way) {
    case Way::Hands:
        return ConsolePage::tr("Show of hands");
    case Way::Pairs:
        return ConsolePage::tr("In pairs");
    case Way::Paper:
        return ConsolePage::tr("On paper");
    case Way::ClosedEyes:
        return ConsolePage::tr("Eyes closed");
    }
    return {};
}

constexpr std::array allWays{Way::Hands, Way::ClosedEyes, Way::Paper, Way::Pairs};

Way wayAfter(Way way)
{
    const auto *found = std::ranges::find(allWays, way);
    return found + 1 == allWays.end() ? allWays.front() : *(found + 1);
}

QLabel *makeCaption(QWidget *parent)
{
    return makeText(parent, {}, type::sans(12), QPalette::PlaceholderText);
}

} // namespace

ConsolePage::ConsolePage(Console &console, Projector &projector, QWidget *parent)
    : QWidget(parent), m_console(console), m_projector(projector), m_tick(new QTimer(this))
{
    setAccessibleName(tr("Console"));
    setFocusPolicy(Qt::StrongFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildHead(column);
    m_middle = new QWidget(this);
    auto *row = new QHBoxLayout(m_middle);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_left = new QWidget(m_middle);
    m_right = new QWidget(m_middle);
    m_right->setAutoFillBackground(true);
    m_right->setBackgroundRole(QPalette::Base);
    row->addWidget(m_left, 3);
    row->addWidget(m_right, 2);
    column->addWidget(m_middle, 1);
    m_stage = new SlideSheet(m_console.room().course(), this);
    m_stage->hide();
    column->addWidget(m_stage, 1);
    buildLeft(new QVBoxLayout(m_left));
    buildRight(new QVBoxLayout(m_right));
    m_strip = makeText(this, {}, type::sans(14), QPalette::PlaceholderText);
    m_strip->setContentsMargins(type::sized(16), 0, type::sized(16), 0);
    m_strip->setFixedHeight(type::sized(stripHeight));
    m_strip->hide();
    column->addWidget(m_strip);
    m_foot = new QWidget(this);
    auto *foot = new QHBoxLayout(m_foot);
    foot->setContentsMargins(type::sized(20), type::sized(10), type::sized(20), type::sized(10));
    m_keys = new KeyHints(m_foot);
    m_screens = makeText(m_foot, {}, type::sans(14), QPalette::PlaceholderText);
    m_screens->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    foot->addWidget(m_keys, 5);
    foot->addWidget(m_screens, 2);
    column->addWidget(m_foot);
    m_tick->setInterval(1000);
    connect(m_tick, &QTimer::timeout, this, &ConsolePage::showTime);
    connect(&m_console, &Console::changed, this, &ConsolePage::refresh);
    connect(&m_projector, &Projector::screensChanged, this, &ConsolePage::showScreens);
    connect(&m_projector, &Projector::keyPressed, this, [this](QKeyEvent *event) { takeKey(event); });
    connect(m_keys, &KeyHints::pressed, this, [this](int key) {
        QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier);
        takeKey(&event);
    });
}

void ConsolePage::buildHead(QVBoxLayout *column)
{
    m_head = new QWidget(this);
    m_head->setAutoFillBackground(true);
    m_head->setBackgroundRole(QPalette::Base);
    auto *row = new QHBoxLayout(m_head);
    row->setContentsMargins(type::sized(20), type::sized(8), type::sized(20), type::sized(8));
    row->setSpacing(type::sized(20));
    m_title = makeText(m_head, {}, type::sans(14, QFont::Bold));
    m_title->setWordWrap(false);
    m_place = makeText(m_head, {}, type::sans(14), QPalette::PlaceholderText);
    m_clock = makeText(m_head, {}, type::sans(22, QFont::Bold));
    m_clock->setWordWrap(false);
    m_planned = makeText(m_head, {}, type::sans(14), QPalette::PlaceholderText);
    m_planned->setWordWrap(false);
    m_late = new QPushButton(m_head);
    m_late->setToolTip(tr("See what could be left out (L)"));
    m_late->setFocusPolicy(Qt::NoFocus);
    row->addWidget(m_title);
    row->addWidget(m_place, 1);
    row->addWidget(m_clock);
    row->addWidget(m_planned);
    row->addWidget(m_late);
    m_head->setFixedHeight(type::sized(56));
    column->addWidget(m_head);
    connect(m_late, &QPushButton::clicked, this, [this] { takeLetter(Qt::Key_L); });
}

void ConsolePage::buildLeft(QVBoxLayout *column)
{
    column->setContentsMargins(type::sized(20), type::sized(16), type::sized(20), type::sized(16));
    column->setSpacing(type::sized(6));
    m_nowCaption = makeCaption(m_left);
    column->addWidget(m_nowCaption);
    m_now = new SheetPreview(m_console.room().course(), m_left);
    column->addWidget(m_now, 5);
    auto *captions = new QHBoxLayout;
    captions->setContentsMargins(0, type::sized(8), 0, 0);
    captions->setSpacing(type::sized(16));
    m_nextCaption = makeCaption(m_left);
    m_countCaption = makeCaption(m_left);
    captions->addWidget(m_nextCaption, 2);
    captions->addWidget(m_countCaption, 3);
    column->addLayout(captions);
    auto *below = new QHBoxLayout;
    below->setSpacing(type::sized(16));
    m_next = new SheetPreview(m_console.room().course(), m_left);
    m_countCard = new Card(m_left);
    m_counts = new CountPanel(m_console.counting(), m_countCard);
    m_countText = makeText(m_countCard, {}, type::sans(13), QPalette::PlaceholderText);
    m_countCard->column()->addWidget(m_counts);
    m_countCard->column()->addWidget(m_countText, 1);
    below->addWidget(m_next, 2);
    below->addWidget(m_countCard, 3);
    column->addLayout(below, 2);
    connect(m_now, &SheetPreview::pointedAt, this, [this](const QPointF &place) {
        if (!m_isLit)
            return;
        m_now->setSpotlight(place);
        m_projector.setSpotlight(place);
    });
}

void ConsolePage::buildRight(QVBoxLayout *column)
{
    column->setContentsMargins(type::sized(24), type::sized(16), type::sized(24), type::sized(16));
    column->setSpacing(type::sized(8));
    m_notesCaption = makeCaption(m_right);
    column->addWidget(m_notesCaption);
    m_notes = new TrainerNotes(m_right);
    column->addWidget(m_notes, 1);
    m_cuts = new CutsPanel(m_right);
    m_cuts->hide();
    column->addWidget(m_cuts);
    connect(m_cuts, &CutsPanel::accepted, this, &ConsolePage::takeCuts);
    connect(m_cuts, &CutsPanel::dismissed, this, [this] {
        m_offersCuts = false;
        showCuts();
    });
}

void ConsolePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_tick->start();
    m_notes->forget();
    refresh();
    setFocus();
}

void ConsolePage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_tick->stop();
}

void ConsolePage::paintEvent(QPaintEvent * /*event*/)
{
    const type::Colours colours = type::coloursIn(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colours.paper);
    if (m_isStage)
        return;
    painter.setPen(colours.line);
    const int below = m_head->geometry().bottom() + 1;
    const int foot = m_foot->geometry().top() - 1;
    painter.drawLine(0, below, width(), below);
    painter.drawLine(0, foot, width(), foot);
}

void ConsolePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_console.room().isOpen())
        m_notes->tell(m_console, notesSize());
}

/// Notes are read while standing: where there is room, they grow.
double ConsolePage::notesSize() const
{
    const double wide = static_cast<double>(width()) / type::sized(1000) * 1000;
    return std::clamp(std::floor(wide / 76), 17.0, 25.0);
}

void ConsolePage::setStage(bool isStage)
{
    m_isStage = isStage;
    for (QWidget *part : {m_head, m_middle, m_foot})
        part->setVisible(!isStage);
    m_stage->setVisible(isStage);
    m_strip->setVisible(isStage);
    refresh();
    setFocus();
}

void ConsolePage::refresh()
{
    if (!m_console.room().isOpen() || isHidden())
        return;
    const Projection shown = m_console.projection();
    m_projector.project(shown);
    m_now->project(shown);
    if (m_isStage)
        m_stage->project(shown);
    // Whoever froze the projector has to see where the session is meanwhile.
    m_next->project(m_console.isFrozen() ? m_console.here() : m_console.upcoming());
    const Session &session = m_console.session();
    const int room = session.setting().room;
    m_title->setText(session.setting().isRehearsal ? tr("Rehearsal · %1").arg(session.setting().plan.title)
                     : room > 0 ? tr("%1 · %n people", nullptr, room).arg(session.setting().plan.title)
                                : session.setting().plan.title);
    const course::SectionPlace place = course::findSection(m_console.room().course(), m_console.step().target);
    const QString title = stepTitle(m_console.step(), m_console.stage());
    m_place->setText(place.module == nullptr ? title : tr("%1 · %2").arg(place.module->title, title));
    m_nowCaption->setText(m_console.isFrozen() ? tr("On the projector: frozen until you press F.")
                                               : tr("On the projector now"));
    m_nextCaption->setText(m_console.isFrozen()  ? tr("You are here. F shows it to the room")
                           : m_console.isAtEnd() ? tr("That was the last slide")
                                                 : tr("Next"));
    m_notesCaption->setText(tr("For you alone · %n minute(s)", nullptr, m_console.step().minutes));
    m_notes->tell(m_console, notesSize());
    showCounting();
    showTime();
    showCuts();
    showKeys();
    showScreens();
}

QString ConsolePage::lateText() const
{
    const int late = static_cast<int>(m_console.pace().late / minute);
    return tr("%n min late", nullptr, late);
}

void ConsolePage::showTime()
{
    if (!m_console.room().isOpen())
        return;
    const qint64 now = m_console.room().now();
    const workshop::Pace pace = m_console.pace();
    const bool isPaused = m_console.session().phase() == Session::Phase::Paused;
    m_clock->setText(clockText(now));
    m_planned->setText(isPaused ? tr("the clock stands") : tr("planned end %1").arg(clockText(now + pace.left)));
    const bool isLate = pace.late >= worthSaying;
    const bool isOut = !m_console.session().cut().empty();
    m_late->setVisible(isLate);
    m_late->setText(tr("%1 · what to cut (L)").arg(lateText()));
    if (pace.late >= worthCutting && !m_wasOffered && !m_console.proposal().steps.empty()) {
        m_wasOffered = true;
        m_offersCuts = true;
        showCuts();
    }
    if (pace.late < worthCutting)
        m_wasOffered = false;
    if (!isLate && isOut)
        m_planned->setText(
            m_planned->text() + QStringLiteral(" · ") +
            tr("%n left out (U: put back)", nullptr, static_cast<int>(m_console.session().cut().size())));
    m_strip->setText(stripText());
}

QString ConsolePage::stripText() const
{
    QStringList parts{clockText(m_console.room().now())};
    if (m_console.pace().late >= worthSaying)
        parts.append(lateText());
    if (!m_console.counting().fields().empty() && !m_console.projection().asked.isRevealed) {
        const CountField &field = m_console.counting().fields()[static_cast<std::size_t>(m_console.counting().field())];
        parts.append(tr("counting %1: %2").arg(field.key, field.typed));
    }
    parts.append(tr("F5: your notes"));
    return parts.join(QStringLiteral("  ·  "));
}

QString ConsolePage::countingText() const
{
    const items::Item *item = m_console.item();
    const workshop::Asking asking = m_console.session().asking(item->id);
    const int room = m_console.session().setting().room;
    const int counted = m_console.counting().counted();
    const bool isSeveral = !item->single; // a hand for each option: they may be more than people
    const QString sum = isSeveral  ? tr("%n hand(s) counted.", nullptr, counted)
                        : room > 0 ? tr("%1 of %2.").arg(counted).arg(room)
                                   : tr("%1 counted.").arg(counted);
    const QString more = isSeveral && room == 0 ? tr("N: count the people too, or hands for several are not shown.")
                         : !isSeveral && room > 0 && counted > room
                             ? tr("More than take part: count again, or N for their number.")
                             : QString();
    const QString soFar = more.isEmpty() ? sum : QString(sum + QLatin1Char(' ') + more);
    if (asking.isRevealed)
        return sum + QLatin1Char(' ') + tr("Revealed. W shows where it is told.");
    if (asking.rounds.empty())
        return tr(
            "Type the count of each option, Enter after each. O: another way to answer. R: reveal without a count.");
    if (!asking.rounds.back().isClosed)
        return soFar + QLatin1Char(' ') +
               (asking.rounds.size() > 1 ? tr("Second round. The first is hidden until this one is closed.")
                                         : tr("Enter on the last closes the count."));
    return soFar + QLatin1Char(' ') +
           (asking.rounds.size() > 1 ? tr("Both rounds are on the projector. R reveals.")
                                     : tr("Closed. V: talk it over and vote again. R: reveal."));
}

void ConsolePage::showCounting()
{
    const items::Item *item = m_console.item();
    const bool isCounting = item != nullptr && !m_console.counting().fields().empty();
    m_counts->setVisible(isCounting);
    if (item == nullptr) {
        m_countCaption->setText(tr("Asking the room"));
        m_countText->setText(tr("There is nothing to count on this slide. Q: a question to ask the room."));
        return;
    }
    if (!isCounting) {
        m_countCaption->setText(tr("Asking the room"));
        m_countText->setText(tr("This question is talked about, not counted. R: reveal."));
        return;
    }
    m_countCaption->setText(
        tr("%1 · round %2").arg(wayText(m_console.counting().way())).arg(m_console.counting().round()));
    m_counts->refresh();
    m_countText->setText(countingText());
}

void ConsolePage::proposeCuts()
{
    m_offersCuts = true;
    showCuts();
}

void ConsolePage::showCuts()
{
    m_cuts->setVisible(m_offersCuts);
    if (m_offersCuts)
        m_cuts->offer(m_console);
}

void ConsolePage::takeCuts()
{
    m_offersCuts = false;
    m_console.acceptCuts();
    refresh();
}

void ConsolePage::showKeys()
{
    using Hint = KeyHints::Hint;
    const bool isPaused = m_console.session().phase() == Session::Phase::Paused;
    std::vector<Hint> hints{{Qt::Key_PageDown, tr("Page Down"), tr("next"), false},
                            {Qt::Key_B, QStringLiteral("B"), tr("blank"), m_console.isBlank()},
                            {Qt::Key_F, QStringLiteral("F"), tr("freeze"), m_console.isFrozen()}};
    if (m_console.item() != nullptr) {
        const workshop::Asking asking = m_console.session().asking(m_console.item()->id);
        if (asking.rounds.size() == 1 && !asking.isRevealed && !m_console.counting().fields().empty())
            hints.push_back({Qt::Key_V, QStringLiteral("V"), tr("vote again"), false});
        if (!asking.isRevealed)
            hints.push_back({Qt::Key_R, QStringLiteral("R"), tr("reveal"), false});
        else
            hints.push_back({Qt::Key_W, QStringLiteral("W"), tr("where it is told"), false});
    } else {
        hints.push_back({Qt::Key_Z, QStringLiteral("Z"), tr("enlarge figure"), false});
        hints.push_back({Qt::Key_S, QStringLiteral("S"), tr("spotlight"), m_isLit});
    }
    hints.push_back({Qt::Key_P, QStringLiteral("P"), isPaused ? tr("go on") : tr("pause, help card"), isPaused});
    hints.push_back({Qt::Key_G, QStringLiteral("G"), tr("go to"), false});
    hints.push_back({Qt::Key_Q, QStringLiteral("Q"), tr("ask"), false});
    hints.push_back({Qt::Key_X, QStringLiteral("X"), tr("swap screens"), false});
    hints.push_back({Qt::Key_F5, QStringLiteral("F5"), tr("slide here"), false});
    hints.push_back({Qt::Key_N, QStringLiteral("N"), tr("people"), false});
    if (m_console.pace().late > 0)
        hints.push_back({Qt::Key_L, QStringLiteral("L"), tr("what to cut"), m_offersCuts});
    if (!m_console.session().cut().empty())
        hints.push_back({Qt::Key_U, QStringLiteral("U"), tr("put back what was cut"), false});
    hints.push_back({Qt::Key_E, QStringLiteral("E"), tr("end"), false});
    m_keys->setHints(hints);
}

void ConsolePage::showScreens()
{
    const QString screen = m_projector.screenText();
    const QString where =
        screen.isEmpty() ? tr("No second screen: F5 shows the slide here") : tr("Projector: %1").arg(screen);
    m_screens->setText(tr("%1 · %2").arg(where, m_console.room().isKept()
                                                    ? tr("everything is saved")
                                                    : tr("nothing can be saved: it lasts until the program closes")));
    m_now->setShape(m_projector.shape());
    m_next->setShape(m_projector.shape());
}

void ConsolePage::toggleSpotlight()
{
    m_isLit = !m_isLit;
    const std::optional<QPointF> place = m_isLit ? std::optional(QPointF(0.5, 0.5)) : std::nullopt;
    m_now->setSpotlight(place);
    m_projector.setSpotlight(place);
    m_stage->setSpotlight(place);
    showKeys();
}

bool ConsolePage::takeLetter(int key)
{
    switch (key) {
    case Qt::Key_B:
    case Qt::Key_Period: // what a clicker's black key sends
        m_console.blank();
        return true;
    case Qt::Key_F:
        m_console.freeze();
        return true;
    case Qt::Key_Z:
        m_console.zoom();
        return true;
    case Qt::Key_S:
        toggleSpotlight();
        return true;
    case Qt::Key_W:
        m_console.showWhere();
        return true;
    case Qt::Key_R:
        m_console.reveal();
        return true;
    case Qt::Key_V:
        m_console.counting().voteAgain();
        return true;
    case Qt::Key_O:
        m_console.counting().chooseWay(wayAfter(m_console.counting().way()));
        return true;
    case Qt::Key_P:
        m_console.pause();
        return true;
    case Qt::Key_L:
        m_offersCuts = !m_offersCuts;
        showCuts();
        return true;
    case Qt::Key_U:
        m_console.putBack();
        return true;
    case Qt::Key_X:
        m_projector.swap();
        return true;
    case Qt::Key_G:
        Q_EMIT slidesWanted(false);
        return true;
    case Qt::Key_Q:
        Q_EMIT slidesWanted(true);
        return true;
    case Qt::Key_N:
        Q_EMIT roomWanted();
        return true;
    case Qt::Key_E:
        Q_EMIT endWanted();
        return true;
    default:
        return false;
    }
}

bool ConsolePage::takeKey(QKeyEvent *event)
{
    if (!m_console.room().isOpen() || (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) != 0)
        return false;
    const int key = event->key();
    // Whoever is counting means the count, also where it got late meanwhile.
    if (m_counts->takeKey(*event))
        return true;
    if (m_offersCuts && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        takeCuts();
        return true;
    }
    switch (key) {
    case Qt::Key_PageDown:
    case Qt::Key_Right:
    case Qt::Key_Down:
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_console.goOn();
        return true;
    case Qt::Key_PageUp:
    case Qt::Key_Left:
    case Qt::Key_Up:
        m_console.goBack();
        return true;
    case Qt::Key_F5:
        setStage(!m_isStage);
        return true;
    case Qt::Key_Escape:
        if (m_offersCuts) {
            m_offersCuts = false;
            showCuts();
        } else if (m_isStage) {
            setStage(false);
        } else if (m_isLit) {
            toggleSpotlight();
        } else {
            m_console.escape();
        }
        return true;
    default:
        return takeLetter(key);
    }
}

/// The console's keys come before the window's, but for those that hold everywhere.
bool ConsolePage::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isFunction = key->key() >= Qt::Key_F1 && key->key() <= Qt::Key_F35 && key->key() != Qt::Key_F5;
        const bool isPlain = (key->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) == 0;
        if (isPlain && !isFunction) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

/// While something is counted, Tab goes to the next number.
bool ConsolePage::focusNextPrevChild(bool next)
{
    return m_console.counting().fields().empty() && QWidget::focusNextPrevChild(next);
}

void ConsolePage::keyPressEvent(QKeyEvent *event)
{
    if (!takeKey(event))
        QWidget::keyPressEvent(event);
}

} // namespace desk

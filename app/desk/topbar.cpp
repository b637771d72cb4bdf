// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/topbar.h"

#include "desk/location.h"
#include "desk/style.h"
#include "type/tokens.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>

#include <array>

namespace desk {

/// What a menu offers for one number among the settings.
struct TopBar::Choice {
    const char *name;
    double value;
};

namespace {

constexpr std::array textSizes{
    TopBar::Choice{QT_TRANSLATE_NOOP("desk::TopBar", "Small text"), 0.9},
    TopBar::Choice{QT_TRANSLATE_NOOP("desk::TopBar", "Normal text"), 1.0},
    TopBar::Choice{QT_TRANSLATE_NOOP("desk::TopBar", "Large text"), 1.2},
    TopBar::Choice{QT_TRANSLATE_NOOP("desk::TopBar", "Larger text"), 1.5},
};

constexpr std::array lineSpacings{
    TopBar::Choice{QT_TRANSLATE_NOOP("desk::TopBar", "Lines as usual"), 1.0},
    TopBar::Choice{QT_TRANSLATE_NOOP("desk::TopBar", "Lines further apart"), 1.25},
};

constexpr std::array lineLengths{
    TopBar::Choice{QT_TRANSLATE_NOOP("desk::TopBar", "Narrow column"), 0.85},
    TopBar::Choice{QT_TRANSLATE_NOOP("desk::TopBar", "Usual column"), 1.0},
    TopBar::Choice{QT_TRANSLATE_NOOP("desk::TopBar", "Wide column"), 1.2},
};

struct ThemeName {
    const char *name;
    keep::Theme theme;
};

constexpr std::array themes{
    ThemeName{QT_TRANSLATE_NOOP("desk::TopBar", "As the system"), keep::Theme::System},
    ThemeName{QT_TRANSLATE_NOOP("desk::TopBar", "Light"), keep::Theme::Light},
    ThemeName{QT_TRANSLATE_NOOP("desk::TopBar", "Dark"), keep::Theme::Dark},
    ThemeName{QT_TRANSLATE_NOOP("desk::TopBar", "High contrast"), keep::Theme::Contrast},
};

/// A quiet button whose sign is drawn: the bundled faces have neither sign, and a system's may not either.
class SignButton final : public QPushButton
{
public:
    enum class Sign { Lines, HalfDisc, Cross };

    SignButton(Sign sign, QWidget *parent) : QPushButton(parent), m_sign(sign) { setPart(this, ButtonPart::Quiet); }

    [[nodiscard]] QSize sizeHint() const override { return {type::sized(36), type::sized(32)}; }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QPushButton::paintEvent(event);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QColor ink = type::coloursIn(palette()).ink;
        const QPointF middle = QRectF(rect()).center();
        switch (m_sign) {
        case Sign::Lines:
            paintLines(painter, middle, ink);
            break;
        case Sign::HalfDisc:
            paintHalfDisc(painter, middle, ink);
            break;
        case Sign::Cross:
            paintCross(painter, middle, ink);
            break;
        }
    }

private:
    static void paintLines(QPainter &painter, QPointF middle, const QColor &ink)
    {
        painter.setPen(QPen(ink, type::sized(2), Qt::SolidLine, Qt::RoundCap));
        for (const int line : {-1, 0, 1}) {
            const QPointF at = middle + QPointF(0, line * type::sized(5));
            painter.drawLine(at - QPointF(type::sized(7), 0), at + QPointF(type::sized(7), 0));
        }
    }

    static void paintHalfDisc(QPainter &painter, QPointF middle, const QColor &ink)
    {
        const QRectF disc(middle - QPointF(type::sized(7), type::sized(7)), QSizeF(type::sized(14), type::sized(14)));
        painter.setPen(QPen(ink, type::sized(2)));
        painter.drawEllipse(disc);
        painter.setBrush(ink);
        constexpr int sixteenths = 16;
        painter.drawPie(disc, 90 * sixteenths, 180 * sixteenths);
    }

    static void paintCross(QPainter &painter, QPointF middle, const QColor &ink)
    {
        painter.setPen(QPen(ink, type::sized(4), Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(middle - QPointF(type::sized(7), 0), middle + QPointF(type::sized(7), 0));
        painter.drawLine(middle - QPointF(0, type::sized(7)), middle + QPointF(0, type::sized(7)));
    }

    Sign m_sign;
};

} // namespace

TopBar::TopBar(const QString &title, const keep::Settings &settings, QWidget *search, QWidget *parent)
    : QWidget(parent), m_settings(settings), m_search(search)
{
    setFixedHeight(type::sized(48));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(type::sized(16), 0, type::sized(16), 1);
    row->setSpacing(type::sized(6));
    m_name = new QLabel(title, this);
    m_name->setFont(type::sans(14, QFont::Bold));
    m_contents = add(new SignButton(SignButton::Sign::Lines, this), tr("Show or fold away the contents (Ctrl+B)"));
    m_contents->setAccessibleName(tr("Contents"));
    row->addWidget(m_name);
    row->addSpacing(type::sized(18));
    m_start = addButton(tr("Start"), tr("Where you were, and what there is (Ctrl+1)"));
    m_course = addButton(tr("Course"), tr("Read on (Ctrl+2)"));
    m_figures = addButton(tr("Figures"), tr("All figures, and your own numbers (Ctrl+3)"));
    m_practice = addButton(tr("Practice"), tr("What is due again, and how far you have come (Ctrl+4)"));
    m_workshop = addButton(tr("Workshop"), tr("Run a workshop: plan, slides, questions to a room, paper (Ctrl+5)"));
    for (QPushButton *page : {m_start, m_course, m_figures, m_practice, m_workshop})
        page->setCheckable(true);
    row->addStretch(1);
    row->addWidget(m_search);
    QPushButton *text = addButton(QStringLiteral("Aa"), tr("Size of the text (Ctrl and + or -), notes, printing"));
    text->setAccessibleName(tr("Text"));
    text->setMenu(makeTextMenu());
    QPushButton *theme = add(new SignButton(SignButton::Sign::HalfDisc, this), tr("Light, dark or high contrast"));
    theme->setAccessibleName(tr("Theme"));
    theme->setMenu(makeThemeMenu());
    QPushButton *help = add(new SignButton(SignButton::Sign::Cross, this), tr("The help card (F1)"));
    help->setAccessibleName(tr("Help card"));
    QPushButton *hide =
        addButton(tr("Hide"), tr("Hide every window at once, until the same key (%1)").arg(settings.hideKey));
    setPart(hide, ButtonPart::Secondary);
    connect(help, &QPushButton::clicked, this, &TopBar::helpWanted);
    connect(hide, &QPushButton::clicked, this, &TopBar::hideWanted);
    connect(m_contents, &QPushButton::clicked, this, &TopBar::contentsToggled);
    connect(m_start, &QPushButton::clicked, this, &TopBar::startWanted);
    connect(m_course, &QPushButton::clicked, this, &TopBar::courseWanted);
    connect(m_figures, &QPushButton::clicked, this, &TopBar::figuresWanted);
    connect(m_practice, &QPushButton::clicked, this, &TopBar::practiceWanted);
    connect(m_workshop, &QPushButton::clicked, this, &TopBar::workshopWanted);
    setPlace(Place::Start);
}

QPushButton *TopBar::addButton(const QString &text, const QString &tip)
{
    auto *button = new QPushButton(text, this);
    setPart(button, ButtonPart::Quiet);
    return add(button, tip);
}

QPushButton *TopBar::add(QPushButton *button, const QString &tip)
{
    button->setToolTip(tip);
    layout()->addWidget(button);
    return button;
}

void TopBar::addChoices(QMenu *menu, std::span<const Choice> choices, double keep::Settings::*setting)
{
    auto *group = new QActionGroup(menu);
    for (const Choice &choice : choices) {
        QAction *action = menu->addAction(tr(choice.name));
        action->setCheckable(true);
        action->setChecked(qFuzzyCompare(choice.value, m_settings.*setting));
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, value = choice.value, setting] {
            keep::Settings changed = m_settings;
            changed.*setting = value;
            change(changed);
        });
    }
}

void TopBar::stepText(int by)
{
    const auto isUsed = [this](const Choice &choice) { return qFuzzyCompare(choice.value, m_settings.textScale); };
    const auto at = std::ranges::find_if(textSizes, isUsed) - textSizes.begin();
    const auto to = std::clamp<std::ptrdiff_t>(at + by, 0, std::ssize(textSizes) - 1);
    keep::Settings changed = m_settings;
    changed.textScale = by == 0 ? 1.0 : textSizes[static_cast<std::size_t>(to)].value;
    if (!isUsed({"", changed.textScale}))
        change(changed);
}

QMenu *TopBar::makeTextMenu()
{
    auto *menu = new QMenu(this);
    addChoices(menu, textSizes, &keep::Settings::textScale);
    menu->addSeparator();
    addChoices(menu, lineSpacings, &keep::Settings::lineSpacing);
    menu->addSeparator();
    addChoices(menu, lineLengths, &keep::Settings::lineLength);
    menu->addSeparator();
    QAction *notes = menu->addAction(tr("Slides and facilitator notes in the text"));
    notes->setCheckable(true);
    notes->setChecked(m_settings.trainerNotes);
    connect(notes, &QAction::toggled, this, [this](bool on) {
        keep::Settings changed = m_settings;
        changed.trainerNotes = on;
        change(changed);
    });
    m_notes = menu->addAction(tr("Notes of your own"));
    m_notes->setCheckable(true);
    m_notes->setChecked(m_settings.notes);
    connect(m_notes, &QAction::triggered, this, &TopBar::notesToggled, Qt::QueuedConnection);
    menu->addSeparator();
    connect(menu->addAction(tr("Print this page…\tCtrl+P")), &QAction::triggered, this, &TopBar::printWanted,
            Qt::QueuedConnection);
    return menu;
}

QMenu *TopBar::makeThemeMenu()
{
    auto *menu = new QMenu(this);
    auto *group = new QActionGroup(menu);
    for (const ThemeName &theme : themes) {
        QAction *action = menu->addAction(tr(theme.name));
        action->setCheckable(true);
        action->setChecked(theme.theme == m_settings.theme);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, chosen = theme.theme] {
            keep::Settings changed = m_settings;
            changed.theme = chosen;
            change(changed);
        });
    }
    return menu;
}

void TopBar::change(const keep::Settings &settings)
{
    m_settings = settings;
    Q_EMIT settingsChanged(settings);
}

void TopBar::setSettings(const keep::Settings &settings)
{
    m_settings = settings;
    m_notes->setChecked(settings.notes);
}

void TopBar::setPlace(Place place)
{
    m_start->setChecked(place == Place::Start);
    m_course->setChecked(place == Place::Course);
    m_figures->setChecked(place == Place::Figures);
    m_practice->setChecked(place == Place::Practice);
    m_workshop->setChecked(place == Place::Workshop);
}

TopBar::Place barPlaceOf(const Location &location, const QString &practice)
{
    switch (location.page) {
    case Location::Page::Start:
    case Location::Page::Kept:
        return TopBar::Place::Start;
    case Location::Page::Figures:
        return TopBar::Place::Figures;
    case Location::Page::Practice:
        return TopBar::Place::Practice;
    case Location::Page::Workshop:
    case Location::Page::Plans:
    case Location::Page::Papers:
    case Location::Page::Review:
    case Location::Page::Report:
    case Location::Page::Console:
        return TopBar::Place::Workshop;
    case Location::Page::Check:
        return location.id == practice ? TopBar::Place::Practice : TopBar::Place::Course;
    default:
        return TopBar::Place::Course;
    }
}

void TopBar::setCanFold(bool canFold)
{
    m_contents->setVisible(canFold);
}

/// In a narrow window, or with large letters, the pages and the tools come before the name and the search.
void TopBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    constexpr double nameFrom = 1060;
    constexpr double searchFrom = 820;
    m_name->setVisible(width() >= type::sized(nameFrom));
    m_search->setVisible(width() >= type::sized(searchFrom));
}

/// A bar that still shows its name and the search keeps no window from becoming narrow: both go then.
QSize TopBar::minimumSizeHint() const
{
    int wide = layout()->totalMinimumSize().width();
    for (const QWidget *part : std::initializer_list<const QWidget *>{m_name, m_search}) {
        if (!part->isHidden())
            wide -= part->minimumSizeHint().width() + layout()->spacing();
    }
    return {wide, height()};
}

void TopBar::paintEvent(QPaintEvent * /*event*/)
{
    const type::Colours colours = type::coloursIn(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colours.surface);
    painter.fillRect(0, height() - 1, width(), 1, colours.line);
}

} // namespace desk

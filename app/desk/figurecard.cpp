// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/figurecard.h"

#include "desk/badgekey.h"
#include "desk/drawingchoice.h"
#include "desk/figuremenu.h"
#include "desk/figurepicture.h"
#include "desk/figuretable.h"
#include "desk/figurezoom.h"
#include "desk/paint.h"
#include "desk/predictpanel.h"
#include "desk/style.h"
#include "plot/figurewords.h"
#include "type/tokens.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLayout>
#include <QPushButton>

#include <algorithm>
#include <cmath>

namespace desk {

namespace {

constexpr double padding = 20;
constexpr double usualWidth = 680;

QLabel *makeLabel(QWidget *parent, const QFont &font, QPalette::ColorRole role)
{
    auto *label = new QLabel(parent);
    label->setFont(font);
    label->setForegroundRole(role);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

/// The key that does the same as a tool of the card, or nothing.
std::optional<FigureCard::Mode> modeFor(int key)
{
    if (key == Qt::Key_T)
        return FigureCard::Mode::Table;
    if (key == Qt::Key_P)
        return FigureCard::Mode::Predict;
    return {};
}

} // namespace

plot::Palette plotPalette(const QPalette &palette)
{
    const type::Colours colours = type::coloursIn(palette);
    return {.surface = colours.surface,
            .ink = colours.ink,
            .muted = colours.muted,
            .line = colours.line,
            .left = colours.blue,
            .back = colours.amber,
            .family = colours.accent,
            .detained = colours.ink,
            .notReported = colours.grey,
            .soft = colours.accentSoft,
            .outline = colours.outline};
}

FigureCard::FigureCard(const course::Course &course, const course::FigureData &numbers, QWidget *parent)
    : QWidget(parent), m_course(course)
{
    m_title = makeLabel(this, type::sans(15, QFont::Bold), QPalette::WindowText);
    m_title->setText(numbers.title);
    setAccessibleName(tr("Figure: %1").arg(numbers.title));
    auto prepared = figures::prepare(numbers);
    if (!prepared) {
        m_source = makeLabel(this, type::sans(13), QPalette::WindowText);
        m_source->setText(tr("This figure is not drawn. %1").arg(base::render(prepared.error().reason)));
        setAccessibleDescription(m_source->text());
        return;
    }
    m_figure = std::move(*prepared);
    if (auto shares = figures::prepare(numbers, figures::View::Shares))
        m_shares = std::move(*shares);
    else
        m_whyNoShares = shares.error().reason;
    setAccessibleDescription(plot::plainText(m_figure));
    buildBody();
    buildTools();
    buildFoot();
}

QPushButton *FigureCard::addTool(const QString &text, const QString &tip)
{
    auto *button = new QPushButton(text, this);
    setPart(button, ButtonPart::Quiet);
    button->setFont(type::sans(12));
    button->setToolTip(tip);
    m_tools.push_back(button);
    return button;
}

void FigureCard::addMode(Mode mode, const QString &text, const QString &tip)
{
    QPushButton *button = addTool(text, tip);
    button->setCheckable(true);
    button->setChecked(mode == m_mode);
    connect(button, &QPushButton::clicked, this, [this, mode] { setMode(mode); });
    m_modes.emplace_back(mode, button);
}

void FigureCard::buildTools()
{
    addMode(Mode::Marks, tr("Picture"), tr("Show the figure as a picture"));
    if (!m_figure.rows.empty())
        addShares();
    addMode(Mode::Table, tr("Table"), tr("Show the same as a table (T)"));
    if (canPredict(m_figure))
        addMode(Mode::Predict, tr("Predict"), tr("Set a guess before the figure opens (P)"));
    connect(addTool(tr("Zoom"), tr("Show the figure alone, as large as the window (Z)")), &QPushButton::clicked, this,
            &FigureCard::zoom);
    QPushButton *save = addTool(tr("Save"), tr("Save, copy or print the figure, with its sources"));
    save->setMenu(
        new FigureMenu([this] { return plot::sheetOf(m_course, m_mode == Mode::Shares ? m_shares : m_figure); }, save));
}

/// Where shares may not be drawn, the tool is there and says why not: that is a lesson, too.
void FigureCard::addShares()
{
    addMode(Mode::Shares, tr("Shares"), tr("Show each number as a share of its whole; a few people stay marks"));
    if (!m_shares.spots.empty())
        return;
    QPushButton *shares = m_tools.back();
    shares->setEnabled(false);
    shares->setToolTip(base::render(m_whyNoShares));
}

void FigureCard::buildBody()
{
    m_picture = new FigurePicture(
        [&course = m_course](const figures::Spot &spot) { return plot::spotHtml(course, spot); }, this);
    m_picture->setAccessibleName(m_figure.title);
    m_picture->setAccessibleDescription(plot::plainText(m_figure));
    connect(m_picture, &FigurePicture::spotOpened, this, [this](int spot) {
        const QString claim = m_picture->spots()[static_cast<std::size_t>(spot)].claim;
        if (!claim.isEmpty())
            Q_EMIT claimWanted(claim);
    });
    m_table = makeLabel(this, type::sans(12), QPalette::WindowText);
    m_table->setTextFormat(Qt::RichText);
    m_table->setText(tableHtml(m_figure.table, type::coloursIn(palette())));
    m_table->hide();
    if (const auto *drawings = std::get_if<figures::Drawings>(&m_figure.diagram)) {
        m_choice = new DrawingChoice(*drawings, this);
        connect(m_choice, &DrawingChoice::chosen, this, &FigureCard::choose);
    }
}

void FigureCard::buildFoot()
{
    m_key = new BadgeKey(figures::statusesOf(m_figure), this);
    m_source = makeLabel(this, type::sans(12), QPalette::PlaceholderText);
    m_source->setText(plot::sourceText(m_course, m_figure));
    m_limitsButton = new QPushButton(tr("What this cannot tell us"), this);
    m_limitsButton->setFont(type::sans(12));
    m_limitsButton->setCheckable(true);
    setPart(m_limitsButton, ButtonPart::Link);
    m_limits = makeLabel(this, type::sans(13), QPalette::WindowText);
    m_limits->setText(plot::limitLines(m_figure).join(QLatin1Char('\n')));
    m_limits->hide();
    connect(m_limitsButton, &QPushButton::toggled, this, [this](bool on) {
        m_limits->setVisible(on);
        resettle();
    });
}

void FigureCard::setMode(Mode mode)
{
    const auto found = std::ranges::find(m_modes, mode, &std::pair<Mode, QPushButton *>::first);
    if (found != m_modes.end() && found->second->isEnabled())
        m_mode = mode;
    for (const auto &[its, button] : m_modes)
        button->setChecked(its == m_mode);
    if (m_mode == Mode::Predict && m_predict == nullptr) {
        m_predict = new PredictPanel(m_figure, this);
        connect(m_predict, &PredictPanel::opened, this, &FigureCard::openPrediction);
    }
    m_picture->setVisible(isPicture());
    m_table->setVisible(m_mode == Mode::Table);
    if (m_predict != nullptr)
        m_predict->setVisible(m_mode == Mode::Predict);
    m_pouredWidth = 0;
    resettle();
}

void FigureCard::openPrediction()
{
    m_guesses = m_predict->guesses();
    setMode(Mode::Marks);
    m_picture->setFocus();
    if (!m_guesses.empty())
        Q_EMIT predicted();
}

/// Which drawing misleads shows only when somebody has chosen.
void FigureCard::choose()
{
    m_pouredWidth = 0;
    resettle();
}

void FigureCard::resettle()
{
    layOut();
    Q_EMIT heightChanged();
}

void FigureCard::zoom()
{
    auto *zoomed = new FigureZoom(m_course, m_figure, m_guesses, window());
    zoomed->setStamped(m_choice == nullptr || m_choice->isChosen());
    zoomed->open();
}

std::vector<QWidget *> FigureCard::focusChain() const
{
    std::vector<QWidget *> chain(m_tools.begin(), m_tools.end());
    if (m_picture != nullptr)
        chain.push_back(m_picture);
    if (m_choice != nullptr)
        std::ranges::copy(m_choice->buttons(), std::back_inserter(chain));
    if (m_limitsButton != nullptr)
        chain.push_back(m_limitsButton);
    return chain;
}

plot::Layout FigureCard::layoutFor(int width) const
{
    plot::Layout layout;
    layout.width = width;
    layout.font = type::sans(14);
    layout.mirrored = layoutDirection() == Qt::RightToLeft;
    if (m_mode != Mode::Shares)
        layout.guesses = m_guesses;
    layout.stamped = m_choice == nullptr || m_choice->isChosen();
    return layout;
}

int FigureCard::innerWidth(int width) const
{
    return std::max(1, width - 2 * type::sized(padding));
}

int FigureCard::toolsWidth() const
{
    int width = 0;
    for (const QPushButton *tool : m_tools)
        width += tool->sizeHint().width();
    return width;
}

/// Where the title has room for itself beside the tools they share a line.
bool FigureCard::toolsBeside(int inner) const
{
    const int title = QFontMetrics(m_title->font()).horizontalAdvance(m_title->text());
    return title + type::sized(16) + toolsWidth() <= inner;
}

int FigureCard::headerHeight(int inner) const
{
    const int title = m_title->heightForWidth(inner);
    if (m_tools.empty())
        return title;
    const int tools = m_tools.front()->sizeHint().height();
    return toolsBeside(inner) ? std::max(tools, title) : title + type::sized(4) + tools;
}

QWidget *FigureCard::body() const
{
    if (m_mode == Mode::Table)
        return m_table;
    return m_mode == Mode::Predict ? static_cast<QWidget *>(m_predict) : m_picture;
}

int FigureCard::bodyHeight(int width) const
{
    const int inner = innerWidth(width);
    if (!isPicture()) {
        const QWidget *shown = body();
        return shown->layout() != nullptr ? shown->layout()->totalHeightForWidth(inner) : shown->heightForWidth(inner);
    }
    const figures::PreparedFigure &shown = m_mode == Mode::Shares ? m_shares : m_figure;
    return static_cast<int>(std::ceil(plot::heightFor(shown, layoutFor(inner))));
}

/// What stands under the picture, from top to bottom.
std::vector<QWidget *> FigureCard::foot() const
{
    std::vector<QWidget *> widgets;
    if (m_choice != nullptr && isPicture())
        widgets.push_back(m_choice);
    if (m_key != nullptr && isPicture() && !m_key->isEmpty())
        widgets.push_back(m_key);
    widgets.push_back(m_source);
    if (m_limitsButton != nullptr && !m_limits->text().isEmpty())
        widgets.push_back(m_limitsButton);
    if (m_limitsButton != nullptr && m_limitsButton->isChecked())
        widgets.push_back(m_limits);
    return widgets;
}

int FigureCard::footHeight(const QWidget *widget, int inner) const
{
    return widget->hasHeightForWidth() ? widget->heightForWidth(inner) : widget->sizeHint().height();
}

int FigureCard::heightForWidth(int width) const
{
    const int inner = innerWidth(width);
    int height = 2 * type::sized(padding) + headerHeight(inner) + type::sized(8);
    if (m_picture != nullptr)
        height += bodyHeight(width) + type::sized(12);
    for (const QWidget *widget : foot())
        height += footHeight(widget, inner) + type::sized(4);
    return height - type::sized(4);
}

QSize FigureCard::sizeHint() const
{
    const int wide = width() > 0 ? width() : type::sized(usualWidth);
    return {wide, heightForWidth(wide)};
}

void FigureCard::layOut()
{
    const int pad = type::sized(padding);
    const int inner = innerWidth(width());
    const auto place = [this](QWidget *widget, const QRect &rect) {
        widget->setGeometry(QStyle::visualRect(layoutDirection(), this->rect(), rect));
    };
    const bool beside = toolsBeside(inner);
    const int header = headerHeight(inner);
    const int titleHeight = beside ? header : m_title->heightForWidth(inner);
    place(m_title, {pad, pad, beside ? inner - toolsWidth() : inner, titleHeight});
    // Under the title the tools begin where it begins: their air would push their words to the right of it.
    int x = beside ? pad + inner - toolsWidth() : pad - type::sized(8);
    for (QPushButton *tool : m_tools) {
        const QSize size = tool->sizeHint();
        place(tool, {x, pad + header - size.height(), size.width(), size.height()});
        x += size.width();
    }
    int y = pad + header + type::sized(8);
    if (m_picture != nullptr) {
        const int height = bodyHeight(width());
        const int air = isPicture() ? FigurePicture::air() : 0;
        place(body(), QRect(pad, y, inner, height).adjusted(-air, -air, air, air));
        y += height + type::sized(12);
    }
    if (m_choice != nullptr)
        m_choice->setVisible(isPicture());
    if (m_key != nullptr)
        m_key->setVisible(isPicture() && !m_key->isEmpty());
    if (m_limitsButton != nullptr)
        m_limitsButton->setVisible(!m_limits->text().isEmpty());
    for (QWidget *widget : foot()) {
        const int height = footHeight(widget, inner);
        // The link has air at its sides: its words stand in line with the text above.
        const bool isLink = widget == m_limitsButton;
        place(widget, {isLink ? pad - type::sized(4) : pad, y, isLink ? widget->sizeHint().width() : inner, height});
        y += height + type::sized(4);
    }
    if (m_picture != nullptr && isPicture() && m_pouredWidth != inner)
        pourChart();
}

void FigureCard::pourChart()
{
    m_pouredWidth = innerWidth(width());
    m_picture->setFigure(m_mode == Mode::Shares ? m_shares : m_figure, layoutFor(m_pouredWidth),
                         plotPalette(palette()));
}

bool FigureCard::event(QEvent *event)
{
    // Within the figure its own keys come before the page's.
    if (event->type() == QEvent::ShortcutOverride && m_picture != nullptr) {
        const auto *const key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() == Qt::NoModifier && (modeFor(key->key()) || key->key() == Qt::Key_Z)) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void FigureCard::keyPressEvent(QKeyEvent *event)
{
    const bool isOurs = m_picture != nullptr && event->modifiers() == Qt::NoModifier;
    const auto wanted = isOurs ? modeFor(event->key()) : std::nullopt;
    if (wanted) {
        setMode(m_mode == *wanted ? Mode::Marks : *wanted);
        if (m_mode == Mode::Predict)
            m_predict->setFocus();
    } else if (isOurs && event->key() == Qt::Key_Z) {
        zoom();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void FigureCard::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    paintCard(painter, QRectF(rect()), palette());
}

void FigureCard::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void FigureCard::moveEvent(QMoveEvent *event)
{
    QWidget::moveEvent(event);
    if (m_picture != nullptr)
        m_picture->placeNote();
}

void FigureCard::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (m_picture != nullptr &&
        (event->type() == QEvent::PaletteChange || event->type() == QEvent::LayoutDirectionChange)) {
        m_table->setText(tableHtml(m_figure.table, type::coloursIn(palette())));
        pourChart();
    }
}

} // namespace desk

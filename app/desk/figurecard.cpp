// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/figurecard.h"

#include "desk/figuretable.h"
#include "desk/paint.h"
#include "desk/style.h"
#include "desk/tokens.h"
#include "plot/figurechart.h"

#include <QChart>
#include <QChartView>
#include <QEvent>
#include <QLabel>
#include <QPushButton>

#include <algorithm>
#include <cmath>

namespace desk {

namespace {

constexpr double padding = 20;

plot::Layout layoutFor(int width, const QWidget *widget)
{
    return {static_cast<qreal>(width), sans(14), widget->layoutDirection() == Qt::RightToLeft};
}

QLabel *makeLabel(QWidget *parent, const QFont &font, QPalette::ColorRole role)
{
    auto *label = new QLabel(parent);
    label->setFont(font);
    label->setForegroundRole(role);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QPushButton *makeSwitch(QWidget *parent, const QString &text)
{
    auto *button = new QPushButton(text, parent);
    setPart(button, ButtonPart::Quiet);
    button->setFont(sans(12));
    button->setCheckable(true);
    button->setAutoExclusive(true);
    return button;
}

} // namespace

plot::Palette plotPalette(const QPalette &palette)
{
    const Colours colours = coloursIn(palette);
    return {.surface = colours.surface,
            .ink = colours.ink,
            .muted = colours.muted,
            .line = colours.line,
            .left = colours.blue,
            .back = colours.amber,
            .family = colours.accent,
            .detained = colours.ink,
            .notReported = colours.grey};
}

FigureCard::FigureCard(const course::Course &course, const course::FigureData &numbers, QWidget *parent)
    : QWidget(parent)
{
    if (auto prepared = figures::prepare(numbers))
        m_figure = std::move(*prepared);
    else
        m_refusal = base::render(prepared.error().reason);
    if (m_figure.title.isEmpty())
        m_figure.title = numbers.title;
    setAccessibleName(tr("Figure: %1").arg(m_figure.title));
    buildHeader();
    buildBody();
    buildFoot(course);
    setTexts();
}

void FigureCard::buildHeader()
{
    m_title = makeLabel(this, sans(15, QFont::Bold), QPalette::WindowText);
    m_pictureButton = makeSwitch(this, tr("Picture"));
    m_pictureButton->setToolTip(tr("Show the figure as a picture"));
    m_pictureButton->setChecked(!m_figure.isTold);
    m_tableButton = makeSwitch(this, tr("Table"));
    m_tableButton->setToolTip(tr("Show the same as a table (T)"));
    m_tableButton->setChecked(m_figure.isTold);
    m_pictureButton->setVisible(!m_figure.isTold);
    m_tableButton->setVisible(!m_figure.isTold);
    connect(m_tableButton, &QPushButton::toggled, this, &FigureCard::showTable);
}

void FigureCard::buildBody()
{
    m_chart = new QChartView(this);
    m_chart->setFrameShape(QFrame::NoFrame);
    m_chart->setRenderHint(QPainter::Antialiasing);
    m_chart->setBackgroundBrush(Qt::NoBrush);
    m_chart->viewport()->setAutoFillBackground(false);
    m_chart->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_chart->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_chart->setFocusPolicy(Qt::NoFocus);
    // The wheel belongs to the page: a picture under the pointer must not stop it.
    m_chart->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_table = makeLabel(this, sans(12), QPalette::WindowText);
    m_table->setTextFormat(Qt::RichText);
    m_table->setVisible(m_figure.isTold);
    m_chart->setVisible(!m_figure.isTold);
}

void FigureCard::buildFoot(const course::Course &course)
{
    m_source = makeLabel(this, sans(12), QPalette::PlaceholderText);
    m_source->setText(sourceText(course));
    m_limitsButton = new QPushButton(tr("What this cannot tell us"), this);
    m_limitsButton->setFont(sans(12));
    m_limitsButton->setCheckable(true);
    setPart(m_limitsButton, ButtonPart::Link);
    m_limits = makeLabel(this, sans(13), QPalette::WindowText);
    m_limits->hide();
    connect(m_limitsButton, &QPushButton::toggled, this, [this](bool on) {
        m_limits->setVisible(on);
        layOut();
        Q_EMIT heightChanged();
    });
}

void FigureCard::setTexts()
{
    m_title->setText(m_figure.title);
    m_limits->setText(caveatText());
    m_table->setText(tableHtml(m_figure.table, coloursIn(palette())));
    QStringList sentences;
    for (const base::Phrase &sentence : m_figure.plain)
        sentences.append(base::render(sentence));
    const QString plain = m_refusal.isEmpty() ? sentences.join(QLatin1Char(' ')) : m_refusal;
    setAccessibleDescription(plain);
    m_chart->setAccessibleName(m_figure.title);
    m_chart->setAccessibleDescription(plain);
}

QString FigureCard::sourceText(const course::Course &course) const
{
    QStringList names;
    for (const QString &id : m_figure.sources) {
        if (const course::Source *source = course::findSource(course, id))
            names.append(tr("%1, “%2”, %3, %4").arg(source->author, source->title, source->publisher, source->date));
    }
    if (!m_refusal.isEmpty())
        return m_refusal;
    const QString source = tr("Source: %1.").arg(names.join(QStringLiteral("; ")));
    if (names.isEmpty())
        return tr("Made up by this course. An argument, not data.");
    if (m_figure.isArgument)
        return tr("An argument, not data.") + QLatin1Char(' ') + source;
    if (m_figure.isTold)
        return source;
    return source + QLatin1Char(' ') +
           tr("Each number has its badge: ◆ stated by the essay alone, ◇ confirmed elsewhere.");
}

QString FigureCard::caveatText() const
{
    QStringList lines;
    for (const base::Phrase &caveat : m_figure.caveats)
        lines.append(base::render(caveat));
    if (!m_figure.note.isEmpty())
        lines.append(m_figure.note);
    return lines.join(QLatin1Char('\n'));
}

void FigureCard::showTable(bool table)
{
    // What is told has no picture to go back to.
    if (m_figure.isTold)
        return;
    m_tableButton->setChecked(table);
    m_pictureButton->setChecked(!table);
    m_table->setVisible(table);
    m_chart->setVisible(!table);
    layOut();
    Q_EMIT heightChanged();
}

bool FigureCard::showsTable() const
{
    return m_tableButton->isChecked();
}

std::vector<QWidget *> FigureCard::focusChain() const
{
    if (m_figure.isTold)
        return {m_limitsButton};
    return {m_pictureButton, m_tableButton, m_limitsButton};
}

int FigureCard::innerWidth(int width) const
{
    return std::max(1, width - 2 * sized(padding));
}

/// The title leaves room for the switches beside it, where there are any.
int FigureCard::titleWidth(int inner) const
{
    return m_figure.isTold ? inner : inner * 2 / 3;
}

int FigureCard::bodyHeight(int width) const
{
    const int inner = innerWidth(width);
    if (m_tableButton->isChecked())
        return m_table->heightForWidth(inner);
    return static_cast<int>(std::ceil(plot::heightFor(m_figure, layoutFor(inner, this))));
}

int FigureCard::heightForWidth(int width) const
{
    const int inner = innerWidth(width);
    const int header = std::max(m_tableButton->sizeHint().height(), m_title->heightForWidth(titleWidth(inner)));
    int height = 2 * sized(padding) + header + sized(8) + bodyHeight(width) + sized(12);
    height += m_source->heightForWidth(inner) + sized(4) + m_limitsButton->sizeHint().height();
    if (m_limitsButton->isChecked())
        height += sized(4) + m_limits->heightForWidth(inner);
    return height;
}

void FigureCard::layOut()
{
    const int pad = sized(padding);
    const int inner = innerWidth(width());
    const QSize picture = m_pictureButton->sizeHint();
    const QSize table = m_tableButton->sizeHint();
    const int header = std::max(table.height(), m_title->heightForWidth(titleWidth(inner)));
    const auto place = [this](QWidget *widget, const QRect &rect) {
        widget->setGeometry(QStyle::visualRect(layoutDirection(), this->rect(), rect));
    };
    const int switches = picture.width() + table.width();
    place(m_title, {pad, pad, m_figure.isTold ? inner : inner - switches - sized(8), header});
    place(m_pictureButton, {pad + inner - switches, pad, picture.width(), picture.height()});
    place(m_tableButton, {pad + inner - table.width(), pad, table.width(), table.height()});
    int y = pad + header + sized(8);
    const int body = bodyHeight(width());
    place(m_tableButton->isChecked() ? static_cast<QWidget *>(m_table) : m_chart, {pad, y, inner, body});
    y += body + sized(12);
    const int source = m_source->heightForWidth(inner);
    place(m_source, {pad, y, inner, source});
    y += source + sized(4);
    const QSize limits = m_limitsButton->sizeHint();
    // The button has air at its sides: its words stand in line with the text above.
    place(m_limitsButton, {pad - sized(4), y, limits.width(), limits.height()});
    y += limits.height() + sized(4);
    place(m_limits, {pad, y, inner, m_limits->heightForWidth(inner)});
    if (m_pouredWidth != inner)
        pourChart();
}

void FigureCard::pourChart()
{
    m_pouredWidth = innerWidth(width());
    if (m_figure.rows.empty())
        return;
    QChart *before = m_chart->chart();
    m_chart->setChart(plot::makeChart(m_figure, layoutFor(m_pouredWidth, this), plotPalette(palette())).release());
    delete before;
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

void FigureCard::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LayoutDirectionChange) {
        m_table->setText(tableHtml(m_figure.table, coloursIn(palette())));
        pourChart();
    }
}

} // namespace desk

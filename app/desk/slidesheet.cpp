// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/slidesheet.h"

#include "base/phrase.h"
#include "desk/sheetcolumn.h"
#include "type/spantext.h"
#include "type/tokens.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

namespace desk {

namespace {

using Kind = Projection::Kind;
using workshop::Slide;

constexpr double edge = 0.07; // of the width

/// Type as a share of the height, never smaller than 1/22; where bars stand, and how many words with them. Words
/// that have been read may be smaller there before they are cut short.
struct Attempt {
    double textShare = 0;
    AnswerRow::Form withBars = AnswerRow::Form::BarsBelow;
    double wordsShare = 0; // with bars; 0: as the text
    bool isTight = false;
};
using Form = AnswerRow::Form;
constexpr std::array attempts{
    Attempt{18, Form::BarsBelow},     Attempt{20, Form::BarsBelow},      Attempt{22, Form::BarsBelow},
    Attempt{22, Form::BarsBelow, 25}, Attempt{22, Form::BarsBelow, 28},  Attempt{22, Form::BarsBelow, 31},
    Attempt{22, Form::BarsBelow, 34}, Attempt{22, Form::BarsBeside, 31}, Attempt{22, Form::BarsBeside, 0, true}};

constexpr double topOfCrowded = 22; // of the height: what is asked needs it more than air above
constexpr double spotRadius = 5.5;  // of the height

/// Lies over the sheet and darkens it, all but a circle.
class Light final : public QWidget
{
public:
    using QWidget::QWidget;

    void setPlace(const QPointF &place)
    {
        m_place = place;
        update();
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainterPath dark;
        dark.addRect(rect());
        const qreal radius = height() / spotRadius;
        dark.addEllipse(QPointF(m_place.x() * width(), m_place.y() * height()), radius, radius);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.fillPath(dark, QColor(0, 0, 0, 190));
    }

private:
    QPointF m_place;
};

/// What stands in place of words where the course has none for the room.
QString doneWithout(const Slide &slide)
{
    switch (slide.kind) {
    case Slide::Kind::Card:
        return SlideSheet::tr("We work with this card. It is on paper.");
    case Slide::Kind::Paper:
        return SlideSheet::tr("On paper, each for yourself. No names. You may leave out what you like.");
    default:
        return {};
    }
}

/// The last sentence of a long question, which asks.
QString whatIsAsked(const QString &stem)
{
    const QString trimmed = stem.trimmed();
    const qsizetype end = std::max({trimmed.lastIndexOf(QLatin1String(". "), -2), trimmed.lastIndexOf(u'\n'),
                                    trimmed.lastIndexOf(QLatin1String("? "), -2),
                                    trimmed.lastIndexOf(QString(QChar(0x201D)) + u' ', -2)});
    return end < 0 ? trimmed : trimmed.mid(end + 1).trimmed();
}

/// What may be shown of a room's answers, and what is to be said of it.
struct ToldRounds {
    std::vector<std::vector<figures::Cell>> cells; ///< by option, and behind the last "I don't know": one a round
    QStringList remarks;
    int rounds = 0; ///< that are told
    bool anyUnsure = false;
};

ToldRounds toldRounds(const AskedItem &asked)
{
    ToldRounds told;
    told.cells.resize(asked.options.size() + 1);
    for (std::size_t round = 0; round < asked.rounds.size(); ++round) {
        const QString name = asked.roundNames.value(static_cast<qsizetype>(round));
        const auto figure = figures::prepareAnswers(asked.rounds[round]);
        if (!figure) {
            const QString reason = base::render(figure.error().reason);
            told.remarks.append(
                name.isEmpty() ? reason : SlideSheet::tr("%1: %2", "a time, and what is told of it").arg(name, reason));
            continue;
        }
        ++told.rounds;
        told.anyUnsure = told.anyUnsure || asked.rounds[round].dontKnow > 0;
        const auto &lines = std::get<figures::Shelf>(figure->diagram).lines;
        for (std::size_t at = 0; at < std::min(lines.size(), told.cells.size()); ++at)
            told.cells[at].push_back(lines[at].cell);
        if (round + 1 == asked.rounds.size() && !figure->caveats.empty() && asked.remark.isEmpty())
            told.remarks.append(base::render(figure->caveats.front()));
    }
    if (told.rounds > 1)
        told.remarks.prepend(
            SlideSheet::tr("Left: %1. Right: %2.").arg(asked.roundNames.value(0), asked.roundNames.value(1)));
    if (!asked.remark.isEmpty())
        told.remarks.append(asked.remark);
    return told;
}

} // namespace

SlideSheet::SlideSheet(const course::Course &course, QWidget *parent) : QWidget(parent), m_course(course)
{
    setAccessibleName(tr("Slide"));
}

void SlideSheet::project(const Projection &shown)
{
    if (m_shown == shown)
        return;
    m_shown = shown;
    layOut();
    describe();
}

void SlideSheet::describe()
{
    switch (m_shown.kind) {
    case Kind::Nothing:
    case Kind::Blank:
        setAccessibleName(tr("Nothing is shown"));
        break;
    default:
        setAccessibleName(tr("Slide: %1").arg(m_shown.title));
        break;
    }
}

void SlideSheet::setSpotlight(const std::optional<QPointF> &place)
{
    if (!place) {
        delete m_light;
        m_light = nullptr;
        return;
    }
    if (m_light == nullptr) {
        m_light = new Light(this);
        m_light->setAttribute(Qt::WA_TransparentForMouseEvents);
        m_light->setGeometry(rect());
        m_light->show();
    }
    m_light->raise();
    static_cast<Light *>(m_light)->setPlace(*place);
}

void SlideSheet::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
    if (m_light != nullptr)
        m_light->setGeometry(rect());
}

void SlideSheet::layOut()
{
    delete m_sheet;
    m_sheet = new QWidget(this);
    m_sheet->setAttribute(Qt::WA_TransparentForMouseEvents);
    const auto left = static_cast<int>(std::lround(width() * edge));
    m_sheet->setGeometry(left, 0, width() - 2 * left, height());
    // A few words may be larger than many.
    for (const Attempt &attempt : attempts) {
        qDeleteAll(m_sheet->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
        SheetColumn column(m_course, m_sheet, attempt.textShare);
        m_isTight = attempt.isTight;
        m_withBars = attempt.withBars;
        m_wordsShare = attempt.wordsShare;
        set(column);
        m_fits = height() == 0 || column.fits();
        if (m_fits)
            break;
    }
    // Nothing on it takes keys: they are the trainer's, and a figure would walk through its marks with them.
    for (QWidget *part : m_sheet->findChildren<QWidget *>())
        part->setFocusPolicy(Qt::NoFocus);
    m_sheet->show();
    if (m_light != nullptr)
        m_light->raise();
    update(); // what lies behind: a blank screen is black to its edges
}

void SlideSheet::set(SheetColumn &column)
{
    switch (m_shown.kind) {
    case Kind::Nothing:
    case Kind::Blank:
        break;
    case Kind::Slide:
        setSlide(column);
        break;
    case Kind::Figure:
        setFigure(column);
        break;
    case Kind::Case:
        column.addText(type::richText(m_shown.asked.stem));
        break;
    case Kind::Question:
        setQuestion(column);
        break;
    case Kind::Explanation:
        setExplanation(column);
        break;
    case Kind::Pause:
    case Kind::Where:
        setLines(column);
        break;
    }
}

void SlideSheet::setSlide(SheetColumn &column)
{
    if (m_shown.rows >= 0)
        column.setRows(m_shown.rows);
    if (m_isTight)
        column.skip(-topOfCrowded);
    const Slide &slide = m_shown.slide;
    switch (slide.kind) {
    case Slide::Kind::Words:
        column.addBlock(slide.text);
        break;
    case Slide::Kind::Care:
        column.addHeading(tr("What comes next"));
        column.addBlock(slide.text);
        column.addText(tr("You may pass, step out, and come back or not. Nobody asks why."), QPalette::PlaceholderText);
        break;
    case Slide::Kind::Discuss:
        column.addHeading(tr("To discuss"));
        column.addBlock(slide.text);
        break;
    case Slide::Kind::Card:
    case Slide::Kind::Paper:
    case Slide::Kind::Pause:
    case Slide::Kind::Question:
        column.addHeading(m_shown.title.toHtmlEscaped());
        if (const QString words = doneWithout(slide); !words.isEmpty())
            column.addText(words, QPalette::PlaceholderText);
        break;
    }
    column.addFoot();
}

void SlideSheet::setFigure(SheetColumn &column)
{
    if (m_shown.rows >= 0)
        column.setRows(m_shown.rows);
    if (const auto figure = preparedFigure(m_course, figureOn(m_shown.slide)))
        column.addFigure(*figure);
    column.addFoot();
}

void SlideSheet::setQuestion(SheetColumn &column)
{
    const AskedItem &asked = m_shown.asked;
    const bool isCrowded = asked.isSplit || !asked.rounds.empty();
    if (isCrowded || m_isTight)
        column.skip(-topOfCrowded);
    // Whoever has answered has read the case.
    if (isCrowded && !asked.matches.isEmpty())
        column.addText(QStringLiteral("<b>") + m_shown.title.toHtmlEscaped() + QStringLiteral("</b>"));
    else if (isCrowded)
        column.addText(QStringLiteral("<b>") + whatIsAsked(asked.stem.content).toHtmlEscaped() +
                       QStringLiteral("</b>"));
    else
        column.addText(QStringLiteral("<b>") + type::richText(asked.stem) + QStringLiteral("</b>"));
    column.skip(m_isTight ? -90 : 60);
    if (asked.matches.isEmpty())
        setOptions(column);
    else
        setPairs(column);
}

/// What is to be matched, and below it with what.
void SlideSheet::setPairs(SheetColumn &column)
{
    for (const AskedItem::Option &option : m_shown.asked.options) {
        auto *row = new AnswerRow(option.key, type::richText(option.text), {}, m_sheet);
        row->setFont(column.textFont());
        row->setTight(m_isTight);
        column.add(row, m_isTight ? 200 : 110);
    }
    column.skip(m_isTight ? 200 : 60);
    column.addText(tr("To choose from: %1").arg(m_shown.asked.matches.join(QStringLiteral(" · ")).toHtmlEscaped()),
                   QPalette::PlaceholderText);
    column.addFoot();
}

/// The options, and beside them what was answered, so far as the table of small numbers lets it be shown.
void SlideSheet::setOptions(SheetColumn &column)
{
    const AskedItem &asked = m_shown.asked;
    const ToldRounds told = toldRounds(asked);
    int widest = 0;
    for (const auto &row : told.cells) {
        for (const figures::Cell &cell : row)
            widest = std::max(widest, QFontMetrics(column.textFont()).horizontalAdvance(base::render(cell.label)));
    }
    const auto add = [&](const QString &key, const QString &html, const std::vector<figures::Cell> &cells) {
        auto *row = new AnswerRow(key, html, cells, m_sheet);
        row->setForm(cells.empty() ? Form::Words : m_withBars);
        row->setHolds(asked.holding.contains(key));
        row->setFont(column.textFont());
        if (m_wordsShare > 0)
            row->setWordsSize(static_cast<int>(std::lround(height() / m_wordsShare)));
        row->setNumberWidth(widest);
        row->setTight(m_isTight);
        column.add(row, cells.empty() && !m_isTight ? 110 : 200);
    };
    for (std::size_t at = 0; at < asked.options.size(); ++at)
        add(asked.options[at].key, type::richText(asked.options[at].text), told.cells[at]);
    // Once nobody has said so, it need not be said that nobody did; of too few it may not be seen that anybody did.
    QStringList remarks = told.remarks;
    if (m_isTight && asked.rounds.empty() && !asked.options.empty())
        remarks = {tr("? I don’t know")};
    else if (!asked.options.empty() && (told.rounds == 0 || told.anyUnsure))
        add(QStringLiteral("?"), tr("I don’t know"), told.cells.back());
    column.addFoot(remarks.join(QLatin1Char(' ')));
}

void SlideSheet::setExplanation(SheetColumn &column)
{
    const AskedItem &asked = m_shown.asked;
    if (!asked.holding.isEmpty())
        column.addText(tr("What holds"), QPalette::PlaceholderText);
    for (const AskedItem::Option &option : asked.options) {
        if (!asked.holding.contains(option.key))
            continue;
        const QString words =
            QStringLiteral("<b>") + option.key + QStringLiteral("</b> ") + type::richText(option.text);
        column.addText(option.match.isEmpty() ? words
                                              : tr("%1: <b>%2</b>", "a pair").arg(words, option.match.toHtmlEscaped()));
    }
    if (!asked.holding.isEmpty())
        column.skip(40);
    for (const items::Text &remark : asked.remarks)
        column.addText(type::richText(remark));
    column.addFoot();
}

void SlideSheet::setLines(SheetColumn &column)
{
    const bool isPause = m_shown.kind == Kind::Pause;
    if (!isPause)
        column.addText(tr("Where it is told"), QPalette::PlaceholderText);
    column.addHeading(isPause ? tr("A pause") : m_shown.title.toHtmlEscaped());
    if (isPause) {
        column.addText(tr("Stay, go out, come back or not. Nobody asks why."), QPalette::PlaceholderText);
        column.skip(30);
    }
    for (const QString &line : m_shown.lines)
        column.addText(line.toHtmlEscaped());
    column.addFoot(m_shown.foot);
}

void SlideSheet::paintEvent(QPaintEvent * /*event*/)
{
    const type::Colours colours = type::coloursIn(palette());
    QPainter painter(this);
    painter.fillRect(rect(), m_shown.kind == Kind::Blank ? QColor(Qt::black) : colours.paper);
}

} // namespace desk

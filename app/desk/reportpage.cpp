// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/reportpage.h"

#include "desk/card.h"
#include "desk/problemtext.h"
#include "desk/reporttable.h"
#include "desk/style.h"
#include "insight/teller.h"
#include "type/tokens.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTime>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace desk {

namespace {

using insight::Reader;

constexpr double sideWidth = 320;
constexpr double widest = 860; // of the report: a longer line is not read with ease

struct ReaderName {
    Reader reader;
    const char *name;
    const char *tip;
};

constexpr std::array readers{
    ReaderName{Reader::Trainer, QT_TRANSLATE_NOOP("desk::ReportPage", "For the trainer"),
               QT_TRANSLATE_NOOP("desk::ReportPage", "Question by question, with what is behind the answers")},
    ReaderName{Reader::Funder, QT_TRANSLATE_NOOP("desk::ReportPage", "For a funder"),
               QT_TRANSLATE_NOOP("desk::ReportPage", "What was done, what changed, and what that does not show")},
    ReaderName{Reader::Author, QT_TRANSLATE_NOOP("desk::ReportPage", "For authors of questions"),
               QT_TRANSLATE_NOOP("desk::ReportPage", "Questions to look at, and item statistics")},
};

/// Two workshops of one day and plan are told apart by the time at which they were begun.
QString choiceText(const ReportView::Choice &choice, const std::vector<ReportView::Choice> &all)
{
    if (choice.isOutside())
        return ReportPage::tr("Outside of workshops");
    const workshop::PastSession &session = choice.session;
    const auto momentOf = [](const workshop::PastSession &one) { return QDateTime::fromMSecsSinceEpoch(one.beganAt); };
    const bool hasTwin = std::ranges::any_of(all, [&](const ReportView::Choice &other) {
        return !other.isOutside() && other.session.id != session.id && other.session.title == session.title &&
               momentOf(other.session).date() == momentOf(session).date();
    });
    const QString date = insight::reportLanguage().toString(
        momentOf(session), hasTwin ? QStringLiteral("d MMMM yyyy, HH:mm") : QStringLiteral("d MMMM yyyy"));
    return session.isRehearsal ? ReportPage::tr("%1, %2, a rehearsal").arg(session.title, date)
                               : ReportPage::tr("%1, %2").arg(session.title, date);
}

} // namespace

ReportPage::ReportPage(ReportPresenter &presenter, QWidget *parent)
    : SidePage(sideWidth, parent), m_presenter(presenter)
{
    setAccessibleName(tr("What the answers say"));
    fillSide();
    area()->setAccessibleName(tr("Report"));
    setFocusProxy(area());
    connect(&m_presenter, &ReportPresenter::changed, this, &ReportPage::refresh);
    refresh();
}

void ReportPage::fillSide()
{
    auto *column = new QVBoxLayout(side());
    column->setContentsMargins(type::sized(20), type::sized(24), type::sized(20), type::sized(20));
    column->setSpacing(type::sized(10));
    column->addWidget(makeText(side(), tr("What the answers say"), type::sans(14, QFont::Bold)));
    addReaders(column);
    column->addSpacing(type::sized(8));
    column->addWidget(makeText(side(), tr("Which workshops"), type::sans(14, QFont::Bold)));
    m_days = makeDays();
    column->addWidget(m_days);
    m_choices = makePlainArea(side());
    m_choices->setAccessibleName(tr("Which workshops"));
    column->addWidget(m_choices, 1);
    m_goes = makeGoes();
    column->addWidget(m_goes);
    m_told = makeText(side(), {}, type::sans(12), QPalette::PlaceholderText);
    column->addWidget(m_told);
    const auto add = [&](const QString &text, const QString &tip, auto signal) {
        auto *button = new QPushButton(text, side());
        button->setToolTip(tip);
        column->addWidget(button);
        connect(button, &QPushButton::clicked, this, signal);
        return button;
    };
    m_save =
        add(tr("Save this report…"), tr("As PDF, as a page for a browser, or as a table"), &ReportPage::saveWanted);
    m_save->setObjectName(QStringLiteral("saveReport"));
    setPart(m_save, ButtonPart::Primary);
    add(tr("Take in another computer’s…"), tr("Answers from a file that was saved on another computer"),
        &ReportPage::takeInWanted)
        ->setObjectName(QStringLiteral("takeIn"));
    add(tr("Back"), tr("Everything stays as it is (Esc)"), &ReportPage::backWanted);
}

void ReportPage::addReaders(QVBoxLayout *column)
{
    for (const ReaderName &one : readers) {
        auto *button = new QRadioButton(tr(one.name), column->parentWidget());
        button->setToolTip(tr(one.tip));
        button->setChecked(one.reader == m_presenter.view().reader);
        column->addWidget(button);
        connect(button, &QRadioButton::toggled, this, [this, reader = one.reader](bool isOn) {
            if (isOn)
                m_presenter.setReader(reader);
        });
    }
}

QWidget *ReportPage::makeDays()
{
    auto *days = new QWidget(side());
    auto *row = new QHBoxLayout(days);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(type::sized(8));
    const auto add = [&](const QString &name, const QString &tip, void (ReportPresenter::*choose)(const QDate &)) {
        auto *box = new QComboBox(days);
        box->setAccessibleName(name);
        box->setToolTip(tip);
        row->addWidget(box, 1);
        connect(box, &QComboBox::activated, this,
                [this, box, choose] { (m_presenter.*choose)(box->currentData().toDate()); });
        return box;
    };
    m_from = add(tr("From"), tr("Only workshops of this day and later"), &ReportPresenter::setFrom);
    QLabel *to = makeText(days, tr("to"), type::sans(14));
    to->setWordWrap(false);
    row->addWidget(to);
    m_until = add(tr("To"), tr("Only workshops of this day and before"), &ReportPresenter::setUntil);
    return days;
}

QComboBox *ReportPage::makeGoes()
{
    auto *goes = new QComboBox(side());
    goes->setAccessibleName(tr("Which go counts"));
    goes->setToolTip(tr("Who answered the same questions again: what counts of it. The first go tells what people "
                        "believed before they were told anything."));
    goes->addItem(tr("Each person’s first go counts"), static_cast<int>(insight::Goes::First));
    goes->addItem(tr("Each person’s last go counts"), static_cast<int>(insight::Goes::Last));
    connect(goes, &QComboBox::activated, this,
            [this] { m_presenter.setGoes(static_cast<insight::Goes>(m_goes->currentData().toInt())); });
    return goes;
}

/// Days to choose from are there as soon as there are two of them.
void ReportPage::showDays()
{
    const ReportView &view = m_presenter.view();
    m_days->setVisible(view.days.size() > 1);
    const auto show = [&](QComboBox *box, const QDate &chosen) {
        box->clear();
        for (const QDate &day : view.days)
            box->addItem(insight::reportLanguage().toString(day, QStringLiteral("d MMM yyyy")), day);
        box->setCurrentIndex(box->findData(chosen));
    };
    show(m_from, view.from);
    show(m_until, view.until);
}

void ReportPage::refresh()
{
    const ReportView &view = m_presenter.view();
    showDays();
    m_goes->setCurrentIndex(m_goes->findData(static_cast<int>(view.goes)));
    if (m_choices->widget() == nullptr || m_shown.choices != view.choices)
        rebuildChoices();
    m_save->setEnabled(view.canBeSaved());
    const auto concerns = static_cast<int>(view.report.concerns.size());
    m_told->setText(concerns == 0
                        ? tr("Nothing in it tells of one or two people.")
                        : tr("%n number(s) or name(s) in it could tell of somebody. They are listed before it "
                             "is saved, and can be left out.",
                             nullptr, concerns));
    rebuildReport();
    m_shown = view;
}

void ReportPage::rebuildChoices()
{
    const std::vector<ReportView::Choice> &choices = m_presenter.view().choices;
    // A tick rebuilds nothing but the report: the box that was ticked keeps the focus.
    const bool isSameList = m_choices->widget() != nullptr &&
                            std::ranges::equal(
                                choices, m_shown.choices, {}, [](const auto &one) { return one.session.id; },
                                [](const auto &one) { return one.session.id; });
    if (isSameList) {
        const QList<QCheckBox *> boxes = m_choices->widget()->findChildren<QCheckBox *>();
        for (qsizetype at = 0; at < boxes.size(); ++at) {
            const QSignalBlocker quietly(boxes[at]);
            boxes[at]->setChecked(choices[static_cast<std::size_t>(at)].isOn);
        }
        return;
    }
    auto *sheet = new QWidget;
    auto *column = new QVBoxLayout(sheet);
    column->setContentsMargins(0, 0, type::sized(4), 0);
    column->setSpacing(type::sized(8));
    for (const ReportView::Choice &choice : choices) {
        auto *box = new QCheckBox(choiceText(choice, choices), sheet);
        box->setChecked(choice.isOn);
        box->setToolTip(choice.isOutside() ? tr("Checks that somebody did on their own, and papers of no workshop")
                                           : box->text());
        column->addWidget(box);
        connect(box, &QCheckBox::toggled, this,
                [this, id = choice.session.id](bool isOn) { m_presenter.choose(id, isOn); });
    }
    column->addStretch(1);
    m_choices->setWidget(sheet);
}

void ReportPage::rebuildReport()
{
    const ReportView &view = m_presenter.view();
    auto *sheet = new QWidget;
    auto *across = new QHBoxLayout(sheet);
    across->setContentsMargins(type::sized(40), type::sized(28), type::sized(40), type::sized(32));
    auto *report = new QWidget(sheet);
    report->setMaximumWidth(type::sized(widest));
    auto *column = new QVBoxLayout(report);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(type::sized(10));
    across->addWidget(report, 1);
    across->addStretch(0);
    if (view.problem) {
        column->addWidget(makeText(report, problemText(*view.problem), type::sans(14)));
    } else if (view.wasStopped) {
        column->addWidget(
            makeText(report, tr("Reading was stopped. Nothing is shown, and nothing was changed."), type::sans(14)));
    } else {
        column->addWidget(makeText(report, view.report.title, type::serif(28, QFont::Bold)));
        for (const insight::ReportChapter &chapter : view.report.chapters)
            addChapter(column, chapter);
    }
    column->addStretch(1);
    const bool isSame = m_shown.reader == view.reader && area()->widget() != nullptr;
    const int scrolled = area()->verticalScrollBar()->value();
    area()->setWidget(sheet);
    area()->verticalScrollBar()->setValue(isSame ? scrolled : 0);
}

void ReportPage::addChapter(QVBoxLayout *column, const insight::ReportChapter &chapter)
{
    column->addSpacing(type::sized(18));
    column->addWidget(makeText(column->parentWidget(), chapter.heading, type::serif(21, QFont::Bold)));
    for (const insight::ReportBlock &block : chapter.blocks)
        addBlock(column, block);
}

void ReportPage::addBlock(QVBoxLayout *column, const insight::ReportBlock &block)
{
    QWidget *sheet = column->parentWidget();
    if (!block.heading.isEmpty()) {
        column->addSpacing(type::sized(10));
        column->addWidget(makeText(sheet, block.heading, type::sans(16, QFont::Bold)));
    }
    for (const QString &words : block.words)
        column->addWidget(makeText(sheet, words, type::serif(16)));
    if (!block.rows.empty())
        column->addWidget(new ReportTable(block, sheet));
    for (const QString &note : block.notes)
        column->addWidget(makeText(sheet, note, type::sans(12), QPalette::PlaceholderText));
}

void ReportPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT backWanted();
    else
        QWidget::keyPressEvent(event);
}

} // namespace desk

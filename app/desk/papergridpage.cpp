// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/papergridpage.h"

#include "base/faulttext.h"
#include "base/wholefile.h"
#include "desk/card.h"
#include "desk/papergridtable.h"
#include "desk/pilechooser.h"
#include "desk/problemtext.h"
#include "desk/savefile.h"
#include "desk/style.h"
#include "type/spantext.h"
#include "type/tokens.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSet>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>

namespace desk {

namespace {

using Told = PaperGridView::Told;
using Saving = PaperGridView::Saving;

constexpr double besideFrom = 960; ///< from this width on the question stands beside the grid, else below it
constexpr double questionHeight = 232;
constexpr double questionWidth = 280;
constexpr QLatin1String csvSuffix(".csv");

QString lastKey(const items::Item &item)
{
    return items::optionKey(std::ssize(item.options) - 1);
}

QPushButton *makeQuietButton(QWidget *parent, const QString &text, const QString &tip)
{
    auto *button = new QPushButton(text, parent);
    setPart(button, ButtonPart::Quiet);
    button->setToolTip(tip);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

PaperGridPage::PaperGridPage(Study &study, QWidget *parent)
    : QWidget(parent), m_study(study), m_presenter(study), m_stack(new QStackedWidget(this)),
      m_chooser(new PileChooser(study, m_stack))
{
    setAccessibleName(tr("Paper answers"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    m_stack->addWidget(m_chooser);
    m_stack->addWidget(makeSheet());
    connect(m_chooser, &PileChooser::chosen, &m_presenter, &PaperGridPresenter::open);
    connect(m_chooser, &PileChooser::backWanted, this, &PaperGridPage::backWanted);
    connect(&m_presenter, &PaperGridPresenter::opened, this, &PaperGridPage::showPile);
    connect(&m_presenter, &PaperGridPresenter::changed, this, &PaperGridPage::showState);
    // Whoever types looks at the paper, not at the screen: what could not be taken is to be heard.
    connect(&m_presenter, &PaperGridPresenter::refused, this, [] { QApplication::beep(); });
    showPile();
}

/// The table settles what is typed when it loses the keys, and it loses them when it goes: before the presenter does.
PaperGridPage::~PaperGridPage()
{
    delete m_stack;
}

QWidget *PaperGridPage::makeSheet()
{
    auto *sheet = new QWidget(m_stack);
    auto *column = new QVBoxLayout(sheet);
    column->setContentsMargins(type::sized(28), type::sized(18), type::sized(28), type::sized(14));
    column->setSpacing(type::sized(10));
    column->addLayout(makeHead(sheet));
    auto *tableCard = new Card(sheet);
    tableCard->column()->setContentsMargins(type::sized(8), type::sized(8), type::sized(8), type::sized(8));
    m_table = new PaperGridTable(m_presenter, tableCard);
    tableCard->column()->addWidget(m_table);
    m_tableCard = tableCard;
    m_questionCard = makeQuestion(sheet);
    m_across = new QBoxLayout(QBoxLayout::LeftToRight);
    m_across->setSpacing(type::sized(14));
    m_across->addWidget(m_tableCard);
    m_across->addWidget(m_questionCard, 1);
    column->addLayout(m_across, 1);
    column->addLayout(makeFoot(sheet));
    connect(m_table, &PaperGridTable::paperWanted, this, &PaperGridPage::askForPaper);
    return sheet;
}

QLayout *PaperGridPage::makeHead(QWidget *sheet)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(type::sized(12));
    m_title = makeText(sheet, {}, type::serif(21, QFont::Bold));
    m_title->setWordWrap(false);
    m_counts = makeText(sheet, {}, type::sans(12), QPalette::PlaceholderText);
    m_counts->setWordWrap(false);
    m_counts->setContentsMargins(0, 0, 0, type::sized(4));
    m_counts->setObjectName(QStringLiteral("counts"));
    auto *undo = makeQuietButton(sheet, tr("Undo"), tr("Take back what was typed last (Ctrl+Z); Ctrl+Shift+Z again"));
    auto *goTo = makeQuietButton(sheet, tr("Go to…"), tr("To a paper by its number (Ctrl+G)"));
    auto *file = makeQuietButton(sheet, tr("From a file…"),
                                 tr("Answers that were collected elsewhere: a CSV with a row a person, and a column a "
                                    "question, called by its id"));
    file->setObjectName(QStringLiteral("fromFile"));
    auto *other = makeQuietButton(sheet, tr("Another pile"), tr("Everything that is typed is kept"));
    other->setObjectName(QStringLiteral("other"));
    row->addWidget(m_title);
    row->addWidget(m_counts, 1, Qt::AlignBottom);
    for (QPushButton *button : {undo, goTo, file, other})
        row->addWidget(button);
    connect(undo, &QPushButton::clicked, this, [this] {
        m_table->setFocus();
        m_presenter.undo();
    });
    connect(goTo, &QPushButton::clicked, this, &PaperGridPage::askForPaper);
    connect(file, &QPushButton::clicked, this, &PaperGridPage::chooseFile, Qt::QueuedConnection);
    connect(
        other, &QPushButton::clicked, this,
        [this] {
            m_presenter.settle();
            m_presenter.close();
        },
        Qt::QueuedConnection);
    return row;
}

/// The question under the cursor, with its options, for whoever types.
QWidget *PaperGridPage::makeQuestion(QWidget *sheet)
{
    auto *card = new Card(sheet);
    card->column()->setContentsMargins(type::sized(16), type::sized(12), type::sized(8), type::sized(12));
    m_where = makeText(card, {}, type::sans(12, QFont::Bold), QPalette::PlaceholderText);
    m_where->setObjectName(QStringLiteral("where"));
    m_question = makeText(card, {}, type::serif(15));
    m_question->setTextFormat(Qt::RichText);
    m_question->setObjectName(QStringLiteral("question"));
    m_question->setLayoutDirection(Qt::LeftToRight); // the course keeps its own direction in a mirrored window
    m_question->setAlignment(Qt::AlignTop | Qt::AlignLeft | Qt::AlignAbsolute);
    m_question->setContentsMargins(0, 0, type::sized(12), 0);
    auto *scroller = new QScrollArea(card);
    scroller->setFrameShape(QFrame::NoFrame);
    scroller->setWidgetResizable(true);
    scroller->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroller->setFocusPolicy(Qt::NoFocus);
    scroller->viewport()->setAutoFillBackground(false);
    scroller->setWidget(m_question);
    m_question->setAutoFillBackground(false);
    m_hint = makeText(card, {}, type::sans(12), QPalette::PlaceholderText);
    m_hint->setObjectName(QStringLiteral("hint"));
    card->column()->addWidget(m_where);
    card->column()->addWidget(scroller, 1);
    card->column()->addWidget(m_hint);
    return card;
}

QLayout *PaperGridPage::makeFoot(QWidget *sheet)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(type::sized(10));
    m_told = makeText(sheet, {}, type::sans(14));
    m_told->setObjectName(QStringLiteral("told"));
    m_told->setMinimumHeight(type::sized(36));
    m_told->setAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_paperLabel = makeText(sheet, tr("Go to paper"), type::sans(14), QPalette::PlaceholderText);
    m_paperLabel->setWordWrap(false);
    m_paper = new QLineEdit(sheet);
    m_paper->setObjectName(QStringLiteral("paper"));
    m_paper->setAccessibleName(tr("Go to paper"));
    m_paper->setMaxLength(3);
    m_paper->setFixedWidth(type::sized(72));
    m_paperLabel->hide();
    m_paper->hide();
    m_saving = makeText(sheet, {}, type::sans(12), QPalette::PlaceholderText);
    m_saving->setWordWrap(false);
    m_saving->setObjectName(QStringLiteral("saving"));
    row->addWidget(m_told, 1);
    row->addWidget(m_paperLabel);
    row->addWidget(m_paper);
    row->addWidget(m_saving);
    connect(m_paper, &QLineEdit::returnPressed, this, &PaperGridPage::goToPaper);
    auto *leave = new QAction(m_paper);
    leave->setShortcut(Qt::Key_Escape);
    leave->setShortcutContext(Qt::WidgetShortcut);
    m_paper->addAction(leave);
    connect(leave, &QAction::triggered, m_table, qOverload<>(&QWidget::setFocus));
    m_paper->installEventFilter(this);
    return row;
}

/// What the table looks like comes before the file: nobody can know it.
void PaperGridPage::chooseFile()
{
    QMessageBox box(this);
    box.setWindowTitle(tr("Answers from a file"));
    box.setText(tr("Answers that were collected elsewhere, as a table (CSV)"));
    box.setInformativeText(
        tr("A row for each person, a column for each question. The first line names the columns: “code” where the "
           "papers bear codes, and 1, 2, 3 and so on as they are numbered here. In a cell stands the letter of an "
           "option, or its whole text; ? for “I don’t know”; nothing where nobody answered."));
    const QPushButton *choose = box.addButton(tr("Choose the file…"), QMessageBox::AcceptRole);
    const QPushButton *empty = box.addButton(tr("Save an empty table…"), QMessageBox::ActionRole);
    box.setEscapeButton(box.addButton(tr("Leave it"), QMessageBox::RejectRole));
    box.exec();
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    if (box.clickedButton() == choose) {
        const QString path = QFileDialog::getOpenFileName(this, tr("Answers from a file"), documents,
                                                          tr("Tables (*.csv *.txt *.tsv);;All files (*)"));
        if (!path.isEmpty() && m_presenter.isOpen())
            takeIn(path);
    } else if (box.clickedButton() == empty) {
        const QString path =
            askWhereToSave(this, tr("An empty table"), QDir(documents).filePath(tr("answers") + csvSuffix), csvSuffix);
        if (!path.isEmpty() && m_presenter.isOpen())
            saveEmptyTable(path);
    }
    m_table->setFocus();
}

void PaperGridPage::saveEmptyTable(const QString &path)
{
    if (const auto written = base::writeWhole(path, workshop::emptyTable(m_presenter.pile())); !written)
        QMessageBox::warning(this, tr("An empty table"),
                             tr("It could not be saved as %1 (%2). Nothing was changed there.")
                                 .arg(QDir::toNativeSeparators(path), written.error()));
}

void PaperGridPage::takeIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        QMessageBox::warning(this, tr("Answers from a file"),
                             tr("%1 cannot be read (%2). Nothing was taken in.")
                                 .arg(QDir::toNativeSeparators(path), file.errorString()));
        return;
    }
    const workshop::Collected collected =
        workshop::readCollected(file.readAll(), QFileInfo(path).fileName(), m_presenter.pile());
    if (!confirm(collected))
        return;
    if (const auto taken = m_presenter.takeIn(collected.papers); !taken)
        QMessageBox::warning(this, tr("Answers from a file"),
                             tr("%1 Nothing was taken in.").arg(problemText(taken.error())));
}

/// Each row that is left out is named; nothing is written before somebody has seen that.
bool PaperGridPage::confirm(const workshop::Collected &collected)
{
    const auto papers = static_cast<int>(collected.papers.size());
    QMessageBox box(this);
    box.setWindowTitle(tr("Answers from a file"));
    box.setText(papers == 0 ? tr("There is nothing in this file that could be taken in.")
                            : tr("Take in %n paper(s), behind those that are here?", nullptr, papers));
    QStringList lines;
    QSet<int> rows;
    for (const base::Fault &fault : collected.faults) {
        lines.append(tr("Line %1: %2 %3").arg(fault.place.line).arg(base::faultText(fault), base::mendText(fault)));
        if (fault.severity == base::Severity::Error)
            rows.insert(fault.place.line);
    }
    constexpr qsizetype shown = 8;
    const QString leftOut = rows.empty() ? tr("Of the file this is not read:")
                                         : tr("%n line(s) cannot be taken in, and are left out whole:", nullptr,
                                              static_cast<int>(rows.size()));
    if (!lines.empty())
        box.setInformativeText(leftOut + u'\n' + lines.mid(0, shown).join(u'\n'));
    if (lines.size() > shown)
        box.setDetailedText(lines.join(u'\n'));
    QPushButton *take = papers == 0 ? nullptr : box.addButton(tr("Take them in"), QMessageBox::AcceptRole);
    QPushButton *leave = box.addButton(papers == 0 ? tr("Close") : tr("Leave it"), QMessageBox::RejectRole);
    box.setDefaultButton(take != nullptr ? take : leave);
    box.setEscapeButton(leave);
    box.exec();
    return take != nullptr && box.clickedButton() == take;
}

void PaperGridPage::showPile()
{
    const bool isOpen = m_presenter.isOpen();
    if (!isOpen && isVisible())
        m_chooser->rebuild();
    m_stack->setCurrentIndex(isOpen ? 1 : 0);
    QWidget *first = isOpen ? static_cast<QWidget *>(m_table) : m_chooser;
    setFocusProxy(first);
    if (isVisible())
        first->setFocus();
    if (!isOpen)
        return;
    m_title->setText(pileName(m_study, m_presenter.pile().setting()));
    showState();
    arrange();
}

void PaperGridPage::showState()
{
    if (!m_presenter.isOpen())
        return;
    const workshop::Pile &pile = m_presenter.pile();
    m_counts->setText(tr("%1 · %2").arg(tr("%n paper(s)", nullptr, pile.paperCount()),
                                        tr("%n answer(s)", nullptr, pile.answerCount())));
    const QString told = toldText();
    if (told != m_told->text()) {
        m_told->setText(told);
        QAccessibleEvent said(m_told, QAccessible::Alert);
        if (!told.isEmpty())
            QAccessible::updateAccessibility(&said);
    }
    m_saving->setText(savingText());
    showQuestion();
}

void PaperGridPage::showQuestion()
{
    const workshop::Address at = m_presenter.view().cursor;
    const QString paper = QLocale().toString(at.row + 1);
    m_where->setText(m_presenter.item() == nullptr
                         ? tr("Paper %1 · code").arg(paper)
                         : tr("Paper %1 · question %2").arg(paper, QLocale().toString(at.column + 1)));
    const QString html = questionHtml();
    if (html != m_question->text())
        m_question->setText(html);
    m_hint->setText(hint());
}

QString PaperGridPage::questionHtml() const
{
    const items::Item *item = m_presenter.item();
    if (item == nullptr)
        return tr("The code that this person made up and wrote on both papers. Their name is not typed, even where it "
                  "stands there.");
    const type::Colours colours = type::coloursIn(palette());
    const quiz::Response chosen = m_presenter.pile().entry(m_presenter.view().cursor).response;
    QString html =
        QStringLiteral("<p>%1</p><table cellspacing=\"0\" style=\"margin-top:10px;\">").arg(type::richText(item->stem));
    for (qsizetype i = 0; i < std::ssize(item->options); ++i) {
        const items::Option &option = item->options[static_cast<std::size_t>(i)];
        const QString key = items::optionKey(i);
        const bool isTrueFalse = item->type == items::ItemType::TrueFalse;
        const QString words = !isTrueFalse                                   ? type::richText(option.text)
                              : option.text.content == QLatin1String("true") ? tr("True")
                                                                             : tr("Not true");
        const bool isChosen = chosen.contains(key);
        html += QStringLiteral("<tr><td style=\"padding:3px 12px 3px 0; color:%1;\"><b>%2</b></td>"
                               "<td style=\"padding:3px 0; color:%3;\">%4</td></tr>")
                    .arg((isChosen ? colours.accent : colours.muted).name(), key,
                         (isChosen ? colours.accent : colours.ink).name(), words);
    }
    return html + QStringLiteral("</table>");
}

QString PaperGridPage::hint() const
{
    const workshop::Pile &pile = m_presenter.pile();
    const items::Item *item = m_presenter.item();
    if (item == nullptr)
        return tr("Letters and digits, then Enter. No code: Enter alone.");
    QString keys =
        pile.takesSeveral(m_presenter.view().cursor.column)
            ? tr("a to %1, as many as are ticked, then Space · ? I don't know · Space not answered · Backspace back")
                  .arg(lastKey(*item))
            : tr("a to %1 · ? I don't know · Space not answered · Backspace back · Enter next paper")
                  .arg(lastKey(*item));
    if (std::ranges::all_of(pile.items(), [](const items::Item &one) { return workshop::Pile::isTyped(one); }))
        return keys;
    return keys + QLatin1Char('\n') +
           tr("Hatched columns are not typed here: they are answered in words, numbers or pairs, which a person "
              "reads.");
}

QString PaperGridPage::toldText() const
{
    const PaperGridView &view = m_presenter.view();
    const items::Item *item = m_presenter.item();
    if (view.saving == Saving::Failed)
        return tr("%1 The cell shows what is kept. Enter tries again, Esc leaves it as it is.")
            .arg(problemText(view.error));
    switch (view.told) {
    case Told::Nothing:
    case Told::Waits:
        return {};
    case Told::NotAnAnswer:
        return item == nullptr ? QString() : tr("This question has a to %1. Nothing was typed.").arg(lastKey(*item));
    case Told::NotInACode:
        return tr("A code has letters and digits. Leave other signs out.");
    case Told::CodeIsFull:
        return tr("A code has at most %1 letters and digits.").arg(workshop::longestCode);
    case Told::CodeTwice:
        return tr("Another paper of this pile has the same code. Two people may have made up the same one; or is it "
                  "one paper, typed twice?");
    case Told::PaperIsUntouched:
        return tr("Nothing is typed of this paper yet. The next one comes after it.");
    case Told::NoSuchPaper:
        return tr("There is no paper of that number here. The next one is paper %1.").arg(m_presenter.rows());
    case Told::NothingToUndo:
        return tr("There is nothing to undo that was typed here.");
    case Told::TakenIn:
        return tr("%n paper(s) of the file were taken in. Undo takes them out again.", nullptr, view.papers);
    case Told::TakenBack:
        return tr("%n paper(s) of the file were taken out again.", nullptr, view.papers);
    case Told::NothingToRedo:
        return tr("There is nothing to do again.");
    case Told::ChangedElsewhere:
        return tr("Another window typed into this pile. That is shown now, and what was typed before it can be "
                  "changed but not undone. Look where the cursor stands before you go on.");
    }
    return {};
}

QString PaperGridPage::savingText() const
{
    switch (m_presenter.view().saving) {
    case Saving::Nothing:
        return {};
    case Saving::Saved:
        return tr("Saved");
    case Saving::NotKept:
        return tr("Kept until you close the window");
    case Saving::Failed:
        return tr("Not saved");
    }
    return {};
}

/// Beside each other where there is room, the grid as wide as it is; else the grid above, and the question below.
void PaperGridPage::arrange()
{
    const bool isBeside = width() >= type::sized(besideFrom);
    m_across->setDirection(isBeside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_across->setStretch(0, isBeside ? 0 : 1);
    m_across->setStretch(1, isBeside ? 1 : 0);
    m_questionCard->setMinimumWidth(isBeside ? type::sized(questionWidth) : 0);
    m_questionCard->setMaximumHeight(isBeside ? QWIDGETSIZE_MAX : type::sized(questionHeight));
    m_questionCard->setMinimumHeight(isBeside ? 0 : type::sized(questionHeight));
    const int bar = m_table->verticalScrollBar()->sizeHint().width();
    const int natural = m_table->verticalHeader()->sizeHint().width() + m_table->horizontalHeader()->length() + bar +
                        2 * type::sized(8);
    const int room = width() - 2 * type::sized(28) - type::sized(14) - type::sized(questionWidth);
    m_tableCard->setMinimumWidth(isBeside ? std::min(natural, room) : 0);
    m_tableCard->setMaximumWidth(isBeside ? std::min(natural, room) : QWIDGETSIZE_MAX);
}

void PaperGridPage::askForPaper()
{
    m_paper->clear();
    m_paperLabel->show();
    m_paper->show();
    m_paper->setFocus();
}

void PaperGridPage::goToPaper()
{
    const int number = m_paper->text().toInt();
    m_table->setFocus();
    m_presenter.moveToPaper(number);
}

/// The options are told apart by colour, which a label with markup does not take from the palette by itself.
void PaperGridPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_question != nullptr)
        showState();
}

/// The field is there only while it is being typed into.
bool PaperGridPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_paper && event->type() == QEvent::FocusOut) {
        m_paper->hide();
        m_paperLabel->hide();
    }
    return QWidget::eventFilter(watched, event);
}

void PaperGridPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_presenter.isOpen())
        m_presenter.refresh();
    else
        showPile(); // with the piles that there are by now
}

void PaperGridPage::hideEvent(QHideEvent *event)
{
    m_presenter.settle();
    QWidget::hideEvent(event);
}

void PaperGridPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace desk

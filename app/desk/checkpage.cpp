// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/checkpage.h"

#include "desk/answerinput.h"
#include "desk/card.h"
#include "desk/checksummary.h"
#include "desk/conductmenu.h"
#include "desk/problemtext.h"
#include "desk/progressdots.h"
#include "desk/style.h"
#include "type/tokens.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QTimer>
#include <QVBoxLayout>

#include <array>

namespace desk {

namespace {

using quiz::ItemState;

constexpr double columnWidth = 720;
constexpr double noteWidth = 262;
constexpr double noteGap = 24; // so that a page of 1366 pixels has room for the note beside a scroll bar, too

/// Course text keeps its own direction in a mirrored window.
QLabel *makeCourseText(QWidget *parent, const items::Text &text, const QFont &font)
{
    QLabel *label = makeCopyableText(parent, text.content, font, QPalette::WindowText);
    label->setTextFormat(shownAs(text.format));
    label->setLayoutDirection(Qt::LeftToRight);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft | Qt::AlignAbsolute);
    return label;
}

/// A number that is answered on a figure is set on as many marks as its row has people; the row is named by a tag, or
/// is the first one that is counted exactly.
int marksFor(const course::Course &course, const items::Item &item)
{
    const auto *figure = course::findFigure(course, items::tagValues(item, QStringLiteral("figure")).value(0));
    if (figure == nullptr || item.type != items::ItemType::Numerical)
        return 0;
    const QString named = items::tagValues(item, QStringLiteral("row")).value(0);
    const auto isMeant = [&](const course::FigureRow &row) {
        return row.total && (named.isEmpty() ? row.totalQualifier == course::Qualifier::Exact : row.id == named);
    };
    const auto row = std::ranges::find_if(figure->rows, isMeant);
    return row == figure->rows.end() ? 0 : *row->total;
}

} // namespace

CheckPage::CheckPage(Study &study, CheckPresenter &presenter, QWidget *parent)
    : QScrollArea(parent), m_study(study), m_presenter(presenter)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setBackgroundRole(QPalette::Window);
    setAccessibleName(tr("Check your understanding"));
    // As shortcuts, since a button that has the focus would take the arrows to move it.
    const auto onKey = [this](Qt::Key key, const std::function<void()> &action) {
        auto *shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    onKey(Qt::Key_Left, [this] { m_presenter.back(); });
    onKey(Qt::Key_Right, [this] {
        if (isAnswered())
            m_presenter.next();
    });
    onKey(Qt::Key_End, [this] { m_presenter.showEnd(); });
    connect(&m_presenter, &CheckPresenter::changed, this, &CheckPage::rebuild);
    connect(&m_presenter, &CheckPresenter::draftChanged, this, [this] {
        if (m_main != nullptr && m_presenter.view().canAnswer)
            m_main->setEnabled(m_presenter.canCommit());
        showGap();
    });
    rebuild();
}

/// The item on the table has been answered, whether or not its explanation is open.
void CheckPage::showCheck(const QString &module)
{
    const course::Module *asked = m_study.asked(module);
    if (asked == nullptr)
        return;
    if (m_presenter.isOpen() && m_presenter.view().moduleId == module) {
        setFocus();
        return;
    }
    setSitting(std::nullopt);
    m_presenter.open(*asked);
}

bool CheckPage::isAnswered() const
{
    return !m_presenter.view().isAtEnd() && state().phase == ItemState::Phase::Answered;
}

const ItemState &CheckPage::state() const
{
    return m_presenter.view().states[static_cast<std::size_t>(m_presenter.view().at)];
}

QPushButton *CheckPage::addButton(QLayout *row, const QString &text, const QString &tip)
{
    auto *button = new QPushButton(text, m_sheet);
    button->setToolTip(tip);
    row->addWidget(button);
    return button;
}

void CheckPage::rebuild()
{
    if (!m_presenter.isOpen())
        return;
    const QString item = m_presenter.view().isAtEnd() ? QString() : m_presenter.item(m_presenter.view().at).id;
    m_ownWords = m_input != nullptr && item == m_item ? m_input->ownWords() : QString();
    m_item = item;
    m_input = nullptr;
    m_main = nullptr;
    m_saving = nullptr;
    m_stem = nullptr;
    m_sheet = new QWidget;
    auto *across = new QHBoxLayout(m_sheet);
    across->setContentsMargins(type::sized(48), type::sized(28), type::sized(32), type::sized(32));
    auto *sheetColumn = new QWidget(m_sheet);
    sheetColumn->setObjectName(QStringLiteral("column"));
    m_column = new QVBoxLayout(sheetColumn);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(type::sized(10));
    const CheckView &view = m_presenter.view();
    if (view.isAtEnd())
        buildSummary();
    else
        buildQuestion(m_presenter.item(view.at));
    m_column->addStretch(1);
    auto *note = makeText(m_sheet, noteText(), type::sans(12), QPalette::PlaceholderText);
    note->setObjectName(QStringLiteral("note"));
    note->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    across->addWidget(sheetColumn);
    across->addSpacing(type::sized(noteGap));
    across->addWidget(note);
    across->addStretch(1);
    setWidget(m_sheet);
    setColumn();
    verticalScrollBar()->setValue(0);
    if (view.isRevealed && !view.isAtEnd())
        QTimer::singleShot(0, this, &CheckPage::bringOnInSight); // once it is laid out
    if (m_main != nullptr && (view.isAtEnd() || view.isRevealed))
        m_main->setFocus();
    else if (m_input != nullptr && m_input->isEnabled() && m_input->focusProxy() != nullptr)
        m_input->setFocus();
    else
        setFocus();
}

/// What was answered stays in sight, and below it the way on as far as there is room for both.
void CheckPage::bringOnInSight()
{
    if (m_main == nullptr || m_input == nullptr)
        return;
    const int bottom = m_main->mapTo(m_sheet, QPoint(0, m_main->height())).y() + type::sized(24);
    const int answered = m_input->mapTo(m_sheet, QPoint()).y() - type::sized(8);
    verticalScrollBar()->setValue(std::clamp(bottom - viewport()->height(), 0, std::max(0, answered)));
}

QString CheckPage::title() const
{
    const QString id = m_presenter.view().moduleId;
    return m_study.isForm(id) || id == m_study.practice().id ? m_study.asked(id)->title
                                                             : tr("Check your understanding");
}

QString CheckPage::noteText() const
{
    if (m_study.isForm(m_presenter.view().moduleId))
        return tr(
            "<b>Two forms, before and after.</b> They were written to be alike and have not been calibrated yet: a "
            "difference between them can be chance. Nothing opens before the end.");
    if (m_presenter.view().moduleId == m_study.practice().id)
        return tr(
            "<b>You have met each of these.</b> What holds rests for longer, what does not comes back soon. There is "
            "no score, and no row of days to keep up.");
    return tr("<b>No clock, no rank.</b> Skip what you like, and come back whenever you like. What you miss costs "
              "nothing: each answer leads to its passage.");
}

void CheckPage::setColumn()
{
    if (m_sheet == nullptr)
        return;
    auto *sheetColumn = m_sheet->findChild<QWidget *>(QStringLiteral("column"));
    auto *note = m_sheet->findChild<QWidget *>(QStringLiteral("note"));
    const int room = std::max(1, viewport()->width() - type::sized(48) - type::sized(32));
    const bool hasNote = room >= type::sized(columnWidth) + type::sized(noteGap) + type::sized(noteWidth);
    note->setVisible(hasNote);
    note->setFixedWidth(type::sized(noteWidth));
    sheetColumn->setFixedWidth(std::min(type::sized(columnWidth), room));
}

void CheckPage::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    setColumn();
}

void CheckPage::buildQuestion(const items::Item &item)
{
    const CheckView &view = m_presenter.view();
    QWidget *parent = m_column->parentWidget();
    addTop();
    addStem(item);
    const bool isChoice = item.type == items::ItemType::Choice || item.type == items::ItemType::MissingWord;
    if (isChoice && !item.single)
        m_column->addWidget(makeText(parent,
                                     tr("%n of these hold(s).", nullptr, static_cast<int>(quiz::rightCount(item))),
                                     type::sans(13), QPalette::PlaceholderText));
    m_input = makeAnswerInput(item, {m_presenter.optionOrder(), marksFor(m_study.course(), item)}, parent);
    m_column->addWidget(m_input);
    m_input->setResponse(view.draft);
    m_input->setOwnWords(m_ownWords);
    if (view.isRevealed) {
        m_input->open(state().response);
        buildExplanation(item);
    } else if (view.awaitsCertainty) {
        m_input->setEnabled(false);
        buildCertainty();
    } else {
        connect(m_input, &AnswerInput::responseChanged, &m_presenter, &CheckPresenter::choose);
        if (m_presenter.hasHint())
            buildHint(item);
    }
    showGap();
    buildActions();
}

void CheckPage::addTop()
{
    const CheckView &view = m_presenter.view();
    QWidget *parent = m_column->parentWidget();
    auto *top = new QHBoxLayout;
    top->setSpacing(type::sized(12));
    const QString position = tr("%1 · %2 of %3").arg(title()).arg(view.at + 1).arg(view.count);
    QLabel *meta = makeText(parent, position, type::sans(12), QPalette::PlaceholderText);
    meta->setWordWrap(false);
    top->addWidget(meta);
    auto *dots = new ProgressDots(view.states, view.at, parent);
    connect(dots, &ProgressDots::wanted, &m_presenter, &CheckPresenter::show, Qt::QueuedConnection);
    top->addWidget(dots);
    top->addStretch(1);
    m_conduct = addButton(top, tr("How it runs"), tr("When answers open, how sure you are, and the order"));
    setPart(m_conduct, ButtonPart::Quiet);
    m_conduct->setVisible(!m_study.isForm(view.moduleId));
    const bool isFresh = m_presenter.isFresh();
    auto *menu = new ConductMenu(isFresh ? m_presenter.conduct() : m_presenter.usual(), !isFresh, m_conduct);
    m_conduct->setMenu(menu);
    connect(menu, &ConductMenu::wanted, this, &CheckPage::conductWanted, Qt::QueuedConnection);
    m_column->addLayout(top);
}

void CheckPage::addStem(const items::Item &item)
{
    m_stem = makeCourseText(m_column->parentWidget(), item.stem, type::serif(20));
    m_stem->setContentsMargins(0, type::sized(2), 0, type::sized(8));
    m_column->addWidget(m_stem);
}

/// A missing word is read in its sentence, as soon as one is chosen.
void CheckPage::showGap()
{
    const CheckView &view = m_presenter.view();
    if (view.isAtEnd() || m_stem == nullptr)
        return;
    const items::Item &item = m_presenter.item(view.at);
    if (item.type != items::ItemType::MissingWord)
        return;
    QStringList words;
    for (const QString &key : view.draft) {
        const qsizetype at = items::optionPosition(key);
        if (at >= 0 && at < static_cast<qsizetype>(item.options.size()))
            words.append(item.options[static_cast<std::size_t>(at)].text.content);
    }
    QString sentence = item.stem.content;
    if (!words.isEmpty())
        sentence.replace(QLatin1String("_____"),
                         QStringLiteral("‹") + words.join(QLatin1String(", ")) + QStringLiteral("›"));
    m_stem->setText(sentence);
}

/// After a first try: what there is to say about what was chosen, and nothing about the rest.
void CheckPage::buildHint(const items::Item &item)
{
    QWidget *parent = m_column->parentWidget();
    auto *card = new Card(parent);
    m_column->addWidget(card);
    const QString parts = partsText(item, state().response);
    card->column()->addWidget(makeText(
        parent, parts.isEmpty() ? tr("Not yet. There is one more try.") : tr("%1 There is one more try.").arg(parts),
        type::sans(14, QFont::Bold), QPalette::WindowText));
    for (const qsizetype option : quiz::mark(item, state().response).optionsToTell) {
        const items::Text &feedback = item.options[static_cast<std::size_t>(option)].feedback;
        if (!feedback.isEmpty() && !quiz::isRight(item, option))
            card->column()->addWidget(makeCourseText(parent, feedback, type::sans(14)));
    }
    addWhere(item);
}

void CheckPage::buildCertainty()
{
    QWidget *parent = m_column->parentWidget();
    auto *card = new Card(parent);
    m_column->addWidget(card);
    card->column()->addWidget(
        makeText(parent, tr("How sure are you of this?"), type::sans(14, QFont::Bold), QPalette::WindowText));
    card->column()->addWidget(makeText(parent,
                                       tr("It is kept with your answer, and changes nothing else. Keys: %1 to %2.")
                                           .arg(quiz::leastSure)
                                           .arg(quiz::mostSure),
                                       type::sans(12), QPalette::PlaceholderText));
    auto *row = new QHBoxLayout;
    row->setSpacing(type::sized(10));
    const std::array words{tr("A guess"), tr("Fairly sure"), tr("Sure")};
    for (int sure = quiz::leastSure; sure <= quiz::mostSure; ++sure) {
        auto *button = addButton(row, words[static_cast<std::size_t>(sure - 1)],
                                 tr("Open the explanation, as sure as this (%1)").arg(sure));
        connect(
            button, &QPushButton::clicked, &m_presenter, [this, sure] { m_presenter.beSure(sure); },
            Qt::QueuedConnection);
    }
    auto *change = addButton(row, tr("Choose again"), tr("Back to the options (Esc)"));
    setPart(change, ButtonPart::Link);
    connect(change, &QPushButton::clicked, &m_presenter, &CheckPresenter::reconsider, Qt::QueuedConnection);
    row->addStretch(1);
    card->column()->addLayout(row);
}

void CheckPage::buildExplanation(const items::Item &item)
{
    QWidget *parent = m_column->parentWidget();
    if (quiz::isDontKnow(state().response))
        m_column->addWidget(makeText(parent, tr("You said that you don’t know. That is an honest answer."),
                                     type::sans(14), QPalette::PlaceholderText));
    const QString parts = partsText(item, state().response);
    if (!parts.isEmpty())
        m_column->addWidget(makeText(parent, parts, type::sans(14, QFont::Bold), QPalette::WindowText));
    if (!item.generalFeedback.isEmpty()) {
        QLabel *general = makeCourseText(parent, item.generalFeedback, type::sans(14));
        general->setContentsMargins(0, type::sized(6), 0, 0);
        m_column->addWidget(general);
    }
    addWhere(item);
}

void CheckPage::addWhere(const items::Item &item)
{
    const course::SectionPlace place = course::findSection(m_study.course(), sectionOf(item));
    if (place.section == nullptr)
        return;
    auto *row = new QHBoxLayout;
    auto *where = addButton(row, tr("Show me where"), tr("Open the passage that this rests on (W)"));
    setPart(where, ButtonPart::Link);
    row->addWidget(makeText(m_column->parentWidget(),
                            tr("section %1, “%2”").arg(place.position + 1).arg(place.section->title), type::sans(12),
                            QPalette::PlaceholderText),
                   1);
    connect(where, &QPushButton::clicked, this, &CheckPage::showWhere);
    m_column->addLayout(row);
}

void CheckPage::buildActions()
{
    const CheckView &view = m_presenter.view();
    QWidget *parent = m_column->parentWidget();
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, type::sized(8), 0, 0);
    row->setSpacing(type::sized(10));
    if (view.at > 0)
        connect(addButton(row, tr("Back"), tr("The question before (Left)")), &QPushButton::clicked, &m_presenter,
                &CheckPresenter::back, Qt::QueuedConnection);
    if (view.canAnswer && !view.awaitsCertainty)
        addLeavingButtons(row);
    row->addStretch(1);
    m_saving = makeText(parent, savingText(), type::sans(12), QPalette::PlaceholderText);
    m_saving->setWordWrap(false);
    m_saving->setObjectName(QStringLiteral("saving"));
    row->addWidget(m_saving);
    const bool hasEnd = m_presenter.isThrough() && view.at + 1 < view.count;
    if (hasEnd && !view.awaitsCertainty)
        connect(addButton(row, tr("The summary"), tr("What you understood, and what to look at again (End)")),
                &QPushButton::clicked, &m_presenter, &CheckPresenter::showEnd, Qt::QueuedConnection);
    if (!view.awaitsCertainty)
        addMainButton(row);
    m_column->addLayout(row);
    if (view.saving == CheckView::Saving::Failed)
        m_column->addWidget(makeCopyableText(parent, problemText(view.error), type::sans(14), QPalette::WindowText));
}

void CheckPage::addLeavingButtons(QLayout *row)
{
    auto *skip = addButton(row, tr("Skip"), tr("Leave this question open for now (S). It costs nothing."));
    connect(skip, &QPushButton::clicked, &m_presenter, &CheckPresenter::skip, Qt::QueuedConnection);
    if (!quiz::isMarked(m_presenter.item(m_presenter.view().at)))
        return;
    auto *unknown = addButton(row, tr("I don’t know"), tr("An honest answer; it opens the explanation (0)"));
    connect(unknown, &QPushButton::clicked, &m_presenter, &CheckPresenter::dontKnow, Qt::QueuedConnection);
}

void CheckPage::addMainButton(QLayout *row)
{
    const CheckView &view = m_presenter.view();
    const bool isLast = view.at + 1 == view.count;
    const bool opensLater = m_presenter.conduct().feedback == quiz::Conduct::Feedback::AtEnd;
    const QString onwards = isLast ? tr("See the summary") : tr("Next");
    const bool isMarked = quiz::isMarked(m_presenter.item(view.at));
    const QString commit = !isMarked ? tr("Go on") : opensLater ? tr("Note it") : tr("Check");
    const QString tip = opensLater ? tr("Keep the answer and go on (Enter); it opens at the end")
                                   : tr("Commit the answer and open the explanation (Enter)");
    m_main = addButton(row, view.isRevealed ? onwards : commit, view.isRevealed ? tr("Go on (Enter)") : tip);
    m_main->setObjectName(QStringLiteral("main"));
    setPart(m_main, ButtonPart::Primary);
    m_main->setEnabled(view.isRevealed || m_presenter.canCommit());
    connect(m_main, &QPushButton::clicked, this, &CheckPage::advance, Qt::QueuedConnection);
    setTabOrder(m_main, m_conduct); // the question comes first
}

QString CheckPage::savingText() const
{
    switch (m_presenter.view().saving) {
    case CheckView::Saving::Nothing:
        return {};
    case CheckView::Saving::Saved:
        return tr("Saved");
    case CheckView::Saving::NotKept:
        return tr("Kept until you close the window");
    case CheckView::Saving::Failed:
        return tr("Not saved");
    }
    return {};
}

void CheckPage::showWhere()
{
    if (m_presenter.isOpen() && (m_presenter.view().isRevealed || m_presenter.hasHint()))
        Q_EMIT whereWanted(m_presenter.view().at);
}

void CheckPage::advance()
{
    if (m_presenter.view().isAtEnd())
        return;
    if (m_presenter.view().isRevealed)
        m_presenter.next();
    else
        m_presenter.commit();
}

void CheckPage::buildSummary()
{
    auto *summary = new CheckSummary(m_study, m_presenter, title(), m_sitting);
    m_column->addWidget(summary);
    m_main = summary->mainButton();
    connect(summary, &CheckSummary::questionWanted, &m_presenter, [this](qsizetype at) { m_presenter.show(at); });
    connect(summary, &CheckSummary::whereWanted, this, &CheckPage::whereWanted);
    connect(summary, &CheckSummary::readOnWanted, this, &CheckPage::readOnWanted);
    connect(summary, &CheckSummary::againWanted, this, &CheckPage::againWanted);
    connect(summary, &CheckSummary::overviewWanted, this, &CheckPage::overviewWanted);
}

void CheckPage::takeCertainty(QKeyEvent *event)
{
    if (event->key() >= Qt::Key_1 && event->key() < Qt::Key_1 + quiz::mostSure)
        m_presenter.beSure(event->key() - Qt::Key_1 + 1);
    else if (event->key() == Qt::Key_Escape)
        m_presenter.reconsider();
    else
        QScrollArea::keyPressEvent(event);
}

void CheckPage::keyPressEvent(QKeyEvent *event)
{
    const bool plain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    const bool asking = m_presenter.view().canAnswer && !m_presenter.view().awaitsCertainty;
    if (!plain || m_presenter.view().isAtEnd()) {
        QScrollArea::keyPressEvent(event);
        return;
    }
    if (m_presenter.view().awaitsCertainty) {
        takeCertainty(event);
        return;
    }
    if (asking && m_input != nullptr && m_input->takeKey(event->key()))
        return;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        advance();
        break;
    case Qt::Key_S:
        m_presenter.skip();
        break;
    case Qt::Key_0:
    case Qt::Key_Question:
        if (asking)
            m_presenter.dontKnow();
        break;
    default:
        QScrollArea::keyPressEvent(event);
    }
}

} // namespace desk

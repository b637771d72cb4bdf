// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/lessonview.h"

#include "desk/figurecard.h"
#include "desk/lessonpaint.h"
#include "desk/marginnote.h"
#include "desk/passages.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextFrame>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace desk {

namespace {

constexpr double textColumn = 680;
constexpr double noteColumn = 262;
constexpr double gap = 32;
constexpr double edge = 48;
constexpr double narrowest = 16;
constexpr double overlap = 60; // of two pages that are turned by key

/// Takes widgets off the page at once; they may be in the middle of telling something, so they are deleted later.
template<typename T>
void discard(std::vector<T *> &widgets)
{
    for (QWidget *widget : widgets) {
        widget->hide();
        widget->deleteLater();
    }
    widgets.clear();
}

} // namespace

LessonView::LessonView(const course::Course &course, QWidget *foot, QWidget *parent)
    : QTextBrowser(parent), m_course(course), m_foot(foot)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setBackgroundRole(QPalette::Window);
    setOpenLinks(false);
    setOpenExternalLinks(false);
    m_foot->setParent(viewport());
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl &url) { follow(url.toString()); });
    // Twice: the text itself scrolls to its cursor when the focus leaves it, and would have the last word otherwise.
    const auto follow = [this] { bringIntoSight(QApplication::focusWidget()); };
    connect(qApp, &QApplication::focusChanged, this, follow);
    connect(qApp, &QApplication::focusChanged, this, follow, Qt::QueuedConnection);
    // Qt lays a long text out bit by bit; when the range is settled so are the places of what lies over it.
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, [this] {
        if (m_document && !m_building)
            placeAll();
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (!m_building && verticalScrollBar()->maximum() > 0 && value >= verticalScrollBar()->maximum() - 4)
            Q_EMIT endReached();
    });
}

LessonView::~LessonView()
{
    // The focus moves while the children go, and nothing of this is there any more by then.
    qApp->disconnect(this);
}

void LessonView::showSection(const course::Section &section, const QString &meta, bool trainerNotes, bool isShort)
{
    if (m_section != &section)
        m_opened.clear();
    m_section = &section;
    m_meta = meta;
    m_trainerNotes = trainerNotes;
    m_isShort = isShort;
    build();
    verticalScrollBar()->setValue(0);
    moveCursor(QTextCursor::Start);
    setAccessibleName(section.title);
}

void LessonView::setLines(double spacing, double length)
{
    m_spacing = spacing;
    m_length = length;
}

void LessonView::refresh()
{
    const double before = scrolled();
    build();
    restore(before);
}

double LessonView::scrolled() const
{
    const QScrollBar *bar = verticalScrollBar();
    return bar->maximum() == 0 ? 0.0 : static_cast<double>(bar->value()) / bar->maximum();
}

void LessonView::restore(double share)
{
    scrollTo(share);
    // And once more when Qt has had its turn: a text that is set anew scrolls to its cursor on its own.
    QMetaObject::invokeMethod(
        this, [this, share] { scrollTo(share); }, Qt::QueuedConnection);
}

void LessonView::showWords(const QStringList &words)
{
    for (const QString &word : words) {
        QTextCursor head(document());
        const QTextCursor found = document()->find(word, head);
        if (found.isNull())
            continue;
        showFound(found);
        return;
    }
}

void LessonView::showClaims(const QStringList &claims)
{
    const auto passages = passagesOn(*m_document, claims, type::coloursIn(palette()));
    if (passages.empty())
        return;
    setExtraSelections(extraSelections() + passages);
    showFound(QTextCursor(passages.front().cursor.block()));
}

void LessonView::showNote(const keep::Note &note)
{
    const QTextCursor passage = note.quote.isEmpty() ? QTextCursor() : passageOf(*document(), note);
    if (!passage.isNull())
        showFound(passage);
}

void LessonView::showFound(const QTextCursor &found)
{
    setTextCursor(found);
    // In a turn of its own, after whatever the page still sets itself to.
    QMetaObject::invokeMethod(
        this,
        [this] {
            const int top = cursorRect().top() + verticalScrollBar()->value();
            verticalScrollBar()->setValue(top - viewport()->height() / 3);
        },
        Qt::QueuedConnection);
}

void LessonView::scrollTo(double share)
{
    if (m_document)
        static_cast<void>(
            m_document->size()); // finishes the layout, which Qt does bit by bit: else the end is too near
    verticalScrollBar()->setValue(static_cast<int>(std::lround(share * verticalScrollBar()->maximum())));
}

LessonView::Columns LessonView::columns() const
{
    const int width = viewport()->width();
    const int text = type::sized(textColumn * m_length);
    const int wide = text + type::sized(gap) + type::sized(noteColumn);
    Columns columns;
    const bool hasMargin = width >= wide + type::sized(edge) + type::sized(gap);
    const int used = hasMargin ? wide : std::min(text, width - 2 * type::sized(narrowest));
    // A wide window gives its room to the sides, never to the lines of the text.
    const int spare = std::max(0, width - used);
    const int before =
        hasMargin ? std::max(type::sized(edge), spare / 2 - type::sized(edge)) : std::min(type::sized(edge), spare / 2);
    columns.textLeft = before;
    columns.textWidth = hasMargin ? text : used;
    columns.noteLeft = before + columns.textWidth + type::sized(gap);
    columns.noteWidth = hasMargin ? type::sized(noteColumn) : 0;
    if (layoutDirection() == Qt::RightToLeft) {
        columns.textLeft = width - columns.textLeft - columns.textWidth;
        columns.noteLeft = width - columns.noteLeft - columns.noteWidth;
    }
    return columns;
}

void LessonView::build()
{
    if (m_section == nullptr)
        return;
    m_building = true;
    setExtraSelections({}); // they point into the document that goes
    m_folded = columns().noteWidth == 0;
    discard(m_figures);
    auto document = std::make_unique<QTextDocument>();
    const type::LessonSetting setting{
        type::coloursIn(palette()), m_trainerNotes, m_folded, m_isShort, m_spacing, m_meta};
    std::vector<type::MarginNote> notes = type::buildLesson(*document, m_course, *m_section, setting);
    for (const int type : {type::FigureObject, type::ChipObject, type::FootObject})
        document->documentLayout()->registerHandler(type, this);
    makeFigures(*document);
    setDocument(document.get());
    m_document = std::move(document); // the one before goes only after the view has let go of it
    connect(m_document->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            [this] { placeAll(); });
    if (m_folded)
        foldInto(*m_document, m_own, setting.colours);
    else
        addOwnNotes(notes);
    makeNotes(notes);
    setExtraSelections(markedPassages(*m_document, m_own, setting.colours));
    chainFocus();
    setMargins();
    static_cast<void>(m_document->size()); // finishes the layout, which Qt does bit by bit
    placeAll();
    m_building = false;
}

void LessonView::makeFigures(const QTextDocument &document)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto fragment = block.begin(); !fragment.atEnd(); ++fragment) {
            const QTextCharFormat format = fragment.fragment().charFormat();
            if (format.objectType() != type::FigureObject)
                continue;
            const course::FigureData *numbers = course::findFigure(m_course, format.stringProperty(type::FigureId));
            auto *card = new FigureCard(m_course, *numbers, viewport());
            card->setObjectName(numbers->id);
            if (m_asksFirst && format.boolProperty(type::AsksFirst) && !m_opened.contains(numbers->id))
                card->setMode(FigureCard::Mode::Predict);
            connect(card, &FigureCard::heightChanged, this, [this, card] {
                if (card->mode() != FigureCard::Mode::Predict)
                    m_opened.insert(card->objectName());
                m_document->markContentsDirty(0, m_document->characterCount());
                placeAll();
            });
            connect(card, &FigureCard::claimWanted, this,
                    [this](const QString &claim) { follow(type::claimLink + claim); });
            connect(card, &FigureCard::predicted, this, [this, card] { Q_EMIT figurePredicted(card); });
            card->show();
            m_figures.push_back(card);
        }
    }
}

/// Tab leads from the text's links to its figures, and from there to the foot.
void LessonView::chainFocus()
{
    QWidget *last = this;
    const auto chain = [&last](QWidget *next) {
        QWidget::setTabOrder(last, next);
        last = next;
    };
    for (const FigureCard *card : m_figures)
        std::ranges::for_each(card->focusChain(), chain);
    for (QWidget *button : m_foot->findChildren<QPushButton *>())
        chain(button);
}

void LessonView::bringIntoSight(const QWidget *focused)
{
    // A button that is being pressed stays where it is.
    const bool byMouse = QApplication::mouseButtons() != Qt::NoButton;
    if (byMouse || !m_document || m_building || focused == nullptr || !viewport()->isAncestorOf(focused))
        return;
    static_cast<void>(m_document->size());
    placeAll();
    const QRect rect(focused->mapTo(viewport(), QPoint()), focused->size());
    const int air = type::sized(24);
    const int above = rect.top() - air;
    const int below = rect.bottom() + air - viewport()->height();
    if (above < 0 || below > 0)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + (above < 0 ? above : below));
}

void LessonView::makeNotes(const std::vector<type::MarginNote> &notes)
{
    discard(m_notes);
    m_marks = notes;
    if (m_folded)
        return;
    for (const type::MarginNote &mark : notes) {
        const bool isClaim = mark.link.startsWith(type::claimLink);
        auto *note = new MarginNoteCard(noteOf(mark.link), isClaim, viewport());
        connect(note, &MarginNoteCard::linkActivated, this, &LessonView::follow);
        note->show();
        m_notes.push_back(note);
    }
}

/// A note stands beside what it is about; where the text has changed since, at the head of the section.
void LessonView::addOwnNotes(std::vector<type::MarginNote> &notes)
{
    for (const keep::Note &note : m_own) {
        if (note.text.isEmpty())
            continue;
        const QTextCursor passage = passageOf(*m_document, note);
        notes.push_back({linkTo(note), passage.isNull() ? 0 : passage.block().blockNumber()});
    }
    std::ranges::stable_sort(notes, {}, &type::MarginNote::block);
}

type::NoteText LessonView::noteOf(const QString &link) const
{
    if (!link.startsWith(ownNoteLink))
        return type::noteText(m_course, link, m_section->id);
    const auto own = std::ranges::find(m_own, noteIn(link), &keep::Note::id);
    return {tr("Your note"), own == m_own.end() ? QString() : own->text, {}, link, tr("Change it")};
}

keep::Note LessonView::markedPassage() const
{
    keep::Note note = noteOn(textCursor());
    note.section = m_section == nullptr ? QString() : m_section->id;
    return note;
}

void LessonView::contextMenuEvent(QContextMenuEvent *event)
{
    const std::unique_ptr<QMenu> menu(createStandardContextMenu(event->pos()));
    menu->addSeparator();
    connect(menu->addAction(tr("Highlight\tCtrl+Shift+H")), &QAction::triggered, this, &LessonView::highlightWanted);
    connect(menu->addAction(tr("Note…\tCtrl+Shift+N")), &QAction::triggered, this, &LessonView::noteWanted);
    for (const keep::Note &note : m_own) {
        const QTextCursor place = passageOf(*m_document, note);
        const int at = cursorForPosition(event->pos()).position();
        if (place.isNull() || at < place.selectionStart() || at > place.selectionEnd())
            continue;
        connect(menu->addAction(tr("Open what is marked here")), &QAction::triggered, this,
                [this, id = note.id] { Q_EMIT noteActivated(id); });
        break;
    }
    menu->exec(event->globalPos());
}

void LessonView::setMargins()
{
    const Columns now = columns();
    QTextFrameFormat format = m_document->rootFrame()->frameFormat();
    format.setLeftMargin(now.textLeft);
    format.setRightMargin(std::max(0, viewport()->width() - now.textLeft - now.textWidth));
    format.setTopMargin(type::sized(28));
    format.setBottomMargin(type::sized(40));
    m_document->rootFrame()->setFrameFormat(format);
}

void LessonView::placeAll()
{
    const Columns now = columns();
    const int scroll = verticalScrollBar()->value();
    std::size_t next = 0;
    for (QTextBlock block = m_document->begin(); block.isValid(); block = block.next()) {
        for (auto fragment = block.begin(); !fragment.atEnd(); ++fragment) {
            const int type = fragment.fragment().charFormat().objectType();
            if (type != type::FigureObject && type != type::FootObject)
                continue;
            QWidget *widget = type == type::FootObject ? m_foot : next < m_figures.size() ? m_figures[next++] : nullptr;
            if (widget == nullptr)
                continue;
            const QRectF rect = m_document->documentLayout()->blockBoundingRect(block);
            const int top = static_cast<int>(rect.top()) - scroll;
            const int height = type == type::FootObject ? m_foot->height() : widget->heightForWidth(now.textWidth);
            widget->setGeometry(now.textLeft, top, now.textWidth, height);
        }
    }
    placeNotes(now);
}

void LessonView::placeNotes(const Columns &columns)
{
    int free = 0; // notes give way downwards, so that none covers another
    for (std::size_t i = 0; i < m_notes.size(); ++i) {
        const QTextBlock block = m_document->findBlockByNumber(m_marks[i].block);
        const QRectF rect = m_document->documentLayout()->blockBoundingRect(block);
        const int top = std::max(free, static_cast<int>(rect.top()) + type::sized(6));
        const int height = m_notes[i]->heightForWidth(columns.noteWidth);
        m_notes[i]->setGeometry(columns.noteLeft, top - verticalScrollBar()->value(), columns.noteWidth, height);
        free = top + height + type::sized(16);
    }
}

FigureCard *LessonView::figure(const QString &id) const
{
    const auto found =
        std::ranges::find_if(m_figures, [&id](const FigureCard *card) { return card->objectName() == id; });
    return found == m_figures.end() ? nullptr : *found;
}

QSizeF LessonView::intrinsicSize(QTextDocument * /*document*/, int /*position*/, const QTextFormat &format)
{
    const Columns now = columns();
    const QTextCharFormat characters = format.toCharFormat();
    switch (characters.objectType()) {
    case type::FigureObject: {
        const FigureCard *card = figure(characters.stringProperty(type::FigureId));
        return card == nullptr ? QSizeF() : QSizeF(now.textWidth, card->heightForWidth(now.textWidth));
    }
    case type::FootObject:
        return QSize(now.textWidth, m_foot->height());
    default: {
        const QFontMetricsF metrics(characters.font());
        const qreal width = metrics.horizontalAdvance(characters.stringProperty(type::ChipText));
        return {width + type::sized(16), metrics.height() + type::sized(2)};
    }
    }
}

void LessonView::drawObject(QPainter *painter, const QRectF &rect, QTextDocument * /*document*/, int /*position*/,
                            const QTextFormat &format)
{
    // Figures and the foot are widgets that lie over their places.
    if (format.objectType() == type::ChipObject)
        paintChip(*painter, rect, format.toCharFormat(), type::coloursIn(palette()));
}

QMimeData *LessonView::createMimeDataFromSelection() const
{
    auto *copied = new QMimeData;
    const QTextCursor cursor = textCursor();
    copied->setText(type::plainTextOf(*m_document, cursor.selectionStart(), cursor.selectionEnd()));
    return copied;
}

void LessonView::doSetSource(const QUrl & /*name*/, QTextDocument::ResourceType /*type*/)
{
    // Nothing is ever loaded: links are followed by follow().
}

void LessonView::follow(const QString &link)
{
    const QString id = link.mid(link.indexOf(QLatin1Char(':')) + 1);
    if (link.startsWith(ownNoteLink)) {
        Q_EMIT noteActivated(noteIn(link));
        return;
    }
    if (link.startsWith(type::moreLink)) {
        Q_EMIT claimWanted(id);
        return;
    }
    if (link.startsWith(QLatin1String("care:"))) {
        Q_EMIT careChosen(link);
        return;
    }
    if (link.startsWith(QLatin1String("section:"))) {
        Q_EMIT sectionLinkActivated(id);
        return;
    }
    if (link.startsWith(QLatin1String("card:"))) {
        Q_EMIT cardLinkActivated(id);
        return;
    }
    // Where no card stands beside the text, a claim is told on a page of its own.
    if (!callNote(link) && link.startsWith(type::claimLink))
        Q_EMIT claimWanted(id);
}

/// Marks the card in the margin that explains it, and brings it into sight; false where there is none.
bool LessonView::callNote(const QString &link)
{
    bool isThere = false;
    for (std::size_t i = 0; i < m_notes.size(); ++i) {
        const bool called = m_marks[i].link == link;
        isThere = isThere || called;
        m_notes[i]->setCalled(called);
        if (called && !viewport()->rect().contains(m_notes[i]->geometry()))
            verticalScrollBar()->setValue(verticalScrollBar()->value() + m_notes[i]->y() - type::sized(24));
    }
    return isThere;
}

void LessonView::paintEvent(QPaintEvent *event)
{
    if (m_document) {
        QPainter painter(viewport());
        painter.setRenderHint(QPainter::Antialiasing);
        const QPointF scroll(horizontalScrollBar()->value(), verticalScrollBar()->value());
        painter.translate(-scroll);
        paintBehind(painter, *m_document, QRectF(event->rect()).translated(scroll), type::coloursIn(palette()));
    }
    QTextBrowser::paintEvent(event);
}

void LessonView::resizeEvent(QResizeEvent *event)
{
    const double before = scrolled();
    QTextBrowser::resizeEvent(event);
    if (!m_document)
        return;
    if (m_folded != (columns().noteWidth == 0)) {
        build();
    } else {
        setMargins();
        m_document->markContentsDirty(0, m_document->characterCount());
        placeAll();
    }
    restore(before);
}

void LessonView::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    const bool relook = event->type() == QEvent::PaletteChange || event->type() == QEvent::LayoutDirectionChange;
    if (relook && m_document && !m_building)
        refresh();
}

bool LessonView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const type::NoteText note = type::noteText(m_course, anchorAt(help->pos()));
        if (note.head.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(
                help->globalPos(),
                QStringLiteral("<b>%1</b> %2 %3")
                    .arg(note.head.toHtmlEscaped(), note.body.toHtmlEscaped(), note.foot.toHtmlEscaped()),
                viewport());
        return true;
    }
    return QTextBrowser::viewportEvent(event);
}

void LessonView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_T && event->modifiers() == Qt::NoModifier && !m_figures.empty()) {
        for (FigureCard *card : m_figures)
            card->setMode(card->mode() == FigureCard::Mode::Table ? FigureCard::Mode::Marks : FigureCard::Mode::Table);
        return;
    }
    if (!turnPage(event))
        QTextBrowser::keyPressEvent(event);
}

/// By a page, and the last two lines of the one before: nobody has to look for where they were.
bool LessonView::turnPage(const QKeyEvent *event)
{
    const bool isSpace = event->key() == Qt::Key_Space;
    const bool isPlain = event->modifiers() == Qt::NoModifier || (isSpace && event->modifiers() == Qt::ShiftModifier);
    const bool isBack = event->key() == Qt::Key_PageUp || (isSpace && event->modifiers() == Qt::ShiftModifier);
    if (!isPlain || !(isSpace || isBack || event->key() == Qt::Key_PageDown))
        return false;
    const int page = viewport()->height() - type::sized(overlap);
    verticalScrollBar()->setValue(verticalScrollBar()->value() + (isBack ? -page : page));
    return true;
}

bool LessonView::focusNextPrevChild(bool next)
{
    // Widgets that lie over the text ask it where Tab leads from them; that is no step from link to link.
    // NOLINTNEXTLINE(bugprone-parent-virtual-call): the browser's own way is what is passed over
    return hasFocus() ? QTextBrowser::focusNextPrevChild(next) : QTextEdit::focusNextPrevChild(next);
}

} // namespace desk

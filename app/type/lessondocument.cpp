// SPDX-License-Identifier: GPL-3.0-or-later
#include "type/lessondocument.h"

#include "figures/figure.h"

#include <QCoreApplication>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextFrame>
#include <QTextList>

#include <algorithm>

namespace type {

namespace {

using course::Block;
using course::BlockKind;
using course::CalloutKind;

constexpr double calloutInset = 18; // on paper, where a bar stands beside a callout

QString tr(const char *text)
{
    return QCoreApplication::translate("Lesson", text);
}

/// Sets the blocks of a section one after the other, at a cursor that is always at the end of what is set.
class Setter
{
public:
    Setter(QTextDocument &document, const course::Course &course, const LessonSetting &setting)
        : m_course(course), m_setting(setting), m_measure(setting.measure), m_cursor(&document)
    {
        m_cursor.movePosition(QTextCursor::End);
        m_fresh = document.isEmpty();
    }

    std::vector<MarginNote> set(const course::Section &section)
    {
        m_shown = section.id;
        if (!m_setting.onPaper || !m_setting.meta.isEmpty())
            addHead(m_setting.meta, m_measure.sans(12), m_setting.colours.muted, 4);
        addHead(section.title, titleFont(), m_setting.colours.ink, m_setting.onPaper ? 8 : 16,
                m_setting.onPaper && m_setting.meta.isEmpty() ? 26 : 0);
        addBlocks(section.blocks);
        if (!m_setting.onPaper)
            addFoot();
        return std::move(m_notes);
    }

    void addBlocks(const std::vector<Block> &blocks)
    {
        for (const Block &block : blocks)
            add(block);
    }

private:
    struct Look {
        QFont font;
        QColor colour;
        double lineHeight = 28;
        double below = 12;
    };

    [[nodiscard]] Look look() const
    {
        const double closer = std::min(1.0, m_setting.spacing);
        if (m_callout == CalloutKind::Facilitator)
            return {m_measure.sans(14), m_setting.colours.ink, 21 * closer, 8 * closer};
        if (m_callout)
            return {m_measure.serif(16), m_setting.colours.ink, 25 * closer, 8 * closer};
        return {m_measure.serif(17), m_setting.colours.ink, 28 * m_setting.spacing, 14 * m_setting.spacing};
    }

    /// Begins a block; the first of a document or frame is there already.
    void beginBlock(const QTextBlockFormat &format)
    {
        if (m_fresh)
            m_cursor.setBlockFormat(format);
        else
            m_cursor.insertBlock(format);
        m_fresh = false;
    }

    /// On paper several sections stand in one document, so the title of each is one of its headings.
    [[nodiscard]] QFont titleFont() const { return m_measure.serif(m_setting.onPaper ? 23 : 28, QFont::Bold); }

    [[nodiscard]] QTextBlockFormat blockFormat(double above, double below, double lineHeight) const
    {
        QTextBlockFormat format;
        if (m_callout && m_setting.onPaper) {
            format.setProperty(CalloutName, static_cast<int>(*m_callout));
            format.setProperty(CalloutRun, m_run);
            format.setLeftMargin(m_measure.of(calloutInset));
        }
        format.setTopMargin(m_measure.of(above));
        format.setBottomMargin(m_measure.of(below));
        if (lineHeight > 0)
            format.setLineHeight(m_measure.of(lineHeight), QTextBlockFormat::MinimumHeight);
        // The course's language decides, not the interface's: an English text stays as it is in a mirrored window.
        format.setLayoutDirection(Qt::LeftToRight);
        format.setAlignment(Qt::AlignLeft | Qt::AlignAbsolute);
        return format;
    }

    static QTextCharFormat charFormat(const QFont &font, const QColor &colour)
    {
        QTextCharFormat format;
        format.setFont(font);
        format.setForeground(colour);
        return format;
    }

    /// A line that leads to what stands under it.
    void addHead(const QString &text, const QFont &font, const QColor &colour, double below, double above = 0)
    {
        QTextBlockFormat format = blockFormat(above, below, 0);
        format.setProperty(KeepsNext, true);
        beginBlock(format);
        m_cursor.insertText(text, charFormat(font, colour));
    }

    void addLine(const QString &text, const QFont &font, const QColor &colour, double above, double below)
    {
        beginBlock(blockFormat(above, below, 0));
        m_cursor.insertText(text, charFormat(font, colour));
    }

    void add(const Block &block)
    {
        switch (block.kind) {
        case BlockKind::Paragraph:
            addParagraph(block, look());
            break;
        case BlockKind::Heading:
            addHeading(block);
            break;
        case BlockKind::List:
            addList(block);
            break;
        case BlockKind::ListItem:
            addBlocks(block.children);
            break;
        case BlockKind::Quote:
            addQuote(block);
            break;
        case BlockKind::Callout:
            addCallout(block);
            break;
        case BlockKind::Figure:
            addFigure(block);
            break;
        case BlockKind::Rule:
            addLine(QString(), m_measure.sans(8), m_setting.colours.muted, 0, 0);
            break;
        }
    }

    void addParagraph(const Block &block, const Look &look)
    {
        QTextBlockFormat format = blockFormat(0, look.below, look.lineHeight);
        format.setIndent(m_listDepth > 0 ? 0 : m_quoteDepth);
        beginBlock(format);
        addSpans(block.spans, look);
        if (m_setting.foldNotes)
            foldNotes();
    }

    void addHeading(const Block &block)
    {
        const bool inside = m_callout.has_value();
        const Look look{m_measure.serif(inside ? 18 : 21, QFont::Bold), m_setting.colours.ink, 0, inside ? 6.0 : 8.0};
        QTextBlockFormat format = blockFormat(inside ? 2 : 14, look.below, 0);
        format.setHeadingLevel(block.level);
        format.setProperty(KeepsNext, true);
        beginBlock(format);
        addSpans(block.spans, look);
    }

    void addList(const Block &list)
    {
        QTextListFormat format;
        // The view paints bullets: Qt's own are heavy, and stand close to the words. On paper nobody else does.
        const auto bullets = m_setting.onPaper ? QTextListFormat::ListDisc : QTextListFormat::ListStyleUndefined;
        format.setStyle(list.ordered ? QTextListFormat::ListDecimal : bullets);
        format.setIndent(++m_listDepth);
        QTextList *made = nullptr;
        for (const Block &item : list.children) {
            const bool isLast = &item == &list.children.back();
            for (std::size_t i = 0; i < item.children.size(); ++i) {
                const Block &part = item.children[i];
                if (part.kind != BlockKind::Paragraph) {
                    add(part);
                    continue;
                }
                Look itemLook = look();
                itemLook.below = isLast && m_listDepth == 1 ? itemLook.below : 6;
                addParagraphInList(part, itemLook, i == 0 ? &made : nullptr, format);
            }
        }
        --m_listDepth;
    }

    void addParagraphInList(const Block &block, const Look &look, QTextList **list, const QTextListFormat &format)
    {
        QTextBlockFormat blockStyle = blockFormat(0, look.below, look.lineHeight);
        if (list == nullptr)
            blockStyle.setIndent(format.indent());
        beginBlock(blockStyle);
        // The number takes its size and colour from the block's own character format.
        m_cursor.setBlockCharFormat(charFormat(look.font, look.colour));
        if (list != nullptr && *list == nullptr)
            *list = m_cursor.createList(format);
        else if (list != nullptr)
            (*list)->add(m_cursor.block());
        addSpans(block.spans, look);
        if (m_setting.foldNotes)
            foldNotes();
    }

    void addQuote(const Block &quote)
    {
        ++m_quoteDepth;
        addBlocks(quote.children);
        --m_quoteDepth;
    }

    void addCallout(const Block &block)
    {
        const bool forTrainers = block.callout == CalloutKind::Slide || block.callout == CalloutKind::Facilitator;
        if (forTrainers && !m_setting.trainerNotes)
            return;
        if (!m_setting.onPaper)
            insertCalloutFrame(block.callout);
        m_callout = block.callout;
        m_run = m_cursor.block().blockNumber() + 1;
        const QFont small = m_measure.sans(12, QFont::Bold);
        addHead(calloutTitle(block.callout), small, calloutColour(block.callout), m_setting.onPaper ? 3 : 6,
                m_setting.onPaper ? 8 : 0);
        addBlocks(block.children);
        if (block.callout == CalloutKind::Care && !m_setting.onPaper)
            addChoices();
        m_callout.reset();
        if (m_setting.onPaper)
            closeRun();
        m_cursor.movePosition(QTextCursor::End);
        m_fresh = !m_setting.onPaper; // the block that Qt leaves behind a frame
    }

    /// Room below a callout, whatever its last block has.
    void closeRun()
    {
        QTextBlockFormat format = m_cursor.blockFormat();
        format.setBottomMargin(m_measure.of(16));
        m_cursor.setBlockFormat(format);
    }

    /// On paper there is no frame: Qt keeps no heading in one from the foot of a page.
    void insertCalloutFrame(CalloutKind kind)
    {
        QTextFrameFormat format;
        format.setPadding(m_measure.of(20));
        format.setTopMargin(m_measure.of(14));
        format.setBottomMargin(m_measure.of(22));
        format.setBorder(0);
        format.setProperty(CalloutName, static_cast<int>(kind));
        m_cursor.insertFrame(format);
        m_fresh = true;
    }

    /// A content note tells what is coming so that one can choose; the ways out stand in it.
    void addChoices()
    {
        beginBlock(blockFormat(4, 0, 0));
        const auto add = [this](QLatin1String link, const QString &text) {
            QTextCharFormat format = charFormat(m_measure.sans(14), m_setting.colours.accent);
            format.setAnchor(true);
            format.setAnchorHref(link);
            format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
            m_cursor.insertText(text, format);
        };
        add(skipLink, tr("Skip this section"));
        m_cursor.insertText(QStringLiteral("   ·   "), charFormat(m_measure.sans(14), m_setting.colours.muted));
        if (m_setting.isShort)
            add(wholeLink, tr("Read all of it"));
        else
            add(shortLink, tr("Read it in short"));
    }

    [[nodiscard]] QColor calloutColour(CalloutKind kind) const
    {
        return kind == CalloutKind::Discuss ? m_setting.colours.accent : m_setting.colours.muted;
    }

    void addFigure(const Block &block)
    {
        // A slide names its figure; the figure itself stands in the text already.
        if (block.figure.isEmpty() || m_callout == CalloutKind::Slide) {
            const QString text = block.figure.isEmpty() ? tr("This figure is closed: its numbers need mending.")
                                                        : course::plainText(block.spans);
            addLine(text, m_measure.sans(14), m_setting.colours.muted, 0, 8);
            return;
        }
        const course::FigureData *data = course::findFigure(m_course, block.figure);
        const auto prepared = figures::prepare(*data);
        QString plain = data->title;
        if (prepared) {
            for (const base::Phrase &sentence : prepared->plain)
                plain += QLatin1Char(' ') + base::render(sentence);
        }
        beginBlock(blockFormat(6, 20, 0));
        QTextCharFormat object;
        object.setObjectType(FigureObject);
        object.setProperty(FigureId, block.figure);
        object.setProperty(AsksFirst, block.asksFirst);
        object.setProperty(PlainText, plain);
        m_cursor.insertText(QString(QChar::ObjectReplacementCharacter), object);
    }

    void addFoot()
    {
        beginBlock(blockFormat(12, 40, 0));
        QTextCharFormat object;
        object.setObjectType(FootObject);
        m_cursor.insertText(QString(QChar::ObjectReplacementCharacter), object);
    }

    void addSpans(const std::vector<course::Span> &spans, const Look &look)
    {
        for (const course::Span &span : spans) {
            if (span.link.startsWith(claimLink))
                addChip(span, look);
            else
                addText(span, look);
        }
    }

    void addText(const course::Span &span, const Look &look)
    {
        QTextCharFormat format = charFormat(look.font, look.colour);
        if (span.strong)
            format.setFontWeight(QFont::Bold);
        format.setFontItalic(span.emphasis);
        if (!span.link.isEmpty() && m_setting.onPaper) {
            addNote(span.link);
        } else if (!span.link.isEmpty()) {
            format.setAnchor(true);
            format.setAnchorHref(span.link);
            const bool isTerm = span.link.startsWith(QLatin1String("term:"));
            format.setUnderlineStyle(isTerm ? QTextCharFormat::DotLine : QTextCharFormat::SingleUnderline);
            format.setUnderlineColor(m_setting.colours.accent);
            if (!isTerm)
                format.setForeground(m_setting.colours.accent);
            addNote(span.link);
        }
        QString text = span.text;
        text.replace(QLatin1Char('\n'), QChar(QChar::LineSeparator));
        m_cursor.insertText(text, format);
    }

    void addChip(const course::Span &span, const Look &look)
    {
        QTextCharFormat format = charFormat(m_measure.sans(12, QFont::DemiBold), m_setting.colours.accent);
        if (m_setting.onPaper) {
            m_cursor.insertText(QLatin1Char('[') + span.text + QLatin1Char(']'),
                                charFormat(m_measure.sans(12), m_setting.colours.ink));
            addNote(span.link);
            return;
        }
        format.setObjectType(ChipObject);
        format.setAnchor(true);
        format.setAnchorHref(span.link);
        format.setProperty(ChipText, span.text);
        format.setProperty(PlainText, QString(QLatin1Char('[') + span.text + QLatin1Char(']')));
        format.setVerticalAlignment(QTextCharFormat::AlignNormal);
        static_cast<void>(look);
        m_cursor.insertText(QString(QChar::ObjectReplacementCharacter), format);
        addNote(span.link);
    }

    void addNote(const QString &link)
    {
        const bool hasNote = link.startsWith(claimLink) || link.startsWith(QLatin1String("term:"));
        if (!hasNote || std::ranges::find(m_notes, link, &MarginNote::link) != m_notes.end())
            return;
        m_notes.push_back({link, m_cursor.block().blockNumber()});
    }

    /// In a narrow window the notes of a paragraph stand under it, set small.
    void foldNotes()
    {
        for (; m_folded < m_notes.size(); ++m_folded) {
            const NoteText note = noteText(m_course, m_notes[m_folded].link, m_shown);
            QTextBlockFormat format = blockFormat(0, 8, 18);
            format.setLeftMargin(m_measure.of(16));
            beginBlock(format);
            m_cursor.insertText(note.head + QLatin1Char(' '),
                                charFormat(m_measure.sans(12, QFont::Bold), m_setting.colours.accent));
            const QString rest = note.foot.isEmpty() ? note.body : QString(note.body + QLatin1Char(' ') + note.foot);
            m_cursor.insertText(rest, charFormat(m_measure.sans(12), m_setting.colours.muted));
            if (m_setting.onPaper)
                continue;
            addLink(note.more, tr("More"));
            addLink(note.onwards, note.onwardsText);
        }
    }

    void addLink(const QString &target, const QString &text)
    {
        if (target.isEmpty())
            return;
        QTextCharFormat link = charFormat(m_measure.sans(12), m_setting.colours.accent);
        link.setAnchor(true);
        link.setAnchorHref(target);
        link.setFontUnderline(true);
        m_cursor.insertText(QStringLiteral(" "), charFormat(m_measure.sans(12), m_setting.colours.muted));
        m_cursor.insertText(text, link);
    }

    const course::Course &m_course;
    const LessonSetting &m_setting;
    const Measure m_measure;
    QTextCursor m_cursor;
    QString m_shown;
    std::vector<MarginNote> m_notes;
    std::size_t m_folded = 0;
    std::optional<CalloutKind> m_callout;
    int m_listDepth = 0;
    int m_quoteDepth = 0;
    int m_run = 0; // on paper, of the callout that is being set
    bool m_fresh = true;
};

NoteText claimNote(const course::Course &course, const course::Claim &claim, const QString &shown)
{
    NoteText note{claim.id, claim.statement, statusText(claim.status), {}, {}};
    if (claim.kind == course::ClaimKind::Opinion)
        note.foot = tr("The essay's own view.") + QLatin1Char(' ') + note.foot;
    if (claim.kind == course::ClaimKind::Prediction)
        note.foot = tr("The essay's prediction.") + QLatin1Char(' ') + note.foot;
    if (!course.sources.empty()) {
        const course::Source &essay = course.sources.front();
        note.foot += QLatin1Char(' ') + tr("Source: %1, %2.").arg(essay.author, essay.date);
    }
    const course::Section *section = course::findSection(course, claim.readOn).section;
    if (section != nullptr && section->id != shown) {
        note.onwards = QStringLiteral("section:") + section->id;
        note.onwardsText = tr("Read on: %1").arg(section->title);
    }
    note.more = moreLink + claim.id;
    return note;
}

} // namespace

QString calloutTitle(CalloutKind kind)
{
    switch (kind) {
    case CalloutKind::Slide:
        return tr("Slide");
    case CalloutKind::Facilitator:
        return tr("For the facilitator");
    case CalloutKind::Discuss:
        return tr("To discuss");
    case CalloutKind::Care:
        return tr("Before you read on");
    case CalloutKind::Limits:
        return tr("What this cannot tell us");
    }
    return {};
}

QString statusText(course::Status status)
{
    switch (status) {
    case course::Status::EssayOnly:
        return tr("Stated by the essay alone.");
    case course::Status::Corroborated:
        return tr("Confirmed elsewhere.");
    case course::Status::Disputed:
        return tr("Disputed.");
    case course::Status::NotFound:
        return tr("Looked for elsewhere and not found.");
    }
    return {};
}

NoteText noteText(const course::Course &course, const QString &link, const QString &shown)
{
    const QString id = link.mid(link.indexOf(QLatin1Char(':')) + 1);
    if (link.startsWith(claimLink)) {
        const course::Claim *claim = course::findClaim(course, id);
        return claim == nullptr ? NoteText{} : claimNote(course, *claim, shown);
    }
    if (link.startsWith(QLatin1String("term:"))) {
        const course::Term *term = course::findTerm(course, id);
        return term == nullptr ? NoteText{} : NoteText{term->term, term->definition, {}, {}, {}};
    }
    return {};
}

std::vector<MarginNote> buildLesson(QTextDocument &document, const course::Course &course,
                                    const course::Section &section, const LessonSetting &setting)
{
    document.clear();
    document.setUndoRedoEnabled(false);
    document.setDocumentMargin(0);
    document.setDefaultFont(setting.measure.serif(17));
    document.setIndentWidth(setting.measure.of(28));
    return addLesson(document, course, section, setting);
}

std::vector<MarginNote> addLesson(QTextDocument &document, const course::Course &course, const course::Section &section,
                                  const LessonSetting &setting)
{
    return Setter(document, course, setting).set(section);
}

void addBlocks(QTextDocument &document, const course::Course &course, const std::vector<course::Block> &blocks,
               const LessonSetting &setting)
{
    Setter(document, course, setting).addBlocks(blocks);
}

QString plainTextOf(const QTextDocument &document, int from, int to)
{
    QString text;
    for (QTextBlock block = document.findBlock(from); block.isValid() && block.position() < to; block = block.next()) {
        for (auto fragment = block.begin(); !fragment.atEnd(); ++fragment) {
            const QTextFragment part = fragment.fragment();
            const int begin = std::max(from, part.position());
            const int end = std::min(to, part.position() + part.length());
            if (begin >= end)
                continue;
            const QString said = part.charFormat().stringProperty(PlainText);
            const bool isObject = part.charFormat().objectType() != QTextFormat::NoObject;
            text += isObject ? said : part.text().mid(begin - part.position(), end - begin);
        }
        text += QLatin1Char('\n');
    }
    text.replace(QChar(QChar::LineSeparator), QLatin1Char('\n'));
    return text.trimmed();
}

} // namespace type

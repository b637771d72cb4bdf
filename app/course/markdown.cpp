// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/markdown.h"

#include <md4c.h>

#include <algorithm>
#include <array>
#include <optional>

namespace course {

namespace {

using base::FaultCode;

struct Alert {
    const char *word;
    CalloutKind kind;
};

constexpr std::array alerts{
    Alert{"SLIDE", CalloutKind::Slide},     Alert{"FACILITATOR", CalloutKind::Facilitator},
    Alert{"DISCUSS", CalloutKind::Discuss}, Alert{"CARE", CalloutKind::Care},
    Alert{"LIMITS", CalloutKind::Limits},
};

QString textOf(const MD_CHAR *text, MD_SIZE size)
{
    return QString::fromUtf8(text, static_cast<qsizetype>(size));
}

bool holdsBlocks(MD_BLOCKTYPE type)
{
    return type == MD_BLOCK_UL || type == MD_BLOCK_OL || type == MD_BLOCK_LI || type == MD_BLOCK_QUOTE;
}

QString textOf(const MD_ATTRIBUTE &attribute)
{
    return textOf(attribute.text, attribute.size);
}

QString withoutSpaceInFront(const QString &text)
{
    const auto isSpace = [](QChar character) { return character.isSpace(); };
    return text.mid(std::ranges::find_if_not(text, isSpace) - text.begin());
}

/// The entities that an author may need in plain text; others stay as written.
QString entity(const QString &name)
{
    static const std::array<std::pair<QLatin1String, QChar>, 6> known{{
        {QLatin1String("&amp;"), u'&'},
        {QLatin1String("&lt;"), u'<'},
        {QLatin1String("&gt;"), u'>'},
        {QLatin1String("&quot;"), u'"'},
        {QLatin1String("&nbsp;"), QChar::Nbsp},
        {QLatin1String("&shy;"), QChar::SoftHyphen},
    }};
    for (const auto &[spelling, character] : known) {
        if (name == spelling)
            return character;
    }
    return name;
}

/// Takes md4c's events and grows the tree of blocks. Blocks that are open stand on a stack; the place of a block is
/// that of its first text, or of the last text before it where it has none.
class TreeBuilder
{
public:
    TreeBuilder(const TextFile &file, qsizetype begin, const base::Fault &scope, base::Faults &faults)
        : m_file(file), m_scope(scope), m_faults(faults), m_lastPlace(file.placeAt(begin))
    {
        m_open.emplace_back();
    }

    std::vector<Block> take()
    {
        // A comment that is never closed has swallowed all that follows.
        if (m_openComment)
            tell(base::Severity::Warning, FaultCode::RawHtml, *m_openComment, {QStringLiteral("<!--")});
        return std::move(m_open.front().children);
    }

    void enterBlock(MD_BLOCKTYPE type, const void *detail)
    {
        closeTightParagraph();
        if (holdsBlocks(type) && m_open.size() > deepest) {
            ++m_flattened;
            return;
        }
        Block block;
        switch (type) {
        case MD_BLOCK_DOC:
            return;
        case MD_BLOCK_H:
            block.kind = BlockKind::Heading;
            block.level = static_cast<int>(static_cast<const MD_BLOCK_H_DETAIL *>(detail)->level);
            break;
        case MD_BLOCK_UL:
            block.kind = BlockKind::List;
            break;
        case MD_BLOCK_OL:
            block.kind = BlockKind::List;
            block.ordered = true;
            block.start = static_cast<int>(static_cast<const MD_BLOCK_OL_DETAIL *>(detail)->start);
            break;
        case MD_BLOCK_LI:
            block.kind = BlockKind::ListItem;
            break;
        case MD_BLOCK_QUOTE:
            block.kind = BlockKind::Quote;
            break;
        case MD_BLOCK_HR:
            block.kind = BlockKind::Rule;
            break;
        default: // paragraphs, code, raw HTML (told when its text comes); tables are not switched on
            block.kind = BlockKind::Paragraph;
            m_insideHtml = type == MD_BLOCK_HTML;
            break;
        }
        m_open.push_back(block);
    }

    void leaveBlock(MD_BLOCKTYPE type)
    {
        m_insideHtml = false;
        closeTightParagraph();
        if (type == MD_BLOCK_DOC)
            return;
        if (holdsBlocks(type) && m_flattened > 0) {
            --m_flattened;
            return;
        }
        Block done = std::move(m_open.back());
        m_open.pop_back();
        settle(std::move(done));
    }

    void enterSpan(MD_SPANTYPE type, const void *detail)
    {
        switch (type) {
        case MD_SPAN_STRONG:
            ++m_strong;
            break;
        case MD_SPAN_EM:
            ++m_emphasis;
            break;
        case MD_SPAN_CODE:
            ++m_code;
            break;
        case MD_SPAN_A:
            enterLink(static_cast<const MD_SPAN_A_DETAIL *>(detail)->href);
            break;
        case MD_SPAN_IMG:
            enterImage(*static_cast<const MD_SPAN_IMG_DETAIL *>(detail));
            break;
        default: // strikethrough, math, wiki links: not switched on
            break;
        }
    }

    void leaveSpan(MD_SPANTYPE type)
    {
        switch (type) {
        case MD_SPAN_STRONG:
            --m_strong;
            break;
        case MD_SPAN_EM:
            --m_emphasis;
            break;
        case MD_SPAN_CODE:
            --m_code;
            break;
        case MD_SPAN_A:
            m_link.clear();
            m_linkPlace = {};
            break;
        case MD_SPAN_IMG:
            leaveImage();
            break;
        default:
            break;
        }
    }

    void text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size)
    {
        if (type == MD_TEXT_HTML || m_insideHtml) {
            tellHtml(text, size);
            return;
        }
        openTightParagraph();
        notePlace(text);
        switch (type) {
        case MD_TEXT_SOFTBR:
            addText(QStringLiteral(" "));
            break;
        case MD_TEXT_BR:
            addText(QStringLiteral("\n"));
            break;
        case MD_TEXT_NULLCHAR:
            addText(QString(QChar::ReplacementCharacter));
            break;
        case MD_TEXT_ENTITY:
            addText(entity(textOf(text, size)));
            break;
        default:
            addText(textOf(text, size));
            break;
        }
    }

private:
    /// md4c points at an address where it stands in the text, unless it has to rewrite it.
    void enterLink(const MD_ATTRIBUTE &href)
    {
        m_link = textOf(href);
        m_linkPlace = placeOf(href.text).value_or(base::Place());
    }

    /// An image within another's text alternative is part of that text.
    void enterImage(const MD_SPAN_IMG_DETAIL &image)
    {
        openTightParagraph();
        if (++m_images > 1)
            return;
        m_image = Block{};
        m_image->kind = BlockKind::Figure;
        m_image->figure = textOf(image.src);
        m_image->asksFirst = textOf(image.title) == QLatin1String("guess");
        m_image->place = placeOf(image.src.text).value_or(base::Place());
    }

    void leaveImage()
    {
        if (--m_images > 0 || !m_image)
            return;
        if (m_image->place.line == 0)
            m_image->place = m_lastPlace;
        m_figures.push_back(std::move(*m_image));
        m_image.reset();
    }

    [[nodiscard]] std::optional<base::Place> placeOf(const MD_CHAR *text) const
    {
        const char *start = m_file.bytes().constData();
        const bool inside =
            std::less_equal<>()(start, text) && std::less_equal<>()(text, start + m_file.bytes().size());
        return inside ? std::optional(m_file.placeAt(text - start)) : std::nullopt;
    }

    void notePlace(const MD_CHAR *text)
    {
        const auto place = placeOf(text);
        if (!place)
            return;
        m_lastPlace = *place;
        for (Block &block : m_open) {
            if (block.place.line == 0)
                block.place = *place;
        }
        if (m_image && m_image->place.line == 0)
            m_image->place = *place;
        if (!m_link.isEmpty() && m_linkPlace.line == 0)
            m_linkPlace = *place;
    }

    void addText(const QString &text)
    {
        Span span{text, m_strong > 0, m_emphasis > 0, m_code > 0, m_link, m_linkPlace};
        std::vector<Span> &spans = m_image ? m_image->spans : m_open.back().spans;
        Span previous = spans.empty() ? Span{} : spans.back();
        previous.text = span.text;
        if (!spans.empty() && previous == span)
            spans.back().text += text;
        else
            spans.push_back(span);
    }

    /// A tight list item has its text without a paragraph of its own: give it one, so that every text stands in one.
    void openTightParagraph()
    {
        if (m_open.back().kind == BlockKind::Paragraph || m_open.back().kind == BlockKind::Heading)
            return;
        m_open.emplace_back();
        m_tight = true;
    }

    void closeTightParagraph()
    {
        if (!m_tight)
            return;
        m_tight = false;
        Block done = std::move(m_open.back());
        m_open.pop_back();
        settle(std::move(done));
    }

    /// Puts a finished block into the one that holds it: figures come out of their paragraph, alerts become callouts.
    void settle(Block done)
    {
        std::vector<Block> &siblings = m_open.back().children;
        if (done.place.line == 0)
            done.place = done.children.empty() ? m_lastPlace : done.children.front().place;
        if (done.kind == BlockKind::Quote)
            toCallout(done);
        const bool isText = done.kind == BlockKind::Paragraph || done.kind == BlockKind::Heading;
        if (done.kind != BlockKind::Paragraph || !plainText(done.spans).trimmed().isEmpty())
            siblings.push_back(std::move(done));
        if (!isText)
            return;
        std::ranges::move(m_figures, std::back_inserter(siblings));
        m_figures.clear();
    }

    void toCallout(Block &quote)
    {
        if (quote.children.empty() || quote.children.front().spans.empty())
            return;
        Block &first = quote.children.front();
        QString &text = first.spans.front().text;
        const qsizetype close = text.indexOf(u']');
        if (first.kind != BlockKind::Paragraph || !text.startsWith(QLatin1String("[!")) || close < 0)
            return;
        const QString word = text.mid(2, close - 2);
        for (const Alert &alert : alerts) {
            if (word != QLatin1String(alert.word))
                continue;
            quote.kind = BlockKind::Callout;
            quote.callout = alert.kind;
            text = withoutSpaceInFront(text.mid(close + 1));
            if (plainText(first.spans).trimmed().isEmpty())
                quote.children.erase(quote.children.begin());
            else if (text.isEmpty())
                first.spans.erase(first.spans.begin());
            return;
        }
        tell(base::Severity::Error, FaultCode::CalloutUnknown, first.place, {word});
    }

    void tellHtml(const MD_CHAR *text, MD_SIZE size)
    {
        const QString html = textOf(text, size).trimmed();
        if (html.isEmpty())
            return;
        const base::Place place = placeOf(text).value_or(m_lastPlace);
        if (!m_openComment && html.startsWith(QLatin1String("<!--")))
            m_openComment = place;
        const bool isComment = m_openComment.has_value();
        if (html.contains(QLatin1String("-->")))
            m_openComment.reset();
        if (!isComment)
            tell(base::Severity::Warning, FaultCode::RawHtml, place, {html.left(40)});
    }

    void tell(base::Severity severity, FaultCode code, const base::Place &place, const QStringList &details)
    {
        base::Fault fault = m_scope;
        fault.severity = severity;
        fault.code = code;
        fault.place = place;
        fault.details = details;
        m_faults.push_back(fault);
    }

    static constexpr std::size_t deepest = 24;

    const TextFile &m_file;
    const base::Fault &m_scope;
    base::Faults &m_faults;
    std::vector<Block> m_open; ///< the first is the document
    std::vector<Block> m_figures;
    std::optional<Block> m_image;
    base::Place m_lastPlace;
    std::optional<base::Place> m_openComment;
    QString m_link;
    base::Place m_linkPlace;
    int m_strong = 0;
    int m_emphasis = 0;
    int m_code = 0;
    int m_images = 0;    ///< one within the other
    int m_flattened = 0; ///< blocks that were not opened because they stand too deep
    bool m_tight = false;
    bool m_insideHtml = false;
};

TreeBuilder &builderOf(void *userdata)
{
    return *static_cast<TreeBuilder *>(userdata);
}

} // namespace

std::vector<Block> readMarkdown(const TextFile &file, qsizetype begin, qsizetype end, const base::Fault &scope,
                                base::Faults &faults)
{
    TreeBuilder builder(file, begin, scope, faults);
    MD_PARSER parser{};
    parser.flags = MD_DIALECT_COMMONMARK;
    parser.enter_block = [](MD_BLOCKTYPE type, void *detail, void *userdata) {
        builderOf(userdata).enterBlock(type, detail);
        return 0;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void * /*detail*/, void *userdata) {
        builderOf(userdata).leaveBlock(type);
        return 0;
    };
    parser.enter_span = [](MD_SPANTYPE type, void *detail, void *userdata) {
        builderOf(userdata).enterSpan(type, detail);
        return 0;
    };
    parser.leave_span = [](MD_SPANTYPE type, void * /*detail*/, void *userdata) {
        builderOf(userdata).leaveSpan(type);
        return 0;
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *userdata) {
        builderOf(userdata).text(type, text, size);
        return 0;
    };
    md_parse(file.bytes().constData() + begin, static_cast<MD_SIZE>(end - begin), &parser, &builder);
    return builder.take();
}

} // namespace course

// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/markdown.h"

#include <md4c.h>

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

QString textOf(const MD_ATTRIBUTE &attribute)
{
    return textOf(attribute.text, attribute.size);
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
/// that of its first text.
class TreeBuilder
{
public:
    TreeBuilder(const TextFile &file, const base::Fault &scope, base::Faults &faults)
        : m_file(file), m_scope(scope), m_faults(faults)
    {
        m_open.emplace_back();
    }

    std::vector<Block> take() { return std::move(m_open.front().children); }

    void enterBlock(MD_BLOCKTYPE type, const void *detail)
    {
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
        closeTightParagraph(block.kind);
        m_open.push_back(block);
    }

    void leaveBlock(MD_BLOCKTYPE type)
    {
        m_insideHtml = false;
        if (type == MD_BLOCK_DOC)
            return;
        closeTightParagraph(BlockKind::Rule);
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
            m_link = textOf(static_cast<const MD_SPAN_A_DETAIL *>(detail)->href);
            break;
        case MD_SPAN_IMG:
            m_image = Block{};
            m_image->kind = BlockKind::Figure;
            m_image->figure = textOf(static_cast<const MD_SPAN_IMG_DETAIL *>(detail)->src);
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
            break;
        case MD_SPAN_IMG:
            if (m_image)
                m_figures.push_back(std::move(*m_image));
            m_image.reset();
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
    }

    void addText(const QString &text)
    {
        Span span{text, m_strong > 0, m_emphasis > 0, m_code > 0, m_link};
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
        if (m_open.back().kind != BlockKind::ListItem || m_image)
            return;
        m_open.emplace_back();
        m_tight = true;
    }

    void closeTightParagraph(BlockKind next)
    {
        if (!m_tight || m_open.back().kind != BlockKind::Paragraph || next == BlockKind::Paragraph)
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
        if (done.kind == BlockKind::Quote)
            toCallout(done);
        const bool isText = done.kind == BlockKind::Paragraph || done.kind == BlockKind::Heading;
        if (!isText || !plainText(done.spans).trimmed().isEmpty())
            siblings.push_back(std::move(done));
        if (!isText)
            return;
        for (Block &figure : m_figures) {
            if (figure.place.line == 0)
                figure.place = m_lastPlace;
            siblings.push_back(std::move(figure));
        }
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
            text = text.mid(close + 1).trimmed().isEmpty() ? QString() : text.mid(close + 1).mid(1);
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
        if (html.startsWith(QLatin1String("<!--")))
            m_insideComment = true;
        const bool comment = m_insideComment;
        if (html.contains(QLatin1String("-->")))
            m_insideComment = false;
        if (!comment)
            tell(base::Severity::Warning, FaultCode::RawHtml, placeOf(text).value_or(m_lastPlace), {html.left(40)});
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

    const TextFile &m_file;
    const base::Fault &m_scope;
    base::Faults &m_faults;
    std::vector<Block> m_open; ///< the first is the document
    std::vector<Block> m_figures;
    std::optional<Block> m_image;
    base::Place m_lastPlace;
    QString m_link;
    int m_strong = 0;
    int m_emphasis = 0;
    int m_code = 0;
    bool m_tight = false;
    bool m_insideHtml = false;
    bool m_insideComment = false;
};

TreeBuilder &builderOf(void *userdata)
{
    return *static_cast<TreeBuilder *>(userdata);
}

} // namespace

std::vector<Block> readMarkdown(const TextFile &file, qsizetype begin, const base::Fault &scope, base::Faults &faults)
{
    TreeBuilder builder(file, scope, faults);
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
    md_parse(file.bytes().constData() + begin, static_cast<MD_SIZE>(file.bytes().size() - begin), &parser, &builder);
    return builder.take();
}

} // namespace course

// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/lessonreader.h"

#include "base/ids.h"
#include "course/markdown.h"
#include "course/yaml.h"

namespace course {

namespace {

using base::FaultCode;

/// The front matter between two lines of three dashes; `body` is where the lesson's text begins.
struct FrontMatter {
    qsizetype begin = 0;
    qsizetype end = 0;
    qsizetype body = 0;
};

qsizetype nextLine(const QByteArray &bytes, qsizetype from)
{
    const qsizetype end = bytes.indexOf('\n', from);
    return end < 0 ? bytes.size() : end + 1;
}

std::optional<FrontMatter> frontMatterOf(const QByteArray &bytes)
{
    const auto isFence = [&](qsizetype from) {
        return bytes.mid(from, nextLine(bytes, from) - from).trimmed() == "---";
    };
    if (!isFence(0))
        return std::nullopt;
    const qsizetype begin = nextLine(bytes, 0);
    for (qsizetype line = begin; line < bytes.size(); line = nextLine(bytes, line)) {
        if (isFence(line))
            return FrontMatter{begin, line, nextLine(bytes, line)};
    }
    return std::nullopt;
}

/// What stands in the braces after a section's heading: `{#id room=6}`.
struct HeadingMark {
    QString title;
    QString id;
    int roomMinutes = 0;
    QString unknown; ///< a word in the braces that means nothing
};

HeadingMark headingMarkOf(const QString &heading)
{
    HeadingMark mark;
    const qsizetype open = heading.endsWith(u'}') ? heading.lastIndexOf(u'{') : -1;
    mark.title = heading.left(open < 0 ? heading.size() : open).trimmed();
    if (open < 0)
        return mark;
    const QStringList words = heading.mid(open + 1).chopped(1).split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        bool isNumber = false;
        if (word.startsWith(u'#'))
            mark.id = word.mid(1);
        else if (word.startsWith(QLatin1String("room=")))
            mark.roomMinutes = word.mid(5).toInt(&isNumber);
        if (!word.startsWith(u'#') && !isNumber)
            mark.unknown = word;
    }
    return mark;
}

class LessonReader
{
public:
    LessonReader(const TextFile &file, Module &module, base::Faults &faults)
        : m_file(file), m_module(module), m_faults(faults)
    {
        m_scope.scope = base::Scope::Module;
        m_scope.scopeId = module.id;
    }

    void read()
    {
        const auto frontMatter = frontMatterOf(m_file.bytes());
        if (frontMatter)
            readFrontMatter(*frontMatter);
        else
            tell(FaultCode::FrontMatterMissing, m_file.placeAt(0), {});
        const qsizetype body = frontMatter ? frontMatter->body : 0;
        for (Block &block : readMarkdown(m_file, body, m_scope, m_faults))
            place(std::move(block));
        if (m_module.sections.empty())
            tell(FaultCode::NoSections, m_file.placeAt(body), {});
        for (std::size_t i = 0; i < m_module.sections.size(); ++i) {
            if (m_module.sections[i].blocks.empty())
                tell(FaultCode::SectionEmpty, m_headings[i], {m_module.sections[i].id});
        }
    }

private:
    void readFrontMatter(const FrontMatter &frontMatter)
    {
        const auto root = yaml::parse(m_file, frontMatter.begin, frontMatter.end, m_scope, m_faults);
        if (!root)
            return;
        yaml::MapReader map(*root, m_scope, m_faults);
        if (!map.isMap())
            return;
        if (const QString title = map.text(QStringLiteral("title")); !title.isEmpty())
            m_module.title = title;
        m_module.objectives = map.texts(QStringLiteral("objectives"));
        m_module.claims = map.texts(QStringLiteral("claims"));
        map.finish();
    }

    void place(Block block)
    {
        if (block.kind == BlockKind::Heading && block.level == 2)
            openSection(block);
        else if (m_module.sections.empty())
            tell(FaultCode::TextOutsideSection, block.place, {});
        else
            m_module.sections.back().blocks.push_back(std::move(block));
    }

    void openSection(const Block &heading)
    {
        const HeadingMark mark = headingMarkOf(plainText(heading.spans));
        if (mark.id.isEmpty())
            tell(FaultCode::SectionWithoutId, heading.place, {mark.title});
        else if (!base::isId(mark.id))
            tell(FaultCode::IdInvalid, heading.place, {mark.id});
        if (!mark.unknown.isEmpty())
            tell(FaultCode::ValueUnknown, heading.place, {QStringLiteral("heading"), mark.unknown});
        m_module.sections.push_back({mark.id, mark.title, mark.roomMinutes, {}});
        m_headings.push_back(heading.place);
    }

    void tell(FaultCode code, const base::Place &place, const QStringList &details)
    {
        base::Fault fault = m_scope;
        fault.code = code;
        fault.place = place;
        fault.details = details;
        m_faults.push_back(fault);
    }

    const TextFile &m_file;
    Module &m_module;
    base::Faults &m_faults;
    base::Fault m_scope;
    std::vector<base::Place> m_headings;
};

} // namespace

void readLesson(const TextFile &file, Module &module, base::Faults &faults)
{
    LessonReader(file, module, faults).read();
}

} // namespace course

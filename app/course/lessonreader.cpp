// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/lessonreader.h"

#include "base/ids.h"
#include "course/closed.h"
#include "course/frontmatter.h"
#include "course/markdown.h"
#include "course/yaml.h"

#include <algorithm>

namespace course {

namespace {

using base::FaultCode;

/// What stands in the braces after a section's heading: `{#id room=6}`.
struct HeadingMark {
    QString title;
    QString id;
    int roomMinutes = 0;
    QString unknown; ///< a word in the braces that means nothing
};

/// The minutes of `room=6`, or nothing where the word is anything else.
std::optional<int> roomMinutesOf(const QString &word)
{
    const QString key = QStringLiteral("room=");
    bool isNumber = false;
    const int minutes = word.startsWith(key) ? word.mid(key.size()).toInt(&isNumber) : 0;
    return isNumber && minutes >= 0 ? std::optional(minutes) : std::nullopt;
}

HeadingMark headingMarkOf(const QString &heading)
{
    HeadingMark mark;
    const qsizetype open = heading.endsWith(u'}') ? heading.lastIndexOf(u'{') : -1;
    mark.title = heading.left(open < 0 ? heading.size() : open).trimmed();
    if (open < 0)
        return mark;
    const QStringList words = heading.mid(open + 1).chopped(1).split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        if (word.startsWith(u'#'))
            mark.id = word.mid(1);
        else if (const auto minutes = roomMinutesOf(word))
            mark.roomMinutes = *minutes;
        else
            mark.unknown = word;
    }
    return mark;
}

class LessonReader
{
public:
    LessonReader(const TextFile &file, const std::vector<Claim> &known, Module &module, base::Faults &faults)
        : m_file(file), m_known(known), m_module(module), m_faults(faults)
    {
        m_scope.scope = base::Scope::Module;
        m_scope.scopeId = module.id;
    }

    void read()
    {
        const auto frontMatter = frontMatterOf(m_file.bytes());
        m_hasFrontMatter = frontMatter.has_value();
        if (frontMatter)
            readFrontMatter(*frontMatter);
        else
            tell(FaultCode::FrontMatterMissing, m_file.placeAt(0), {});
        const qsizetype body = frontMatter ? frontMatter->body : 0;
        for (Block &block : readMarkdown(m_file, body, m_file.bytes().size(), m_scope, m_faults))
            place(std::move(block));
        if (m_module.sections.empty())
            tell(FaultCode::NoSections, m_file.placeAt(body), {});
        for (const Section &section : m_module.sections) {
            if (section.blocks.empty())
                tell(FaultCode::SectionEmpty, section.place, {section.id});
        }
        checkObjectives();
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
        if (root->find(QStringLiteral("objectives")) != nullptr)
            readObjectives(map.list(QStringLiteral("objectives")));
        const QString certainty = map.optionalText(QStringLiteral("certainty"));
        m_module.asksCertainty = certainty == QLatin1String("asked");
        if (!certainty.isEmpty() && !m_module.asksCertainty)
            map.tell(FaultCode::ValueUnknown, root->placeOf(QStringLiteral("certainty")),
                     {QStringLiteral("certainty"), certainty});
        m_module.claims = map.texts(QStringLiteral("claims"));
        checkClaims(root->find(QStringLiteral("claims")));
        map.finish();
    }

    /// An objective is its words alone, or a map of its text and its sections.
    void readObjectives(const yaml::Node *list)
    {
        for (const yaml::Node &node : list == nullptr ? std::vector<yaml::Node>() : list->children) {
            if (node.kind == yaml::Kind::Text) {
                m_module.objectives.push_back({node.text.trimmed(), {}, node.place});
                continue;
            }
            yaml::MapReader map(node, m_scope, m_faults);
            if (!map.isMap())
                continue;
            m_module.objectives.push_back(
                {map.text(QStringLiteral("text")), map.texts(QStringLiteral("sections")), node.place});
            map.finish();
        }
    }

    void checkObjectives()
    {
        for (const Objective &objective : m_module.objectives) {
            for (const QString &section : objective.sections) {
                if (std::ranges::find(m_module.sections, section, &Section::id) == m_module.sections.end())
                    tell(FaultCode::UnknownSection, objective.place, {section});
            }
        }
    }

    void checkClaims(const yaml::Node *list)
    {
        for (const yaml::Node &node : list == nullptr ? std::vector<yaml::Node>() : list->children) {
            const QString claim = node.text.trimmed();
            if (node.kind != yaml::Kind::Text || std::ranges::find(m_known, claim, &Claim::id) != m_known.end())
                continue;
            m_module.claims.removeAll(claim);
            if (!isClosed(m_faults, base::Scope::Entry, claim))
                tell(FaultCode::UnknownClaim, node.place, {claim});
        }
    }

    void place(Block block)
    {
        if (block.kind == BlockKind::Heading && block.level == 2)
            openSection(block);
        else if (!m_module.sections.empty())
            m_module.sections.back().blocks.push_back(std::move(block));
        else if (m_hasFrontMatter) // else it may be the front matter itself, whose last line is missing
            tell(FaultCode::TextOutsideSection, block.place, {});
    }

    void openSection(const Block &heading)
    {
        const HeadingMark mark = headingMarkOf(plainText(heading.spans));
        if (mark.id.isEmpty())
            tell(FaultCode::SectionWithoutId, heading.place, {mark.title});
        else if (!base::isId(mark.id))
            tell(FaultCode::IdInvalid, heading.place, {mark.id});
        if (mark.title.isEmpty() && !mark.id.isEmpty())
            tell(FaultCode::KeyMissing, heading.place, {QStringLiteral("title")});
        if (!mark.unknown.isEmpty())
            tell(FaultCode::ValueUnknown, heading.place, {QStringLiteral("heading"), mark.unknown});
        m_module.sections.push_back({mark.id, mark.title, mark.roomMinutes, {}, heading.place});
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
    const std::vector<Claim> &m_known;
    Module &m_module;
    base::Faults &m_faults;
    base::Fault m_scope;
    bool m_hasFrontMatter = false;
};

} // namespace

void readLesson(const TextFile &file, const std::vector<Claim> &known, Module &module, base::Faults &faults)
{
    LessonReader(file, known, module, faults).read();
}

} // namespace course

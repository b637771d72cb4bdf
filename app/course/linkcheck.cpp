// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/linkcheck.h"

#include "course/closed.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace course {

namespace {

using base::FaultCode;

struct Scheme {
    const char *name;
    FaultCode unknown;
};

constexpr std::array schemes{
    Scheme{"claim", FaultCode::UnknownClaim}, Scheme{"figure", FaultCode::UnknownFigure},
    Scheme{"term", FaultCode::UnknownTerm},   Scheme{"section", FaultCode::UnknownSection},
    Scheme{"card", FaultCode::UnknownCard},
};

/// What is wrong with a link, if anything; the detail is the id or the whole address.
struct DeadLink {
    FaultCode code;
    QString detail;
};

/// Whether a section that is not there may stand in a lesson that could not be read.
bool mayBeUnread(const Course &course)
{
    return std::ranges::any_of(course.modules, [](const Module &module) { return module.sections.empty(); });
}

class LinkChecker
{
public:
    LinkChecker(const Course &course, const QStringList &closedFigures, const base::Faults &faults)
        : m_course(course), m_closedFigures(closedFigures), m_faults(faults)
    {
    }

    [[nodiscard]] std::optional<DeadLink> check(const QString &link) const
    {
        const auto kind = kindOf(link);
        if (!kind)
            return DeadLink{FaultCode::UnknownScheme, link};
        const QString id = idOf(link);
        return leadsSomewhere(*kind, id) ? std::nullopt : std::optional(DeadLink{*kind, id});
    }

    /// Whether a fault that has been told is why the link is dead.
    [[nodiscard]] bool isTold(const DeadLink &dead) const
    {
        if (dead.code == FaultCode::UnknownFigure)
            return m_closedFigures.contains(dead.detail);
        if (dead.code == FaultCode::UnknownSection)
            return mayBeUnread(m_course);
        const bool isEntry = dead.code == FaultCode::UnknownClaim || dead.code == FaultCode::UnknownTerm ||
                             dead.code == FaultCode::UnknownCard;
        return isEntry && isClosed(m_faults, base::Scope::Entry, dead.detail);
    }

private:
    [[nodiscard]] static QString idOf(const QString &link) { return link.mid(link.indexOf(u':') + 1); }

    [[nodiscard]] static std::optional<FaultCode> kindOf(const QString &link)
    {
        const auto known = std::ranges::find_if(
            schemes, [&link](const Scheme &scheme) { return link.startsWith(QLatin1String(scheme.name) + u':'); });
        return known == schemes.end() ? std::nullopt : std::optional(known->unknown);
    }

    [[nodiscard]] bool leadsSomewhere(FaultCode kind, const QString &id) const
    {
        if (kind == FaultCode::UnknownClaim)
            return findClaim(m_course, id) != nullptr;
        if (kind == FaultCode::UnknownFigure)
            return findFigure(m_course, id) != nullptr;
        if (kind == FaultCode::UnknownTerm)
            return findTerm(m_course, id) != nullptr;
        if (kind == FaultCode::UnknownSection)
            return findSection(m_course, id).section != nullptr;
        return findCard(m_course, id) != nullptr;
    }

    const Course &m_course;
    const QStringList &m_closedFigures;
    const base::Faults &m_faults;
};

class BlockWalk
{
public:
    BlockWalk(const LinkChecker &checker, base::Fault scope, base::Faults &faults)
        : m_checker(checker), m_scope(std::move(scope)), m_faults(faults)
    {
    }

    void walk(std::vector<Block> &blocks)
    {
        for (Block &block : blocks) {
            if (block.kind == BlockKind::Figure)
                checkFigure(block);
            for (Span &span : block.spans)
                checkSpan(span);
            walk(block.children);
        }
    }

private:
    void checkFigure(Block &block)
    {
        const QString address = block.figure;
        const QString prefix = QStringLiteral("figure:");
        auto dead = m_checker.check(address);
        // A picture is nothing that could stand here, whatever else its address leads to.
        if (!address.startsWith(prefix))
            dead = DeadLink{FaultCode::UnknownScheme, address};
        block.figure = dead ? QString() : address.mid(prefix.size());
        if (dead)
            tell(figureScope(*dead), *dead, block.place);
    }

    void checkSpan(Span &span)
    {
        if (span.link.isEmpty())
            return;
        const auto dead = m_checker.check(span.link);
        if (!dead)
            return;
        const base::Place place = std::exchange(span.place, {});
        span.link.clear();
        tell(dead->code == FaultCode::UnknownFigure ? figureScope(*dead) : m_scope, *dead, place);
    }

    static base::Fault figureScope(const DeadLink &dead)
    {
        base::Fault fault;
        fault.scope = base::Scope::Figure;
        fault.scopeId = dead.detail;
        return fault;
    }

    void tell(base::Fault fault, const DeadLink &dead, const base::Place &place)
    {
        if (m_checker.isTold(dead))
            return;
        fault.code = dead.code;
        fault.place = place;
        fault.details = {dead.detail};
        m_faults.push_back(std::move(fault));
    }

    const LinkChecker &m_checker;
    base::Fault m_scope;
    base::Faults &m_faults;
};

void dropLinks(const QStringList &closed, std::vector<Block> &blocks)
{
    for (Block &block : blocks) {
        for (Span &span : block.spans) {
            if (!closed.contains(span.link))
                continue;
            span.link.clear();
            span.place = {};
        }
        dropLinks(closed, block.children);
    }
}

} // namespace

void checkLinks(Module &module, const Course &course, const QStringList &closedFigures, base::Faults &faults)
{
    base::Fault scope;
    scope.scope = base::Scope::Module;
    scope.scopeId = module.id;
    for (Section &section : module.sections)
        checkLinks(section.blocks, scope, course, closedFigures, faults);
}

void checkLinks(std::vector<Block> &blocks, const base::Fault &scope, const Course &course,
                const QStringList &closedFigures, base::Faults &faults)
{
    const LinkChecker checker(course, closedFigures, faults);
    BlockWalk(checker, scope, faults).walk(blocks);
}

void checkReadOn(const Course &course, base::Faults &faults)
{
    for (const Claim &claim : course.claims) {
        if (claim.readOn.isEmpty() || findSection(course, claim.readOn).section != nullptr || mayBeUnread(course))
            continue;
        faults.push_back({base::Severity::Error,
                          base::Scope::Entry,
                          claim.id,
                          FaultCode::UnknownSection,
                          claim.place,
                          {claim.readOn}});
    }
}

void dropLinksTo(const QStringList &closedSections, Module &module)
{
    QStringList links;
    std::ranges::transform(closedSections, std::back_inserter(links),
                           [](const QString &id) { return QString(u"section:" + id); });
    for (Section &section : module.sections)
        dropLinks(links, section.blocks);
}

void checkTags(const items::Item &item, const Course &course, base::Faults &faults)
{
    static const QRegularExpression claimForm(QStringLiteral("^[PR][0-9]+(\\.[0-9]+)?$"));
    const auto tell = [&](FaultCode code, const QString &id) {
        faults.push_back({base::Severity::Error, base::Scope::Item, item.id, code, item.place, {id}});
    };
    for (const QString &section : items::tagValues(item, QStringLiteral("section"))) {
        if (findSection(course, section).section == nullptr && !mayBeUnread(course))
            tell(FaultCode::UnknownSection, section);
    }
    for (const QString &figure : items::tagValues(item, QStringLiteral("figure"))) {
        if (findFigure(course, figure) == nullptr)
            tell(FaultCode::UnknownFigure, figure);
    }
    for (const QString &tag : item.tags) {
        if (claimForm.match(tag).hasMatch() && findClaim(course, tag) == nullptr &&
            !isClosed(faults, base::Scope::Entry, tag))
            tell(FaultCode::UnknownClaim, tag);
    }
}

void checkTags(const Story &story, const Course &course, base::Faults &faults)
{
    const LinkChecker checker(course, {}, faults);
    for (const Story::Passage &passage : story.passages) {
        for (const QString &tag : passage.tags) {
            const auto dead = tag.contains(u':') ? checker.check(tag) : std::nullopt;
            if (dead && !checker.isTold(*dead))
                faults.push_back(
                    {base::Severity::Error, base::Scope::Entry, story.id, dead->code, passage.place, {dead->detail}});
        }
    }
}

} // namespace course

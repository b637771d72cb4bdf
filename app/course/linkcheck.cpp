// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/linkcheck.h"

#include <QRegularExpression>

#include <array>
#include <optional>

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

class LinkChecker
{
public:
    LinkChecker(const Course &course, const QStringList &cards) : m_course(course), m_cards(cards) {}

    [[nodiscard]] std::optional<DeadLink> check(const QString &link) const
    {
        const qsizetype colon = link.indexOf(u':');
        const QString scheme = link.left(colon);
        const QString id = link.mid(colon + 1);
        for (const Scheme &known : schemes) {
            if (colon < 0 || scheme != QLatin1String(known.name))
                continue;
            return leadsSomewhere(known.unknown, id) ? std::nullopt : std::optional(DeadLink{known.unknown, id});
        }
        return DeadLink{FaultCode::UnknownScheme, link};
    }

private:
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
        return m_cards.contains(id);
    }

    const Course &m_course;
    const QStringList &m_cards;
};

class BlockWalk
{
public:
    BlockWalk(const LinkChecker &checker, const QString &module, base::Faults &faults)
        : m_checker(checker), m_module(module), m_faults(faults)
    {
    }

    void walk(std::vector<Block> &blocks)
    {
        for (Block &block : blocks) {
            if (block.kind == BlockKind::Figure)
                checkFigure(block);
            for (const Span &span : block.spans)
                checkSpan(span, block.place);
            walk(block.children);
        }
    }

private:
    void checkFigure(Block &block)
    {
        const QString address = block.figure;
        const QString prefix = QStringLiteral("figure:");
        const auto dead = m_checker.check(address);
        block.figure = address.startsWith(prefix) && !dead ? address.mid(prefix.size()) : QString();
        if (dead)
            tell(base::Scope::Figure, dead->code == FaultCode::UnknownFigure ? dead->detail : address, *dead,
                 block.place);
        else if (block.figure.isEmpty())
            tell(base::Scope::Figure, address, {FaultCode::UnknownScheme, address}, block.place);
    }

    void checkSpan(const Span &span, const base::Place &place)
    {
        if (span.link.isEmpty())
            return;
        if (const auto dead = m_checker.check(span.link))
            tell(base::Scope::Module, m_module, *dead, place);
    }

    void tell(base::Scope scope, const QString &scopeId, const DeadLink &dead, const base::Place &place)
    {
        m_faults.push_back({base::Severity::Error, scope, scopeId, dead.code, place, {dead.detail}});
    }

    const LinkChecker &m_checker;
    const QString &m_module;
    base::Faults &m_faults;
};

} // namespace

void checkLinks(Module &module, const Course &course, const QStringList &cards, base::Faults &faults)
{
    const LinkChecker checker(course, cards);
    BlockWalk walk(checker, module.id, faults);
    for (Section &section : module.sections)
        walk.walk(section.blocks);
    const base::Place lesson{module.folder + QStringLiteral("/lesson.md"), 1, 1};
    for (const QString &claim : module.claims) {
        if (findClaim(course, claim) == nullptr)
            faults.push_back(
                {base::Severity::Error, base::Scope::Module, module.id, FaultCode::UnknownClaim, lesson, {claim}});
    }
}

void checkTags(const items::Item &item, const Course &course, base::Faults &faults)
{
    static const QRegularExpression claimForm(QStringLiteral("^[PR][0-9]+(\\.[0-9]+)?$"));
    const auto tell = [&](FaultCode code, const QString &id) {
        faults.push_back({base::Severity::Error, base::Scope::Item, item.id, code, item.place, {id}});
    };
    for (const QString &section : items::tagValues(item, QStringLiteral("section"))) {
        if (findSection(course, section).section == nullptr)
            tell(FaultCode::UnknownSection, section);
    }
    for (const QString &figure : items::tagValues(item, QStringLiteral("figure"))) {
        if (findFigure(course, figure) == nullptr)
            tell(FaultCode::UnknownFigure, figure);
    }
    for (const QString &tag : item.tags) {
        if (claimForm.match(tag).hasMatch() && findClaim(course, tag) == nullptr)
            tell(FaultCode::UnknownClaim, tag);
    }
}

} // namespace course

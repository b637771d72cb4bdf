// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/reading.h"

#include "base/ids.h"
#include "course/closed.h"
#include "course/figurereader.h"
#include "course/lessonreader.h"
#include "course/linkcheck.h"
#include "course/listreader.h"
#include "items/gift.h"

#include <QSet>

#include <algorithm>
#include <tuple>

namespace course {

namespace {

using base::Fault;
using base::FaultCode;
using base::Faults;

Fault scopeOf(const Module &module)
{
    Fault fault;
    fault.scope = base::Scope::Module;
    fault.scopeId = module.id;
    return fault;
}

void sortByPlace(Faults &faults)
{
    std::ranges::stable_sort(faults, {}, [](const Fault &fault) {
        return std::tuple(fault.place.file, fault.place.line, fault.place.column);
    });
}

/// Reads a course step by step: lists, figures, modules; then what may only be checked when everything is there.
class Reader
{
public:
    explicit Reader(const QString &folder) : m_folder(folder) {}

    Reading read()
    {
        if (readLists()) {
            m_closedFigures = readFigures(m_folder, m_reading.course, m_reading.faults);
            for (Module &module : m_reading.course.modules)
                readModule(module);
            checkIds();
            checkReferences();
            closeModules();
        }
        if (isClosed(m_reading.faults, base::Scope::Course, {}))
            m_reading.course = {};
        sortByPlace(m_reading.faults);
        return std::move(m_reading);
    }

private:
    bool readLists()
    {
        const auto courseFile = m_folder.open(QStringLiteral("course.yaml"), {}, m_reading.faults);
        if (!courseFile || !readCourseFile(*courseFile, m_reading.course, m_reading.faults))
            return false;
        if (const auto claims = m_folder.open(QStringLiteral("claims.yaml"), {}, m_reading.faults))
            readClaims(*claims, m_reading.course, m_reading.faults);
        const QString glossary = QStringLiteral("glossary.yaml");
        if (m_folder.has(glossary)) {
            if (const auto terms = m_folder.open(glossary, {}, m_reading.faults))
                readGlossary(*terms, m_reading.course, m_reading.faults);
        }
        return !isClosed(m_reading.faults, base::Scope::Course, {});
    }

    void readModule(Module &module)
    {
        if (const auto lesson =
                m_folder.open(module.folder + QStringLiteral("/lesson.md"), scopeOf(module), m_reading.faults))
            readLesson(*lesson, m_reading.course.claims, module, m_reading.faults);
        const QString itemsName = module.folder + QStringLiteral("/items.gift");
        const auto file = m_folder.open(itemsName, scopeOf(module), m_reading.faults);
        if (!file)
            return;
        items::GiftReading gift = items::readGift(file->bytes(), itemsName);
        m_reading.faults.insert(m_reading.faults.end(), gift.faults.begin(), gift.faults.end());
        module.items = std::move(gift.items);
        for (const items::Item &item : module.items)
            checkItemId(item);
    }

    /// A shipped item must have an id of its own: one made from its words would change with them, and answers would be
    /// lost.
    void checkItemId(const items::Item &item)
    {
        const auto tell = [&](FaultCode code) {
            m_reading.faults.push_back(
                {base::Severity::Error, base::Scope::Item, item.id, code, item.place, {item.id}});
        };
        if (item.id == items::contentId(item))
            tell(FaultCode::ItemWithoutId);
        else if (!base::isId(item.id))
            tell(FaultCode::IdInvalid);
    }

    /// Modules, sections, items, figures and terms share one space of names, since the journal's objects are COURSE/ID.
    void checkIds()
    {
        QSet<QString> seen;
        const auto isNew = [&seen](const QString &id) {
            const bool fresh = !seen.contains(id);
            seen.insert(id);
            return fresh;
        };
        for (const Module &module : m_reading.course.modules)
            seen.insert(module.id);
        for (const Term &term : m_reading.course.terms)
            seen.insert(term.id);
        for (const FigureData &figure : m_reading.course.figures) {
            if (!isNew(figure.id))
                tellDuplicate(base::Scope::Figure, figure.id, figure.id, figure.rows.front().standsAt);
        }
        for (const Module &module : m_reading.course.modules)
            checkIdsOf(module, isNew);
        closeFigures();
    }

    template<typename IsNew>
    void checkIdsOf(const Module &module, const IsNew &isNew)
    {
        for (const Section &section : module.sections) {
            if (!section.id.isEmpty() && !isNew(section.id))
                tellDuplicate(base::Scope::Module, module.id, section.id, section.place);
        }
        for (const items::Item &item : module.items) {
            if (!isNew(item.id))
                tellDuplicate(base::Scope::Item, item.id, item.id, item.place);
        }
    }

    /// Of two figures with one id neither is drawn, for nobody can say which is meant.
    void closeFigures()
    {
        std::erase_if(m_reading.course.figures, [this](const FigureData &figure) {
            const bool closed = isClosed(m_reading.faults, base::Scope::Figure, figure.id);
            if (closed)
                m_closedFigures.append(figure.id);
            return closed;
        });
    }

    void tellDuplicate(base::Scope scope, const QString &scopeId, const QString &id, const base::Place &place)
    {
        m_reading.faults.push_back({base::Severity::Error, scope, scopeId, FaultCode::IdDuplicate, place, {id}});
    }

    void checkReferences()
    {
        const LinkTargets targets{m_folder.namesIn(QStringLiteral("cards"), QStringLiteral(".md")), m_closedFigures};
        for (Module &module : m_reading.course.modules) {
            checkLinks(module, m_reading.course, targets, m_reading.faults);
            for (const items::Item &item : module.items)
                checkTags(item, m_reading.course, m_reading.faults);
        }
    }

    void closeModules()
    {
        QStringList closedSections;
        for (Module &module : m_reading.course.modules) {
            if (isClosed(m_reading.faults, base::Scope::Module, module.id)) {
                for (const Section &section : module.sections)
                    closedSections.append(section.id);
                module = {module.id, module.folder, module.title, {}, {}, {}, {}};
            }
            std::erase_if(module.items, [this](const items::Item &item) {
                return isClosed(m_reading.faults, base::Scope::Item, item.id);
            });
        }
        // Another module may have a section of the same id, which is why one of them was closed.
        closedSections.removeIf([this](const QString &id) { return findSection(m_reading.course, id).section; });
        for (Module &module : m_reading.course.modules)
            dropLinksTo(closedSections, module);
    }

    CourseFolder m_folder;
    QStringList m_closedFigures; ///< for whatever reason
    Reading m_reading;
};

} // namespace

Reading read(const QString &folder)
{
    return Reader(folder).read();
}

} // namespace course

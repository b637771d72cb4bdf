// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/reading.h"

#include "base/ids.h"
#include "course/figurereader.h"
#include "course/lessonreader.h"
#include "course/linkcheck.h"
#include "course/listreader.h"
#include "items/gift.h"

#include <QDir>
#include <QMap>

#include <algorithm>

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

bool closes(const Fault &fault, base::Scope scope, const QString &id)
{
    return fault.severity == base::Severity::Error && fault.scope == scope && fault.scopeId == id;
}

bool isClosed(const Faults &faults, base::Scope scope, const QString &id)
{
    return std::ranges::any_of(faults, [&](const Fault &fault) { return closes(fault, scope, id); });
}

/// Reads a course step by step: lists, figures, modules; then what may only be checked when everything is there.
class Reader
{
public:
    explicit Reader(const QString &folder) : m_folderPath(folder), m_folder(folder) {}

    Reading read()
    {
        if (readLists()) {
            readFigures(m_folder, m_reading.course, m_reading.faults);
            for (Module &module : m_reading.course.modules)
                readModule(module);
            checkIds();
            checkReferences();
            closeModules();
        }
        if (isClosed(m_reading.faults, base::Scope::Course, {}))
            m_reading.course = {};
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
            readLesson(*lesson, module, m_reading.faults);
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

    /// Sections, items, figures and terms share one space of names, since the journal's objects are COURSE/ID.
    void checkIds()
    {
        QMap<QString, bool> seen;
        const auto isNew = [&seen](const QString &id) {
            const bool fresh = !seen.contains(id);
            seen.insert(id, true);
            return fresh;
        };
        for (const FigureData &figure : m_reading.course.figures)
            isNew(figure.id);
        for (const Module &module : m_reading.course.modules) {
            for (const Section &section : module.sections) {
                if (!isNew(section.id))
                    tellDuplicate(base::Scope::Module, module.id, section.id, placeOfSection(module, section));
            }
            for (const items::Item &item : module.items) {
                if (!isNew(item.id))
                    tellDuplicate(base::Scope::Item, item.id, item.id, item.place);
            }
        }
    }

    static base::Place placeOfSection(const Module &module, const Section &section)
    {
        return section.blocks.empty() ? base::Place{module.folder + QStringLiteral("/lesson.md"), 0, 0}
                                      : section.blocks.front().place;
    }

    void tellDuplicate(base::Scope scope, const QString &scopeId, const QString &id, const base::Place &place)
    {
        m_reading.faults.push_back({base::Severity::Error, scope, scopeId, FaultCode::IdDuplicate, place, {id}});
    }

    void checkReferences()
    {
        QStringList cards;
        const QStringList files = QDir(m_folderPath + QStringLiteral("/cards")).entryList({QStringLiteral("*.md")});
        std::ranges::transform(files, std::back_inserter(cards), [](const QString &file) { return file.chopped(3); });
        const Course before = m_reading.course;
        for (Module &module : m_reading.course.modules) {
            checkLinks(module, before, cards, m_reading.faults);
            for (const items::Item &item : module.items)
                checkTags(item, before, m_reading.faults);
        }
    }

    void closeModules()
    {
        for (Module &module : m_reading.course.modules) {
            if (isClosed(m_reading.faults, base::Scope::Module, module.id)) {
                module.sections.clear();
                module.items.clear();
            }
            std::erase_if(module.items, [this](const items::Item &item) {
                return isClosed(m_reading.faults, base::Scope::Item, item.id);
            });
        }
    }

    QString m_folderPath;
    CourseFolder m_folder;
    Reading m_reading;
};

} // namespace

Reading read(const QString &folder)
{
    return Reader(folder).read();
}

} // namespace course

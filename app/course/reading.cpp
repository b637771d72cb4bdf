// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/reading.h"

#include "base/ids.h"
#include "course/cardreader.h"
#include "course/closed.h"
#include "course/figurereader.h"
#include "course/lessonreader.h"
#include "course/linkcheck.h"
#include "course/listreader.h"
#include "course/rulereader.h"
#include "course/storyreader.h"
#include "items/gift.h"

#include <QSet>

#include <algorithm>
#include <future>
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
    Reader(const QString &folder, Extent extent) : m_folder(folder), m_extent(extent) {}

    Reading read()
    {
        if (readLists()) {
            m_closedFigures = readFigures(m_folder, m_reading.course, m_reading.faults);
            readCards();
            std::vector<items::GiftReading> items = m_items.get();
            for (std::size_t i = 0; i < items.size(); ++i)
                readModule(m_reading.course.modules[i], std::move(items[i]));
            readForms();
            checkIds();
            checkReferences();
            closeModules();
            checkRules(m_reading.course, m_reading.faults);
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
        // Questions need no claims to be read, so they are, beside the lists.
        m_items = std::async(std::launch::async, itemsOfModules, m_folder, m_reading.course.modules);
        if (const auto claims = m_folder.open(QStringLiteral("claims.yaml"), {}, m_reading.faults))
            readClaims(*claims, m_reading.course, m_reading.faults);
        readOptional(QStringLiteral("glossary.yaml"), readGlossary);
        if (m_extent == Extent::Everything) {
            readOptional(QStringLiteral("plans.yaml"), readPlans);
            readOptional(QStringLiteral("misconceptions.yaml"), readMisconceptions);
            readOptional(QStringLiteral("wording.yaml"), readWording);
        }
        return !isClosed(m_reading.faults, base::Scope::Course, {});
    }

    template<typename ReadFile>
    void readOptional(const QString &name, const ReadFile &readFile)
    {
        if (!m_folder.has(name))
            return;
        if (const auto file = m_folder.open(name, {}, m_reading.faults))
            readFile(*file, m_reading.course, m_reading.faults);
    }

    /// What `readFile` makes of every file in a folder whose name has this ending.
    template<typename Read, typename ReadFile>
    void readAll(const QString &folder, const QString &ending, std::vector<Read> &into, const ReadFile &readFile)
    {
        for (const QString &id : m_folder.namesIn(folder, ending)) {
            base::Fault scope;
            scope.scope = base::Scope::Entry;
            scope.scopeId = id;
            const auto file = m_folder.open(QString(folder + u'/' + id + ending), scope, m_reading.faults);
            auto read = file ? readFile(*file, id, m_reading.faults) : std::nullopt;
            if (read)
                into.push_back(std::move(*read));
        }
    }

    void readCards() { readAll(QStringLiteral("cards"), QStringLiteral(".md"), m_reading.course.cards, readCard); }

    /// Two files with one question of each pair.
    void readForms()
    {
        for (const QString &id : m_folder.namesIn(QStringLiteral("forms"), QStringLiteral(".gift"))) {
            Form form{id, take(openItems(m_folder, QStringLiteral("forms/") + id + QStringLiteral(".gift"), {}))};
            if (!form.items.empty())
                m_reading.course.forms.push_back(std::move(form));
        }
    }

    /// The items of a file, with why it cannot be opened among the faults.
    static items::GiftReading openItems(const CourseFolder &folder, const QString &name, const Fault &scope)
    {
        items::GiftReading reading;
        if (const auto file = folder.open(name, scope, reading.faults))
            reading = items::readGift(file->bytes(), name);
        return reading;
    }

    /// What each module asks. What opens or closes a day with a group need not ask anything.
    static std::vector<items::GiftReading> itemsOfModules(const CourseFolder &folder,
                                                          const std::vector<Module> &modules)
    {
        std::vector<items::GiftReading> readings;
        for (const Module &module : modules) {
            const QString name = module.folder + QStringLiteral("/items.gift");
            const bool asks = !module.roomOnly || folder.has(name);
            readings.push_back(asks ? openItems(folder, name, scopeOf(module)) : items::GiftReading());
        }
        return readings;
    }

    std::vector<items::Item> take(items::GiftReading reading)
    {
        m_reading.faults.insert(m_reading.faults.end(), reading.faults.begin(), reading.faults.end());
        for (const items::Item &item : reading.items)
            checkItemId(item);
        return std::move(reading.items);
    }

    void readModule(Module &module, items::GiftReading items)
    {
        if (const auto lesson =
                m_folder.open(module.folder + QStringLiteral("/lesson.md"), scopeOf(module), m_reading.faults))
            readLesson(*lesson, m_reading.course.claims, module, m_reading.faults);
        module.items = take(std::move(items));
        readAll(module.folder, QStringLiteral(".twee"), module.stories, readStory);
    }

    /// A shipped item must have an id of its own: one made from its words would change with them, and answers would be
    /// lost.
    void checkItemId(const items::Item &item)
    {
        const auto tell = [&](FaultCode code) {
            m_reading.faults.push_back(
                {base::Severity::Error, base::Scope::Item, item.id, code, item.place, {item.id}});
        };
        // Only an id of that shape is worth working out what it would be.
        if (item.id.startsWith(QLatin1String("q-")) && item.id == items::contentId(item))
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
                tellDuplicate(base::Scope::Figure, figure.id, figure.id, figure.standsAt());
        }
        for (const Module &module : m_reading.course.modules)
            checkIdsOf(module, isNew);
        for (const Form &form : m_reading.course.forms)
            checkItemIds(form.items, isNew);
        closeFigures();
    }

    template<typename IsNew>
    void checkIdsOf(const Module &module, const IsNew &isNew)
    {
        for (const Section &section : module.sections) {
            if (!section.id.isEmpty() && !isNew(section.id))
                tellDuplicate(base::Scope::Module, module.id, section.id, section.place);
        }
        checkItemIds(module.items, isNew);
    }

    template<typename IsNew>
    void checkItemIds(const std::vector<items::Item> &items, const IsNew &isNew)
    {
        for (const items::Item &item : items) {
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
        Course &course = m_reading.course;
        for (Module &module : course.modules) {
            checkLinks(module, course, m_closedFigures, m_reading.faults);
            checkTagsOf(module.items);
            for (Story &story : module.stories)
                checkStory(story);
        }
        for (const Form &form : course.forms)
            checkTagsOf(form.items);
        for (Card &card : course.cards)
            checkLinks(card.blocks, entryScope(card.id), course, m_closedFigures, m_reading.faults);
        checkReadOn(course, m_reading.faults);
        checkPairs();
    }

    void checkTagsOf(const std::vector<items::Item> &items)
    {
        for (const items::Item &item : items)
            checkTags(item, m_reading.course, m_reading.faults);
    }

    void checkStory(Story &story)
    {
        checkTags(story, m_reading.course, m_reading.faults);
        for (Story::Passage &passage : story.passages)
            checkLinks(passage.blocks, entryScope(story.id), m_reading.course, m_closedFigures, m_reading.faults);
    }

    static Fault entryScope(const QString &id)
    {
        Fault fault;
        fault.scope = base::Scope::Entry;
        fault.scopeId = id;
        return fault;
    }

    /// Forms are compared by pairs, so each pair stands once in each.
    void checkPairs()
    {
        const std::vector<Form> &forms = m_reading.course.forms;
        for (const Form &form : forms) {
            for (const items::Item &item : form.items) {
                const QString pair = items::tagValues(item, QStringLiteral("pair")).value(0);
                const bool once = std::ranges::all_of(forms, [&pair](const Form &other) {
                    return std::ranges::count_if(other.items, [&pair](const items::Item &one) {
                               return items::tagValues(one, QStringLiteral("pair")).value(0) == pair;
                           }) == 1;
                });
                if (pair.isEmpty() || !once || forms.size() < 2)
                    m_reading.faults.push_back({base::Severity::Error,
                                                base::Scope::Item,
                                                item.id,
                                                FaultCode::FormPairBroken,
                                                item.place,
                                                {pair}});
            }
        }
    }

    void closeModules()
    {
        QStringList closedSections;
        for (Module &module : m_reading.course.modules) {
            if (isClosed(m_reading.faults, base::Scope::Module, module.id)) {
                for (const Section &section : module.sections)
                    closedSections.append(section.id);
                module = {module.id, module.folder, module.title, module.roomOnly, false, {}, {}, {}, {}, {}};
            }
            closeItems(module.items);
            std::erase_if(module.stories, [this](const Story &story) {
                return isClosed(m_reading.faults, base::Scope::Entry, story.id);
            });
        }
        for (Form &form : m_reading.course.forms)
            closeItems(form.items);
        // Another module may have a section of the same id, which is why one of them was closed.
        closedSections.removeIf([this](const QString &id) { return findSection(m_reading.course, id).section; });
        for (Module &module : m_reading.course.modules)
            dropLinksTo(closedSections, module);
    }

    void closeItems(std::vector<items::Item> &items)
    {
        std::erase_if(
            items, [this](const items::Item &item) { return isClosed(m_reading.faults, base::Scope::Item, item.id); });
    }

    CourseFolder m_folder;
    Extent m_extent;
    std::future<std::vector<items::GiftReading>> m_items; ///< one a module, in their order
    QStringList m_closedFigures;                          ///< for whatever reason
    Reading m_reading;
};

} // namespace

Reading read(const QString &folder, Extent extent)
{
    return Reader(folder, extent).read();
}

} // namespace course

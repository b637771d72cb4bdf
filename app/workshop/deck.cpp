// SPDX-License-Identifier: GPL-3.0-or-later
#include "workshop/deck.h"

#include <algorithm>

namespace workshop {

namespace {

using course::Block;
using course::BlockKind;
using course::CalloutKind;
using course::Course;
using course::PlanStep;
using course::Section;

class Stager
{
public:
    explicit Stager(const Course &course) : m_course(course) {}

    [[nodiscard]] Stage stageOf(const PlanStep &step)
    {
        m_stage = {};
        m_stage.title = step.target;
        switch (step.kind) {
        case PlanStep::Kind::Section:
            addSection(course::findSection(m_course, step.target).section);
            break;
        case PlanStep::Kind::Check:
            if (const course::Module *module = course::findModule(m_course, step.target))
                m_stage.title = module->title;
            add(Slide::Kind::Paper, step.target);
            break;
        case PlanStep::Kind::Form:
            add(Slide::Kind::Paper, step.target);
            break;
        case PlanStep::Kind::Card:
            if (const course::Card *card = course::findCard(m_course, step.target))
                m_stage.title = card->title;
            add(Slide::Kind::Card, step.target);
            break;
        case PlanStep::Kind::Break:
        case PlanStep::Kind::Discuss:
            add(Slide::Kind::Pause);
            break;
        }
        for (const QString &item : step.items) {
            if (course::findItem(m_course, item) != nullptr)
                add(Slide::Kind::Question, item);
        }
        if (step.kind == PlanStep::Kind::Section)
            addAside(step);
        return m_stage;
    }

private:
    void add(Slide::Kind kind, const QString &id = {}, const Block &text = {})
    {
        m_stage.slides.push_back({kind, m_stage.title, text, id, false});
    }

    /// What else could be asked there, in the order of the file.
    void addAside(const PlanStep &step)
    {
        const course::Module *module = course::findSection(m_course, step.target).module;
        if (module == nullptr)
            return;
        for (const items::Item &item : module->items) {
            if (step.items.contains(item.id) || !item.tags.contains(QLatin1String("section:") + step.target))
                continue;
            add(Slide::Kind::Question, item.id);
            m_stage.slides.back().isAside = true;
        }
    }

    void addSection(const Section *section)
    {
        if (section == nullptr) {
            add(Slide::Kind::Pause);
            return;
        }
        m_stage.title = section->title;
        addCallouts(*section, {CalloutKind::Care});
        addCallouts(*section, {CalloutKind::Slide, CalloutKind::Discuss});
        if (m_stage.slides.empty())
            add(Slide::Kind::Pause);
        for (const Block &block : section->blocks) {
            if (block.kind == BlockKind::Callout && block.callout == CalloutKind::Facilitator)
                m_stage.notes.insert(m_stage.notes.end(), block.children.begin(), block.children.end());
        }
    }

    void addCallouts(const Section &section, const std::vector<CalloutKind> &kinds)
    {
        for (const Block &block : section.blocks) {
            if (block.kind == BlockKind::Callout && std::ranges::find(kinds, block.callout) != kinds.end())
                add(kindOf(block.callout), {}, block);
        }
    }

    [[nodiscard]] static Slide::Kind kindOf(CalloutKind callout)
    {
        switch (callout) {
        case CalloutKind::Care:
            return Slide::Kind::Care;
        case CalloutKind::Discuss:
            return Slide::Kind::Discuss;
        default:
            return Slide::Kind::Words;
        }
    }

    const Course &m_course;
    Stage m_stage;
};

} // namespace

std::vector<Stage> stagesOf(const Course &course, const course::Plan &plan)
{
    Stager stager(course);
    std::vector<Stage> stages;
    for (const PlanStep &step : plan.steps)
        stages.push_back(stager.stageOf(step));
    return stages;
}

} // namespace workshop

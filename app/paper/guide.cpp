// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/parts.h"
#include "paper/writer.h"
#include "quiz/marking.h"
#include "workshop/deck.h"

#include <QCoreApplication>

#include <algorithm>

namespace paper {

namespace {

using course::Block;
using course::BlockKind;
using course::CalloutKind;
using workshop::Slide;
using workshop::Stage;

QString tr(const char *text)
{
    return QCoreApplication::translate("Paper", text);
}

/// A time from the beginning: 75 minutes are "1:15".
QString clockText(int minutes)
{
    return QStringLiteral("%1:%2").arg(minutes / 60).arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

QString formName(const QString &id)
{
    return tr("Form %1").arg(id.toUpper());
}

QString titleOf(const course::PlanStep &step, const Stage &stage)
{
    switch (step.kind) {
    case course::PlanStep::Kind::Form:
        return tr("%1, on paper").arg(formName(step.target));
    case course::PlanStep::Kind::Check:
        return tr("Questions on “%1”").arg(stage.title);
    case course::PlanStep::Kind::Card:
        return tr("Card: %1").arg(stage.title);
    case course::PlanStep::Kind::Break:
    case course::PlanStep::Kind::Discuss:
        return stage.title.left(1).toUpper() + stage.title.mid(1);
    case course::PlanStep::Kind::Section:
        break;
    }
    return stage.title;
}

class Guide
{
public:
    explicit Guide(Writer &writer) : m_writer(writer) {}

    void addRunSheet(const course::Plan &plan, const std::vector<Stage> &stages)
    {
        std::vector<std::vector<TableCell>> rows;
        int at = 0;
        for (std::size_t i = 0; i < plan.steps.size(); ++i) {
            const course::PlanStep &step = plan.steps[i];
            rows.push_back({{clockText(at)},
                            {QString::number(step.minutes)},
                            {titleOf(step, stages[i])},
                            {step.mustKeep ? tr("stays") : tr("may go")}});
            at += step.minutes;
        }
        rows.push_back({{clockText(at)}, {}, {tr("End")}, {}});
        m_writer.addTable({tr("Clock"), tr("Minutes"), tr("Step"), tr("If late")}, rows, {14, 19, 49, 18});
    }

    void addStep(const QString &head, const QString &meta, const Stage &stage)
    {
        Manner manner = m_writer.heading();
        manner.above = 24;
        manner.below = 2;
        m_writer.add(head, manner);
        Manner under = m_writer.small();
        under.keepsNext = true;
        m_writer.add(meta, under);
        addSlides(stage, {Slide::Kind::Care});
        addNotes(stage);
        addSlides(stage, {Slide::Kind::Words, Slide::Kind::Discuss});
        for (const Slide &slide : stage.slides)
            addOther(slide);
    }

private:
    void addSlides(const Stage &stage, const std::vector<Slide::Kind> &kinds)
    {
        for (const Slide &slide : stage.slides) {
            if (std::ranges::find(kinds, slide.kind) != kinds.end())
                m_writer.addBlocks({slide.text});
        }
    }

    void addNotes(const Stage &stage)
    {
        if (stage.notes.empty())
            return;
        Block notes;
        notes.kind = BlockKind::Callout;
        notes.callout = CalloutKind::Facilitator;
        notes.children = stage.notes;
        m_writer.addBlocks({notes});
    }

    void addOther(const Slide &slide)
    {
        switch (slide.kind) {
        case Slide::Kind::Question:
            addQuestion(*course::findItem(m_writer.course(), slide.id));
            break;
        case Slide::Kind::Card:
            m_writer.add(tr("Hand out the card “%1”; it is printed with the cards.").arg(slide.title),
                         m_writer.small());
            break;
        case Slide::Kind::Paper:
            m_writer.add(
                tr("Everybody answers for themselves on paper, in silence. Whoever does not want to hands in an "
                   "empty sheet, or none. Collect the sheets face down."),
                m_writer.small());
            break;
        case Slide::Kind::Care:
        case Slide::Kind::Words:
        case Slide::Kind::Discuss:
        case Slide::Kind::Pause:
            break;
        }
    }

    void addQuestion(const items::Item &item)
    {
        m_writer.add(tr("Question to the room; the letter of what holds stands on black"), m_writer.subheading());
        Manner stem = m_writer.body();
        stem.keepsNext = true;
        m_writer.add(item.stem, stem);
        Manner option = m_writer.small();
        option.keepsNext = true;
        const bool isChosen = item.type == items::ItemType::Choice || item.type == items::ItemType::TrueFalse ||
                              item.type == items::ItemType::MissingWord;
        for (std::size_t i = 0; isChosen && i < item.options.size(); ++i) {
            const auto at = static_cast<qsizetype>(i);
            m_writer.addBoxed(items::optionKey(at), item.options[i].text, option, quiz::isRight(item, at));
        }
        m_writer.add(item.generalFeedback, m_writer.small());
        if (items::isSensitive(item))
            m_writer.add(tr("Hands would show what people believe: ask this one on paper, or with eyes closed."),
                         m_writer.small());
    }

    Writer &m_writer;
};

void addLead(Writer &writer)
{
    writer.add(tr("The clock counts from the beginning. “Stays” is not cut, however late it is; “may go” is cut first, "
                  "from the end. With consecutive interpreting add half of the time, or cut what may go."),
               writer.small());
}

QString stepMeta(const course::PlanStep &step)
{
    return step.mustKeep ? tr("%1 minutes · stays").arg(step.minutes)
                         : tr("%1 minutes · may go if late").arg(step.minutes);
}

/// All sections of the course as one long plan.
course::Plan planOfAll(const course::Course &course)
{
    course::Plan plan;
    for (const course::Module &module : course.modules) {
        for (const course::Section &section : module.sections) {
            course::PlanStep step;
            step.target = section.id;
            step.minutes = section.roomMinutes;
            plan.steps.push_back(step);
        }
    }
    return plan;
}

} // namespace

Part guideOf(const course::Course &course, const course::Plan &plan, const Stock &stock)
{
    Writer writer(course, stock);
    Guide guide(writer);
    const std::vector<Stage> stages = workshop::stagesOf(course, plan);
    writer.add(tr("Facilitator’s guide: %1").arg(plan.title), writer.title());
    addLead(writer);
    guide.addRunSheet(plan, stages);
    int at = 0;
    for (std::size_t i = 0; i < plan.steps.size(); ++i) {
        const course::PlanStep &step = plan.steps[i];
        guide.addStep(clockText(at) + QStringLiteral("  ") + titleOf(step, stages[i]), stepMeta(step), stages[i]);
        at += step.minutes;
    }
    return partOf(writer.finished(), course, stock, tr("Facilitator’s guide: %1").arg(plan.title));
}

Part wholeGuideOf(const course::Course &course, const Stock &stock)
{
    Writer writer(course, stock);
    Guide guide(writer);
    writer.add(tr("Facilitator’s guide"), writer.title());
    addLead(writer);
    for (const course::Plan &plan : course.plans) {
        writer.add(plan.title, writer.heading());
        guide.addRunSheet(plan, workshop::stagesOf(course, plan));
    }
    const course::Plan all = planOfAll(course);
    const std::vector<Stage> stages = workshop::stagesOf(course, all);
    for (std::size_t i = 0; i < stages.size(); ++i) {
        const course::SectionPlace place = course::findSection(course, all.steps[i].target);
        guide.addStep(stages[i].title, tr("%1 · %2 minutes").arg(place.module->title).arg(all.steps[i].minutes),
                      stages[i]);
    }
    return partOf(writer.finished(), course, stock, tr("Facilitator’s guide"));
}

} // namespace paper

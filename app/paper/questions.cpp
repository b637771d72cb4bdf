// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/parts.h"
#include "paper/writer.h"
#include "quiz/marking.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace paper {

namespace {

using items::Item;
using items::ItemType;

constexpr int codeSigns = 6;
constexpr int essayRules = 6;

QString tr(const char *text)
{
    return QCoreApplication::translate("Paper", text);
}

items::Text plain(const QString &text)
{
    return {text, items::TextFormat::Plain};
}

/// What an option says on paper: true and false have words of their own.
items::Text optionText(const Item &item, const items::Option &option)
{
    if (item.type != ItemType::TrueFalse)
        return option.text;
    return plain(option.text.content == QLatin1String("true") ? tr("True") : tr("Not true"));
}

bool isChosen(const Item &item)
{
    return item.type == ItemType::Choice || item.type == ItemType::TrueFalse || item.type == ItemType::MissingWord;
}

// ---- the question paper

/// A form's questions asked of somebody who writes.
class QuestionPaper
{
public:
    QuestionPaper(Writer &writer, const QuestionSet &set) : m_writer(writer), m_set(set) {}

    void write()
    {
        m_writer.add(m_set.name, m_writer.title());
        addLead();
        int number = 0;
        for (const Item &item : *m_set.items)
            addItem(item, item.type == ItemType::Description ? 0 : ++number);
    }

private:
    void addLead()
    {
        const Manner small = m_writer.small();
        m_writer.add(
            tr("For each question put a cross in one box, unless it says otherwise. “I don’t know” is an honest "
               "answer. You may leave out any question. Nobody is marked: the answers show what the room takes "
               "to be so. Please write no name."),
            small);
        if (!m_set.hasCode)
            return;
        m_writer.add(tr("A code, if you like"), m_writer.subheading());
        Manner lead = small;
        lead.keepsNext = true;
        m_writer.add(tr("So that your two sheets can be laid side by side, make up six letters or digits that you will "
                        "remember and nobody else would guess, such as a word and a number that you like. No name, "
                        "initials, birthday or telephone number. You may leave it empty."),
                     lead);
        m_writer.addBoxes(codeSigns);
    }

    void addItem(const Item &item, int number)
    {
        Manner stem = m_writer.body();
        stem.above = 16;
        stem.below = 5;
        stem.keepsNext = item.type != ItemType::Description;
        if (number == 0)
            m_writer.add(item.stem, stem);
        else
            m_writer.addNumbered(QString::number(number), item.stem, stem);
        switch (item.type) {
        case ItemType::Choice:
        case ItemType::TrueFalse:
        case ItemType::MissingWord:
            addOptions(item);
            break;
        case ItemType::Matching:
            addPairs(item);
            break;
        case ItemType::ShortAnswer:
        case ItemType::Numerical:
            addLine();
            break;
        case ItemType::Essay:
            m_writer.addRules(essayRules);
            break;
        case ItemType::Description:
            break;
        }
    }

    [[nodiscard]] Manner option() const
    {
        return {.font = m_writer.measure().serif(16), .above = 1, .below = 5, .left = 30, .keepsNext = true};
    }

    void hint(const QString &text)
    {
        Manner manner = m_writer.small();
        manner.left = 30;
        manner.keepsNext = true;
        m_writer.add(text, manner);
    }

    void addDontKnow()
    {
        Manner last = option();
        last.keepsNext = false;
        m_writer.addBoxed(QStringLiteral("?"), plain(tr("I don’t know")), last);
    }

    void addOptions(const Item &item)
    {
        if (!item.single)
            hint(tr("Put a cross in every box that holds."));
        for (std::size_t i = 0; i < item.options.size(); ++i)
            m_writer.addBoxed(items::optionKey(static_cast<qsizetype>(i)), optionText(item, item.options[i]), option());
        addDontKnow();
    }

    void addPairs(const Item &item)
    {
        hint(tr("Write in each box the letter of what belongs to it."));
        for (const items::Option &pair : item.options) {
            if (!pair.text.isEmpty())
                m_writer.addBoxed({}, pair.text, option());
        }
        const QStringList choices = quiz::matchChoices(item);
        for (qsizetype i = 0; i < choices.size(); ++i) {
            Manner choice = option();
            choice.left = 60;
            m_writer.add(items::optionKey(i) + QStringLiteral("   ") + choices[i], choice);
        }
        addDontKnow();
    }

    void addLine()
    {
        Manner line = option();
        m_writer.add(QStringLiteral("______"), line);
        addDontKnow();
    }

    Writer &m_writer;
    const QuestionSet &m_set;
};

// ---- the key

/// What holds, and why, for whoever goes through the answers afterwards.
class Key
{
public:
    Key(Writer &writer, const QuestionSet &set) : m_writer(writer), m_set(set) {}

    void write()
    {
        m_writer.add(tr("%1: what holds, and why").arg(m_set.name), m_writer.title());
        m_writer.add(tr("For the facilitator. Talk about reasons and not about points: each answer has something that "
                        "speaks for it, and what speaks for it stands here too."),
                     m_writer.small());
        if (m_set.hasCode)
            m_writer.add(
                tr("Forms A and B are parallel, and not yet calibrated: a difference between them may lie in the "
                   "questions."),
                m_writer.small());
        addOverview();
        int number = 0;
        for (const Item &item : *m_set.items) {
            if (item.type != ItemType::Description)
                addItem(item, ++number);
        }
    }

private:
    void addOverview()
    {
        QStringList answers;
        int number = 0;
        for (const Item &item : *m_set.items) {
            if (item.type != ItemType::Description)
                answers.append(QStringLiteral("%1 %2").arg(++number).arg(answerOf(item)));
        }
        m_writer.add(tr("At a glance"), m_writer.subheading());
        Manner line = m_writer.small();
        line.font = m_writer.measure().sans(16);
        m_writer.add(answers.join(QStringLiteral("  ·  ")), line);
    }

    /// The answer in as few signs as it can be told in.
    [[nodiscard]] static QString answerOf(const Item &item)
    {
        QStringList parts;
        const QStringList choices = quiz::matchChoices(item);
        for (std::size_t i = 0; i < item.options.size(); ++i) {
            const items::Option &option = item.options[i];
            const auto at = static_cast<qsizetype>(i);
            if (isChosen(item) && quiz::isRight(item, at))
                parts.append(items::optionKey(at));
            else if (item.type == ItemType::Matching && !option.text.isEmpty())
                parts.append(items::optionKey(choices.indexOf(option.match)));
            else if (!isChosen(item) && item.type != ItemType::Matching && option.fraction > 0.9999)
                parts.append(valueOf(item, option));
        }
        return parts.isEmpty() ? QStringLiteral("–") : parts.join(u' ');
    }

    [[nodiscard]] static QString valueOf(const Item &item, const items::Option &option)
    {
        if (option.anythingElse)
            return tr("anything else");
        if (item.type != ItemType::Numerical)
            return option.text.content;
        const QString value = QString::number(option.value, 'g', QLocale::FloatingPointShortest);
        if (option.tolerance == 0.0)
            return value;
        return tr("%1 to %2")
            .arg(QString::number(option.value - option.tolerance, 'g', QLocale::FloatingPointShortest),
                 QString::number(option.value + option.tolerance, 'g', QLocale::FloatingPointShortest));
    }

    void addItem(const Item &item, int number)
    {
        Manner stem = m_writer.body();
        stem.above = 18;
        stem.below = 5;
        stem.keepsNext = true;
        m_writer.addNumbered(QString::number(number), item.stem, stem);
        const QStringList choices = quiz::matchChoices(item);
        for (std::size_t i = 0; i < item.options.size(); ++i)
            addOption(item, static_cast<qsizetype>(i), choices);
        addGeneral(item);
        addRest(item);
    }

    [[nodiscard]] Manner explanation() const
    {
        Manner manner = m_writer.small();
        manner.left = 30;
        manner.below = 5;
        return manner;
    }

    void addOption(const Item &item, qsizetype at, const QStringList &choices)
    {
        const items::Option &option = item.options[static_cast<std::size_t>(at)];
        const bool holds =
            isChosen(item) ? quiz::isRight(item, at) : item.type != ItemType::Matching && option.fraction > 0.9999;
        Manner manner = explanation();
        manner.keepsNext = holds || !option.feedback.isEmpty();
        manner.below = manner.keepsNext ? 1 : 5;
        if (item.type == ItemType::Matching) {
            if (option.text.isEmpty())
                return;
            m_writer.addBoxed(items::optionKey(choices.indexOf(option.match)), option.text, manner);
            m_writer.more(QStringLiteral(" → ") + option.match, bold());
        } else if (isChosen(item)) {
            m_writer.addBoxed(items::optionKey(at), optionText(item, option), manner, holds);
        } else {
            m_writer.add(valueOf(item, option), manner);
        }
        if (option.feedback.isEmpty() && !holds)
            return;
        Manner said = explanation();
        said.left = 60;
        said.font = bold();
        m_writer.add(holds ? tr("This one holds.") + u' ' : QString(), said);
        m_writer.more(option.feedback, explanation().font);
    }

    void addGeneral(const Item &item)
    {
        if (item.generalFeedback.isEmpty())
            return;
        Manner manner = explanation();
        manner.font = m_writer.measure().serif(16);
        manner.above = 3;
        m_writer.add(item.generalFeedback, manner);
    }

    /// The section that it rests on, and the claims that it asks about, each with its source.
    void addRest(const Item &item)
    {
        for (const QString &id : items::tagValues(item, QStringLiteral("section"))) {
            const course::SectionPlace place = course::findSection(m_writer.course(), id);
            if (place.section == nullptr)
                continue;
            m_writer.add(tr("It rests on: %1, in “%2”.").arg(place.section->title, place.module->title), explanation());
        }
        for (const QString &tag : item.tags) {
            if (course::findClaim(m_writer.course(), tag) == nullptr)
                continue;
            const type::NoteText note = type::noteText(m_writer.course(), QLatin1String("claim:") + tag);
            m_writer.add(note.head + QStringLiteral("  "), explanation());
            m_writer.more(note.body + u' ' + note.foot, m_writer.measure().sans(12));
        }
    }

    [[nodiscard]] QFont bold() const { return m_writer.measure().sans(14, QFont::Bold); }

    Writer &m_writer;
    const QuestionSet &m_set;
};

} // namespace

Part questionsOf(const course::Course &course, const QuestionSet &set, const Stock &stock)
{
    Stock even = stock;
    even.hasMargin = false;
    Writer writer(course, even);
    QuestionPaper(writer, set).write();
    return partOf(writer.finished(), course, even, set.name);
}

Part keyOf(const course::Course &course, const QuestionSet &set, const Stock &stock)
{
    Writer writer(course, stock);
    Key(writer, set).write();
    return partOf(writer.finished(), course, stock, tr("%1, key").arg(set.name));
}

} // namespace paper

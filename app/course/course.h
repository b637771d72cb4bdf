// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/document.h"
#include "course/figuredata.h"
#include "items/item.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace course {

/// A text or report that the course rests on.
struct Source {
    QString id;
    QString author;
    QString title;
    QString publisher;
    QString date;
    QString checked; ///< how far it was verified, in plain words

    bool operator==(const Source &) const = default;
};

enum class ClaimKind { Fact, Opinion, Prediction };

/// One thing that the essay says, in the course's words.
struct Claim {
    QString id;        ///< "P6.4"
    QString paragraph; ///< "P6"
    QString statement;
    ClaimKind kind = ClaimKind::Fact;
    Status status = Status::EssayOnly;
    QString readOn; ///< id of the section that tells it most fully; may be empty
    base::Place place;

    bool operator==(const Claim &) const = default;
};

struct Term {
    QString id;
    QString term;
    QString definition;
    QString source;

    bool operator==(const Term &) const = default;
};

/// A part of a module that is read in one go.
struct Section {
    QString id;
    QString title;
    int roomMinutes = 0; ///< facilitated
    std::vector<Block> blocks;
    base::Place place; ///< of its heading

    bool operator==(const Section &) const = default;
};

/// A belief, and the wrong options that show it.
struct Misconception {
    /// Options of one item, by their keys.
    struct Sign {
        QString item;
        QStringList options;
        base::Place place;

        bool operator==(const Sign &) const = default;
    };

    QString id;
    QString statement;
    std::vector<Sign> shownBy;

    bool operator==(const Misconception &) const = default;
};

/// Words that the course does not use, and what it says instead.
struct AvoidedWord {
    QString id;
    QString pattern; ///< a regular expression, of whole words, without regard to case
    QString instead;
    bool mayBeQuoted = false; ///< allowed between quotation marks

    bool operator==(const AvoidedWord &) const = default;
};

/// One thing on a plan: a section, the check of a module, a form, a card, or what is done without the course.
struct PlanStep {
    enum class Kind { Section, Check, Form, Card, Break, Discuss };

    Kind kind = Kind::Section;
    QString target; ///< id; for a break or a discussion what it is called
    int minutes = 0;
    bool mustKeep = false; ///< not to be cut, however late it is
    QStringList items;     ///< ids of questions that are asked in it
    base::Place place;

    bool operator==(const PlanStep &) const = default;
};

/// A way to spend a given time with a group.
struct Plan {
    QString id;
    QString title;
    int minutes = 0; ///< which the steps' minutes add up to
    std::vector<PlanStep> steps;
    base::Place place;

    bool operator==(const Plan &) const = default;
};

/// What the course's items must cover, counted by their tags.
struct Coverage {
    QString tag;   ///< `*`: every item
    int items = 0; ///< at least so many; with `per`, so many times as many as have that tag
    int share = 0; ///< at least so many percent of those tagged `of`
    QString of;
    QString per;
    bool eachModule = false; ///< counted in each module that has items
    base::Place place;

    bool operator==(const Coverage &) const = default;
};

enum class CardKind { JobAid, Facilitator, Local };

/// Something to print: a job aid, a help for trainers, or a card that is filled in locally.
struct Card {
    QString id; ///< the name of its file
    QString title;
    CardKind kind = CardKind::JobAid;
    QString audience; ///< who uses it
    std::vector<Block> blocks;
    base::Place place;

    bool operator==(const Card &) const = default;
};

/// A branching scenario: passages, and the choices that lead from one to another. It has no cycles and no dead ends,
/// and every passage can be reached.
struct Story {
    struct Choice {
        QString text;
        QString to;
        base::Place place;

        bool operator==(const Choice &) const = default;
    };
    struct Passage {
        QString name;
        QStringList tags; ///< `end`, `care`, `claim:P9.1`, `section:ID`
        std::vector<Block> blocks;
        std::vector<Choice> choices;
        base::Place place;

        [[nodiscard]] bool isEnd() const { return tags.contains(QStringLiteral("end")); }
        bool operator==(const Passage &) const = default;
    };

    QString id; ///< the name of its file
    QString title;
    QString ifid;
    QString start; ///< name of the first passage
    std::vector<Passage> passages;
    base::Place place;

    bool operator==(const Story &) const = default;
};

/// One of two sets of questions that are asked before and after, in pairs.
struct Form {
    QString id; ///< `a` or `b`
    std::vector<items::Item> items;

    bool operator==(const Form &) const = default;
};

/// What somebody can do after a module, and the sections in which they learn it: the questions on these are on it.
struct Objective {
    QString text;
    QStringList sections; ///< ids; may be empty
    base::Place place;

    bool operator==(const Objective &) const = default;
};

/// One lesson with its check. A module that is closed by a fault keeps its id, folder and title, and nothing else.
struct Module {
    QString id;
    QString folder;
    QString title;
    bool roomOnly = false;      ///< opens or closes a day with a group, and means nothing to somebody alone
    bool asksCertainty = false; ///< its check asks how sure somebody is, whoever answers
    std::vector<Objective> objectives;
    QStringList claims;
    std::vector<Section> sections;
    std::vector<items::Item> items;
    std::vector<Story> stories;

    [[nodiscard]] bool isOpen() const { return !sections.empty(); }
    bool operator==(const Module &) const = default;
};

/// What is taught. Whatever stands in it is sound: every link leads somewhere, every item can be marked.
struct Course {
    QString id;
    QString version;
    QString title;
    QString language;
    QString licence;
    QStringList authors;
    std::vector<Source> sources;
    std::vector<Claim> claims;
    std::vector<Term> terms;
    std::vector<FigureData> figures;
    std::vector<Misconception> misconceptions;
    std::vector<AvoidedWord> avoidedWords;
    std::vector<Card> cards;
    std::vector<Form> forms;
    std::vector<Module> modules;
    std::vector<Plan> plans;
    std::vector<Coverage> coverage;

    bool operator==(const Course &) const = default;
};

/// A section in short, for whoever wants to know what it says without its cases: its content notes and limits, its
/// figures, and what its slides say.
[[nodiscard]] Section shortVersion(const Section &section);

/// Words that a learner reads in a section: slides and facilitator notes are not among them.
[[nodiscard]] int wordsToRead(const Section &section);

/// Minutes for reading a section alone: words / 150, and one a figure; at least 1.
[[nodiscard]] int selfMinutes(const Section &section);

/// Minutes for a module alone: its sections and one an item.
[[nodiscard]] int selfMinutes(const Module &module);

[[nodiscard]] const Claim *findClaim(const Course &course, const QString &id);
[[nodiscard]] const Term *findTerm(const Course &course, const QString &id);
[[nodiscard]] const Source *findSource(const Course &course, const QString &id);
[[nodiscard]] const FigureData *findFigure(const Course &course, const QString &id);
[[nodiscard]] const Module *findModule(const Course &course, const QString &id);
[[nodiscard]] const Card *findCard(const Course &course, const QString &id);

/// An item of a module or of a form.
[[nodiscard]] const items::Item *findItem(const Course &course, const QString &id);

/// The module that holds the section of this id, and the section; both null where there is none.
struct SectionPlace {
    const Module *module = nullptr;
    const Section *section = nullptr;
    qsizetype position = -1; ///< of the section in its module, from 0
};
[[nodiscard]] SectionPlace findSection(const Course &course, const QString &id);

/// A story and the module that it stands in; null where there is none.
struct StoryPlace {
    const Module *module = nullptr;
    const Story *story = nullptr;
};
[[nodiscard]] StoryPlace findStory(const Course &course, const QString &id);

} // namespace course

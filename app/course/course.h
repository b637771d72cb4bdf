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

/// One lesson with its check. A module that is closed by a fault keeps its id, folder and title, and nothing else.
struct Module {
    QString id;
    QString folder;
    QString title;
    QStringList objectives;
    QStringList claims;
    std::vector<Section> sections;
    std::vector<items::Item> items;

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
    std::vector<Module> modules;

    bool operator==(const Course &) const = default;
};

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

/// The module that holds the section of this id, and the section; both null where there is none.
struct SectionPlace {
    const Module *module = nullptr;
    const Section *section = nullptr;
    qsizetype position = -1; ///< of the section in its module, from 0
};
[[nodiscard]] SectionPlace findSection(const Course &course, const QString &id);

} // namespace course

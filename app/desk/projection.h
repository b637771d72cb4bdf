// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/answers.h"
#include "insight/review.h"
#include "workshop/deck.h"
#include "workshop/session.h"

namespace desk {

/// A question as the room sees it. What holds, and why, comes in only once it is revealed: until then there is nothing
/// here that could be shown too early.
struct AskedItem {
    struct Option {
        QString key; ///< "a"
        items::Text text;
        QString match{}; ///< of a pair, once revealed: what it goes with

        bool operator==(const Option &) const = default;
    };
    items::Text stem;
    std::vector<Option> options;
    QStringList matches{};                  ///< what the options of a matching item may go with
    bool isSplit = false;                   ///< too long for one screen: the case first, then what is asked
    std::vector<figures::Answers> rounds{}; ///< those whose counts may be seen by now
    QStringList holding{};                  ///< once revealed: the keys of the options that hold
    std::vector<items::Text> remarks{};     ///< once revealed: why, a paragraph each
    bool isRevealed = false;
    QStringList roundNames{}; ///< of two rounds, when each was
    QString remark{};         ///< what else is told once it is revealed, at the foot

    bool operator==(const AskedItem &) const = default;
};

/// What the projector shows at one moment. Like a slide it has no field for notes.
struct Projection {
    enum class Kind {
        Nothing, ///< no session
        Blank,
        Pause,       ///< the session rests; `lines` is what the help card says
        Slide,       ///< `slide`, built up to `rows` rows of its figure
        Figure,      ///< the figure of the slide alone, as large as can be
        Case,        ///< the case of a long question
        Question,    ///< what is asked, and once they may be seen the answers
        Explanation, ///< why the one holds and the others do not
        Where,       ///< where it is told; `lines`
    };

    Kind kind = Kind::Nothing;
    QString title;
    workshop::Slide slide;
    int rows = -1; ///< of the figure's rows that are open; -1: all
    AskedItem asked;
    QStringList lines;
    QString foot; ///< a source line

    bool operator==(const Projection &) const = default;
};

/// What a step is called: a section's or card's own title, "Form A", or what the plan calls it.
[[nodiscard]] QString stepTitle(const course::PlanStep &step, const workshop::Stage &stage);

/// How many rows of marks the slide's figure has, to be opened one by one; 0 where it has none.
[[nodiscard]] int rowsToOpen(const course::Course &course, const workshop::Slide &slide);

/// The id of the slide's first figure; empty where it has none.
[[nodiscard]] QString figureOn(const workshop::Slide &slide);

/// On how many screens a question is asked: the case of a long one stands before what is asked, and pairs to be matched
/// take as many as they need.
[[nodiscard]] int askingParts(const items::Item &item);

/// What one of these screens asks, from 0.
[[nodiscard]] AskedItem askingPart(AskedItem asked, int part);

/// On how many screens it is told why: on several where the words are too many for one.
[[nodiscard]] int explanationParts(const items::Item &item);

/// What one of these screens tells, from 0: what holds first, and what is to be said besides last.
[[nodiscard]] AskedItem explanationPart(AskedItem asked, int part);

/// On how many screens it is told where: claims are not cut, and only so many of them fit one.
[[nodiscard]] int whereParts(const Projection &told);

/// What one of these screens tells, from 0.
[[nodiscard]] Projection wherePart(Projection told, int part);

/// The screen to turn to: the first from none, and from the last one back to none.
[[nodiscard]] std::optional<int> whereAfter(const std::optional<int> &part, const Projection &told);

/// Where something is told: the claims among `tags`, under the name of the section, with their source.
[[nodiscard]] Projection whereTold(const course::Course &course, const QString &section, const QStringList &tags);

/// What was answered at one time, for figures to decide what may be shown of it.
[[nodiscard]] figures::Answers answersOf(const items::Item &item, const insight::Spread &spread);

/// The question in the state that the room has brought it to.
[[nodiscard]] AskedItem askedItem(const items::Item &item, const workshop::Asking &asking);

} // namespace desk

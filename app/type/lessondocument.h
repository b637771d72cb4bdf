// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"
#include "type/measure.h"
#include "type/tokens.h"

#include <QTextDocument>
#include <QTextFormat>

namespace type {

/// Objects that stand in the text and are drawn by somebody else; all say in `PlainText` what they are when copied.
enum ObjectType : int { FigureObject = QTextFormat::UserObject + 1, ChipObject, FootObject };

/// What the formats of a lesson carry beside Qt's own.
enum Property : int {
    FigureId = QTextFormat::UserProperty + 1,
    AsksFirst, ///< of a figure: a guess is set before it opens
    PlainText,
    ChipText,
    CalloutName, ///< of a frame, on paper of each block in it: a course::CalloutKind
    ChipLink,
    OwnNote,    ///< of a block that a reader wrote, not the course
    KeepsNext,  ///< of a block that does not stand at the foot of a page without the one after it
    CalloutRun, ///< on paper: blocks of one callout have the same number
};

/// How a section is set.
struct LessonSetting {
    Colours colours;
    bool trainerNotes = false; ///< slides and facilitator notes too
    bool foldNotes = false;    ///< claims and terms stand under their paragraph instead of in the margin
    bool isShort = false;      ///< the section in short: its content notes lead back to the whole of it
    double spacing = 1.0;      ///< of lines, 1 to 1.5
    QString meta;              ///< the line above the title: "Module 5 · section 2 of 6"
    bool onPaper = false;      ///< nothing to press and nothing drawn by a window but figures
    Measure measure = {};

    bool operator==(const LessonSetting &) const = default;
};

/// Something that belongs in the margin beside a block of the text.
struct MarginNote {
    QString link;  ///< "claim:P6.4"
    int block = 0; ///< number of the block that it stands beside

    bool operator==(const MarginNote &) const = default;
};

/// What a content note offers, as links in it.
inline constexpr QLatin1String skipLink("care:skip");
inline constexpr QLatin1String shortLink("care:short");
inline constexpr QLatin1String wholeLink("care:whole");

/// The word under which a callout stands: "To discuss".
[[nodiscard]] QString calloutTitle(course::CalloutKind kind);

/// How far a claim has been verified, in words.
[[nodiscard]] QString statusText(course::Status status);

/// Before its id, the link to a claim; and that to all that there is to know of it.
inline constexpr QLatin1String claimLink("claim:");
inline constexpr QLatin1String moreLink("more:");

/// A claim or a term in words: what its margin note, its tooltip and its folded note say.
struct NoteText {
    QString head;
    QString body;
    QString foot;
    QString onwards;     ///< where more is told, as a link: "section:what-is-known"; may be empty
    QString onwardsText; ///< "Read on: What is known, and what is not"
    QString more = {};   ///< a link to all that there is to know of it: "more:P6.4"; may be empty
};

/// `shown` is the section on the page, to which no note leads on.
[[nodiscard]] NoteText noteText(const course::Course &course, const QString &link, const QString &shown = {});

/// Fills `document` with a section: title, body, callouts, figures as objects, and the notes that belong beside it. One
/// document, so that selecting, copying, finding and printing run through everything.
[[nodiscard]] std::vector<MarginNote> buildLesson(QTextDocument &document, const course::Course &course,
                                                  const course::Section &section, const LessonSetting &setting);

/// The same at the end of a document that has something in it already.
[[nodiscard]] std::vector<MarginNote> addLesson(QTextDocument &document, const course::Course &course,
                                                const course::Section &section, const LessonSetting &setting);

/// Adds blocks of a lesson that have no section of their own: a slide, a trainer's notes.
void addBlocks(QTextDocument &document, const course::Course &course, const std::vector<course::Block> &blocks,
               const LessonSetting &setting);

/// The text between two positions with every object replaced by what it says.
[[nodiscard]] QString plainTextOf(const QTextDocument &document, int from, int to);

} // namespace type

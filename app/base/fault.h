// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace base {

/// An error closes its scope; a warning is told and nothing closes.
enum class Severity { Warning, Error };

/// How much of the course a fault closes, from the whole down to one item, or one entry of a list (a claim, a term).
enum class Scope { Course, Module, Figure, Item, Entry };

/// Where something stands in a file. Lines and columns count from 1, columns in code points; 0 means "the file as a
/// whole".
struct Place {
    QString file;
    int line = 0;
    int column = 0;

    bool operator==(const Place &) const = default;
};

/// Everything that can be the matter with what an author wrote. Each has a sentence in faulttext.cpp, and an id that is
/// stable for ever, because other programs read it from `check --json`.
enum class FaultCode {
    // files
    FileMissing,
    FileUnreadable,
    FileTooLarge,
    NotUtf8,
    OutsideCourse,
    // YAML and JSON
    YamlSyntax,
    YamlForbidden,
    YamlDuplicateKey,
    YamlWrongKind,
    JsonSyntax,
    KeyMissing,
    KeyUnknown,
    ValueUnknown,
    // ids and references
    IdInvalid,
    IdDuplicate,
    UnknownClaim,
    UnknownFigure,
    UnknownTerm,
    UnknownSection,
    UnknownCard,
    UnknownSource,
    UnknownScheme,
    UnknownItem,
    UnknownForm,
    UnknownModule,
    // lessons
    FrontMatterMissing,
    SectionWithoutId,
    SectionEmpty,
    NoSections,
    CalloutUnknown,
    RawHtml,
    TextOutsideSection,
    // stories
    TweeHeader,
    TweeForbidden,
    UnknownPassage,
    PassageDeadEnd,
    PassageUnreachable,
    PassageCycle,
    // tables
    CsvQuote,
    CsvColumnMissing,
    CsvColumnUnknown,
    CsvCellCount,
    TableTooLong,
    NumberExpected,
    CountAboveTotal,
    CountForbidden,
    CountMissing,
    FigureEmpty,
    UnknownPart,
    // answers
    MatrixEmpty,
    MarkExpected,
    MarkOutOfRange,
    MaximumOutOfRange,
    RowTwice,
    ResponseUnknown,
    // GIFT
    GiftBraceMissing,
    GiftAnswerEmpty,
    GiftTooFewAnswers,
    GiftNoRightAnswer,
    GiftWeightUnknown,
    GiftWeightOnRight,
    GiftNumberMalformed,
    GiftDecimalComma,
    GiftTrueFalseWord,
    GiftBlankLineMissing,
    GiftMatchMalformed,
    GiftCategoryText,
    GiftSeveralRight,
    ItemWithoutId,
    FormPairBroken,
    // questions of other programs
    XmlSyntax,
    XmlForbidden,
    QuestionKindUnknown,
    ImageRefused,
    NotCarried,
    QuestionLeftOut,
    // what a careful colleague would say
    ClaimUntold,
    ClaimUnasked,
    FeedbackMissing,
    LongestIsRight,
    WordAvoided,
    FigureWithoutWords,
    PlanMinutes,
    SectionTooLong,
    GradeTooHigh,
    SentenceTwice,
    CoverageShort,
};

/// What is the matter, how far it reaches, and where. `details` are the arguments of the code's sentence, in its order:
/// a name, what was found, what was expected. Never a sentence of its own.
struct Fault {
    Severity severity = Severity::Error;
    Scope scope = Scope::Course;
    QString scopeId; ///< id of the module, figure, item or entry; empty for the course
    FaultCode code = FaultCode::FileMissing;
    Place place;
    QStringList details;

    bool operator==(const Fault &) const = default;
};

using Faults = std::vector<Fault>;

/// True where at least one fault is an error.
[[nodiscard]] bool hasError(const Faults &faults);

} // namespace base

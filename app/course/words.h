// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"

#include <optional>

namespace course {

// The words that authors write for the course's enumerations; nothing where a word is none of them.

[[nodiscard]] std::optional<ClaimKind> claimKindNamed(const QString &word);
[[nodiscard]] std::optional<Status> statusNamed(const QString &word);
[[nodiscard]] std::optional<Qualifier> qualifierNamed(const QString &word);
[[nodiscard]] std::optional<Question> questionNamed(const QString &word);
[[nodiscard]] std::optional<DatePrecision> datePrecisionNamed(const QString &word);
[[nodiscard]] std::optional<FigureForm> figureFormNamed(const QString &word);
[[nodiscard]] std::optional<CardKind> cardKindNamed(const QString &word);
[[nodiscard]] std::optional<PlanStep::Kind> stepKindNamed(const QString &word);
[[nodiscard]] std::optional<PartKind> partKindNamed(const QString &word);
[[nodiscard]] std::optional<DrawingKind> drawingKindNamed(const QString &word);

} // namespace course

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QUuid>

#include <optional>

namespace base {

/// What can happen, as verbs in the sense of xAPI (ADL, "Experience API", 1.0.3).
enum class Verb {
    Opened,
    Experienced,
    Skipped,
    Predicted,
    Started,
    Answered,
    Completed,
    Tallied,
    Revealed,
    Showed,
    Paused,
    Resumed,
    Cut,
    Chose,
    Voided,
};

/// One thing that happened. Who builds one leaves `id`, `at` and `actor` empty: the journal stamps them when it writes.
struct Statement {
    QUuid id;      ///< UUID version 7; the order of replay
    qint64 at = 0; ///< UTC, milliseconds since 1970
    QUuid actor;   ///< a random id, never a name
    Verb verb = Verb::Opened;
    QString object;  ///< COURSE/ID: a section, item, figure or module
    QString version; ///< of the object: 16 hex digits for an item, else empty
    QUuid attempt;   ///< what belongs to one go at a check; may be null
    QUuid session;   ///< what belongs to one workshop; may be null
    QJsonObject result;

    bool operator==(const Statement &) const = default;
};

/// The verb as the journal spells it: "answered".
[[nodiscard]] QString verbName(Verb verb);

/// The verb of that spelling, or nothing.
[[nodiscard]] std::optional<Verb> verbNamed(const QString &name);

} // namespace base

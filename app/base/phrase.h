// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>
#include <QVariant>

namespace base {

/// A sentence (or a label) that a floor below the windows has decided on but not worded: an id, and what goes into it.
/// Rendered whole, in one place, in the course's language; never joined from fragments.
struct Phrase {
    QString id;                        ///< one of phraseIds()
    QMap<QString, QVariant> arguments; ///< by name: a number (int), a word that is data (a place, a case) or a Phrase

    bool operator==(const Phrase &) const = default;
    [[nodiscard]] bool isEmpty() const { return id.isEmpty(); }
};

/// The phrase in words; nothing for an empty one. `{name}` in its template is replaced by the argument of that name; a
/// number is written in the phrases' own language's digits and separators, and with `{name:words}` as a word where
/// every number of the phrase is ten at most. An id without a template, or a template without its argument, is a
/// programmer's error and asserted.
[[nodiscard]] QString render(const Phrase &phrase);

/// Every id that has a template, for the test that holds the floors to them.
[[nodiscard]] QStringList phraseIds();

} // namespace base

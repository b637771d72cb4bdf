// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/statement.h"

#include <algorithm>
#include <array>

namespace base {

namespace {

struct Spelling {
    Verb verb;
    const char *name;
};

constexpr std::array spellings{
    Spelling{Verb::Opened, "opened"},
    Spelling{Verb::Experienced, "experienced"},
    Spelling{Verb::Skipped, "skipped"},
    Spelling{Verb::Predicted, "predicted"},
    Spelling{Verb::Started, "started"},
    Spelling{Verb::Answered, "answered"},
    Spelling{Verb::Completed, "completed"},
    Spelling{Verb::Tallied, "tallied"},
    Spelling{Verb::Revealed, "revealed"},
    Spelling{Verb::Showed, "showed"},
    Spelling{Verb::Paused, "paused"},
    Spelling{Verb::Resumed, "resumed"},
    Spelling{Verb::Cut, "cut"},
    Spelling{Verb::Chose, "chose"},
    Spelling{Verb::Voided, "voided"},
};

} // namespace

QString verbName(Verb verb)
{
    const auto *found = std::ranges::find(spellings, verb, &Spelling::verb);
    Q_ASSERT_X(found != spellings.end(), "verbName", "every verb has a spelling");
    return QString::fromLatin1(found->name);
}

std::optional<Verb> verbNamed(const QString &name)
{
    const auto *found = std::ranges::find_if(
        spellings, [&name](const Spelling &spelling) { return name == QLatin1String(spelling.name); });
    return found == spellings.end() ? std::nullopt : std::optional(found->verb);
}

} // namespace base

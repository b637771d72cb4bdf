// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTextStream>

namespace command {

/// `journal export FILE | merge FILE... | forget ACTOR [--final] | verify | backup [--journal FILE]`: what can be done
/// with a whole journal. Without `--journal` it is the user's own.
[[nodiscard]] int ledger(const QStringList &arguments, QTextStream &out, QTextStream &err);

} // namespace command

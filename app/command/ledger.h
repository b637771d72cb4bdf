// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/journal.h"

#include <QStringList>
#include <QTextStream>

namespace command {

/// `journal export FILE | merge FILE... | forget ACTOR [--final] | verify | backup [--journal FILE]`: what can be done
/// with a whole journal. Without `--journal` it is the user's own.
[[nodiscard]] int ledger(const QStringList &arguments, QTextStream &out, QTextStream &err);

/// A journal that is there; `CannotOpen` where there is none.
[[nodiscard]] journal::Result<std::unique_ptr<journal::Journal>> openJournal(const QString &path);

/// Says what is the matter with a journal, and gives the status that goes with it.
[[nodiscard]] int refuse(const journal::Error &error, QTextStream &err);

} // namespace command

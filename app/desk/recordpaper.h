// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/study.h"

#include <QDate>

#include <memory>

class QTextDocument;

namespace desk {

/// A record of what somebody has been through, made from the journal, with a line for a name that is written by hand:
/// it says what it proves, and what not. No number in it is a mark.
[[nodiscard]] std::unique_ptr<QTextDocument> recordOf(const Study &study);

/// Writes a document as PDF on A4, whole or not at all.
[[nodiscard]] bool writePdf(QTextDocument &document, const QString &title, const QString &path);

} // namespace desk

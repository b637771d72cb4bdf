// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTextStream>

namespace command {

/// `convert IN OUT [--replace]`: questions from one format to another, told apart by how the names end. What is sound
/// is written even where other questions have errors (exit status 1); where nothing is sound, nothing is written. A
/// file of a course is replaced only where `--replace` says so. OUT is written aside and renamed, so that it is whole
/// or as it was.
[[nodiscard]] int convert(const QStringList &arguments, QTextStream &out, QTextStream &err);

} // namespace command

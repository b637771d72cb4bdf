// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"

class QWidget;

namespace desk {

/// Asks on which printer, and prints a section or a card, its figures as their words, with the help card at its end.
void printSection(QWidget *parent, const course::Course &course, const course::Section &section, const QString &help);

} // namespace desk

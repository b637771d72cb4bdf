// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace base {

/// The folder of something that ships with the program, "lessons" or "fonts": beside an installed binary in
/// share/after-the-raid, else in the source tree that the binary was built in. Empty where it is in neither.
/// Elsewhere than on Linux it needs the application object.
[[nodiscard]] QString shippedFolder(const QString &name);

/// The course that the program opens if nobody says otherwise.
[[nodiscard]] QString shippedCourse();

/// Where the program lies. Elsewhere than on Linux it needs the application object.
[[nodiscard]] QString programFolder();

/// Where all that is kept lies if a folder `after-the-raid-data` stands beside the program, as on a stick that is
/// carried from one computer to another; empty where there is none. `program` is the folder that the program lies in.
[[nodiscard]] QString portableFolder(const QString &program = programFolder());

} // namespace base

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/fault.h"
#include "insight/matrix.h"

#include <QByteArray>

#include <optional>

namespace insight {

/// Marks, or where they are not all sound nothing, and what is the matter.
struct MatrixReading {
    std::optional<Matrix> matrix;
    base::Faults faults;
};

/// Reads a table of marks: the first line names the items, each further one is a person. Between the cells stand
/// commas, semicolons or tabs. A first column called `person` is not read but for one row in it called `max`, which
/// says what each item can earn, 1 where there is none. A cell is a number from minus to plus that, or empty where
/// nobody answered; where no comma stands between the cells, it may be one in a number. Every cell and row that is not
/// so is told with its place, and then there is no matrix: numbers made of a part of the people would look like those
/// of all. A line without anything is no person.
[[nodiscard]] MatrixReading readMatrix(const QByteArray &bytes, const QString &file);

} // namespace insight

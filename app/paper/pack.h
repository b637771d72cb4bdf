// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"
#include "insight/report.h"
#include "paper/stock.h"

#include <tl/expected.hpp>

#include <QByteArray>
#include <QString>

#include <optional>

namespace paper {

/// What of a workshop's pack is wanted.
enum class What {
    Handout,     ///< of one module or of all, a part each
    Facilitator, ///< of one plan, or run sheets of all and notes on every section
    Questions,   ///< forms A and B, one of them, or the check of a module
    Key,         ///< to the same, with every explanation
    Cards,       ///< job aids, helps for trainers and local cards
    Posters,     ///< each figure on A3 (Tabloid beside Letter)
    Slip,        ///< feedback, several on a page
};

/// An order for one PDF. What is left empty means all that there is.
struct Order {
    What what = What::Handout;
    PaperSize size = PaperSize::A4;
    bool isLarge = false; ///< 18 points
    QString module = {};  ///< of a handout, of questions and their key: its id
    QString form = {};    ///< of questions and their key: `a` or `b`
    QString plan = {};    ///< of the facilitator's guide: its id
    QString help = {};    ///< what the help card says; empty: room to write it in

    bool operator==(const Order &) const = default;
};

enum class ErrorCode {
    ModuleUnknown,
    ModuleClosed, ///< by a fault in its files
    FormUnknown,
    PlanUnknown,
    NothingThere, ///< the course has none of what was asked for
    CannotWrite,  ///< nothing was written; what was there before is as it was
};

struct Error {
    ErrorCode code = ErrorCode::NothingThere;
    QString place;  ///< the id that is not known, or the file that cannot be written
    QString detail; ///< for developers: the system's own words

    bool operator==(const Error &) const = default;
};

/// The names of what can be ordered, as the command line spells them: `handout`.
[[nodiscard]] QString nameOf(What what);
[[nodiscard]] std::optional<What> whatNamed(const QString &name);

/// The PDF as bytes: faces embedded, text that can be selected. Needs a QApplication and the program's faces loaded.
[[nodiscard]] tl::expected<QByteArray, Error> pdfOf(const course::Course &course, const Order &order);

/// A report as a PDF.
[[nodiscard]] QByteArray pdfOf(const course::Course &course, const insight::Report &report, const Stock &stock);

/// Writes it, whole or not at all.
[[nodiscard]] tl::expected<void, Error> writePdf(const course::Course &course, const Order &order, const QString &path);

} // namespace paper

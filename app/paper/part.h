// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"
#include "paper/stock.h"

#include <QPageLayout>
#include <QTextDocument>

#include <functional>
#include <memory>

class QPainter;

namespace paper {

/// What is stapled together: pages that are numbered by themselves.
struct Part {
    QPageLayout layout;
    int pages = 0;
    std::shared_ptr<const QTextDocument> document = nullptr; ///< what its pages show; none of what is only painted
    std::function<void(QPainter &painter, int page)> paint;  ///< pages from 0; units from the sheet's upper left corner
};

/// The line at the foot of every page that says what the course follows and how it may be used.
[[nodiscard]] QString sourceLine(const course::Course &course);

/// A document page by page, with its name, its page numbers and the source line at the foot.
[[nodiscard]] Part partOf(std::shared_ptr<QTextDocument> document, const course::Course &course, const Stock &stock,
                          const QString &name);

/// Paints the foot of a page: `area` is what stands above it.
void paintFoot(QPainter &painter, const QRectF &area, const Stock &stock, const QStringList &left,
               const QString &right);

/// The parts as one PDF, faces embedded.
[[nodiscard]] QByteArray pdfOf(const std::vector<Part> &parts, const QString &title);

} // namespace paper

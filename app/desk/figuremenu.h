// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/sheet.h"

#include <QMenu>

namespace desk {

/// What can be done with a figure: save it as a picture or as numbers, copy it, print it. Whatever leaves takes its
/// qualifiers, its limits and its sources along.
class FigureMenu final : public QMenu
{
    Q_OBJECT

public:
    /// The sheet is asked for when something is to be done with it.
    FigureMenu(std::function<plot::Sheet()> sheet, QWidget *parent);

    enum class Format { Png, Svg, Pdf, Csv };
    /// Writes the figure to `path`, aside and then renamed: what was there before stays until the new file is whole.
    /// Gives why it could not be written, or nothing.
    [[nodiscard]] QString save(Format format, const QString &path) const;

private:
    void addSave(const QString &text, const QString &filter, Format format);
    void askAndSave(Format format, const QString &filter);
    void copyPicture() const;
    void copyTable() const;
    void print();

    std::function<plot::Sheet()> m_sheet;
};

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

namespace testing {

/// Where something stands in a text: line and column from 1, columns in code points.
struct Position {
    int line = 0;
    int column = 0;

    bool operator==(const Position &) const = default;
};

/// The position of the first occurrence of `words`; fails the process where there is none.
[[nodiscard]] Position positionOf(const QByteArray &words, const QByteArray &text);

/// The files of a course as texts, to be broken in one place and written down.
class CourseFiles
{
public:
    /// All files of a folder that exists.
    [[nodiscard]] static CourseFiles readFrom(const QString &folder);

    void writeTo(const QString &folder) const;

    [[nodiscard]] QByteArray text(const QString &file) const;
    void set(const QString &file, const QByteArray &text) { m_files.insert(file, text); }
    void remove(const QString &file) { m_files.remove(file); }

    /// Puts `after` in the place of `before`, which must stand in the file exactly once.
    void replace(const QString &file, const QByteArray &before, const QByteArray &after);

    [[nodiscard]] QStringList names() const { return m_files.keys(); }

private:
    QMap<QString, QByteArray> m_files;
};

/// A small sound course that has a little of everything: two modules, two tables with three figures, a card.
[[nodiscard]] CourseFiles sampleCourse();

} // namespace testing

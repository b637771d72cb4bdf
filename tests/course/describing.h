// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/reading.h"
#include "support/describing.h"
#include "support/samplecourse.h"

#include <QTemporaryDir>

/// Everything that stands in the course: "module:first", "section:arrival", "claim:P1.1".
inline QStringList openIn(const course::Course &course)
{
    QStringList open;
    const auto add = [&open](const char *kind, const auto &list) {
        for (const auto &one : list)
            open.append(QLatin1String(kind) + u':' + one.id);
    };
    add("source", course.sources);
    add("claim", course.claims);
    add("term", course.terms);
    add("figure", course.figures);
    for (const course::Module &module : course.modules) {
        if (module.isOpen())
            open.append(u"module:" + module.id);
        add("section", module.sections);
        add("item", module.items);
    }
    open.sort();
    return open;
}

/// Writes the files into a folder of their own and reads them as a course.
inline course::Reading readingOf(const testing::CourseFiles &files)
{
    const QTemporaryDir folder;
    files.writeTo(folder.path());
    return course::read(folder.path());
}

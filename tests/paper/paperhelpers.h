// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paper/part.h"
#include "type/lessondocument.h"
#include "type/typehelpers.h"

#include <QApplication>
#include <QTextBlock>
#include <QTextDocument>

namespace testing {

/// The course as it ships, all of it.
inline const course::Course &wholeCourse()
{
    static const course::Reading reading = course::read(sourcePath(QStringLiteral("lessons/after-the-raid")));
    return reading.course;
}

/// All that a part says, with what is drawn in it as the signs that it stands for.
inline QString wordsOf(const paper::Part &part)
{
    return type::plainTextOf(*part.document, 0, part.document->characterCount());
}

/// The formats of what is drawn in a part, of one type, in order.
inline std::vector<QTextCharFormat> inlaid(const paper::Part &part, int object)
{
    std::vector<QTextCharFormat> found;
    for (QTextBlock block = part.document->begin(); block.isValid(); block = block.next()) {
        for (auto run = block.begin(); !run.atEnd(); ++run) {
            const QTextCharFormat format = run.fragment().charFormat();
            for (int i = 0; format.objectType() == object && i < run.fragment().length(); ++i)
                found.push_back(format);
        }
    }
    return found;
}

} // namespace testing

/// A main() for tests that print: charts need a QApplication, but no display.
#define PAPER_TEST_MAIN(Class)                                                                                         \
    int main(int argc, char **argv)                                                                                    \
    {                                                                                                                  \
        qputenv("QT_QPA_PLATFORM", "offscreen");                                                                       \
        const QApplication application(argc, argv);                                                                    \
        testing::beginType();                                                                                          \
        Class test;                                                                                                    \
        return QTest::qExec(&test, argc, argv);                                                                        \
    }

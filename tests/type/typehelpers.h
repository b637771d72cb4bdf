// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/places.h"
#include "desk/tinycourse.h"
#include "type/tokens.h"

#include <QGuiApplication>
#include <QRegularExpression>
#include <QTest>

namespace testing {

/// Makes any warning a failure of the test function that runs, but for what the offscreen platform says of itself: that
/// it has no size hints, and for pop-ups no stacking and no grab of the keyboard.
inline void failOnWarnings()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(
        "^(?!This plugin does not support (propagateSizeHints\\(\\)|raise\\(\\)|grabbing the keyboard))")));
}

inline bool isMirroredRun()
{
    return qgetenv("AFTER_THE_RAID_TEST_DIRECTION") == "rtl";
}

inline const course::Reading &shippedCourse()
{
    static const course::Reading reading = course::read(shippedCoursePath());
    return reading;
}

/// What every test of what is set in type does before its first function: locale, faces, and the direction of this run.
inline void beginType()
{
    prepare();
    const QString fonts = base::shippedFolder(QStringLiteral("fonts"));
    type::loadFonts(fonts);
    type::loadTextFonts(fonts);
    QGuiApplication::setLayoutDirection(isMirroredRun() ? Qt::RightToLeft : Qt::LeftToRight);
}

} // namespace testing

/// A main() for tests that set type and open no window.
#define TYPE_TEST_MAIN(Class)                                                                                          \
    int main(int argc, char **argv)                                                                                    \
    {                                                                                                                  \
        qputenv("QT_QPA_PLATFORM", "offscreen");                                                                       \
        const QGuiApplication application(argc, argv);                                                                 \
        testing::beginType();                                                                                          \
        Class test;                                                                                                    \
        return QTest::qExec(&test, argc, argv);                                                                        \
    }

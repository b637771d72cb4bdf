// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/tinycourse.h"

#include <QGuiApplication>
#include <QTest>

namespace testing {

/// Makes any warning a failure of the test function that runs, but for what the offscreen platform says of itself: that
/// it has no size hints, and for pop-ups no stacking and no grab of the keyboard.
void failOnWarnings();

[[nodiscard]] bool isMirroredRun();

[[nodiscard]] const course::Reading &shippedCourse();

/// What every test of what is set in type does before its first function: locale, faces, and the direction of this run.
void beginType();

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

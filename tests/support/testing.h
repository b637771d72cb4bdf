// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTest>

namespace testing {

/// Sets the locale that AFTER_THE_RAID_TEST_LOCALE names and makes any unexpected warning a failure. Called by
/// TEST_MAIN before the first test function.
void prepare();

/// The checkout's path of `relative`.
[[nodiscard]] QString sourcePath(const QString &relative);

/// The bytes of a file; fails the process where it cannot be read.
[[nodiscard]] QByteArray bytesOf(const QString &path);

/// Writes `bytes` to `path`, with its folders.
void write(const QString &path, const QByteArray &bytes);

/// The names of the files below `folder` that hold `bytes`.
[[nodiscard]] QStringList filesWith(const QString &folder, const QByteArray &bytes);

/// Words of a test's own, in UTF-8.
[[nodiscard]] QString text(const char *words);

} // namespace testing

/// A main() for tests that need no display.
#define TEST_MAIN_GUILESS(Class)                                                                                       \
    int main(int argc, char **argv)                                                                                    \
    {                                                                                                                  \
        const QCoreApplication application(argc, argv);                                                                \
        testing::prepare();                                                                                            \
        Class test;                                                                                                    \
        return QTest::qExec(&test, argc, argv);                                                                        \
    }

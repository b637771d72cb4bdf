// SPDX-License-Identifier: GPL-3.0-or-later
#include "type/typehelpers.h"

#include "base/places.h"
#include "type/tokens.h"

#include <QRegularExpression>

namespace testing {

void failOnWarnings()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(
        "^(?!This plugin does not support (propagateSizeHints\\(\\)|raise\\(\\)|grabbing the keyboard))")));
}

bool isMirroredRun()
{
    return qgetenv("AFTER_THE_RAID_TEST_DIRECTION") == "rtl";
}

const course::Reading &shippedCourse()
{
    static const course::Reading reading = course::read(shippedCoursePath());
    return reading;
}

void beginType()
{
    prepare();
    const QString fonts = base::shippedFolder(QStringLiteral("fonts"));
    type::loadFonts(fonts);
    type::loadTextFonts(fonts);
    QGuiApplication::setLayoutDirection(isMirroredRun() ? Qt::RightToLeft : Qt::LeftToRight);
}

} // namespace testing

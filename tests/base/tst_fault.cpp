// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/fault.h"

#include "support/testing.h"

using base::Fault;
using base::Faults;
using base::Severity;

namespace {

Fault faultOf(Severity severity)
{
    Fault fault;
    fault.severity = severity;
    return fault;
}

} // namespace

class TestFault : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsErrors_data();
    void findsErrors();
};

void TestFault::findsErrors_data()
{
    QTest::addColumn<Faults>("faults");
    QTest::addColumn<bool>("expected");

    const Fault error = faultOf(Severity::Error);
    const Fault warning = faultOf(Severity::Warning);
    QTest::newRow("none") << Faults{} << false;
    QTest::newRow("warnings") << Faults{warning, warning} << false;
    QTest::newRow("an error") << Faults{error} << true;
    QTest::newRow("an error after a warning") << Faults{warning, error} << true;
}

void TestFault::findsErrors()
{
    QFETCH(const Faults, faults);
    QTEST(base::hasError(faults), "expected");
}

TEST_MAIN_GUILESS(TestFault)

#include "tst_fault.moc"

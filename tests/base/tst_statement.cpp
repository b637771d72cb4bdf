// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/statement.h"

#include "support/testing.h"

using base::Verb;

class TestStatement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spellsVerbs_data();
    void spellsVerbs();
    void refusesOtherSpellings_data();
    void refusesOtherSpellings();
};

void TestStatement::spellsVerbs_data()
{
    QTest::addColumn<Verb>("verb");

    // The spelling is the row's name: it stands in every journal, so it never changes.
    QTest::newRow("opened") << Verb::Opened;
    QTest::newRow("experienced") << Verb::Experienced;
    QTest::newRow("skipped") << Verb::Skipped;
    QTest::newRow("predicted") << Verb::Predicted;
    QTest::newRow("started") << Verb::Started;
    QTest::newRow("answered") << Verb::Answered;
    QTest::newRow("completed") << Verb::Completed;
    QTest::newRow("tallied") << Verb::Tallied;
    QTest::newRow("revealed") << Verb::Revealed;
    QTest::newRow("showed") << Verb::Showed;
    QTest::newRow("paused") << Verb::Paused;
    QTest::newRow("resumed") << Verb::Resumed;
    QTest::newRow("cut") << Verb::Cut;
    QTest::newRow("chose") << Verb::Chose;
    QTest::newRow("voided") << Verb::Voided;
}

void TestStatement::spellsVerbs()
{
    QFETCH(const Verb, verb);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    QCOMPARE(base::verbName(verb), name);
    QCOMPARE(base::verbNamed(name), std::optional(verb));
}

void TestStatement::refusesOtherSpellings_data()
{
    QTest::addColumn<QString>("name");

    QTest::newRow("empty") << "";
    QTest::newRow("capital") << "Answered";
    QTest::newRow("a part") << "answer";
    QTest::newRow("a space") << "answered ";
    QTest::newRow("an address") << "http://adlnet.gov/expapi/verbs/answered";
}

void TestStatement::refusesOtherSpellings()
{
    QFETCH(const QString, name);
    QCOMPARE(base::verbNamed(name), std::optional<Verb>());
}

TEST_MAIN_GUILESS(TestStatement)

#include "tst_statement.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/claimdetails.h"

#include "desk/deskhelpers.h"

using desk::Detail;
using testing::text;

namespace {

/// What stands under a label; null where the label is not there.
QString under(const course::Course &course, const char *claim, const char *label)
{
    const std::vector<Detail> details = desk::detailsOf(course, *course::findClaim(course, text(claim)));
    const auto found = std::ranges::find(details, text(label), &Detail::label);
    return found == details.end() ? QString() : found->text;
}

constexpr auto verified = "How far it was verified";
constexpr auto other = "Another source of its numbers";

} // namespace

class TestClaimDetails : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { testing::failOnWarnings(); }

    void namesTheEssay();
    void namesTheSourcesOfItsNumbers();
    void saysWhereItIsNotRecordedWhere_data();
    void saysWhereItIsNotRecordedWhere();
    void definesTheWordsBesideIt();
    void saysWhatTheSectionCannotTell();
    void everyClaimIsTold();
};

void TestClaimDetails::namesTheEssay()
{
    const course::Course course = testing::readTinyCourse().course;
    QCOMPARE(under(course, "P1.1", "Source"), text("An Author, “An Essay”, A Centre, 29 January 2014; paragraph P1."));
    QCOMPARE(under(course, "P1.1", verified), text("Stated by the essay alone."));
    QCOMPARE(under(course, "P1.1", other), QString()); // its numbers are the essay's
}

void TestClaimDetails::namesTheSourcesOfItsNumbers()
{
    course::Course course = testing::readTinyCourse().course;
    course.sources.push_back(
        {text("paper"), text("A Reporter"), text("A Report"), text("A Paper"), text("2003"), text("Read in part.")});
    course.figures.front().rows.front().source = text("paper");
    course.claims.front().status = course::Status::Corroborated;
    QCOMPARE(under(course, "P1.1", other), text("A Reporter, “A Report”, A Paper, 2003. Read in part."));
    QCOMPARE(under(course, "P1.1", verified), text("Confirmed elsewhere. What else was read for it is named below."));
    QCOMPARE(under(course, "P1.2", other), QString());
}

void TestClaimDetails::saysWhereItIsNotRecordedWhere_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("told");
    const auto row = [](const char *name, course::Status status, const char *told) {
        QTest::newRow(name) << static_cast<int>(status) << text(told);
    };
    row("by the essay alone", course::Status::EssayOnly, "Stated by the essay alone.");
    row("confirmed", course::Status::Corroborated,
        "Confirmed elsewhere. By which source is not recorded in this course.");
    row("disputed", course::Status::Disputed, "Disputed. By which source is not recorded in this course.");
    row("not found", course::Status::NotFound, "Looked for elsewhere and not found.");
}

void TestClaimDetails::saysWhereItIsNotRecordedWhere()
{
    QFETCH(const int, status);
    QFETCH(const QString, told);
    course::Course course = testing::readTinyCourse().course;
    course.claims.back().status = static_cast<course::Status>(status);
    QCOMPARE(under(course, "P1.2", verified), told);
}

void TestClaimDetails::definesTheWordsBesideIt()
{
    const course::Course course = testing::readTinyCourse().course;
    constexpr auto words = "Words beside it, as this course uses them";
    QCOMPARE(under(course, "P1.1", words), text("table: A board on legs."));
    QCOMPARE(under(course, "P1.2", words), QString()); // its paragraph has none
}

void TestClaimDetails::saysWhatTheSectionCannotTell()
{
    const course::Course course = testing::readTinyCourse().course;
    constexpr auto limits = "What the section “Two stones” cannot tell";
    QCOMPARE(under(course, "P1.2", limits), text("Stones cannot say why they roll."));
    QCOMPARE(under(course, "P1.1", limits), QString()); // its figure says that
    QVERIFY(under(course, "P1.1", "Who is not counted, and what it cannot tell")
                .contains(text("Nobody counted the pebbles.")));
}

void TestClaimDetails::everyClaimIsTold()
{
    const course::Course course = course::read(testing::sourcePath(text("lessons/after-the-raid"))).course;
    QVERIFY(!course.claims.empty());
    for (const course::Claim &claim : course.claims) {
        for (const Detail &detail : desk::detailsOf(course, claim))
            QVERIFY2(!detail.label.isEmpty() && !detail.text.trimmed().isEmpty(), qPrintable(claim.id));
    }
}

DESK_TEST_MAIN(TestClaimDetails)
#include "tst_claimdetails.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/contentsmodel.h"

#include "desk/deskhelpers.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using desk::ContentsModel;
using desk::Location;
using desk::Study;
using Kind = ContentsModel::Kind;
using Page = Location::Page;

namespace {

QString kindName(const QModelIndex &index)
{
    switch (static_cast<Kind>(index.data(ContentsModel::KindRole).toInt())) {
    case Kind::Module:
        return QStringLiteral("module");
    case Kind::ClosedModule:
        return QStringLiteral("closed");
    case Kind::Section:
        return QStringLiteral("section");
    case Kind::Check:
        return QStringLiteral("check");
    case Kind::Story:
        return QStringLiteral("story");
    case Kind::Form:
        return QStringLiteral("form");
    }
    return {};
}

/// The rows as lines: `section One stone, done, current`.
QStringList linesOf(const ContentsModel &model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row);
        QString line = kindName(index) + QLatin1Char(' ') + index.data(Qt::DisplayRole).toString();
        if (index.data(ContentsModel::DoneRole).toBool())
            line += QStringLiteral(", done");
        if (index.data(ContentsModel::CurrentRole).toBool())
            line += QStringLiteral(", current");
        lines.append(line);
    }
    return lines;
}

QStringList lines(std::initializer_list<const char *> texts)
{
    QStringList list;
    for (const char *text : texts)
        list.append(QString::fromUtf8(text));
    return list;
}

course::Course withAClosedModule()
{
    course::Course course = testing::readTinyCourse().course;
    course.modules.back().sections.clear();
    course.modules.back().items.clear();
    return course;
}

struct Fixture {
    explicit Fixture(course::Course course = testing::readTinyCourse().course)
        : study(std::move(course), testing::journalInMemory(), base::fixedClock(testing::eightOClock)), model(study),
          tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest)
    {
    }

    Study study;
    ContentsModel model;
    QAbstractItemModelTester tester;
};

const Location sectionTwo{Page::Section, QStringLiteral("two")};
const Location firstCheck{Page::Check, QStringLiteral("first")};

} // namespace

class TestContentsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { testing::failOnWarnings(); }

    void showsModulesAloneAtFirst();
    void opensTheModuleOfASection();
    void opensTheModuleOfACheck();
    void opensOneModuleAtATime();
    void marksWhatIsDone();
    void showsAClosedModule();
    void leadsToPages();
    void leadsToTheFirstSectionThatIsNotRead();
    void saysMinutesAndShare();
    void speaksWhatIsDone();
    void numbersModules();
};

void TestContentsModel::showsModulesAloneAtFirst()
{
    const Fixture fixture;
    QCOMPARE(linesOf(fixture.model), lines({"module A first module", "module The first module, again"}));
    QVERIFY(!fixture.model.currentIndex().isValid());
}

void TestContentsModel::opensTheModuleOfASection()
{
    Fixture fixture;
    fixture.model.setLocation(sectionTwo);
    QCOMPARE(linesOf(fixture.model),
             lines({"module A first module, current", "section One stone", "section Two stones, current",
                    "section Three stones", "check Check your understanding", "module The first module, again"}));
    QCOMPARE(fixture.model.currentIndex().row(), 2);
    fixture.model.setLocation({});
    QCOMPARE(fixture.model.rowCount(), 2);
}

void TestContentsModel::opensTheModuleOfACheck()
{
    Fixture fixture;
    fixture.model.setLocation(firstCheck);
    QCOMPARE(linesOf(fixture.model).at(4), QStringLiteral("check Check your understanding, current"));
    QCOMPARE(fixture.model.currentIndex().row(), 4);
}

void TestContentsModel::opensOneModuleAtATime()
{
    Fixture fixture;
    fixture.model.setLocation(sectionTwo);
    fixture.model.setLocation({Page::Section, QStringLiteral("four")});
    QCOMPARE(linesOf(fixture.model), lines({"module A first module", "module The first module, again, current",
                                            "section Four stones, current", "check Check your understanding"}));
}

void TestContentsModel::marksWhatIsDone()
{
    Fixture fixture;
    fixture.model.setLocation(sectionTwo);
    const QSignalSpy changed(&fixture.model, &ContentsModel::dataChanged);
    fixture.study.finishSection(QStringLiteral("one"));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(linesOf(fixture.model).at(1), QStringLiteral("section One stone, done"));
    quiz::Check check = fixture.study.newCheck(fixture.study.course().modules.front());
    fixture.study.record(check.start());
    for (qsizetype i = 0; i < check.size(); ++i) {
        QCOMPARE(linesOf(fixture.model).at(4), QStringLiteral("check Check your understanding"));
        fixture.study.record(*check.skip(i));
    }
    QCOMPARE(linesOf(fixture.model).at(4), QStringLiteral("check Check your understanding, done"));
}

void TestContentsModel::showsAClosedModule()
{
    Fixture fixture(withAClosedModule());
    QCOMPARE(linesOf(fixture.model).at(1), QStringLiteral("closed The first module, again"));
    const QModelIndex closed = fixture.model.index(1);
    QCOMPARE(fixture.model.locationOf(closed), (Location{Page::Faults, {}}));
    QCOMPARE(closed.data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("The first module, again, closed: needs mending"));
}

void TestContentsModel::leadsToPages()
{
    Fixture fixture;
    fixture.model.setLocation(sectionTwo);
    QCOMPARE(fixture.model.locationOf(fixture.model.index(2)), sectionTwo);
    QCOMPARE(fixture.model.locationOf(fixture.model.index(4)), firstCheck);
    QCOMPARE(fixture.model.locationOf({}), Location());
}

void TestContentsModel::leadsToTheFirstSectionThatIsNotRead()
{
    Fixture fixture;
    const QModelIndex module = fixture.model.index(0);
    QCOMPARE(fixture.model.locationOf(module), (Location{Page::Section, QStringLiteral("one")}));
    fixture.study.finishSection(QStringLiteral("one"));
    QCOMPARE(fixture.model.locationOf(module), sectionTwo);
    fixture.study.finishSection(QStringLiteral("two"));
    fixture.study.finishSection(QStringLiteral("three"));
    QCOMPARE(fixture.model.locationOf(module), (Location{Page::Section, QStringLiteral("one")}));
}

void TestContentsModel::saysMinutesAndShare()
{
    Fixture fixture;
    const QModelIndex module = fixture.model.index(0);
    QCOMPARE(module.data(ContentsModel::MinutesRole).toInt(), course::selfMinutes(fixture.study.course().modules[0]));
    QCOMPARE(module.data(ContentsModel::ShareRole).toDouble(), 0.0);
    fixture.study.finishSection(QStringLiteral("one"));
    QCOMPARE(module.data(ContentsModel::ShareRole).toDouble(), 0.25);
}

void TestContentsModel::speaksWhatIsDone()
{
    Fixture fixture;
    fixture.model.setLocation(sectionTwo);
    fixture.study.finishSection(QStringLiteral("one"));
    QCOMPARE(fixture.model.index(1).data(Qt::AccessibleTextRole).toString(), QStringLiteral("One stone, done"));
    QCOMPARE(fixture.model.index(2).data(Qt::AccessibleTextRole).toString(), QStringLiteral("Two stones"));
}

void TestContentsModel::numbersModules()
{
    course::Course course;
    course.modules.resize(3);
    course.modules[0].id = QStringLiteral("a");
    course.modules[0].folder = QStringLiteral("05-what-happened-next");
    course.modules[1].id = QStringLiteral("b");
    course.modules[1].folder = QStringLiteral("afterwards");
    course.modules[2].id = QStringLiteral("c");
    course.modules[2].folder = QStringLiteral("12");
    QCOMPARE(desk::moduleNumber(course, course.modules[0]), 5);
    QCOMPARE(desk::moduleNumber(course, course.modules[1]), 2);
    QCOMPARE(desk::moduleNumber(course, course.modules[2]), 12);
}

DESK_TEST_MAIN(TestContentsModel)

#include "tst_contentsmodel.moc"

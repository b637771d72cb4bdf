// SPDX-License-Identifier: GPL-3.0-or-later
#include "keep/plans.h"

#include "support/testing.h"

#include <QDir>
#include <QTemporaryDir>

using keep::Plans;

namespace {

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

QJsonObject planOf(const char *id, const char *title)
{
    return {{text("id"), text(id)}, {text("title"), text(title)}};
}

} // namespace

class TestPlans : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsPlans();
    void keepsWhatItDoesNotKnow();
    void keepsMoreThanSettingsMayHold();
    void putsADamagedFileAside_data();
    void putsADamagedFileAside();
    void readsWhatIsSound();
    void twoWindowsKeepEachOthers();
    void tellsWhereItCannotWrite();
    void holdsInMemory();

private:
    QTemporaryDir m_folder;
};

void TestPlans::keepsPlans()
{
    const QString folder = m_folder.filePath(text("kept"));
    Plans plans(folder);
    QVERIFY(!QFile::exists(folder)); // nobody made a plan yet
    QVERIFY(plans.set(planOf("own-1", "Tuesday")) && plans.set(planOf("own-2", "Thursday")));
    QVERIFY(plans.set(planOf("own-1", "Tuesday, in the hall")));
    const std::vector<QJsonObject> both{planOf("own-1", "Tuesday, in the hall"), planOf("own-2", "Thursday")};
    QCOMPARE(plans.all(), both);
    QCOMPARE(Plans(folder).all(), both);
    QCOMPARE(plans.plan(text("own-2")), both[1]);
    QVERIFY(plans.plan(text("own-3")).isEmpty());
    QVERIFY(plans.remove(text("own-1")));
    QCOMPARE(Plans(folder).all(), std::vector<QJsonObject>{both[1]});
    QVERIFY(plans.remove(text("own-2")));
    QVERIFY(Plans(folder).all().empty());
    QCOMPARE(QFile::permissions(folder + text("/plans.json")) & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
}

/// A part that a later version of the program has written.
void TestPlans::keepsWhatItDoesNotKnow()
{
    const QString folder = m_folder.filePath(text("later"));
    testing::write(folder + text("/plans.json"), R"({"plans": [{"id": "own-1", "colour": "green"}]})");
    QVERIFY(Plans(folder).set(planOf("own-2", "Another")));
    QCOMPARE(Plans(folder).plan(text("own-1")).value(text("colour")).toString(), text("green"));
}

void TestPlans::keepsMoreThanSettingsMayHold()
{
    const QString folder = m_folder.filePath(text("many"));
    Plans plans(folder);
    std::vector<QJsonObject> many;
    for (int i = 0; i < 100; ++i) {
        QJsonObject plan = planOf("", "A long title");
        plan.insert(text("id"), QStringLiteral("own-%1").arg(i));
        plan.insert(text("steps"), QString(5000, u'x'));
        many.push_back(plan);
    }
    QVERIFY(plans.add(many));
    QCOMPARE(Plans(folder).all().size(), std::size_t(100));
}

void TestPlans::putsADamagedFileAside_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("cut off") << QByteArray(R"({"plans": [{"id": "own-1", "ti)");
    QTest::newRow("no object") << QByteArray(R"([{"id": "own-1"}])");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("other bytes") << QByteArray("\0\xff\xfe SQLite", 10);
}

void TestPlans::putsADamagedFileAside()
{
    QFETCH(const QByteArray, bytes);
    const QTemporaryDir folder;
    const QString path = folder.filePath(text("plans.json"));
    testing::write(path, bytes);
    Plans plans(folder.path());
    QVERIFY(plans.all().empty());
    QVERIFY(plans.set(planOf("own-2", "After it")));
    QCOMPARE(testing::bytesOf(path + text(".damaged")), bytes);
    QCOMPARE(Plans(folder.path()).all().size(), std::size_t(1));
    // A second one does not take the place of the first.
    testing::write(path, "{");
    QVERIFY(Plans(folder.path()).all().empty());
    QCOMPARE(testing::bytesOf(path + text(".damaged")), bytes);
    QCOMPARE(testing::bytesOf(path + text(".damaged-2")), QByteArray("{"));
}

void TestPlans::readsWhatIsSound()
{
    const QString folder = m_folder.filePath(text("partly"));
    testing::write(folder + text("/plans.json"),
                   R"({"plans": [5, {"title": "no id"}, {"id": "own-1", "title": "first"}, {"id": 7}, null,
                                 {"id": "own-1", "title": "the same again"}, {"id": "own-2"}]})");
    const Plans plans(folder);
    QCOMPARE(plans.all().size(), std::size_t(2));
    QCOMPARE(plans.all().back().value(text("id")).toString(), text("own-2"));
}

void TestPlans::twoWindowsKeepEachOthers()
{
    const QString folder = m_folder.filePath(text("two"));
    Plans here(folder);
    Plans there(folder);
    QVERIFY(here.set(planOf("own-here", "Here")));
    QVERIFY(there.set(planOf("own-there", "There")));
    QVERIFY(here.set(planOf("own-here", "Here, changed")));
    QCOMPARE(here.all(), (std::vector<QJsonObject>{planOf("own-here", "Here, changed"), planOf("own-there", "There")}));
    QVERIFY(there.remove(text("own-here")));
    here.reload();
    QCOMPARE(here.all(), std::vector<QJsonObject>{planOf("own-there", "There")});
}

/// What cannot be written holds for this run, and is written with the next change that can be.
void TestPlans::tellsWhereItCannotWrite()
{
    const QString folder = m_folder.filePath(text("file-in-the-way"));
    testing::write(folder, "no folder");
    Plans plans(folder);
    const auto refused = plans.set(planOf("own-1", "First"));
    QVERIFY(!refused);
    QCOMPARE(refused.error().path, folder);
    QVERIFY(!refused.error().detail.isEmpty());
    plans.reload();
    QCOMPARE(plans.all().size(), std::size_t(1));
    QVERIFY(QFile::remove(folder));
    QVERIFY(plans.set(planOf("own-2", "Second")));
    QCOMPARE(Plans(folder).all().size(), std::size_t(2));
}

void TestPlans::holdsInMemory()
{
    Plans plans{QString()};
    QVERIFY(plans.set(planOf("own-1", "A guest's")));
    plans.reload();
    QCOMPARE(plans.all().size(), std::size_t(1));
    QVERIFY(!QFile::exists(text("/plans.json")));
}

TEST_MAIN_GUILESS(TestPlans)
#include "tst_plans.moc"

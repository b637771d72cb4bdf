// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/command.h"
#include "support/testing.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace {

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

struct Outcome {
    int status = -1;
    QString told;
};

/// A folder to convert in, and what a run in it says.
class Workplace
{
public:
    void put(const char *name, const QByteArray &bytes) const
    {
        QDir().mkpath(QFileInfo(path(name)).path());
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
    }

    [[nodiscard]] QString path(const char *name) const { return m_folder.filePath(text(name)); }
    [[nodiscard]] QByteArray bytes(const char *name) const { return testing::bytesOf(path(name)); }
    [[nodiscard]] bool has(const char *name) const { return QFile::exists(path(name)); }

    [[nodiscard]] Outcome convert(const char *from, const char *to, const QStringList &more = {}) const
    {
        Outcome outcome;
        QString out;
        QTextStream outStream(&out);
        QTextStream errStream(&outcome.told);
        outcome.status = command::run(QStringList{text("convert"), path(from), path(to)} + more, outStream, errStream);
        outcome.told.remove(m_folder.path() + u'/');
        return outcome;
    }

private:
    QTemporaryDir m_folder;
};

constexpr auto sound = "// [id:one]\n::T::Q {=yes ~no}\n";

} // namespace

class TestConvert : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void convertsBetweenAll_data();
    void convertsBetweenAll();
    void keepsWhatIsSound();
    void writesNothingWhereNothingIsSound();
    void tellsWhatIsLost();
    void takesImagesAlong();
    void neverReplacesACourseInSilence();
    void refuses_data();
    void refuses();
    void leavesTheOldFileWhereItCannotWrite();
};

void TestConvert::convertsBetweenAll_data()
{
    QTest::addColumn<QByteArray>("there");
    for (const char *format : {"xml", "csv", "json", "gift"})
        QTest::newRow(format) << QByteArray("there.") + format;
}

void TestConvert::convertsBetweenAll()
{
    QFETCH(const QByteArray, there);
    const Workplace place;
    place.put("a.gift", sound);
    const Outcome gone = place.convert("a.gift", there.constData());
    QCOMPARE(gone.told, QString());
    QCOMPARE(gone.status, 0);
    QCOMPARE(place.convert(there.constData(), "back.gift").status, 0);
    QCOMPARE(place.convert("a.gift", "straight.gift").status, 0);
    QCOMPARE(place.bytes("back.gift"), place.bytes("straight.gift"));
    QVERIFY(place.bytes("back.gift").contains("=yes"));
}

void TestConvert::keepsWhatIsSound()
{
    const Workplace place;
    place.put("a.gift", QByteArray(sound) + "\n::Two::Q {=a\n");
    const Outcome outcome = place.convert("a.gift", "b.json");
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.told.startsWith(text("a.gift:4:10: error: ")), qUtf8Printable(outcome.told));
    QVERIFY(place.bytes("b.json").contains("\"one\""));
}

void TestConvert::writesNothingWhereNothingIsSound()
{
    const Workplace place;
    place.put("a.json", "[");
    place.put("b.gift", "as it was");
    const Outcome outcome = place.convert("a.json", "b.gift");
    QCOMPARE(outcome.status, 1);
    QVERIFY(outcome.told.contains(text("json-syntax")));
    QVERIFY(outcome.told.contains(text("nothing was written")));
    QCOMPARE(place.bytes("b.gift"), QByteArray("as it was"));
}

void TestConvert::tellsWhatIsLost()
{
    const Workplace place;
    place.put("a.gift", QByteArray(sound) + "\n// [id:two]\n::E::Write {}\n");
    const Outcome outcome = place.convert("a.gift", "b.tsv");
    QCOMPARE(outcome.status, 0);
    QVERIFY2(outcome.told.startsWith(text("a.gift:5:1: warning: ")), qUtf8Printable(outcome.told));
    QVERIFY(outcome.told.contains(text("[question-left-out]")));
    QVERIFY(place.bytes("b.tsv").contains("#deck:a\n"));
}

void TestConvert::takesImagesAlong()
{
    const Workplace place;
    place.put("from/pictures/a b.png", "a picture");
    place.put("from/a.gift", "// [id:one]\n[html]<img src\\=\"pictures/a%20b.png\"> {=yes ~no}\n");
    QCOMPARE(place.convert("from/a.gift", "a.xml").status, 0);
    QVERIFY(place.bytes("a.xml").contains(QByteArray("a picture").toBase64()));
    QCOMPARE(place.convert("a.xml", "to/b.gift").status, 3);
    QVERIFY(QDir().mkpath(place.path("to")));
    QCOMPARE(place.convert("a.xml", "to/b.gift").status, 0);
    QCOMPARE(place.bytes("to/b-images/a b.png"), QByteArray("a picture"));
    QVERIFY(place.bytes("to/b.gift").contains("src\\=\"b-images/a%20b.png\""));
}

void TestConvert::neverReplacesACourseInSilence()
{
    const Workplace place;
    place.put("a.gift", sound);
    place.put("course/course.yaml", "id: x");
    place.put("course/01/items.gift", "as it was");
    const Outcome refused = place.convert("a.gift", "course/01/items.gift");
    QCOMPARE(refused.status, 2);
    QVERIFY(refused.told.contains(text("--replace")));
    QCOMPARE(place.bytes("course/01/items.gift"), QByteArray("as it was"));
    QCOMPARE(place.convert("a.gift", "course/01/more.gift").status, 0);
    QCOMPARE(place.convert("a.gift", "course/01/items.gift", {text("--replace")}).status, 0);
    QVERIFY(place.bytes("course/01/items.gift").contains("=yes"));
}

void TestConvert::refuses_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<int>("status");
    QTest::newRow("an unknown ending") << QByteArray("a.gift") << QByteArray("b.doc") << 2;
    QTest::newRow("Anki's text to read") << QByteArray("a.tsv") << QByteArray("b.gift") << 2;
    QTest::newRow("a file that is not there") << QByteArray("none.gift") << QByteArray("b.json") << 1;
    QTest::newRow("a folder that is not there") << QByteArray("a.gift") << QByteArray("no/b.json") << 3;
}

void TestConvert::refuses()
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    QFETCH(const int, status);
    const Workplace place;
    place.put("a.gift", sound);
    place.put("a.tsv", "x\ty\n");
    const Outcome outcome = place.convert(from.constData(), to.constData());
    QCOMPARE(outcome.status, status);
    QVERIFY(!outcome.told.isEmpty());
    QVERIFY(!place.has(to.constData()));
}

void TestConvert::leavesTheOldFileWhereItCannotWrite()
{
    const Workplace place;
    place.put("a.gift", sound);
    place.put("b.json/inside", "a folder of that name");
    QCOMPARE(place.convert("a.gift", "b.json").status, 3);
    QVERIFY(place.has("b.json/inside"));
}

QTEST_GUILESS_MAIN(TestConvert)

#include "tst_convert.moc"

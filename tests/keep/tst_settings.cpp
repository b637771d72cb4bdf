// SPDX-License-Identifier: GPL-3.0-or-later
#include "keep/settings.h"

#include "support/filesizelimit.h"
#include "support/testing.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <limits>
#include <memory>
#include <sys/stat.h>

using keep::Place;
using keep::Progress;
using keep::Settings;
using keep::Store;
using keep::Theme;

namespace {

Settings settingsOf(Progress progress, Theme theme, double textScale, bool trainerNotes)
{
    Settings settings;
    settings.progress = progress;
    settings.theme = theme;
    settings.textScale = textScale;
    settings.trainerNotes = trainerNotes;
    return settings;
}

int modeOf(const QString &path)
{
    struct stat status = {};
    const bool isThere = ::stat(QFile::encodeName(path).constData(), &status) == 0;
    return isThere ? static_cast<int>(status.st_mode & 0777U) : -1;
}

} // namespace

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void startsWithDefaults();
    void keepsSettings_data();
    void keepsSettings();
    void keepsThePlace_data();
    void keepsThePlace();
    void spellsInWords();
    void readsSettings_data();
    void readsSettings();
    void readsThePlace_data();
    void readsThePlace();
    void putsAsideWhatItCannotRead_data();
    void putsAsideWhatItCannotRead();
    void neverPutsAsideOverAnother();
    void isForTheOwnerAlone();
    void tellsWhatItCannotWrite_data();
    void tellsWhatItCannotWrite();
    void survivesAFullDisk();
    void staysInMemory();
    void standsInTheConfigurationFolder();

private:
    [[nodiscard]] QString folder() const { return m_folder->filePath(QStringLiteral("deep/kept")); }
    [[nodiscard]] QString file(const char *name) const { return folder() + u'/' + QString::fromLatin1(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSettings::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestSettings::startsWithDefaults()
{
    const Store store(folder());
    QCOMPARE(store.settings(), Settings());
    QCOMPARE(store.place(), Place());
    QVERIFY(!QFile::exists(folder()));
}

void TestSettings::keepsSettings_data()
{
    QTest::addColumn<Settings>("settings");

    QTest::newRow("defaults") << Settings();
    QTest::newRow("kept, light") << settingsOf(Progress::Keep, Theme::Light, 0.8, true);
    QTest::newRow("guest, dark") << settingsOf(Progress::Guest, Theme::Dark, 2.0, false);
    QTest::newRow("contrast, a fraction") << settingsOf(Progress::NotAsked, Theme::Contrast, 1.1, false);
}

void TestSettings::keepsSettings()
{
    QFETCH(const Settings, settings);
    Store store(folder());
    QVERIFY(store.setSettings(settingsOf(Progress::Guest, Theme::Light, 1.5, true)));
    QVERIFY(store.setSettings(settings));
    QCOMPARE(store.settings(), settings);
    QCOMPARE(Store(folder()).settings(), settings);
    QCOMPARE(Store(folder()).place(), Place());
}

void TestSettings::keepsThePlace_data()
{
    QTest::addColumn<Place>("place");

    QTest::newRow("start page") << Place();
    QTest::newRow("top") << Place{QStringLiteral("what-is-known"), 0.0};
    QTest::newRow("middle") << Place{QStringLiteral("what-is-known"), 0.375};
    QTest::newRow("end") << Place{QStringLiteral("what-is-known"), 1.0};
}

void TestSettings::keepsThePlace()
{
    QFETCH(const Place, place);
    Store store(folder());
    QVERIFY(store.setPlace(place));
    QCOMPARE(store.place(), place);
    QCOMPARE(Store(folder()).place(), place);
}

void TestSettings::spellsInWords()
{
    Store store(folder());
    Settings settings = settingsOf(Progress::NotAsked, Theme::Contrast, 1.25, true);
    settings.opening = keep::Opening::AfterTries;
    settings.asksCertainty = true;
    settings.mixedOrder = true;
    settings.keptDays = 91;
    settings.lineSpacing = 1.25;
    settings.lineLength = 0.85;
    settings.notes = true;
    settings.hideKey = QStringLiteral("Ctrl+Space");
    QVERIFY(store.setSettings(settings));
    QCOMPARE(Store(folder()).settings(), settings);
    const QJsonObject expected{{QStringLiteral("progress"), QStringLiteral("not-asked")},
                               {QStringLiteral("theme"), QStringLiteral("contrast")},
                               {QStringLiteral("textScale"), 1.25},
                               {QStringLiteral("trainerNotes"), true},
                               {QStringLiteral("opening"), QStringLiteral("after-tries")},
                               {QStringLiteral("asksCertainty"), true},
                               {QStringLiteral("mixedOrder"), true},
                               {QStringLiteral("keptDays"), 91},
                               {QStringLiteral("lineSpacing"), 1.25},
                               {QStringLiteral("lineLength"), 0.85},
                               {QStringLiteral("notes"), true},
                               {QStringLiteral("hideKey"), QStringLiteral("Ctrl+Space")}};
    QCOMPARE(QJsonDocument::fromJson(testing::bytesOf(file("settings.json"))).object(), expected);
}

void TestSettings::readsSettings_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<Settings>("expected");

    QTest::newRow("nothing set") << QByteArray("{}") << Settings();
    QTest::newRow("unknown words") << QByteArray(R"({"progress": "Keep", "theme": "pink", "more": 1})") << Settings();
    QTest::newRow("wrong types") << QByteArray(
                                        R"({"progress": 1, "theme": null, "textScale": "1.5", "trainerNotes": "yes"})")
                                 << Settings();
    QTest::newRow("scale too small") << QByteArray(R"({"textScale": 0.79})") << Settings();
    QTest::newRow("scale too large") << QByteArray(R"({"textScale": 1e9})") << Settings();
    QTest::newRow("one wrong among right")
        << QByteArray(R"({"progress": "guest", "theme": "dark", "textScale": -1, "trainerNotes": true})")
        << settingsOf(Progress::Guest, Theme::Dark, 1.0, true);
}

void TestSettings::readsSettings()
{
    QFETCH(const QByteArray, json);
    testing::write(file("settings.json"), json);
    QTEST(Store(folder()).settings(), "expected");
    QCOMPARE(testing::bytesOf(file("settings.json")), json);
}

void TestSettings::readsThePlace_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<Place>("expected");

    QTest::newRow("nothing") << QByteArray("{}") << Place();
    QTest::newRow("wrong types") << QByteArray(R"({"section": 7, "scrolled": "half"})") << Place();
    QTest::newRow("above the top") << QByteArray(R"({"section": "a", "scrolled": -0.1})")
                                   << Place{QStringLiteral("a"), 0.0};
    QTest::newRow("below the end") << QByteArray(R"({"section": "a", "scrolled": 1.1})")
                                   << Place{QStringLiteral("a"), 0.0};
}

void TestSettings::readsThePlace()
{
    QFETCH(const QByteArray, json);
    testing::write(file("place.json"), json);
    QTEST(Store(folder()).place(), "expected");
}

void TestSettings::putsAsideWhatItCannotRead_data()
{
    QTest::addColumn<QByteArray>("bytes");

    QTest::newRow("empty, as after a power cut") << QByteArray();
    QTest::newRow("zeros") << QByteArray(200, '\0');
    QTest::newRow("cut off") << QByteArray(R"({"theme": "dark")");
    QTest::newRow("a list") << QByteArray(R"(["dark"])");
    QTest::newRow("too large") << QByteArray(R"({"theme": "dark"})") + QByteArray(64 * 1024, ' ');
}

void TestSettings::putsAsideWhatItCannotRead()
{
    QFETCH(const QByteArray, bytes);
    testing::write(file("settings.json"), bytes);
    Store store(folder());
    QCOMPARE(store.settings(), Settings());
    QVERIFY(!QFile::exists(file("settings.json")));
    QVERIFY(store.setSettings(settingsOf(Progress::Keep, Theme::Dark, 1.0, false)));
    QCOMPARE(testing::bytesOf(file("settings.json.damaged")), bytes);
    QCOMPARE(Store(folder()).settings().theme, Theme::Dark);
}

void TestSettings::neverPutsAsideOverAnother()
{
    for (const char *content : {"first", "second", "third"}) {
        testing::write(file("place.json"), content);
        QCOMPARE(Store(folder()).place(), Place());
    }
    QCOMPARE(testing::bytesOf(file("place.json.damaged")), QByteArray("first"));
    QCOMPARE(testing::bytesOf(file("place.json.damaged-2")), QByteArray("second"));
    QCOMPARE(testing::bytesOf(file("place.json.damaged-3")), QByteArray("third"));
}

void TestSettings::isForTheOwnerAlone()
{
    const mode_t before = ::umask(0);
    Store store(folder());
    const bool isWritten = store.setSettings({}) && store.setPlace({});
    ::umask(before);
    QVERIFY(isWritten);
    QCOMPARE(modeOf(folder()), 0700);
    QCOMPARE(modeOf(file("settings.json")), 0600);
    QCOMPARE(modeOf(file("place.json")), 0600);
}

void TestSettings::tellsWhatItCannotWrite_data()
{
    QTest::addColumn<QString>("inTheWay");

    QTest::newRow("a file in place of the folder") << "deep/kept";
    QTest::newRow("a file in place of its parent") << "deep";
    QTest::newRow("a folder in place of the file") << "deep/kept/settings.json/something";
}

void TestSettings::tellsWhatItCannotWrite()
{
    QFETCH(const QString, inTheWay);
    testing::write(m_folder->filePath(inTheWay), "x");
    Store store(folder());
    const Settings wanted = settingsOf(Progress::Keep, Theme::Dark, 1.0, false);
    const auto refused = store.setSettings(wanted);
    QVERIFY(!refused);
    QVERIFY(refused.error().path.startsWith(folder()));
    QVERIFY(!refused.error().detail.isEmpty());
    QCOMPARE(store.settings(), wanted);
    QCOMPARE(testing::bytesOf(m_folder->filePath(inTheWay)), QByteArray("x"));
}

/// What is written is short enough to be in a buffer until the very end.
void TestSettings::survivesAFullDisk()
{
    Store store(folder());
    QVERIFY(store.setPlace({QStringLiteral("here"), 0.5}).has_value());
    const QByteArray before = testing::bytesOf(file("place.json"));
    {
        const testing::FileSizeLimit full(10);
        const auto kept = store.setPlace({QStringLiteral("there"), 0.25});
        QVERIFY(!kept.has_value());
        QCOMPARE(kept.error().path, file("place.json"));
    }
    QCOMPARE(testing::bytesOf(file("place.json")), before);
    QCOMPARE(QDir(folder()).entryList(QDir::Files), QStringList{QStringLiteral("place.json")});
    QVERIFY(store.setPlace({QStringLiteral("there"), 0.25}).has_value());
}

void TestSettings::staysInMemory()
{
    Store store{QString()};
    QVERIFY(store.setSettings(settingsOf(Progress::Guest, Theme::Dark, 1.5, true)));
    QVERIFY(store.setPlace({QStringLiteral("a"), std::numeric_limits<double>::quiet_NaN()}));
    QCOMPARE(store.settings().theme, Theme::Dark);
    QCOMPARE(store.place(), (Place{QStringLiteral("a"), 0.0}));
    QCOMPARE(Store(QString()).settings(), Settings());
}

void TestSettings::standsInTheConfigurationFolder()
{
    QVERIFY(QDir::isAbsolutePath(keep::defaultFolder()));
    QVERIFY(keep::defaultFolder().endsWith(QLatin1String("/after-the-raid")));
}

TEST_MAIN_GUILESS(TestSettings)

#include "tst_settings.moc"

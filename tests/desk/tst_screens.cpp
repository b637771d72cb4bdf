// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/projector.h"
#include "desk/screens.h"
#include "deskhelpers.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QScreen>
#include <QTemporaryFile>

using desk::ScreenInfo;
using desk::ScreenShare;
using testing::text;

namespace {

const ScreenInfo laptop{QStringLiteral("eDP-1"), {0, 0, 1366, 768}};
const ScreenInfo projector{QStringLiteral("HDMI-1"), {1366, 0, 1024, 768}};
const ScreenInfo mirrored{QStringLiteral("HDMI-1"), {0, 0, 1366, 768}};

} // namespace

class TestScreens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { testing::beginDesk(); }

    void giveTheRoomTheOther();
    void keepTheirOwners();
    void countAMirrorAsOne();
    void outliveBeingUnplugged();
    void neverShowTheRoomTheConsole();
    void swapForReal();
};

void TestScreens::giveTheRoomTheOther()
{
    QCOMPARE(desk::shareScreens({laptop, projector}, {laptop.name, {}}), (ScreenShare{laptop.name, projector.name}));
    QCOMPARE(desk::shareScreens({laptop}, {laptop.name, {}}), (ScreenShare{laptop.name, {}}));
    QCOMPARE(desk::shareScreens({}, {laptop.name, projector.name}), ScreenShare());
}

void TestScreens::keepTheirOwners()
{
    const ScreenShare turned{projector.name, laptop.name};
    QCOMPARE(desk::shareScreens({laptop, projector}, turned), turned);
    QCOMPARE(desk::swapped(desk::swapped(turned)), turned);
    QCOMPARE(desk::swapped({laptop.name, {}}), (ScreenShare{laptop.name, {}}));
    const ScreenInfo third{text("DP-2"), {2390, 0, 1920, 1080}};
    QCOMPARE(desk::shareScreens({laptop, third, projector}, {laptop.name, projector.name}),
             (ScreenShare{laptop.name, projector.name}));
}

void TestScreens::countAMirrorAsOne()
{
    QCOMPARE(desk::shareScreens({laptop, mirrored}, {laptop.name, {}}), (ScreenShare{laptop.name, {}}));
}

void TestScreens::outliveBeingUnplugged()
{
    ScreenShare share{laptop.name, projector.name};
    for (int time = 0; time < 20; ++time) {
        share = desk::shareScreens({laptop}, share);
        QCOMPARE(share, (ScreenShare{laptop.name, {}}));
        share = desk::shareScreens({laptop, projector}, share);
        QCOMPARE(share, (ScreenShare{laptop.name, projector.name}));
        share = desk::swapped(share);
        share = desk::shareScreens({laptop, projector}, share);
        QCOMPARE(share, (ScreenShare{projector.name, laptop.name}));
        share = desk::shareScreens({laptop}, share); // the console's own screen goes: it moves to the one that is left
        QCOMPARE(share, (ScreenShare{laptop.name, {}}));
        share = desk::shareScreens({laptop, projector}, share);
    }
}

/// Whatever comes and goes: the room's screen is there, and it is never the trainer's, nor shows the same.
void TestScreens::neverShowTheRoomTheConsole()
{
    QRandomGenerator random(20'261'127);
    ScreenShare share;
    for (int change = 0; change < 2000; ++change) {
        std::vector<ScreenInfo> screens;
        for (int at = 0; at < 4; ++at) {
            if (random.bounded(2) == 0)
                screens.push_back({QString::number(at), {random.bounded(3) * 1000, 0, 1000, 800}});
        }
        share = desk::shareScreens(screens, random.bounded(5) == 0 ? desk::swapped(share) : share);
        const auto areaOf = [&](const QString &name) {
            const auto found = std::ranges::find(screens, name, &ScreenInfo::name);
            return found == screens.end() ? QRect() : found->area;
        };
        QCOMPARE(share.console.isEmpty(), screens.empty());
        if (share.projector.isEmpty())
            continue;
        QVERIFY(!areaOf(share.projector).isEmpty());
        QVERIFY(areaOf(share.projector) != areaOf(share.console));
    }
}

/// With two screens of Qt's own platform for tests: the window fills the other one, and changes places.
void TestScreens::swapForReal()
{
    QCOMPARE(QGuiApplication::screens().size(), 2);
    const course::Course course;
    QWidget console;
    console.setGeometry(50, 50, 800, 600);
    console.show();
    desk::Projector window(course, &console);
    QVERIFY(window.window() == nullptr); // nothing is shown before the session begins
    window.open();
    QVERIFY(window.window() != nullptr);
    for (int time = 0; time < 20; ++time) {
        const bool isTurned = time % 2 == 1;
        const ScreenInfo &room = isTurned ? laptop : projector;
        const ScreenInfo &own = isTurned ? projector : laptop;
        QCOMPARE(window.share(), (ScreenShare{own.name, room.name}));
        QCOMPARE(window.window()->geometry(), room.area);
        QVERIFY(own.area.contains(console.geometry()));
        window.swap();
    }
    window.close();
    QVERIFY(window.window() == nullptr);
}

/// Two screens beside one another, from the beginning of the process.
int main(int argc, char **argv)
{
    QTemporaryFile file;
    if (!file.open())
        return 1;
    const auto screen = [](const ScreenInfo &info) {
        return QJsonObject{{text("name"), info.name},
                           {text("x"), info.area.x()},
                           {text("y"), info.area.y()},
                           {text("width"), info.area.width()},
                           {text("height"), info.area.height()}};
    };
    const QJsonObject screens{{text("screens"), QJsonArray{screen(laptop), screen(projector)}}};
    file.write(QJsonDocument(screens).toJson());
    file.flush();
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + file.fileName().toUtf8());
    QApplication application(argc, argv);
    TestScreens test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_screens.moc"

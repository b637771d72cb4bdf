// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testing.h"

#include <QDirIterator>
#include <QProcess>
#include <QStringEncoder>
#include <QSysInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <cstring>

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>

namespace {

// The folders are named by them, so that a path that is written down tells on itself.
const QString account = QStringLiteral("quetzalcoatlus");
const QString home = QStringLiteral("home-of-thylacine");
const QString note = QStringLiteral("archaeopteryx saw it");

/// The addresses of this machine that tell it from others, as they are written.
QStringList addresses()
{
    QStringList found;
    ifaddrs *first = nullptr;
    if (::getifaddrs(&first) != 0)
        return found;
    for (const ifaddrs *one = first; one != nullptr; one = one->ifa_next) {
        if (one->ifa_addr == nullptr || one->ifa_addr->sa_family != AF_INET || (one->ifa_flags & IFF_LOOPBACK) != 0)
            continue;
        sockaddr_in address{};
        std::memcpy(&address, one->ifa_addr, sizeof address);
        std::array<char, INET_ADDRSTRLEN> text{};
        found.append(QString::fromLatin1(::inet_ntop(AF_INET, &address.sin_addr, text.data(), text.size())));
    }
    ::freeifaddrs(first);
    return found;
}

/// What is searched for. A host's name that is a word of the course, or as short as one, would be found in it.
QStringList tellingWords()
{
    QStringList words{account, home, note, note.section(QLatin1Char(' '), 0, 0)};
    words += addresses();
    const QString host = QSysInfo::machineHostName();
    if (host.size() >= 6 && host != QLatin1String("localhost"))
        words.append(host);
    return words;
}

/// The same in the ways in which a program may have put it down.
QByteArrayList spellings(const QString &word)
{
    QStringEncoder little(QStringEncoder::Utf16LE);
    QStringEncoder big(QStringEncoder::Utf16BE);
    return {word.toUtf8().toLower(), QByteArray(little(word)).toLower(), QByteArray(big(word)).toLower()};
}

QStringList filesIn(const QString &folder)
{
    QStringList paths;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext())
        paths.append(files.next());
    return paths;
}

/// Every file below `folder` whose bytes, or whose name below it, tell something, with what it is.
QStringList tellingFiles(const QString &folder)
{
    QStringList found;
    for (const QString &path : filesIn(folder)) {
        const QByteArray bytes = path.mid(folder.size()).toUtf8().toLower() + testing::bytesOf(path).toLower();
        for (const QString &word : tellingWords()) {
            const QByteArrayList all = spellings(word);
            if (std::ranges::any_of(all, [&](const QByteArray &spelling) { return bytes.contains(spelling); }))
                found.append(path + QLatin1String(": ") + word);
        }
    }
    return found;
}

} // namespace

class TestTraces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void findsWhatItLooksFor();
    void nothingTellsWhoItWas();
    void nothingIsLeftOfNotes();

private:
    [[nodiscard]] QString homeFolder() const { return m_folder->filePath(home); }
    [[nodiscard]] QString exports() const { return m_folder->filePath(QStringLiteral("exports")); }
    /// Has somebody visit, at home in a folder of the test's.
    void visit(const QStringList &more = {});

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestTraces::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    QVERIFY(QDir().mkpath(homeFolder()) && QDir().mkpath(exports()));
}

void TestTraces::visit(const QStringList &more)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *variable : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"})
        environment.remove(QString::fromLatin1(variable));
    environment.insert(QStringLiteral("HOME"), homeFolder());
    environment.insert(QStringLiteral("TMPDIR"), homeFolder());
    for (const char *variable : {"USER", "LOGNAME", "USERNAME"})
        environment.insert(QString::fromLatin1(variable), account);
    QProcess visitor;
    visitor.setProcessEnvironment(environment);
    visitor.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    visitor.start(QStringLiteral(AFTER_THE_RAID_BINARY_DIR "/bin/visitor"), QStringList{exports()} + more);
    QVERIFY(visitor.waitForFinished(120'000));
    QCOMPARE(visitor.exitStatus(), QProcess::NormalExit);
    QCOMPARE(visitor.exitCode(), 0);
}

/// A search that finds nothing must be one that could.
void TestTraces::findsWhatItLooksFor()
{
    QStringEncoder encoder(QStringEncoder::Utf16LE);
    testing::write(m_folder->filePath(QStringLiteral("a")), "at " + account.toUtf8().toUpper() + "'s");
    testing::write(m_folder->filePath(QStringLiteral("b")), QByteArray(encoder(home)));
    testing::write(m_folder->filePath(QStringLiteral("c")), QByteArray("so the archaeopteryx said"));
    QCOMPARE(tellingFiles(m_folder->path()).size(), 3);
}

void TestTraces::nothingTellsWhoItWas()
{
    visit();
    QVERIFY(QFile::exists(homeFolder() + QStringLiteral("/.local/share/after-the-raid/journal.sqlite")));
    QVERIFY2(filesIn(exports()).size() >= 7, qPrintable(filesIn(exports()).join(u' ')));
    QCOMPARE(tellingFiles(homeFolder()), QStringList());
    QCOMPARE(tellingFiles(exports()), QStringList());
}

void TestTraces::nothingIsLeftOfNotes()
{
    visit({QStringLiteral("--notes"), note});
    QCOMPARE(tellingFiles(homeFolder()), QStringList());
    QCOMPARE(tellingFiles(exports()), QStringList());
}

TEST_MAIN_GUILESS(TestTraces)
#include "tst_traces.moc"

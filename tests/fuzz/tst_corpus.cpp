// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testing.h"
#include "targets.h"

#include <QDir>
#include <QRandomGenerator>

/// A short run of the fuzzers over their corpus, each file as it is and a little damaged, without libFuzzer.
class TestCorpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReadWithoutHarm_data();
    void isReadWithoutHarm();
};

namespace {

constexpr int damages = 60;

using Target = void (*)(const QByteArray &);

QByteArray damaged(QByteArray bytes, QRandomGenerator &random)
{
    static const QByteArray special("~=#{}:\\%->/[]<>&;\"',\n\r\t\0\xFF", 25);
    for (int i = 1 + random.bounded(4); i > 0 && !bytes.isEmpty(); --i) {
        const int at = random.bounded(static_cast<int>(bytes.size()));
        const char byte = special.at(random.bounded(static_cast<int>(special.size())));
        switch (random.bounded(4)) {
        case 0:
            bytes[at] = byte;
            break;
        case 1:
            bytes.insert(at, byte);
            break;
        case 2:
            bytes.remove(at, 1 + random.bounded(8));
            break;
        default:
            bytes.insert(at, bytes.mid(random.bounded(static_cast<int>(bytes.size())), random.bounded(30)));
        }
    }
    return bytes;
}

} // namespace

void TestCorpus::isReadWithoutHarm_data()
{
    QTest::addColumn<Target>("target");
    QTest::addColumn<QString>("path");
    const auto addAll = [](const char *folder, Target target) {
        const QDir corpus(testing::sourcePath(QStringLiteral("tests/fuzz/corpus/") + QLatin1String(folder)));
        const QStringList files = corpus.entryList(QDir::Files, QDir::Name);
        QVERIFY2(files.size() >= 5, folder);
        for (const QString &file : files)
            QTest::addRow("%s/%s", folder, qUtf8Printable(file)) << target << corpus.filePath(file);
    };
    addAll("gift", &fuzz::gift);
    addAll("xml", &fuzz::moodleXml);
    addAll("csv", &fuzz::sheet);
}

void TestCorpus::isReadWithoutHarm()
{
    QFETCH(const Target, target);
    QFETCH(const QString, path);
    const QByteArray bytes = testing::bytesOf(path);
    target(bytes);
    QRandomGenerator random(static_cast<quint32>(bytes.size()));
    for (int i = 0; i < damages; ++i)
        target(damaged(bytes, random));
    QVERIFY(true); // a target that does not hold aborts
}

QTEST_GUILESS_MAIN(TestCorpus)

#include "tst_corpus.moc"

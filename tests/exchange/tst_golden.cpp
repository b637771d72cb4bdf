// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/formats.h"
#include "support/describing.h"
#include "support/testing.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <cmath>

using exchange::Format;

namespace {

/// White space counts as present or absent, and not at all around a gap: gift-pegjs rewrites it.
QString normalised(QString text)
{
    static const QRegularExpression gap(QStringLiteral("[ \\t\\r\\n]*_{5}[ \\t\\r\\n]*"));
    static const QRegularExpression space(QStringLiteral("[ \\t\\r\\n]+"));
    static const QRegularExpression ends(QStringLiteral("^ | $"));
    return text.replace(gap, QStringLiteral(" _____ ")).replace(space, QStringLiteral(" ")).remove(ends);
}

bool isSame(const QJsonValue &ours, const QJsonValue &theirs)
{
    constexpr double tolerance = 1e-5;
    if (theirs.isDouble())
        return ours.isDouble() && std::abs(ours.toDouble() - theirs.toDouble()) <= tolerance;
    if (theirs.isString())
        return normalised(ours.toString()) == normalised(theirs.toString());
    return ours == theirs;
}

/// What `theirs` says and `ours` says otherwise; what it does not say is not compared.
QStringList differences(const QJsonObject &ours, const QJsonObject &theirs)
{
    QStringList found;
    for (auto field = theirs.begin(); field != theirs.end(); ++field) {
        if (field.key() != QLatin1String("options") && !isSame(ours.value(field.key()), field.value()))
            found.append(field.key());
    }
    const QJsonArray ourOptions = ours.value(QLatin1String("options")).toArray();
    const QJsonArray theirOptions = theirs.value(QLatin1String("options")).toArray();
    if (ourOptions.size() != theirOptions.size())
        found.append(QStringLiteral("options"));
    for (qsizetype i = 0; i < std::min(ourOptions.size(), theirOptions.size()); ++i) {
        for (const QString &field : differences(ourOptions.at(i).toObject(), theirOptions.at(i).toObject()))
            found.append(QStringLiteral("option %1: %2").arg(QString::number(i + 1), field));
    }
    return found;
}

QJsonArray arrayOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).array();
}

} // namespace

/// Holds what is read from GIFT to what gift-pegjs 1.0.2 made of the same files; tests/oracle tells how that was
/// stored.
class TestGolden : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAsGiftPegjs_data();
    void readsAsGiftPegjs();
    void noticesADifference();
};

void TestGolden::readsAsGiftPegjs_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(testing::sourcePath(QStringLiteral("tests/golden/gift-pegjs")));
    const QStringList files = folder.entryList({QStringLiteral("*.gift")}, QDir::Files, QDir::Name);
    QVERIFY(files.size() >= 10);
    for (const QString &file : files)
        QTest::newRow(qUtf8Printable(file)) << folder.filePath(file);
}

void TestGolden::readsAsGiftPegjs()
{
    QFETCH(const QString, path);
    const exchange::Reading reading = exchange::read(Format::Gift, testing::bytesOf(path), path);
    QVERIFY(!base::hasError(reading.faults));
    const QJsonArray ours = arrayOf(exchange::write(Format::Json, reading.questions, {}).bytes);
    const QJsonArray theirs =
        arrayOf(testing::bytesOf(QString(path).replace(QLatin1String(".gift"), QLatin1String(".json"))));
    QVERIFY(!theirs.isEmpty());
    QCOMPARE(ours.size(), theirs.size());
    for (qsizetype i = 0; i < theirs.size(); ++i)
        QCOMPARE(differences(ours.at(i).toObject(), theirs.at(i).toObject()), QStringList());
}

void TestGolden::noticesADifference()
{
    const auto object = [](const char *json) { return QJsonDocument::fromJson(json).object(); };
    const QJsonObject ours = object(R"({"title": "A  b", "x": 1, "options": [{"fraction": 0.3333333}]})");
    QCOMPARE(differences(ours, object(R"({"title": "A b", "options": [{"fraction": 0.33333}]})")), QStringList());
    QCOMPARE(differences(ours, object(R"({"title": "Ab", "options": [{"fraction": 0.5}]})")),
             QStringList({QStringLiteral("title"), QStringLiteral("option 1: fraction")}));
    QCOMPARE(differences(ours, object(R"({"options": []})")), QStringList(QStringLiteral("options")));
}

QTEST_GUILESS_MAIN(TestGolden)

#include "tst_golden.moc"

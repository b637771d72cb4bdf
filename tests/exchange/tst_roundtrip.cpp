// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/formats.h"
#include "exchange/json.h"
#include "randomquestions.h"
#include "support/describing.h"
#include "support/testing.h"

#include <QDirIterator>

using exchange::Format;
using exchange::Questions;
using exchange::Reading;
using exchange::Writing;
using items::Item;

namespace {

constexpr int howMany = 10'000;

/// The same question, wherever it stands. In GIFT an arrow in the HTML of a pair can only be written as an entity.
Item comparable(Item item)
{
    item.place = {};
    for (items::Option &option : item.options) {
        if (item.type == items::ItemType::Matching && option.text.format == items::TextFormat::Html)
            option.text.content.replace(QLatin1String("-&gt;"), QLatin1String("->"));
    }
    return item;
}

QList<QByteArray> linesOf(const Item &item)
{
    return exchange::writeJson({{item}, {}}).bytes.split('\n');
}

} // namespace

class TestRoundTrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void randomQuestions_data();
    void randomQuestions();
    void shippedQuestions_data();
    void shippedQuestions();
};

void TestRoundTrip::randomQuestions_data()
{
    QTest::addColumn<Format>("format");
    QTest::newRow("GIFT") << Format::Gift;
    QTest::newRow("Moodle XML") << Format::MoodleXml;
    QTest::newRow("the sheet") << Format::Sheet;
    QTest::newRow("JSON") << Format::Json;
}

/// Ten thousand questions with every special character come back equal, field by field.
void TestRoundTrip::randomQuestions()
{
    QFETCH(const Format, format);
    testing::QuestionMaker maker(20140129);
    Questions questions;
    while (questions.items.size() < howMany) {
        const Item item = maker.next();
        // What GIFT has no words for at all is held to elsewhere.
        if (format != Format::Gift || items::canWriteGift(item))
            questions.items.push_back(item);
    }
    const Writing writing = exchange::write(format, questions, {});
    QCOMPARE(describe(writing.losses), QStringList());
    const Reading reading = exchange::read(format, writing.bytes, QStringLiteral("q"));
    for (const base::Fault &fault : reading.faults)
        QVERIFY2(fault.severity == base::Severity::Warning, qUtf8Printable(describe(fault)));
    QCOMPARE(reading.questions.items.size(), questions.items.size());
    for (std::size_t i = 0; i < questions.items.size(); ++i) {
        if (comparable(reading.questions.items[i]) != comparable(questions.items[i]))
            QCOMPARE(linesOf(reading.questions.items[i]), linesOf(questions.items[i]));
        QVERIFY(comparable(reading.questions.items[i]) == comparable(questions.items[i]));
    }
}

void TestRoundTrip::shippedQuestions_data()
{
    QTest::addColumn<QString>("path");
    QDirIterator files(testing::sourcePath(QStringLiteral("lessons/after-the-raid")), {QStringLiteral("*.gift")},
                       QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        QTest::newRow(qUtf8Printable(path.section(u'/', -2))) << path;
    }
}

/// GIFT -> XML -> GIFT, GIFT -> sheet -> GIFT and GIFT -> JSON -> GIFT give the same file.
void TestRoundTrip::shippedQuestions()
{
    QFETCH(const QString, path);
    const Reading shipped = exchange::read(Format::Gift, testing::bytesOf(path), path);
    QCOMPARE(describe(shipped.faults), QStringList());
    QVERIFY(!shipped.questions.items.empty());
    const QByteArray gift = exchange::write(Format::Gift, shipped.questions, {}).bytes;
    for (const Format format : {Format::MoodleXml, Format::Sheet, Format::Json}) {
        const Writing there = exchange::write(format, shipped.questions, {});
        QCOMPARE(describe(there.losses), QStringList());
        const Reading back = exchange::read(format, there.bytes, path);
        QCOMPARE(describe(back.faults), QStringList());
        QCOMPARE(exchange::write(Format::Gift, back.questions, {}).bytes, gift);
    }
}

QTEST_GUILESS_MAIN(TestRoundTrip)

#include "tst_roundtrip.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/faulttext.h"

#include "support/testing.h"

#include <QRegularExpression>
#include <QSet>

using base::Fault;
using base::FaultCode;
using base::Place;

namespace {

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

/// The enumeration itself, up to its last value: a new one without a sentence shall not pass unseen.
std::vector<FaultCode> everyCode()
{
    std::vector<FaultCode> codes;
    for (int code = 0; code <= static_cast<int>(FaultCode::CoverageShort); ++code)
        codes.push_back(static_cast<FaultCode>(code));
    return codes;
}

Fault faultOf(FaultCode code, const QStringList &details = {text("First"), text("Second"), text("Third")})
{
    Fault fault;
    fault.code = code;
    fault.place = {text("a/b.md"), 12, 3};
    fault.details = details;
    return fault;
}

} // namespace

class TestFaultText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(text(".*"))); }

    void everyCodeIsListed();
    void everyCodeHasAnIdOfItsOwn();
    void idsAreForEver();
    void everyCodeHasASentence_data();
    void everyCodeHasASentence();
    void detailsAreFilledIn_data();
    void detailsAreFilledIn();
    void places_data();
    void places();
    void lines();
};

void TestFaultText::everyCodeIsListed()
{
    QVERIFY(base::allFaultCodes() == everyCode());
}

void TestFaultText::everyCodeHasAnIdOfItsOwn()
{
    static const QRegularExpression form(text("^[a-z0-9]+(-[a-z0-9]+)*$"));
    QSet<QString> ids;
    for (const FaultCode code : everyCode()) {
        const QString id = base::faultId(code);
        QVERIFY2(form.match(id).hasMatch(), qUtf8Printable(id));
        QVERIFY2(!ids.contains(id), qUtf8Printable(id));
        ids.insert(id);
    }
}

/// Other programs read them; a few, lest all are reworded at once.
void TestFaultText::idsAreForEver()
{
    QCOMPARE(base::faultId(FaultCode::FileMissing), text("file-missing"));
    QCOMPARE(base::faultId(FaultCode::NotUtf8), text("not-utf-8"));
    QCOMPARE(base::faultId(FaultCode::YamlDuplicateKey), text("yaml-duplicate-key"));
    QCOMPARE(base::faultId(FaultCode::UnknownFigure), text("unknown-figure"));
    QCOMPARE(base::faultId(FaultCode::RawHtml), text("raw-html"));
    QCOMPARE(base::faultId(FaultCode::CountAboveTotal), text("count-above-total"));
    QCOMPARE(base::faultId(FaultCode::GiftDecimalComma), text("gift-decimal-comma"));
    QCOMPARE(base::faultId(FaultCode::ItemWithoutId), text("item-without-id"));
}

void TestFaultText::everyCodeHasASentence_data()
{
    QTest::addColumn<int>("code");
    for (const FaultCode code : everyCode())
        QTest::newRow(qUtf8Printable(base::faultId(code))) << static_cast<int>(code);
}

void TestFaultText::everyCodeHasASentence()
{
    QFETCH(const int, code);
    const Fault fault = faultOf(static_cast<FaultCode>(code));
    static const QRegularExpression placeholder(text("%[0-9]"));
    for (const QString &sentence : {base::faultText(fault), base::mendText(fault)}) {
        QVERIFY(sentence.size() > 5);
        QVERIFY2(sentence.front().isUpper() || !sentence.front().isLetter(), qUtf8Printable(sentence));
        QVERIFY2(!placeholder.match(sentence).hasMatch(), qUtf8Printable(sentence));
        QVERIFY2(sentence == sentence.simplified(), qUtf8Printable(sentence));
        QVERIFY2(base::faultText(faultOf(fault.code, {})).size() > 5, qUtf8Printable(sentence));
    }
    QVERIFY(base::faultText(fault) != base::mendText(fault));
}

void TestFaultText::detailsAreFilledIn_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QStringList>("details");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, FaultCode code, std::initializer_list<const char *> list,
                        const char *expected) {
        QStringList details;
        for (const char *detail : list)
            details.append(text(detail));
        QTest::newRow(name) << static_cast<int>(code) << details << text(expected);
    };
    row("none", FaultCode::FileMissing, {}, "The file is not there.");
    row("one", FaultCode::UnknownClaim, {"P6.4"}, "There is no claim “P6.4”.");
    row("two", FaultCode::CsvCellCount, {"22", "23"}, "This row has 22 cells; the first line has 23.");
    row("in another order", FaultCode::NumberExpected, {"count", "many"}, "“many” in “count” is not a whole number.");
    row("one that looks like a place for the other", FaultCode::ValueUnknown, {"%2", "%1"},
        "“%1” is not a value that “%2” can have.");
    row("a weight of two", FaultCode::GiftWeightUnknown, {"%2%"}, "“%2%” is not a weight that Moodle takes.");
    row("too many", FaultCode::UnknownClaim, {"P6.4", "P6.5", "P6.6"}, "There is no claim “P6.4”.");
    row("too few", FaultCode::CsvCellCount, {"22"}, "This row has 22 cells; the first line has .");
    row("over lines", FaultCode::UnknownTerm, {" one\r\n\ttwo\n"}, "There is no term “one two”.");
    row("wide characters", FaultCode::UnknownTerm, {"\xF0\x9F\x8C\x8A%1"}, "There is no term “\xF0\x9F\x8C\x8A%1”.");
}

void TestFaultText::detailsAreFilledIn()
{
    QFETCH(const int, code);
    QFETCH(const QStringList, details);
    QTEST(base::faultText(faultOf(static_cast<FaultCode>(code), details)), "expected");
}

void TestFaultText::places_data()
{
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("expected");
    QTest::newRow("whole") << 12 << 3 << text("a/b.md:12:3");
    QTest::newRow("line") << 12 << 0 << text("a/b.md:12");
    QTest::newRow("file") << 0 << 0 << text("a/b.md");
    QTest::newRow("a column without a line") << 0 << 3 << text("a/b.md");
    QTest::newRow("thousands") << 12345 << 6789 << text("a/b.md:12345:6789");
}

void TestFaultText::places()
{
    QFETCH(const int, line);
    QFETCH(const int, column);
    QTEST(base::placeText({text("a/b.md"), line, column}), "expected");
}

void TestFaultText::lines()
{
    Fault fault = faultOf(FaultCode::UnknownClaim, {text("P6.4")});
    QCOMPARE(base::faultLine(fault), text("a/b.md:12:3: error: There is no claim “P6.4”. Check the number, or add the "
                                          "claim to claims.yaml. [unknown-claim]"));
    fault.severity = base::Severity::Warning;
    fault.place.line = 0;
    QVERIFY(base::faultLine(fault).startsWith(text("a/b.md: warning: There is")));
    for (const FaultCode code : everyCode())
        QVERIFY(!base::faultLine(faultOf(code, {text("a\nb"), text("c\r\nd")}))
                     .contains(QRegularExpression(text("[\r\n]"))));
}

TEST_MAIN_GUILESS(TestFaultText)

#include "tst_faulttext.moc"

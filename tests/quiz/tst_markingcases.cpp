// SPDX-License-Identifier: GPL-3.0-or-later
#include "quiz/marking.h"

#include "base/fault.h"
#include "items/gift.h"
#include "support/testing.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <cmath>
#include <set>
#include <vector>

using items::Item;
using items::ItemType;
using quiz::Response;

namespace {

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

/// A row of the table: what is answered to which question, and what that is worth.
struct MarkingCase {
    QByteArray name;
    QByteArray question;
    Response response;
    double fraction = 0.0;
};

/// A response as the table writes it: a JSON array of texts.
Response responseOf(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isArray())
        qFatal("no array: %s", json.constData());
    Response response;
    for (const QJsonValue part : document.array()) {
        if (!part.isString())
            qFatal("not all of it is text: %s", json.constData());
        response.append(part.toString());
    }
    return response;
}

MarkingCase caseOf(const QByteArray &line)
{
    const QList<QByteArray> cells = line.split('\t');
    if (cells.size() != 4)
        qFatal("not four columns: %s", line.constData());
    bool isNumber = false;
    const double fraction = cells.at(3).toDouble(&isNumber);
    if (!isNumber || !(fraction >= 0.0 && fraction <= 1.0))
        qFatal("no fraction: %s", line.constData());
    return {cells.at(0), cells.at(1), responseOf(cells.at(2)), fraction};
}

/// The table's rows. Its first line names the columns; a line that begins with `#` is none of them.
std::vector<MarkingCase> readCases()
{
    const QByteArray bytes = testing::bytesOf(testing::sourcePath(text("tests/quiz/marking-cases.tsv")));
    const QList<QByteArray> lines = bytes.split('\n');
    if (lines.front() != "name\tquestion\tresponse\tfraction")
        qFatal("other columns: %s", lines.front().constData());
    std::vector<MarkingCase> cases;
    for (const QByteArray &line : lines.sliced(1)) {
        if (!line.isEmpty() && !line.startsWith('#'))
            cases.push_back(caseOf(line));
    }
    return cases;
}

} // namespace

/// What Moodle's rules make of an answer, row by row in a table of its own, worked out from the rules and not from us.
class TestMarkingCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(text(".*"))); }

    void theTableIsWhole();
    void marks_data();
    void marks();
};

/// A table that lost half of its rows, or all of a kind, would pass in silence.
void TestMarkingCases::theTableIsWhole()
{
    const std::vector<MarkingCase> cases = readCases();
    QVERIFY(cases.size() >= std::size_t{200});
    std::set<QByteArray> names;
    std::set<ItemType> types;
    for (const MarkingCase &each : cases) {
        QVERIFY2(names.insert(each.name).second, each.name.constData());
        const items::GiftReading reading = items::readGift(each.question, {});
        for (const Item &item : reading.items)
            types.insert(item.type);
    }
    const std::set<ItemType> every{
        ItemType::Choice,    ItemType::TrueFalse,   ItemType::Matching, ItemType::ShortAnswer,
        ItemType::Numerical, ItemType::MissingWord, ItemType::Essay,    ItemType::Description,
    };
    QVERIFY(types == every);
}

void TestMarkingCases::marks_data()
{
    QTest::addColumn<QByteArray>("question");
    QTest::addColumn<Response>("response");
    QTest::addColumn<double>("fraction");
    for (const MarkingCase &each : readCases())
        QTest::newRow(each.name.constData()) << each.question << each.response << each.fraction;
}

void TestMarkingCases::marks()
{
    QFETCH(const QByteArray, question);
    QFETCH(const Response, response);
    QFETCH(const double, fraction);
    const items::GiftReading reading = items::readGift(question, {});
    QVERIFY(!base::hasError(reading.faults));
    QCOMPARE(reading.items.size(), std::size_t{1});
    const double marked = quiz::mark(reading.items.front(), response).fraction;
    QVERIFY2(std::abs(marked - fraction) < 1e-6, qPrintable(QString::number(marked, 'g', 10)));
}

TEST_MAIN_GUILESS(TestMarkingCases)

#include "tst_markingcases.moc"

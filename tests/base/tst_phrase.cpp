// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/phrase.h"

#include "support/testing.h"

#include <QRegularExpression>
#include <QSet>

using base::Phrase;
using base::render;

namespace {

Phrase phrase(const char *id, const QMap<QString, QVariant> &arguments = {})
{
    return {QString::fromLatin1(id), arguments};
}

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

// Every argument that any template asks for.
QMap<QString, QVariant> everyArgument()
{
    QMap<QString, QVariant> arguments;
    for (const char *name :
         {"text", "counted",  "event",  "outcome", "case",   "people",   "first", "second",   "label",
          "rest", "question", "answer", "answers", "status", "window",   "row",   "column",   "from",
          "link", "to",       "what",   "number",  "where",  "sentence", "title", "fraction", "option"})
        arguments.insert(key(name), key("words"));
    for (const char *name : {"total", "count", "limit", "rows", "least", "percent"})
        arguments.insert(key(name), 37);
    return arguments;
}

} // namespace

class TestPhrase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void everyIdRendersWithoutBraces()
    {
        for (const QString &id : base::phraseIds()) {
            const QString text = render({id, everyArgument()});
            QVERIFY2(!text.isEmpty(), qUtf8Printable(id));
            QVERIFY2(!text.contains(u'{') && !text.contains(u'}'), qUtf8Printable(id));
        }
    }

    void idsAreUnique()
    {
        const QStringList ids = base::phraseIds();
        QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), ids.size());
    }

    // But for a room's own answers, from twenty of them on.
    void noPhraseHoldsAPercentage()
    {
        for (const QString &id : base::phraseIds()) {
            if (id == QLatin1String("answers-percent"))
                continue;
            const QString text = render({id, everyArgument()});
            QVERIFY2(!text.contains(u'%') && !text.contains(QLatin1String("percent")), qUtf8Printable(id));
        }
    }

    void wording_data()
    {
        QTest::addColumn<Phrase>("asked");
        QTest::addColumn<QString>("text");
        const auto counts = [](int count, int total) {
            return QMap<QString, QVariant>{{key("count"), count}, {key("total"), total}};
        };

        QTest::newRow("small numbers in words") << phrase("count", counts(1, 2)) << "one of two";
        QTest::newRow("ten is the last word") << phrase("count", counts(0, 10)) << "zero of ten";
        QTest::newRow("eleven makes all figures") << phrase("count", counts(1, 11)) << "1 of 11";
        QTest::newRow("lower bound") << phrase("count-at-least", counts(12, 37)) << "12 or more of 37";
        QTest::newRow("below zero is never a word") << phrase("count", counts(-1, 2)) << "-1 of 2";
        QTest::newRow("English separators in any locale") << phrase("all", {{key("total"), 1200}}) << "all 1,200";
        QTest::newRow("data stays as written")
            << phrase("as-written", {{key("text"), key("{total} of {count}")}}) << "{total} of {count}";
        QTest::newRow("no arguments") << phrase("does-not-apply") << "does not apply";
        QTest::newRow("a phrase within a phrase")
            << phrase("count", {{key("count"), 3},
                                {key("total"), QVariant::fromValue(phrase("total-more-than", {{key("total"), 120}}))}})
            << "three of more than 120";
        QTest::newRow("empty") << Phrase{} << "";
    }

    void wording()
    {
        QFETCH(const Phrase, asked);
        QTEST(render(asked), "text");
    }

    void phrasesCompareWhatTheyHold()
    {
        const QVariant inner = QVariant::fromValue(phrase("total-about", {{key("total"), 80}}));
        const QVariant other = QVariant::fromValue(phrase("total-about", {{key("total"), 81}}));
        QCOMPARE(phrase("all", {{key("total"), inner}}), phrase("all", {{key("total"), inner}}));
        QVERIFY(phrase("all", {{key("total"), inner}}) != phrase("all", {{key("total"), other}}));
    }
};

TEST_MAIN_GUILESS(TestPhrase)

#include "tst_phrase.moc"

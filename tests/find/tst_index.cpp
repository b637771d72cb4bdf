// SPDX-License-Identifier: GPL-3.0-or-later
#include "find/index.h"

#include "course/reading.h"
#include "support/testing.h"

using find::Entry;
using find::Excerpt;
using find::Hit;
using find::Index;
using find::Kind;

namespace {

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

std::unique_ptr<Index> indexOf(const std::vector<Entry> &entries)
{
    auto index = Index::make(entries);
    if (!index)
        qFatal("%s", qPrintable(index.error().detail));
    return std::move(*index);
}

std::vector<Entry> few()
{
    return {
        {Kind::Term, text("raid"), text("Raid"), text("Police enter a place without notice."), {}},
        {Kind::Section, text("after"), text("What happened next"), text("After a raid some went back.\nNobody asked."),
         text("Module")},
        {Kind::Claim, text("P6.4"), text("P6.4"), text("Café owners told the NGO’s staff."), {}},
        {Kind::Item, text("q"), text("Who decides on raids?"), text("The police"), text("Module")},
    };
}

QStringList idsOf(const std::vector<Hit> &hits)
{
    QStringList ids;
    for (const Hit &hit : hits)
        ids.append(hit.id);
    return ids;
}

QStringList marked(const Excerpt &excerpt)
{
    QStringList words;
    for (const Excerpt::Mark &mark : excerpt.marks)
        words.append(excerpt.text.mid(mark.start, mark.length));
    return words;
}

} // namespace

class TestIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatIsBegun_data();
    void findsWhatIsBegun();
    void marksWhatItFound();
    void cutsLongTexts();
    void takesAnySignsForWords_data();
    void takesAnySignsForWords();
    void replacesAKind();
    void tellsWhichNoteItIs();
    void keepsToItsLimit();
    void findsEverythingInTheCourse();
    void givesNoAnswersAway();
};

void TestIndex::findsWhatIsBegun_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("ids");
    const auto row = [](const char *typed, const QStringList &ids) { QTest::newRow(typed) << text(typed) << ids; };
    row("r", {text("raid"), text("q"), text("after")}); // what has it in its title comes first
    row("raid", {text("raid"), text("q"), text("after")});
    row("RAID", {text("raid"), text("q"), text("after")});
    row("raids", {text("q")});
    row("police ent", {text("raid")});
    row("ent police", {text("raid")});
    row("entering", {});
    row("cafe", {text("P6.4")});
    row("CAFÉ own", {text("P6.4")});
    row("p6.4", {text("P6.4")});
    row("ngo's", {text("P6.4")});
    row("who decides", {text("q")});
    row("nobody at all", {});
}

void TestIndex::findsWhatIsBegun()
{
    QFETCH(const QString, typed);
    QFETCH(const QStringList, ids);
    QCOMPARE(idsOf(indexOf(few())->find(typed)), ids);
}

void TestIndex::marksWhatItFound()
{
    const auto index = indexOf(few());
    const std::vector<Hit> hits = index->find(text("rai"));
    QCOMPARE(hits[0].title.text, text("Raid"));
    QCOMPARE(marked(hits[0].title), QStringList{text("Raid")});
    QCOMPARE(hits[2].kind, Kind::Section);
    QCOMPARE(hits[2].under, text("Module"));
    QCOMPARE(hits[2].text.text, text("After a raid some went back. Nobody asked."));
    QCOMPARE(marked(hits[2].text), QStringList{text("raid")});
}

void TestIndex::cutsLongTexts()
{
    const QString filler = text("word ").repeated(60);
    const auto index = indexOf({{Kind::Section, text("long"), text("Long"), filler + text("shelter ") + filler, {}}});
    const std::vector<Hit> hits = index->find(text("shelter"));
    QCOMPARE(hits.size(), std::size_t(1));
    QVERIFY(hits[0].text.text.startsWith(text("…")) && hits[0].text.text.endsWith(text("…")));
    QCOMPARE(marked(hits[0].text), QStringList{text("shelter")});
}

void TestIndex::takesAnySignsForWords_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("hits"); // of the three that have "raid" in them
    for (const char *typed : {"raid*", "-raid", "^raid", "(raid", "\"raid", "{raid} :"})
        QTest::newRow(typed) << text(typed) << 3;
    for (const char *typed : {"\"", "\" OR 1", "title:raid", "NEAR(raid", "(", "raid AND NOT police", "%", "ra\\id",
                              "raid\"; DROP TABLE entry", "🙂", " ", "", "រឿង"})
        QTest::newRow(typed) << text(typed) << 0;
}

void TestIndex::takesAnySignsForWords()
{
    QFETCH(const QString, typed);
    QFETCH(const int, hits);
    const auto index = indexOf(few());
    QCOMPARE(static_cast<int>(index->find(typed).size()), hits);
    QVERIFY(!index->find(text("raid")).empty()); // and it is still whole
}

void TestIndex::replacesAKind()
{
    const auto index = indexOf(few());
    const auto note = [](const char *id, const char *words) {
        return Entry{Kind::Note, text(id), text("Note"), text(words), {}};
    };
    QVERIFY(index->replace(Kind::Note, {note("1", "about raids"), note("2", "about rest")}));
    QCOMPARE(idsOf(index->find(text("about"))), (QStringList{text("1"), text("2")}));
    QVERIFY(index->replace(Kind::Note, {note("3", "about trust")}));
    QCOMPARE(idsOf(index->find(text("about"))), QStringList{text("3")});
    QVERIFY(index->replace(Kind::Note, {}));
    QCOMPARE(idsOf(index->find(text("about"))), QStringList());
    QCOMPARE(idsOf(index->find(text("raid"))).size(), 3);
}

/// Several notes may stand in one section.
void TestIndex::tellsWhichNoteItIs()
{
    const auto note = [](const char *id, const char *words) {
        return Entry{Kind::Note, text("after"), text("What happened next"), text(words), {}, text(id)};
    };
    const auto index = indexOf(few());
    QVERIFY(index->replace(Kind::Note, {note("first", "about trust"), note("second", "about rest")}));
    const std::vector<Hit> hits = index->find(text("about"));
    QCOMPARE(idsOf(hits), (QStringList{text("after"), text("after")}));
    QCOMPARE(hits[0].part, text("first"));
    QCOMPARE(hits[1].part, text("second"));
    QCOMPARE(index->find(text("first")).size(), std::size_t(0)); // an id is no word
    QCOMPARE(index->find(text("raid")).front().part, QString());
}

void TestIndex::keepsToItsLimit()
{
    std::vector<Entry> many;
    for (int i = 0; i < 100; ++i)
        many.push_back(
            {Kind::Section, QString::number(i), text(i % 2 == 0 ? "Trust" : "Other"), text("trust here"), {}});
    const std::vector<Hit> hits = indexOf(many)->find(text("trust"), 60);
    QCOMPARE(hits.size(), std::size_t(60));
    QCOMPARE(hits[49].id, text("98")); // all that have it in their title
    QCOMPARE(hits[50].id, text("1"));
}

/// By its own title, whatever it is.
void TestIndex::findsEverythingInTheCourse()
{
    const course::Course course =
        course::read(testing::sourcePath(text("lessons/after-the-raid")), course::Extent::ForLearners).course;
    const std::vector<Entry> entries = find::entriesOf(course);
    QVERIFY(entries.size() > 200);
    const auto index = indexOf(entries);
    for (const Entry &entry : entries) {
        const QStringList found = idsOf(index->find(entry.title, static_cast<int>(entries.size())));
        QVERIFY2(found.contains(entry.id), qPrintable(entry.id + text(": ") + entry.title));
    }
}

void TestIndex::givesNoAnswersAway()
{
    course::Course course;
    course.modules.emplace_back();
    items::Item item;
    item.id = text("q");
    item.stem.content = text("Stem?");
    item.options.emplace_back();
    item.options.front().text.content = text("Shown");
    item.options.front().feedback.content = text("Hidden");
    item.generalFeedback.content = text("Concealed");
    course.modules.front().items = {item};
    course.modules.front().title = text("Module");
    const auto index = indexOf(find::entriesOf(course));
    QCOMPARE(index->find(text("shown")).size(), std::size_t(1));
    QCOMPARE(index->find(text("hidden")).size(), std::size_t(0));
    QCOMPARE(index->find(text("concealed")).size(), std::size_t(0));
}

TEST_MAIN_GUILESS(TestIndex)
#include "tst_index.moc"

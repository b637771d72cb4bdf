// SPDX-License-Identifier: GPL-3.0-or-later
#include "keep/people.h"

#include "keep/helpcard.h"
#include "keep/notes.h"
#include "support/testing.h"

#include <QDir>
#include <QTemporaryDir>

using keep::Face;
using keep::HelpCard;
using keep::People;

namespace {

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

Face named(const char *name, int picture)
{
    Face face;
    face.id = QUuid::createUuid();
    face.name = text(name);
    face.picture = picture;
    return face;
}

} // namespace

class TestPeople : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsFaces();
    void knowsNobodyByAnEmptyFace();
    void aPinOpensOnlyItsOwn();
    void takesADamagedFileForNone();
    void aHelpCardIsKept();
    void notesAreKeptAndWiped();
    void twoWindowsKeepEachOthers();

private:
    QTemporaryDir m_folder;
};

void TestPeople::keepsFaces()
{
    const QString folder = m_folder.filePath(text("faces"));
    const Face first = named("The one by the window", 3);
    Face second = named("  B \n ", 1);
    {
        People people(folder);
        QVERIFY(people.set(first) && people.set(second));
        second.name = text("B");
        QCOMPARE(people.faces(), (std::vector<Face>{first, second}));
    }
    People again(folder);
    QCOMPARE(again.faceOf(first.id), first);
    QVERIFY(again.remove(first.id));
    QCOMPARE(People(folder).faces(), std::vector<Face>{second});
    QVERIFY(!testing::bytesOf(folder + text("/people.json")).contains("window"));
}

void TestPeople::knowsNobodyByAnEmptyFace()
{
    const QUuid id = QUuid::createUuid();
    const Face face = People(QString()).faceOf(id);
    QCOMPARE(face.id, id);
    QVERIFY(face.name.isEmpty() && !face.hasPin());
    QVERIFY(keep::opens(face, text("anything")));
}

void TestPeople::aPinOpensOnlyItsOwn()
{
    const Face face = keep::withPin(named("A", 0), text("4711"));
    QVERIFY(face.hasPin());
    QVERIFY(keep::opens(face, text("4711")));
    QVERIFY(!keep::opens(face, text("4712")));
    QVERIFY(!keep::opens(face, QString()));
    QVERIFY(keep::withPin(face, text("4711")).hash != face.hash); // another salt
    QVERIFY(!keep::withPin(face, QString()).hasPin());
    const QString folder = m_folder.filePath(text("pin"));
    QVERIFY(People(folder).set(face));
    QVERIFY(!testing::bytesOf(folder + text("/people.json")).contains("4711"));
    QVERIFY(keep::opens(People(folder).faceOf(face.id), text("4711")));
}

void TestPeople::takesADamagedFileForNone()
{
    const QString folder = m_folder.filePath(text("damaged"));
    testing::write(folder + text("/people.json"), "{\"people\": [{\"id\": \"no id\"}, 5, {\"id\":");
    QCOMPARE(People(folder).faces(), std::vector<Face>());
    QVERIFY(QFile::exists(folder + text("/people.json.damaged")));
    testing::write(folder + text("/people.json"), "{\"people\": [{\"id\": \"no id\"}, 5]}");
    QCOMPARE(People(folder).faces(), std::vector<Face>());
}

void TestPeople::aHelpCardIsKept()
{
    const QString folder = m_folder.filePath(text("help"));
    QCOMPARE(HelpCard(folder).text(), QString());
    HelpCard card(folder);
    QVERIFY(card.setText(text("Ask at the desk.\nThursdays")));
    QCOMPARE(HelpCard(folder).text(), text("Ask at the desk.\nThursdays"));
    QVERIFY(card.setText(QString(5000, u'x')));
    QCOMPARE(HelpCard(folder).text().size(), keep::mostHelpText);
    HelpCard inMemory{QString()};
    QVERIFY(inMemory.setText(text("for now")));
    QCOMPARE(inMemory.text(), text("for now"));
}

void TestPeople::notesAreKeptAndWiped()
{
    const QString folder = m_folder.filePath(text("notes"));
    std::vector<keep::Note> many;
    for (int i = 0; i < 1000; ++i)
        many.push_back({QUuid::createUuid(), text("section"), text("a quote"), i, text("word ").repeated(40)});
    QVERIFY(keep::Notes(folder).add(many));
    QVERIFY(QFileInfo(folder + text("/notes.json")).size() > 200000); // far beyond a file of settings
    QCOMPARE(keep::Notes(folder).all(), many);
    testing::write(folder + text("/notes.json.damaged"), "an older one");
    QVERIFY(keep::Notes(folder).clear());
    QCOMPARE(QDir(folder).entryList(QDir::Files), QStringList());
    QCOMPARE(keep::Notes(folder).all(), std::vector<keep::Note>());
    QVERIFY(!QFileInfo::exists(folder)); // the folder is named after somebody
}

/// Two windows of the program: neither writes over what the other wrote, nor brings back what it took out.
void TestPeople::twoWindowsKeepEachOthers()
{
    const QString folder = m_folder.filePath(text("two"));
    const auto noteOf = [](const char *words) {
        return keep::Note{QUuid::createUuid(), text("section"), text("a quote"), 0, text(words)};
    };
    const keep::Note first = noteOf("first");
    const keep::Note second = noteOf("second");
    keep::Notes one(folder);
    keep::Notes other(folder);
    QVERIFY(one.set(first));
    QVERIFY(other.set(second));
    QCOMPARE(other.all(), (std::vector{first, second}));
    QVERIFY(one.clear());
    QVERIFY(other.remove(second.id));
    QCOMPARE(keep::Notes(folder).all(), std::vector<keep::Note>());

    People here(folder);
    People there(folder);
    Face ana;
    ana.id = QUuid::createUuid();
    ana.name = text("Ana");
    Face ben = ana;
    ben.id = QUuid::createUuid();
    QVERIFY(here.set(ana));
    QVERIFY(there.set(ben));
    QVERIFY(here.remove(ana.id));
    ben.name = text("Ben");
    QVERIFY(there.set(ben));
    QCOMPARE(People(folder).faces(), std::vector{ben});
}

TEST_MAIN_GUILESS(TestPeople)
#include "tst_people.moc"

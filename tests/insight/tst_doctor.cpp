// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/doctor.h"

#include "support/testing.h"

using insight::AnswerSet;
using insight::Finding;
using insight::optionBit;
using insight::Symptom;
using testing::text;
using workshop::When;

namespace {

/// A single choice of three, of which the first holds.
items::Item choice(const char *id)
{
    items::Item item;
    item.id = text(id);
    item.type = items::ItemType::Choice;
    item.options.resize(3);
    item.options[0].fraction = 1;
    return item;
}

/// People who answered "asked" with the option of that letter, and had so many of four other questions.
class Room
{
public:
    void add(int people, char option, int others, When when = When::Alone)
    {
        for (int one = 0; one < people; ++one) {
            const auto person = static_cast<int>(set.people.size());
            set.people.push_back({.when = when});
            set.answers.push_back({person, 0, option == '?' ? insight::dontKnow : optionBit(option - 'a'),
                                   option == 'a' ? 1.0F : 0.0F, 0});
            for (int other = 1; other <= 4; ++other)
                set.answers.push_back({person, other, optionBit(0), other <= others ? 1.0F : 0.0F, 0});
        }
    }

    [[nodiscard]] QStringList symptoms() const
    {
        QStringList found;
        for (const Finding &finding : insight::lookedOver({choice("asked")}, set)) {
            const QString option = finding.option < 0 ? QString() : items::optionKey(finding.option);
            found.append(QString::number(static_cast<int>(finding.symptom)) + option);
        }
        return found;
    }

    AnswerSet set{{text("asked"), text("p"), text("q"), text("r"), text("s")}, {}, {}, {}};
};

QString symptom(Symptom one, const char *option = "")
{
    return QString::number(static_cast<int>(one)) + text(option);
}

} // namespace

/// What answers say of the making of a question.
class TestDoctor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSoundItemHasNoSymptom();
    void anotherThatMayHold();
    void nobodyChooses();
    void pullsBack();
    void easyAtBothTimes();
    void neverFromFewerThanFifteen();
    void itemsWithoutAnswers();
    void everyFindingHasItsEvidence();
};

void TestDoctor::aSoundItemHasNoSymptom()
{
    Room room;
    room.add(8, 'a', 4);
    room.add(6, 'b', 1);
    room.add(6, 'c', 2);
    QCOMPARE(room.symptoms(), QStringList());
}

void TestDoctor::anotherThatMayHold()
{
    Room room;
    room.add(7, 'a', 3);
    room.add(6, 'b', 3);
    room.add(8, 'c', 0);
    QCOMPARE(room.symptoms(), QStringList(symptom(Symptom::AnotherMayHold, "b")));
    Room fewer; // four who chose it are too few
    fewer.add(7, 'a', 3);
    fewer.add(4, 'b', 4);
    fewer.add(8, 'c', 0);
    QCOMPARE(fewer.symptoms(), QStringList());
}

void TestDoctor::nobodyChooses()
{
    Room room;
    room.add(9, 'a', 3);
    room.add(9, 'b', 1);
    room.add(2, '?', 0);
    QCOMPARE(room.symptoms(), QStringList(symptom(Symptom::NobodyChooses, "c")));
}

void TestDoctor::pullsBack()
{
    Room room;
    room.add(8, 'a', 1);
    room.add(4, 'b', 4);
    room.add(4, 'c', 4);
    QCOMPARE(room.symptoms(), QStringList(symptom(Symptom::PullsBack)));
}

void TestDoctor::easyAtBothTimes()
{
    Room room;
    room.add(19, 'a', 3, When::Before);
    room.add(1, 'b', 0, When::Before);
    room.add(19, 'a', 3, When::After);
    room.add(1, 'c', 0, When::After);
    QCOMPARE(room.symptoms(), QStringList(symptom(Symptom::EasyAtBothTimes)));
    Room learned;
    learned.add(10, 'a', 3, When::Before);
    learned.add(5, 'b', 0, When::Before);
    learned.add(5, 'c', 0, When::Before);
    learned.add(20, 'a', 3, When::After);
    QCOMPARE(learned.symptoms(), QStringList());
}

void TestDoctor::neverFromFewerThanFifteen()
{
    Room room;
    room.add(14, 'a', 1);
    QCOMPARE(room.symptoms(), QStringList());
    room.add(1, 'b', 4);
    QCOMPARE(room.symptoms(), (QStringList{symptom(Symptom::NobodyChooses, "c"), symptom(Symptom::PullsBack)}));
}

void TestDoctor::itemsWithoutAnswers()
{
    QVERIFY(insight::lookedOver({choice("gone")}, Room().set).empty());
    QVERIFY(insight::lookedOver({}, Room().set).empty());
    Room alone; // nobody answered anything else
    for (int person = 0; person < 20; ++person) {
        alone.set.people.emplace_back();
        alone.set.answers.push_back({person, 0, optionBit(person % 3), person % 3 == 0 ? 1.0F : 0.0F, 0});
    }
    QCOMPARE(alone.symptoms(), QStringList());
}

void TestDoctor::everyFindingHasItsEvidence()
{
    Room room;
    room.add(7, 'a', 3);
    room.add(9, 'b', 3);
    const std::vector<Finding> findings = insight::lookedOver({choice("asked")}, room.set);
    QCOMPARE(findings.size(), 2U);
    QCOMPARE(findings[0].n, 16);
    QCOMPARE(base::render(findings[0].sentence),
             text("9 of 16 chose B, and did as well on their other questions as the 7 who chose A. Could B hold as "
                  "well?"));
    QCOMPARE(base::render(findings[1].sentence),
             text("Nobody of 16 chose C. It may not say anything that people believe."));
}

TEST_MAIN_GUILESS(TestDoctor)
#include "tst_doctor.moc"

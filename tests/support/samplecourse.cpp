// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/samplecourse.h"

#include "support/testing.h"

#include <QDir>
#include <QDirIterator>

namespace testing {

namespace {

constexpr auto courseYaml = R"(# What the course is.
id: sample
version: "1.0"
title: A sample
language: en
licence: CC0-1.0
authors:
  - Nobody

sources:
  - id: report
    author: A. Writer
    title: The report
    publisher: A press
    date: "2001"
    checked: Made up.
  - id: letter
    author: B. Writer
    title: The letter
    publisher: Another press
    date: "2002"
    checked: Made up as well.
  - id: diary
    author: C. Writer
    title: The diary
    publisher: Nobody
    date: "2003"
    checked: Not read.

modules:
  - id: first
    dir: 01-first
  - id: second
    dir: 02-second
)";

constexpr auto claimsYaml = R"(claims:
  - id: P1.1
    paragraph: P1
    statement: Some left.
    kind: fact
    status: essay-only
  - id: P1.2
    paragraph: P1
    statement: Some are back.
    kind: opinion
    status: disputed
  - id: P2.1
    paragraph: P2
    statement: More will leave.
    kind: prediction
    status: not-found
  - id: P3.1
    paragraph: P3
    statement: Nobody asked them.
    kind: fact
    status: corroborated
)";

constexpr auto glossaryYaml = R"(terms:
  - id: shelter
    term: shelter
    definition: A place to stay.
    source: This course
  - id: window
    term: window
    definition: How long anyone looked.
    source: This course
)";

constexpr auto packageJson = R"({
  "name": "sample",
  "resources": [
    {
      "name": "harbour",
      "title": "The harbour",
      "description": "What nobody counted.",
      "path": "harbour.csv",
      "figures": { "harbour-left": "Who left", "harbour-back": "Who is back" }
    },
    { "name": "rivers", "title": "The rivers", "path": "rivers.csv" }
  ]
}
)";

constexpr auto header = "id,figure,case,place,country,event,date,date_precision,counted,total,total_qualifier,question,"
                        "outcome,count,qualifier,window,window_text,within,source,claim,status,confidence,note\n";

constexpr auto harbourRows =
    R"(harbour-1,harbour-left,"Harbour, 2001",Harbour,Nowhere,raid,2001,year,women,9,exact,left,walked out,3,at-least,P7D,a week,,report,P1.1,essay-only,,
harbour-2,harbour-back,"Harbour, 2001",Harbour,Nowhere,raid,2001,year,women,9,exact,back,seen again,,some,,not said,harbour-1,report,P1.2,disputed,B,No number.
)";

constexpr auto riverRows =
    R"(river-1,rivers,"River, 2002",River,Nowhere,raid,2002,year,men,4,exact,left,fled,4,exact,P1D,a day,,letter,P2.1,corroborated,A,
)";

constexpr auto firstLesson = R"(---
title: The first module
objectives:
  - Tell a count from a bound.
claims: [P1.1, P1.2]
---

## Arrival {#arrival room=4}

Some words about a harbour. [P1.1](claim:P1.1) A [shelter](term:shelter) stands there.

More of it is told [further on](section:numbers),
and in [the second module](section:later).
The [pocket card](card:pocket) helps,
and so does [the figure](figure:harbour).

> [!CARE]
> This is a short note.

## Numbers {#numbers room=5}

![Who left the harbour?](figure:harbour-left)

What the picture shows, in words.
)";

constexpr auto firstItems = R"(// [id:how-many]
// [tag:P1.1] [tag:section:numbers] [tag:figure:harbour-left]
::How many::How many left? {
=At least three#The table says so.
~Exactly three#The table says “at least”.
}

// [id:who-asked]
// [tag:section:arrival]
::Who asked::Who asked them? {
=Nobody#So it seems.
~Everybody#Nobody says so.
}
)";

constexpr auto secondLesson = R"(---
title: The second module
claims: [P2.1]
---

## Later {#later room=3}

A [window](term:window) closes. [P2.1](claim:P2.1) Go [back](section:arrival), or look at the rivers.

![The rivers](figure:rivers)

## Afterwards {#afterwards room=2}

Nothing leads here.
)";

constexpr auto secondItems = R"(// [id:what-next]
// [tag:P2.1] [tag:section:later]
::What next::More will leave. {TRUE#That is what it says.#It does say so.}
)";

} // namespace

Position positionOf(const QByteArray &words, const QByteArray &text)
{
    const qsizetype at = text.indexOf(words);
    if (at < 0)
        qFatal("“%s” is not in the text", words.constData());
    const QByteArray before = text.first(at);
    const QString line = QString::fromUtf8(before.mid(before.lastIndexOf('\n') + 1));
    return {static_cast<int>(before.count('\n')) + 1, static_cast<int>(line.toUcs4().size()) + 1};
}

CourseFiles CourseFiles::readFrom(const QString &folder)
{
    CourseFiles files;
    QDirIterator walk(folder, QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        const QString path = walk.next();
        files.set(QDir(folder).relativeFilePath(path), bytesOf(path));
    }
    return files;
}

void CourseFiles::writeTo(const QString &folder) const
{
    for (auto file = m_files.begin(); file != m_files.end(); ++file)
        write(folder + u'/' + file.key(), file.value());
}

QByteArray CourseFiles::text(const QString &file) const
{
    if (!m_files.contains(file))
        qFatal("there is no %s", qUtf8Printable(file));
    return m_files.value(file);
}

void CourseFiles::replace(const QString &file, const QByteArray &before, const QByteArray &after)
{
    QByteArray changed = text(file);
    if (changed.count(before) != 1)
        qFatal("“%s” does not stand once in %s", before.constData(), qUtf8Printable(file));
    m_files.insert(file, changed.replace(before, after));
}

CourseFiles sampleCourse()
{
    CourseFiles files;
    files.set(QStringLiteral("course.yaml"), courseYaml);
    files.set(QStringLiteral("claims.yaml"), claimsYaml);
    files.set(QStringLiteral("glossary.yaml"), glossaryYaml);
    files.set(QStringLiteral("figures/datapackage.json"), packageJson);
    files.set(QStringLiteral("figures/harbour.csv"), QByteArray(header) + harbourRows);
    files.set(QStringLiteral("figures/rivers.csv"), QByteArray(header) + riverRows);
    files.set(QStringLiteral("cards/pocket.md"), "---\ntitle: A card\nkind: job-aid\nfor: Nobody\n---\n\nA card.\n");
    files.set(QStringLiteral("01-first/lesson.md"), firstLesson);
    files.set(QStringLiteral("01-first/items.gift"), firstItems);
    files.set(QStringLiteral("02-second/lesson.md"), secondLesson);
    files.set(QStringLiteral("02-second/items.gift"), secondItems);
    return files;
}

} // namespace testing

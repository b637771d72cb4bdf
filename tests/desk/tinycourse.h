// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/reading.h"
#include "support/testing.h"

#include <QTemporaryDir>

namespace testing {

inline constexpr auto tinyCourseFile = R"(id: tiny
version: "1"
title: A tiny course
language: en
licence: CC-BY-SA-4.0
authors:
  - Somebody
sources:
  - id: essay
    author: An Author
    title: An Essay
    publisher: A Centre
    date: "29 January 2014"
    checked: Read.
modules:
  - id: first
    dir: 01-first
  - id: first-again
    dir: 02-first-again
)";

inline constexpr auto tinyClaims = R"(claims:
  - id: P1.1
    paragraph: P1
    statement: Two stones lie on the table.
    kind: fact
    status: essay-only
  - id: P1.2
    paragraph: P1
    statement: Stones should stay where they are.
    kind: opinion
    status: disputed
    read_on: two
)";

inline constexpr auto tinyGlossary = R"(terms:
  - id: table
    term: table
    definition: A board on legs.
    source: This course
)";

inline constexpr auto tinyPackage = R"({
  "profile": "tabular-data-package",
  "name": "tiny",
  "resources": [
    {
      "name": "stones",
      "title": "Stones and what became of them",
      "description": "Nobody counted the pebbles.",
      "path": "stones.csv",
      "figures": { "left-the-table": "Left the table?" }
    }
  ]
}
)";

inline constexpr auto tinyNumbers =
    "id,figure,case,place,country,event,date,date_precision,counted,total,total_qualifier,question,outcome,count,"
    "qualifier,window,window_text,within,source,claim,status,confidence,note\n"
    "one,left-the-table,The kitchen,Town,Country,a push,2003,year,stones,7,exact,left,rolled off the table,3,at-least,"
    ",not said,,essay,P1.1,essay-only,,\n"
    "two,left-the-table,The attic,Town,Country,a push,,none,stones,2,exact,left,,,not-reported,P1Y,1 year,,essay,P1.1,"
    "essay-only,,\n";

inline constexpr auto tinyLesson = R"(---
title: A first module
objectives:
  - Count stones.
claims: [P1.1]
---

## One stone {#one room=5}

> [!CARE]
> Stones are hard.

On the [table](term:table) there are two stones. [P1.1](claim:P1.1) One of them is *small*, the other **large**.

- A pebble is small. [P1.2](claim:P1.2)
- A boulder is large.

> [!DISCUSS]
> Which stone would you keep?

> [!SLIDE]
> ### Two stones
>
> They lie on the table.

> [!FACILITATOR]
> Put two stones on the table.

## Two stones {#two room=4}

Once more: two stones. [P1.1](claim:P1.1) See [the beginning](section:one).

![Left the table?](figure:left-the-table)

> [!LIMITS]
> Stones cannot say why they roll.

> [!SLIDE]
> ### Left the table?
>
> ![Left the table?](figure:left-the-table)

## Three stones {#three}

There is no third stone. A rule stands below.

1. Look.
2. Count.
)";

inline constexpr auto tinyItems = R"(// [id:pick-one]
// [tag:P1.1] [tag:section:one]
::Pick one::How many stones are there? {
~None#That is an empty table.
=Two#Two it is.
~Seven#That is the kitchen.
####Two stones lie there.
}

// [id:pick-some]
// [tag:P1.1] [tag:decision] [tag:section:two]
::Pick some::Which words describe a stone? Choose two. {
~%50%Hard#So it is.
~%-50%Wet#Only in the rain.
~%50%Heavy#So it is.
####Hard and heavy.
}

// [id:how-many]
// [tag:P1.1] [tag:section:three]
::How many::How many halves are there in one and three quarters? {#
=%100%3.5:0#Twice one and three quarters.
####Three and a half.
}
)";

inline constexpr auto tinySecondLesson = R"(---
title: The first module, again
objectives:
  - Count stones again.
claims: [P1.1]
---

## Four stones {#four room=3}

Nothing has changed. [P1.1](claim:P1.1)
)";

inline constexpr auto tinySecondItems = R"(// [id:still-true]
// [tag:P1.1] [tag:section:four]
::Still true::There are two stones. {TRUE#There are.#There are.}
)";

/// Writes a course of two modules, three sections and one, three questions and one, into `folder`. It has no faults.
void writeTinyCourse(const QString &folder);

void copyFolder(const QString &from, const QString &to);

/// The course of `writeTinyCourse`.
[[nodiscard]] course::Reading readTinyCourse();

/// The course that the program ships with, with one of its modules alone: it has every kind of page, and a window walks
/// through it in seconds. Made once a process.
[[nodiscard]] QString shippedCoursePath();

} // namespace testing

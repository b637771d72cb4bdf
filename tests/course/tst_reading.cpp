// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/reading.h"

#include "base/ids.h"
#include "course/describing.h"
#include "support/testing.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <span>

using base::FaultCode;
using course::Reading;
using testing::CourseFiles;
using testing::sampleCourse;

namespace {

/// One thing that an author can get wrong: in `file`, `before` becomes `after` (the whole file does where `before` is
/// empty). The only fault is `fault`, at the words `at`; what is in `closed` isn't open any more. Several faults are
/// parted by `|`, each with its own words behind `@`. Without words a fault is of the file as a whole; `^` is the
/// file's very beginning, `>` another file's place; `+item` is the question that a closed figure takes with it.
struct Mistake {
    const char *name;
    const char *file;
    const char *before;
    const char *after;
    const char *at;
    const char *fault;
    const char *closed;
};

constexpr auto courseFile = "course.yaml";
constexpr auto claimsFile = "claims.yaml";
constexpr auto glossaryFile = "glossary.yaml";
constexpr auto packageFile = "figures/datapackage.json";
constexpr auto harbourFile = "figures/harbour.csv";
constexpr auto riversFile = "figures/rivers.csv";
constexpr auto lessonFile = "01-first/lesson.md";
constexpr auto itemsFile = "01-first/items.gift";
constexpr auto laterLesson = "02-second/lesson.md";
constexpr auto laterItems = "02-second/items.gift";

constexpr auto everything = "*";
constexpr auto nothing = "";
constexpr auto firstModule = "module:first section:arrival section:numbers item:how-many item:who-asked";
constexpr auto secondModule = "module:second section:later section:afterwards item:what-next";
constexpr auto leftFigures = "figure:harbour-left figure:harbour item:how-many";
constexpr auto backFigures = "figure:harbour-back figure:harbour";
constexpr auto allModules = "  - id: first\n    dir: 01-first\n  - id: second\n    dir: 02-second\n";
constexpr auto riverRow = "river-1,rivers,\"River, 2002\",River,Nowhere,raid,2002,year,men,4,exact,left,fled,4,exact,"
                          "P1D,a day,,letter,P2.1,corroborated,A,\n";
constexpr auto allOfHarbour = "figure:harbour-left figure:harbour-back figure:harbour item:how-many";

constexpr Mistake inCourseFile[] = {
    {"no id", courseFile, "id: sample\n", "", "version:", "error course key-missing (id)", everything},
    {"an empty title", courseFile, "title: A sample", "title:", "title:", "error course key-missing (title)",
     everything},
    {"a null title", courseFile, "title: A sample", "title: ~", "title:", "error course key-missing (title)",
     everything},
    {"an id with a capital", courseFile, "id: sample", "id: Sample", "Sample", "error course id-invalid (Sample)",
     everything},
    {"a title that is a list", courseFile, "title: A sample", "title: [A, sample]", "[A, sample]",
     "error course yaml-wrong-kind (title, text)", everything},
    {"authors that are words", courseFile, "authors:\n  - Nobody\n", "authors: No one\n", "No one",
     "error course yaml-wrong-kind (authors, list)", everything},
    {"an author that is a map", courseFile, "authors:\n  - Nobody", "authors:\n  - {name: Nobody}", "{name: Nobody}",
     "error course yaml-wrong-kind (authors, text)", everything},
    {"a key of nobody", courseFile, "language: en", "language: en\ncolour: red",
     "colour:", "warning course key-unknown (colour)", nothing},
    {"a key of nobody with a list", courseFile, "language: en", "language: en\ncolours:\n  - red",
     "colours:", "warning course key-unknown (colours)", nothing},
    {"a key twice", courseFile, "language: en", "language: en\ntitle: Two", "title: Two",
     "error course yaml-duplicate-key (title)", everything},
    {"no modules", courseFile, "modules:\n  - id: first\n    dir: 01-first\n  - id: second\n    dir: 02-second\n", "",
     "id: sample", "error course key-missing (modules)", everything},
    {"an empty list of modules", courseFile, allModules, "  []\n", "[]", "error course key-missing (modules)",
     everything},
    {"modules that are a word", courseFile, allModules, "  two\n", "two",
     "error course yaml-wrong-kind (modules, list)", everything},
    {"a module that is a word", courseFile, "  - id: second\n    dir: 02-second\n", "  - second\n", "second",
     "error course yaml-wrong-kind (second, map)", everything},
    {"a module without a folder", courseFile, "    dir: 02-second\n", "", "id: second",
     "error course key-missing (dir)", everything},
    {"a module's id with a space", courseFile, "id: second", "id: the second", "the second",
     "error course id-invalid (the second)", everything},
    {"two modules of one id", courseFile, "id: second", "id: first # twice", "first # twice",
     "error course id-duplicate (first)", everything},
    {"a module's key of nobody", courseFile, "dir: 02-second", "dir: 02-second\n    number: 2",
     "number:", "warning course key-unknown (number)", nothing},
    {"a source's key of nobody", courseFile, "checked: Not read.", "checked: Not read.\n    url: none",
     "url:", "warning entry:diary key-unknown (url)", nothing},
    {"a source without a title", courseFile, "    title: The diary\n", "", "id: diary",
     "error entry:diary key-missing (title)", "source:diary"},
    {"a source's bad id", courseFile, "id: diary", "id: a diary", "a diary", "error entry:a diary id-invalid (a diary)",
     "source:diary"},
    {"a source twice", courseFile, "id: diary", "id: letter # twice", "letter # twice",
     "error entry:letter id-duplicate (letter)", "source:diary"},
    {"an anchor", courseFile, "title: A sample", "title: &t A sample", "&t A sample",
     "error course yaml-forbidden (anchor)", everything},
    {"an anchored list", courseFile, "authors:\n", "authors: &a\n", "&a", "error course yaml-forbidden (anchor)",
     everything},
    {"an alias", courseFile, "title: A sample", "title: *t", "*t", "error course yaml-forbidden (alias)", everything},
    {"a tag", courseFile, "title: A sample", "title: !!str A sample", "!!str", "error course yaml-forbidden (tag)",
     everything},
    {"a list as a key", courseFile, "language: en", "? [a, b]\n: c", "[a, b]",
     "error course yaml-forbidden (key that is a list or map)", everything},
    {"two documents", courseFile, "language: en", "---\nlanguage: en", "---",
     "error course yaml-forbidden (several documents)", everything},
    {"a control character", courseFile, "language: en", "language: en\x04", "\x04",
     "error course yaml-forbidden (control character)", everything},
    {"wide characters in front", courseFile, "title: A sample", "title: { \xC3\xA9\xF0\x9F\x8C\x8A: &t x }", "&t x",
     "error course yaml-forbidden (anchor)", everything},
    {"words, no map", courseFile, "", "just words\n", "^", "error course yaml-wrong-kind (just words, map)",
     everything},
    {"a list, no map", courseFile, "", "- just\n- words\n", "^", "error course yaml-wrong-kind (list, map)",
     everything},
    {"an empty file", courseFile, "", "", "^", "error course yaml-syntax (empty)", everything},
};

constexpr Mistake inLists[] = {
    {"claims of another name", claimsFile,
     "claims:", "claim:", "claim:", "error course key-missing (claims)|warning course key-unknown (claim)", everything},
    {"an unknown kind", claimsFile, "kind: fact\n    status: corroborated", "kind: rumour\n    status: corroborated",
     "rumour", "error entry:P3.1 value-unknown (kind, rumour)", "claim:P3.1"},
    {"an unknown status", claimsFile, "status: corroborated", "status: unsure", "unsure",
     "error entry:P3.1 value-unknown (status, unsure)", "claim:P3.1"},
    {"a claim without a statement", claimsFile, "    statement: Nobody asked them.\n", "", "id: P3.1",
     "error entry:P3.1 key-missing (statement)", "claim:P3.1"},
    {"a claim with an empty statement", claimsFile, "statement: Nobody asked them.", "statement: \"\"",
     "statement: \"\"", "error entry:P3.1 key-missing (statement)", "claim:P3.1"},
    {"a claim without an id", claimsFile, "  - id: P3.1\n    paragraph: P3", "  - paragraph: P3", "paragraph: P3",
     "error entry key-missing (id)", "claim:P3.1"},
    {"a claim's bad id", claimsFile, "id: P3.1", "id: three", "three", "error entry:three id-invalid (three)",
     "claim:P3.1"},
    {"a claim twice", claimsFile, "id: P3.1", "id: P1.1 # twice", "P1.1 # twice",
     "error entry:P1.1 id-duplicate (P1.1)", "claim:P3.1"},
    {"a claim that is a word", claimsFile, "claims:\n", "claims:\n  - none\n", "none",
     "error entry yaml-wrong-kind (none, map)", nothing},
    {"a claim's key of nobody", claimsFile, "kind: prediction", "kind: prediction\n    kinds: two",
     "kinds:", "warning entry:P2.1 key-unknown (kinds)", nothing},
    {"a claim that leads on to nobody", claimsFile, "kind: prediction", "kind: prediction\n    read_on: nowhere",
     "id: P2.1", "error entry:P2.1 unknown-section (nowhere)", nothing},
    {"terms of another name", glossaryFile,
     "terms:", "words:", "words:", "error course key-missing (terms)|warning course key-unknown (words)", everything},
    {"a term twice", glossaryFile, "terms:\n",
     "terms:\n  - id: window\n    term: a window\n    definition: Twice.\n    source: None\n",
     "window\n    term: window", "error entry:window id-duplicate (window)", nothing},
    {"a term without a definition", glossaryFile, "    definition: How long anyone looked.\n", "", "id: window",
     "error entry:window key-missing (definition)", "term:window"},
    {"a term's key of nobody", glossaryFile, "    definition: How", "    see: shelter\n    definition: How",
     "see:", "warning entry:window key-unknown (see)", nothing},
    {"a tab in front", glossaryFile, "    term: window", "\tterm: window", "\tterm", "error course yaml-syntax",
     everything},
    {"a bracket left open", glossaryFile, "term: window", "term: [window", ": How", "error course yaml-syntax",
     everything},
    {"words behind the end", glossaryFile, "terms:\n", "}\nterms:\n", "^", "error course yaml-syntax", everything},
};

constexpr Mistake inPackage[] = {
    {"a resource without a path", packageFile, ", \"path\": \"rivers.csv\"", "", "\"rivers\"",
     "error figure:rivers key-missing (path)", "figure:rivers"},
    {"two resources of one name", packageFile, "    { \"name\": \"rivers\"",
     "    { \"name\": \"harbour\", \"path\": \"rivers.csv\" },\n    { \"name\": \"rivers\"", "\"harbour\", \"path\"",
     "error figure:harbour id-duplicate (harbour)", "figure:harbour"},
    {"a table that is not there", packageFile, "rivers.csv", "river.csv", "",
     "error figure:rivers file-missing @>figures/river.csv:0:0", "figure:rivers"},
    {"a folder for a table", packageFile, "rivers.csv", "../cards", "",
     "error figure:rivers file-unreadable (not a file) @>figures/../cards:0:0", "figure:rivers"},
};

constexpr Mistake inTables[] = {
    {"a quote left open", harbourFile, "Harbour,Nowhere,raid,2001,year,women,9,exact,left",
     "\"Harbour,Nowhere,raid,2001,year,women,9,exact,left", "\"Harbour,Nowhere", "+item|error figure:harbour csv-quote",
     allOfHarbour},
    {"a column of another name", harbourFile, ",within,", ",among,", "",
     "+item|error figure:harbour csv-column-missing (within) @^|warning figure:harbour csv-column-unknown (among) "
     "@among",
     allOfHarbour},
    {"a cell too few", harbourFile, ",essay-only,,\n", ",essay-only,\n", "harbour-1,",
     "+item|error figure:harbour csv-cell-count (22, 23)", allOfHarbour},
    {"a cell too many", riversFile, ",A,\n", ",A,,\n", "river-1", "error figure:rivers csv-cell-count (24, 23)",
     "figure:rivers"},
    {"no rows", riversFile, riverRow, "", "^", "error figure:rivers figure-empty", "figure:rivers"},
    {"an unknown source", riversFile, ",letter,", ",postcard,", "postcard",
     "error figure:rivers unknown-source (postcard)", "figure:rivers"},
    {"no source", riversFile, ",letter,", ",,", ",P2.1", "error figure:rivers unknown-source ()", "figure:rivers"},
    {"an unknown claim", riversFile, ",P2.1,", ",P9.9,", "P9.9", "error figure:rivers unknown-claim (P9.9)",
     "figure:rivers"},
    {"no case", riversFile, "\"River, 2002\"", "", ",River", "error figure:rivers key-missing (case)", "figure:rivers"},
    {"a bad row id", riversFile, "river-1", "River 1", "River 1", "error figure:rivers id-invalid (River 1)",
     "figure:rivers"},
    {"two rows of one id", harbourFile, "harbour-2,", "harbour-1,", "harbour-1,harbour-back",
     "error figure:harbour-back id-duplicate (harbour-1)", backFigures},
    {"a bad figure", harbourFile, "harbour-2,harbour-back", "harbour-2,Harbour Back", "Harbour Back",
     "error figure:Harbour Back id-invalid (Harbour Back)", backFigures},
    {"a number in words", riversFile, ",men,4,exact", ",men,four,exact", "four",
     "error figure:rivers number-expected (total, four)", "figure:rivers"},
    {"a number below zero", riversFile, "fled,4,exact", "fled,-4,exact", "-4",
     "error figure:rivers number-expected (count, -4)", "figure:rivers"},
    {"a decimal", riversFile, "fled,4,exact", "fled,3.5,exact", "3.5",
     "error figure:rivers number-expected (count, 3.5)", "figure:rivers"},
    {"a number of thousands", riversFile, "fled,4,exact", "fled,\"4,000\",exact", "\"4,000\"",
     "error figure:rivers number-expected (count, 4,000)", "figure:rivers"},
    {"more than all", riversFile, "fled,4,exact", "fled,5,exact", "5,exact",
     "error figure:rivers count-above-total (5, 4)", "figure:rivers"},
    {"a number for a word", harbourFile, "seen again,,some", "seen again,3,some", "3,some",
     "error figure:harbour-back count-forbidden (some)", backFigures},
    {"no number for a bound", harbourFile, "walked out,3,at-least", "walked out,,at-least", ",at-least",
     "+item|error figure:harbour-left count-missing (at-least)", leftFigures},
    {"an unknown qualifier", harbourFile, "walked out,3,at-least", "walked out,3,atleast", "atleast",
     "+item|error figure:harbour-left value-unknown (qualifier, atleast)", leftFigures},
    {"an unknown question", riversFile, "exact,left,", "exact,gone,", "gone",
     "error figure:rivers value-unknown (question, gone)", "figure:rivers"},
    {"an unknown status", riversFile, ",corroborated,", ",certain,", "certain",
     "error figure:rivers value-unknown (status, certain)", "figure:rivers"},
    {"an unknown date precision", riversFile, ",year,", ",decade,", "decade",
     "error figure:rivers value-unknown (date_precision, decade)", "figure:rivers"},
    {"an unknown qualifier of a total", riversFile, ",4,exact,left", ",4,precise,left", "precise",
     "error figure:rivers value-unknown (total_qualifier, precise)", "figure:rivers"},
    {"among a row that is not there", harbourFile, ",harbour-1,report", ",harbour-9,report", "harbour-9",
     "error figure:harbour-back value-unknown (within, harbour-9)", backFigures},
    {"a cell over two lines", riversFile, ",corroborated,", ",\"cor\nroborated\",", "\"cor\n",
     "error figure:rivers value-unknown (status, cor\nroborated)", "figure:rivers"},
    {"wide characters in front", riversFile, "River,Nowhere,raid,2002,year", "R\xC3\xADo \xF0\x9F\x8C\x8A,,,2002,era",
     "era", "error figure:rivers value-unknown (date_precision, era)", "figure:rivers"},
};

constexpr Mistake inLessons[] = {
    {"no front matter", lessonFile,
     "---\ntitle: The first module\nobjectives:\n  - Tell a count from a bound.\nclaims: [P1.1, P1.2]\n---\n", "", "^",
     "error module:first front-matter-missing", firstModule},
    {"a front matter without its end", lessonFile, "claims: [P1.1, P1.2]\n---\n", "claims: [P1.1, P1.2]\n\n", "^",
     "error module:first front-matter-missing", firstModule},
    {"no title", lessonFile, "title: The first module\n", "", "objectives", "error module:first key-missing (title)",
     firstModule},
    {"an empty front matter", laterLesson, "title: The second module\nclaims: [P2.1]\n", "", "---\n\n## Later",
     "error module:second yaml-syntax (empty)", secondModule},
    {"objectives in words", lessonFile, "objectives:\n  - Tell a count from a bound.", "objectives: Tell a count.",
     "Tell a count.", "error module:first yaml-wrong-kind (objectives, list)", firstModule},
    {"an objective in a section of nobody", lessonFile, "  - Tell a count from a bound.",
     "  - text: Tell a count.\n    sections: [nowhere]", "text: Tell a count.",
     "error module:first unknown-section (nowhere)", firstModule},
    {"an objective without words", lessonFile, "  - Tell a count from a bound.", "  - sections: []", "sections",
     "error module:first key-missing (text)", firstModule},
    {"a key of nobody", lessonFile, "claims: [P1.1, P1.2]", "claims: [P1.1, P1.2]\nmood: calm", "mood",
     "warning module:first key-unknown (mood)", nothing},
    {"an alias in front matter", lessonFile, "title: The first module", "title: *first", "*first",
     "error module:first yaml-forbidden (alias)", firstModule},
    {"a claim of nobody in front matter", lessonFile, "claims: [P1.1, P1.2]", "claims:\n  - P1.1\n  - P9.9", "P9.9",
     "error module:first unknown-claim (P9.9)", firstModule},
    {"text before the first section", lessonFile, "## Arrival", "Too early.\n\n## Arrival", "Too early",
     "error module:first text-outside-section", firstModule},
    {"a rule before the first section", laterLesson, "## Later", "***\n\n## Later", "\n***",
     "error module:second text-outside-section", secondModule},
    {"no sections", laterLesson, "", "---\ntitle: The second module\n---\n", "",
     "error module:second no-sections @>02-second/lesson.md:4:1", secondModule},
    {"a section without an id", laterLesson, " {#afterwards room=2}", "", "Afterwards",
     "error module:second section-without-id (Afterwards)", secondModule},
    {"a section's brace left open", laterLesson, "{#afterwards room=2}", "{#afterwards", "Afterwards",
     "error module:second section-without-id (Afterwards {#afterwards)", secondModule},
    {"a section with a bad id", laterLesson, "{#afterwards room=2}", "{#after_wards room=2}", "Afterwards",
     "error module:second id-invalid (after_wards)", secondModule},
    {"a section without a title", laterLesson, "## Afterwards {", "## {", "{#afterwards",
     "error module:second key-missing (title)", secondModule},
    {"minutes in words", laterLesson, "room=2", "room=two", "Afterwards",
     "error module:second value-unknown (heading, room=two)", secondModule},
    {"minutes below zero", laterLesson, "room=2", "room=-2", "Afterwards",
     "error module:second value-unknown (heading, room=-2)", secondModule},
    {"a section without text", laterLesson, "\nNothing leads here.\n", "", "Afterwards",
     "error module:second section-empty (afterwards)", secondModule},
    {"two sections of one id", laterLesson, "#afterwards", "#later", "Afterwards",
     "error module:second id-duplicate (later)", secondModule},
    {"a section with a figure's id", laterLesson, "#afterwards", "#rivers", "Afterwards",
     "error module:second id-duplicate (rivers)", secondModule},
    {"a section with a term's id", laterLesson, "#afterwards", "#window", "Afterwards",
     "error module:second id-duplicate (window)", secondModule},
    {"a section with a module's id", laterLesson, "#afterwards", "#first", "Afterwards",
     "error module:second id-duplicate (first)", secondModule},
    {"an unknown callout", lessonFile, "[!CARE]", "[!NOTE]", "[!NOTE]", "error module:first callout-unknown (NOTE)",
     firstModule},
    {"HTML", lessonFile, "What the picture shows", "What the <b>picture</b> shows", "",
     "warning module:first raw-html (<b>) @<b>|warning module:first raw-html (</b>) @</b>", nothing},
    {"a comment", lessonFile, "What the picture shows", "<!-- to\n<b>do</b> -->\n\nWhat the picture shows", "", "",
     nothing},
    {"a comment without an end", laterLesson, "Nothing leads here.", "Nothing leads here.\n\n<!-- to do\n\nMore.",
     "<!--", "warning module:second raw-html (<!--)", nothing},
    {"a claim of nobody", lessonFile, "claim:P1.1", "claim:P9.9", "claim:P9.9",
     "error module:first unknown-claim (P9.9)", firstModule},
    {"a term of nobody", lessonFile, "term:shelter", "term:home", "term:home", "error module:first unknown-term (home)",
     firstModule},
    {"a section of nobody", lessonFile, "section:later", "section:latest", "section:latest",
     "error module:first unknown-section (latest)", firstModule},
    {"a card of nobody", lessonFile, "card:pocket", "card:table", "card:table",
     "error module:first unknown-card (table)", firstModule},
    {"a link to a figure of nobody", lessonFile, "(figure:harbour)", "(figure:port)", "figure:port",
     "error figure:port unknown-figure (port)", nothing},
    {"a figure of nobody", lessonFile, "figure:harbour-left", "figure:port-left", "figure:port-left",
     "error figure:port-left unknown-figure (port-left)", nothing},
    {"a figure of nobody without words", lessonFile, "![Who left the harbour?](figure:harbour-left)",
     "![](figure:port-left)", "figure:port-left", "error figure:port-left unknown-figure (port-left)", nothing},
    {"a picture from a file", lessonFile, "figure:harbour-left", "harbour.png", "harbour.png",
     "error figure:harbour.png unknown-scheme (harbour.png)", nothing},
    {"a claim for a picture", lessonFile, "(figure:harbour-left)", "(claim:P1.2)", "claim:P1.2",
     "error figure:claim:P1.2 unknown-scheme (claim:P1.2)", nothing},
    {"a link to the network", lessonFile, "section:later", "https://example.org/", "https://example.org/",
     "error module:first unknown-scheme (https://example.org/)", firstModule},
    {"an address in angle brackets", lessonFile, "What the picture", "<https://example.org/> What the picture",
     "https://example.org/", "error module:first unknown-scheme (https://example.org/)", firstModule},
    {"a link to a file", lessonFile, "section:later", "other.md", "other.md",
     "error module:first unknown-scheme (other.md)", firstModule},
    {"a link defined elsewhere", lessonFile, "What the picture shows, in words.",
     "What [the picture][p] shows.\n\n[p]: term:home", "term:home", "error module:first unknown-term (home)",
     firstModule},
    {"a link that md4c rewrites", lessonFile, "What the picture shows",
     "What the picture\nshows [here](term:a\\-b), and", "here]", "error module:first unknown-term (a-b)", firstModule},
};

constexpr Mistake inItems[] = {
    {"a brace left open", itemsFile, "~Everybody#Nobody says so.\n}", "~Everybody#Nobody says so.\n", "{\n=Nobody",
     "error item:who-asked gift-brace-missing ({, })", "item:who-asked"},
    {"no right answer", itemsFile, "=Nobody", "~Nobody", "{\n~Nobody", "warning item:who-asked gift-no-right-answer",
     nothing},
    {"no id", laterItems, "// [id:what-next]\n", "", "::What next",
     "error item:q-6259665a3733 item-without-id (q-6259665a3733)", "item:what-next"},
    {"a bad id", laterItems, "[id:what-next]", "[id:What next]", "::What next",
     "error item:What next id-invalid (What next)", "item:what-next"},
    {"an id twice", laterItems, "[id:what-next]", "[id:how-many]", "::What next",
     "error item:how-many id-duplicate (how-many)", "item:what-next item:how-many"},
    {"an item with a section's id", laterItems, "[id:what-next]", "[id:arrival]", "::What next",
     "error item:arrival id-duplicate (arrival)", "item:what-next"},
    {"a section of nobody", itemsFile, "[tag:section:numbers]", "[tag:section:sums]", "::How many",
     "error item:how-many unknown-section (sums)", "item:how-many"},
    {"a figure of nobody", itemsFile, "[tag:figure:harbour-left]", "[tag:figure:port]", "::How many",
     "error item:how-many unknown-figure (port)", "item:how-many"},
    {"a claim of nobody", itemsFile, "[tag:P1.1]", "[tag:P9.9]", "::How many",
     "error item:how-many unknown-claim (P9.9)", "item:how-many"},
};

/// Every table row.
std::vector<Mistake> allMistakes()
{
    std::vector<Mistake> all;
    const std::initializer_list<std::span<const Mistake>> tables{inCourseFile, inLists,   inPackage,
                                                                 inTables,     inLessons, inItems};
    for (const std::span<const Mistake> table : tables)
        all.insert(all.end(), table.begin(), table.end());
    return all;
}

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

CourseFiles broken(const Mistake &mistake)
{
    CourseFiles files = sampleCourse();
    if (*mistake.before == '\0')
        files.set(text(mistake.file), mistake.after);
    else
        files.replace(text(mistake.file), mistake.before, mistake.after);
    return files;
}

/// "file:line:column fault", as describe() has it.
QString expectedFault(const QString &fault, const Mistake &mistake, const CourseFiles &files)
{
    const QString what = fault.section(QStringLiteral(" @"), 0, 0);
    // The question that is answered on a figure is closed with it, and says so at its own place.
    if (fault == text("+item"))
        return text("01-first/items.gift:3:1 error item:how-many unknown-figure (harbour-left)");
    const QString at = fault.contains(QStringLiteral(" @")) ? fault.section(QStringLiteral(" @"), 1) : text(mistake.at);
    const QString file = text(mistake.file);
    if (at.startsWith(u'>'))
        return at.mid(1) + u' ' + what;
    testing::Position position;
    if (at == u'^')
        position = {1, 1};
    else if (!at.isEmpty())
        position = testing::positionOf(at.toUtf8(), files.text(file));
    return describe(base::Place{file, position.line, position.column}) + u' ' + what;
}

QStringList without(QStringList list, const char *words)
{
    if (qstrcmp(words, everything) == 0)
        return {};
    for (const QString &word : text(words).split(u' ', Qt::SkipEmptyParts)) {
        if (list.removeAll(word) == 0)
            qFatal("%s was not open before", qUtf8Printable(word));
    }
    return list;
}

/// What is open where nothing is broken.
QStringList openInTheSample()
{
    static const QStringList open = openIn(readingOf(sampleCourse()).course);
    return open;
}

/// The sample in a folder of its own, of which one file after the other is another for a while.
class WrittenSample
{
public:
    WrittenSample() { m_files.writeTo(m_folder.path()); }

    [[nodiscard]] const CourseFiles &files() const { return m_files; }

    [[nodiscard]] Reading readWith(const QString &name, const QByteArray &bytes) const
    {
        put(name, bytes);
        Reading reading = course::read(m_folder.path());
        put(name, m_files.text(name));
        return reading;
    }

private:
    /// A new file: to shorten one that is there makes some file systems wait for the disk.
    void put(const QString &name, const QByteArray &bytes) const
    {
        QFile::remove(m_folder.filePath(name));
        testing::write(m_folder.filePath(name), bytes);
    }

    QTemporaryDir m_folder;
    CourseFiles m_files = sampleCourse();
};

} // namespace

class TestReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void theSampleIsSound();
    void readsWhatIsThere();
    void oneMistake_data();
    void oneMistake();
    void everyCodeIsAmongTheMistakes();

    void allFaultsAtOnceInTheOrderOfPlaces();
    void anUnknownFigureIsToldAtEveryPlace();
    void brokenPackage();
    void columnsThatMeanNothing();
    void aFigureInTwoTables();
    void aFigureWithATermsId();
    void aClosedSourceClosesItsFigures();
    void linksToClosedEntriesAreTakenOut();
    void linksToClosedFiguresAreTakenOut();
    void linksToClosedModulesAreTakenOut();
    void anUnreadLessonClosesNoOther();
    void aClosedModuleKeepsItsTitle();

    void missing_data();
    void missing();
    void optionalFiles_data();
    void optionalFiles();
    void missingFolder();
    void aFileForAFolder();
    void notUtf8_data();
    void notUtf8();
    void tooLarge();
    void yamlTooLarge();
    void byteOrderMarks();
    void windowsLineEnds();
    void nothingOutside_data();
    void nothingOutside();
    void cardsOutside();
    void linksWithinTheFolder();

    void zeroBytes();
    void deepNesting_data();
    void deepNesting();
    void billionLaughs();
    void randomBytes_data();
    void randomBytes();
    void randomChanges();
};

void TestReading::theSampleIsSound()
{
    const Reading reading = readingOf(sampleCourse());
    QCOMPARE(describe(reading.faults), QStringList());
    QVERIFY(reading.isOpen());
}

void TestReading::readsWhatIsThere()
{
    const course::Course course = readingOf(sampleCourse()).course;
    QCOMPARE(course.id, text("sample"));
    QCOMPARE(course.version, text("1.0"));
    QCOMPARE(course.title, text("A sample"));
    QCOMPARE(course.language, text("en"));
    QCOMPARE(course.licence, text("CC0-1.0"));
    QCOMPARE(course.authors, QStringList(text("Nobody")));
    const course::Source report{text("report"),  text("A. Writer"), text("The report"),
                                text("A press"), text("2001"),      text("Made up.")};
    QCOMPARE(*course::findSource(course, report.id), report);
    const course::Claim claim{text("P1.2"),
                              text("P1"),
                              text("Some are back."),
                              course::ClaimKind::Opinion,
                              course::Status::Disputed,
                              QString(),
                              {text(claimsFile), 7, 5}};
    QCOMPARE(*course::findClaim(course, claim.id), claim);
    const course::Term term{text("shelter"), text("shelter"), text("A place to stay."), text("This course")};
    QCOMPARE(*course::findTerm(course, term.id), term);

    const course::Module &module = *course::findModule(course, text("first"));
    QCOMPARE(module.folder, text("01-first"));
    QCOMPARE(module.title, text("The first module"));
    QCOMPARE(module.objectives.size(), std::size_t(1));
    QCOMPARE(module.objectives.front().text, text("Tell a count from a bound."));
    QCOMPARE(module.claims, QStringList({text("P1.1"), text("P1.2")}));
    QCOMPARE(module.sections.at(1).roomMinutes, 5);
    QCOMPARE(module.sections.at(1).blocks.front().figure, text("harbour-left"));

    const course::FigureData &figure = *course::findFigure(course, text("harbour-back"));
    QCOMPARE(figure.title, text("Who is back"));
    QCOMPARE(figure.description, text("What nobody counted."));
    QCOMPARE(figure.rows.size(), std::size_t{1});
    course::FigureRow row;
    row.id = text("harbour-2");
    row.figure = text("harbour-back");
    row.caseName = text("Harbour, 2001");
    row.place = text("Harbour");
    row.country = text("Nowhere");
    row.event = text("raid");
    row.date = text("2001");
    row.datePrecision = course::DatePrecision::Year;
    row.counted = text("women");
    row.total = 9;
    row.question = course::Question::Back;
    row.outcome = text("seen again");
    row.qualifier = course::Qualifier::Some;
    row.windowText = text("not said");
    row.within = text("harbour-1");
    row.source = text("report");
    row.claim = text("P1.2");
    row.status = course::Status::Disputed;
    row.confidence = text("B");
    row.note = text("No number.");
    row.standsAt = {text(harbourFile), 3, 1};
    QVERIFY(figure.rows.front() == row);
    QCOMPARE(course::findFigure(course, text("harbour"))->rows.size(), std::size_t{2});
    QCOMPARE(course::findFigure(course, text("rivers"))->title, text("The rivers"));
}

void TestReading::oneMistake_data()
{
    QTest::addColumn<int>("index");
    const std::vector<Mistake> all = allMistakes();
    for (std::size_t i = 0; i < all.size(); ++i)
        QTest::addRow("%s: %s", all[i].file, all[i].name) << static_cast<int>(i);
}

void TestReading::oneMistake()
{
    QFETCH(const int, index);
    const Mistake mistake = allMistakes().at(static_cast<std::size_t>(index));
    const CourseFiles files = broken(mistake);
    QStringList expected;
    for (const QString &fault : text(mistake.fault).split(u'|', Qt::SkipEmptyParts))
        expected.append(expectedFault(fault, mistake, files));

    const Reading reading = readingOf(files);
    QStringList found = describe(reading.faults);
    // What libyaml says of a syntax error is its own affair.
    found.replaceInStrings(QRegularExpression(text(" yaml-syntax \\((?!empty).*\\)$")), text(" yaml-syntax"));
    QCOMPARE(found, expected);
    QCOMPARE(openIn(reading.course), without(openInTheSample(), mistake.closed));
    QCOMPARE(reading.isOpen(), qstrcmp(mistake.closed, everything) != 0);
}

/// GIFT's own codes are held to in tests/items, those of other formats in tests/exchange, those of rules, cards and
/// stories in tst_rules, those of the review in tst_review, that of a long table in tst_ownfigures, those of marks in
/// tst_matrixfile and tst_collected; all others are among these mistakes, and the files' are tested below.
void TestReading::everyCodeIsAmongTheMistakes()
{
    QSet<QString> tested{text("not-utf-8"), text("file-too-large"), text("outside-course"), text("json-syntax")};
    for (const char *elsewhere : {"unknown-part",          "unknown-item",     "unknown-form",     "unknown-module",
                                  "twee-header",           "twee-forbidden",   "unknown-passage",  "passage-dead-end",
                                  "passage-unreachable",   "passage-cycle",    "form-pair-broken", "claim-untold",
                                  "claim-unasked",         "feedback-missing", "longest-is-right", "word-avoided",
                                  "figure-without-words",  "plan-minutes",     "section-too-long", "grade-too-high",
                                  "sentence-twice",        "coverage-short",   "xml-syntax",       "xml-forbidden",
                                  "question-kind-unknown", "image-refused",    "not-carried",      "question-left-out",
                                  "table-too-long",        "matrix-empty",     "mark-expected",    "mark-out-of-range",
                                  "maximum-out-of-range",  "row-twice",        "response-unknown"})
        tested.insert(text(elsewhere));
    for (const Mistake &mistake : allMistakes()) {
        for (const QString &fault : text(mistake.fault).split(u'|', Qt::SkipEmptyParts))
            tested.insert(fault.section(u' ', 2, 2));
    }
    for (const FaultCode code : base::allFaultCodes()) {
        const QString id = base::faultId(code);
        if (!id.startsWith(text("gift-")))
            QVERIFY2(tested.contains(id), qUtf8Printable(id));
    }
}

void TestReading::allFaultsAtOnceInTheOrderOfPlaces()
{
    CourseFiles files = sampleCourse();
    files.replace(text(lessonFile), "claim:P1.1", "claim:P9.9");
    files.replace(text(lessonFile), "What the picture shows", "What the <b/>[picture](term:none) shows");
    files.replace(text(lessonFile), "room=5", "room=no");
    files.replace(text(itemsFile), "=Nobody", "=");
    files.replace(text(harbourFile), ",some,,not said", ",some,not said");
    files.replace(text(harbourFile), ",3,at-least", ",three,at-least");
    files.replace(text(claimsFile), "kind: opinion", "kind: rumour");
    files.replace(text(courseFile), "language: en", "language: en\ncolour: red");
    const QStringList faults = describe(readingOf(files).faults);
    QCOMPARE(faults, QStringList({
                         text("01-first/items.gift:3:1 error item:how-many unknown-figure (harbour-left)"),
                         text("01-first/items.gift:11:1 error item:who-asked gift-answer-empty (a)"),
                         text("01-first/lesson.md:10:36 error module:first unknown-claim (P9.9)"),
                         text("01-first/lesson.md:20:4 error module:first value-unknown (heading, room=no)"),
                         text("01-first/lesson.md:24:10 warning module:first raw-html (<b/>)"),
                         text("01-first/lesson.md:24:24 error module:first unknown-term (none)"),
                         text("claims.yaml:10:11 error entry:P1.2 value-unknown (kind, rumour)"),
                         text("course.yaml:6:1 warning course key-unknown (colour)"),
                         text("figures/harbour.csv:2:101 error figure:harbour-left number-expected (count, three)"),
                         text("figures/harbour.csv:3:1 error figure:harbour csv-cell-count (22, 23)"),
                     }));
}

void TestReading::anUnknownFigureIsToldAtEveryPlace()
{
    CourseFiles files = sampleCourse();
    files.replace(text(lessonFile), "figure:harbour-left", "figure:port");
    files.replace(text(lessonFile), "figure:harbour)", "figure:port)");
    const Reading reading = readingOf(files);
    QCOMPARE(describe(reading.faults), QStringList({
                                           text("01-first/lesson.md:15:26 error figure:port unknown-figure (port)"),
                                           text("01-first/lesson.md:22:26 error figure:port unknown-figure (port)"),
                                       }));
    const course::Block &figure = reading.course.modules.front().sections.at(1).blocks.front();
    QCOMPARE(figure.kind, course::BlockKind::Figure);
    QCOMPARE(figure.figure, QString());
    QCOMPARE(course::plainText(figure.spans), text("Who left the harbour?"));
}

/// Without the package nobody knows which figures there should be: their modules stay open all the same.
void TestReading::brokenPackage()
{
    const QStringList open = without(
        openInTheSample(), "figure:harbour-left figure:harbour-back figure:harbour figure:rivers item:how-many");
    const QStringList unknown{
        text("01-first/items.gift:3:1 error item:how-many unknown-figure (harbour-left)"),
        text("01-first/lesson.md:15:26 error figure:harbour unknown-figure (harbour)"),
        text("01-first/lesson.md:22:26 error figure:harbour-left unknown-figure (harbour-left)"),
        text("02-second/lesson.md:10:15 error figure:rivers unknown-figure (rivers)"),
    };

    CourseFiles files = sampleCourse();
    files.replace(text(packageFile), "\"resources\"", "\"tables\"");
    Reading reading = readingOf(files);
    QCOMPARE(describe(reading.faults),
             unknown + QStringList(text("figures/datapackage.json:1:1 error figure key-missing (resources)")));
    QCOMPARE(openIn(reading.course), open);

    files = sampleCourse();
    files.replace(text(packageFile), "\"The harbour\",", "\"The harbour\"");
    reading = readingOf(files);
    QCOMPARE(reading.faults.size(), std::size_t{5});
    const base::Fault &fault = reading.faults.back();
    QCOMPARE(fault.code, FaultCode::JsonSyntax);
    QCOMPARE(fault.scope, base::Scope::Figure);
    QCOMPARE(fault.severity, base::Severity::Error);
    QVERIFY(fault.place.line == 6 || fault.place.line == 7); // the line of the missing comma, or the next
    QCOMPARE(openIn(reading.course), open);

    files = sampleCourse();
    files.replace(text(packageFile), "\"name\": \"rivers\"", "\"name\": \"The Rivers\"");
    reading = readingOf(files);
    QCOMPARE(describe(reading.faults),
             QStringList({
                 text("02-second/lesson.md:10:15 error figure:rivers unknown-figure (rivers)"),
                 text("figures/datapackage.json:11:15 error figure:The Rivers id-invalid (The Rivers)"),
             }));

    files.remove(text(packageFile));
    reading = readingOf(files);
    QCOMPARE(describe(reading.faults), unknown);
}

void TestReading::columnsThatMeanNothing()
{
    for (const char *column : {"mood", "case", ""}) {
        CourseFiles files = sampleCourse();
        files.replace(text(riversFile), ",confidence,note\n", QByteArray(",confidence,note,") + column + '\n');
        files.replace(text(riversFile), ",A,\n", ",A,,\n");
        const testing::Position at = testing::positionOf("note,", files.text(text(riversFile)));
        const Reading reading = readingOf(files);
        QCOMPARE(reading.faults.size(), std::size_t{1});
        QCOMPARE(describe(reading.faults.front()),
                 QString(text("warning figure:rivers csv-column-unknown (") + text(column) + u')'));
        QVERIFY(reading.faults.front().place == (base::Place{text(riversFile), at.line, at.column + 5}));
        QCOMPARE(course::findFigure(reading.course, text("rivers"))->rows.front().caseName, text("River, 2002"));
    }
}

void TestReading::aFigureInTwoTables()
{
    CourseFiles files = sampleCourse();
    files.replace(text(riversFile), "river-1,rivers", "river-1,harbour-left");
    const Reading reading = readingOf(files);
    QCOMPARE(describe(reading.faults),
             QStringList({
                 text("01-first/items.gift:3:1 error item:how-many unknown-figure (harbour-left)"),
                 text("figures/rivers.csv:2:1 error figure:harbour-left id-duplicate (harbour-left)"),
             }));
    QCOMPARE(openIn(reading.course), without(openInTheSample(), "figure:harbour-left item:how-many"));
}

void TestReading::aFigureWithATermsId()
{
    CourseFiles files = sampleCourse();
    files.replace(text(glossaryFile), "id: window", "id: rivers");
    files.replace(text(laterLesson), "term:window", "term:rivers");
    const Reading reading = readingOf(files);
    QCOMPARE(describe(reading.faults),
             QStringList(text("figures/rivers.csv:2:1 error figure:rivers id-duplicate (rivers)")));
    QVERIFY(course::findFigure(reading.course, text("rivers")) == nullptr);
}

void TestReading::aClosedSourceClosesItsFigures()
{
    CourseFiles files = sampleCourse();
    files.replace(text(courseFile), "    title: The letter\n", "");
    const Reading reading = readingOf(files);
    QCOMPARE(describe(reading.faults), QStringList({
                                           text("course.yaml:17:5 error entry:letter key-missing (title)"),
                                           text("figures/rivers.csv:2:100 error figure:rivers unknown-source (letter)"),
                                       }));
    QCOMPARE(openIn(reading.course), without(openInTheSample(), "source:letter figure:rivers"));
}

bool hasLink(const std::vector<course::Block> &blocks, const QString &link)
{
    return std::ranges::any_of(blocks, [&link](const course::Block &block) {
        return std::ranges::find(block.spans, link, &course::Span::link) != block.spans.end() ||
               hasLink(block.children, link);
    });
}

bool hasLink(const course::Module &module, const char *link)
{
    return std::ranges::any_of(module.sections,
                               [link](const course::Section &section) { return hasLink(section.blocks, text(link)); });
}

void TestReading::linksToClosedEntriesAreTakenOut()
{
    CourseFiles files = sampleCourse();
    files.replace(text(claimsFile), "kind: prediction", "kind: rumour");
    files.replace(text(glossaryFile), "    definition: How long anyone looked.\n", "");
    files.replace(text(riversFile), ",P2.1,", ",,");
    const Reading reading = readingOf(files);
    QCOMPARE(reading.faults.size(), std::size_t{2});
    QCOMPARE(openIn(reading.course), without(openInTheSample(), "claim:P2.1 term:window"));
    const course::Module &module = reading.course.modules.at(1);
    QCOMPARE(module.claims, QStringList());
    QVERIFY(!hasLink(module, "claim:P2.1"));
    QVERIFY(!hasLink(module, "term:window"));
    QVERIFY(hasLink(module, "section:arrival"));
}

void TestReading::linksToClosedFiguresAreTakenOut()
{
    CourseFiles files = sampleCourse();
    files.replace(text(harbourFile), "seen again,,some", "seen again,3,some");
    const Reading reading = readingOf(files);
    QCOMPARE(reading.faults.size(), std::size_t{1});
    const course::Module &module = reading.course.modules.front();
    QVERIFY(module.isOpen());
    QVERIFY(!hasLink(module, "figure:harbour"));
    QVERIFY(hasLink(module, "card:pocket"));
    QCOMPARE(module.sections.at(1).blocks.front().figure, text("harbour-left"));
}

void TestReading::linksToClosedModulesAreTakenOut()
{
    CourseFiles files = sampleCourse();
    files.replace(text(laterLesson), "room=2", "room=none");
    const Reading reading = readingOf(files);
    QCOMPARE(reading.faults.size(), std::size_t{1});
    QVERIFY(hasLink(readingOf(sampleCourse()).course.modules.front(), "section:later"));
    QVERIFY(!hasLink(reading.course.modules.front(), "section:later"));
    QVERIFY(hasLink(reading.course.modules.front(), "section:numbers"));
}

void TestReading::anUnreadLessonClosesNoOther()
{
    CourseFiles files = sampleCourse();
    files.replace(text(laterLesson), "closes", "closes\xFF");
    const Reading reading = readingOf(files);
    QCOMPARE(describe(reading.faults), QStringList(text("02-second/lesson.md:8:31 error module:second not-utf-8")));
    QVERIFY(reading.course.modules.front().isOpen());
    QVERIFY(!hasLink(reading.course.modules.front(), "section:later"));
}

void TestReading::aClosedModuleKeepsItsTitle()
{
    CourseFiles files = sampleCourse();
    files.replace(text(lessonFile), "claim:P1.1", "claim:P9.9");
    course::Module closed;
    closed.id = text("first");
    closed.folder = text("01-first");
    closed.title = text("The first module");
    QVERIFY(readingOf(files).course.modules.front() == closed);
    closed.title = closed.folder;
    files.remove(text(lessonFile));
    QVERIFY(readingOf(files).course.modules.front() == closed);
}

void TestReading::missing_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("closed");
    const auto row = [](const char *file, const char *fault, const char *closed) {
        QTest::newRow(file) << text(file) << text(fault) << text(closed);
    };
    row(courseFile, "error course file-missing", everything);
    row(claimsFile, "error course file-missing", everything);
    row(riversFile, "error figure:rivers file-missing", "figure:rivers");
    row(harbourFile, "error figure:harbour file-missing", allOfHarbour);
    row(lessonFile, "error module:first file-missing", firstModule);
    row(laterItems, "error module:second file-missing", secondModule);
}

void TestReading::missing()
{
    QFETCH(const QString, file);
    QFETCH(const QString, fault);
    QFETCH(const QString, closed);
    CourseFiles files = sampleCourse();
    files.remove(file);
    const Reading reading = readingOf(files);
    QStringList found = describe(reading.faults);
    // The question that is answered on a figure is closed with it, and says so at its own place.
    found.removeAll(text("01-first/items.gift:3:1 error item:how-many unknown-figure (harbour-left)"));
    QCOMPARE(found, QStringList(QString(file + text(":0:0 ") + fault)));
    QCOMPARE(openIn(reading.course), without(openInTheSample(), qUtf8Printable(closed)));
}

void TestReading::optionalFiles_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("fault");
    QTest::newRow("glossary") << text(glossaryFile) << text("unknown-term");
    QTest::newRow("figures") << text(packageFile) << text("unknown-figure");
    QTest::newRow("cards") << text("cards/pocket.md") << text("unknown-card");
}

/// A course may do without these, unless something in it leads there.
void TestReading::optionalFiles()
{
    QFETCH(const QString, file);
    QFETCH(const QString, fault);
    CourseFiles files = sampleCourse();
    files.remove(file);
    const Reading reading = readingOf(files);
    QVERIFY(!reading.faults.empty());
    for (const base::Fault &one : reading.faults)
        QCOMPARE(base::faultId(one.code), fault);
    QVERIFY(reading.isOpen());
}

void TestReading::missingFolder()
{
    const QTemporaryDir folder;
    const Reading reading = course::read(folder.filePath(text("nowhere")));
    QCOMPARE(describe(reading.faults), QStringList(text("course.yaml:0:0 error course file-missing")));
    QVERIFY(!reading.isOpen());
    QVERIFY(reading.course == course::Course());
}

void TestReading::aFileForAFolder()
{
    const QTemporaryDir folder;
    sampleCourse().writeTo(folder.path());
    const Reading reading = course::read(folder.filePath(text(courseFile)));
    QCOMPARE(describe(reading.faults), QStringList(text("course.yaml:0:0 error course file-missing")));
}

void TestReading::notUtf8_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("column");
    QTest::newRow("Latin-1") << QByteArray("caf\xE9 here") << 4;
    QTest::newRow("cut off") << QByteArray("ab\xE2\x82") << 3;
    QTest::newRow("cut off in between") << QByteArray("ab\xE2\x82 c") << 3;
    QTest::newRow("an overlong slash") << QByteArray("a\xC0\xAF") << 2;
    QTest::newRow("half of a pair") << QByteArray("a\xED\xA0\x80") << 2;
    QTest::newRow("behind wide characters") << QByteArray("\xC3\xA9\xF0\x9F\x8C\x8A\xFF") << 3;
    QTest::newRow("behind a replacement character") << QByteArray("a\xEF\xBF\xBD b\xFF") << 5;
    QTest::newRow("behind a zero") << QByteArray("a\0b\xFF", 4) << 4;
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFEi\0d\0", 6) << 1;
}

void TestReading::notUtf8()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, column);
    CourseFiles files = sampleCourse();
    files.set(text(laterItems), "// one\n// two\n" + bytes);
    const Reading reading = readingOf(files);
    QCOMPARE(describe(reading.faults), QStringList(QString(text("02-second/items.gift:3:") + QString::number(column) +
                                                           text(" error module:second not-utf-8"))));
    QCOMPARE(openIn(reading.course), without(openInTheSample(), secondModule));
}

void TestReading::tooLarge()
{
    CourseFiles files = sampleCourse();
    files.set(text(laterItems), QByteArray(8 * 1024 * 1024 + 1, '\n'));
    const Reading reading = readingOf(files);
    QCOMPARE(describe(reading.faults),
             QStringList(text("02-second/items.gift:0:0 error module:second file-too-large (8 MiB)")));
    QCOMPARE(openIn(reading.course), without(openInTheSample(), secondModule));
}

void TestReading::yamlTooLarge()
{
    const auto filledTo = [](const QByteArray &yaml, qsizetype size) -> QByteArray {
        return yaml + '#' + QByteArray(size - yaml.size() - 1, 'x');
    };
    CourseFiles files = sampleCourse();
    const QByteArray glossary = files.text(text(glossaryFile));
    files.set(text(glossaryFile), filledTo(glossary, 64 * 1024));
    QCOMPARE(describe(readingOf(files).faults), QStringList());
    files.set(text(glossaryFile), filledTo(glossary, 64 * 1024 + 1));
    QCOMPARE(describe(readingOf(files).faults),
             QStringList(text("glossary.yaml:1:1 error course file-too-large (64 kB)")));

    files = sampleCourse();
    files.replace(text(laterLesson), "claims: [P2.1]\n", "claims: [P2.1]\n#" + QByteArray(64 * 1024, 'x') + '\n');
    QCOMPARE(describe(readingOf(files).faults),
             QStringList(text("02-second/lesson.md:2:1 error module:second file-too-large (64 kB)")));
}

void TestReading::byteOrderMarks()
{
    CourseFiles files = sampleCourse();
    for (const QString &name : files.names())
        files.set(name, "\xEF\xBB\xBF" + files.text(name));
    QVERIFY(readingOf(files) == readingOf(sampleCourse()));
}

void TestReading::windowsLineEnds()
{
    CourseFiles files = sampleCourse();
    for (const QString &name : files.names())
        files.set(name, files.text(name).replace("\n", "\r\n"));
    QVERIFY(readingOf(files) == readingOf(sampleCourse()));
}

void TestReading::nothingOutside_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("fault");
    QTest::newRow("course") << text(courseFile) << text("error course outside-course");
    QTest::newRow("claims") << text(claimsFile) << text("error course outside-course");
    QTest::newRow("glossary") << text(glossaryFile) << text("error course outside-course");
    QTest::newRow("package") << text(packageFile) << text("error figure outside-course");
    QTest::newRow("table") << text(riversFile) << text("error figure:rivers outside-course");
    QTest::newRow("lesson") << text(laterLesson) << text("error module:second outside-course");
    QTest::newRow("items") << text(laterItems) << text("error module:second outside-course");
}

/// A symbolic link that leads out of the folder is not followed.
void TestReading::nothingOutside()
{
    QFETCH(const QString, file);
    QFETCH(const QString, fault);
    const QTemporaryDir folder;
    const QString inside = folder.filePath(text("course"));
    CourseFiles files = sampleCourse();
    testing::write(folder.filePath(text("outside")), files.text(file));
    files.remove(file);
    files.writeTo(inside);
    QVERIFY(QFile::link(folder.filePath(text("outside")), inside + u'/' + file));
    const Reading reading = course::read(inside);
    QVERIFY(describe(reading.faults).contains(QString(file + text(":0:0 ") + fault)));

    // Neither is a folder beside it, nor one whose name begins with the course's.
    for (const char *way : {"../outside", "../course-2"}) {
        CourseFiles other = sampleCourse();
        other.replace(text(courseFile), "dir: 02-second", QByteArray("dir: ") + way);
        const QTemporaryDir place;
        other.writeTo(place.filePath(text("course")));
        testing::write(place.filePath(text("course/")) + text(way) + text("/lesson.md"), other.text(text(laterLesson)));
        testing::write(place.filePath(text("course/")) + text(way) + text("/items.gift"), other.text(text(laterItems)));
        const Reading outside = course::read(place.filePath(text("course")));
        QCOMPARE(describe(outside.faults),
                 QStringList({QString(text(way) + text("/items.gift:0:0 error module:second outside-course")),
                              QString(text(way) + text("/lesson.md:0:0 error module:second outside-course"))}));
        QCOMPARE(openIn(outside.course), without(openInTheSample(), secondModule));
    }
}

void TestReading::cardsOutside()
{
    const QTemporaryDir folder;
    const QString inside = folder.filePath(text("course"));
    CourseFiles files = sampleCourse();
    files.remove(text("cards/pocket.md"));
    files.writeTo(inside);
    testing::write(folder.filePath(text("outside/pocket.md")), "# A card\n");
    QVERIFY(QFile::link(folder.filePath(text("outside")), inside + text("/cards")));
    QCOMPARE(describe(course::read(inside).faults),
             QStringList(text("01-first/lesson.md:14:19 error module:first unknown-card (pocket)")));
}

void TestReading::linksWithinTheFolder()
{
    const QTemporaryDir folder;
    const QString real = folder.filePath(text("real"));
    sampleCourse().writeTo(real);
    QVERIFY(QFile::rename(real + text("/claims.yaml"), real + text("/all.yaml")));
    QVERIFY(QFile::link(real + text("/all.yaml"), real + text("/claims.yaml")));
    QVERIFY(QFile::link(real, folder.filePath(text("other"))));
    QVERIFY(course::read(folder.filePath(text("other"))) == readingOf(sampleCourse()));
}

void TestReading::zeroBytes()
{
    const WrittenSample sample;
    for (const QString &name : sample.files().names()) {
        const QByteArray whole = sample.files().text(name);
        for (qsizetype at = 0; at <= whole.size(); at += 7) {
            const Reading reading = sample.readWith(name, QByteArray(whole).insert(at, '\0'));
            if (name.endsWith(text(".yaml")))
                QVERIFY2(!reading.isOpen(), qUtf8Printable(name));
        }
    }
}

void TestReading::deepNesting_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("deep");
    QTest::addColumn<QString>("fault");
    QTest::newRow("YAML, flow") << text(claimsFile) << "claims: " + QByteArray(30000, '[') << text("yaml-forbidden");
    QTest::newRow("YAML, maps") << text(claimsFile) << "claims: " + QByteArray("{a: ").repeated(10000)
                                << text("yaml-forbidden");
    QTest::newRow("YAML, block") << text(claimsFile) << "claims: \n" + QByteArray("- ").repeated(30000) + "a"
                                 << text("yaml-forbidden");
    QTest::newRow("JSON") << text(packageFile) << "{\"resources\": " + QByteArray(100000, '[') << text("json-syntax");
    const QByteArray begin = "---\ntitle: Deep\n---\n\n## Deep {#deep}\n\n";
    QTest::newRow("quotes") << text(laterLesson) << begin + QByteArray(100000, '>') + " deep" << QString();
    QTest::newRow("lists") << text(laterLesson) << begin + QByteArray("- ").repeated(20000) + "deep" << QString();
    QTest::newRow("emphasis") << text(laterLesson) << begin + QByteArray(20000, '*') + "deep" << QString();
    QTest::newRow("brackets") << text(laterLesson) << begin + QByteArray(20000, '[') + "deep" << QString();
    QTest::newRow("images") << text(laterLesson)
                            << begin + QByteArray("![").repeated(200) + "deep" +
                                   QByteArray("](figure:rivers)").repeated(200)
                            << QString();
    QTest::newRow("braces") << text(laterItems) << QByteArray(100000, '{') + "deep" << text("gift-brace-missing");
}

void TestReading::deepNesting()
{
    QFETCH(const QString, file);
    QFETCH(const QByteArray, deep);
    QFETCH(const QString, fault);
    CourseFiles files = sampleCourse();
    files.set(file, deep);
    if (file == text(laterLesson))
        files.replace(text(lessonFile), "section:later", "section:deep");
    const Reading reading = readingOf(files);
    QStringList codes;
    for (const base::Fault &one : reading.faults)
        codes.append(base::faultId(one.code));
    if (!fault.isEmpty())
        QVERIFY2(codes.contains(fault), qUtf8Printable(codes.join(u' ')));
    else
        QVERIFY(reading.course.modules.at(1).isOpen());
}

void TestReading::billionLaughs()
{
    QByteArray yaml = "a0: &a0 [ha, ha, ha]\n";
    for (int i = 1; i < 30; ++i) {
        const QByteArray before = "*a" + QByteArray::number(i - 1);
        yaml += 'a' + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " [" + before + ", " + before + "]\n";
    }
    CourseFiles files = sampleCourse();
    files.set(text(glossaryFile), yaml + "terms: *a29\n");
    QCOMPARE(describe(readingOf(files).faults),
             QStringList(text("glossary.yaml:1:5 error course yaml-forbidden (anchor)")));
}

/// Whether a link leads to something that is open.
bool leadsSomewhere(const QString &link, const course::Course &course)
{
    const QString id = link.section(u':', 1);
    if (link.startsWith(text("claim:")))
        return course::findClaim(course, id) != nullptr;
    if (link.startsWith(text("term:")))
        return course::findTerm(course, id) != nullptr;
    if (link.startsWith(text("figure:")))
        return course::findFigure(course, id) != nullptr;
    if (link.startsWith(text("section:")))
        return course::findSection(course, id).section != nullptr;
    return link == text("card:pocket");
}

/// The links and figures that lead nowhere, which is none in whatever is open.
QStringList deadLinks(const std::vector<course::Block> &blocks, const course::Course &course)
{
    QStringList dead;
    for (const course::Block &block : blocks) {
        if (!block.figure.isEmpty() && course::findFigure(course, block.figure) == nullptr)
            dead.append(block.figure);
        for (const course::Span &span : block.spans) {
            if (!span.link.isEmpty() && !leadsSomewhere(span.link, course))
                dead.append(span.link);
        }
        dead += deadLinks(block.children, course);
    }
    return dead;
}

/// Whatever a reading says, it stands within the lines of the file; what is closed has a reason, and what is open is
/// sound.
void verifyReading(const Reading &reading, const QString &file, const QByteArray &bytes)
{
    for (const base::Fault &fault : reading.faults) {
        QVERIFY2(!fault.place.file.isEmpty(), qUtf8Printable(describe(fault)));
        QVERIFY2(fault.place.line >= 0 && fault.place.column >= 0, qUtf8Printable(describe(fault)));
        // GIFT takes a carriage return of its own for a line's end.
        const auto lines = bytes.count('\n') + bytes.count('\r') + 1;
        QVERIFY2(fault.place.file != file || fault.place.line <= lines, qUtf8Printable(describe(fault.place)));
        QVERIFY(!base::faultLine(fault).contains(u'\n'));
    }
    QVERIFY(reading.isOpen() || base::hasError(reading.faults));
    for (const course::Module &module : reading.course.modules) {
        const bool hasReason = std::ranges::any_of(reading.faults, [&module](const base::Fault &fault) {
            return fault.severity == base::Severity::Error && fault.scope == base::Scope::Module &&
                   fault.scopeId == module.id;
        });
        QCOMPARE(module.isOpen(), !hasReason);
        for (const course::Section &section : module.sections) {
            QVERIFY(base::isId(section.id) && !section.blocks.empty());
            QCOMPARE(deadLinks(section.blocks, reading.course), QStringList());
        }
        for (const items::Item &item : module.items)
            QVERIFY(base::isId(item.id));
    }
}

void TestReading::randomBytes_data()
{
    QTest::addColumn<QString>("file");
    for (const QString &name : sampleCourse().names())
        QTest::newRow(qUtf8Printable(name)) << name;
}

void TestReading::randomBytes()
{
    QFETCH(const QString, file);
    QRandomGenerator random(20260101);
    const QByteArray signs = QByteArrayLiteral(" \n\r\t\0-:#[]{}()<>!&*|\"'%@`,.~=\\/$?^_+x1\xC3\xA9");
    const WrittenSample sample;
    for (int round = 0; round < 100; ++round) {
        QByteArray bytes;
        const int length = random.bounded(400);
        // Bytes of any kind in the first rounds, signs that mean something in the others.
        for (int i = 0; i < length; ++i)
            bytes += round < 10 ? static_cast<char>(random.bounded(256)) : signs.at(random.bounded(signs.size()));
        verifyReading(sample.readWith(file, bytes), file, bytes);
        if (QTest::currentTestFailed())
            return;
    }
}

QByteArray changed(QByteArray bytes, QRandomGenerator &random)
{
    const QByteArray signs = " \n\r\t-:#[]{}()<>!&*|\"'%,.~=\\/?^_x1";
    for (int change = random.bounded(1, 4); change > 0 && !bytes.isEmpty(); --change) {
        const qsizetype at = random.bounded(bytes.size());
        const char sign = signs.at(random.bounded(signs.size()));
        switch (random.bounded(4)) {
        case 0:
            bytes.insert(at, sign);
            break;
        case 1:
            bytes[at] = sign;
            break;
        case 2:
            bytes.remove(at, random.bounded(1, 20));
            break;
        default:
            bytes.insert(at, bytes.mid(random.bounded(bytes.size()), 30));
            break;
        }
    }
    return bytes;
}

/// A sound file with some bytes changed, put in or taken out gets further than noise does.
void TestReading::randomChanges()
{
    QRandomGenerator random(20260102);
    const WrittenSample sample;
    const QStringList names = sample.files().names();
    for (int round = 0; round < 1500; ++round) {
        const QString &file = names.at(random.bounded(names.size()));
        const QByteArray bytes = changed(sample.files().text(file), random);
        verifyReading(sample.readWith(file, bytes), file, bytes);
        if (QTest::currentTestFailed()) {
            qInfo("round %d, %s:\n%s", round, qUtf8Printable(file), bytes.constData());
            return;
        }
    }
}

TEST_MAIN_GUILESS(TestReading)

#include "tst_reading.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/command.h"

#include "command/analyse.h"
#include "command/check.h"
#include "command/convert.h"
#include "command/ledger.h"
#include "command/print.h"
#include "command/schedule.h"

#include <array>

namespace command {

namespace {

struct Verb {
    const char *name;
    int (*run)(const QStringList &arguments, QTextStream &out, QTextStream &err);
};

constexpr std::array verbs{
    Verb{"check", &check},       Verb{"convert", &convert}, Verb{"analyse", &analyse},
    Verb{"schedule", &schedule}, Verb{"journal", &ledger},  Verb{"print", &print},
};

} // namespace

bool isVerb(const QString &verb)
{
    return std::ranges::any_of(verbs, [&verb](const Verb &known) { return verb == QLatin1String(known.name); });
}

int run(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    for (const Verb &verb : verbs) {
        if (arguments.value(0) == QLatin1String(verb.name))
            return verb.run(arguments.mid(1), out, err);
    }
    err << usage();
    return WrongUsage;
}

QString usage()
{
    return QStringLiteral(
        "after-the-raid [--course DIR] [--journal FILE]\n"
        "    Opens the window.\n"
        "after-the-raid check COURSE [--json]\n"
        "    Tells every fault of a course; exit status 1 where one is an error.\n"
        "after-the-raid convert IN OUT [--replace]\n"
        "    Questions from one format to another: .gift, .xml (Moodle), .csv, .json, and .tsv (Anki, out only).\n"
        "after-the-raid analyse MATRIX.csv [--json] [--unanswered zero|apart]\n"
        "    Item and test statistics of a table of marks, a row a person and a column an item. What nobody answered "
        "is\n"
        "    left out of an item's numbers, or counts as zero.\n"
        "after-the-raid schedule REVIEWS.json [--json]\n"
        "    When a card is due after each of its reviews, by FSRS-6.\n"
        "after-the-raid tour [COURSE] --out DIR [--size 1366x768] [--theme light|dark|contrast|grey]\n"
        "    [--view page|projector|console] [--scale 1.0] [--text 1.0] [--direction ltr|rtl] [--lang en]\n"
        "    Makes a picture of every page; needs no display.\n"
        "after-the-raid print handout|facilitator|questions|key|cards|posters|slip [COURSE] --out FILE.pdf\n"
        "    [--paper A4|Letter] [--large] [--module ID] [--form a|b] [--plan ID]\n"
        "    A part of the pack for a workshop as PDF; needs no display. A handout is of one module or of all, "
        "questions\n"
        "    and their key are of both forms, of one, or of a module; the guide is of one plan, or of all sections.\n"
        "after-the-raid print report [COURSE] --out FILE.pdf [--for trainer|funder|author] [--scrub] [--journal FILE]\n"
        "    What was answered in the workshops of a journal; FILE can also end in .html or .csv. What somebody could "
        "be\n"
        "    known by is listed, or with --scrub told in words.\n"
        "after-the-raid journal export FILE | merge FILE... | forget ACTOR [--final] | verify | backup [--journal "
        "FILE]\n"
        "    What was kept: to a stick and back, out of the file, looked over, copied.\n"
        "after-the-raid --help | --version\n");
}

} // namespace command

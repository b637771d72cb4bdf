// SPDX-License-Identifier: GPL-3.0-or-later
#include "targets.h"

#include "exchange/formats.h"
#include "items/gift.h"

#include <cstdio>
#include <cstdlib>

namespace fuzz {

namespace {

using exchange::Format;
using exchange::Questions;
using exchange::Reading;

/// JSON says everything of a question but its place.
QByteArray shown(const Questions &questions)
{
    return exchange::write(Format::Json, questions, {}).bytes;
}

[[noreturn]] void differ(const QByteArray &before, const QByteArray &after)
{
    std::fprintf(stderr, "read first:\n%s\nread back:\n%s\n", before.constData(), after.constData());
    std::abort();
}

void comesBack(Format format, const Questions &questions)
{
    const QByteArray written = exchange::write(format, questions, {}).bytes;
    const Reading again = exchange::read(format, written, {});
    const QByteArray before = shown(questions);
    const QByteArray after = shown(again.questions);
    if (before != after)
        differ(before, after);
}

} // namespace

void gift(const QByteArray &bytes)
{
    Questions questions = exchange::read(Format::Gift, bytes, {}).questions;
    std::erase_if(questions.items, [](const items::Item &item) { return !items::canWriteGift(item); });
    // A category is written as it was read, and trimmed where it stands at a line's end.
    for (items::Item &item : questions.items)
        item.category.clear();
    comesBack(Format::Gift, questions);
}

void moodleXml(const QByteArray &bytes)
{
    comesBack(Format::MoodleXml, exchange::read(Format::MoodleXml, bytes, {}).questions);
}

void sheet(const QByteArray &bytes)
{
    comesBack(Format::Sheet, exchange::read(Format::Sheet, bytes, {}).questions);
}

} // namespace fuzz

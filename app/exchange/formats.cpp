// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/formats.h"

#include "exchange/anki.h"
#include "exchange/json.h"
#include "exchange/moodlexml.h"
#include "exchange/sheet.h"
#include "exchange/telling.h"
#include "items/gift.h"

#include <array>

namespace exchange {

namespace {

struct Ending {
    const char *ending;
    Format format;
};

constexpr std::array endings{
    Ending{".gift", Format::Gift}, Ending{".xml", Format::MoodleXml}, Ending{".csv", Format::Sheet},
    Ending{".tsv", Format::Anki},  Ending{".json", Format::Json},
};

Reading readGiftFile(const QByteArray &bytes, const QString &file)
{
    items::GiftReading gift = items::readGift(bytes, file);
    return {{std::move(gift.items), {}}, std::move(gift.faults)};
}

Writing writeGiftFile(const Questions &questions)
{
    Writing writing;
    std::vector<items::Item> held;
    for (const items::Item &item : questions.items) {
        if (items::canWriteGift(item))
            held.push_back(item);
        else
            writing.losses.push_back(leftOut(item));
    }
    writing.bytes = items::writeGift(held).toUtf8();
    return writing;
}

} // namespace

std::optional<Format> formatOf(const QString &fileName)
{
    for (const Ending &known : endings) {
        if (fileName.endsWith(QLatin1String(known.ending), Qt::CaseInsensitive))
            return known.format;
    }
    return std::nullopt;
}

bool canRead(Format format)
{
    return format != Format::Anki;
}

Reading read(Format format, const QByteArray &bytes, const QString &file)
{
    switch (format) {
    case Format::Gift:
        return readGiftFile(bytes, file);
    case Format::MoodleXml:
        return readMoodleXml(bytes, file);
    case Format::Sheet:
        return readSheet(bytes, file);
    case Format::Json:
        return readJson(bytes, file);
    case Format::Anki:
        break;
    }
    return {};
}

Writing write(Format format, const Questions &questions, const QString &title)
{
    switch (format) {
    case Format::Gift:
        return writeGiftFile(questions);
    case Format::MoodleXml:
        return writeMoodleXml(questions);
    case Format::Sheet:
        return writeSheet(questions);
    case Format::Json:
        return writeJson(questions);
    case Format::Anki:
        return writeAnki(questions, title);
    }
    return {};
}

} // namespace exchange

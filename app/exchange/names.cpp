// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/names.h"

#include <algorithm>
#include <array>

namespace exchange {

namespace {

using items::ItemType;
using items::TextFormat;

struct TypeName {
    ItemType type;
    const char *name;
};

constexpr std::array typeNames{
    TypeName{ItemType::Choice, "choice"},       TypeName{ItemType::TrueFalse, "truefalse"},
    TypeName{ItemType::Matching, "matching"},   TypeName{ItemType::ShortAnswer, "shortanswer"},
    TypeName{ItemType::Numerical, "numerical"}, TypeName{ItemType::MissingWord, "missingword"},
    TypeName{ItemType::Essay, "essay"},         TypeName{ItemType::Description, "description"},
};

struct FormatName {
    TextFormat format;
    const char *name;
    const char *xmlName;
};

constexpr std::array formatNames{
    FormatName{TextFormat::Moodle, "moodle", "moodle_auto_format"},
    FormatName{TextFormat::Html, "html", "html"},
    FormatName{TextFormat::Plain, "plain", "plain_text"},
    FormatName{TextFormat::Markdown, "markdown", "markdown"},
};

const FormatName &entryOf(TextFormat format)
{
    return *std::ranges::find(formatNames, format, &FormatName::format);
}

std::optional<TextFormat> formatBy(const char *const FormatName::*spelling, const QString &name)
{
    const auto *found = std::ranges::find_if(
        formatNames, [&](const FormatName &entry) { return name == QLatin1String(entry.*spelling); });
    return found == formatNames.end() ? std::nullopt : std::optional(found->format);
}

} // namespace

QString typeName(ItemType type)
{
    return QLatin1String(std::ranges::find(typeNames, type, &TypeName::type)->name);
}

std::optional<ItemType> typeNamed(const QString &name)
{
    const auto *found =
        std::ranges::find_if(typeNames, [&](const TypeName &entry) { return name == QLatin1String(entry.name); });
    return found == typeNames.end() ? std::nullopt : std::optional(found->type);
}

QString formatName(TextFormat format)
{
    return QLatin1String(entryOf(format).name);
}

std::optional<TextFormat> formatNamed(const QString &name)
{
    return formatBy(&FormatName::name, name);
}

QString xmlFormatName(TextFormat format)
{
    return QLatin1String(entryOf(format).xmlName);
}

std::optional<TextFormat> xmlFormatNamed(const QString &name)
{
    return formatBy(&FormatName::xmlName, name);
}

} // namespace exchange

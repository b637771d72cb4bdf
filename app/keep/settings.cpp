// SPDX-License-Identifier: GPL-3.0-or-later
#include "keep/settings.h"

#include "base/places.h"
#include "keep/jsonfile.h"

#include <QStandardPaths>

#include <algorithm>
#include <array>
#include <utility>

namespace keep {

namespace {

constexpr double leastTextScale = 0.8;
constexpr double greatestTextScale = 2.0;
constexpr double greatestSpacing = 1.5;
constexpr double leastLength = 0.8;
constexpr double greatestLength = 1.3;
constexpr qsizetype longestKey = 40;
constexpr int longestKept = 3650; // days

template<typename Enum>
struct Word {
    Enum value;
    QLatin1String word;
};

constexpr std::array progressWords{
    Word<Progress>{Progress::NotAsked, QLatin1String("not-asked")},
    Word<Progress>{Progress::Keep, QLatin1String("keep")},
    Word<Progress>{Progress::Guest, QLatin1String("guest")},
};

constexpr std::array themeWords{
    Word<Theme>{Theme::System, QLatin1String("system")},
    Word<Theme>{Theme::Light, QLatin1String("light")},
    Word<Theme>{Theme::Dark, QLatin1String("dark")},
    Word<Theme>{Theme::Contrast, QLatin1String("contrast")},
};

constexpr std::array openingWords{
    Word<Opening>{Opening::AtOnce, QLatin1String("at-once")},
    Word<Opening>{Opening::AfterTries, QLatin1String("after-tries")},
    Word<Opening>{Opening::AtEnd, QLatin1String("at-end")},
};

template<typename Words, typename Enum>
QString wordOf(const Words &words, Enum value)
{
    const auto *found = std::ranges::find(words, value, &Word<Enum>::value);
    Q_ASSERT_X(found != words.end(), "wordOf", "every value has a word");
    return found->word;
}

template<typename Words, typename Enum>
Enum valueOf(const Words &words, const QJsonValue &word, Enum otherwise)
{
    const auto *found = std::ranges::find(words, word.toString(), &Word<Enum>::word);
    return found == words.end() ? otherwise : found->value;
}

/// Out of range, or not a number at all, is the default rather than the nearest bound: nobody chose such a value.
double inRange(double value, double least, double greatest, double otherwise)
{
    return value >= least && value <= greatest ? value : otherwise;
}

Settings allowed(Settings settings)
{
    if (settings.hideKey.isEmpty() || settings.hideKey.size() > longestKey)
        settings.hideKey = Settings().hideKey; // without one nobody could hide anything
    settings.lineSpacing = inRange(settings.lineSpacing, 1.0, greatestSpacing, Settings().lineSpacing);
    settings.lineLength = inRange(settings.lineLength, leastLength, greatestLength, Settings().lineLength);
    settings.keptDays = settings.keptDays >= 0 && settings.keptDays <= longestKept ? settings.keptDays : 0;
    settings.textScale = inRange(settings.textScale, leastTextScale, greatestTextScale, Settings().textScale);
    return settings;
}

Place allowed(Place place)
{
    place.scrolled = inRange(place.scrolled, 0.0, 1.0, Place().scrolled);
    return place;
}

Settings settingsFrom(const QJsonObject &object)
{
    Settings settings;
    settings.progress = valueOf(progressWords, object.value(QLatin1String("progress")), settings.progress);
    settings.theme = valueOf(themeWords, object.value(QLatin1String("theme")), settings.theme);
    settings.textScale = object.value(QLatin1String("textScale")).toDouble(settings.textScale);
    settings.lineSpacing = object.value(QLatin1String("lineSpacing")).toDouble(settings.lineSpacing);
    settings.lineLength = object.value(QLatin1String("lineLength")).toDouble(settings.lineLength);
    settings.trainerNotes = object.value(QLatin1String("trainerNotes")).toBool(settings.trainerNotes);
    settings.opening = valueOf(openingWords, object.value(QLatin1String("opening")), settings.opening);
    settings.asksCertainty = object.value(QLatin1String("asksCertainty")).toBool(settings.asksCertainty);
    settings.mixedOrder = object.value(QLatin1String("mixedOrder")).toBool(settings.mixedOrder);
    settings.notes = object.value(QLatin1String("notes")).toBool(settings.notes);
    settings.hideKey = object.value(QLatin1String("hideKey")).toString(settings.hideKey);
    settings.keptDays = object.value(QLatin1String("keptDays")).toInt(settings.keptDays);
    return allowed(settings);
}

Place placeFrom(const QJsonObject &object)
{
    Place place;
    place.person = QUuid::fromString(object.value(QLatin1String("person")).toString());
    place.section = object.value(QLatin1String("section")).toString();
    place.scrolled = object.value(QLatin1String("scrolled")).toDouble();
    return allowed(place);
}

QJsonObject jsonOf(const Settings &settings)
{
    return {{QStringLiteral("progress"), wordOf(progressWords, settings.progress)},
            {QStringLiteral("theme"), wordOf(themeWords, settings.theme)},
            {QStringLiteral("textScale"), settings.textScale},
            {QStringLiteral("lineSpacing"), settings.lineSpacing},
            {QStringLiteral("lineLength"), settings.lineLength},
            {QStringLiteral("trainerNotes"), settings.trainerNotes},
            {QStringLiteral("opening"), wordOf(openingWords, settings.opening)},
            {QStringLiteral("asksCertainty"), settings.asksCertainty},
            {QStringLiteral("mixedOrder"), settings.mixedOrder},
            {QStringLiteral("notes"), settings.notes},
            {QStringLiteral("hideKey"), settings.hideKey},
            {QStringLiteral("keptDays"), settings.keptDays}};
}

QJsonObject jsonOf(const Place &place)
{
    return {{QStringLiteral("person"), place.person.toString(QUuid::WithoutBraces)},
            {QStringLiteral("section"), place.section},
            {QStringLiteral("scrolled"), place.scrolled}};
}

QString settingsPath(const QString &folder)
{
    return folder + QLatin1String("/settings.json");
}

QString placePath(const QString &folder)
{
    return folder + QLatin1String("/place.json");
}

} // namespace

Store::Store(QString folder) : m_folder(std::move(folder))
{
    if (m_folder.isEmpty())
        return;
    m_settings = settingsFrom(readJson(settingsPath(m_folder)));
    m_place = placeFrom(readJson(placePath(m_folder)));
}

tl::expected<void, Error> Store::setSettings(const Settings &settings)
{
    m_settings = allowed(settings);
    return m_folder.isEmpty() ? tl::expected<void, Error>() : writeJson(settingsPath(m_folder), jsonOf(m_settings));
}

tl::expected<void, Error> Store::setPlace(const Place &place)
{
    m_place = allowed(place);
    return m_folder.isEmpty() ? tl::expected<void, Error>() : writeJson(placePath(m_folder), jsonOf(m_place));
}

QString defaultFolder()
{
    if (const QString portable = base::portableFolder(); !portable.isEmpty())
        return portable + QLatin1String("/settings");
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QLatin1String("/after-the-raid");
}

} // namespace keep

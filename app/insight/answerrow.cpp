// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/answerrow.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <optional>
#include <string_view>

namespace insight {

namespace {

/// Looks through an object as the program writes it: without spaces, and its keys in the order of the alphabet. A
/// quotation mark within a text is written with a backslash before it, so no text can hold a key with both of its own.
class Scanner
{
public:
    explicit Scanner(std::string_view json) : m_json(json) {}

    std::optional<double> number(std::string_view key)
    {
        if (!goBehind(key))
            return std::nullopt;
        const std::size_t start = m_at;
        while (m_at < m_json.size() && m_json[m_at] != ',' && m_json[m_at] != '}')
            ++m_at;
        const std::string_view number = m_json.substr(start, m_at - start);
        if (number.size() == 1 && number[0] >= '0' && number[0] <= '9')
            return number[0] - '0';
        bool isNumber = number == "null";
        const double value = isNumber ? 0.0 : QByteArrayView(number).toDouble(&isNumber);
        return isNumber ? std::optional(value) : std::nullopt;
    }

    /// `["a","c"]`, where every key is one letter, or `["?"]`; nothing for anything else.
    std::optional<Chosen> keys(std::string_view key)
    {
        if (!goBehind(key))
            return std::nullopt;
        const std::string_view rest = m_json.substr(m_at);
        if (rest.starts_with("\"?\"]"))
            return dontKnow;
        Chosen chosen = 0;
        for (std::size_t at = 0; at + 3 < rest.size() && rest[at] == '"' && rest[at + 2] == '"'; at += 4) {
            const char letter = rest[at + 1];
            if (letter < 'a' || letter > 'z')
                break;
            chosen |= optionBit(letter - 'a');
            if (rest[at + 3] == ']')
                return chosen;
            if (rest[at + 3] != ',')
                break;
        }
        return std::nullopt;
    }

private:
    /// A key stands behind the bracket that opens the object, or behind a comma.
    bool goBehind(std::string_view key)
    {
        for (; m_at < m_json.size(); m_at = m_json.find(',', m_at + 1)) {
            const bool isSeparator = m_json[m_at] == ',' || m_json[m_at] == '{';
            if (isSeparator && m_json.substr(m_at + 1).starts_with(key)) {
                m_at += 1 + key.size();
                return true;
            }
        }
        return false;
    }

    std::string_view m_json;
    std::size_t m_at = 0;
};

Outcome readAsJson(QByteArrayView json)
{
    const QJsonObject object = QJsonDocument::fromJson(json.toByteArray()).object();
    quiz::Response response;
    for (const QJsonValue key : object.value(QLatin1String("response")).toArray())
        response.append(key.toString());
    return {chosenIn(response), static_cast<float>(object.value(QLatin1String("fraction")).toDouble()),
            static_cast<qint8>(object.value(QLatin1String("sure")).toInt())};
}

} // namespace

Outcome outcomeFrom(QByteArrayView json)
{
    Scanner scanner({json.data(), static_cast<std::size_t>(json.size())});
    const auto fraction = scanner.number("\"fraction\":");
    const auto chosen = fraction ? scanner.keys("\"response\":[") : std::nullopt;
    const auto sure = chosen ? scanner.number("\"sure\":") : std::nullopt;
    if (!sure)
        return readAsJson(json);
    return {*chosen, static_cast<float>(*fraction), static_cast<qint8>(*sure)};
}

} // namespace insight

// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/json.h"

#include "base/textfile.h"
#include "exchange/names.h"
#include "exchange/soundness.h"
#include "exchange/telling.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace exchange {

namespace {

using base::FaultCode;
using items::Item;
using items::ItemType;
using items::Option;
using items::Text;

/// Writes a text and, where it is another than the question's, its format.
void put(QJsonObject &object, const QString &key, const Text &text, items::TextFormat usual)
{
    object.insert(key, text.content);
    if (!text.isEmpty() && text.format != usual)
        object.insert(key + QLatin1String("Format"), formatName(text.format));
}

QJsonObject objectOf(const Item &item, const Option &option)
{
    QJsonObject object;
    if (item.type == ItemType::Numerical) {
        object.insert(QLatin1String("value"), option.anythingElse ? QJsonValue() : QJsonValue(option.value));
        object.insert(QLatin1String("tolerance"), option.anythingElse ? QJsonValue() : QJsonValue(option.tolerance));
    } else {
        object.insert(QLatin1String("text"), option.text.content);
        if (item.type != ItemType::TrueFalse)
            object.insert(QLatin1String("textFormat"), formatName(option.text.format));
    }
    if (item.type == ItemType::Matching) {
        object.insert(QLatin1String("match"), option.match);
        return object;
    }
    object.insert(QLatin1String("fraction"), option.fraction);
    put(object, QStringLiteral("feedback"), option.feedback, item.stem.format);
    return object;
}

QJsonObject objectOf(const Item &item)
{
    QJsonArray options;
    for (const Option &option : item.options)
        options.append(objectOf(item, option));
    QJsonObject object{
        {QStringLiteral("id"), item.id},
        {QStringLiteral("title"), item.title},
        {QStringLiteral("category"), item.category},
        {QStringLiteral("tags"), QJsonArray::fromStringList(item.tags)},
        {QStringLiteral("type"), typeName(item.type)},
        {QStringLiteral("text"), item.stem.content},
        {QStringLiteral("textFormat"), formatName(item.stem.format)},
        {QStringLiteral("options"), options},
    };
    put(object, QStringLiteral("generalFeedback"), item.generalFeedback, item.stem.format);
    if (item.type == ItemType::Choice || item.type == ItemType::MissingWord)
        object.insert(QLatin1String("single"), item.single);
    return object;
}

/// Where the objects of an array begin that is sound JSON: QJsonDocument knows no places.
std::vector<qsizetype> objectStarts(const QByteArray &bytes)
{
    std::vector<qsizetype> starts;
    int depth = 0;
    bool inText = false;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char byte = bytes.at(i);
        if (inText) {
            i += byte == '\\' ? 1 : 0;
            inText = byte != '"';
            continue;
        }
        inText = byte == '"';
        if (byte == '{' || byte == '[') {
            if (depth == 1)
                starts.push_back(i);
            ++depth;
        }
        depth -= byte == '}' || byte == ']' ? 1 : 0;
    }
    return starts;
}

class ObjectReader
{
public:
    ObjectReader(const QJsonObject &object, const base::Place &place, base::Faults &faults)
        : m_object(object), m_faults(faults)
    {
        m_item.place = place;
    }

    /// The question, or nothing after an error.
    [[nodiscard]] std::optional<Item> read()
    {
        m_item.id = words(m_object, QLatin1String("id"));
        m_item.title = words(m_object, QLatin1String("title"));
        m_item.category = words(m_object, QLatin1String("category"));
        for (const QJsonValue tag : m_object.value(QLatin1String("tags")).toArray())
            m_item.tags.append(tag.toString());
        readType();
        m_item.single = m_object.value(QLatin1String("single")).toBool(true);
        m_item.stem.content = words(m_object, QLatin1String("text"));
        m_item.stem.format = format(m_object, QLatin1String("textFormat"), items::TextFormat::Moodle);
        m_item.generalFeedback = feedback(m_object, QStringLiteral("generalFeedback"));
        for (const QJsonValue value : m_object.value(QLatin1String("options")).toArray())
            m_item.options.push_back(option(value.toObject()));
        return m_sound && completeItem(m_item, m_faults) ? std::optional(m_item) : std::nullopt;
    }

private:
    void readType()
    {
        const QString name = words(m_object, QLatin1String("type"));
        const auto type = typeNamed(name);
        if (type)
            m_item.type = *type;
        else
            refuse(FaultCode::ValueUnknown, {QStringLiteral("type"), name});
    }

    [[nodiscard]] Option option(const QJsonObject &object)
    {
        Option option;
        option.fraction = number(object, QLatin1String("fraction"));
        option.feedback = feedback(object, QStringLiteral("feedback"));
        option.match = words(object, QLatin1String("match"));
        if (m_item.type == ItemType::Numerical) {
            option.anythingElse = object.value(QLatin1String("value")).isNull();
            option.value = number(object, QLatin1String("value"));
            option.tolerance = number(object, QLatin1String("tolerance"));
            option.text.content = option.anythingElse ? QStringLiteral("*") : QString();
            return option;
        }
        option.text.content = words(object, QLatin1String("text"));
        if (!option.text.isEmpty())
            option.text.format = format(object, QLatin1String("textFormat"), usualFormat());
        option.anythingElse = m_item.type == ItemType::ShortAnswer && option.text.content == QLatin1String("*");
        return option;
    }

    [[nodiscard]] items::TextFormat usualFormat() const
    {
        return m_item.type == ItemType::TrueFalse ? items::TextFormat::Moodle : m_item.stem.format;
    }

    [[nodiscard]] Text feedback(const QJsonObject &object, const QString &key)
    {
        Text text;
        text.content = words(object, key);
        if (!text.isEmpty())
            text.format = format(object, key + QLatin1String("Format"), m_item.stem.format);
        return text;
    }

    [[nodiscard]] items::TextFormat format(const QJsonObject &object, const QString &key, items::TextFormat usual)
    {
        const QString name = words(object, key);
        const auto known = formatNamed(name);
        if (!known && !name.isEmpty())
            refuse(FaultCode::ValueUnknown, {key, name});
        return known.value_or(usual);
    }

    [[nodiscard]] QString words(const QJsonObject &object, const QString &key)
    {
        const QJsonValue value = object.value(key);
        if (!value.isUndefined() && !value.isNull() && !value.isString())
            refuse(FaultCode::YamlWrongKind, {key, QStringLiteral("text")});
        return value.toString();
    }

    [[nodiscard]] double number(const QJsonObject &object, const QString &key)
    {
        const QJsonValue value = object.value(key);
        if (!value.isUndefined() && !value.isNull() && !value.isDouble())
            refuse(FaultCode::YamlWrongKind, {key, QStringLiteral("number")});
        return value.toDouble();
    }

    void refuse(FaultCode code, const QStringList &details)
    {
        m_sound = false;
        m_faults.push_back(faultOf(m_item, base::Severity::Error, code, details));
    }

    const QJsonObject &m_object;
    base::Faults &m_faults;
    Item m_item;
    bool m_sound = true;
};

} // namespace

Writing writeJson(const Questions &questions)
{
    QJsonArray array;
    for (const Item &item : questions.items)
        array.append(objectOf(item));
    return {QJsonDocument(array).toJson(QJsonDocument::Indented), {}};
}

Reading readJson(const QByteArray &bytes, const QString &file)
{
    Reading reading;
    const base::TextFile text(file, bytes);
    if (bytes.size() > largestFile) {
        reading.faults.push_back(fileFault({file, 0, 0}, FaultCode::FileTooLarge, {QStringLiteral("64 MiB")}));
        return reading;
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError) {
        reading.faults.push_back(fileFault(text.placeAt(error.offset), FaultCode::JsonSyntax, {error.errorString()}));
        return reading;
    }
    if (!document.isArray()) {
        reading.faults.push_back(fileFault(text.placeAt(0), FaultCode::YamlWrongKind, {file, QStringLiteral("list")}));
        return reading;
    }
    const std::vector<qsizetype> starts = objectStarts(bytes);
    std::size_t next = 0;
    for (const QJsonValue value : document.array()) {
        const base::Place place = text.placeAt(next < starts.size() ? starts[next] : 0);
        if (!value.isObject()) {
            reading.faults.push_back(
                fileFault(place, FaultCode::YamlWrongKind, {value.toVariant().toString(), QStringLiteral("map")}));
            if (value.isArray())
                ++next;
            continue;
        }
        ++next;
        const QJsonObject object = value.toObject();
        if (auto item = ObjectReader(object, place, reading.faults).read())
            reading.questions.items.push_back(std::move(*item));
    }
    return reading;
}

} // namespace exchange

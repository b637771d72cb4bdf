// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/yaml.h"

#include "base/ids.h"

#include <yaml.h>

#include <algorithm>
#include <array>

namespace course::yaml {

namespace {

using base::FaultCode;

/// What ends the reading of a text, and the character at which it stands.
struct Refused {
    FaultCode code;
    std::size_t character;
    QString detail;
};
using Taken = std::optional<Refused>; ///< nothing where an event was taken

/// libyaml's parser over bytes that outlive it.
class Parser
{
public:
    explicit Parser(QByteArrayView bytes)
    {
        yaml_parser_initialize(&m_parser);
        yaml_parser_set_encoding(&m_parser, YAML_UTF8_ENCODING);
        const char *first = bytes.isEmpty() ? "" : bytes.data(); // it takes no null for no bytes
        // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): libyaml takes bytes as unsigned
        yaml_parser_set_input_string(&m_parser, reinterpret_cast<const unsigned char *>(first),
                                     static_cast<std::size_t>(bytes.size()));
    }
    ~Parser() { yaml_parser_delete(&m_parser); }
    Parser(const Parser &) = delete;
    Parser &operator=(const Parser &) = delete;

    [[nodiscard]] bool next(yaml_event_t &event) { return yaml_parser_parse(&m_parser, &event) == 1; }
    [[nodiscard]] Refused error() const
    {
        return {FaultCode::YamlSyntax, m_parser.problem_mark.index, QString::fromUtf8(m_parser.problem)};
    }

private:
    yaml_parser_t m_parser{};
};

/// One event, freed at its end.
class Event
{
public:
    Event() = default;
    ~Event() { yaml_event_delete(&m_event); }
    Event(const Event &) = delete;
    Event &operator=(const Event &) = delete;

    [[nodiscard]] yaml_event_t &raw() { return m_event; }
    [[nodiscard]] yaml_event_type_t type() const { return m_event.type; }
    [[nodiscard]] std::size_t character() const { return m_event.start_mark.index; }

private:
    yaml_event_t m_event{};
};

QString textOf(const yaml_char_t *bytes, std::size_t size)
{
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): libyaml gives bytes as unsigned
    return QString::fromUtf8(reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(size));
}

/// A plain word that stands for nothing.
bool isNull(const QString &word)
{
    constexpr std::array nulls{QLatin1String("~"), QLatin1String("null"), QLatin1String("Null"), QLatin1String("NULL")};
    return std::ranges::find(nulls, word) != nulls.end();
}

/// Builds nodes from events. The events, not libyaml's own documents, because only they show duplicate keys and never
/// follow an alias.
class Builder
{
public:
    /// `begin` is the byte at which the text begins that libyaml is given.
    Builder(const TextFile &file, qsizetype begin) : m_file(file), m_begin(begin), m_byte(begin) {}

    [[nodiscard]] Node root() const
    {
        return m_open.front().children.empty() ? Node{} : m_open.front().children.front();
    }
    [[nodiscard]] bool isEmpty() const { return m_open.front().children.empty(); }

    /// libyaml counts characters, and mostly goes on from where it was.
    [[nodiscard]] base::Place placeOf(std::size_t character)
    {
        if (character < m_character) {
            m_character = 0;
            m_byte = m_begin;
        }
        const QByteArray &bytes = m_file.bytes();
        const auto isInside = [&bytes](qsizetype at) {
            return at < bytes.size() && (static_cast<unsigned char>(bytes.at(at)) & 0xC0U) == 0x80U;
        };
        for (; m_character < character && m_byte < bytes.size(); ++m_character) {
            ++m_byte;
            while (isInside(m_byte))
                ++m_byte;
        }
        return m_file.placeAt(m_byte);
    }

    [[nodiscard]] Taken take(Event &event)
    {
        yaml_event_t &raw = event.raw();
        switch (event.type()) {
        case YAML_DOCUMENT_START_EVENT:
            return isEmpty() ? Taken() : forbidden(event, QStringLiteral("several documents"));
        case YAML_ALIAS_EVENT:
            return forbidden(event, QStringLiteral("alias"));
        case YAML_SCALAR_EVENT:
            return addText(event, raw.data.scalar);
        case YAML_SEQUENCE_START_EVENT:
            return open(event, Kind::List, raw.data.sequence_start.anchor, raw.data.sequence_start.tag);
        case YAML_MAPPING_START_EVENT:
            return open(event, Kind::Map, raw.data.mapping_start.anchor, raw.data.mapping_start.tag);
        case YAML_SEQUENCE_END_EVENT:
        case YAML_MAPPING_END_EVENT:
            close();
            return {};
        default:
            return {};
        }
    }

private:
    static Refused forbidden(const Event &event, const QString &detail)
    {
        return {FaultCode::YamlForbidden, event.character(), detail};
    }

    static Taken markIn(const Event &event, const yaml_char_t *anchor, const yaml_char_t *tag)
    {
        if (anchor != nullptr)
            return forbidden(event, QStringLiteral("anchor"));
        return tag != nullptr ? Taken(forbidden(event, QStringLiteral("tag"))) : Taken();
    }

    template<typename Scalar>
    [[nodiscard]] Taken addText(const Event &event, const Scalar &scalar)
    {
        if (const Taken mark = markIn(event, scalar.anchor, scalar.tag))
            return mark;
        const QString text = textOf(scalar.value, scalar.length);
        if (awaitsKey())
            return addKey(event, text);
        Node node;
        node.text = scalar.style == YAML_PLAIN_SCALAR_STYLE && isNull(text) ? QString() : text;
        node.place = placeOf(event.character());
        m_open.back().children.push_back(std::move(node));
        return {};
    }

    [[nodiscard]] Taken addKey(const Event &event, const QString &key)
    {
        if (m_open.back().keys.contains(key))
            return Refused{FaultCode::YamlDuplicateKey, event.character(), key};
        m_open.back().keys.append(key);
        m_open.back().keyPlaces.push_back(placeOf(event.character()));
        return {};
    }

    [[nodiscard]] bool awaitsKey() const
    {
        const Node &node = m_open.back();
        return node.kind == Kind::Map && static_cast<std::size_t>(node.keys.size()) == node.children.size();
    }

    [[nodiscard]] Taken open(const Event &event, Kind kind, const yaml_char_t *anchor, const yaml_char_t *tag)
    {
        if (const Taken mark = markIn(event, anchor, tag))
            return mark;
        if (awaitsKey())
            return forbidden(event, QStringLiteral("key that is a list or map"));
        if (m_open.size() > deepest)
            return forbidden(event, QStringLiteral("nesting this deep"));
        Node node;
        node.kind = kind;
        node.place = placeOf(event.character());
        m_open.push_back(std::move(node));
        return {};
    }

    void close()
    {
        Node done = std::move(m_open.back());
        m_open.pop_back();
        m_open.back().children.push_back(std::move(done));
    }

    static constexpr std::size_t deepest = 16;

    const TextFile &m_file;
    qsizetype m_begin;
    std::size_t m_character = 0; ///< the last that a place was asked of, and the byte at which it stands
    qsizetype m_byte;
    std::vector<Node> m_open{Node{Kind::List, {}, {}, {}, {}, {}}};
};

/// Takes all events in; what ends it early where something does.
Taken readAll(QByteArrayView bytes, Builder &builder)
{
    Parser parser(bytes);
    for (bool isOver = false; !isOver;) {
        Event event;
        if (!parser.next(event.raw()))
            return parser.error();
        if (Taken refused = builder.take(event))
            return refused;
        isOver = event.type() == YAML_STREAM_END_EVENT;
    }
    return {};
}

/// The first byte that no YAML text may hold: it is told by its own place, whatever stands around it.
qsizetype firstControlCharacter(const QByteArray &bytes, qsizetype begin, qsizetype end)
{
    const auto isControl = [](char byte) {
        const auto code = static_cast<unsigned char>(byte);
        return (code < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || code == 0x7F;
    };
    const auto found = std::find_if(bytes.begin() + begin, bytes.begin() + end, isControl);
    return found == bytes.begin() + end ? -1 : found - bytes.begin();
}

/// What stands where a map should: its words, or the mark of an entry without any.
QString described(const Node &node)
{
    if (node.kind == Kind::List)
        return QStringLiteral("list");
    return node.text.isEmpty() ? QStringLiteral("-") : node.text.left(40);
}

base::Fault faultOf(const base::Fault &scope, FaultCode code, const base::Place &place, const QStringList &details)
{
    base::Fault fault = scope;
    fault.code = code;
    fault.place = place;
    fault.details = details;
    return fault;
}

} // namespace

const Node *Node::find(const QString &key) const
{
    const qsizetype at = kind == Kind::Map ? keys.indexOf(key) : -1;
    return at < 0 ? nullptr : &children[static_cast<std::size_t>(at)];
}

const base::Place &Node::placeOf(const QString &key) const
{
    const qsizetype at = kind == Kind::Map ? keys.indexOf(key) : -1;
    return at < 0 ? place : keyPlaces[static_cast<std::size_t>(at)];
}

std::optional<Node> parse(const TextFile &file, qsizetype begin, qsizetype end, const base::Fault &scope,
                          base::Faults &faults)
{
    if (end - begin > largestText) {
        faults.push_back(faultOf(scope, FaultCode::FileTooLarge, file.placeAt(begin), {QStringLiteral("64 kB")}));
        return std::nullopt;
    }
    if (const qsizetype control = firstControlCharacter(file.bytes(), begin, end); control >= 0) {
        faults.push_back(
            faultOf(scope, FaultCode::YamlForbidden, file.placeAt(control), {QStringLiteral("control character")}));
        return std::nullopt;
    }
    Builder builder(file, begin);
    if (const Taken refused = readAll(QByteArrayView(file.bytes()).sliced(begin, end - begin), builder)) {
        faults.push_back(faultOf(scope, refused->code, builder.placeOf(refused->character), {refused->detail}));
        return std::nullopt;
    }
    if (!builder.isEmpty())
        return builder.root();
    faults.push_back(faultOf(scope, FaultCode::YamlSyntax, file.placeAt(begin), {QStringLiteral("empty")}));
    return std::nullopt;
}

MapReader::MapReader(const Node &node, base::Fault scope, base::Faults &faults)
    : m_node(node), m_scope(std::move(scope)), m_faults(faults), m_isMap(node.kind == Kind::Map)
{
    if (!m_isMap)
        tell(FaultCode::YamlWrongKind, node.place, {described(node), QStringLiteral("map")});
}

void MapReader::tell(FaultCode code, const base::Place &place, const QStringList &details)
{
    m_sound = false;
    m_faults.push_back(faultOf(m_scope, code, place, details));
}

const Node *MapReader::value(const QString &key)
{
    m_asked.append(key);
    return m_node.find(key);
}

QString MapReader::optionalText(const QString &key)
{
    const Node *node = value(key);
    if (node == nullptr)
        return {};
    if (node->kind != Kind::Text) {
        tell(FaultCode::YamlWrongKind, node->place, {key, QStringLiteral("text")});
        return {};
    }
    return node->text.trimmed();
}

QString MapReader::text(const QString &key)
{
    const bool before = m_sound;
    m_sound = true;
    QString found = optionalText(key);
    if (found.isEmpty() && m_sound)
        tell(FaultCode::KeyMissing, m_node.placeOf(key), {key});
    m_sound = m_sound && before;
    return found;
}

QStringList MapReader::texts(const QString &key)
{
    const Node *node = value(key);
    QStringList found;
    if (node == nullptr)
        return found;
    if (node->kind != Kind::List) {
        tell(FaultCode::YamlWrongKind, node->place, {key, QStringLiteral("list")});
        return found;
    }
    for (const Node &child : node->children) {
        if (child.kind == Kind::Text)
            found.append(child.text.trimmed());
        else
            tell(FaultCode::YamlWrongKind, child.place, {key, QStringLiteral("text")});
    }
    return found;
}

const Node *MapReader::list(const QString &key)
{
    const Node *node = value(key);
    if (node == nullptr) {
        tell(FaultCode::KeyMissing, m_node.place, {key});
        return nullptr;
    }
    if (node->kind != Kind::List) {
        tell(FaultCode::YamlWrongKind, node->place, {key, QStringLiteral("list")});
        return nullptr;
    }
    return node;
}

void MapReader::finish()
{
    for (qsizetype i = 0; i < m_node.keys.size(); ++i) {
        if (m_asked.contains(m_node.keys.at(i)))
            continue;
        base::Fault fault =
            faultOf(m_scope, FaultCode::KeyUnknown, m_node.keyPlaces[static_cast<std::size_t>(i)], {m_node.keys.at(i)});
        fault.severity = base::Severity::Warning;
        m_faults.push_back(fault);
    }
}

std::vector<Node> entriesOf(const TextFile &file, const QString &key, base::Faults &faults)
{
    const auto root = parse(file, 0, file.bytes().size(), {}, faults);
    if (!root)
        return {};
    MapReader map(*root, {}, faults);
    const Node *list = map.isMap() ? map.list(key) : nullptr;
    if (map.isMap())
        map.finish();
    return list == nullptr ? std::vector<Node>() : list->children;
}

base::Fault entryScope(const Node &entry)
{
    base::Fault fault;
    fault.scope = base::Scope::Entry;
    if (const Node *id = entry.find(QStringLiteral("id")))
        fault.scopeId = id->text;
    return fault;
}

void checkId(MapReader &map, const Node &node, const QString &id)
{
    const Node *value = node.find(QStringLiteral("id"));
    if (!id.isEmpty() && !base::isId(id))
        map.tell(FaultCode::IdInvalid, value == nullptr ? node.place : value->place, {id});
}

} // namespace course::yaml

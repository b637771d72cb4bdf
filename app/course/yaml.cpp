// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/yaml.h"

#include "base/ids.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/node/node.h> // only declared in parser.h, where clang-tidy takes our own Node for a slip of namespace
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>

namespace course::yaml {

namespace {

using base::FaultCode;

/// Thrown through yaml-cpp, which knows no other way out of an event, and caught in parse().
struct Refused {
    FaultCode code;
    YAML::Mark mark;
    QString detail;
};

/// Builds nodes from events. The events, not yaml-cpp's own node tree, because only they still have marks for
/// everything, show duplicate keys and never follow an alias.
class Builder final : public YAML::EventHandler
{
public:
    /// `begin` is the byte at which the text begins that yaml-cpp is given.
    Builder(const TextFile &file, qsizetype begin) : m_file(file), m_begin(begin) {}

    [[nodiscard]] Node root() const
    {
        return m_open.front().children.empty() ? Node{} : m_open.front().children.front();
    }
    [[nodiscard]] bool isEmpty() const { return m_open.front().children.empty(); }

    [[nodiscard]] base::Place placeOf(const YAML::Mark &mark) const
    {
        // A mark's column counts bytes, as its position does; some exceptions have none.
        return m_file.placeAt(m_begin + std::max(mark.pos, 0));
    }

    void OnDocumentStart(const YAML::Mark &mark) override
    {
        if (!isEmpty())
            throw Refused{FaultCode::YamlForbidden, mark, QStringLiteral("several documents")};
    }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override { addText(mark, {}, anchor, {}); }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t /*anchor*/) override
    {
        throw Refused{FaultCode::YamlForbidden, mark, QStringLiteral("alias")};
    }
    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override
    {
        addText(mark, tag, anchor, QString::fromStdString(value));
    }
    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value /*style*/) override
    {
        refuseMarks(mark, tag, anchor);
        open(mark, Kind::List);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value /*style*/) override
    {
        refuseMarks(mark, tag, anchor);
        open(mark, Kind::Map);
    }
    void OnMapEnd() override { close(); }

private:
    static void refuseMarks(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor)
    {
        if (anchor != YAML::NullAnchor)
            throw Refused{FaultCode::YamlForbidden, mark, QStringLiteral("anchor")};
        // "?" is a plain value and "!" a quoted one: only what the author wrote is a tag.
        if (!tag.empty() && tag != "?" && tag != "!")
            throw Refused{FaultCode::YamlForbidden, mark, QStringLiteral("tag")};
    }

    void addText(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, const QString &text)
    {
        refuseMarks(mark, tag, anchor);
        if (awaitsKey()) {
            addKey(mark, text);
            return;
        }
        Node node;
        node.text = text;
        node.place = placeOf(mark);
        m_open.back().children.push_back(node);
    }

    void addKey(const YAML::Mark &mark, const QString &key)
    {
        if (m_open.back().keys.contains(key))
            throw Refused{FaultCode::YamlDuplicateKey, mark, key};
        m_open.back().keys.append(key);
        m_open.back().keyPlaces.push_back(placeOf(mark));
    }

    [[nodiscard]] bool awaitsKey() const
    {
        const Node &node = m_open.back();
        return node.kind == Kind::Map && static_cast<std::size_t>(node.keys.size()) == node.children.size();
    }

    void open(const YAML::Mark &mark, Kind kind)
    {
        if (awaitsKey())
            throw Refused{FaultCode::YamlForbidden, mark, QStringLiteral("key that is a list or map")};
        if (m_open.size() > deepest)
            throw Refused{FaultCode::YamlForbidden, mark, QStringLiteral("nesting this deep")};
        Node node;
        node.kind = kind;
        node.place = placeOf(mark);
        m_open.push_back(node);
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
    std::vector<Node> m_open{Node{Kind::List, {}, {}, {}, {}, {}}};
};

/// The first byte that no YAML text may hold, and that yaml-cpp would take for something else: 0x04 for the text's end,
/// zeros for another encoding.
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

base::Fault faultOf(const YAML::Exception &exception, const base::Fault &scope, const base::Place &place)
{
    // Where no anchor is let in, every alias is one of an anchor that yaml-cpp does not know.
    if (exception.msg.starts_with(YAML::ErrorMsg::UNKNOWN_ANCHOR))
        return faultOf(scope, FaultCode::YamlForbidden, place, {QStringLiteral("alias")});
    return faultOf(scope, FaultCode::YamlSyntax, place, {QString::fromStdString(exception.msg)});
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
    try {
        std::istringstream stream(file.bytes().mid(begin, end - begin).toStdString());
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(builder)) {
            // A second document is refused by the builder.
        }
        if (!builder.isEmpty())
            return builder.root();
        faults.push_back(faultOf(scope, FaultCode::YamlSyntax, file.placeAt(begin), {QStringLiteral("empty")}));
    } catch (const Refused &refused) {
        faults.push_back(faultOf(scope, refused.code, builder.placeOf(refused.mark), {refused.detail}));
    } catch (const YAML::Exception &exception) {
        faults.push_back(faultOf(exception, scope, builder.placeOf(exception.mark)));
    }
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/listreader.h"

#include "course/words.h"
#include "course/yaml.h"

#include <QRegularExpression>

#include <algorithm>

namespace course {

namespace {

using base::FaultCode;
using yaml::MapReader;
using yaml::Node;

const base::Fault courseScope;

base::Place placeOf(const Node &map, const QString &key)
{
    const Node *node = map.find(key);
    return node == nullptr ? map.place : node->place;
}

template<typename T>
void checkNew(MapReader &map, const Node &node, const std::vector<T> &known, const QString &id)
{
    if (!id.isEmpty() && std::ranges::find(known, id, &T::id) != known.end())
        map.tell(FaultCode::IdDuplicate, placeOf(node, QStringLiteral("id")), {id});
}

void readSources(MapReader &top, Course &course, base::Faults &faults)
{
    const Node *list = top.list(QStringLiteral("sources"));
    for (const Node &node : list == nullptr ? std::vector<Node>() : list->children) {
        MapReader map(node, yaml::entryScope(node), faults);
        if (!map.isMap())
            continue;
        Source source;
        source.id = map.text(QStringLiteral("id"));
        source.author = map.text(QStringLiteral("author"));
        source.title = map.text(QStringLiteral("title"));
        source.publisher = map.text(QStringLiteral("publisher"));
        source.date = map.text(QStringLiteral("date"));
        source.checked = map.text(QStringLiteral("checked"));
        yaml::checkId(map, node, source.id);
        checkNew(map, node, course.sources, source.id);
        map.finish();
        if (map.isSound())
            course.sources.push_back(source);
    }
}

bool readModules(MapReader &top, Course &course, base::Faults &faults)
{
    const Node *list = top.list(QStringLiteral("modules"));
    bool sound = list != nullptr;
    if (sound && list->children.empty())
        top.tell(FaultCode::KeyMissing, list->place, {QStringLiteral("modules")});
    for (const Node &node : list == nullptr ? std::vector<Node>() : list->children) {
        MapReader map(node, courseScope, faults);
        if (!map.isMap()) {
            sound = false;
            continue;
        }
        Module module;
        module.id = map.text(QStringLiteral("id"));
        module.folder = map.text(QStringLiteral("dir"));
        module.title = module.folder;
        const QString room = map.optionalText(QStringLiteral("room"));
        if (!room.isEmpty() && room != QLatin1String("only"))
            map.tell(FaultCode::ValueUnknown, placeOf(node, QStringLiteral("room")), {QStringLiteral("room"), room});
        module.roomOnly = room == QLatin1String("only");
        yaml::checkId(map, node, module.id);
        checkNew(map, node, course.modules, module.id);
        map.finish();
        sound = sound && map.isSound();
        course.modules.push_back(module);
    }
    return sound;
}

bool isClaimId(const QString &id)
{
    static const QRegularExpression form(QStringLiteral("^[PR][0-9]+(\\.[0-9]+)?$"));
    return form.match(id).hasMatch();
}

Claim claimOf(MapReader &map, const Node &node)
{
    Claim claim;
    claim.place = node.place;
    claim.id = map.text(QStringLiteral("id"));
    claim.paragraph = map.text(QStringLiteral("paragraph"));
    claim.statement = map.text(QStringLiteral("statement"));
    claim.readOn = map.optionalText(QStringLiteral("read_on"));
    const QString kind = map.text(QStringLiteral("kind"));
    const QString status = map.text(QStringLiteral("status"));
    const auto knownKind = claimKindNamed(kind);
    const auto knownStatus = statusNamed(status);
    if (!kind.isEmpty() && !knownKind)
        map.tell(FaultCode::ValueUnknown, placeOf(node, QStringLiteral("kind")), {QStringLiteral("kind"), kind});
    if (!status.isEmpty() && !knownStatus)
        map.tell(FaultCode::ValueUnknown, placeOf(node, QStringLiteral("status")), {QStringLiteral("status"), status});
    claim.kind = knownKind.value_or(ClaimKind::Fact);
    claim.status = knownStatus.value_or(Status::EssayOnly);
    if (!claim.id.isEmpty() && !isClaimId(claim.id))
        map.tell(FaultCode::IdInvalid, placeOf(node, QStringLiteral("id")), {claim.id});
    return claim;
}

} // namespace

bool readCourseFile(const TextFile &file, Course &course, base::Faults &faults)
{
    const auto root = yaml::parse(file, 0, file.bytes().size(), courseScope, faults);
    if (!root)
        return false;
    MapReader map(*root, courseScope, faults);
    if (!map.isMap())
        return false;
    course.id = map.text(QStringLiteral("id"));
    yaml::checkId(map, *root, course.id);
    course.version = map.text(QStringLiteral("version"));
    course.title = map.text(QStringLiteral("title"));
    course.language = map.text(QStringLiteral("language"));
    course.licence = map.text(QStringLiteral("licence"));
    course.authors = map.texts(QStringLiteral("authors"));
    readSources(map, course, faults);
    const bool hasModules = readModules(map, course, faults);
    map.finish();
    return map.isSound() && hasModules;
}

void readClaims(const TextFile &file, Course &course, base::Faults &faults)
{
    for (const Node &node : yaml::entriesOf(file, QStringLiteral("claims"), faults)) {
        MapReader map(node, yaml::entryScope(node), faults);
        if (!map.isMap())
            continue;
        const Claim claim = claimOf(map, node);
        checkNew(map, node, course.claims, claim.id);
        map.finish();
        if (map.isSound())
            course.claims.push_back(claim);
    }
}

void readGlossary(const TextFile &file, Course &course, base::Faults &faults)
{
    for (const Node &node : yaml::entriesOf(file, QStringLiteral("terms"), faults)) {
        MapReader map(node, yaml::entryScope(node), faults);
        if (!map.isMap())
            continue;
        Term term;
        term.id = map.text(QStringLiteral("id"));
        term.term = map.text(QStringLiteral("term"));
        term.definition = map.text(QStringLiteral("definition"));
        term.source = map.text(QStringLiteral("source"));
        yaml::checkId(map, node, term.id);
        checkNew(map, node, course.terms, term.id);
        map.finish();
        if (map.isSound())
            course.terms.push_back(term);
    }
}

} // namespace course

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/textfile.h"

#include <QStringList>

#include <optional>
#include <utility>

namespace course::yaml {

enum class Kind { Text, List, Map };

/// A value of a YAML text: words, a list or a map, with its place. Numbers and booleans stay words.
struct Node {
    Kind kind = Kind::Text;
    QString text;
    QStringList keys; ///< Map: in the file's order
    std::vector<base::Place> keyPlaces;
    std::vector<Node> children; ///< List: its values; Map: the values of `keys`
    base::Place place;

    /// The value of a key, or null.
    [[nodiscard]] const Node *find(const QString &key) const;

    /// Where a key stands; the node itself where it has no such key.
    [[nodiscard]] const base::Place &placeOf(const QString &key) const;
};

/// The most bytes that a YAML text may have.
inline constexpr qsizetype largestText = qsizetype{64} * 1024;

/// Reads the bytes of `file` from `begin` up to `end` as one YAML document of maps, lists and strings. Anchors,
/// aliases, tags, several documents, duplicate keys and control characters are refused. On a fault (of `scope`) nothing
/// is returned.
[[nodiscard]] std::optional<Node> parse(const TextFile &file, qsizetype begin, qsizetype end, const base::Fault &scope,
                                        base::Faults &faults);

/// Takes known keys out of a map, and tells what is missing, of another kind, or unknown. All faults are of `scope`.
class MapReader
{
public:
    MapReader(const Node &node, base::Fault scope, base::Faults &faults);

    /// False where the node is no map, which has been told then.
    [[nodiscard]] bool isMap() const { return m_isMap; }

    [[nodiscard]] QString text(const QString &key);         ///< must be there and not be empty
    [[nodiscard]] QString optionalText(const QString &key); ///< empty where it is missing
    [[nodiscard]] QStringList texts(const QString &key);    ///< a list of words; empty where it is missing
    [[nodiscard]] const Node *list(const QString &key);     ///< must be there; null after a fault
    [[nodiscard]] const Node *value(const QString &key);    ///< null where it is missing

    /// Tells of every key that nobody asked for.
    void finish();

    void tell(base::FaultCode code, const base::Place &place, const QStringList &details);
    [[nodiscard]] bool isSound() const { return m_sound; }

private:
    const Node &m_node;
    base::Fault m_scope;
    base::Faults &m_faults;
    QStringList m_asked;
    bool m_isMap = false;
    bool m_sound = true;
};

/// The list under `key`, which is the only key of `file`. Faults are of the course.
[[nodiscard]] std::vector<Node> entriesOf(const TextFile &file, const QString &key, base::Faults &faults);

/// The scope of what is wrong inside an entry of a list: the entry, by its id.
[[nodiscard]] base::Fault entryScope(const Node &entry);

/// Tells of an id that has another form than `[a-z0-9][a-z0-9-]*`; a missing one has been told already.
void checkId(MapReader &map, const Node &node, const QString &id);

} // namespace course::yaml

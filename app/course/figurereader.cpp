// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/figurereader.h"

#include "base/ids.h"
#include "course/csv.h"
#include "course/words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace course {

namespace {

using base::FaultCode;

constexpr std::array columns{
    "id",
    "figure",
    "case",
    "place",
    "country",
    "event",
    "date",
    "date_precision",
    "counted",
    "total",
    "total_qualifier",
    "question",
    "outcome",
    "count",
    "qualifier",
    "window",
    "window_text",
    "within",
    "source",
    "claim",
    "status",
    "confidence",
    "note",
};

constexpr auto packageFile = "figures/datapackage.json";

base::Fault figureFault(const QString &id, FaultCode code, const base::Place &place, const QStringList &details)
{
    base::Fault fault;
    fault.scope = base::Scope::Figure;
    fault.scopeId = id;
    fault.code = code;
    fault.place = place;
    fault.details = details;
    return fault;
}

/// Reads one row, telling what is the matter with each cell.
class RowReader
{
public:
    RowReader(const CsvTable &table, const std::vector<CsvCell> &cells, const Course &course, base::Faults &faults)
        : m_table(table), m_cells(cells), m_course(course), m_faults(faults)
    {
        m_figure = text("figure");
    }

    std::optional<FigureRow> read()
    {
        FigureRow row;
        row.standsAt = m_cells.front().place;
        readNames(row);
        row.total = number("total");
        row.count = number("count");
        row.datePrecision = word("date_precision", datePrecisionNamed, DatePrecision::None);
        row.totalQualifier = word("total_qualifier", qualifierNamed, Qualifier::NotReported);
        row.question = word("question", questionNamed, Question::Other);
        row.qualifier = word("qualifier", qualifierNamed, Qualifier::NotReported);
        row.status = word("status", statusNamed, Status::EssayOnly);
        checkNames(row);
        checkNumbers(row);
        return m_sound ? std::optional(row) : std::nullopt;
    }

private:
    void readNames(FigureRow &row) const
    {
        row.id = text("id");
        row.figure = m_figure;
        row.caseName = text("case");
        row.place = text("place");
        row.country = text("country");
        row.event = text("event");
        row.date = text("date");
        row.counted = text("counted");
        row.outcome = text("outcome");
        row.window = text("window");
        row.windowText = text("window_text");
        row.within = text("within");
        row.source = text("source");
        row.claim = text("claim");
        row.confidence = text("confidence");
        row.note = text("note");
    }

    void checkNames(const FigureRow &row)
    {
        if (!base::isId(row.id))
            tell(FaultCode::IdInvalid, "id", {row.id});
        if (!base::isId(row.figure))
            tell(FaultCode::IdInvalid, "figure", {row.figure});
        if (row.caseName.isEmpty())
            tell(FaultCode::KeyMissing, "case", {QStringLiteral("case")});
        // Every number keeps its source to the screen, so a row without one is no row.
        if (findSource(m_course, row.source) == nullptr)
            tell(FaultCode::UnknownSource, "source", {row.source});
        if (!row.claim.isEmpty() && findClaim(m_course, row.claim) == nullptr)
            tell(FaultCode::UnknownClaim, "claim", {row.claim});
        if (!row.within.isEmpty() && m_table.isWhole && !isRow(row.within))
            tell(FaultCode::ValueUnknown, "within", {QStringLiteral("within"), row.within});
    }

    [[nodiscard]] bool isRow(const QString &id) const
    {
        const std::size_t at = position("id");
        return std::ranges::any_of(m_table.rows, [&](const auto &cells) { return cells[at].text.trimmed() == id; });
    }

    void checkNumbers(const FigureRow &row)
    {
        const bool isWord = row.qualifier == Qualifier::Most || row.qualifier == Qualifier::Some ||
                            row.qualifier == Qualifier::NotReported;
        // An unknown qualifier has been told, and says nothing about the count.
        const bool isKnown = qualifierNamed(text("qualifier")).has_value();
        if (isKnown && isWord && row.count)
            tell(FaultCode::CountForbidden, "count", {text("qualifier")});
        if (isKnown && !isWord && text("count").isEmpty())
            tell(FaultCode::CountMissing, "count", {text("qualifier")});
        if (row.count && row.total && *row.count > *row.total && row.totalQualifier == Qualifier::Exact)
            tell(FaultCode::CountAboveTotal, "count", {QString::number(*row.count), QString::number(*row.total)});
    }

    [[nodiscard]] std::size_t position(const char *column) const
    {
        const auto at = std::ranges::find(m_table.header, QLatin1String(column), &CsvCell::text);
        return static_cast<std::size_t>(at - m_table.header.begin());
    }

    [[nodiscard]] const CsvCell &cell(const char *column) const { return m_cells[position(column)]; }

    [[nodiscard]] QString text(const char *column) const { return cell(column).text.trimmed(); }

    std::optional<int> number(const char *column)
    {
        const QString written = text(column);
        if (written.isEmpty())
            return std::nullopt;
        bool isNumber = false;
        const int value = written.toInt(&isNumber);
        if (isNumber && value >= 0)
            return value;
        tell(FaultCode::NumberExpected, column, {QLatin1String(column), written});
        return std::nullopt;
    }

    template<typename T>
    T word(const char *column, std::optional<T> (*named)(const QString &), T otherwise)
    {
        const QString written = text(column);
        const auto known = named(written);
        if (!known)
            tell(FaultCode::ValueUnknown, column, {QLatin1String(column), written});
        return known.value_or(otherwise);
    }

    void tell(FaultCode code, const char *column, const QStringList &details)
    {
        m_sound = false;
        m_faults.push_back(figureFault(m_figure, code, cell(column).place, details));
    }

    const CsvTable &m_table;
    const std::vector<CsvCell> &m_cells;
    const Course &m_course;
    base::Faults &m_faults;
    QString m_figure;
    bool m_sound = true;
};

/// One table of the package.
struct Resource {
    QString name;
    QString path;
    QString title;
    QString description;
    QJsonObject figures; ///< titles by the values of the column `figure`
};

bool checkHeader(const Resource &resource, const TextFile &file, const CsvTable &table, base::Faults &faults)
{
    bool sound = true;
    for (const char *column : columns) {
        if (std::ranges::find(table.header, QLatin1String(column), &CsvCell::text) != table.header.end())
            continue;
        sound = false;
        faults.push_back(
            figureFault(resource.name, FaultCode::CsvColumnMissing, file.placeAt(0), {QLatin1String(column)}));
    }
    for (const CsvCell &cell : table.header) {
        const bool known =
            std::ranges::any_of(columns, [&](const char *name) { return cell.text == QLatin1String(name); });
        // Of two columns with one name only the first is read.
        if (known && &*std::ranges::find(table.header, cell.text, &CsvCell::text) == &cell)
            continue;
        auto fault = figureFault(resource.name, FaultCode::CsvColumnUnknown, cell.place, {cell.text});
        fault.severity = base::Severity::Warning;
        faults.push_back(fault);
    }
    return sound;
}

/// Rows of the table that are sound; `broken` gets the figures that have one that isn't.
std::vector<FigureRow> readRows(const CsvTable &table, const Course &course, QStringList &broken, base::Faults &faults)
{
    std::vector<FigureRow> rows;
    QStringList ids;
    for (const auto &cells : table.rows) {
        const std::size_t before = faults.size();
        auto row = RowReader(table, cells, course, faults).read();
        if (row && ids.contains(row->id))
            faults.push_back(figureFault(row->figure, FaultCode::IdDuplicate, row->standsAt, {row->id}));
        for (std::size_t i = before; i < faults.size(); ++i)
            broken.append(faults[i].scopeId);
        if (!row || faults.size() != before)
            continue;
        ids.append(row->id);
        rows.push_back(*row);
    }
    return rows;
}

QStringList figureIds(const std::vector<FigureRow> &rows)
{
    QStringList ids;
    for (const FigureRow &row : rows) {
        if (!ids.contains(row.figure))
            ids.append(row.figure);
    }
    return ids;
}

void addFigures(const Resource &resource, std::vector<FigureRow> rows, const QStringList &broken, Course &course)
{
    for (const QString &id : figureIds(rows)) {
        if (broken.contains(id) || id == resource.name)
            continue;
        FigureData figure{id, resource.figures.value(id).toString(resource.title), resource.description, {}};
        std::ranges::copy_if(rows, std::back_inserter(figure.rows),
                             [&id](const FigureRow &row) { return row.figure == id; });
        course.figures.push_back(std::move(figure));
    }
    if (broken.isEmpty())
        course.figures.push_back({resource.name, resource.title, resource.description, std::move(rows)});
}

/// Gives the ids of the resource's figures that are closed.
QStringList readResource(const CourseFolder &folder, const Resource &resource, Course &course, base::Faults &faults)
{
    const QStringList all = QStringList(resource.name) + resource.figures.keys();
    base::Fault scope;
    scope.scope = base::Scope::Figure;
    scope.scopeId = resource.name;
    const auto file = folder.open(QStringLiteral("figures/") + resource.path, scope, faults);
    if (!file)
        return all;
    const auto table = readCsv(*file, scope, faults);
    if (!table || !checkHeader(resource, *file, *table, faults))
        return all;
    QStringList broken;
    std::vector<FigureRow> rows = readRows(*table, course, broken, faults);
    // A row of the wrong length may have belonged to any of the figures.
    if (!table->isWhole)
        return all + broken + figureIds(rows);
    if (rows.empty() && broken.isEmpty()) {
        faults.push_back(figureFault(resource.name, FaultCode::FigureEmpty, file->placeAt(0), {}));
        return all;
    }
    addFigures(resource, std::move(rows), broken, course);
    return broken.isEmpty() ? broken : broken + QStringList(resource.name);
}

/// Where a resource's name stands in the package file, behind `from`: JSON keeps no places of its own.
qsizetype offsetOfName(const QByteArray &json, const QString &name, qsizetype from)
{
    const QByteArray quoted = '"' + name.toUtf8() + '"';
    for (qsizetype at = json.indexOf(quoted, from + 1); at >= 0; at = json.indexOf(quoted, at + 1)) {
        const QByteArray before = json.mid(from, at - from).trimmed();
        if (before.endsWith(':') && before.chopped(1).trimmed().endsWith("\"name\""))
            return at;
    }
    return from;
}

Resource resourceOf(const QJsonObject &object)
{
    Resource resource;
    resource.name = object.value(QLatin1String("name")).toString();
    resource.path = object.value(QLatin1String("path")).toString();
    resource.title = object.value(QLatin1String("title")).toString();
    resource.description = object.value(QLatin1String("description")).toString();
    resource.figures = object.value(QLatin1String("figures")).toObject();
    return resource;
}

/// The tables that the package names; those with a fault are told, left out, and added to `closed`.
std::vector<Resource> resourcesOf(const TextFile &file, QStringList &closed, base::Faults &faults)
{
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(file.bytes(), &error);
    const auto tell = [&](const QString &id, FaultCode code, const base::Place &place, const QString &detail) {
        closed.append(id);
        faults.push_back(figureFault(id, code, place, {detail}));
    };
    if (error.error != QJsonParseError::NoError) {
        tell({}, FaultCode::JsonSyntax, file.placeAt(error.offset), error.errorString());
        return {};
    }
    const QString key = QStringLiteral("resources");
    if (!document.object().value(key).isArray())
        tell({}, FaultCode::KeyMissing, file.placeAt(0), key);
    std::vector<Resource> resources;
    qsizetype at = std::max<qsizetype>(0, file.bytes().indexOf("\"resources\""));
    for (const QJsonValue value : document.object().value(key).toArray()) {
        Resource resource = resourceOf(value.toObject());
        at = offsetOfName(file.bytes(), resource.name, at);
        const base::Place place = file.placeAt(at);
        if (!base::isId(resource.name))
            tell(resource.name, FaultCode::IdInvalid, place, resource.name);
        else if (std::ranges::find(resources, resource.name, &Resource::name) != resources.end())
            tell(resource.name, FaultCode::IdDuplicate, place, resource.name);
        else if (resource.path.isEmpty())
            tell(resource.name, FaultCode::KeyMissing, place, QStringLiteral("path"));
        else
            resources.push_back(std::move(resource));
    }
    return resources;
}

} // namespace

QStringList readFigures(const CourseFolder &folder, Course &course, base::Faults &faults)
{
    const QString name = QLatin1String(packageFile);
    if (!folder.has(name))
        return {};
    base::Fault scope;
    scope.scope = base::Scope::Figure;
    const auto file = folder.open(name, scope, faults);
    if (!file)
        return {};
    QStringList closed;
    const std::vector<Resource> resources = resourcesOf(*file, closed, faults);
    for (const Resource &resource : resources)
        closed += readResource(folder, resource, course, faults);
    return closed;
}

} // namespace course

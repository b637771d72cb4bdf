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
    RowReader(const std::vector<CsvCell> &header, const std::vector<CsvCell> &cells, const Course &course,
              base::Faults &faults)
        : m_header(header), m_cells(cells), m_course(course), m_faults(faults)
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
    }

    void checkNumbers(const FigureRow &row)
    {
        const bool isWord = row.qualifier == Qualifier::Most || row.qualifier == Qualifier::Some ||
                            row.qualifier == Qualifier::NotReported;
        if (isWord && row.count)
            tell(FaultCode::CountForbidden, "count", {text("qualifier")});
        if (!isWord && !row.count && m_sound)
            tell(FaultCode::CountMissing, "count", {text("qualifier")});
        if (row.count && row.total && *row.count > *row.total && row.totalQualifier == Qualifier::Exact)
            tell(FaultCode::CountAboveTotal, "count", {QString::number(*row.count), QString::number(*row.total)});
    }

    [[nodiscard]] const CsvCell &cell(const char *column) const
    {
        const auto at = std::ranges::find(m_header, QLatin1String(column), &CsvCell::text);
        return m_cells[static_cast<std::size_t>(at - m_header.begin())];
    }

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

    const std::vector<CsvCell> &m_header;
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
    base::Place place;
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
        if (known)
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
        auto row = RowReader(table.header, cells, course, faults).read();
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

void addFigures(const Resource &resource, std::vector<FigureRow> rows, const QStringList &broken, Course &course)
{
    QStringList names;
    for (const FigureRow &row : rows) {
        if (!names.contains(row.figure))
            names.append(row.figure);
    }
    for (const QString &name : names) {
        if (broken.contains(name) || name == resource.name)
            continue;
        FigureData figure{name, resource.figures.value(name).toString(resource.title), resource.description, {}};
        std::ranges::copy_if(rows, std::back_inserter(figure.rows),
                             [&name](const FigureRow &row) { return row.figure == name; });
        course.figures.push_back(std::move(figure));
    }
    if (broken.isEmpty())
        course.figures.push_back({resource.name, resource.title, resource.description, std::move(rows)});
}

void readResource(const CourseFolder &folder, const Resource &resource, Course &course, base::Faults &faults)
{
    base::Fault scope;
    scope.scope = base::Scope::Figure;
    scope.scopeId = resource.name;
    const auto file = folder.open(QStringLiteral("figures/") + resource.path, scope, faults);
    if (!file)
        return;
    const std::size_t before = faults.size();
    const auto table = readCsv(*file, scope, faults);
    if (!table || !checkHeader(resource, *file, *table, faults))
        return;
    QStringList broken;
    // A row of the wrong length may have belonged to any of the figures.
    if (faults.size() != before && std::any_of(faults.begin() + static_cast<std::ptrdiff_t>(before), faults.end(),
                                               [](const auto &f) { return f.severity == base::Severity::Error; }))
        return;
    std::vector<FigureRow> rows = readRows(*table, course, broken, faults);
    if (rows.empty() && broken.isEmpty())
        faults.push_back(figureFault(resource.name, FaultCode::FigureEmpty, file->placeAt(0), {}));
    else
        addFigures(resource, std::move(rows), broken, course);
}

/// Where a word stands in quotes in the package file: JSON keeps no places of its own.
base::Place placeOfWord(const TextFile &file, const QString &word)
{
    const QByteArray quoted = '"' + word.toUtf8() + '"';
    return file.placeAt(std::max<qsizetype>(0, file.bytes().indexOf(quoted)));
}

std::vector<Resource> resourcesOf(const TextFile &file, base::Faults &faults)
{
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(file.bytes(), &error);
    if (error.error != QJsonParseError::NoError) {
        base::Fault fault;
        fault.scope = base::Scope::Figure;
        fault.code = FaultCode::JsonSyntax;
        fault.place = file.placeAt(error.offset);
        fault.details = {error.errorString()};
        faults.push_back(fault);
        return {};
    }
    std::vector<Resource> resources;
    for (const QJsonValue value : document.object().value(QLatin1String("resources")).toArray()) {
        const QJsonObject object = value.toObject();
        Resource resource;
        resource.name = object.value(QLatin1String("name")).toString();
        resource.path = object.value(QLatin1String("path")).toString();
        resource.title = object.value(QLatin1String("title")).toString();
        resource.description = object.value(QLatin1String("description")).toString();
        resource.figures = object.value(QLatin1String("figures")).toObject();
        resource.place = placeOfWord(file, resource.name);
        if (!base::isId(resource.name))
            faults.push_back(figureFault(resource.name, FaultCode::IdInvalid, resource.place, {resource.name}));
        else if (resource.path.isEmpty())
            faults.push_back(
                figureFault(resource.name, FaultCode::KeyMissing, resource.place, {QStringLiteral("path")}));
        else
            resources.push_back(resource);
    }
    return resources;
}

} // namespace

void readFigures(const CourseFolder &folder, Course &course, base::Faults &faults)
{
    const QString name = QLatin1String(packageFile);
    if (!folder.has(name))
        return;
    base::Fault scope;
    scope.scope = base::Scope::Figure;
    const auto file = folder.open(name, scope, faults);
    if (!file)
        return;
    for (const Resource &resource : resourcesOf(*file, faults))
        readResource(folder, resource, course, faults);
}

} // namespace course

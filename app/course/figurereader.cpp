// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/figurereader.h"

#include "base/ids.h"
#include "course/numberrow.h"
#include "course/partreader.h"
#include "course/tablerows.h"
#include "course/words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace course {

namespace {

using base::FaultCode;

constexpr auto packageFile = "figures/datapackage.json";

/// What the package says of one figure.
struct Entry {
    QString title;
    QString description;
    FigureForm form = FigureForm::UnitRows;
    bool isArgument = false;
};

/// One table of the package.
struct Resource {
    QString name;
    QString path;
    QString title; ///< empty: the table as a whole is no figure
    QString description;
    bool holdsParts = false;
    QMap<QString, Entry> figures; ///< by the values of the column `figure`
};

bool checkHeader(const Resource &resource, const TextFile &file, const base::CsvTable &table, base::Faults &faults)
{
    const auto columns = resource.holdsParts ? partColumns() : numberColumns();
    bool sound = true;
    for (const char *column : columns) {
        if (columnOf(table, column) < table.header.size())
            continue;
        sound = false;
        faults.push_back(
            figureFault(resource.name, FaultCode::CsvColumnMissing, file.placeAt(0), {QLatin1String(column)}));
    }
    for (const base::CsvCell &cell : table.header) {
        const bool known =
            std::ranges::any_of(columns, [&](const char *name) { return cell.text == QLatin1String(name); });
        // Of two columns with one name only the first is read.
        if (known && &*std::ranges::find(table.header, cell.text, &base::CsvCell::text) == &cell)
            continue;
        auto fault = figureFault(resource.name, FaultCode::CsvColumnUnknown, cell.place, {cell.text});
        fault.severity = base::Severity::Warning;
        faults.push_back(fault);
    }
    return sound;
}

template<typename Row>
QStringList figureIds(const std::vector<Row> &rows)
{
    QStringList ids;
    for (const Row &row : rows) {
        if (!ids.contains(row.figure))
            ids.append(row.figure);
    }
    return ids;
}

FigureData figureOf(const Resource &resource, const QString &id)
{
    const Entry entry = resource.figures.value(id);
    FigureData figure;
    figure.id = id;
    figure.title = entry.title.isEmpty() ? resource.title : entry.title;
    figure.description = entry.description.isEmpty() ? resource.description : entry.description;
    figure.form = entry.form;
    figure.isArgument = entry.isArgument;
    return figure;
}

/// One figure for each value of the column `figure` that is not `broken`, its rows put into `member`.
template<typename Row>
void addFigures(const Resource &resource, const std::vector<Row> &rows, std::vector<Row> FigureData::*member,
                const QStringList &broken, Course &course)
{
    for (const QString &id : figureIds(rows)) {
        if (broken.contains(id) || id == resource.name)
            continue;
        FigureData figure = figureOf(resource, id);
        std::ranges::copy_if(rows, std::back_inserter(figure.*member),
                             [&id](const Row &row) { return row.figure == id; });
        course.figures.push_back(std::move(figure));
    }
}

/// A table read from its file, with the figures that it closes.
class ResourceReader
{
public:
    ResourceReader(const Resource &resource, Course &course, base::Faults &faults)
        : m_resource(resource), m_course(course), m_faults(faults)
    {
    }

    QStringList read(const CourseFolder &folder)
    {
        QStringList all = QStringList(m_resource.name) + m_resource.figures.keys();
        base::Fault scope;
        scope.scope = base::Scope::Figure;
        scope.scopeId = m_resource.name;
        const auto file = folder.open(QStringLiteral("figures/") + m_resource.path, scope, m_faults);
        if (!file)
            return all;
        const base::CsvTable table = base::readCsv(*file, scope, m_faults);
        if (table.endsEarly || !checkHeader(m_resource, *file, table, m_faults))
            return all;
        if (!isReadable(table, m_resource.name, *file, m_faults))
            return all;
        const QStringList named = m_resource.holdsParts ? readParts(table) : readNumbers(table);
        // A row of the wrong length may have belonged to any of the figures.
        if (!table.isWhole)
            return all + m_broken + named;
        return m_broken.isEmpty() ? m_broken : m_broken + QStringList(m_resource.name);
    }

private:
    /// Both give the ids of all figures that the rows name.
    QStringList readNumbers(const base::CsvTable &table)
    {
        const auto rows = readRows<FigureRow>(
            table, m_course, [&table](TableRow &cells) { return readNumberRow(cells, table); }, m_broken, m_faults);
        if (table.isWhole)
            addFigures(m_resource, rows, &FigureData::rows, m_broken, m_course);
        if (table.isWhole && m_broken.isEmpty() && !m_resource.title.isEmpty()) {
            FigureData whole = figureOf(m_resource, m_resource.name);
            whole.rows = rows;
            m_course.figures.push_back(std::move(whole));
        }
        return figureIds(rows);
    }

    QStringList readParts(const base::CsvTable &table)
    {
        const auto parts = readRows<FigurePart>(table, m_course, readPart, m_broken, m_faults);
        QStringList named = figureIds(parts);
        for (const QString &id : std::as_const(named)) {
            std::vector<FigurePart> own;
            std::ranges::copy_if(parts, std::back_inserter(own),
                                 [&id](const FigurePart &part) { return part.figure == id; });
            const std::size_t before = m_faults.size();
            // A part that could not be read may be the end that another one misses.
            if (table.isWhole && !m_broken.contains(id))
                checkEnds(own, m_faults);
            if (m_faults.size() != before)
                m_broken.append(id);
        }
        if (table.isWhole)
            addFigures(m_resource, parts, &FigureData::parts, m_broken, m_course);
        return named;
    }

    const Resource &m_resource;
    Course &m_course;
    base::Faults &m_faults;
    QStringList m_broken; ///< ids of figures with a row that isn't sound
};

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
    resource.holdsParts = object.value(QLatin1String("holds")).toString() == QLatin1String("parts");
    return resource;
}

/// A figure is named by its title alone, or by a map that says more.
void readEntries(const QJsonObject &figures, const base::Place &place, Resource &resource, base::Faults &faults)
{
    for (auto at = figures.begin(); at != figures.end(); ++at) {
        const QJsonObject map = at.value().toObject();
        Entry entry;
        entry.title = at.value().toString(map.value(QLatin1String("title")).toString());
        entry.description = map.value(QLatin1String("description")).toString();
        entry.isArgument = map.value(QLatin1String("argument")).toBool();
        const QString form = map.value(QLatin1String("form")).toString(QStringLiteral("unit-rows"));
        const auto known = figureFormNamed(form);
        if (!known)
            faults.push_back(figureFault(at.key(), FaultCode::ValueUnknown, place, {QStringLiteral("form"), form}));
        entry.form = known.value_or(FigureForm::UnitRows);
        resource.figures.insert(at.key(), entry);
    }
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
        readEntries(value.toObject().value(QLatin1String("figures")).toObject(), place, resource, faults);
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

bool isDrawable(const FigureRow &row)
{
    return row.count && row.total;
}

/// The numbers that a drawing shows, or null where its figure is not there or has none to draw.
const FigureData *numbersOf(const FigurePart &drawing, const Course &course)
{
    const auto shown = std::ranges::find(course.figures, drawing.to, &FigureData::id);
    const bool has = shown != course.figures.end() && std::ranges::any_of(shown->rows, isDrawable);
    return has ? &*shown : nullptr;
}

/// Gives a figure of drawings the numbers that they show; they all show the same. False where one cannot be drawn; a
/// figure that is closed has been told of, and closes the drawings with it.
bool readDrawings(FigureData &figure, const Course &course, const QStringList &closed, base::Faults &faults)
{
    const std::size_t before = faults.size();
    const auto tell = [&](const FigurePart &part, const char *column, const QString &value) {
        faults.push_back(
            figureFault(figure.id, FaultCode::ValueUnknown, part.standsAt, {QLatin1String(column), value}));
    };
    const FigureData *shown = nullptr;
    for (const FigurePart &part : figure.parts) {
        if (part.kind != PartKind::Row)
            continue;
        if (!drawingKindNamed(part.from))
            tell(part, "from", part.from);
        const FigureData *numbers = numbersOf(part, course);
        const bool isWrong = numbers == nullptr || (shown != nullptr && shown != numbers);
        if (isWrong && !closed.contains(part.to))
            tell(part, "to", part.to);
        shown = shown == nullptr ? numbers : shown;
    }
    if (shown != nullptr)
        std::ranges::copy_if(shown->rows, std::back_inserter(figure.rows), isDrawable);
    return shown != nullptr && faults.size() == before;
}

/// Closes the drawings whose numbers are not there.
void settleDrawings(Course &course, QStringList &closed, base::Faults &faults)
{
    for (FigureData &figure : course.figures) {
        if (figure.form == FigureForm::Drawings && !readDrawings(figure, course, closed, faults))
            closed.append(figure.id);
    }
    std::erase_if(course.figures, [&closed](const FigureData &figure) {
        return figure.form == FigureForm::Drawings && closed.contains(figure.id);
    });
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
        closed += ResourceReader(resource, course, faults).read(folder);
    settleDrawings(course, closed, faults);
    return closed;
}

} // namespace course

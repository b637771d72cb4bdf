// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testing.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QMap>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace {

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

QRegularExpression pattern(const QString &expression)
{
    const QRegularExpression made(expression, QRegularExpression::MultilineOption);
    if (!made.isValid())
        qFatal("%s: %s", qUtf8Printable(expression), qUtf8Printable(made.errorString()));
    return made;
}

/// A source file: its path in the checkout, and its text.
struct Source {
    QString path; ///< "app/course/yaml.cpp"
    QString text;

    /// The folder below app/, or nothing for a file that stands in app/ itself.
    [[nodiscard]] QString floor() const { return path.count(u'/') > 1 ? path.section(u'/', 1, 1) : QString(); }
    [[nodiscard]] bool isIn(std::initializer_list<const char *> floors) const
    {
        return std::ranges::any_of(floors, [this](const char *name) { return floor() == QLatin1String(name); });
    }
};

/// A floor's name, and the floors that it links itself.
using Table = QMap<QString, QStringList>;

/// Reads the lines `floor(NAME LINKS ... PRIVATE ...)`.
Table readTable(const QString &cmake)
{
    static const QRegularExpression line =
        pattern(text("^floor\\((\\w+)\\s+LINKS\\s+([^)]*?)(?:\\s+PRIVATE\\s+[^)]*)?\\)"));
    Table table;
    for (auto match = line.globalMatch(cmake); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        table.insert(found.captured(1), found.captured(2).split(pattern(text("\\s+")), Qt::SkipEmptyParts));
    }
    for (QStringList &links : table)
        links.removeIf([&table](const QString &link) { return !table.contains(link); });
    return table;
}

/// The floor itself and every floor below it.
QSet<QString> reach(const QString &floor, const Table &table)
{
    QSet<QString> reached{floor};
    for (const QString &link : table.value(floor))
        reached += reach(link, table);
    return reached;
}

struct Include {
    int line = 0;
    bool inQuotes = false;
    QString name;
};

std::vector<Include> includesOf(const Source &source)
{
    static const QRegularExpression form = pattern(text("^[ \\t]*#[ \\t]*include[ \\t]*([<\"])([^>\"\\n]+)[>\"]"));
    std::vector<Include> includes;
    for (auto match = form.globalMatch(source.text); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        const auto line = source.text.first(found.capturedStart()).count(u'\n') + 1;
        includes.push_back({static_cast<int>(line), found.captured(1) == u'"', found.captured(2)});
    }
    return includes;
}

QString told(const Source &source, const Include &include, const char *why)
{
    return source.path + u':' + QString::number(include.line) + text(": ") + include.name + text(": ") + text(why);
}

/// The includes of a file under app/ that break a rule of the house.
QStringList violations(const Source &source, const Table &table)
{
    static const QRegularExpression prefixed = pattern(text("^Qt\\w+/"));
    static const QRegularExpression sql = pattern(text("^(Qt?Sql|sqlite3)"));
    static const QRegularExpression charts =
        pattern(text("^(QtCharts.*|Q(Polar)?Chart.*|Q\\w*(Series|Axis|LegendMarker|ModelMapper)|QLegend|Q(Bar|Box|"
                     "Candlestick)Set|QPieSlice)$"));
    const bool isHall = source.floor().isEmpty();
    const QSet<QString> reached =
        isHall ? QSet<QString>(table.keyBegin(), table.keyEnd()) : reach(source.floor(), table);
    QStringList found;
    if (!isHall && !table.contains(source.floor()))
        found.append(source.path + text(": no floor of app/CMakeLists.txt"));
    for (const Include &include : includesOf(source)) {
        const QString folder = include.name.section(u'/', 0, 0);
        if (include.inQuotes && (!include.name.contains(u'/') || !reached.contains(folder)))
            found.append(told(source, include, "a floor includes its own folder and the floors below it"));
        if (prefixed.match(include.name).hasMatch())
            found.append(told(source, include, "a Qt header is named without its module"));
        if (sql.match(include.name).hasMatch() && !source.isIn({"journal", "find"}))
            found.append(told(source, include, "only the journal and the search know SQL"));
        if (charts.match(include.name).hasMatch() && !source.isIn({"plot", "desk"}))
            found.append(told(source, include, "only plot and desk know charts"));
    }
    return found;
}

/// Where a series or a chart is made outside the one road.
QStringList chartsMade(const Source &source)
{
    static const QRegularExpression made =
        pattern(text("\\bQ\\w*(Scatter|Line|Spline|Area|Bar|Pie|BoxPlot|Candlestick|XY)Series\\b|"
                     "\\bnew\\s+Q(Polar)?Chart\\b(?!\\w)|\\bmake(_unique|Child)\\s*<\\s*Q(Polar)?Chart\\s*[>,]"));
    const QRegularExpressionMatch match = made.match(source.text);
    const bool isBuilder = source.path.startsWith(text("app/plot/"));
    return match.hasMatch() && !isBuilder ? QStringList(source.path + text(": ") + match.captured()) : QStringList();
}

/// What leads out of the checkout: a folder that only some computers have beside it, and homes of processes.
QStringList waysOut(const Source &source)
{
    // In parts, lest this very file be one of those that it finds.
    static const QRegularExpression beside = pattern(text("(?<![\\w/.-])(\\.\\./)*") + text("sha") + text("red/"));
    static const QRegularExpression home = pattern(text("(?<![\\w./-])/(wo") + text("rk|ro") + text("ot)(?![\\w-])"));
    QStringList found;
    for (const QRegularExpression &way : {beside, home}) {
        const QRegularExpressionMatch match = way.match(source.text);
        if (match.hasMatch())
            found.append(source.path + text(": ") + match.captured());
    }
    return found;
}

std::vector<Source> sourcesIn(const QString &folder, const QStringList &endings)
{
    const QString root = testing::sourcePath(QString());
    std::vector<Source> sources;
    QDirIterator walk(root + folder, QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        const QString path = walk.next();
        const auto endsSo = [&path](const QString &ending) { return path.endsWith(ending); };
        if (endings.isEmpty() || std::ranges::any_of(endings, endsSo))
            sources.push_back({QDir(root).relativeFilePath(path), QString::fromUtf8(testing::bytesOf(path))});
    }
    std::ranges::sort(sources, {}, &Source::path);
    return sources;
}

std::vector<Source> code(const QString &folder)
{
    return sourcesIn(folder, {text(".cpp"), text(".h")});
}

/// The files that are, or are about to be, under version control; without git, all but what was built.
QStringList filesOfTheRepository()
{
    const QString root = testing::sourcePath(QString());
    QProcess git;
    git.setWorkingDirectory(root);
    git.start(text("git"),
              {text("ls-files"), text("-z"), text("--cached"), text("--others"), text("--exclude-standard")});
    if (git.waitForFinished() && git.exitStatus() == QProcess::NormalExit && git.exitCode() == 0) {
        QStringList files = QString::fromUtf8(git.readAllStandardOutput()).split(QChar::Null, Qt::SkipEmptyParts);
        files.removeIf([&root](const QString &file) { return !QFileInfo(root + file).isFile(); });
        if (!files.isEmpty())
            return files;
    }
    QStringList files;
    QDirIterator walk(root, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        const QString file = QDir(root).relativeFilePath(walk.next());
        if (!file.startsWith(text("build/")) && !file.startsWith(text(".git/")))
            files.append(file);
    }
    return files;
}

Table theTable()
{
    return readTable(QString::fromUtf8(testing::bytesOf(testing::sourcePath(text("app/CMakeLists.txt")))));
}

} // namespace

/// What holds the house together, read from the sources themselves.
/// The texts of calls of tr() with a number in them, pieces put together.
QStringList pluralsIn(const QString &source)
{
    static const QRegularExpression call = pattern(text("\\btr\\(\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*)+)"));
    static const QRegularExpression piece = pattern(text("\"((?:[^\"\\\\]|\\\\.)*)\""));
    QStringList found;
    for (auto match = call.globalMatch(source); match.hasNext();) {
        const QString pieces = match.next().captured(1);
        QString whole;
        for (auto one = piece.globalMatch(pieces); one.hasNext();)
            whole += one.next().captured(1);
        if (whole.contains(text("(s)")))
            found.append(whole);
    }
    return found;
}

class TestFloors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheTable();
    void theTableIsAHouse();
    void plantedIncludes_data();
    void plantedIncludes();
    void plantedCharts_data();
    void plantedCharts();
    void plantedWaysOut_data();
    void plantedWaysOut();

    void everyIncludeKeepsToItsFloor();
    void everyIncludeIsThere();
    void onlyPlotMakesCharts();
    void everyFileNamesItsLicence();
    void nothingLeadsOut();
    void nobodyLocks();
    void noTestSleeps();
    void everyPluralIsTranslated();
};

void TestFloors::readsTheTable()
{
    const Table table = readTable(text("# floor(none LINKS base)\n"
                                       "floor(base     LINKS Qt6::Core tl::expected)\n"
                                       "floor(middle   LINKS base     PRIVATE Qt6::Sql)\n"
                                       "floor(upper LINKS middle\n    Qt6::Gui   PRIVATE ${X} y)\n"
                                       "floor(beside   LINKS base)\n"));
    QCOMPARE(table.keys(), QStringList({text("base"), text("beside"), text("middle"), text("upper")}));
    QCOMPARE(table.value(text("base")), QStringList());
    QCOMPARE(table.value(text("middle")), QStringList(text("base")));
    QCOMPARE(reach(text("upper"), table), QSet<QString>({text("upper"), text("middle"), text("base")}));
    QCOMPARE(reach(text("base"), table), QSet<QString>({text("base")}));
}

void TestFloors::theTableIsAHouse()
{
    const Table table = theTable();
    QVERIFY(table.size() >= 10);
    QVERIFY(table.value(text("base")).isEmpty());
    const QStringList folders = QDir(testing::sourcePath(text("app"))).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    QCOMPARE(table.keys(), folders);
    for (const QString &floor : folders) {
        QVERIFY2(reach(floor, table).contains(text("base")), qUtf8Printable(floor));
        for (const QString &below : table.value(floor))
            QVERIFY2(!reach(below, table).contains(floor), qUtf8Printable(floor));
    }
}

void TestFloors::plantedIncludes_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("expected");
    const auto row = [](const char *path, const char *line, int expected) {
        QTest::addRow("%s: %s", path, line) << text(path) << text(line) << expected;
    };
    row("app/course/new.cpp", "#include \"course/course.h\"", 0);
    row("app/course/new.cpp", "#include \"items/item.h\"", 0);
    row("app/course/new.cpp", "#include \"base/fault.h\"", 0);
    row("app/course/new.cpp", "#include \"figures/figure.h\"", 1);
    row("app/course/new.cpp", "  #  include  \"desk/window.h\"", 1);
    row("app/course/new.h", "#include \"journal/journal.h\"", 1);
    row("app/course/new.cpp", "#include \"nowhere/new.h\"", 1);
    row("app/course/new.cpp", "#include \"course.h\"", 1);
    row("app/course/new.cpp", "#include \"../desk/window.h\"", 1);
    row("app/base/new.cpp", "#include \"items/item.h\"", 1);
    row("app/command/new.cpp", "#include \"desk/window.h\"", 1);
    row("app/paper/new.cpp", "#include \"plot/figurechart.h\"", 0);
    row("app/type/new.cpp", "#include \"plot/figurechart.h\"", 1);
    row("app/desk/new.cpp", "#include \"plot/figurechart.h\"", 0);
    row("app/desk/new.cpp", "#include \"command/command.h\"", 1);
    row("app/main.cpp", "#include \"command/command.h\"", 0);
    row("app/cellar/new.cpp", "#include <QString>", 1);
    row("app/course/new.cpp", "#include <QString>", 0);
    row("app/course/new.cpp", "#include <QtGlobal>", 0);
    row("app/course/new.cpp", "#include <QtCore/QString>", 1);
    row("app/desk/new.cpp", "#include <QtWidgets/QLabel>", 1);
    row("app/find/new.cpp", "#include <QSqlQuery>", 0);
    row("app/desk/new.cpp", "#include <QSqlQuery>", 1);
    row("app/journal/new.cpp", "#include <sqlite3.h>", 0);
    row("app/insight/new.cpp", "#include <sqlite3.h>", 1);
    row("app/keep/new.cpp", "#include <QtSql>", 1);
    row("app/plot/new.cpp", "#include <QScatterSeries>", 0);
    row("app/desk/new.cpp", "#include <QChartView>", 0);
    row("app/figures/new.cpp", "#include <QScatterSeries>", 1);
    row("app/figures/new.cpp", "#include <QValueAxis>", 1);
    row("app/main.cpp", "#include <QChart>", 1);
    row("app/course/new.cpp", "// #include \"desk/window.h\"", 0);
}

/// The rule would catch what it is there for.
void TestFloors::plantedIncludes()
{
    QFETCH(const QString, path);
    QFETCH(const QString, line);
    QFETCH(const int, expected);
    const Source source{path, text("#include <vector>\n") + line + text("\n\nint x;\n")};
    const QStringList found = violations(source, theTable());
    QVERIFY2(found.size() == expected, qUtf8Printable(found.join(u'\n')));
    if (expected > 0 && !path.contains(text("cellar")))
        QVERIFY2(found.front().startsWith(path + text(":2: ")), qUtf8Printable(found.front()));
}

void TestFloors::plantedCharts_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *line, bool expected) { QTest::newRow(line) << text(line) << expected; };
    row("auto *series = new QScatterSeries(chart);", true);
    row("QLineSeries series;", true);
    row("#include <QHorizontalBarSeries>", true);
    row("m_chart = new QChart(parent);", true);
    row("m_chart = new QChart;", true);
    row("auto chart = std::make_unique<QChart>();", true);
    row("m_view = new QChartView(this);", false);
    row("QChart *before = m_view->chart();", false);
    row("m_view->setChart(plot::makeChart(figure).release());", false);
}

void TestFloors::plantedCharts()
{
    QFETCH(const QString, line);
    QFETCH(const bool, expected);
    QCOMPARE(!chartsMade({text("app/desk/new.cpp"), line}).isEmpty(), expected);
    QVERIFY(chartsMade({text("app/plot/new.cpp"), line}).isEmpty());
}

void TestFloors::plantedWaysOut_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("expected");
    const auto row = [](const QString &line, bool expected) {
        QTest::newRow(qUtf8Printable(line)) << line << expected;
    };
    const QString beside = text("sha") + text("red/");
    const QString work = text("/wo") + text("rk");
    const QString root = text("/ro") + text("ot");
    row(text("see ") + beside + text("design.md"), true);
    row(text("see ../") + beside + text("design.md"), true);
    row(text("`") + beside + text("`"), true);
    row(text("cd ") + work, true);
    row(text("\"") + work + text("/main\""), true);
    row(text("HOME=") + root, true);
    row(text("cp ") + root + text("/.config ."), true);
    row(text("/usr/") + beside, false);
    row(text("un") + beside, false);
    row(text("https://example.org") + work, false);
    row(text("${sources}") + work + text("shop"), false);
    row(work + text("shop/plan.h"), false);
    row(text("a shared folder"), false);
}

void TestFloors::plantedWaysOut()
{
    QFETCH(const QString, line);
    QFETCH(const bool, expected);
    QCOMPARE(!waysOut({text("a.md"), text("one\n") + line + u'\n'}).isEmpty(), expected);
}

void TestFloors::everyIncludeKeepsToItsFloor()
{
    const Table table = theTable();
    QStringList found;
    for (const Source &source : code(text("app")))
        found += violations(source, table);
    QVERIFY2(found.isEmpty(), qUtf8Printable(found.join(u'\n')));
}

void TestFloors::everyIncludeIsThere()
{
    for (const Source &source : code(text("app"))) {
        for (const Include &include : includesOf(source)) {
            if (include.inQuotes)
                QVERIFY2(QFileInfo(testing::sourcePath(text("app/") + include.name)).isFile(),
                         qUtf8Printable(told(source, include, "is not there")));
        }
    }
}

void TestFloors::onlyPlotMakesCharts()
{
    for (const Source &source : code(text("app"))) {
        const QStringList found = chartsMade(source);
        QVERIFY2(found.isEmpty(), qUtf8Printable(found.join(u'\n')));
    }
}

/// Guides, tables and what other programs are asked about are no code.
void TestFloors::everyFileNamesItsLicence()
{
    const QString line = text("SPDX-License-Identifier: GPL-3.0-or-later");
    for (const char *folder : {"app", "tests"}) {
        for (const Source &source : sourcesIn(text(folder), {})) {
            const bool isCode = !source.path.endsWith(text(".md")) && !source.path.endsWith(text(".tsv")) &&
                                !source.path.startsWith(text("tests/golden/")) &&
                                !source.path.startsWith(text("tests/fuzz/corpus/"));
            QVERIFY2(!isCode || source.text.left(200).contains(line), qUtf8Printable(source.path));
        }
    }
}

void TestFloors::nothingLeadsOut()
{
    const QStringList files = filesOfTheRepository();
    QVERIFY(files.contains(text("CMakeLists.txt")));
    for (const QString &file : files) {
        const QByteArray bytes = testing::bytesOf(testing::sourcePath(file));
        if (bytes.first(std::min<qsizetype>(bytes.size(), 8000)).contains('\0'))
            continue;
        const QStringList found = waysOut({file, QString::fromUtf8(bytes)});
        QVERIFY2(found.isEmpty(), qUtf8Printable(found.join(u'\n')));
    }
}

void TestFloors::nobodyLocks()
{
    const QRegularExpression lock =
        pattern(text("\\bQ(Recursive)?") + text("Mu") + text("tex\\b|\\bstd::(\\w+_)?") + text("mu") + text("tex\\b"));
    for (const char *folder : {"app", "tests"}) {
        for (const Source &source : code(text(folder)))
            QVERIFY2(!source.text.contains(lock), qUtf8Printable(source.path));
    }
}

void TestFloors::noTestSleeps()
{
    const QRegularExpression sleep = pattern(text("\\bq(Sle") + text("ep|Wa") + text("it)\\s*\\("));
    for (const Source &source : code(text("tests")))
        QVERIFY2(!source.text.contains(sleep), qUtf8Printable(source.path));
}

/// English is the language of the source, and still needs its plurals: "3 minute(s)" is for nobody to read.
void TestFloors::everyPluralIsTranslated()
{
    const QString translation =
        QString::fromUtf8(testing::bytesOf(testing::sourcePath(text("resources/translations/after-the-raid_en.ts"))));
    QStringList plurals;
    for (const Source &source : code(text("app")))
        plurals += pluralsIn(source.text);
    QVERIFY(plurals.size() > 10);
    for (const QString &plural : plurals)
        QVERIFY2(translation.contains(text("<source>") + plural.toHtmlEscaped() + text("</source>")),
                 qUtf8Printable(plural));
}

TEST_MAIN_GUILESS(TestFloors)

#include "tst_floors.moc"

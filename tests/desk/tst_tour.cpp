// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/tour.h"

#include "desk/deskhelpers.h"
#include "desk/style.h"

#include <QImage>
#include <QProcess>

#include <set>

using desk::TourOptions;
using desk::TourTheme;
using desk::TourView;

Q_DECLARE_METATYPE(std::optional<TourOptions>)

namespace desk {

/// For the comparison in the tests alone: options are values.
bool operator==(const TourOptions &left, const TourOptions &right)
{
    return left.course == right.course && left.out == right.out && left.size == right.size &&
           left.theme == right.theme && left.view == right.view && qFuzzyCompare(left.scale, right.scale) &&
           qFuzzyCompare(left.text, right.text) && left.mirrored == right.mirrored && left.language == right.language;
}

} // namespace desk

namespace {

constexpr auto makesTheTour = "--make-the-tour";

/// A tour that has been made, by this same program in a process of its own: what a tour sets holds for a whole process.
struct Tour {
    explicit Tour(const QString &course,
                  const QStringList &options = {QStringLiteral("--size"), QStringLiteral("900x600")})
    {
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(),
                      QStringList{QLatin1String(makesTheTour), course, QStringLiteral("--out"), out()} + options);
        if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit)
            qFatal("the tour does not end");
        status = process.exitCode();
        err = QString::fromUtf8(process.readAllStandardError());
    }

    [[nodiscard]] QString out() const { return folder.filePath(QStringLiteral("a/tour")); }
    [[nodiscard]] QStringList names() const { return QDir(out()).entryList(QDir::Files, QDir::Name); }
    [[nodiscard]] QByteArray bytes(const QString &name) const { return testing::bytesOf(out() + u'/' + name); }

    [[nodiscard]] QImage picture(const QString &name) const
    {
        return QImage(out() + u'/' + name).convertToFormat(QImage::Format_RGB32);
    }

    /// The pictures of one page, from its top to its end.
    [[nodiscard]] QStringList pictures(const QString &page) const
    {
        QStringList found = names().filter(
            QRegularExpression(QLatin1Char('^') + QRegularExpression::escape(page) + QStringLiteral("-[0-9]+\\.png$")));
        std::ranges::sort(found, [](const QString &left, const QString &right) {
            return left.size() != right.size() ? left.size() < right.size() : left < right;
        });
        return found;
    }

    QTemporaryDir folder;
    int status = -1;
    QString err;
};

struct TinyCourse {
    TinyCourse() { testing::writeTinyCourse(folder.path()); }
    [[nodiscard]] QString path() const { return folder.path(); }

    QTemporaryDir folder;
};

/// The names without the number of the screenful: `01-first.one`.
QStringList pagesOf(const QStringList &names)
{
    QStringList pages;
    for (const QString &name : names)
        pages.append(name.left(name.lastIndexOf(QLatin1Char('-'))));
    pages.removeDuplicates();
    return pages;
}

/// Whether the picture shows a main button: a wide plain patch of the accent's colour.
bool showsMainButton(const QImage &picture, type::Tone tone = type::Tone::Light)
{
    constexpr int wide = 40;
    constexpr int tall = 6;
    const QRgb accent = type::coloursOf(tone).accent.rgb();
    int rows = 0;
    for (int y = 0; y < picture.height() && rows < tall; ++y) {
        int run = 0;
        int longest = 0;
        for (int x = 0; x < picture.width(); ++x) {
            run = picture.pixel(x, y) == accent ? run + 1 : 0;
            longest = std::max(longest, run);
        }
        rows = longest >= wide ? rows + 1 : 0;
    }
    return rows >= tall;
}

int averageGrey(const QImage &picture)
{
    const QImage one = picture.scaled(1, 1, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    return qGray(one.pixel(0, 0));
}

TourOptions optionsTo(const char *out)
{
    TourOptions options;
    options.out = QLatin1String(out);
    return options;
}

QStringList wordsOf(const char *line)
{
    return QString::fromLatin1(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

/// What `after-the-raid tour …` does.
int makeTheTour(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 2; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const auto options = desk::tourOptions(arguments);
    if (!options)
        return 2;
    desk::prepareTour(*options);
    const QApplication application(argc, argv);
    desk::dress();
    QTextStream err(stderr);
    return desk::makeTour(*options, err);
}

} // namespace

class TestTour : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { testing::failOnWarnings(); }

    void readsItsOptions_data();
    void readsItsOptions();
    void namesEveryPage();
    void numbersScreenfulsFromOne();
    void scrollsToTheEnd();
    void takesPicturesOfTheSizeAskedFor_data();
    void takesPicturesOfTheSizeAskedFor();
    void isTheSameTwice();
    void isMirrored();
    void isWithoutColour();
    void isDark();
    void isInHighContrast();
    void growsWithTheText();
    void showsSlides_data();
    void showsSlides();
    void showsWhatNeedsMending();
    void saysWhatIsNotTranslated();
    void saysWhereItCannotWrite();
    void refusesWrongOptions();
};

void TestTour::readsItsOptions_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<std::optional<TourOptions>>("expected");
    const auto row = [](const char *line, const std::optional<TourOptions> &expected) {
        QTest::newRow(line) << QString::fromLatin1(line) << expected;
    };
    TourOptions options = optionsTo("o");
    row("--out o", options);
    options.course = QStringLiteral("c");
    row("c --out o", options);
    row("--out=o c", options);
    options = optionsTo("o");
    options.size = {1024, 600};
    row("--out o --size 1024x600", options);
    options = optionsTo("o");
    options.scale = 2.0;
    options.text = 1.5;
    row("--out o --scale 2 --text 1.5", options);
    options = optionsTo("o");
    options.mirrored = true;
    options.language = QStringLiteral("ar");
    row("--out o --direction rtl --lang ar", options);
    for (const auto &[name, theme] : {std::pair("light", TourTheme::Light), std::pair("dark", TourTheme::Dark),
                                      std::pair("contrast", TourTheme::Contrast), std::pair("grey", TourTheme::Grey)}) {
        options = optionsTo("o");
        options.theme = theme;
        row(qPrintable(QStringLiteral("--out o --theme ") + QLatin1String(name)), options);
    }
    for (const auto &[name, view] : {std::pair("page", TourView::Page), std::pair("projector", TourView::Projector),
                                     std::pair("console", TourView::Console)}) {
        options = optionsTo("o");
        options.view = view;
        row(qPrintable(QStringLiteral("--out o --view ") + QLatin1String(name)), options);
    }
    for (const char *wrong : {"",
                              "c",
                              "--out",
                              "c d --out o",
                              "--out o --size 1366",
                              "--out o --size 0x0",
                              "--out o --size 1e3x600",
                              "--out o --size -1366x768",
                              "--out o --size 99999x768",
                              "--out o --theme Light",
                              "--out o --theme sepia",
                              "--out o --view stage",
                              "--out o --direction up",
                              "--out o --scale 0",
                              "--out o --scale 9",
                              "--out o --scale 1,5",
                              "--out o --scale nan",
                              "--out o --text big",
                              "--out o --text -1",
                              "--out o --speed 3"})
        row(wrong, std::nullopt);
}

void TestTour::readsItsOptions()
{
    QFETCH(const QString, line);
    QFETCH(const std::optional<TourOptions>, expected);
    const auto options = desk::tourOptions(wordsOf(qPrintable(line)));
    QCOMPARE(options.has_value(), expected.has_value());
    QVERIFY(options == expected);
}

void TestTour::namesEveryPage()
{
    const TinyCourse course;
    const Tour tour(course.path());
    QCOMPARE(tour.status, 0);
    QCOMPARE(tour.err, QString());
    QStringList expected;
    for (const char *page : {"first-start", "start", "practice", "start-afterwards", "kept", "workshop",
                             "workshop-plans", "workshop-papers", "hidden"})
        expected.append(QLatin1String(page));
    for (const char *page : {"one", "two", "three", "check-pick-one", "check-pick-one-answered", "check-pick-some",
                             "check-pick-some-answered", "check-how-many", "check-how-many-answered", "check-summary"})
        expected.append(QStringLiteral("01-first.") + QLatin1String(page));
    for (const char *page : {"four", "check-still-true", "check-still-true-answered", "check-summary"})
        expected.append(QStringLiteral("02-first-again.") + QLatin1String(page));
    expected.append(QStringLiteral("figures"));
    for (const course::FigureData &figure : course::read(course.path()).course.figures)
        expected.append(QStringLiteral("figure.") + figure.id);
    QStringList pages = pagesOf(tour.names());
    expected.sort();
    pages.sort();
    QCOMPARE(pages, expected);
}

void TestTour::numbersScreenfulsFromOne()
{
    const TinyCourse course;
    const Tour tour(course.path(), wordsOf("--size 900x400"));
    QVERIFY(tour.pictures(QStringLiteral("01-first.one")).size() >= 2);
    for (const QString &page : pagesOf(tour.names())) {
        const QStringList pictures = tour.pictures(page);
        for (qsizetype i = 0; i < pictures.size(); ++i)
            QCOMPARE(pictures.at(i), QStringLiteral("%1-%2.png").arg(page).arg(i + 1));
    }
}

void TestTour::scrollsToTheEnd()
{
    const TinyCourse course;
    const Tour tour(course.path(), wordsOf("--size 900x400"));
    for (const char *section : {"one", "two", "three"}) {
        const QStringList pictures = tour.pictures(QStringLiteral("01-first.") + QLatin1String(section));
        // The way on stands at the foot of a section. Pictures overlap, so the last but one may show it too.
        for (qsizetype i = 0; i + 2 < pictures.size(); ++i)
            QVERIFY2(!showsMainButton(tour.picture(pictures.at(i))), qPrintable(pictures.at(i)));
        QVERIFY2(showsMainButton(tour.picture(pictures.last())), qPrintable(pictures.last()));
        std::set<QByteArray> different;
        for (const QString &name : pictures)
            different.insert(tour.bytes(name));
        QCOMPARE(std::ssize(different), pictures.size());
    }
}

void TestTour::takesPicturesOfTheSizeAskedFor_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QSize>("size");
    QTest::newRow("as it is") << QStringLiteral("--size 900x600") << QSize(900, 600);
    QTest::newRow("usual") << QString() << QSize(1366, 768);
    QTest::newRow("twice") << QStringLiteral("--size 900x600 --scale 2") << QSize(1800, 1200);
    QTest::newRow("one and a half") << QStringLiteral("--size 900x600 --scale 1.5") << QSize(1350, 900);
    QTest::newRow("projector") << QStringLiteral("--size 1024x768 --view projector") << QSize(1024, 768);
}

void TestTour::takesPicturesOfTheSizeAskedFor()
{
    QFETCH(const QString, options);
    QFETCH(const QSize, size);
    const TinyCourse course;
    const Tour tour(course.path(), wordsOf(qPrintable(options)));
    QCOMPARE(tour.status, 0);
    QVERIFY(!tour.names().isEmpty());
    for (const QString &name : tour.names())
        QCOMPARE(tour.picture(name).size(), size);
}

void TestTour::isTheSameTwice()
{
    const TinyCourse course;
    const Tour once(course.path());
    const Tour again(course.path());
    QCOMPARE(once.names(), again.names());
    for (const QString &name : once.names())
        QVERIFY2(once.bytes(name) == again.bytes(name), qPrintable(name));
}

void TestTour::isMirrored()
{
    const TinyCourse course;
    const Tour ltr(course.path());
    const Tour rtl(course.path(), wordsOf("--size 900x600 --direction rtl"));
    QCOMPARE(pagesOf(rtl.names()), pagesOf(ltr.names()));
    for (const char *name : {"start-1.png", "01-first.one-1.png", "01-first.check-pick-one-1.png"}) {
        const QImage left = ltr.picture(QLatin1String(name));
        const QImage right = rtl.picture(QLatin1String(name));
        QVERIFY2(left != right, name);
        // The contents end in a line at 264 px, which is now at the other side.
        const QRgb line = type::coloursOf(type::Tone::Light).line.rgb();
        const int at = 263;
        QCOMPARE(left.pixel(at, 590), line);
        QCOMPARE(right.pixel(right.width() - 1 - at, 590), line);
    }
}

void TestTour::isWithoutColour()
{
    const TinyCourse course;
    const Tour colour(course.path());
    const Tour grey(course.path(), wordsOf("--size 900x600 --theme grey"));
    QCOMPARE(grey.names(), colour.names());
    QVERIFY(!colour.picture(QStringLiteral("start-1.png")).isGrayscale());
    for (const QString &name : grey.names())
        QVERIFY2(grey.picture(name).isGrayscale(), qPrintable(name));
}

void TestTour::isDark()
{
    const TinyCourse course;
    const Tour light(course.path());
    const Tour dark(course.path(), wordsOf("--size 900x600 --theme dark"));
    QCOMPARE(dark.names(), light.names());
    for (const QString &name : dark.names()) {
        QVERIFY2(averageGrey(light.picture(name)) > 180, qPrintable(name));
        QVERIFY2(averageGrey(dark.picture(name)) < 75, qPrintable(name));
    }
}

void TestTour::isInHighContrast()
{
    const TinyCourse course;
    const Tour contrast(course.path(), wordsOf("--size 900x600 --theme contrast"));
    for (const QString &name : contrast.names()) {
        const QImage picture = contrast.picture(name);
        QCOMPARE(picture.pixel(4, picture.height() - 5), qRgb(0, 0, 0));
    }
}

void TestTour::growsWithTheText()
{
    const TinyCourse course;
    const Tour usual(course.path());
    const Tour large(course.path(), wordsOf("--size 900x600 --text 2"));
    QCOMPARE(pagesOf(large.names()), pagesOf(usual.names()));
    QVERIFY(large.names().size() > usual.names().size());
    // The bar at the top is 48 px tall at the usual size, and ends in a line.
    const QRgb line = type::coloursOf(type::Tone::Light).line.rgb();
    for (const char *name : {"first-start-1.png", "start-1.png", "01-first.one-1.png"}) {
        QCOMPARE(usual.picture(QLatin1String(name)).pixel(400, 47), line);
        QCOMPARE(large.picture(QLatin1String(name)).pixel(400, 95), line);
    }
}

void TestTour::showsSlides_data()
{
    QTest::addColumn<QString>("view");
    QTest::newRow("projector") << QStringLiteral("projector");
    QTest::newRow("console") << QStringLiteral("console");
}

void TestTour::showsSlides()
{
    QFETCH(const QString, view);
    const TinyCourse course;
    const Tour tour(course.path(), wordsOf("--view") + QStringList{view});
    QCOMPARE(tour.status, 0);
    QCOMPARE(tour.names(), (QStringList{QStringLiteral("01-first.one-1.png"), QStringLiteral("01-first.two-1.png")}));
    QVERIFY(tour.bytes(QStringLiteral("01-first.one-1.png")) != tour.bytes(QStringLiteral("01-first.two-1.png")));
}

void TestTour::showsWhatNeedsMending()
{
    const TinyCourse course;
    testing::write(course.path() + QStringLiteral("/02-first-again/lesson.md"), "No front matter.\n");
    const Tour tour(course.path());
    QCOMPARE(tour.status, 1);
    QVERIFY2(tour.err.contains(QStringLiteral("02-first-again/lesson.md:1:1: error: ")), qPrintable(tour.err));
    QVERIFY(tour.names().contains(QStringLiteral("faults-1.png")));
    QVERIFY(tour.names().contains(QStringLiteral("01-first.one-1.png")));
    QVERIFY(tour.names().filter(QStringLiteral("02-first-again")).isEmpty());
}

void TestTour::saysWhatIsNotTranslated()
{
    const TinyCourse course;
    const Tour english(course.path());
    const Tour spanish(course.path(), wordsOf("--size 900x600 --lang es"));
    QCOMPARE(spanish.status, 0);
    QVERIFY2(spanish.err.contains(QStringLiteral("nothing is translated into es yet")), qPrintable(spanish.err));
    QCOMPARE(spanish.names(), english.names());
}

void TestTour::saysWhereItCannotWrite()
{
    const TinyCourse course;
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("a-file"));
    testing::write(file, "not a folder");
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(),
                  {QLatin1String(makesTheTour), course.path(), QStringLiteral("--out"), file + QStringLiteral("/out")});
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 3);
    QVERIFY(process.readAllStandardError().contains("cannot make the folder"));
}

void TestTour::refusesWrongOptions()
{
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(), {QLatin1String(makesTheTour), QStringLiteral("--theme")});
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 2);
}

int main(int argc, char **argv)
{
    if (argc > 1 && qstrcmp(argv[1], makesTheTour) == 0)
        return makeTheTour(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    testing::beginDesk();
    TestTour test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_tour.moc"

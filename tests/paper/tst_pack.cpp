// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/pack.h"
#include "paper/paperhelpers.h"
#include "support/filesizelimit.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <sys/stat.h>

using paper::ErrorCode;
using paper::Order;
using paper::What;

namespace {

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

const course::Course &theCourse()
{
    return testing::wholeCourse();
}

constexpr std::array everything{What::Handout, What::Facilitator, What::Questions, What::Key,
                                What::Cards,   What::Posters,     What::Slip};

/// How many pages of the PDF are of this size, in whole points.
qsizetype pagesOf(const QByteArray &pdf, int width, int height)
{
    const QString box = QStringLiteral("/MediaBox [0 0 %1.000000 %2.000000]").arg(width).arg(height);
    return pdf.count(box.toLatin1());
}

ErrorCode refusalOf(const Order &order)
{
    const auto made = paper::pdfOf(theCourse(), order);
    return made ? ErrorCode::CannotWrite : made.error().code;
}

} // namespace

class TestPack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { testing::failOnWarnings(); }

    void namesAreTwoWays();
    void makesEverything_data();
    void makesEverything();
    void textCanBeSelected();
    void choosesAmongThem();
    void refusesWhatIsNotThere();
    void saysThatAFolderCannotBeWritten();
    void leavesWhatIsNoFile();
    void keepsWhatWasThereOnAFullDisk();
};

void TestPack::namesAreTwoWays()
{
    for (const What what : everything)
        QCOMPARE(paper::whatNamed(paper::nameOf(what)), std::optional(what));
    QCOMPARE(paper::whatNamed(text("report")), std::nullopt);
    QCOMPARE(paper::whatNamed(QString()), std::nullopt);
}

void TestPack::makesEverything_data()
{
    QTest::addColumn<int>("what");
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("isLarge");
    for (const What what : everything) {
        const QString name = paper::nameOf(what);
        QTest::newRow(qPrintable(name + text(", A4"))) << int(what) << int(paper::PaperSize::A4) << false;
        QTest::newRow(qPrintable(name + text(", Letter, large"))) << int(what) << int(paper::PaperSize::Letter) << true;
    }
}

void TestPack::makesEverything()
{
    QFETCH(int, what);
    QFETCH(int, size);
    QFETCH(bool, isLarge);
    const Order order{.what = static_cast<What>(what), .size = static_cast<paper::PaperSize>(size), .isLarge = isLarge};
    const auto pdf = paper::pdfOf(theCourse(), order);
    QVERIFY(pdf.has_value());
    QVERIFY(pdf->startsWith("%PDF-"));
    QVERIFY(pdf->trimmed().endsWith("%%EOF"));
    // Each face is in the file, with a table that gives its signs their meaning.
    QVERIFY(pdf->count("/Subtype /Type0") >= 2);
    QCOMPARE(pdf->count("/FontFile2"), pdf->count("/Subtype /Type0"));
    QCOMPARE(pdf->count("/ToUnicode"), pdf->count("/Subtype /Type0"));
    const bool isA4 = order.size == paper::PaperSize::A4;
    const QSize page = order.what == What::Posters ? isA4 ? QSize(842, 1191) : QSize(792, 1224)
                       : isA4 ? QSize(595, 842)
                                                   : QSize(612, 792);
    const qsizetype upright = pagesOf(*pdf, page.width(), page.height());
    const qsizetype across = pagesOf(*pdf, page.height(), page.width());
    QCOMPARE(upright + across, pdf->count("/MediaBox"));
    QCOMPARE(across > 0, order.what == What::Posters);
}

void TestPack::textCanBeSelected()
{
    const QString reader = QStandardPaths::findExecutable(text("pdftotext"));
    if (reader.isEmpty())
        QSKIP("pdftotext is not there");
    const QTemporaryDir folder;
    const QString path = folder.filePath(text("questions.pdf"));
    QVERIFY(paper::writePdf(theCourse(), {.what = What::Questions, .form = text("a")}, path));
    QProcess process;
    process.start(reader, {text("-enc"), text("UTF-8"), path, text("-")});
    QVERIFY(process.waitForFinished());
    const QString words = QString::fromUtf8(process.readAllStandardOutput()).simplified();
    for (const items::Item &item : theCourse().forms.front().items)
        QVERIFY2(words.contains(item.stem.content.simplified().left(40)), qPrintable(item.id));
    QVERIFY(words.contains(text("Anti-Trafficking"))); // joined letters could not be searched for
    QVERIFY(words.contains(text("1 of ")));
    QVERIFY(words.contains(text("Follows Dana Bruxvoort")));
}

void TestPack::choosesAmongThem()
{
    const auto sizeOf = [](const Order &order) { return paper::pdfOf(theCourse(), order)->count("/MediaBox"); };
    const qsizetype both = sizeOf({.what = What::Questions});
    const qsizetype one = sizeOf({.what = What::Questions, .form = text("a")});
    QCOMPARE(one + sizeOf({.what = What::Questions, .form = text("b")}), both);
    QVERIFY(sizeOf({.what = What::Questions, .module = text("numbers")}) > 0);
    QVERIFY(sizeOf({.what = What::Key, .module = text("numbers")}) > 0);
    QVERIFY(sizeOf({.what = What::Handout, .module = text("numbers")}) < sizeOf({.what = What::Handout}));
    QVERIFY(sizeOf({.what = What::Facilitator, .plan = text("one-hour")}) < sizeOf({.what = What::Facilitator}));
}

void TestPack::refusesWhatIsNotThere()
{
    QCOMPARE(refusalOf({.what = What::Handout, .module = text("nowhere")}), ErrorCode::ModuleUnknown);
    QCOMPARE(refusalOf({.what = What::Key, .module = text("nowhere")}), ErrorCode::ModuleUnknown);
    QCOMPARE(refusalOf({.what = What::Questions, .module = text("opening")}), ErrorCode::NothingThere);
    QCOMPARE(refusalOf({.what = What::Questions, .form = text("c")}), ErrorCode::FormUnknown);
    QCOMPARE(refusalOf({.what = What::Facilitator, .plan = text("two-days")}), ErrorCode::PlanUnknown);
    course::Course bare;
    bare.modules.emplace_back().id = text("shut"); // its sections are closed by a fault
    for (const What what : {What::Handout, What::Questions, What::Key, What::Cards, What::Posters}) {
        const auto made = paper::pdfOf(bare, {.what = what});
        QVERIFY(!made);
        QCOMPARE(made.error().code, ErrorCode::NothingThere);
    }
    QCOMPARE(paper::pdfOf(bare, {.what = What::Handout, .module = text("shut")}).error().code, ErrorCode::ModuleClosed);
}

void TestPack::saysThatAFolderCannotBeWritten()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(text("no/such/folder/slip.pdf"));
    const auto written = paper::writePdf(theCourse(), {.what = What::Slip}, path);
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::CannotWrite);
    QCOMPARE(written.error().place, path);
    QVERIFY(!written.error().detail.isEmpty());
    QVERIFY(!QFile::exists(path));
    QVERIFY(!paper::writePdf(theCourse(), {.what = What::Slip}, folder.path())); // a folder is no file
}

void TestPack::leavesWhatIsNoFile()
{
    const QTemporaryDir folder;
    const QString pipe = folder.filePath(text("pipe"));
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    const auto written = paper::writePdf(theCourse(), {.what = What::Slip}, pipe);
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::CannotWrite);
    QVERIFY(QFileInfo::exists(pipe) && !QFileInfo(pipe).isFile()); // still a pipe, not a PDF by its name
}

void TestPack::keepsWhatWasThereOnAFullDisk()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(text("slip.pdf"));
    testing::write(path, "what was there");
    {
        const testing::FileSizeLimit full(1000);
        const auto written = paper::writePdf(theCourse(), {.what = What::Slip}, path);
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::CannotWrite);
    }
    QCOMPARE(testing::bytesOf(path), QByteArray("what was there"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{text("slip.pdf")});
}

PAPER_TEST_MAIN(TestPack)

#include "tst_pack.moc"

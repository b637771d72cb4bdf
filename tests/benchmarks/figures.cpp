// SPDX-License-Identifier: GPL-3.0-or-later
// Prepares and paints each figure of the shipped course, and prints how long each takes after the first time; reads a
// table of 100 000 rows. Exit status 1 where a figure takes 16 ms or more (one picture of sixty a second), or where the
// long table takes more than two seconds or 256 MB.

#include "course/ownfigures.h"
#include "course/reading.h"
#include "plot/figurechart.h"

#include <QApplication>
#include <QChart>
#include <QElapsedTimer>
#include <QFile>
#include <QGraphicsScene>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>

#include <sys/resource.h>

namespace {

constexpr double mostForFigure = 16;     // milliseconds
constexpr double mostForTable = 2000;    // milliseconds
constexpr long mostMemory = 256L * 1024; // kilobytes, beyond what was in use before

plot::Palette palette()
{
    plot::Palette colours;
    colours.surface = Qt::white;
    for (QColor *colour : {&colours.ink, &colours.muted, &colours.left, &colours.back, &colours.family,
                           &colours.detained, &colours.notReported, &colours.outline})
        *colour = QColor(0x2F5F93);
    colours.line = colours.soft = QColor(0xE1EFF0);
    return colours;
}

void paint(const course::FigureData &data, QImage &image)
{
    const auto figure = figures::prepare(data);
    if (!figure)
        qFatal("a shipped figure is refused");
    plot::Layout layout;
    layout.width = 640;
    layout.font = QFont(QStringLiteral("Noto Sans"));
    layout.font.setPixelSize(14);
    QGraphicsScene scene;
    scene.addItem(plot::makeChart(*figure, layout, palette()).release());
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    scene.render(&painter, QRectF(0, 0, 640, 600), QRectF(0, 0, 640, 600));
}

/// Milliseconds, the middle of nine.
double paintingTime(const course::FigureData &data, QImage &image)
{
    paint(data, image);
    std::vector<double> times;
    for (int round = 0; round < 9; ++round) {
        QElapsedTimer timer;
        timer.start();
        paint(data, image);
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::ranges::nth_element(times, times.begin() + 4);
    return times[4];
}

bool paintsAll(QTextStream &out)
{
    const course::Reading reading = course::read(QStringLiteral(AFTER_THE_RAID_SOURCE_DIR "/lessons/after-the-raid"));
    QImage image(640, 600, QImage::Format_RGB32);
    image.fill(Qt::white);
    bool holds = !reading.course.figures.empty();
    for (const course::FigureData &data : reading.course.figures) {
        const double taken = paintingTime(data, image);
        holds = holds && taken < mostForFigure;
        out << data.id << ": " << taken << " ms\n";
    }
    return holds;
}

long peakMemory()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

bool refusesALongTable(QTextStream &out)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("long.csv"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write the table");
    file.write("case,counted,total,question,count,qualifier,source\n");
    for (int row = 0; row < 100'000; ++row)
        file.write("Case " + QByteArray::number(row) + ",women,12,left,5,at-least,Log\n");
    file.close();
    const long before = peakMemory();
    QElapsedTimer timer;
    timer.start();
    const course::OwnFigure own = course::readOwnFigure(path, QStringLiteral("own"));
    const double taken = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    const long memory = peakMemory() - before;
    out << "100000 rows: " << (own.isOpen() ? "drawn" : "refused") << " in " << taken << " ms, " << memory / 1024
        << " MB\n";
    return !own.isOpen() && taken < mostForTable && memory < mostMemory;
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    QTextStream out(stdout);
    const bool paints = paintsAll(out);
    const bool refuses = refusesALongTable(out);
    out << (paints && refuses ? "holds" : "does not hold") << '\n';
    return paints && refuses ? 0 : 1;
}

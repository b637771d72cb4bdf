// SPDX-License-Identifier: GPL-3.0-or-later
// Makes every PDF of the shipped course: the handout, the questions and the key of each module, both forms and their
// keys, the facilitator's guide of each plan and the whole one, cards, posters and slips; prints how long each kind
// takes. Exit status 1 where all of them take 10 s or more.

#include "course/reading.h"
#include "paper/pack.h"
#include "type/tokens.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTextStream>

#include <vector>

namespace {

constexpr double mostForAll = 10'000; // milliseconds

using paper::Order;
using paper::What;

std::vector<Order> ordersFor(const course::Course &course)
{
    std::vector<Order> orders{{.what = What::Facilitator}, {.what = What::Questions}, {.what = What::Key},
                              {.what = What::Cards},       {.what = What::Posters},   {.what = What::Slip}};
    for (const course::Plan &plan : course.plans)
        orders.push_back({.what = What::Facilitator, .plan = plan.id});
    for (const course::Module &module : course.modules) {
        orders.push_back({.what = What::Handout, .module = module.id});
        if (module.items.empty())
            continue;
        orders.push_back({.what = What::Questions, .module = module.id});
        orders.push_back({.what = What::Key, .module = module.id});
    }
    return orders;
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    const QString fonts = QStringLiteral(AFTER_THE_RAID_SOURCE_DIR "/resources/fonts");
    type::loadFonts(fonts);
    type::loadTextFonts(fonts);
    const course::Reading reading = course::read(QStringLiteral(AFTER_THE_RAID_SOURCE_DIR "/lessons/after-the-raid"));
    QTextStream out(stdout);
    double all = 0;
    qsizetype bytes = 0;
    bool isMade = reading.isOpen();
    for (const Order &order : ordersFor(reading.course)) {
        QElapsedTimer timer;
        timer.start();
        const auto pdf = paper::pdfOf(reading.course, order);
        const double taken = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        isMade = isMade && pdf.has_value();
        all += taken;
        bytes += pdf ? pdf->size() : 0;
        out << paper::nameOf(order.what) << ' ' << order.module << order.plan << ": " << taken << " ms\n";
    }
    const bool holds = isMade && all < mostForAll;
    out << "all: " << all << " ms, " << bytes / 1024 << " kB\n" << (holds ? "holds" : "does not hold") << '\n';
    return holds ? 0 : 1;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/command.h"
#include "desk/application.h"
#include "desk/tour.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QScreen>
#include <QTextStream>

#include <cstdio>

namespace {

QStringList argumentsOf(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return arguments;
}

/// On X11 and Wayland a missing display would end in an abort: say it in words instead.
bool hasDisplay()
{
#ifdef Q_OS_LINUX
    return qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || !qEnvironmentVariableIsEmpty("DISPLAY") ||
           !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
#else
    return true;
#endif
}

int runVerb(int argc, char **argv, QTextStream &out, QTextStream &err)
{
    const QCoreApplication application(argc, argv);
    return command::run(argumentsOf(argc, argv), out, err);
}

/// Figures are drawn by Qt's own means, which want an application with faces, though no display.
int runPrint(int argc, char **argv, QTextStream &out, QTextStream &err)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    desk::dress();
    desk::dressForReading();
    return command::run(argumentsOf(argc, argv), out, err);
}

int runTour(int argc, char **argv, QTextStream &err)
{
    const auto options = desk::tourOptions(argumentsOf(argc, argv).mid(1));
    if (!options) {
        err << command::usage();
        return command::WrongUsage;
    }
    desk::prepareTour(*options);
    const QApplication application(argc, argv);
    desk::dress();
    return desk::makeTour(*options, err);
}

int runWindow(int argc, char **argv, QTextStream &out, QTextStream &err)
{
    QCommandLineParser parser;
    const QCommandLineOption course(QStringLiteral("course"), {}, QStringLiteral("DIR"));
    const QCommandLineOption journal(QStringLiteral("journal"), {}, QStringLiteral("FILE"));
    const QCommandLineOption help(QStringLiteral("help"));
    const QCommandLineOption version(QStringLiteral("version"));
    parser.addOptions({course, journal, help, version});
    QStringList arguments = argumentsOf(argc, argv);
    arguments.prepend(QStringLiteral("after-the-raid"));
    if (!parser.parse(arguments) || !parser.positionalArguments().isEmpty()) {
        err << command::usage();
        return command::WrongUsage;
    }
    if (parser.isSet(help) || parser.isSet(version)) {
        out << (parser.isSet(help) ? command::usage() : QStringLiteral("after-the-raid " AFTER_THE_RAID_VERSION "\n"));
        return command::Done;
    }
    if (!hasDisplay()) {
        err << "after-the-raid: there is no display to open the window on. Pictures of every page: "
               "after-the-raid tour --out DIR\n";
        return command::MachineFailed;
    }
    const desk::StartOptions options{parser.value(course), parser.value(journal)};
    auto reading = desk::beginReading(options);
    QApplication application(argc, argv);
    desk::dress();
    desk::Window window(desk::makeParts(options, keep::defaultFolder(), std::move(reading)));
    // Where its frame would stand over the edge of a small screen, the window fills it.
    const QSize usual(1366, 768);
    const QSize room = window.screen()->availableSize();
    window.resize(usual.boundedTo(room));
    if (room.width() > usual.width() && room.height() > usual.height())
        window.show();
    else
        window.showMaximized();
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("after-the-raid"));
    QTextStream out(stdout);
    QTextStream err(stderr);
    const QString verb = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString();
    if (verb == QLatin1String("print"))
        return runPrint(argc, argv, out, err);
    if (command::isVerb(verb))
        return runVerb(argc, argv, out, err);
    if (verb == QLatin1String("tour"))
        return runTour(argc, argv, err);
    return runWindow(argc, argv, out, err);
}

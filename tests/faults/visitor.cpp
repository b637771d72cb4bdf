// SPDX-License-Identifier: GPL-3.0-or-later
// A visitor made of code, for tst_traces: the program as somebody starts it, with its own folders and settings. Agrees
// to keep progress, reads, answers, searches, and takes everything along that can be taken along.
//
//     visitor EXPORTS [--notes WORDS]
//
// EXPORTS is the folder for what is taken along. With --notes some passages get these words first; then all notes are
// wiped by their key.

#include "desk/application.h"
#include "desk/checkpage.h"
#include "desk/checkpresenter.h"
#include "desk/figurecard.h"
#include "desk/figuremenu.h"
#include "desk/keeper.h"
#include "desk/learnerpages.h"
#include "desk/lessonpage.h"
#include "desk/lessonview.h"
#include "desk/notebook.h"
#include "desk/recordpaper.h"
#include "desk/searchbox.h"
#include "type/paperdocument.h"

#include <QApplication>
#include <QPushButton>
#include <QTest>
#include <QTextDocument>

#include <algorithm>

namespace {

using Page = desk::Location::Page;

void must(bool done)
{
    if (!done)
        qFatal("something could not be done");
}

void keepProgress(desk::Window &window)
{
    const auto keeps = [](const QPushButton *button) { return button->text() == QLatin1String("Keep my progress"); };
    QList<QPushButton *> buttons;
    must(QTest::qWaitFor([&] {
        buttons = window.findChildren<QPushButton *>();
        return std::ranges::any_of(buttons, keeps);
    }));
    (*std::ranges::find_if(buttons, keeps))->click();
    must(QTest::qWaitFor([&] { return window.study().isKept(); }));
}

void read(desk::Window &window, const QString &section)
{
    window.go({Page::Section, section});
    window.lessonPage()->goOn();
}

void answer(desk::Window &window)
{
    window.go({Page::Check, QStringLiteral("what-happened-next")});
    for (int i = 0; i < 6; ++i) {
        QTest::keyClick(window.learners().check(), Qt::Key_1);
        QTest::keyClick(window.learners().check(), Qt::Key_Return);
    }
}

void writeAndWipe(desk::Window &window, const QString &words)
{
    window.go({Page::Section, QStringLiteral("reasons-to-leave")});
    for (int occurrence = 0; occurrence < 20; ++occurrence)
        window.notebook().set({QUuid::createUuid(), window.location().id, QStringLiteral("the"), occurrence, words});
    QApplication::processEvents();
    QTest::keyClick(&window, Qt::Key_Delete, Qt::ControlModifier | Qt::ShiftModifier);
    must(window.notebook().isEmpty());
}

void searchFor(desk::Window &window, const QString &words)
{
    window.searchBox()->setFocus();
    QTest::keyClicks(window.searchBox(), words);
    QTest::keyClick(window.searchBox(), Qt::Key_Escape);
}

void takeAlong(desk::Window &window, const QString &folder)
{
    must(window.study().ledger().exportTo(folder + QLatin1String("/carried.sqlite")).has_value());
    must(window.study().ledger().backUp().has_value());
    must(desk::writePdf(*desk::recordOf(window.study()), QStringLiteral("Record"),
                        folder + QLatin1String("/record.pdf")));
    const course::Course &course = window.study().course();
    const course::SectionPlace place = course::findSection(course, QStringLiteral("reasons-to-leave"));
    must(desk::writePdf(*type::paperOf(course, *place.section, place.module->title, {}), place.section->title,
                        folder + QLatin1String("/section.pdf")));
    window.go({Page::Section, QStringLiteral("two-questions")});
    const auto *menu = window.lessonPage()->findChild<desk::FigureMenu *>();
    using Format = desk::FigureMenu::Format;
    must(menu != nullptr && menu->save(Format::Png, folder + QLatin1String("/figure.png")).isEmpty() &&
         menu->save(Format::Svg, folder + QLatin1String("/figure.svg")).isEmpty() &&
         menu->save(Format::Pdf, folder + QLatin1String("/figure.pdf")).isEmpty() &&
         menu->save(Format::Csv, folder + QLatin1String("/figure.csv")).isEmpty());
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QCoreApplication::setApplicationName(QStringLiteral("after-the-raid"));
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    desk::dress();
    const desk::StartOptions options;
    desk::Window window(desk::makeParts(options, keep::defaultFolder(), desk::beginReading(options)));
    window.resize(1366, 768);
    window.show();
    QApplication::processEvents();
    if (!window.study().isKept())
        keepProgress(window);
    read(window, QStringLiteral("two-questions"));
    read(window, QStringLiteral("reasons-to-leave"));
    answer(window);
    if (arguments.value(2) == QLatin1String("--notes")) {
        writeAndWipe(window, arguments.value(3));
        searchFor(window, arguments.value(3));
    }
    takeAlong(window, arguments.value(1));
    window.close();
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/application.h"

#include "base/places.h"
#include "desk/figureaccess.h"
#include "desk/style.h"
#include "keep/people.h"

#include <QApplication>
#include <QSettings>
#include <QTranslator>

#include <algorithm>

namespace desk {

void dress()
{
    QApplication::setStyle(new Style);
    // Qt's own dialogs: a system's keep a list of what was opened, and cannot be covered at one key. Theirs would write
    // the folders that somebody was in to a file of Qt's, so that has no place to be written to.
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, QStringLiteral("/dev/null"));
    installFigureAccess();
    const QString fonts = base::shippedFolder(QStringLiteral("fonts"));
    if (!fonts.isEmpty())
        type::loadFonts(fonts);
    // English is the language of the source, and needs its translation only for plurals.
    auto *translator = new QTranslator(QApplication::instance());
    const bool own = translator->load(QLocale(), QStringLiteral("after-the-raid"), QStringLiteral("_"),
                                      QStringLiteral(":/translations"));
    if (own || translator->load(QStringLiteral(":/translations/after-the-raid_en.qm")))
        QApplication::installTranslator(translator);
}

void dressForReading()
{
    const QString fonts = base::shippedFolder(QStringLiteral("fonts"));
    if (!fonts.isEmpty())
        type::loadTextFonts(fonts);
}

namespace {

QString courseFolder(const StartOptions &options)
{
    return options.course.isEmpty() ? base::shippedCourse() : options.course;
}

} // namespace

namespace {

/// Those who have done something, or have a face: a file that was taken in from a stick leaves the person that this
/// computer began with, who never did anything.
std::vector<QUuid> learnersOf(const journal::Journal &journal, const keep::People &people)
{
    std::vector<QUuid> learners;
    for (const journal::Person &person : journal.persons().value_or(std::vector<journal::Person>())) {
        const bool hasFace = std::ranges::find(people.faces(), person.id, &keep::Face::id) != people.faces().end();
        if (person.statements > 0 || hasFace)
            learners.push_back(person.id);
    }
    return learners;
}

/// Whether somebody has to say who they are; where only one learns, it is they.
bool asksWho(journal::Journal &journal, const QString &settingsFolder)
{
    const keep::People people(settingsFolder);
    const std::vector<QUuid> learners = learnersOf(journal, people);
    if (learners.size() == 1 && !people.faceOf(learners.front()).hasPin())
        static_cast<void>(journal.choosePerson(learners.front()));
    return learners.size() > 1 ||
           std::ranges::any_of(learners, [&](const QUuid &person) { return people.faceOf(person).hasPin(); });
}

} // namespace

std::future<course::Reading> beginReading(const StartOptions &options)
{
#ifdef Q_OS_LINUX
    constexpr auto when = std::launch::async;
#else
    constexpr auto when = std::launch::deferred; // where the program lies is known only once there is an application
#endif
    return std::async(when, [options] { return course::read(courseFolder(options), course::Extent::ForLearners); });
}

WindowParts makeParts(const StartOptions &options, const QString &settingsFolder, std::future<course::Reading> reading)
{
    const base::Clock clock = base::systemClock();
    const QString path = options.journal.isEmpty() ? journal::defaultPath() : options.journal;
    WindowParts parts{.reading = {},
                      .courseFolder = courseFolder(options),
                      .journal = nullptr,
                      .problem = std::nullopt,
                      .store = keep::Store(settingsFolder),
                      .clock = clock,
                      .asks = false,
                      .asksWho = false,
                      .keptPath = path,
                      .openKept = [path, clock] { return journal::Journal::open(path, clock); },
                      .tone = std::nullopt,
                      .systemFont = QApplication::font(),
                      .systemIsDark = QApplication::palette().color(QPalette::Window).lightness() < 128};
    const keep::Progress progress = parts.store.settings().progress;
    parts.asks = options.journal.isEmpty() && progress == keep::Progress::NotAsked;
    // A journal that is named on the command line is an answer too.
    if (!options.journal.isEmpty() || progress == keep::Progress::Keep) {
        if (auto kept = parts.openKept())
            parts.journal = std::move(*kept);
        else
            parts.problem = kept.error();
    }
    // Where several learn, or one with a PIN, nobody's progress is on the screen before they have said who they are.
    if (parts.journal != nullptr && asksWho(*parts.journal, settingsFolder)) {
        parts.asksWho = true;
        parts.journal.reset();
    }
    if (parts.journal == nullptr)
        parts.journal = std::move(*journal::Journal::inMemory(clock));
    parts.reading = reading.get();
    return parts;
}

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/tour.h"

#include "base/faulttext.h"
#include "base/places.h"
#include "desk/application.h"
#include "desk/cardpage.h"
#include "desk/checkpage.h"
#include "desk/checkpresenter.h"
#include "desk/learnerpages.h"
#include "desk/lessonpage.h"
#include "desk/lessonview.h"
#include "desk/quickhide.h"
#include "desk/slidetour.h"
#include "desk/storypage.h"
#include "desk/window.h"
#include "desk/workshopflow.h"
#include "workshop/simulation.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QKeyEvent>
#include <QScrollBar>

#include <utility>

namespace desk {

namespace {

constexpr qint64 tourTime = 1'768'467'600'000; // 2026-01-15 09:00 UTC
constexpr qint64 daysAgo = 3LL * 24 * 60 * 60 * 1000;

template<typename T>
std::optional<T> named(const std::vector<std::pair<QString, T>> &names, const QString &word)
{
    for (const auto &[name, value] : names) {
        if (name == word)
            return value;
    }
    return std::nullopt;
}

std::optional<QSize> sizeOf(const QString &text)
{
    const QStringList parts = text.split(u'x');
    if (parts.size() != 2)
        return std::nullopt;
    const QSize size(parts.at(0).toInt(), parts.at(1).toInt());
    const bool sensible = size.width() >= 320 && size.height() >= 240 && size.width() <= 7680 && size.height() <= 4320;
    return sensible ? std::optional(size) : std::nullopt;
}

std::optional<double> factorOf(const QString &text)
{
    bool isNumber = false;
    const double factor = text.toDouble(&isNumber);
    return isNumber && factor >= 0.5 && factor <= 4.0 ? std::optional(factor) : std::nullopt;
}

/// Takes pictures of one window.
class Camera
{
public:
    Camera(const TourOptions &options, QTextStream &err) : m_options(options), m_err(err) {}

    [[nodiscard]] bool isWorking() const { return m_working; }

    void take(QWidget *window, const QString &name)
    {
        QImage image = window->grab().toImage();
        if (m_options.theme == TourTheme::Grey)
            image = image.convertToFormat(QImage::Format_Grayscale8);
        const QString path = QDir(m_options.out).filePath(name + QStringLiteral(".png"));
        if (m_working && !image.save(path)) {
            m_err << "after-the-raid: cannot write " << path << '\n';
            m_working = false;
        }
    }

    /// One picture a screenful, from the top to the end: NAME-1, NAME-2, …
    void takeScrolled(QWidget *window, QAbstractScrollArea *page, const QString &name)
    {
        QScrollBar *bar = page->verticalScrollBar();
        const int step = std::max(1, page->viewport()->height() - type::sized(56));
        int number = 1;
        for (int value = 0;; value += step) {
            bar->setValue(value);
            QApplication::processEvents();
            take(window, name + u'-' + QString::number(number++));
            if (value >= bar->maximum())
                break;
        }
    }

private:
    const TourOptions &m_options;
    QTextStream &m_err;
    bool m_working = true;
};

/// What Qt says about having no screen is no news in a tour; everything else is passed on.
void passOn(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const bool expected = message.startsWith(QLatin1String("This plugin does not support propagateSizeHints")) ||
                          message.startsWith(QLatin1String("QStandardPaths: XDG_RUNTIME_DIR"));
    if (!expected)
        QTextStream(stderr) << qFormatLogMessage(type, context, message) << '\n';
}

type::Tone toneOf(TourTheme theme)
{
    switch (theme) {
    case TourTheme::Light:
    case TourTheme::Grey:
        return type::Tone::Light;
    case TourTheme::Dark:
        return type::Tone::Dark;
    case TourTheme::Contrast:
        return type::Tone::Contrast;
    }
    return type::Tone::Light;
}

WindowParts partsFor(const TourOptions &options, course::Reading reading, const QString &folder, const QFont &font,
                     bool asks)
{
    const base::Clock clock = base::fixedClock(tourTime);
    const base::Clock earlier = base::fixedClock(tourTime - daysAgo); // so that something has become due meanwhile
    keep::Store store{QString()};
    keep::Settings settings = store.settings();
    settings.textScale = options.text;
    static_cast<void>(store.setSettings(settings)); // in memory: cannot fail
    return {.reading = std::move(reading),
            .courseFolder = folder,
            .journal = std::move(*journal::Journal::inMemory(earlier)),
            .problem = std::nullopt,
            .store = store,
            .clock = clock,
            .asks = asks,
            .asksWho = false,
            .keptPath = {},
            .openKept = [clock] { return journal::Journal::inMemory(clock); },
            .tone = toneOf(options.theme),
            .systemFont = font,
            .systemIsDark = false};
}

/// A learner half-way: the modules before the one in the middle, and two sections of that one.
void makeUpJournal(Window &window)
{
    const std::vector<course::Module> &modules = window.study().course().modules;
    const std::size_t middle = modules.size() / 2;
    for (std::size_t at = 0; at <= middle && at < modules.size(); ++at) {
        const std::size_t all = modules[at].sections.size();
        for (std::size_t i = 0; i < (at < middle ? all : std::min<std::size_t>(2, all)); ++i) {
            window.study().openSection(modules[at].sections[i].id);
            window.study().finishSection(modules[at].sections[i].id);
        }
    }
}

/// An answer to show: the first option, or a plain word for an item without options to choose from.
quiz::Response sampleResponse(const items::Item &item)
{
    switch (item.type) {
    case items::ItemType::Choice:
    case items::ItemType::TrueFalse:
    case items::ItemType::MissingWord:
        return {QStringLiteral("a")};
    case items::ItemType::Matching: {
        quiz::Response same;
        same.fill(quiz::matchChoices(item).value(0), static_cast<qsizetype>(item.options.size()));
        return same;
    }
    case items::ItemType::Numerical:
        return {QStringLiteral("12")};
    case items::ItemType::ShortAnswer:
        return {QStringLiteral("shelter")};
    case items::ItemType::Essay:
    case items::ItemType::Description:
        return {};
    }
    return {};
}

class PageTour
{
public:
    PageTour(Window &window, Camera &camera) : m_window(window), m_camera(camera) {}

    void run()
    {
        m_window.go({});
        takePage(QStringLiteral("start"));
        for (const course::Module &module : m_window.study().course().modules) {
            for (const course::Section &section : module.sections) {
                m_window.go({Location::Page::Section, section.id});
                takePage(module.folder + u'.' + section.id);
            }
            if (!module.items.empty())
                takeCheck(module);
            for (const course::Story &story : module.stories)
                takeStory(story);
        }
        for (const course::Module &form : m_window.study().forms())
            takeCheck(form);
        for (const course::Card &card : m_window.study().course().cards) {
            m_window.go({Location::Page::Card, card.id});
            takePage(QStringLiteral("card.") + card.id);
        }
        m_window.go({Location::Page::Figures, {}});
        takePage(QStringLiteral("figures"));
        for (const course::FigureData &figure : m_window.study().course().figures) {
            m_window.go({Location::Page::Figures, figure.id});
            takePage(QStringLiteral("figure.") + figure.id);
        }
        m_window.go({Location::Page::Practice, {}});
        takePage(QStringLiteral("practice"));
        m_window.go({});
        takePage(QStringLiteral("start-afterwards"));
        m_window.go({Location::Page::Kept, {}});
        takePage(QStringLiteral("kept"));
        for (const auto &[page, name] : {std::pair{Location::Page::Workshop, QStringLiteral("workshop")},
                                         std::pair{Location::Page::Plans, QStringLiteral("workshop-plans")},
                                         std::pair{Location::Page::Papers, QStringLiteral("workshop-papers")}}) {
            m_window.go({page, {}});
            takePage(name);
        }
        takeReview();
        m_window.quickHide().hide();
        m_camera.take(&m_window, QStringLiteral("hidden-1"));
        m_window.quickHide().show();
        if (m_window.hasFaults()) {
            m_window.go({Location::Page::Faults, {}});
            takePage(QStringLiteral("faults"));
        }
    }

private:
    void takePage(const QString &name)
    {
        QApplication::processEvents();
        if (m_window.location().page == Location::Page::Section)
            m_camera.takeScrolled(&m_window, m_window.lessonPage()->view(), name);
        else if (m_window.location().page == Location::Page::Story)
            m_camera.takeScrolled(&m_window, m_window.learners().story()->view(), name);
        else if (m_window.location().page == Location::Page::Card)
            m_camera.takeScrolled(&m_window, m_window.learners().card()->view(), name);
        else if (auto *review = qobject_cast<ReviewPage *>(m_window.currentPage()))
            m_camera.takeScrolled(&m_window, review->area(), name);
        else if (auto *report = qobject_cast<ReportPage *>(m_window.currentPage()))
            m_camera.takeScrolled(&m_window, report->area(), name);
        else if (auto *page = qobject_cast<QAbstractScrollArea *>(m_window.currentPage()))
            m_camera.takeScrolled(&m_window, page, name);
        else
            m_camera.take(&m_window, name + QStringLiteral("-1"));
    }

    /// What fourteen made-up people answered to a few questions, before and after what holds is told.
    void takeReview()
    {
        const QUuid session = makeUpSession();
        if (session.isNull())
            return;
        m_window.go({Location::Page::Review, session.toString(QUuid::WithoutBraces)});
        takePage(QStringLiteral("workshop-review"));
        const auto *page = qobject_cast<ReviewPage *>(m_window.currentPage());
        QKeyEvent reveal(QEvent::KeyPress, Qt::Key_R, Qt::NoModifier);
        QApplication::sendEvent(page->list(), &reveal);
        takePage(QStringLiteral("workshop-review-revealed"));
        m_window.go({Location::Page::Report, session.toString(QUuid::WithoutBraces)});
        takePage(QStringLiteral("workshop-report"));
    }

    QUuid makeUpSession()
    {
        constexpr int people = 14;
        constexpr int most = 6;
        m_window.go({Location::Page::Workshop, {}});
        Room &room = *m_window.workshop().room();
        const course::Course &course = room.course();
        if (course.plans.empty() || room.begin({course.plans.front(), people, false}))
            return {};
        int asked = 0;
        for (const items::Item &item : course.modules[course.modules.size() / 2].items) {
            if (!items::isChosenFrom(item) || ++asked > most)
                continue;
            room.record(room.session().ask(item, workshop::usualWay(item)));
            room.record(room.session().tally(item.id, workshop::simulatedAnswers(item, people, 1), true));
        }
        room.record(room.session().end());
        const QUuid session = room.session().id();
        room.leave();
        return session;
    }

    /// The first passage, and an ending by way of each first choice.
    void takeStory(const course::Story &story)
    {
        m_window.go({Location::Page::Story, story.id});
        StoryPresenter &walk = m_window.walk();
        takePage(QStringLiteral("story.") + story.id);
        for (std::size_t steps = 0; steps < story.passages.size() && !walk.passage()->isEnd(); ++steps) {
            walk.choose(0);
            takePage(QStringLiteral("story.%1-step%2").arg(story.id).arg(walk.path().size()));
        }
    }

    void takeCheck(const course::Module &module)
    {
        const QString prefix = module.folder + QStringLiteral(".check-");
        m_window.go({Location::Page::Check, module.id});
        CheckPresenter &check = m_window.check();
        for (qsizetype i = 0; i < check.view().count; ++i) {
            check.show(i);
            const items::Item &item = check.item(i);
            takePage(prefix + item.id);
            check.choose(sampleResponse(item));
            check.commit();
            if (check.view().isRevealed)
                takePage(prefix + item.id + QStringLiteral("-answered"));
        }
        check.show(check.view().count);
        takePage(prefix + QStringLiteral("summary"));
    }

    Window &m_window;
    Camera &m_camera;
};

void open(Window &window, const TourOptions &options)
{
    window.resize(options.size);
    window.show();
    QApplication::processEvents();
}

} // namespace

std::optional<TourOptions> tourOptions(const QStringList &arguments)
{
    const auto option = [](const char *name, const QString &otherwise) {
        return QCommandLineOption(QLatin1String(name), QString(), QStringLiteral("VALUE"), otherwise);
    };
    QCommandLineParser parser;
    parser.addOptions({option("out", {}), option("size", QStringLiteral("1366x768")),
                       option("theme", QStringLiteral("light")), option("view", QStringLiteral("page")),
                       option("scale", QStringLiteral("1.0")), option("text", QStringLiteral("1.0")),
                       option("direction", QStringLiteral("ltr")), option("lang", QStringLiteral("en"))});
    if (!parser.parse(QStringList{QStringLiteral("tour")} + arguments) || parser.positionalArguments().size() > 1)
        return std::nullopt;
    const auto value = [&parser](const char *name) { return parser.value(QLatin1String(name)); };
    const auto theme = named<TourTheme>({{QStringLiteral("light"), TourTheme::Light},
                                         {QStringLiteral("dark"), TourTheme::Dark},
                                         {QStringLiteral("contrast"), TourTheme::Contrast},
                                         {QStringLiteral("grey"), TourTheme::Grey}},
                                        value("theme"));
    const auto view = named<TourView>({{QStringLiteral("page"), TourView::Page},
                                       {QStringLiteral("projector"), TourView::Projector},
                                       {QStringLiteral("console"), TourView::Console}},
                                      value("view"));
    const auto mirrored =
        named<bool>({{QStringLiteral("ltr"), false}, {QStringLiteral("rtl"), true}}, value("direction"));
    const auto size = sizeOf(value("size"));
    const auto scale = factorOf(value("scale"));
    const auto text = factorOf(value("text"));
    if (value("out").isEmpty() || !theme || !view || !mirrored || !size || !scale || !text)
        return std::nullopt;
    return TourOptions{parser.positionalArguments().value(0),
                       value("out"),
                       *size,
                       *theme,
                       *view,
                       *scale,
                       *text,
                       *mirrored,
                       value("lang")};
}

void prepareTour(const TourOptions &options)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_SCALE_FACTOR", QByteArray::number(options.scale));
    qInstallMessageHandler(passOn);
}

int makeTour(const TourOptions &options, QTextStream &err)
{
    dressForReading();
    if (!QDir().mkpath(options.out)) {
        err << "after-the-raid: cannot make the folder " << options.out << '\n';
        return 3;
    }
    QLocale::setDefault(QLocale(options.language));
    if (!options.language.startsWith(QLatin1String("en")))
        err << "after-the-raid: nothing is translated into " << options.language
            << " yet; the pages show the course's own language\n";
    QApplication::setLayoutDirection(options.mirrored ? Qt::RightToLeft : Qt::LeftToRight);
    const QString folder = options.course.isEmpty() ? base::shippedCourse() : options.course;
    const course::Reading reading = course::read(folder);
    for (const base::Fault &fault : reading.faults)
        err << base::faultLine(fault) << '\n';
    const QFont font = QApplication::font(); // before the first window scales it
    Camera camera(options, err);
    if (options.view != TourView::Page) {
        takeSlides(reading.course, options, toneOf(options.theme),
                   [&camera](QWidget *sheet, const QString &name) { camera.take(sheet, name); });
    } else {
        Window first(partsFor(options, reading, folder, font, true));
        open(first, options);
        camera.take(&first, QStringLiteral("first-start-1"));
        first.hide();
        Window window(partsFor(options, reading, folder, font, false));
        open(window, options);
        makeUpJournal(window);
        PageTour(window, camera).run();
    }
    if (!camera.isWorking())
        return 3;
    return base::hasError(reading.faults) ? 1 : 0;
}

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
// A trainer made of code, for tst_sessionkill: opens the real window on the shipped course without a display, begins a
// session or goes on with the one that is there, and presses the console's keys until it is killed.
//
//     trainer FOLDER SEED
//
// FOLDER has journal and settings. Prints `at ELAPSED NOW WORDS` once (milliseconds; see sessionwords.h), then `.`
// before each key, and after it `said WORDS`, what the window holds to be on the disk.

#include "desk/application.h"
#include "desk/window.h"
#include "desk/workshopflow.h"
#include "faults/sessionwords.h"

#include <QApplication>
#include <QRandomGenerator>
#include <QTest>
#include <QTimer>

#include <array>

namespace {

class Trainer final : public QObject
{
public:
    Trainer(desk::Window &window, quint32 seed) : m_window(window), m_random(seed), m_out(stdout)
    {
        connect(&m_timer, &QTimer::timeout, this, &Trainer::step);
    }

    void start()
    {
        m_window.go({desk::Location::Page::Workshop, {}});
        desk::WorkshopFlow &flow = m_window.workshop();
        m_items = testing::itemsOf(flow.room()->course());
        const auto sessions = flow.room()->sessions().value();
        if (sessions.empty())
            flow.begin({flow.room()->course().plans.at(1), 20, false});
        else
            flow.goOn(sessions.front().id);
        const desk::Room &room = *flow.room();
        m_out << "at " << room.session().elapsed(room.now()) << ' ' << room.now() << ' ' << words() << Qt::endl;
        m_timer.start(0);
    }

private:
    [[nodiscard]] QString words() const { return testing::wordsFor(m_window.workshop().room()->session(), m_items); }

    /// Mostly onwards and counting, and now and then each of the others.
    void step()
    {
        constexpr std::array keys{Qt::Key_PageDown, Qt::Key_PageDown, Qt::Key_PageDown, Qt::Key_PageUp, Qt::Key_1,
                                  Qt::Key_2,        Qt::Key_3,        Qt::Key_Return,   Qt::Key_Return, Qt::Key_V,
                                  Qt::Key_R,        Qt::Key_P,        Qt::Key_P,        Qt::Key_B,      Qt::Key_L};
        m_out << '.' << Qt::endl;
        if (m_random.bounded(6) == 0)
            goToQuestion();
        else
            QTest::keyClick(m_window.workshop().console(),
                            keys.at(m_random.bounded(static_cast<quint32>(keys.size()))));
        m_out << "said " << words() << Qt::endl;
        QApplication::processEvents();
    }

    void goToQuestion()
    {
        std::vector<workshop::Spot> questions;
        const auto &stages = m_window.workshop().room()->stages();
        for (int step = 0; step < static_cast<int>(stages.size()); ++step) {
            const auto &slides = stages[static_cast<std::size_t>(step)].slides;
            for (int slide = 0; slide < static_cast<int>(slides.size()); ++slide) {
                if (slides[static_cast<std::size_t>(slide)].kind == workshop::Slide::Kind::Question)
                    questions.push_back({step, slide, 1});
            }
        }
        const auto chosen = m_random.bounded(static_cast<quint32>(questions.size()));
        m_window.workshop().presenter()->goTo(questions.at(chosen));
    }

    desk::Window &m_window;
    QRandomGenerator m_random;
    QTextStream m_out;
    QTimer m_timer;
    QStringList m_items;
};

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    desk::dress();
    const desk::StartOptions options{.course = {}, .journal = arguments.value(1) + QLatin1String("/journal.sqlite")};
    const QString settings = arguments.value(1) + QLatin1String("/settings");
    // With both cards filled in nothing is asked before a session begins.
    for (const keep::CardKind card : {keep::CardKind::Help, keep::CardKind::Disclosure}) {
        if (!keep::HelpCard(settings, card).setText(QStringLiteral("The door to the left")))
            return 1;
    }
    desk::Window window(desk::makeParts(options, settings, desk::beginReading(options)));
    window.resize(1366, 768);
    window.show();
    if (!QTest::qWaitForWindowActive(&window))
        return 1;
    Trainer trainer(window, arguments.value(2).toUInt());
    trainer.start();
    return QApplication::exec();
}

// SPDX-License-Identifier: GPL-3.0-or-later
// A learner made of code, for tst_kill: opens the real window on the shipped course without a display, says where it
// continues, and goes on with one thing until it is killed.
//
//     learner FOLDER read|check|practise [BYTES]
//
// FOLDER has journal and settings. With BYTES no file of this process grows past them, as on a disk that is full.
// Prints `at …` once (`at memory` where the journal cannot be opened), then `.` before whatever might write, `read
// SECTION` when the page says that it is read and saved, `saved ITEM KEYS` when it says so of an answer, and `refused`
// when a write failed.

#include "desk/application.h"
#include "desk/checkpage.h"
#include "desk/checkpresenter.h"
#include "desk/learnerpages.h"
#include "desk/lessonpage.h"
#include "desk/lessonview.h"
#include "desk/practicepage.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>
#include <QTextStream>
#include <QTimer>

#include <csignal>
#include <sys/resource.h>

namespace {

using Page = desk::Location::Page;
using Phase = quiz::ItemState::Phase;

enum class Activity { Read, Check, Practise };

class Learner final : public QObject
{
public:
    Learner(desk::Window &window, Activity activity) : m_window(window), m_activity(activity), m_out(stdout)
    {
        connect(&m_timer, &QTimer::timeout, this, &Learner::step);
        connect(&window.study(), &desk::Study::failed, this, [this] { m_out << "refused" << Qt::endl; });
    }

    void start()
    {
        const QString at = whereItContinues();
        m_out << "at " << at << Qt::endl;
        m_timer.start(0);
    }

private:
    [[nodiscard]] QString asked() const
    {
        return m_activity == Activity::Practise ? m_window.study().practice().id : QStringLiteral("what-happened-next");
    }

    QString whereItContinues()
    {
        if (!m_window.study().isKept())
            return QStringLiteral("memory");
        if (m_activity == Activity::Read) {
            QTest::keyClick(&m_window, Qt::Key_2, Qt::ControlModifier);
            return m_window.location().id;
        }
        if (!m_window.study().latestCheck(*m_window.study().asked(asked())))
            return QStringLiteral("nothing");
        m_window.go({Page::Check, asked()});
        const desk::CheckView &view = m_window.check().view();
        if (view.isAtEnd())
            return QStringLiteral("end");
        const bool answered = view.states[static_cast<std::size_t>(view.at)].phase == Phase::Answered;
        return m_window.check().item(view.at).id + QLatin1String(answered ? " answered" : " open");
    }

    void step()
    {
        m_out << '.' << Qt::endl;
        if (m_activity == Activity::Read)
            read();
        else if (m_window.location() != desk::Location{Page::Check, asked()} || m_window.check().view().isAtEnd())
            begin();
        else if (const desk::CheckView &view = m_window.check().view();
                 view.states[static_cast<std::size_t>(view.at)].phase == Phase::Answered)
            goOn(view);
        else
            answer(m_window.check().item(view.at));
        QApplication::processEvents();
    }

    /// To the end of a section, which is when it counts as read; then on.
    void read()
    {
        if (m_window.location().page != Page::Section) {
            const course::Section *next = m_window.study().nextUnread();
            const QString first = m_window.study().course().modules.front().sections.front().id;
            m_window.go({Page::Section, next == nullptr ? first : next->id});
            return;
        }
        const QString section = m_window.location().id;
        QScrollBar *bar = m_window.lessonPage()->view()->verticalScrollBar();
        bar->setValue(bar->maximum());
        const auto *done = m_window.lessonPage()->findChild<QLabel *>(QStringLiteral("done"));
        if (done->text() == QStringLiteral("Read · saved"))
            m_out << "read " << section << Qt::endl;
        m_out << '.' << Qt::endl;
        m_window.lessonPage()->findChild<QPushButton *>(QStringLiteral("next"))->click();
    }

    /// Another go; practice is of what was met already.
    void begin()
    {
        if (m_activity == Activity::Check) {
            m_window.go({Page::Check, asked()});
            if (m_window.check().view().isAtEnd())
                Q_EMIT m_window.learners().check()->againWanted({});
            return;
        }
        QStringList met;
        for (const practice::Card &card : m_window.study().cards())
            met.append(card.item);
        Q_EMIT m_window.learners().practice()->practiceWanted(met);
    }

    void goOn(const desk::CheckView &view)
    {
        const auto *saving = m_window.learners().check()->findChild<QLabel *>(QStringLiteral("saving"));
        if (saving != nullptr && saving->text() == QLatin1String("Saved")) {
            const quiz::Response &response = view.states[static_cast<std::size_t>(view.at)].response;
            m_out << "saved " << m_window.check().item(view.at).id << ' ' << response.join(QLatin1Char(','))
                  << Qt::endl;
        }
        m_out << '.' << Qt::endl;
        QTest::keyClick(m_window.learners().check(), Qt::Key_Return);
    }

    void answer(const items::Item &item)
    {
        ++m_answers;
        if (item.type == items::ItemType::Numerical)
            m_window.check().choose({QString::number(m_answers % 40)});
        else
            QTest::keyClick(m_window.learners().check(),
                            static_cast<Qt::Key>(Qt::Key_1 + m_answers % static_cast<int>(item.options.size())));
        m_out << '.' << Qt::endl;
        QTest::keyClick(m_window.learners().check(), Qt::Key_Return);
    }

    desk::Window &m_window;
    Activity m_activity;
    QTextStream m_out;
    QTimer m_timer;
    int m_answers = 0;
};

void limitFiles(rlim_t bytes)
{
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{bytes, bytes};
    ::setrlimit(RLIMIT_FSIZE, &limit);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const Activity activity = arguments.value(2) == QLatin1String("read")    ? Activity::Read
                              : arguments.value(2) == QLatin1String("check") ? Activity::Check
                                                                             : Activity::Practise;
    if (arguments.size() > 3)
        limitFiles(arguments.at(3).toULongLong());
    desk::dress();
    const desk::StartOptions options{.course = {}, .journal = arguments.value(1) + QLatin1String("/journal.sqlite")};
    const QString settings = arguments.value(1) + QLatin1String("/settings");
    desk::Window window(desk::makeParts(options, settings, desk::beginReading(options)));
    window.resize(1366, 768);
    window.show();
    if (!QTest::qWaitForWindowActive(&window))
        return 1;
    Learner learner(window, activity);
    learner.start();
    return QApplication::exec();
}

// SPDX-License-Identifier: GPL-3.0-or-later
// A learner made of code, for tst_checkkill: opens the real window on the shipped course without a display and goes
// through the check of its first module by keys, again and again, saying each answer that the page has acknowledged.
//
//     checkdriver JOURNAL            prints `saved ITEM KEYS` whenever the page says "Saved"
//     checkdriver JOURNAL --state    prints `at ITEM open|answered` or `end`: where a window opened now continues

#include "desk/application.h"
#include "desk/checkpage.h"
#include "desk/checkpresenter.h"

#include <QApplication>
#include <QLabel>
#include <QTest>
#include <QTextStream>
#include <QTimer>

namespace {

QString checkedModule()
{
    return QStringLiteral("what-happened-next");
}

using Phase = quiz::ItemState::Phase;

class Learner final : public QObject
{
public:
    explicit Learner(desk::Window &window) : m_window(window), m_out(stdout)
    {
        connect(&m_timer, &QTimer::timeout, this, &Learner::step);
    }

    void start()
    {
        m_window.go({desk::Location::Page::Check, checkedModule()});
        m_timer.start(0);
    }

private:
    void step()
    {
        const desk::CheckView &view = m_window.check().view();
        if (view.isAtEnd())
            Q_EMIT m_window.checkPage()->againWanted({});
        else if (view.states[static_cast<std::size_t>(view.at)].phase == Phase::Answered)
            goOn(view);
        else
            answer(m_window.check().item(view.at));
    }

    void goOn(const desk::CheckView &view)
    {
        const auto *saving = m_window.checkPage()->findChild<QLabel *>(QStringLiteral("saving"));
        if (saving != nullptr && saving->text() == QLatin1String("Saved")) {
            const quiz::Response &response = view.states[static_cast<std::size_t>(view.at)].response;
            m_out << "saved " << m_window.check().item(view.at).id << ' ' << response.join(QLatin1Char(','))
                  << Qt::endl;
        }
        QTest::keyClick(m_window.checkPage(), Qt::Key_Return);
        QApplication::processEvents();
    }

    void answer(const items::Item &item)
    {
        ++m_answers;
        if (item.type == items::ItemType::Numerical)
            m_window.check().choose({QString::number(m_answers % 40)});
        else
            QTest::keyClick(m_window.checkPage(),
                            static_cast<Qt::Key>(Qt::Key_1 + m_answers % static_cast<int>(item.options.size())));
        QTest::keyClick(m_window.checkPage(), Qt::Key_Return);
        QApplication::processEvents();
    }

    desk::Window &m_window;
    QTextStream m_out;
    QTimer m_timer;
    int m_answers = 0;
};

void printState(desk::Window &window)
{
    window.go({desk::Location::Page::Check, checkedModule()});
    const desk::CheckView &view = window.check().view();
    QTextStream out(stdout);
    if (view.isAtEnd()) {
        out << "end" << Qt::endl;
        return;
    }
    const bool answered = view.states[static_cast<std::size_t>(view.at)].phase == Phase::Answered;
    out << "at " << window.check().item(view.at).id << ' ' << (answered ? "answered" : "open") << Qt::endl;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    desk::dress();
    const desk::StartOptions options{.course = {}, .journal = QApplication::arguments().value(1)};
    desk::Window window(desk::makeParts(options, QString(), desk::beginReading(options)));
    window.resize(1366, 768);
    window.show();
    if (QApplication::arguments().contains(QStringLiteral("--state"))) {
        printState(window);
        return 0;
    }
    Learner learner(window);
    learner.start();
    return QApplication::exec();
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/reviewflow.h"

#include "base/wholefile.h"
#include "desk/problemtext.h"
#include "desk/projector.h"
#include "desk/reportpage.h"
#include "desk/reviewpage.h"
#include "desk/room.h"
#include "desk/savefile.h"

#include <QDir>
#include <QFileDialog>
#include <QStandardPaths>

#include <utility>

namespace desk {

namespace {

QString documents()
{
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

/// Of the file that a report is saved as.
QString nameOf(insight::Reader reader)
{
    switch (reader) {
    case insight::Reader::Trainer:
        return ReviewFlow::tr("report for the trainer");
    case insight::Reader::Funder:
        return ReviewFlow::tr("report for a funder");
    case insight::Reader::Author:
        break;
    }
    return ReviewFlow::tr("report for authors");
}

} // namespace

ReviewFlow::ReviewFlow(Room &room, Projector &projector, QWidget *window)
    : m_room(room), m_projector(projector), m_window(window), m_progress(window)
{
}

ReviewFlow::~ReviewFlow()
{
    end();
}

ReviewPage *ReviewFlow::review(QWidget *parent, const QUuid &session)
{
    if (m_reviewPage == nullptr || m_reviewed != session) {
        end();
        m_reviewed = session;
        m_reviewer = std::make_unique<ReviewPresenter>(m_room);
        m_reviewPage = new ReviewPage(*m_reviewer, parent);
        const auto lookForProjector = [this] {
            if (m_reviewPage != nullptr)
                m_reviewPage->setHasProjector(m_projector.window() != nullptr);
        };
        connect(&m_projector, &Projector::screensChanged, m_reviewPage, lookForProjector);
        connect(m_reviewer.get(), &ReviewPresenter::changed, this, &ReviewFlow::projectReview);
        connect(m_reviewPage, &ReviewPage::backWanted, this, &ReviewFlow::backWanted);
        connect(m_reviewPage, &ReviewPage::passageWanted, this, &ReviewFlow::passageWanted, Qt::QueuedConnection);
        connect(
            m_reviewPage, &ReviewPage::reportWanted, this,
            [this] {
                m_cameFromReview = true;
                Q_EMIT reportWanted(m_reviewed);
            },
            Qt::QueuedConnection);
    }
    m_projector.open();
    m_cameFromReview = false;
    m_reviewPage->setHasProjector(m_projector.window() != nullptr);
    m_reviewer->open({.title = {}, .session = session, .filter = {}});
    return m_reviewPage;
}

/// To the review that it was opened from, if it was.
void ReviewFlow::leaveReport()
{
    if (std::exchange(m_cameFromReview, false) && m_reviewPage != nullptr)
        Q_EMIT reviewWanted(m_reviewed);
    else
        Q_EMIT backWanted();
}

void ReviewFlow::projectReview()
{
    m_projector.project(m_reviewer->projection());
}

ReportPage *ReviewFlow::report(QWidget *parent, const QUuid &session)
{
    if (m_reportPage == nullptr) {
        m_reporter = std::make_unique<ReportPresenter>(m_room.course(), m_room.ledger(),
                                                       [this](qint64 read) { return m_progress.tell(read); });
        connect(m_reporter.get(), &ReportPresenter::readingBegan, this, [this] { m_progress.begin(); });
        connect(m_reporter.get(), &ReportPresenter::readingEnded, this, [this] { m_progress.end(); });
        m_reportPage = new ReportPage(*m_reporter, parent);
        connect(m_reportPage, &ReportPage::backWanted, this, &ReviewFlow::leaveReport, Qt::QueuedConnection);
        connect(m_reportPage, &ReportPage::saveWanted, this, &ReviewFlow::chooseSave, Qt::QueuedConnection);
        connect(m_reportPage, &ReportPage::takeInWanted, this, &ReviewFlow::chooseTakeIn, Qt::QueuedConnection);
    }
    m_reporter->open(session);
    return m_reportPage;
}

void ReviewFlow::end()
{
    delete m_reviewPage;
    m_reviewer.reset();
    m_reviewed = {};
    m_cameFromReview = false;
    delete m_reportPage;
    m_reporter.reset();
}

void ReviewFlow::chooseSave()
{
    ReportDialog dialog(m_reporter->view().report, m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const insight::Report report = m_reporter->forLeaving(dialog.isScrubbed());
    const QString suffix = paper::suffixOf(dialog.format());
    const QString path = askWhereToSave(m_window, tr("Save the report"),
                                        QDir(documents()).filePath(nameOf(m_reporter->view().reader) + suffix), suffix);
    if (!path.isEmpty())
        save(report, dialog.format(), dialog.size(), path);
}

void ReviewFlow::save(const insight::Report &report, paper::ReportFormat format, paper::PaperSize size,
                      const QString &path)
{
    const auto written = base::writeWhole(path, paper::bytesOf(m_room.course(), report, format, size));
    const QString place = QDir::toNativeSeparators(path);
    Q_EMIT told(written ? tr("The report is in %1.").arg(place)
                        : tr("The report could not be saved as %1 (%2). Nothing was changed there. Choose another "
                             "place, or make room and try again.")
                              .arg(place, written.error()));
}

void ReviewFlow::chooseTakeIn()
{
    const QString path = QFileDialog::getOpenFileName(m_window, tr("Take in another computer’s answers"), documents());
    if (!path.isEmpty())
        takeIn(path);
}

void ReviewFlow::takeIn(const QString &path)
{
    const auto merged = m_room.ledger().merge(path);
    if (!merged) {
        Q_EMIT told(problemText(merged.error(), Occasion::TakingIn, path));
        return;
    }
    if (m_reporter != nullptr)
        m_reporter->open({});
    Q_EMIT told(merged->added == 0 ? tr("All of that file was here already.")
                                   : tr("Taken in: %L1 entries that were not here yet.").arg(merged->added));
}

} // namespace desk

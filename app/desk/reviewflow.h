// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/readingprogress.h"
#include "desk/reportdialog.h"
#include "desk/reportpresenter.h"
#include "desk/reviewpresenter.h"

#include <QPointer>

#include <memory>

namespace desk {

class Projector;
class ReportPage;
class ReviewPage;
class Room;

/// What was answered, looked at: a review on the trainer's screen and the projector, and reports that are saved.
class ReviewFlow final : public QObject
{
    Q_OBJECT

public:
    /// All must outlive the flow. `window` is the trainer's.
    ReviewFlow(Room &room, Projector &projector, QWidget *window);
    ~ReviewFlow() override;

    /// The pages; `parent` takes them. A session that is null stands for all of them.
    [[nodiscard]] ReviewPage *review(QWidget *parent, const QUuid &session);
    [[nodiscard]] ReportPage *report(QWidget *parent, const QUuid &session);
    [[nodiscard]] ReportPresenter *reporter() { return m_reporter.get(); }
    /// Nobody looks any more.
    void end();

    // What the pages ask for, once it is answered what was to be asked first.
    void save(const insight::Report &report, paper::ReportFormat format, paper::PaperSize size, const QString &path);
    void takeIn(const QString &path);

Q_SIGNALS:
    void told(const QString &text);
    void backWanted();
    void reportWanted(const QUuid &session);
    void reviewWanted(const QUuid &session);
    /// The section that a question rests on is to be read.
    void passageWanted(const QString &section);

private:
    void projectReview();
    void leaveReport();
    void chooseSave();
    void chooseTakeIn();

    Room &m_room;
    Projector &m_projector;
    QWidget *m_window;
    std::unique_ptr<ReviewPresenter> m_reviewer;
    QUuid m_reviewed;              ///< the session
    bool m_cameFromReview = false; ///< to the report
    QPointer<ReviewPage> m_reviewPage;
    std::unique_ptr<ReportPresenter> m_reporter;
    QPointer<ReportPage> m_reportPage;
    ReadingProgress m_progress;
};

} // namespace desk

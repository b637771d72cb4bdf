// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/report.h"

#include <QDate>
#include <QObject>

namespace desk {

/// What the page of reports shows.
struct ReportView {
    /// A workshop that can be looked at; of a null id: what was answered outside of any.
    struct Choice {
        workshop::PastSession session;
        bool isOn = false;

        [[nodiscard]] bool isOutside() const { return session.id.isNull(); }

        bool operator==(const Choice &) const = default;
    };

    insight::Reader reader = insight::Reader::Trainer;
    insight::Goes goes = insight::Goes::First;
    std::vector<QDate> days;     ///< on which workshops were held, the earliest first
    QDate from, until;           ///< only those of these days and between; null where there was none
    std::vector<Choice> choices; ///< of these days: the latest first, and what was answered outside of them at the end
    insight::Report report;
    bool wasStopped = false;               ///< while it was read: what is shown is nothing, not a part
    std::optional<journal::Error> problem; ///< why there is nothing to show

    [[nodiscard]] bool canBeSaved() const { return !wasStopped && !problem; }
    bool operator==(const ReportView &) const = default;
};

/// Puts together what the answers of some workshops say, for one kind of reader. It changes nothing, and holds no
/// widget.
class ReportPresenter final : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive the presenter. `progress` is told while answers are read, and can stop it.
    ReportPresenter(const course::Course &course, const journal::Journal &journal, insight::Progress progress = {},
                    QObject *parent = nullptr);

    [[nodiscard]] const ReportView &view() const { return m_view; }

    /// Reads what there is, and shows one workshop; all of them where it is null.
    void open(const QUuid &session);
    void setReader(insight::Reader reader);
    void setGoes(insight::Goes goes);
    /// Only workshops of that day and later, or of that day and before. Where the other end would lie beyond it, it
    /// follows.
    void setFrom(const QDate &day);
    void setUntil(const QDate &day);
    void choose(const QUuid &session, bool isOn);

    /// The report as it may leave: with everything, or with nothing that somebody could be known by.
    [[nodiscard]] insight::Report forLeaving(bool isScrubbed) const;

Q_SIGNALS:
    void changed();
    /// Answers are read from the journal, and are all read, or reading them was stopped.
    void readingBegan();
    void readingEnded();

private:
    void takeDays();
    void setDays(const QDate &from, const QDate &until);
    void showChoices();
    [[nodiscard]] insight::Scope scope() const;
    void read();

    const course::Course &m_course;
    const journal::Journal &m_journal;
    insight::Progress m_progress;
    insight::Material m_material;
    std::vector<ReportView::Choice> m_choices; ///< of all days
    bool m_isReading = false;
    ReportView m_view;
};

} // namespace desk

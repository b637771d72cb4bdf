// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/report.h"

#include <QLocale>

namespace insight {

/// Puts counts of people into words, by the table of small numbers, and writes down what somebody could be known by.
class Teller
{
public:
    explicit Teller(bool isScrubbed) : m_isScrubbed(isScrubbed) {}

    [[nodiscard]] bool isScrubbed() const { return m_isScrubbed; }
    /// What the next counts are about, for the list of concerns.
    void setPlace(const QString &place) { m_place = place; }

    /// How many of `total` people. One or two of them, or all but one or two, could be known: such a count is written
    /// down, or told in words.
    [[nodiscard]] ReportCell count(int count, int total, bool isSensitive = false);
    /// The same of those who chose an option: that all but a few did not is nobody's secret.
    [[nodiscard]] ReportCell chosen(int count, int total, bool isSensitive);

    /// How many of several answers of the same `people`, who are fewer: they decide what may be told, and answers of
    /// one person leave no range open.
    [[nodiscard]] ReportCell answers(int count, int total, int people, bool isSensitive = false);

    /// Something that is personal in another way.
    void note(const QString &what) { m_concerns.push_back({m_place, what}); }
    [[nodiscard]] const std::vector<Concern> &concerns() const { return m_concerns; }

private:
    bool m_isScrubbed;
    QString m_place;
    std::vector<Concern> m_concerns;
};

/// A count of one or two people.
[[nodiscard]] bool isFew(int count);

/// A sentence of the reports, in the interface's language.
[[nodiscard]] QString reportText(const char *text);

/// That language, for dates among its words: the system's may be another.
[[nodiscard]] QLocale reportLanguage();

} // namespace insight

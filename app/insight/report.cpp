// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/report.h"

#include "insight/chapters.h"

namespace insight {

namespace {

std::vector<ReportChapter> chaptersFor(Reader reader, const Sources &sources, Teller &teller)
{
    std::vector<ReportChapter> chapters{basisOf(sources, teller)};
    switch (reader) {
    case Reader::Trainer:
        chapters.push_back(questionsOf(sources, teller));
        chapters.push_back(certaintyOf(sources, teller));
        chapters.push_back(beliefsOf(sources, teller, true));
        chapters.push_back(changeOf(sources, teller));
        chapters.push_back(comparisonOf(sources, teller));
        break;
    case Reader::Funder:
        chapters.push_back(changeOf(sources, teller));
        chapters.push_back(beliefsOf(sources, teller, false));
        break;
    case Reader::Author:
        chapters.push_back(findingsOf(sources));
        chapters.push_back(statisticsOf(sources, teller));
        break;
    }
    // A chapter with nothing to say is none.
    std::erase_if(chapters, [](const ReportChapter &chapter) { return chapter.blocks.empty(); });
    chapters.push_back(limitsOf());
    return chapters;
}

QString titleFor(Reader reader)
{
    switch (reader) {
    case Reader::Trainer:
        return reportText("What the room answered");
    case Reader::Funder:
        return reportText("What was done, and what changed");
    case Reader::Author:
        return reportText("What the answers say of the questions");
    }
    return {};
}

} // namespace

QString headText(const ReportRow &row)
{
    return row.holds ? reportText("%1 (this one holds)").arg(row.head) : row.head;
}

Report reportOf(const course::Course &course, const Material &material, Reader reader, bool isScrubbed)
{
    const Sources sources{course, material, reviewed(course, material.rooms(), material.answers, Order::MostMissed),
                          atOneTime(material.answers)};
    Teller teller(isScrubbed);
    std::vector<ReportChapter> chapters = chaptersFor(reader, sources, teller);
    return {titleFor(reader), std::move(chapters), teller.concerns()};
}

} // namespace insight

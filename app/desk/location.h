// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace desk {

/// What can be shown on the pages of the window.
struct Location {
    enum class Page {
        Start,
        Section,
        Check,
        Story,
        Card,
        Figures,
        Practice,
        Kept,
        Faults,
        Workshop,
        Plans,
        Papers,
        Review,
        Report,
        Console
    };

    Page page = Page::Start;
    QString id; ///< of the section, story, card or figure, of the module that is checked, or of the session that is
                ///< reviewed; empty: all figures

    bool operator==(const Location &) const = default;
};

/// The pages of workshops.
[[nodiscard]] inline bool isForTrainers(const Location &location)
{
    using Page = Location::Page;
    switch (location.page) {
    case Page::Workshop:
    case Page::Plans:
    case Page::Papers:
    case Page::Review:
    case Page::Report:
    case Page::Console:
        return true;
    default:
        return false;
    }
}

} // namespace desk

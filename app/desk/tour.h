// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QStringList>
#include <QTextStream>

#include <optional>

namespace desk {

enum class TourTheme { Light, Dark, Contrast, Grey };
enum class TourView { Page, Projector, Console };

struct TourOptions {
    QString course; ///< folder; empty: the shipped one
    QString out;    ///< folder for the pictures, made where it is missing
    QSize size{1366, 768};
    TourTheme theme = TourTheme::Light;
    TourView view = TourView::Page;
    double scale = 1.0; ///< device pixels a logical one
    double text = 1.0;  ///< the reader's size of text
    bool mirrored = false;
    QString language = QStringLiteral("en");
};

/// The options of `tour …` (without the verb), or nothing where they are wrong.
[[nodiscard]] std::optional<TourOptions> tourOptions(const QStringList &arguments);

/// Sets what has to be set before the application object is made: no display, and the scale.
void prepareTour(const TourOptions &options);

/// Makes a picture of every page of the real window, scrolled to its end: `start-1.png`,
/// `05-what-happened-next.what-is-known-2.png`, `05-what-happened-next.check-ITEM-1.png`. The clock stands still and
/// the journal is made up, so that two tours of one course are the same. Gives the exit status.
[[nodiscard]] int makeTour(const TourOptions &options, QTextStream &err);

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QString>

#include <optional>
#include <vector>

namespace desk {

/// A screen as the system tells of it.
struct ScreenInfo {
    QString name;
    QRect area;

    bool operator==(const ScreenInfo &) const = default;
};

/// Which screen is whose. A name that is no screen's any more is nobody's.
struct ScreenShare {
    QString console;   ///< the trainer's
    QString projector; ///< the room's; empty where there is only one screen

    bool operator==(const ScreenShare &) const = default;
};

/// Shares out the screens: whoever had one keeps it while it is there; a new one goes to the projector. Two screens
/// that show the same (a mirrored projector) count as one, for what is on the one is on the other.
[[nodiscard]] ScreenShare shareScreens(const std::vector<ScreenInfo> &screens, const ScreenShare &before);

/// The same screens the other way round; as they are where there is only one.
[[nodiscard]] ScreenShare swapped(const ScreenShare &share);

} // namespace desk

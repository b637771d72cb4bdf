// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/screens.h"

#include <algorithm>

namespace desk {

namespace {

const ScreenInfo *screenNamed(const std::vector<ScreenInfo> &screens, const QString &name)
{
    const auto found = std::ranges::find(screens, name, &ScreenInfo::name);
    return found == screens.end() ? nullptr : &*found;
}

} // namespace

ScreenShare shareScreens(const std::vector<ScreenInfo> &screens, const ScreenShare &before)
{
    if (screens.empty())
        return {};
    const ScreenInfo *console = screenNamed(screens, before.console);
    const ScreenInfo *projector = screenNamed(screens, before.projector);
    // The console's screen was unplugged: it goes to one that the projector has not, else to the only one left.
    if (console == nullptr) {
        const auto free = std::ranges::find_if(screens, [&](const ScreenInfo &screen) { return &screen != projector; });
        console = free != screens.end() ? &*free : projector;
    }
    const auto isOther = [&](const ScreenInfo &screen) { return screen.area != console->area; };
    if (projector == nullptr || !isOther(*projector)) {
        const auto free = std::ranges::find_if(screens, isOther);
        projector = free != screens.end() ? &*free : nullptr;
    }
    return {console->name, projector == nullptr ? QString() : projector->name};
}

ScreenShare swapped(const ScreenShare &share)
{
    return share.projector.isEmpty() ? share : ScreenShare{share.projector, share.console};
}

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/settingsmeaning.h"

#include <algorithm>
#include <array>

namespace desk {

namespace {

struct OpeningPair {
    keep::Opening opening;
    quiz::Conduct::Feedback feedback;
};

constexpr std::array openings{
    OpeningPair{keep::Opening::AtOnce, quiz::Conduct::Feedback::AtOnce},
    OpeningPair{keep::Opening::AfterTries, quiz::Conduct::Feedback::AfterTries},
    OpeningPair{keep::Opening::AtEnd, quiz::Conduct::Feedback::AtEnd},
};

} // namespace

type::Tone toneOf(const keep::Settings &settings, bool systemIsDark)
{
    switch (settings.theme) {
    case keep::Theme::System:
        return systemIsDark ? type::Tone::Dark : type::Tone::Light;
    case keep::Theme::Light:
        return type::Tone::Light;
    case keep::Theme::Dark:
        return type::Tone::Dark;
    case keep::Theme::Contrast:
        return type::Tone::Contrast;
    }
    return type::Tone::Light;
}

quiz::Conduct conductOf(const keep::Settings &settings)
{
    quiz::Conduct conduct;
    conduct.feedback = std::ranges::find(openings, settings.opening, &OpeningPair::opening)->feedback;
    conduct.asksCertainty = settings.asksCertainty;
    conduct.seed = settings.mixedOrder ? quiz::anySeed : 0;
    return conduct;
}

void setConduct(keep::Settings &settings, const quiz::Conduct &conduct)
{
    settings.opening = std::ranges::find(openings, conduct.feedback, &OpeningPair::feedback)->opening;
    settings.asksCertainty = conduct.asksCertainty;
    settings.mixedOrder = conduct.seed != 0;
}

} // namespace desk

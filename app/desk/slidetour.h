// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/tour.h"
#include "type/tokens.h"

#include "course/course.h"

#include <functional>

namespace desk {

/// Shows every slide of the course as the projector does, or with the notes beside it as the trainer's screen does, and
/// hands each to `take` with its name: `05-what-happened-next.what-is-known-1`.
void takeSlides(const course::Course &course, const TourOptions &options, type::Tone tone,
                const std::function<void(QWidget *, const QString &)> &take);

} // namespace desk

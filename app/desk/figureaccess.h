// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace desk {

/// Gives every FigurePicture its spots as children that a screen reader can visit. To be called once, when the
/// application object is there.
void installFigureAccess();

} // namespace desk

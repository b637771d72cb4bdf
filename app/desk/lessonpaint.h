// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "type/tokens.h"

#include <QPainter>
#include <QTextDocument>
#include <QTextFormat>

namespace desk {

/// What lies behind the words of a lesson, in the document's own coordinates and as far as `shown` reaches: its
/// callouts, and the bullets of its lists, which Qt would draw too large.
void paintBehind(QPainter &painter, const QTextDocument &document, const QRectF &shown, const type::Colours &colours);

/// A claim's number in the text.
void paintChip(QPainter &painter, const QRectF &rect, const QTextCharFormat &format, const type::Colours &colours);

} // namespace desk

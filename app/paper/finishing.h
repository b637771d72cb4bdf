// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paper/stock.h"

class QTextDocument;

namespace paper {

class Inlay;

/// Gives each figure the width of the text, and its height; what is higher than a page is made smaller as a whole. In
/// large print each lies on its side and has a page: across, it would have no room for large letters.
void fitFigures(QTextDocument &document, const Inlay &inlay, const Stock &stock);

/// Hangs bullets, and the boxes that a card has written as signs, at the left of their text, drawn: few faces have a
/// sign for a box, and Qt's own bullets are heavy and stand close to the words.
void hangSigns(QTextDocument &document, const type::Measure &measure);

/// Makes the blanks of a text long enough to write in, at the end of a line as far as the line goes; lines with blanks
/// are at least `height` apart, in units.
void spreadBlanks(QTextDocument &document, const Stock &stock, double height);

} // namespace paper

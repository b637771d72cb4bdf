// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/sheetcells.h"

#include "items/giftnumbers.h"

#include <QRegularExpression>

namespace exchange {

namespace {

bool beginsLikeFormula(const QString &text)
{
    static const QRegularExpression formula(QStringLiteral("^'*[=+\\-@\\t\\r]"));
    return formula.match(text).hasMatch();
}

} // namespace

QString guarded(const QString &text)
{
    return beginsLikeFormula(text) && !items::giftNumber(text) ? QString(u'\'' + text) : text;
}

QString unguarded(const QString &cell)
{
    return cell.startsWith(u'\'') && beginsLikeFormula(cell) ? cell.mid(1) : cell;
}

} // namespace exchange

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/faulttext.h"

#include <QStringList>

/// A fault of scope Module, for readers that are handed one.
inline base::Fault moduleScope()
{
    base::Fault fault;
    fault.scope = base::Scope::Module;
    fault.scopeId = QStringLiteral("first");
    return fault;
}

/// "error module:first unknown-claim (P9.9)": all but the place.
inline QString describe(const base::Fault &fault)
{
    QString text = fault.severity == base::Severity::Error ? QStringLiteral("error ") : QStringLiteral("warning ");
    text += base::scopeName(fault.scope);
    if (!fault.scopeId.isEmpty())
        text += u':' + fault.scopeId;
    text += u' ' + base::faultId(fault.code);
    if (!fault.details.isEmpty())
        text += QStringLiteral(" (") + fault.details.join(QStringLiteral(", ")) + u')';
    return text;
}

inline QString describe(const base::Place &place)
{
    return place.file + u':' + QString::number(place.line) + u':' + QString::number(place.column);
}

/// The same for several, each with its place in front.
inline QStringList describe(const base::Faults &faults)
{
    QStringList lines;
    for (const base::Fault &fault : faults)
        lines.append(describe(fault.place) + u' ' + describe(fault));
    return lines;
}

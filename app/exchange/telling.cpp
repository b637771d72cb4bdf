// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/telling.h"

namespace exchange {

base::Fault faultOf(const items::Item &item, base::Severity severity, base::FaultCode code, const QStringList &details)
{
    return {severity, base::Scope::Item, item.id, code, item.place, details};
}

base::Fault notCarried(const items::Item &item, const QString &part)
{
    return faultOf(item, base::Severity::Warning, base::FaultCode::NotCarried, {part});
}

base::Fault leftOut(const items::Item &item)
{
    return faultOf(item, base::Severity::Warning, base::FaultCode::QuestionLeftOut,
                   {item.title.isEmpty() ? item.id : item.title});
}

base::Fault fileFault(const base::Place &place, base::FaultCode code, const QStringList &details)
{
    return {base::Severity::Error, base::Scope::Item, {}, code, place, details};
}

} // namespace exchange

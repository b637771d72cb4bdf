// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/teller.h"

#include "base/phrase.h"
#include "figures/answers.h"

#include <QCoreApplication>

namespace insight {

namespace {

ReportCell cellFrom(const figures::Cell &cell)
{
    ReportCell told{base::render(cell.label)};
    if (cell.form == figures::CellForm::Share && cell.marks() > 0) {
        told.share = static_cast<double>(cell.solid) / cell.marks();
        told.range = cell.range;
    }
    return told;
}

ReportCell hidden(const QString &words)
{
    return {.text = words, .isHidden = true};
}

ReportCell tooFew()
{
    return hidden(reportText("fewer than %1 answered").arg(figures::leastAnswers));
}

} // namespace

ReportCell Teller::count(int count, int total, bool isSensitive)
{
    if (total < figures::leastAnswers || !isFew(total - count) || (isSensitive && isFew(count)))
        return chosen(count, total, isSensitive);
    if (m_isScrubbed)
        return hidden(reportText("nearly all"));
    ReportCell told = cellFrom(figures::cellOf(count, total, isSensitive));
    note(told.text);
    return told;
}

ReportCell Teller::chosen(int count, int total, bool isSensitive)
{
    if (total < figures::leastAnswers)
        return tooFew();
    ReportCell told = cellFrom(figures::cellOf(count, total, isSensitive || m_isScrubbed));
    told.isHidden = isFew(count) && (isSensitive || m_isScrubbed);
    if (isFew(count) && !m_isScrubbed)
        note(told.text);
    return told;
}

ReportCell Teller::answers(int count, int total, int people, bool isSensitive)
{
    if (people < figures::leastAnswers)
        return tooFew();
    ReportCell told = chosen(count, total, isSensitive);
    told.range.reset();
    if (told.share && people < figures::leastForShare)
        told.text = base::render(
            {QStringLiteral("count"), {{QStringLiteral("count"), count}, {QStringLiteral("total"), total}}});
    return told;
}

bool isFew(int count)
{
    return count > 0 && count <= figures::few;
}

QString reportText(const char *text)
{
    return QCoreApplication::translate("Report", text);
}

QLocale reportLanguage()
{
    return QLocale(reportText("en")); // a translation says which it is
}

} // namespace insight

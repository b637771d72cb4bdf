// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/figurewords.h"

#include <QCoreApplication>

namespace plot {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("desk::FigureWords", text);
}

QString nameOf(const course::Source &source)
{
    // A trainer's own source is one line of their own.
    if (source.title.isEmpty())
        return source.author;
    return tr("%1, “%2”, %3, %4").arg(source.author, source.title, source.publisher, source.date);
}

} // namespace

QString sourceText(const course::Course &course, const figures::PreparedFigure &figure)
{
    QStringList names;
    for (const QString &id : figure.sources) {
        if (const course::Source *source = course::findSource(course, id))
            names.append(nameOf(*source));
    }
    if (names.isEmpty())
        return tr("Made up by this course. An argument, not data.");
    const QString source = tr("Source: %1.").arg(names.join(QStringLiteral("; ")));
    if (figure.isOwn)
        return tr("Your own numbers, and no part of the course.") + QLatin1Char(' ') + source;
    return figure.isArgument ? QString(tr("An argument, not data.") + QLatin1Char(' ') + source) : source;
}

QStringList limitLines(const figures::PreparedFigure &figure)
{
    QStringList lines;
    for (const base::Phrase &caveat : figure.caveats)
        lines.append(base::render(caveat));
    if (!figure.note.isEmpty())
        lines.append(figure.note);
    return lines;
}

QString plainText(const figures::PreparedFigure &figure)
{
    QStringList sentences;
    for (const base::Phrase &sentence : figure.plain)
        sentences.append(base::render(sentence));
    return sentences.join(QLatin1Char(' '));
}

QString spotHtml(const course::Course &course, const figures::Spot &spot)
{
    const QString name = base::render(spot.name);
    QStringList lines{QStringLiteral("<b>%1</b>").arg(name.toHtmlEscaped())};
    if (spot.derived)
        lines.append(tr("In words: %1. %2")
                         .arg(base::render(spot.derived->value), base::render(spot.derived->rule))
                         .toHtmlEscaped());
    if (!spot.note.isEmpty() && !name.contains(spot.note))
        lines.append(spot.note.toHtmlEscaped());
    const course::Source *source = course::findSource(course, spot.source);
    if (source != nullptr && !spot.claim.isEmpty())
        lines.append(tr("Claim %1. Source: %2.").arg(spot.claim, nameOf(*source)).toHtmlEscaped());
    else if (source != nullptr)
        lines.append(tr("Source: %1.").arg(nameOf(*source)).toHtmlEscaped());
    return QStringLiteral("<p style=\"margin:0 0 4px 0\">%1</p>")
        .arg(lines.join(QStringLiteral("</p><p style=\"margin:0 0 4px 0\">")));
}

Sheet sheetOf(const course::Course &course, const figures::PreparedFigure &figure)
{
    Sheet sheet{figure, {}};
    const QStringList limits = limitLines(figure);
    if (!limits.isEmpty())
        sheet.lines.append(tr("What this cannot tell us: %1").arg(limits.join(QLatin1Char(' '))));
    sheet.lines.append(sourceText(course, figure));
    return sheet;
}

} // namespace plot

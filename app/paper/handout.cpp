// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/parts.h"
#include "paper/writer.h"

#include <QCoreApplication>

#include <algorithm>

namespace paper {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Paper", text);
}

void addNote(Writer &writer, const type::NoteText &note)
{
    Manner manner = writer.small();
    manner.font = writer.measure().sans(14, QFont::Bold);
    writer.add(note.head + QStringLiteral("  "), manner);
    writer.more(note.foot.isEmpty() ? note.body : QString(note.body + u' ' + note.foot), writer.measure().sans(14));
}

/// What the margin has on a screen, once each, at the end.
void addNotes(Writer &writer, const QString &title, const QStringList &links)
{
    if (links.isEmpty())
        return;
    writer.add(title, writer.heading());
    for (const QString &link : links)
        addNote(writer, type::noteText(writer.course(), link));
}

QStringList linksOf(const std::vector<type::MarginNote> &notes, QLatin1String scheme)
{
    QStringList links;
    for (const type::MarginNote &note : notes) {
        if (note.link.startsWith(scheme))
            links.append(note.link);
    }
    links.removeDuplicates();
    return links;
}

} // namespace

Part handoutOf(const course::Course &course, const course::Module &module, const Stock &stock, const QString &help)
{
    Writer writer(course, stock);
    writer.add(module.title, writer.title());
    if (!module.objectives.empty()) {
        writer.add(tr("After this you can:"), writer.subheading());
        for (const course::Objective &objective : module.objectives) {
            Manner line = writer.small();
            line.left = 14;
            line.below = 2;
            writer.add(QStringLiteral("–  ") + objective.text, line);
        }
    }
    std::vector<type::MarginNote> notes;
    for (const course::Section &section : module.sections) {
        const auto more = writer.addSection(section, {}, false);
        notes.insert(notes.end(), more.begin(), more.end());
    }
    QStringList claims = linksOf(notes, QLatin1String("claim:"));
    std::ranges::sort(claims);
    addNotes(writer, tr("What the marks rest on"), claims);
    addNotes(writer, tr("Words"), linksOf(notes, QLatin1String("term:")));
    writer.addHelp(help);
    return partOf(writer.finished(), course, stock, module.title);
}

} // namespace paper

// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/printing.h"

#include "type/paperdocument.h"

#include <QCoreApplication>
#include <QPrintDialog>
#include <QPrinter>
#include <QTextDocument>

namespace desk {

void printSection(QWidget *parent, const course::Course &course, const course::Section &section, const QString &help)
{
    QPrinter printer;
    QPrintDialog dialog(&printer, parent);
    dialog.setWindowTitle(QCoreApplication::translate("desk::Window", "Print this page"));
    if (dialog.exec() != QDialog::Accepted)
        return;
    const course::Module *module = course::findSection(course, section.id).module;
    const QString head = module == nullptr ? course.title : module->title;
    type::paperOf(course, section, head, help)->print(&printer);
}

} // namespace desk

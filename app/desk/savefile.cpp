// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/savefile.h"

#include <QFileDialog>
#include <QFileInfo>

namespace desk {

QString askWhereToSave(QWidget *parent, const QString &title, const QString &proposed, const QString &suffix)
{
    const QFileInfo file(proposed);
    QFileDialog dialog(parent, title, file.path(), QLatin1Char('*') + suffix);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(suffix.mid(1)); // known to the dialog, which asks about the file that it makes
    dialog.selectFile(file.fileName());
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

} // namespace desk

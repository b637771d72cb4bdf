// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/readingprogress.h"

#include <QCoreApplication>
#include <QProgressDialog>

namespace desk {

ReadingProgress::ReadingProgress(QWidget *window, int patience) : m_window(window), m_patience(patience) {}

ReadingProgress::~ReadingProgress() = default;

void ReadingProgress::begin()
{
    m_dialog.reset();
    m_since.start();
}

bool ReadingProgress::tell(qint64 read)
{
    if (m_dialog == nullptr) {
        if (m_since.elapsed() < m_patience)
            return true;
        m_dialog = std::make_unique<QProgressDialog>(
            QString(), QCoreApplication::translate("desk::ReadingProgress", "Stop"), 0, 0, m_window);
        m_dialog->setWindowTitle(QCoreApplication::translate("desk::ReadingProgress", "Reading answers"));
        m_dialog->setWindowModality(Qt::WindowModal);
        m_dialog->show();
    }
    m_dialog->setLabelText(QCoreApplication::translate("desk::ReadingProgress", "%L1 answers read").arg(read));
    QCoreApplication::processEvents(); // the window behind it takes none, but Stop does
    return !m_dialog->wasCanceled();
}

void ReadingProgress::end()
{
    m_dialog.reset();
}

} // namespace desk

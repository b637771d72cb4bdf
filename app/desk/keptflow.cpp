// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/keptflow.h"

#include "desk/keeper.h"
#include "desk/keptdialogs.h"
#include "desk/keptpage.h"
#include "desk/recordpaper.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QStandardPaths>
#include <QTextDocument>

namespace desk {

KeptFlow::KeptFlow(Study &study, Keeper &keeper, QWidget *window) : m_study(study), m_keeper(keeper), m_window(window)
{
    connect(&m_keeper, &Keeper::damaged, this, &KeptFlow::offerMending);
    connect(&m_keeper, &Keeper::copyRemains, this, &KeptFlow::offerRemoving);
}

void KeptFlow::serve(KeptPage &page)
{
    connect(&page, &KeptPage::newPersonWanted, this, &KeptFlow::addPerson);
    connect(&page, &KeptPage::faceWanted, this, &KeptFlow::changeFace);
    connect(&page, &KeptPage::exportWanted, this, &KeptFlow::exportKept);
    connect(&page, &KeptPage::mergeWanted, this, &KeptFlow::mergeKept);
    connect(&page, &KeptPage::recordWanted, this, &KeptFlow::saveRecord);
    connect(&page, &KeptPage::keptDaysChosen, this, [this, &page](int days) { keepFor(page, days); });
    connect(&page, &KeptPage::restoreWanted, this, [this](const journal::Backup &backup) {
        if (askRestoring(m_window, backup))
            m_keeper.restore(backup.path);
    });
}

void KeptFlow::offerMending()
{
    const auto backup = m_keeper.soundBackup();
    if (backup)
        Q_EMIT offered(tr("Put back the newest backup…"), [this, backup] {
            if (askRestoring(m_window, *backup))
                m_keeper.restore(backup->path);
        });
    else if (m_keeper.hasOwnName())
        Q_EMIT offered(tr("Put it aside and begin anew"), [this] { m_keeper.restore(QString()); });
}

/// A copy that nothing can read any more, as after a repair, keeps a purge from its end.
void KeptFlow::offerRemoving(const QString &path, const QString &text)
{
    Q_EMIT told(text);
    Q_EMIT offered(tr("Delete that file"), [this, path] {
        if (QFile::remove(path))
            Q_EMIT mended();
        Q_EMIT tendWanted();
    });
}

/// What is older than that goes at once, so whoever has chosen by mistake is asked first.
void KeptFlow::keepFor(KeptPage &page, int days)
{
    const qint64 going = days > 0 ? m_keeper.countBefore(days) : 0;
    if (going == 0 || askPurging(m_window, going)) {
        Q_EMIT keptDaysChosen(days);
        m_keeper.purgeAfter(days);
        page.setKeptDays(days);
    }
    page.rebuild();
}

void KeptFlow::addPerson()
{
    auto face = askFace(m_window, {});
    if (!face)
        return;
    const auto person = m_keeper.addPerson(face->name);
    if (!person)
        return; // why is told, and nobody's face is touched
    face->id = *person;
    m_keeper.setFace(*face);
}

void KeptFlow::changeFace()
{
    if (const auto face = askFace(m_window, m_keeper.face()))
        m_keeper.setFace(*face);
}

void KeptFlow::exportKept()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::HomeLocation);
    const QString path =
        QFileDialog::getSaveFileName(m_window, tr("Copy to a stick"), folder + tr("/course-progress.sqlite"),
                                     tr("Copies (*.sqlite)"), nullptr, QFileDialog::DontConfirmOverwrite);
    if (!path.isEmpty())
        m_keeper.exportTo(path);
}

void KeptFlow::mergeKept()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::HomeLocation);
    const QString path = QFileDialog::getOpenFileName(m_window, tr("Take in from a stick"), folder,
                                                      tr("Copies (*.sqlite);;All files (*)"));
    if (!path.isEmpty())
        m_keeper.merge(path);
}

void KeptFlow::saveRecord()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString path = QFileDialog::getSaveFileName(m_window, tr("Save the record"),
                                                      folder + tr("/record-of-study.pdf"), tr("PDF (*.pdf)"));
    if (path.isEmpty())
        return;
    const auto record = recordOf(m_study);
    if (writePdf(*record, tr("A record of study"), path))
        Q_EMIT told(tr("The record is in %1.").arg(QDir::toNativeSeparators(path)));
    else
        Q_EMIT told(tr("The record could not be written to %1. Nothing else is lost: choose another folder.")
                        .arg(QDir::toNativeSeparators(path)));
}

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/keptflow.h"

#include "desk/keeper.h"
#include "desk/keptdialogs.h"
#include "desk/keptpage.h"
#include "desk/recordpaper.h"

#include <QDir>
#include <QFileDialog>
#include <QStandardPaths>
#include <QTextDocument>

namespace desk {

KeptFlow::KeptFlow(Study &study, Keeper &keeper, QWidget *window) : m_study(study), m_keeper(keeper), m_window(window)
{
}

void KeptFlow::serve(KeptPage &page)
{
    connect(&page, &KeptPage::newPersonWanted, this, &KeptFlow::addPerson);
    connect(&page, &KeptPage::faceWanted, this, &KeptFlow::changeFace);
    connect(&page, &KeptPage::exportWanted, this, &KeptFlow::exportKept);
    connect(&page, &KeptPage::mergeWanted, this, &KeptFlow::mergeKept);
    connect(&page, &KeptPage::recordWanted, this, &KeptFlow::saveRecord);
    connect(&page, &KeptPage::restoreWanted, this, [this](const journal::Backup &backup) {
        if (askRestoring(m_window, backup))
            m_keeper.restore(backup.path);
    });
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

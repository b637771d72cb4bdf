// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/packdialog.h"

#include "desk/card.h"
#include "desk/style.h"
#include "type/tokens.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QProgressDialog>
#include <QPushButton>

#include <algorithm>
#include <array>

namespace desk {

namespace {

using paper::What;

constexpr std::array parts{What::Handout, What::Questions, What::Key, What::Facilitator,
                           What::Cards,   What::Posters,   What::Slip};

QString wordsFor(What what)
{
    switch (what) {
    case What::Handout:
        return PackDialog::tr("Handouts, one for each module");
    case What::Questions:
        return PackDialog::tr("Question papers: forms A and B");
    case What::Key:
        return PackDialog::tr("Their key, with every explanation");
    case What::Facilitator:
        return PackDialog::tr("The guide for trainers, with the run sheet of the plan");
    case What::Cards:
        return PackDialog::tr("Job aids and local cards");
    case What::Posters:
        return PackDialog::tr("The figures as posters (A3)");
    case What::Slip:
        return PackDialog::tr("Feedback slips, without names");
    }
    return {};
}

} // namespace

std::vector<PackFile> packFiles(const course::Course &course, const std::vector<What> &wanted,
                                const paper::Order &usual)
{
    std::vector<PackFile> files;
    for (const What what : wanted) {
        paper::Order order = usual;
        order.what = what;
        if (what != What::Facilitator)
            order.plan.clear();
        if (what != What::Handout) {
            files.push_back({order, paper::nameOf(what) + QLatin1String(".pdf")});
            continue;
        }
        for (const course::Module &module : course.modules) {
            if (module.roomOnly || !module.isOpen())
                continue;
            order.module = module.id;
            files.push_back({order, paper::nameOf(what) + u'-' + module.folder + QLatin1String(".pdf")});
        }
    }
    return files;
}

PackDialog::PackDialog(const course::Course &course, paper::Order usual, const QString &folder, QWidget *parent)
    : QDialog(parent), m_course(course), m_usual(std::move(usual))
{
    setWindowTitle(tr("Print the pack"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(type::sized(28), type::sized(24), type::sized(28), type::sized(20));
    column->setSpacing(type::sized(10));
    column->addWidget(makeText(this, tr("The pack on paper"), type::serif(21, QFont::Bold)));
    column->addWidget(
        makeText(this,
                 tr("PDF files for any printer. All of it can be read in grey, and the help card stands on "
                    "every handout."),
                 type::sans(14), QPalette::PlaceholderText));
    for (const What what : parts) {
        auto *box = new QCheckBox(wordsFor(what), this);
        box->setChecked(what != What::Posters); // few have an A3 printer at hand
        connect(box, &QCheckBox::toggled, this, &PackDialog::refresh);
        column->addWidget(box);
        m_parts.emplace_back(what, box);
    }
    auto *paperRow = new QHBoxLayout;
    paperRow->setSpacing(type::sized(10));
    m_size = new QComboBox(this);
    m_size->addItem(tr("A4 paper"), static_cast<int>(paper::PaperSize::A4));
    m_size->addItem(tr("Letter paper"), static_cast<int>(paper::PaperSize::Letter));
    m_size->setAccessibleName(tr("Paper"));
    m_large = new QCheckBox(tr("Large print (18 points)"), this);
    paperRow->addWidget(m_size);
    paperRow->addWidget(m_large);
    paperRow->addStretch(1);
    column->addLayout(paperRow);
    auto *folderRow = new QHBoxLayout;
    folderRow->setSpacing(type::sized(10));
    m_folder = new QLineEdit(QDir::toNativeSeparators(folder), this);
    m_folder->setAccessibleName(tr("Folder for the files"));
    auto *choose = new QPushButton(tr("Choose…"), this);
    folderRow->addWidget(m_folder, 1);
    folderRow->addWidget(choose);
    column->addLayout(folderRow);
    auto *row = new QHBoxLayout;
    row->setSpacing(type::sized(10));
    auto *leave = new QPushButton(tr("Leave it"), this);
    m_make = new QPushButton(tr("Make the files"), this);
    m_make->setObjectName(QStringLiteral("make"));
    setPart(m_make, ButtonPart::Primary);
    m_make->setDefault(true);
    row->addStretch(1);
    row->addWidget(leave);
    row->addWidget(m_make);
    column->addLayout(row);
    connect(choose, &QPushButton::clicked, this, &PackDialog::chooseFolder);
    connect(leave, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_make, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_folder, &QLineEdit::textChanged, this, &PackDialog::refresh);
    refresh();
}

void PackDialog::refresh()
{
    m_make->setEnabled(!folder().isEmpty() && !files().empty());
}

QString PackDialog::folder() const
{
    return QDir::fromNativeSeparators(m_folder->text().trimmed());
}

std::vector<PackFile> PackDialog::files() const
{
    std::vector<What> wanted;
    for (const auto &[what, box] : m_parts) {
        if (box->isChecked())
            wanted.push_back(what);
    }
    paper::Order usual = m_usual;
    usual.size = static_cast<paper::PaperSize>(m_size->currentData().toInt());
    usual.isLarge = m_large->isChecked();
    return packFiles(m_course, wanted, usual);
}

void PackDialog::chooseFolder()
{
    const QString chosen = QFileDialog::getExistingDirectory(this, tr("Folder for the files"), folder());
    if (!chosen.isEmpty())
        m_folder->setText(QDir::toNativeSeparators(chosen));
}

QString PackDialog::make()
{
    const std::vector<PackFile> wanted = files();
    const QString where = QDir::toNativeSeparators(folder());
    if (!QDir().mkpath(folder()))
        return tr("The folder %1 cannot be made or written to. Nothing was printed; choose another folder.").arg(where);
    const auto all = static_cast<int>(wanted.size());
    QProgressDialog progress(tr("Making the files…"), tr("Stop here"), 0, all, parentWidget());
    progress.setWindowModality(Qt::WindowModal);
    int made = 0;
    for (const PackFile &file : wanted) {
        progress.setValue(made);
        if (progress.wasCanceled())
            return tr("Stopped: %1 of %2 files are in %3.").arg(made).arg(all).arg(where);
        const auto written = paper::writePdf(m_course, file.order, QDir(folder()).filePath(file.name));
        if (!written)
            return tr("%1 could not be written to %2: %3 of %4 files are there. Is the folder full, or may nothing be "
                      "written to it?")
                .arg(file.name, where)
                .arg(made)
                .arg(all);
        ++made;
    }
    progress.setValue(all);
    return tr("%n file(s) are in %1.", nullptr, made).arg(where);
}

} // namespace desk

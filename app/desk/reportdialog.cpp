// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/reportdialog.h"

#include "desk/card.h"
#include "desk/style.h"
#include "type/tokens.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QListWidget>
#include <QPushButton>

namespace desk {

ReportDialog::ReportDialog(const insight::Report &report, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Save the report"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(type::sized(28), type::sized(24), type::sized(28), type::sized(20));
    column->setSpacing(type::sized(10));
    column->addWidget(makeText(this, report.title, type::serif(21, QFont::Bold)));
    auto *row = new QHBoxLayout;
    row->setSpacing(type::sized(10));
    m_format = new QComboBox(this);
    m_format->setAccessibleName(tr("Saved as"));
    m_format->addItem(tr("PDF, to print or to send"), static_cast<int>(paper::ReportFormat::Pdf));
    m_format->addItem(tr("A page for any browser (HTML)"), static_cast<int>(paper::ReportFormat::Html));
    m_format->addItem(tr("A table for other programs (CSV)"), static_cast<int>(paper::ReportFormat::Csv));
    m_size = new QComboBox(this);
    m_size->setAccessibleName(tr("Paper"));
    m_size->addItem(tr("A4 paper"), static_cast<int>(paper::PaperSize::A4));
    m_size->addItem(tr("Letter paper"), static_cast<int>(paper::PaperSize::Letter));
    row->addWidget(m_format);
    row->addWidget(m_size);
    row->addStretch(1);
    column->addLayout(row);
    addConcerns(report.concerns);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(type::sized(10));
    auto *leave = new QPushButton(tr("Leave it"), this);
    auto *save = new QPushButton(tr("Save…"), this);
    setPart(save, ButtonPart::Primary);
    save->setDefault(true);
    foot->addStretch(1);
    foot->addWidget(leave);
    foot->addWidget(save);
    column->addLayout(foot);
    connect(leave, &QPushButton::clicked, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_format, &QComboBox::currentIndexChanged, this,
            [this] { m_size->setVisible(format() == paper::ReportFormat::Pdf); });
}

void ReportDialog::addConcerns(const std::vector<insight::Concern> &concerns)
{
    auto *column = qobject_cast<QVBoxLayout *>(layout());
    if (concerns.empty()) {
        column->addWidget(makeText(this, tr("Nothing in it tells of one or two people, and there are no names in it."),
                                   type::sans(14), QPalette::PlaceholderText));
        return;
    }
    column->addWidget(makeText(this,
                               tr("What leaves this computer can be read by anybody. These could tell somebody who "
                                  "was there more than it should:"),
                               type::sans(14)));
    auto *list = new QListWidget(this);
    list->setAccessibleName(tr("What could tell of somebody"));
    list->setSelectionMode(QAbstractItemView::NoSelection);
    for (const insight::Concern &concern : concerns)
        list->addItem(tr("%1: %2").arg(concern.where, concern.what));
    list->setMinimumSize(type::sized(460), type::sized(150));
    column->addWidget(list, 1);
    m_scrub = new QCheckBox(tr("Leave these out: small counts in words, dates by their month"), this);
    m_scrub->setObjectName(QStringLiteral("scrub"));
    m_scrub->setChecked(true);
    column->addWidget(m_scrub);
}

paper::ReportFormat ReportDialog::format() const
{
    return static_cast<paper::ReportFormat>(m_format->currentData().toInt());
}

paper::PaperSize ReportDialog::size() const
{
    return static_cast<paper::PaperSize>(m_size->currentData().toInt());
}

bool ReportDialog::isScrubbed() const
{
    return m_scrub != nullptr && m_scrub->isChecked();
}

} // namespace desk

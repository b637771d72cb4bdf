// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paper/reportformat.h"

#include <QDialog>

class QCheckBox;
class QComboBox;

namespace desk {

/// Asks how a report is to be saved, after showing what in it somebody could be known by. One tick leaves that out, and
/// is set unless it is taken away.
class ReportDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ReportDialog(const insight::Report &report, QWidget *parent = nullptr);

    [[nodiscard]] paper::ReportFormat format() const;
    [[nodiscard]] paper::PaperSize size() const;
    [[nodiscard]] bool isScrubbed() const;

private:
    void addConcerns(const std::vector<insight::Concern> &concerns);

    QComboBox *m_format = nullptr;
    QComboBox *m_size = nullptr;
    QCheckBox *m_scrub = nullptr;
};

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paper/pack.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;

namespace desk {

/// One PDF of the pack, and the name of its file.
struct PackFile {
    paper::Order order;
    QString name; ///< "handout-words.pdf"

    bool operator==(const PackFile &) const = default;
};

/// The files of a pack: a handout for each module that is read alone, one file for everything else. `plan` is whose run
/// sheet the guide has.
[[nodiscard]] std::vector<PackFile> packFiles(const course::Course &course, const std::vector<paper::What> &wanted,
                                              const paper::Order &usual);

/// Makes the pack of a workshop as PDFs in a folder: which parts, on what paper, and how large.
class PackDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `usual` has the plan and what the help card says; `folder` is where the files go unless another is chosen.
    PackDialog(const course::Course &course, paper::Order usual, const QString &folder, QWidget *parent);

    [[nodiscard]] std::vector<PackFile> files() const;
    [[nodiscard]] QString folder() const;

    /// Writes all that is chosen, and tells in one sentence what came of it. It can be cancelled between two files.
    [[nodiscard]] QString make();

private:
    void chooseFolder();
    void refresh();

    const course::Course &m_course;
    paper::Order m_usual;
    std::vector<std::pair<paper::What, QCheckBox *>> m_parts;
    QComboBox *m_size = nullptr;
    QCheckBox *m_large = nullptr;
    QLineEdit *m_folder = nullptr;
    QPushButton *m_make = nullptr;
};

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/location.h"
#include "desk/study.h"

#include <QAbstractListModel>

namespace desk {

/// The contents at the side: the modules, and under the one that is open its sections and its check.
class ContentsModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Kind { Module, ClosedModule, Section, Check, Story, Form };
    enum Role : int { KindRole = Qt::UserRole + 1, ShareRole, MinutesRole, DoneRole, CurrentRole };

    explicit ContentsModel(Study &study, QObject *parent = nullptr);

    /// Opens the module that `location` is in.
    void setLocation(const Location &location);
    /// Where a row leads. A module leads to its first section that is not read.
    [[nodiscard]] Location locationOf(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex currentIndex() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Row {
        Kind kind = Kind::Module;
        const course::Module *module = nullptr;
        const course::Section *section = nullptr;
        const course::Story *story = nullptr;
    };

    void rebuild();
    void refresh();
    [[nodiscard]] QString title(const Row &row) const;
    [[nodiscard]] QString spoken(const Row &row) const;
    [[nodiscard]] bool isDone(const Row &row) const;
    [[nodiscard]] bool isCurrent(const Row &row) const;

    Study &m_study;
    Location m_location;
    QString m_openModule;
    std::vector<Row> m_rows;
};

/// "Module 5" where the folder begins with a number, else its place in the course. The number is only for people.
[[nodiscard]] int moduleNumber(const course::Course &course, const course::Module &module);

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/contentsmodel.h"

#include <algorithm>

namespace desk {

int moduleNumber(const course::Course &course, const course::Module &module)
{
    qsizetype digits = 0;
    while (digits < module.folder.size() && module.folder.at(digits).isDigit())
        ++digits;
    if (digits > 0)
        return module.folder.left(digits).toInt();
    const auto found = std::ranges::find(course.modules, module.id, &course::Module::id);
    return static_cast<int>(found - course.modules.begin()) + 1;
}

ContentsModel::ContentsModel(Study &study, QObject *parent) : QAbstractListModel(parent), m_study(study)
{
    rebuild();
    connect(&m_study, &Study::changed, this, &ContentsModel::refresh);
}

void ContentsModel::setLocation(const Location &location)
{
    m_location = location;
    QString open;
    if (location.page == Location::Page::Section) {
        if (const course::Module *module = course::findSection(m_study.course(), location.id).module)
            open = module->id;
    } else if (location.page == Location::Page::Check) {
        open = location.id;
    } else if (location.page == Location::Page::Story) {
        if (const course::Module *module = course::findStory(m_study.course(), location.id).module)
            open = module->id;
    } else if (location.page == Location::Page::Card) {
        open = m_openModule; // a card belongs to no module: what was open stays open
    }
    if (open == m_openModule) {
        refresh();
        return;
    }
    beginResetModel();
    m_openModule = open;
    rebuild();
    endResetModel();
}

void ContentsModel::rebuild()
{
    m_rows.clear();
    for (const course::Module &module : m_study.course().modules) {
        m_rows.push_back({module.isOpen() ? Kind::Module : Kind::ClosedModule, &module, nullptr, nullptr});
        if (module.id != m_openModule)
            continue;
        for (const course::Section &section : module.sections)
            m_rows.push_back({Kind::Section, &module, &section, nullptr});
        if (!module.items.empty())
            m_rows.push_back({Kind::Check, &module, nullptr, nullptr});
        for (const course::Story &story : module.stories)
            m_rows.push_back({Kind::Story, &module, nullptr, &story});
    }
    for (const course::Module &form : m_study.forms())
        m_rows.push_back({Kind::Form, &form, nullptr, nullptr});
}

void ContentsModel::refresh()
{
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

Location ContentsModel::locationOf(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (row.kind) {
    case Kind::Module: {
        const auto unread = std::ranges::find_if(
            row.module->sections, [this](const course::Section &section) { return !m_study.isDone(section.id); });
        const course::Section &first = unread == row.module->sections.end() ? row.module->sections.front() : *unread;
        return {Location::Page::Section, first.id};
    }
    case Kind::ClosedModule:
        return {Location::Page::Faults, {}};
    case Kind::Section:
        return {Location::Page::Section, row.section->id};
    case Kind::Check:
    case Kind::Form:
        return {Location::Page::Check, row.module->id};
    case Kind::Story:
        return {Location::Page::Story, row.story->id};
    }
    return {};
}

QModelIndex ContentsModel::currentIndex() const
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const bool isModule = m_rows[i].kind == Kind::Module || m_rows[i].kind == Kind::ClosedModule;
        if (!isModule && isCurrent(m_rows[i]))
            return index(static_cast<int>(i));
    }
    return {};
}

int ContentsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ContentsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return title(row);
    case Qt::AccessibleTextRole:
        return spoken(row);
    case KindRole:
        return static_cast<int>(row.kind);
    case ShareRole:
        return m_study.progressOf(*row.module).share();
    case MinutesRole:
        return m_study.minutesOf(*row.module);
    case DoneRole:
        return isDone(row);
    case CurrentRole:
        return isCurrent(row);
    default:
        return {};
    }
}

QString ContentsModel::title(const Row &row) const
{
    switch (row.kind) {
    case Kind::Module:
    case Kind::ClosedModule:
    case Kind::Form:
        return row.module->title;
    case Kind::Section:
        return row.section->title;
    case Kind::Check:
        return tr("Check your understanding");
    case Kind::Story:
        return tr("A story: %1").arg(row.story->title);
    }
    return {};
}

QString ContentsModel::spoken(const Row &row) const
{
    if (row.kind == Kind::ClosedModule)
        return tr("%1, closed: needs mending").arg(title(row));
    return isDone(row) ? tr("%1, done").arg(title(row)) : title(row);
}

bool ContentsModel::isDone(const Row &row) const
{
    if (row.kind == Kind::Section)
        return m_study.isDone(row.section->id);
    if (row.kind == Kind::Story)
        return m_study.isWalked(row.story->id);
    const bool isAsked = row.kind == Kind::Check || row.kind == Kind::Form;
    return isAsked && m_study.progressOf(*row.module).checkComplete;
}

bool ContentsModel::isCurrent(const Row &row) const
{
    switch (row.kind) {
    case Kind::Module:
    case Kind::ClosedModule:
    case Kind::Form:
        return row.module->id == m_openModule;
    case Kind::Section:
        return m_location.page == Location::Page::Section && row.section->id == m_location.id;
    case Kind::Check:
        return m_location.page == Location::Page::Check && row.module->id == m_location.id;
    case Kind::Story:
        return m_location.page == Location::Page::Story && row.story->id == m_location.id;
    }
    return false;
}

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/planmodel.h"

#include "desk/planwords.h"
#include "workshop/planjson.h"

#include <QJsonDocument>
#include <QMimeData>

#include <algorithm>

namespace desk {

namespace {

using course::PlanStep;

constexpr int columns = 4;

QString rowMimeType()
{
    return QStringLiteral("application/x-after-the-raid-row");
}

std::vector<PlanStep> stepsIn(const QMimeData &data)
{
    const QJsonDocument document = QJsonDocument::fromJson(data.data(stepsMimeType()));
    const std::optional<course::Plan> plan = workshop::planFrom(document.object());
    return plan ? plan->steps : std::vector<PlanStep>();
}

} // namespace

QString stepsMimeType()
{
    return QStringLiteral("application/x-after-the-raid-steps");
}

QMimeData *mimeOf(const std::vector<PlanStep> &steps)
{
    course::Plan plan;
    plan.steps = steps;
    for (const PlanStep &step : steps)
        plan.minutes += step.minutes;
    auto *data = new QMimeData;
    data->setData(stepsMimeType(), QJsonDocument(workshop::toJson(plan)).toJson(QJsonDocument::Compact));
    return data;
}

PlanModel::PlanModel(PlanPresenter &presenter, QObject *parent) : QAbstractTableModel(parent), m_presenter(presenter)
{
    refresh();
    connect(&m_presenter, &PlanPresenter::changed, this, &PlanModel::refresh);
}

/// Only the rows that came or went are told as such, so that the view keeps its place. The others change afterwards:
/// they begin at another time.
void PlanModel::refresh()
{
    const std::optional<OwnPlan> &own = m_presenter.view().own;
    const std::vector<PlanStep> after = own ? own->plan.steps : std::vector<PlanStep>();
    const auto isSame = [](const Row &row, const PlanStep &step) { return row.step == step; };
    const auto first = std::mismatch(m_rows.begin(), m_rows.end(), after.begin(), after.end(), isSame).first;
    const auto same =
        std::mismatch(m_rows.rbegin(), std::reverse_iterator(first), after.rbegin(), after.rend(), isSame);
    const auto at = static_cast<int>(first - m_rows.begin());
    const auto by = static_cast<int>(std::ssize(after) - std::ssize(m_rows));
    const auto kept = static_cast<int>(same.first - m_rows.rbegin());
    if (by < 0) {
        const int from = std::min(at, rowCount() - kept + by);
        beginRemoveRows({}, from, from - by - 1);
        m_rows.erase(m_rows.begin() + from, m_rows.begin() + from - by);
        endRemoveRows();
    } else if (by > 0) {
        beginInsertRows({}, at, at + by - 1);
        m_rows.insert(m_rows.begin() + at, static_cast<std::size_t>(by), Row());
        for (int row = at; row < at + by; ++row)
            m_rows[static_cast<std::size_t>(row)].step = after[static_cast<std::size_t>(row)];
        endInsertRows();
    }
    for (std::size_t row = 0; row < after.size(); ++row)
        m_rows[row] = {after[row], clockText(own->start, minutesBefore(own->plan, row))};
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

int PlanModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PlanModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant PlanModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto row = static_cast<std::size_t>(index.row());
    const PlanStep &step = m_rows[row].step;
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, column);
    case Qt::EditRole:
        return column == Column::Minutes ? QVariant(step.minutes) : QVariant(step.target);
    case Qt::AccessibleTextRole:
        return spoken(row, column);
    case Qt::ToolTipRole:
        return column == Column::Step ? QVariant(textOf(row, column)) : QVariant();
    case NoteRole:
        return stepNote(m_presenter.course(), step);
    case MustKeepRole:
        return step.mustKeep;
    case IsThereRole:
        return isThere(m_presenter.course(), step);
    default:
        return {};
    }
}

QString PlanModel::textOf(std::size_t row, Column column) const
{
    const PlanStep &step = m_rows[row].step;
    switch (column) {
    case Column::Clock:
        return m_rows[row].clock;
    case Column::Step:
        return stepTitle(m_presenter.course(), step);
    case Column::Minutes:
        return QString::number(step.minutes);
    case Column::Keep:
        return step.mustKeep ? tr("must keep") : tr("may be cut");
    }
    return {};
}

QString PlanModel::spoken(std::size_t row, Column column) const
{
    if (column != Column::Step)
        return column == Column::Minutes ? tr("%n minute(s)", nullptr, m_rows[row].step.minutes) : textOf(row, column);
    return QStringList{textOf(row, Column::Step), stepNote(m_presenter.course(), m_rows[row].step),
                       tr("%n minute(s)", nullptr, m_rows[row].step.minutes), textOf(row, Column::Keep),
                       tr("at %1").arg(textOf(row, Column::Clock))}
        .join(QStringLiteral(", "));
}

QVariant PlanModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Column::Clock:
        return tr("Clock");
    case Column::Step:
        return tr("Step");
    case Column::Minutes:
        return tr("Minutes");
    case Column::Keep:
        return tr("If late");
    }
    return {};
}

Qt::ItemFlags PlanModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled; // between the rows, and behind them
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled;
    const auto column = static_cast<Column>(index.column());
    const bool isNamed = hasOwnTitle(m_rows[static_cast<std::size_t>(index.row())].step.kind);
    flags.setFlag(Qt::ItemIsEditable, column == Column::Minutes || (column == Column::Step && isNamed));
    return flags;
}

bool PlanModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::EditRole)
        return false;
    if (static_cast<Column>(index.column()) == Column::Minutes)
        m_presenter.setMinutes(index.row(), value.toInt());
    else
        m_presenter.rename(index.row(), value.toString());
    return true;
}

QStringList PlanModel::mimeTypes() const
{
    return {stepsMimeType(), rowMimeType()};
}

QMimeData *PlanModel::mimeData(const QModelIndexList &indexes) const
{
    if (indexes.isEmpty())
        return nullptr;
    auto *data = new QMimeData;
    data->setData(rowMimeType(), QByteArray::number(indexes.front().row()));
    return data;
}

bool PlanModel::dropMimeData(const QMimeData *data, Qt::DropAction /*action*/, int row, int /*column*/,
                             const QModelIndex &parent)
{
    const int before = parent.isValid() ? parent.row() : row < 0 ? rowCount() : row;
    if (data->hasFormat(rowMimeType())) {
        const int from = data->data(rowMimeType()).toInt();
        m_presenter.move(from, before > from ? before - 1 : before);
        return true;
    }
    const std::vector<PlanStep> steps = stepsIn(*data);
    m_presenter.insert(before, steps);
    return !steps.empty();
}

} // namespace desk

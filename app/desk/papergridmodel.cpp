// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/papergridmodel.h"

#include <QLocale>

namespace desk {

using workshop::Address;
using workshop::codeColumn;
using workshop::Entry;
using workshop::Pile;

namespace {

constexpr qsizetype longestTip = 140;

QString shortened(const QString &text)
{
    return text.size() <= longestTip ? text : QString(text.left(longestTip).trimmed() + QChar(0x2026));
}

} // namespace

PaperGridModel::PaperGridModel(PaperGridPresenter &presenter, QObject *parent)
    : QAbstractTableModel(parent), m_presenter(presenter), m_rows(presenter.rows())
{
    connect(&m_presenter, &PaperGridPresenter::opened, this, [this] {
        beginResetModel();
        m_rows = m_presenter.rows();
        endResetModel();
    });
    connect(&m_presenter, &PaperGridPresenter::changed, this, &PaperGridModel::refresh);
}

QString PaperGridModel::paperName(int row)
{
    return tr("Paper %1").arg(QLocale().toString(row + 1));
}

bool PaperGridModel::hasCodes() const
{
    return m_presenter.isOpen() && m_presenter.pile().setting().hasCodes();
}

QModelIndex PaperGridModel::indexOf(const Address &spot) const
{
    return index(spot.row, spot.column + (hasCodes() ? 1 : 0));
}

Address PaperGridModel::spotOf(const QModelIndex &index) const
{
    return {index.row(), index.column() - (hasCodes() ? 1 : 0)};
}

int PaperGridModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int PaperGridModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_presenter.isOpen() ? 0 : m_presenter.pile().columns() + (hasCodes() ? 1 : 0);
}

void PaperGridModel::refresh()
{
    const int rows = m_presenter.rows();
    if (rows > m_rows) {
        beginInsertRows({}, m_rows, rows - 1);
        m_rows = rows;
        endInsertRows();
    } else if (rows < m_rows) {
        beginRemoveRows({}, rows, m_rows - 1);
        m_rows = rows;
        endRemoveRows();
    }
    if (m_rows > 0 && columnCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_rows - 1, columnCount() - 1));
}

PaperGridModel::Look PaperGridModel::look(const Address &spot) const
{
    const Pile &pile = m_presenter.pile();
    const Entry entry = pile.entry(spot);
    if (spot.column == codeColumn)
        return pile.papersWithCode(entry.response.value(0)).size() > 1 ? Look::CodeTwice : Look::Code;
    if (!pile.isTyped(spot.column))
        return Look::Closed;
    switch (entry.kind) {
    case Entry::Kind::Untyped:
        return Look::Untyped;
    case Entry::Kind::Blank:
        return Look::Blank;
    case Entry::Kind::Answer:
        return Look::Answer;
    }
    return Look::Untyped;
}

QString PaperGridModel::text(const Address &spot) const
{
    if (spot.column == codeColumn && spot == m_presenter.view().cursor && m_presenter.view().code)
        return *m_presenter.view().code;
    const Entry entry = m_presenter.pile().entry(spot);
    return entry.kind == Entry::Kind::Blank ? QString(QChar(0x2013)) : entry.response.join(QString());
}

QString PaperGridModel::spoken(const Address &spot) const
{
    const QString paper = QLocale().toString(spot.row + 1);
    const QString question = QLocale().toString(spot.column + 1);
    switch (look(spot)) {
    case Look::Code:
        return text(spot).isEmpty() ? tr("Paper %1, code: none").arg(paper)
                                    : tr("Paper %1, code: %2").arg(paper, text(spot));
    case Look::CodeTwice:
        return tr("Paper %1, code: %2, which another paper has too").arg(paper, text(spot));
    case Look::Closed:
        return tr("Paper %1, question %2: not typed here").arg(paper, question);
    case Look::Untyped:
        return tr("Paper %1, question %2: nothing typed yet").arg(paper, question);
    case Look::Blank:
        return tr("Paper %1, question %2: not answered").arg(paper, question);
    case Look::Answer:
        break;
    }
    if (quiz::isDontKnow(m_presenter.pile().entry(spot).response))
        return tr("Paper %1, question %2: I don't know").arg(paper, question);
    return tr("Paper %1, question %2: %3")
        .arg(paper, question, m_presenter.pile().entry(spot).response.join(QStringLiteral(", ")));
}

QVariant PaperGridModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !m_presenter.isOpen())
        return {};
    const Address spot = spotOf(index);
    switch (role) {
    case Qt::DisplayRole:
        return text(spot);
    case Qt::AccessibleTextRole:
        return spoken(spot);
    case Qt::TextAlignmentRole:
        return static_cast<int>(Qt::AlignCenter);
    case LookRole:
        return static_cast<int>(look(spot));
    default:
        return {};
    }
}

QString PaperGridModel::columnTip(int column) const
{
    if (column == codeColumn)
        return tr("The code that the person made up and wrote on both papers. It pairs before and after, and is no "
                  "name.");
    const items::Item &item = m_presenter.pile().items()[static_cast<std::size_t>(column)];
    const QString words = shortened(item.stem.content.simplified());
    return Pile::isTyped(item)
               ? words
               : tr("Not typed here: it is answered in words, numbers or pairs, which a person reads. %1").arg(words);
}

QVariant PaperGridModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (!m_presenter.isOpen())
        return {};
    if (orientation == Qt::Vertical) {
        if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
            return paperName(section);
        return {};
    }
    const int column = spotOf(index(0, section)).column;
    switch (role) {
    case Qt::DisplayRole:
        return column == codeColumn ? tr("Code") : QLocale().toString(column + 1);
    case Qt::AccessibleTextRole:
        return column == codeColumn ? tr("Code") : tr("Question %1").arg(column + 1);
    case Qt::ToolTipRole:
        return columnTip(column);
    case LookRole:
        return static_cast<int>(column == codeColumn                 ? Look::Code
                                : m_presenter.pile().isTyped(column) ? Look::Untyped
                                                                     : Look::Closed);
    default:
        return {};
    }
}

Qt::ItemFlags PaperGridModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Address spot = spotOf(index);
    const bool isClosed = spot.column != codeColumn && !m_presenter.pile().isTyped(spot.column);
    return isClosed ? Qt::ItemFlags(Qt::ItemIsEnabled) : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "find/index.h"

#include <QLineEdit>

#include <functional>

class QCompleter;

namespace desk {

class HitsModel;

/// The search: what is typed is looked for as one types, and what is chosen is opened.
class SearchBox final : public QLineEdit
{
    Q_OBJECT

public:
    /// `entries` gives all that can be found; it is asked once, when somebody first goes to the box.
    SearchBox(std::function<std::vector<find::Entry>()> entries, QWidget *parent = nullptr);
    ~SearchBox() override;

    /// Puts other notes in the place of those that were there.
    void setNotes(const std::vector<find::Entry> &notes);

    /// To be typed in at once, also where a narrow bar had put it away.
    void begin();

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(const find::Hit &hit);

protected:
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void prepare();
    void look();
    void choose(const QModelIndex &index);

    std::function<std::vector<find::Entry>()> m_entries;
    std::unique_ptr<find::Index> m_index;
    std::vector<find::Entry> m_notes;
    HitsModel *m_hits = nullptr;
    QCompleter *m_completer = nullptr;
};

} // namespace desk

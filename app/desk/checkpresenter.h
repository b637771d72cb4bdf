// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/study.h"

#include <QObject>

namespace desk {

/// What the page of a check shows.
struct CheckView {
    enum class Saving { Nothing, Saved, NotKept, Failed };

    QString moduleId;
    qsizetype at = 0; ///< equals count: the end of the check
    qsizetype count = 0;
    std::vector<quiz::ItemState> states;
    quiz::Response draft; ///< chosen, not committed
    Saving saving = Saving::Nothing;
    journal::Error error; ///< where saving failed

    [[nodiscard]] bool isAtEnd() const { return at >= count; }
    bool operator==(const CheckView &) const = default;
};

/// Runs the check of one module: turns what a person does into statements, has them written, and only then shows what
/// follows. Holds no widget.
class CheckPresenter final : public QObject
{
    Q_OBJECT

public:
    explicit CheckPresenter(Study &study, QObject *parent = nullptr);

    /// Continues the module's latest go, or begins the first one.
    void open(const course::Module &module);
    /// Begins another go.
    void openAgain(const course::Module &module);

    [[nodiscard]] const CheckView &view() const { return m_view; }
    [[nodiscard]] const items::Item &item(qsizetype at) const { return m_check->item(at); }
    [[nodiscard]] bool isOpen() const { return m_check.has_value(); }

    // What a person does.
    void choose(const quiz::Response &response);
    void commit();
    void dontKnow();
    void skip();
    void next();
    void back();
    void show(qsizetype at);

Q_SIGNALS:
    /// Another item, or another state of the same one.
    void changed();
    /// Only the choice that is not committed yet.
    void draftChanged();

private:
    void begin(const QString &moduleId, quiz::Check check);
    void write(const std::optional<base::Statement> &statement, bool moveOn);
    void onWritten(const base::Statement &statement, bool moveOn);
    void onFailed(const journal::Error &error);
    void refresh();

    Study &m_study;
    std::optional<quiz::Check> m_check;
    CheckView m_view;
    bool m_isWriting = false; ///< an answer is on its way to the disk: nothing else may happen to the item until then
};

} // namespace desk

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
    quiz::Response draft;         ///< chosen, not committed
    bool isRevealed = false;      ///< the explanation of the item on the table is open
    bool canAnswer = false;       ///< and its answer is not
    bool awaitsCertainty = false; ///< the answer is chosen; how sure somebody is comes before it opens
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

    /// How a go that begins from now on runs.
    void setUsual(const quiz::Conduct &conduct) { m_usual = conduct; }
    [[nodiscard]] const quiz::Conduct &usual() const { return m_usual; }

    /// Continues the module's latest go, or begins the first one.
    void open(const course::Module &module);
    /// Begins another go; with `only`, at the items of these ids alone.
    void openAgain(const course::Module &module, const QStringList &only = {});

    [[nodiscard]] const CheckView &view() const { return m_view; }
    [[nodiscard]] const items::Item &item(qsizetype at) const { return m_check->item(at); }
    [[nodiscard]] bool isOpen() const { return m_check.has_value(); }
    [[nodiscard]] const quiz::Conduct &conduct() const { return m_check->conduct(); }
    /// The options of the item on the table, in the order in which they are shown.
    [[nodiscard]] std::vector<qsizetype> optionOrder() const { return m_check->optionOrder(m_view.at); }
    /// A first answer did not hold, and there is another try.
    [[nodiscard]] bool hasHint() const;
    [[nodiscard]] bool canCommit() const;
    /// Nothing has been answered or skipped in this go.
    [[nodiscard]] bool isFresh() const;
    /// Every item of this go has been answered or skipped.
    [[nodiscard]] bool isThrough() const { return m_check && m_check->isComplete(); }

    // What a person does.
    void choose(const quiz::Response &response);
    void commit();
    void beSure(int sure); ///< 1 to 3, where the answer waits for it
    void reconsider();     ///< back to the choice, from how sure somebody is of it
    void dontKnow();
    void skip();
    void next();
    void back();
    void show(qsizetype at);
    void showEnd(); ///< once it is through
    /// Where this go asks only some of the module's questions, and not this one, another at all of them begins. Nothing
    /// where the module has no such question.
    void showItem(const QString &id);

Q_SIGNALS:
    /// Another item, or another state of the same one.
    void changed();
    /// Only the choice that is not committed yet.
    void draftChanged();

private:
    void begin(const QString &moduleId, quiz::Check check);
    void give(const quiz::Response &response, int sure);
    void write(const std::optional<base::Statement> &statement, bool moveOn);
    void onWritten(const base::Statement &statement, bool moveOn);
    void onFailed(const journal::Error &error);
    void refresh();

    Study &m_study;
    std::optional<quiz::Check> m_check;
    quiz::Conduct m_usual;
    CheckView m_view;
    bool m_isWriting = false; ///< an answer is on its way to the disk: nothing else may happen to the item until then
};

} // namespace desk

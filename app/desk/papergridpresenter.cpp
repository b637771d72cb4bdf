// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/papergridpresenter.h"

#include <algorithm>
#include <utility>

namespace desk {

using base::Verb;
using workshop::Address;
using workshop::Edit;
using workshop::Entry;
using workshop::Pile;
using Saving = PaperGridView::Saving;

PaperGridPresenter::PaperGridPresenter(Study &study, QObject *parent) : QObject(parent), m_study(study) {}

std::vector<items::Item> PaperGridPresenter::itemsOf(const Study &study, const workshop::PileSetting &setting)
{
    if (const course::Module *module = study.asked(setting.target))
        return module->items;
    std::vector<items::Item> items;
    for (const QString &id : setting.only) {
        if (const items::Item *item = course::findItem(study.course(), id))
            items.push_back(*item);
    }
    return items;
}

void PaperGridPresenter::open(workshop::PileSetting setting)
{
    if (setting.id.isNull())
        setting.id = m_study.newAttempt();
    close();
    const auto pile = read(setting);
    const auto last = newest();
    if (pile && last && !pile->isEmpty()) {
        m_pile = *pile;
        m_newest = *last;
        m_view.cursor = m_pile->resumeAt();
    }
    Q_EMIT opened();
    Q_EMIT changed();
}

void PaperGridPresenter::close()
{
    if (!isOpen())
        return;
    m_view.code.reset();
    m_pile.reset();
    m_edits.clear();
    m_beforeFile.clear();
    m_view = {};
    m_takenInFrom.reset();
    m_step.reset();
    m_writing.clear();
    m_waiting.clear();
    Q_EMIT opened();
}

void PaperGridPresenter::refresh()
{
    if (!isOpen() || m_step)
        return;
    const bool hadPapers = m_pile->paperCount() > 0;
    if (catchUp())
        return;
    if (hadPapers && m_pile->paperCount() == 0) {
        close();
        return;
    }
    m_view.told = Told::ChangedElsewhere;
    Q_EMIT changed();
}

const items::Item *PaperGridPresenter::item() const
{
    const int column = isOpen() ? m_view.cursor.column : workshop::codeColumn;
    return column == workshop::codeColumn ? nullptr : &m_pile->items()[static_cast<std::size_t>(column)];
}

int PaperGridPresenter::rows() const
{
    return isOpen() ? std::min(m_pile->rows() + 1, workshop::mostPapers) : 0;
}

journal::Result<QUuid> PaperGridPresenter::newest() const
{
    using enum Verb;
    return m_study.ledger()
        .read({.verbs = {Opened, Experienced, Skipped, Predicted, Started, Answered, Completed, Tallied, Revealed,
                         Showed, Paused, Resumed, Cut, Chose, Voided},
               .newestFirst = true,
               .limit = 1})
        .map([](const std::vector<base::Statement> &found) { return found.empty() ? QUuid() : found.front().id; });
}

journal::Result<Pile> PaperGridPresenter::read(const workshop::PileSetting &setting) const
{
    return workshop::statementsOf(setting, m_study.ledger(), prefix())
        .map([&](const std::vector<base::Statement> &statements) {
            Pile pile(prefix(), setting, itemsOf(m_study, setting));
            for (const base::Statement &statement : statements)
                pile.accept(statement);
            return pile;
        });
}

journal::Result<void> PaperGridPresenter::takeIn(const std::vector<workshop::CollectedPaper> &papers)
{
    settle();
    static_cast<void>(catchUp());
    base::UuidSource ids(m_newest);
    const workshop::WrittenDown written = workshop::writtenDown(*m_pile, papers, m_study.now(), ids);
    std::vector<journal::Actor> actors;
    for (const QUuid &actor : written.actors)
        actors.push_back({actor, journal::ActorKind::Paper});
    const int first = m_pile->rows();
    if (auto kept = m_study.ledger().adopt(written.statements, actors); !kept)
        return kept;
    // They are no keys that could be undone one by one.
    const workshop::Edits before = m_edits;
    static_cast<void>(catchUp());
    m_takenInFrom = first;
    m_beforeFile = before;
    tellOfFile(Told::TakenIn, static_cast<int>(papers.size()));
    return {};
}

/// All papers of the file that was taken in last, and nothing else.
void PaperGridPresenter::takeBack()
{
    const int first = *m_takenInFrom;
    const int papers = m_pile->rows() - first;
    std::vector<journal::Actor> actors;
    for (int row = first; row < m_pile->rows(); ++row) {
        if (m_pile->isMade(row))
            actors.push_back({m_pile->papers()[static_cast<std::size_t>(row)].actor, journal::ActorKind::Paper});
    }
    base::UuidSource ids(m_newest);
    const auto kept = m_study.ledger().adopt(workshop::takenBack(*m_pile, first, m_study.now(), ids), actors);
    if (!kept) {
        m_view.saving = Saving::Failed;
        m_view.error = kept.error();
        Q_EMIT refused();
        Q_EMIT changed();
        return;
    }
    const workshop::Edits before = m_beforeFile;
    static_cast<void>(catchUp());
    m_edits = before; // the papers of the file stood behind all that was typed
    tellOfFile(Told::TakenBack, papers);
}

void PaperGridPresenter::tellOfFile(Told told, int papers)
{
    m_view.cursor = m_pile->resumeAt();
    Q_EMIT changed(); // a grid of another size moves its cursor, and whoever moves has been told
    m_view.told = told;
    m_view.papers = papers;
    m_view.saving = m_study.isKept() ? PaperGridView::Saving::Saved : PaperGridView::Saving::NotKept;
    Q_EMIT changed();
}

/// Whether the pile still is as it is shown. Where it is not, it is read anew, and nothing before that can be undone:
/// that would undo what another window wrote.
bool PaperGridPresenter::catchUp()
{
    const auto last = newest();
    if (!last || *last == m_newest)
        return true;
    auto pile = read(m_pile->setting());
    if (!pile)
        return true;
    m_newest = *last;
    if (*pile == *m_pile)
        return true;
    m_pile = std::move(*pile);
    m_edits.clear();
    m_beforeFile.clear();
    m_takenInFrom.reset();
    m_view.code.reset();
    m_view.isPicking = false;
    m_view.cursor.row = std::min(m_view.cursor.row, rows() - 1);
    return false;
}

/// Whatever a person does comes here first: it waits while the disk is at work, and is refused while something waits to
/// be tried again.
void PaperGridPresenter::perform(const std::function<void()> &intent)
{
    if (!isOpen())
        return;
    if (!m_writing.empty()) {
        m_waiting.push_back(intent);
        return;
    }
    if (m_step) {
        refuse(Told::Waits);
        return;
    }
    m_view.told = Told::Nothing;
    intent();
}

void PaperGridPresenter::refuse(Told told)
{
    m_view.told = told;
    Q_EMIT refused();
    Q_EMIT changed();
}

void PaperGridPresenter::show(const Address &cursor, bool isPicking)
{
    m_view.cursor = cursor;
    m_view.isPicking = isPicking;
    Q_EMIT changed();
}

void PaperGridPresenter::put(const Address &at, const Entry &entry, const std::function<void()> &then)
{
    const auto attemptAt = [&] {
        return m_pile->isMade(at.row) ? m_pile->papers()[static_cast<std::size_t>(at.row)].attempt : QUuid();
    };
    const Edit edit{at, m_pile->entry(at), entry};
    const QUuid attempt = attemptAt();
    if (!catchUp()) {
        m_view.told = Told::ChangedElsewhere;
        // What was meant for this cell was meant for what stood there.
        if (at.row >= rows() || m_pile->entry(at) != edit.before || attemptAt() != attempt) {
            refuse(Told::ChangedElsewhere);
            return;
        }
    }
    if (edit.before == entry) {
        then();
        return;
    }
    write({edit, [this, edit, then] {
               m_edits.note(edit);
               then();
           }});
}

journal::Result<workshop::PaperIds> PaperGridPresenter::idsFor(int row)
{
    if (m_pile->isMade(row))
        return workshop::PaperIds();
    if (!m_spare) {
        const auto actor = m_study.ledger().addActor(journal::ActorKind::Paper);
        if (!actor)
            return tl::make_unexpected(actor.error());
        m_spare = {*actor, m_study.newAttempt()};
    }
    return *m_spare;
}

void PaperGridPresenter::write(const Step &step)
{
    m_step = step;
    const auto ids = idsFor(step.edit.at.row);
    if (!ids) {
        onFailed(ids.error());
        return;
    }
    const auto statements = m_pile->put(step.edit.at, step.edit.after, *ids);
    m_writing.assign(statements.begin(), statements.end());
    writeNext();
}

void PaperGridPresenter::writeNext()
{
    if (m_writing.empty()) {
        finish();
        return;
    }
    m_study.record(m_writing.front(), [this](const journal::Result<base::Statement> &written) {
        if (!isOpen() || m_writing.empty())
            return;
        if (!written) {
            onFailed(written.error());
            return;
        }
        m_newest = written->id;
        m_pile->accept(*written);
        if (written->verb == Verb::Started)
            m_spare.reset();
        m_writing.pop_front();
        writeNext();
    });
}

void PaperGridPresenter::onFailed(const journal::Error &error)
{
    m_writing.clear();
    m_waiting.clear();
    m_view.saving = Saving::Failed;
    m_view.error = error;
    m_view.told = Told::Nothing;
    m_view.cursor = m_step->edit.at;
    Q_EMIT refused();
    Q_EMIT changed();
}

void PaperGridPresenter::finish()
{
    const Step step = std::move(*m_step);
    m_step.reset();
    m_view.saving = m_study.isKept() ? Saving::Saved : Saving::NotKept;
    m_view.error = {};
    step.then();
    if (m_waiting.empty() || !m_writing.empty())
        return;
    const auto next = std::move(m_waiting.front());
    m_waiting.pop_front();
    perform(next);
}

void PaperGridPresenter::type(QChar key)
{
    perform([this, key] {
        const Address at = m_view.cursor;
        if (at.column == workshop::codeColumn) {
            typeCode(key);
            return;
        }
        const std::optional<Entry> entry = m_pile->typed(at, key);
        if (!entry) {
            refuse(Told::NotAnAnswer);
            return;
        }
        // Of several options more may follow.
        const bool stays = m_pile->takesSeveral(at.column) && key.isLetterOrNumber() && key != u'0';
        put(at, *entry, [this, at, stays] { show(stays ? at : m_pile->after(at), stays); });
    });
}

void PaperGridPresenter::typeCode(QChar key)
{
    if (key.isSpace())
        return;
    if (!key.isLetterOrNumber()) {
        refuse(Told::NotInACode);
        return;
    }
    const QString code = m_view.code.value_or(QString()) + key.toUpper();
    if (code.size() > workshop::longestCode) {
        refuse(Told::CodeIsFull);
        return;
    }
    m_view.code = code;
    Q_EMIT changed();
}

/// The code is kept before anything else happens.
void PaperGridPresenter::keepCode(const std::function<void()> &then)
{
    if (!m_view.code) {
        then();
        return;
    }
    const QString code = workshop::codeFrom(*m_view.code);
    const Entry entry = code.isEmpty() ? Entry() : Entry{Entry::Kind::Answer, {code}};
    put(m_view.cursor, entry, [this, code, then] {
        m_view.code.reset();
        then();
        if (m_pile->papersWithCode(code).size() > 1) {
            m_view.told = Told::CodeTwice;
            Q_EMIT changed();
        }
    });
}

void PaperGridPresenter::leaveFor(const std::function<void()> &then)
{
    perform([this, then] { keepCode(then); });
}

void PaperGridPresenter::goOn()
{
    perform([this] {
        const Address at = m_view.cursor;
        const auto onwards = [this, at] { show(m_pile->after(at)); };
        if (m_view.code) // a blank within a code is left out
            return;
        if (at.column == workshop::codeColumn || m_view.isPicking)
            onwards();
        else
            put(at, {Entry::Kind::Blank, {}}, onwards);
    });
}

void PaperGridPresenter::enter()
{
    if (m_step && m_writing.empty()) { // what was not saved is tried again
        if (catchUp()) {
            const Step again = *m_step;
            write(again);
            return;
        }
        m_step.reset();
        m_view.saving = Saving::Nothing;
        refuse(Told::ChangedElsewhere);
        return;
    }
    perform([this] {
        const Address at = m_view.cursor;
        if (at.column == workshop::codeColumn)
            keepCode([this, at] { show(m_pile->after(at)); });
        else if (m_view.isPicking)
            show(m_pile->after(at));
        else if (at.row + 1 < rows())
            show(m_pile->firstIn(at.row + 1));
        else
            refuse(Told::PaperIsUntouched);
    });
}

void PaperGridPresenter::goBack()
{
    perform([this] {
        const Address at = m_view.cursor;
        if (at.column == workshop::codeColumn) {
            const Entry kept = m_pile->entry(at);
            QString code = m_view.code.value_or(kept.response.value(0));
            if (!code.isEmpty()) {
                code.chop(1);
                m_view.code = code;
                Q_EMIT changed();
                return;
            }
        }
        keepCode([this, at] {
            const Address to = m_view.isPicking ? at : m_pile->before(at);
            // A code is not emptied in passing.
            if (to.column == workshop::codeColumn)
                show(to);
            else
                put(to, {}, [this, to] { show({std::min(to.row, rows() - 1), to.column}); });
        });
    });
}

void PaperGridPresenter::emptyHere()
{
    perform([this] {
        m_view.code.reset();
        const Address at = m_view.cursor;
        put(at, {}, [this, at] { show(at); });
    });
}

void PaperGridPresenter::move(int rows, int columns)
{
    leaveFor([this, rows, columns] {
        Address to = m_view.cursor;
        to.row = std::clamp(to.row + rows, 0, this->rows() - 1);
        for (int step = 0; step < std::abs(columns); ++step)
            to = columns > 0 ? m_pile->after(to) : m_pile->before(to);
        show(to);
    });
}

void PaperGridPresenter::moveTo(const Address &spot)
{
    if (!isOpen() || spot == m_view.cursor)
        return;
    leaveFor([this, spot] {
        const bool isCode = spot.column == workshop::codeColumn && m_pile->setting().hasCodes();
        const bool isThere = spot.row >= 0 && spot.row < rows() && (isCode || m_pile->isTyped(spot.column));
        show(isThere ? spot : m_view.cursor);
    });
}

void PaperGridPresenter::moveToFirst()
{
    leaveFor([this] { show(m_pile->firstIn(m_view.cursor.row)); });
}

void PaperGridPresenter::moveToLast()
{
    leaveFor([this] { show(m_pile->lastIn(m_view.cursor.row)); });
}

void PaperGridPresenter::moveToPaper(int number)
{
    leaveFor([this, number] {
        if (number < 1 || number > rows())
            refuse(Told::NoSuchPaper);
        else
            show(m_pile->firstIn(number - 1));
    });
}

void PaperGridPresenter::undo()
{
    leaveFor([this] {
        if (!catchUp()) {
            refuse(Told::ChangedElsewhere);
            return;
        }
        const std::optional<Edit> edit = m_edits.undoing();
        if (!edit && m_takenInFrom) {
            takeBack();
            return;
        }
        if (!edit) {
            refuse(Told::NothingToUndo);
            return;
        }
        write({*edit, [this, at = edit->at] {
                   m_edits.stepBack();
                   show({std::min(at.row, rows() - 1), at.column});
               }});
    });
}

void PaperGridPresenter::redo()
{
    leaveFor([this] {
        if (!catchUp()) {
            refuse(Told::ChangedElsewhere);
            return;
        }
        const std::optional<Edit> edit = m_edits.redoing();
        if (!edit) {
            refuse(Told::NothingToRedo);
            return;
        }
        write({*edit, [this, at = edit->at] {
                   m_edits.stepOn();
                   show(at);
               }});
    });
}

void PaperGridPresenter::settle()
{
    if (isOpen() && m_view.code && !m_step)
        leaveFor([this] { Q_EMIT changed(); });
}

void PaperGridPresenter::cancel()
{
    if (!isOpen() || !m_writing.empty())
        return;
    // Where a part of it was written, as that the old answer does not hold, that can be undone as well.
    if (m_step && m_pile->entry(m_step->edit.at) != m_step->edit.before)
        m_edits.note({m_step->edit.at, m_step->edit.before, m_pile->entry(m_step->edit.at)});
    m_step.reset();
    m_view.code.reset();
    m_view.told = Told::Nothing;
    if (m_view.saving == Saving::Failed)
        m_view.saving = Saving::Nothing;
    Q_EMIT changed();
}

} // namespace desk

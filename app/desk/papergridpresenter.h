// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/study.h"
#include "workshop/collected.h"
#include "workshop/edits.h"
#include "workshop/piles.h"

#include <QObject>

#include <deque>

namespace desk {

/// What the page of a pile of paper shows besides the pile itself.
struct PaperGridView {
    enum class Saving { Nothing, Saved, NotKept, Failed };

    /// What there is to say about the key that was pressed last.
    enum class Told {
        Nothing,
        NotAnAnswer,      ///< the question has no such option
        NotInACode,       ///< only letters and digits are
        CodeIsFull,       ///< it has as many signs as there may be
        CodeTwice,        ///< another paper of the pile bears it too
        PaperIsUntouched, ///< the next one comes once something is typed of this one
        NoSuchPaper,
        NothingToUndo,
        NothingToRedo,
        ChangedElsewhere, ///< another window typed into the pile: that is shown, and nothing before it can be undone
        Waits,            ///< something was not saved; it comes first
        TakenIn,          ///< `papers` of a file
        TakenBack,        ///< these papers
    };

    workshop::Address cursor;
    std::optional<QString> code; ///< that is being typed, and kept once one goes on
    bool isPicking = false;      ///< options of several are being chosen: going on keeps them
    Told told = Told::Nothing;
    int papers = 0;
    Saving saving = Saving::Nothing;
    journal::Error error; ///< where saving failed; the cell under the cursor waits to be tried again

    bool operator==(const PaperGridView &) const = default;
};

/// Types a pile of paper in: turns keys into statements, has them written, and only then shows them. Keys that are
/// pressed while the disk is at work wait for their turn; after a write that failed nothing is typed before that has
/// been tried again or given up, since the next answer would stand in the wrong cell. Holds no widget.
class PaperGridPresenter final : public QObject
{
    Q_OBJECT

public:
    explicit PaperGridPresenter(Study &study, QObject *parent = nullptr);

    /// The items of a pile, in the order of its paper.
    [[nodiscard]] static std::vector<items::Item> itemsOf(const Study &study, const workshop::PileSetting &setting);

    /// Goes on with a pile where typing stopped. One without an id is new, and gets one. None is open afterwards where
    /// the journal cannot be read, or the pile has no question with options.
    void open(workshop::PileSetting setting);
    void close();
    /// Looks whether somebody else changed the pile meanwhile. It closes where the journal has it no more.
    void refresh();

    [[nodiscard]] bool isOpen() const { return m_pile.has_value(); }
    [[nodiscard]] const workshop::Pile &pile() const { return *m_pile; }
    [[nodiscard]] const PaperGridView &view() const { return m_view; }
    [[nodiscard]] const items::Item *item() const; ///< under the cursor; null in the column of codes
    [[nodiscard]] bool isKept() const { return m_study.isKept(); }
    /// How many rows can be gone to: all papers, and the next one.
    [[nodiscard]] int rows() const;

    // What a person does.
    void type(QChar key);
    void goOn();      ///< Space: keeps what was picked, or notes that nothing is answered there
    void enter();     ///< keeps what was picked or the code and goes on; else on to the next paper
    void goBack();    ///< Backspace: to the cell before, and empties it
    void emptyHere(); ///< Delete
    void move(int rows, int columns);
    void moveTo(const workshop::Address &spot);
    void moveToFirst(); ///< of the paper
    void moveToLast();
    void moveToPaper(int number); ///< from 1
    void undo();
    void redo();
    /// Puts papers that were collected elsewhere behind those that are there: all of them, or none where it fails. Undo
    /// takes those of the last file out again, once nothing is left to undo that was typed since, and then what was
    /// typed before it.
    [[nodiscard]] journal::Result<void> takeIn(const std::vector<workshop::CollectedPaper> &papers);
    void settle(); ///< keeps the code that is being typed
    void cancel(); ///< gives up the code that is being typed, or what could not be saved

Q_SIGNALS:
    void changed();
    /// Another pile, or none.
    void opened();
    /// A key that could not be taken.
    void refused();

private:
    using Told = PaperGridView::Told;

    /// One thing to have written, and what follows once it is.
    struct Step {
        workshop::Edit edit;
        std::function<void()> then;
    };

    void perform(const std::function<void()> &intent);
    void takeBack();
    void tellOfFile(Told told, int papers);
    void refuse(Told told);
    void show(const workshop::Address &cursor, bool isPicking = false);
    void put(const workshop::Address &at, const workshop::Entry &entry, const std::function<void()> &then);
    void write(const Step &step);
    void writeNext();
    void onFailed(const journal::Error &error);
    void finish();
    void typeCode(QChar key);
    void keepCode(const std::function<void()> &then);
    void leaveFor(const std::function<void()> &then);
    [[nodiscard]] bool catchUp();
    [[nodiscard]] journal::Result<QUuid> newest() const;
    [[nodiscard]] journal::Result<workshop::Pile> read(const workshop::PileSetting &setting) const;
    [[nodiscard]] journal::Result<workshop::PaperIds> idsFor(int row);
    [[nodiscard]] QString prefix() const { return m_study.course().id + QLatin1Char('/'); }

    Study &m_study;
    std::optional<workshop::Pile> m_pile;
    workshop::Edits m_edits;
    std::optional<int> m_takenInFrom; ///< the row of the first paper of the file that was taken in last
    workshop::Edits m_beforeFile;     ///< what was typed before that
    PaperGridView m_view;
    QUuid m_newest;                            ///< what the journal had last when the pile was read or written
    std::optional<workshop::PaperIds> m_spare; ///< made for a paper that could not be written
    std::deque<base::Statement> m_writing;     ///< of the step that is at work
    std::optional<Step> m_step;                ///< that is at work, or waits to be tried again
    std::deque<std::function<void()>> m_waiting;
};

} // namespace desk

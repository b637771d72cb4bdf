// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keep/notes.h"
#include "type/lessondocument.h"

#include <QSet>
#include <QTextBrowser>
#include <QTextObjectInterface>

#include <memory>

namespace desk {

class FigureCard;
class MarginNoteCard;

/// A section as one text that scrolls: figures, margin notes and the foot lie over their places in it and move with it.
class LessonView final : public QTextBrowser, public QTextObjectInterface
{
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)

public:
    /// `foot` stands at the end of every section; the view takes it as its child.
    LessonView(const course::Course &course, QWidget *foot, QWidget *parent = nullptr);
    ~LessonView() override;

    /// Whether figures that ask for a guess first do so; not where somebody comes back to what they have read.
    void setAsksFirst(bool on) { m_asksFirst = on; }
    /// `section` must outlive what is shown. In short it is what `course::shortVersion` gives.
    void showSection(const course::Section &section, const QString &meta, bool trainerNotes, bool isShort = false);
    void refresh();
    /// How far apart lines are, 1 to 1.5, and how long they are, 0.8 to 1.3 of what reads best.
    void setLines(double spacing, double length);

    /// How far the text is scrolled, 0 to 1.
    [[nodiscard]] double scrolled() const;
    void scrollTo(double share);
    /// The same for a text that is just being set.
    void restore(double share);

    [[nodiscard]] const std::vector<FigureCard *> &figures() const { return m_figures; }

    /// What a reader marked in the section that is shown next, or at once if `refresh` follows.
    void setOwnNotes(const std::vector<keep::Note> &notes) { m_own = notes; }
    /// What is selected, or else the beginning of the paragraph that the cursor is in, as a note that has no id yet.
    [[nodiscard]] keep::Note markedPassage() const;

    /// Brings the first of these words that the text has into sight, and selects it.
    void showWords(const QStringList &words);
    /// The same for the passage that a note is about; nothing where the text has changed since.
    void showNote(const keep::Note &note);
    /// Marks the paragraphs that refer to one of these claims, in a faint colour, and brings the first into sight.
    void showClaims(const QStringList &claims);

    /// How wide the text is set, and with it the foot, in pixels.
    [[nodiscard]] int textWidth() const { return columns().textWidth; }

    // The places that objects take in the text.
    [[nodiscard]] QSizeF intrinsicSize(QTextDocument *document, int position, const QTextFormat &format) override;
    void drawObject(QPainter *painter, const QRectF &rect, QTextDocument *document, int position,
                    const QTextFormat &format) override;

Q_SIGNALS:
    void sectionLinkActivated(const QString &section);
    void cardLinkActivated(const QString &card);
    void endReached();
    /// One of the ways that a content note offers: `skipLink`, `shortLink` or `wholeLink`.
    void careChosen(const QString &link);
    /// A reader's own note is to be opened.
    void noteActivated(const QUuid &id);
    void claimWanted(const QString &claim); ///< all that there is to know of it
    void noteWanted();                      ///< on what is selected
    void highlightWanted();                 ///< of what is selected
    void figurePredicted(const desk::FigureCard *card);

protected:
    [[nodiscard]] QMimeData *createMimeDataFromSelection() const override;
    void doSetSource(const QUrl &name, QTextDocument::ResourceType type) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    /// Where the text and its margin stand in the viewport.
    struct Columns {
        int textLeft = 0;
        int textWidth = 0;
        int noteLeft = 0;
        int noteWidth = 0; ///< 0: notes are folded into the text
    };

    [[nodiscard]] Columns columns() const;
    void build();
    void setMargins();
    void makeFigures(const QTextDocument &document);
    void makeNotes(const std::vector<type::MarginNote> &notes);
    void addOwnNotes(std::vector<type::MarginNote> &notes);
    [[nodiscard]] type::NoteText noteOf(const QString &link) const;
    void placeAll();
    void placeNotes(const Columns &columns);
    void chainFocus();
    void bringIntoSight(const QWidget *focused);
    bool turnPage(const QKeyEvent *event);
    void follow(const QString &link);
    bool callNote(const QString &link);
    void showFound(const QTextCursor &found);
    [[nodiscard]] FigureCard *figure(const QString &id) const;

    const course::Course &m_course;
    QWidget *m_foot;
    const course::Section *m_section = nullptr;
    QString m_meta;
    bool m_trainerNotes = false;
    bool m_isShort = false;
    double m_spacing = 1.0;
    double m_length = 1.0;
    bool m_folded = false;
    bool m_building = false;
    std::unique_ptr<QTextDocument> m_document;
    std::vector<keep::Note> m_own;
    std::vector<FigureCard *> m_figures;
    bool m_asksFirst = false;
    QSet<QString> m_opened; ///< ids of figures that asked first
    std::vector<type::MarginNote> m_marks;
    std::vector<MarginNoteCard *> m_notes;
};

} // namespace desk

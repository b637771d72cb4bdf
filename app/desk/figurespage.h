// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/ownfigures.h"
#include "desk/location.h"
#include "desk/study.h"
#include "keep/ownfiles.h"

#include <QScrollArea>

#include <memory>

class QVBoxLayout;

namespace desk {

class FigureCard;

/// All figures: the course's, and a trainer's own numbers drawn by the same rules. One of them can be shown alone.
class FiguresPage final : public QScrollArea
{
    Q_OBJECT

public:
    /// Own numbers are kept in `folder`; an empty one keeps none.
    FiguresPage(Study &study, const QString &folder, QWidget *parent = nullptr);

    /// The figure of that id; an empty one, or one that is not there, shows them all.
    void showFigure(const QString &id);

    /// Takes in a table of somebody's own, and shows its figure; or says what is the matter with it, and takes in
    /// nothing.
    void addOwn(const QString &path);
    void removeOwn(const QString &id);

    /// The card that is shown, or null in the gallery.
    [[nodiscard]] FigureCard *card() const { return m_card; }

Q_SIGNALS:
    void wanted(const desk::Location &location);

private:
    struct Own {
        QString path;
        course::OwnFigure numbers;
    };

    void readOwn();
    [[nodiscard]] QVBoxLayout *newSheet();
    void showGallery();
    void addGroup(QVBoxLayout *column, const QString &title, const QString &lead,
                  const std::vector<const course::FigureData *> &figures);
    void addOwnGroup(QVBoxLayout *column);
    void askForOwn();
    void addPassages(QVBoxLayout *column, const QString &figure);
    void tell(QVBoxLayout *column, const base::Faults &faults);
    [[nodiscard]] const course::Course *courseOf(const QString &id) const;
    [[nodiscard]] QString whereIs(const course::FigureData &figure) const;

    Study &m_study;
    keep::OwnFiles m_files;
    std::vector<std::unique_ptr<Own>> m_own; ///< in one place for good: cards refer to their course
    base::Faults m_refused;                  ///< of the table that was last to be taken in
    QString m_shown;
    FigureCard *m_card = nullptr;
};

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/keeper.h"

#include <QScrollArea>

class QPushButton;
class QVBoxLayout;

namespace desk {

class Card;

/// What is kept, and where: who learns here, the file and its copies, and how all of it goes away again.
class KeptPage final : public QScrollArea
{
    Q_OBJECT

public:
    KeptPage(Study &study, Keeper &keeper, QWidget *parent = nullptr);

    void setKeptDays(int days);
    void setHideKey(const QString &key);
    void rebuild();

Q_SIGNALS:
    // What needs a question first: a name, a file, or whether it is meant.
    void personWanted(const QUuid &person);
    void newPersonWanted();
    void faceWanted();
    void guestWanted();
    void keepWanted();
    void exportWanted();
    void mergeWanted();
    void restoreWanted(const journal::Backup &backup);
    void forgetWanted();
    void recordWanted();
    void keptDaysChosen(int days);
    void hideKeyChosen(const QString &key);

private:
    [[nodiscard]] Card *addCard(QVBoxLayout *column, const QString &heading, const QString &text);
    [[nodiscard]] QPushButton *addButton(QLayout *row, const QString &text, const QString &tip);
    void addPeople(QVBoxLayout *column);
    void addCopies(QVBoxLayout *column);
    void addBackups(QVBoxLayout *column);
    void addDay(QVBoxLayout *column, const std::vector<journal::Backup> &day);
    void addRestoring(QLayout *row, const journal::Backup &backup);
    [[nodiscard]] QVBoxLayout *addFold(QVBoxLayout *column, QPushButton *button);
    void addRecord(QVBoxLayout *column);
    void addEnd(QVBoxLayout *column);
    void addHiding(QVBoxLayout *column);

    Study &m_study;
    Keeper &m_keeper;
    int m_keptDays = 0;
    QString m_hideKey;
};

/// What somebody is called on the page: their own name, or that they have none.
[[nodiscard]] QString nameOf(const keep::Face &face);
/// The face, and of somebody without a name when they were here last, to be told from others by.
[[nodiscard]] keep::Face knownAs(keep::Face face, const journal::Person &person);

/// Backups, newest first, a day of this computer's each.
[[nodiscard]] std::vector<std::vector<journal::Backup>> byDay(const std::vector<journal::Backup> &backups);

} // namespace desk

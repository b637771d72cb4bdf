// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keep/settings.h"

#include <QObject>
#include <QUuid>

class QWidget;

namespace desk {

class Keeper;
class KeptPage;
class Notebook;
class StartPage;
class Study;

/// Who learns at this window, somebody whose progress is kept or a guest, and what must be asked first when that
/// changes.
class LearnerFlow final : public QObject
{
    Q_OBJECT

public:
    /// Its dialogs stand over `window`.
    LearnerFlow(Study &study, Keeper &keeper, Notebook &notebook, keep::Store &store, QWidget *window);

    /// What start pages are to ask, until it is answered: whether to keep progress, and which of those who learn here
    /// it is.
    void setAsking(bool keeping, bool who);
    [[nodiscard]] bool asksKeeping() const { return m_asksKeeping; }

    /// Does from now on what the page asks for. Of start pages the last that is handed in is the one that asks.
    void serve(StartPage &page);
    void serve(const KeptPage &page);

    /// Opens the notebook of whoever learns now.
    void openNotebook();

Q_SIGNALS:
    void told(const QString &text);
    /// To be kept among the settings.
    void progressChosen(keep::Progress progress);
    /// What was asked about keeping is answered, and done.
    void answered();
    /// The journal of somebody is open, which was not.
    void opened();
    void startWanted();

private:
    void offerFaces();
    void beSomebody(const QUuid &person);
    void stopBeingGuest();
    void becomeGuest();
    void keepOrGuest(bool keep);
    void moveToKept();
    void forgetMe();

    Study &m_study;
    Keeper &m_keeper;
    Notebook &m_notebook;
    keep::Store &m_store;
    QWidget *m_window;
    StartPage *m_start = nullptr;
    bool m_asksKeeping = false;
    bool m_asksWho = false;
};

} // namespace desk

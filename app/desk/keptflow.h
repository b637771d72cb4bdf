// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

class QWidget;

namespace desk {

class Keeper;
class KeptPage;
class Study;

/// What is done with all that is kept and needs an answer first, a name, a file or a yes: what its page asks for, and
/// what mends a file that is damaged or that keeps a purge from its end.
class KeptFlow final : public QObject
{
    Q_OBJECT

public:
    /// Its dialogs stand over `window`.
    KeptFlow(Study &study, Keeper &keeper, QWidget *window);

    /// Does from now on what the page asks for.
    void serve(KeptPage &page);

    /// Offers the newest backup that is sound; without one, a file that begins with what can still be read.
    void offerMending();

Q_SIGNALS:
    void told(const QString &text);
    /// Something to press beside what was told last, and what it does.
    void offered(const QString &action, const std::function<void()> &mend);
    /// What was told last is so no more.
    void mended();
    /// The housework that follows the start is to be done again, at once.
    void tendWanted();
    /// To be kept among the settings.
    void keptDaysChosen(int days);

private:
    void offerRemoving(const QString &path, const QString &text);
    void keepFor(KeptPage &page, int days);
    void addPerson();
    void changeFace();
    void exportKept();
    void mergeKept();
    void saveRecord();

    Study &m_study;
    Keeper &m_keeper;
    QWidget *m_window;
};

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace desk {

class Keeper;
class KeptPage;
class Study;

/// What the page of all that is kept asks for and needs an answer to first: a name, or a file.
class KeptFlow final : public QObject
{
    Q_OBJECT

public:
    /// Its dialogs stand over `window`.
    KeptFlow(Study &study, Keeper &keeper, QWidget *window);

    /// Does from now on what the page asks for.
    void serve(KeptPage &page);

Q_SIGNALS:
    void told(const QString &text);

private:
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

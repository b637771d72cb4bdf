// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QWidget>

#include <memory>

class QProgressDialog;

namespace desk {

/// Tells how far a long reading is, once it takes longer than one waits for without asking, and lets it be stopped. How
/// much there is to read is not known beforehand.
class ReadingProgress
{
public:
    /// Over `window`; told from `patience` milliseconds on.
    explicit ReadingProgress(QWidget *window, int patience = 500);
    ~ReadingProgress();

    void begin();
    /// So many answers are read; false: somebody stopped it.
    [[nodiscard]] bool tell(qint64 read);
    void end();

    [[nodiscard]] QProgressDialog *dialog() const { return m_dialog.get(); }

private:
    QWidget *m_window;
    int m_patience;
    QElapsedTimer m_since;
    std::unique_ptr<QProgressDialog> m_dialog;
};

} // namespace desk

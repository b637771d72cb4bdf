// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quiz/marking.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace desk {

class OptionCard;

/// Where the answer to one item is given: something that a person would want for its kind. Tells every change of the
/// response, and shows the feedback once the answer is open.
class AnswerInput : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    [[nodiscard]] virtual quiz::Response response() const = 0;
    virtual void setResponse(const quiz::Response &response) = 0;

    /// Opens the answer: nothing can be changed any more.
    virtual void open(const quiz::Response &committed) = 0;

    /// Words that somebody writes for themselves: they stay on the screen and are never part of the response.
    [[nodiscard]] virtual QString ownWords() const { return {}; }
    virtual void setOwnWords(const QString & /*words*/) {}

    /// Takes a key that means something here (1 to 9, up and down); false where it does not.
    virtual bool takeKey(int key);

Q_SIGNALS:
    void responseChanged(const quiz::Response &response);
};

/// How an item is set on the page.
struct InputSetting {
    std::vector<qsizetype> order; ///< of its options, by their positions in the file; their keys stay
    int marks = 0;                ///< on how many marks of a figure a number is set; 0: it is only typed
};

/// The input for `item`.
[[nodiscard]] AnswerInput *makeAnswerInput(const items::Item &item, const InputSetting &setting, QWidget *parent);

/// How Qt shows a text of the course: what is not marked up as HTML or Markdown is plain.
[[nodiscard]] Qt::TextFormat shownAs(items::TextFormat format);

/// How much of an answer holds, where it holds in part: "2 of 3 hold."; empty elsewhere.
[[nodiscard]] QString partsText(const items::Item &item, const quiz::Response &response);

/// The word in front of feedback: "This one holds", or by the kind of item what stands instead. Never "wrong".
[[nodiscard]] QString verdict(const items::Item &item, bool holds);

} // namespace desk

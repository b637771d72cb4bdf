// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/lineinput.h"

#include "desk/marksstrip.h"
#include "type/spantext.h"
#include "type/tokens.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace desk {

namespace {

using items::Item;
using items::ItemType;
using quiz::Response;

/// Feedback under an input that has no cards.
void addFeedback(QBoxLayout *column, const QString &lead, const items::Text &feedback)
{
    auto *label = new QLabel(column->parentWidget());
    label->setWordWrap(true);
    label->setTextFormat(Qt::RichText);
    label->setText(QStringLiteral("<b>%1</b> %2").arg(lead.toHtmlEscaped(), type::richText(feedback)));
    column->addWidget(label);
}

/// What is to be said about what was answered; nothing about "I don't know".
void addVerdict(QBoxLayout *column, const Item &item, const Response &committed)
{
    if (quiz::isDontKnow(committed))
        return;
    const quiz::Mark mark = quiz::mark(item, committed);
    items::Text feedback;
    for (const qsizetype option : mark.optionsToTell)
        feedback = item.options[static_cast<std::size_t>(option)].feedback;
    addFeedback(column, verdict(item, mark.fraction > 0.9999), feedback);
}

/// A number or a few words. A number can be stepped too, by mouse or by Up and Down.
class LineInput final : public AnswerInput
{
public:
    LineInput(Item item, int marks, QWidget *parent)
        : AnswerInput(parent), m_item(std::move(item)), m_most(marks), m_line(new QLineEdit(this))
    {
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(type::sized(10));
        if (isNumber() && marks > 0)
            addMarks(column, marks);
        m_line->setFont(type::serif(16));
        m_line->setTextMargins(type::sized(10), 0, type::sized(10), 0);
        m_line->setFixedWidth(type::sized(isNumber() ? 200 : 400));
        m_line->setAccessibleName(isNumber() ? tr("Your answer, a number") : tr("Your answer"));
        m_line->setPlaceholderText(isNumber() ? tr("A number") : tr("A few words"));
        auto *row = new QHBoxLayout;
        row->setSpacing(type::sized(6));
        row->addWidget(m_line);
        const QString unit = items::tagValues(m_item, QStringLiteral("unit")).value(0);
        if (!unit.isEmpty())
            row->addWidget(new QLabel(unit, this));
        if (isNumber()) {
            addStep(row, QStringLiteral("−"), tr("One less (Down)"), -1);
            addStep(row, QStringLiteral("+"), tr("One more (Up)"), 1);
        }
        row->addStretch(1);
        column->addLayout(row);
        setFocusProxy(m_line);
        if (isNumber())
            m_line->installEventFilter(this);
        connect(m_line, &QLineEdit::textEdited, this, [this] {
            showOnMarks();
            Q_EMIT responseChanged(response());
        });
    }

    /// Numbers are typed in the reader's own way and kept with a dot.
    [[nodiscard]] Response response() const override
    {
        const QString text = m_line->text().trimmed();
        if (!isNumber() || text.isEmpty())
            return {text};
        bool isOwn = false;
        const double own = QLocale().toDouble(text, &isOwn);
        return {isOwn ? QString::number(own, 'g', 15) : text};
    }

    void setResponse(const Response &response) override
    {
        const QString text = quiz::isDontKnow(response) ? QString() : response.value(0);
        bool isPlain = false;
        const double number = text.toDouble(&isPlain);
        QLocale locale;
        locale.setNumberOptions(QLocale::OmitGroupSeparator);
        m_line->setText(isNumber() && isPlain ? locale.toString(number, 'g', 15) : text);
        showOnMarks();
    }

    void open(const Response &committed) override
    {
        setResponse(committed);
        m_line->setReadOnly(true);
        if (m_marks != nullptr)
            openMarks();
        for (QPushButton *button : m_steps)
            button->hide();
        auto *column = qobject_cast<QVBoxLayout *>(layout());
        addVerdict(column, m_item, committed);
        if (quiz::mark(m_item, committed).fraction < 0.9999)
            tellRight(column);
    }

    bool takeKey(int key) override
    {
        if (!isNumber() || (key != Qt::Key_Up && key != Qt::Key_Down))
            return false;
        step(key == Qt::Key_Up ? 1 : -1);
        return true;
    }

protected:
    /// A letter is in no number.
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
            return AnswerInput::eventFilter(watched, event);
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isLetter = key->text().size() == 1 && key->text().front().isLetter();
        if (!isLetter || (key->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) != 0)
            return AnswerInput::eventFilter(watched, event);
        event->accept();
        return true;
    }

private:
    [[nodiscard]] bool isNumber() const { return m_item.type == ItemType::Numerical; }

    void addMarks(QBoxLayout *column, int marks)
    {
        m_marks = new MarksStrip(marks, this);
        column->addWidget(m_marks, 0, Qt::AlignLeading);
        connect(m_marks, &MarksStrip::valueSet, this, [this](int value) {
            setResponse({QString::number(value)});
            Q_EMIT responseChanged(response());
        });
    }

    void showOnMarks()
    {
        if (m_marks == nullptr)
            return;
        bool isWhole = false;
        const int number = response().value(0).toInt(&isWhole);
        m_marks->setValue(isWhole ? std::optional(number) : std::nullopt);
    }

    void openMarks()
    {
        for (const items::Option &option : m_item.options) {
            if (option.fraction > 0.9999 && !option.anythingElse)
                m_marks->open(static_cast<int>(std::lround(option.value)));
        }
    }

    void addStep(QBoxLayout *row, const QString &sign, const QString &tip, int by)
    {
        auto *button = new QPushButton(sign, this);
        button->setToolTip(tip);
        button->setAccessibleName(tip);
        button->setFixedSize(type::sized(40), type::sized(36));
        button->setAutoRepeat(true);
        connect(button, &QPushButton::clicked, this, [this, by] { step(by); });
        row->addWidget(button);
        m_steps.push_back(button);
    }

    /// From nothing, or from what is no number, the first step leads to 0. Steps down end there, and steps up where
    /// there are marks with the last one: people are counted.
    void step(int by)
    {
        if (m_line->isReadOnly())
            return;
        bool isNumber = false;
        const double now = response().value(0).toDouble(&isNumber);
        const double least = std::min(now, 0.0);
        const double most = m_marks == nullptr ? now + 1 : std::max<double>(now, m_most);
        setResponse({QString::number(isNumber ? std::clamp(now + by, least, most) : 0.0, 'g', 15)});
        Q_EMIT responseChanged(response());
    }

    void tellRight(QVBoxLayout *column)
    {
        for (const items::Option &option : m_item.options) {
            if (option.fraction < 0.9999)
                continue;
            const QString right = isNumber() ? QLocale().toString(option.value, 'g', 15) : option.text.content;
            addFeedback(column, tr("This one holds: %1.").arg(right), option.feedback);
            return;
        }
    }

    const Item m_item;
    int m_most; ///< marks; 0 where there are none
    QLineEdit *m_line;
    MarksStrip *m_marks = nullptr;
    std::vector<QPushButton *> m_steps;
};

} // namespace

AnswerInput *makeLineInput(const Item &item, int marks, QWidget *parent)
{
    return new LineInput(item, marks, parent);
}

} // namespace desk

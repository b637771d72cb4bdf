// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/answerinput.h"

#include "desk/marksstrip.h"
#include "desk/optioncard.h"
#include "desk/spantext.h"
#include "desk/tokens.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace desk {

namespace {

using items::Item;
using items::ItemType;
using quiz::Response;

/// Cards to choose from: one, or several where the item says so.
class ChoiceInput final : public AnswerInput
{
public:
    ChoiceInput(const Item &item, const std::vector<qsizetype> &order, QWidget *parent)
        : AnswerInput(parent), m_item(item), m_cards(item.options.size())
    {
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(sized(10));
        for (const qsizetype position : order) {
            const auto i = static_cast<std::size_t>(position);
            const items::Option &option = m_item.options[i];
            const QString letter = items::optionKey(static_cast<qsizetype>(m_shown.size())).toUpper();
            auto *card = new OptionCard(letter, shownText(option), shownAs(option.text.format), this);
            connect(card, &OptionCard::clicked, this, [this, i] { choose(i); });
            column->addWidget(card);
            m_cards[i] = card;
            m_shown.push_back(card);
        }
    }

    [[nodiscard]] Response response() const override
    {
        Response keys;
        for (std::size_t i = 0; i < m_cards.size(); ++i) {
            if (m_cards[i]->isChecked())
                keys.append(items::optionKey(static_cast<qsizetype>(i)));
        }
        return keys;
    }

    void setResponse(const Response &response) override
    {
        for (std::size_t i = 0; i < m_cards.size(); ++i)
            m_cards[i]->setChecked(response.contains(items::optionKey(static_cast<qsizetype>(i))));
        frame();
    }

    void open(const Response &committed) override
    {
        setResponse(committed);
        m_isOpen = true;
        for (std::size_t i = 0; i < m_cards.size(); ++i)
            openCard(i);
    }

    bool takeKey(int key) override
    {
        const auto count = static_cast<int>(m_cards.size());
        if (key >= Qt::Key_1 && key < Qt::Key_1 + std::min(count, 9)) {
            m_shown[static_cast<std::size_t>(key - Qt::Key_1)]->click();
            return true;
        }
        if (key != Qt::Key_Up && key != Qt::Key_Down)
            return false;
        step(key == Qt::Key_Down ? 1 : -1);
        return true;
    }

private:
    [[nodiscard]] bool isSeveral() const { return m_item.type != ItemType::TrueFalse && !m_item.single; }

    [[nodiscard]] QString shownText(const items::Option &option) const
    {
        if (m_item.type != ItemType::TrueFalse)
            return option.text.content;
        return option.text.content == QLatin1String("true") ? tr("True") : tr("Not true");
    }

    void choose(std::size_t which)
    {
        if (m_isOpen)
            return;
        // Where several may be chosen, the click itself has toggled the card.
        for (std::size_t i = 0; i < m_cards.size() && !isSeveral(); ++i)
            m_cards[i]->setChecked(i == which);
        m_cards[which]->setFocus();
        frame();
        Q_EMIT responseChanged(response());
    }

    /// Up and down choose in a single choice, and only move in one where several may be chosen.
    void step(int by)
    {
        const auto count = static_cast<int>(m_cards.size());
        const auto focused = std::ranges::find_if(m_shown, [](const OptionCard *card) { return card->hasFocus(); });
        const auto checked = std::ranges::find_if(m_shown, [](const OptionCard *card) { return card->isChecked(); });
        const auto from = !isSeveral() ? checked : focused;
        const int now = from == m_shown.end() ? (by > 0 ? -1 : count) : static_cast<int>(from - m_shown.begin());
        OptionCard *next = m_shown[static_cast<std::size_t>(std::clamp(now + by, 0, count - 1))];
        next->setFocus();
        if (!isSeveral())
            choose(static_cast<std::size_t>(std::ranges::find(m_cards, next) - m_cards.begin()));
    }

    void frame()
    {
        for (OptionCard *card : m_cards)
            card->setFrame(card->isChecked() ? OptionCard::Frame::Chosen : OptionCard::Frame::Plain);
    }

    void openCard(std::size_t i)
    {
        const items::Option &option = m_item.options[i];
        OptionCard *card = m_cards[i];
        const bool holds = quiz::isRight(m_item, static_cast<qsizetype>(i));
        if (card->isChecked() || holds)
            card->setFeedback(verdict(m_item, holds), option.feedback);
        else
            card->close();
        if (!card->isChecked() && holds)
            card->setFrame(OptionCard::Frame::Holds);
        card->setCheckable(false);
        card->setEnabled(true);
    }

    const Item m_item;
    std::vector<OptionCard *> m_cards; ///< in the file's order
    std::vector<OptionCard *> m_shown; ///< in the page's
    bool m_isOpen = false;
};

/// Feedback under an input that has no cards.
void addFeedback(QBoxLayout *column, const QString &lead, const items::Text &feedback)
{
    auto *label = new QLabel(column->parentWidget());
    label->setWordWrap(true);
    label->setTextFormat(Qt::RichText);
    label->setText(QStringLiteral("<b>%1</b> %2").arg(lead.toHtmlEscaped(), richText(feedback)));
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
    LineInput(const Item &item, int marks, QWidget *parent)
        : AnswerInput(parent), m_item(item), m_line(new QLineEdit(this))
    {
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(sized(10));
        if (isNumber() && marks > 0)
            addMarks(column, marks);
        m_line->setFont(serif(16));
        m_line->setTextMargins(sized(10), 0, sized(10), 0);
        m_line->setFixedWidth(sized(isNumber() ? 200 : 400));
        m_line->setAccessibleName(isNumber() ? tr("Your answer, a number") : tr("Your answer"));
        m_line->setPlaceholderText(isNumber() ? tr("A number") : tr("A few words"));
        auto *row = new QHBoxLayout;
        row->setSpacing(sized(6));
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
        button->setFixedSize(sized(40), sized(36));
        button->setAutoRepeat(true);
        connect(button, &QPushButton::clicked, this, [this, by] { step(by); });
        row->addWidget(button);
        m_steps.push_back(button);
    }

    /// From nothing, or from what is no number, the first step leads to 0. Steps down end there: people are counted.
    void step(int by)
    {
        if (m_line->isReadOnly())
            return;
        bool isNumber = false;
        const double now = response().value(0).toDouble(&isNumber);
        setResponse({QString::number(isNumber ? std::max(std::min(now, 0.0), now + by) : 0.0, 'g', 15)});
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
    QLineEdit *m_line;
    MarksStrip *m_marks = nullptr;
    std::vector<QPushButton *> m_steps;
};

/// Pairs: for each left side, one of the right sides.
class MatchingInput final : public AnswerInput
{
public:
    MatchingInput(const Item &item, QWidget *parent) : AnswerInput(parent), m_item(item)
    {
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        auto *grid = new QGridLayout;
        grid->setColumnStretch(0, 3);
        grid->setColumnStretch(1, 2);
        grid->setHorizontalSpacing(sized(16));
        grid->setVerticalSpacing(sized(6));
        column->addLayout(grid);
        for (const items::Option &pair : m_item.options)
            addRow(grid, pair);
    }

    [[nodiscard]] Response response() const override
    {
        Response chosen;
        for (const QComboBox *box : m_boxes)
            chosen.append(box == nullptr || box->currentIndex() <= 0 ? QString() : box->currentText());
        return chosen;
    }

    void setResponse(const Response &response) override
    {
        for (std::size_t i = 0; i < m_boxes.size(); ++i) {
            if (m_boxes[i] != nullptr)
                m_boxes[i]->setCurrentIndex(
                    std::max(0, m_boxes[i]->findText(response.value(static_cast<qsizetype>(i)))));
        }
    }

    void open(const Response &committed) override
    {
        setResponse(quiz::isDontKnow(committed) ? Response() : committed);
        for (std::size_t i = 0; i < m_boxes.size(); ++i) {
            if (m_boxes[i] == nullptr)
                continue;
            m_boxes[i]->setEnabled(false);
            const bool holds = committed.value(static_cast<qsizetype>(i)) == m_item.options[i].match;
            m_verdicts[i]->setText(holds ? tr("This one holds.")
                                         : tr("It goes with “%1”.").arg(m_item.options[i].match));
            m_verdicts[i]->show();
        }
    }

private:
    void addRow(QGridLayout *grid, const items::Option &pair)
    {
        if (pair.text.isEmpty()) {
            m_boxes.push_back(nullptr);
            m_verdicts.push_back(nullptr);
            return;
        }
        const int row = grid->rowCount();
        auto *left = new QLabel(pair.text.content, this);
        left->setFont(serif(16));
        left->setWordWrap(true);
        auto *box = new QComboBox(this);
        box->addItem(tr("Choose…"));
        box->addItems(quiz::matchChoices(m_item));
        box->setAccessibleName(tr("Goes with: %1").arg(pair.text.content));
        left->setBuddy(box);
        // Long words to choose from must not press the words on the left into a corner.
        box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        auto *told = new QLabel(this);
        told->setFont(sans(13));
        told->setWordWrap(true);
        told->hide();
        grid->addWidget(left, row, 0);
        grid->addWidget(box, row, 1);
        grid->addWidget(told, row + 1, 0, 1, 2);
        connect(box, &QComboBox::activated, this, [this] { Q_EMIT responseChanged(response()); });
        m_boxes.push_back(box);
        m_verdicts.push_back(told);
    }

    const Item m_item;
    std::vector<QComboBox *> m_boxes;
    std::vector<QLabel *> m_verdicts;
};

/// Room to think in writing. The words stay on the screen: nothing that somebody writes about a case is kept.
class EssayInput final : public AnswerInput
{
public:
    explicit EssayInput(QWidget *parent) : AnswerInput(parent), m_text(new QPlainTextEdit(this))
    {
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        m_text->setAccessibleName(tr("Your thoughts"));
        m_text->setMinimumHeight(sized(140));
        m_text->setTabChangesFocus(true);
        column->addWidget(m_text);
        auto *note = new QLabel(tr("For yourself: these words are not kept."), this);
        note->setFont(sans(12));
        note->setForegroundRole(QPalette::PlaceholderText);
        column->addWidget(note);
        setFocusProxy(m_text);
    }

    [[nodiscard]] Response response() const override { return {}; }
    void setResponse(const Response & /*response*/) override {}
    void open(const Response & /*committed*/) override { m_text->setReadOnly(true); }
    [[nodiscard]] QString ownWords() const override { return m_text->toPlainText(); }
    void setOwnWords(const QString &words) override { m_text->setPlainText(words); }

private:
    QPlainTextEdit *m_text;
};

/// A description asks nothing.
class NoInput final : public AnswerInput
{
public:
    using AnswerInput::AnswerInput;
    [[nodiscard]] Response response() const override { return {}; }
    void setResponse(const Response & /*response*/) override {}
    void open(const Response & /*committed*/) override {}
};

} // namespace

bool AnswerInput::takeKey(int /*key*/)
{
    return false;
}

AnswerInput *makeAnswerInput(const Item &item, const InputSetting &setting, QWidget *parent)
{
    switch (item.type) {
    case ItemType::Choice:
    case ItemType::TrueFalse:
    case ItemType::MissingWord:
        return new ChoiceInput(item, setting.order, parent);
    case ItemType::Numerical:
    case ItemType::ShortAnswer:
        return new LineInput(item, setting.marks, parent);
    case ItemType::Matching:
        return new MatchingInput(item, parent);
    case ItemType::Essay:
        return new EssayInput(parent);
    case ItemType::Description:
        return new NoInput(parent);
    }
    return new NoInput(parent);
}

QString partsText(const Item &item, const Response &response)
{
    const double fraction = quiz::mark(item, response).fraction;
    if (fraction <= 0.0 || fraction >= 1.0)
        return {};
    qsizetype held = 0;
    qsizetype all = 0;
    if (item.type == ItemType::Matching) {
        for (std::size_t i = 0; i < item.options.size(); ++i) {
            const bool isPair = !item.options[i].text.isEmpty();
            all += isPair ? 1 : 0;
            held += isPair && response.value(static_cast<qsizetype>(i)) == item.options[i].match ? 1 : 0;
        }
    } else if (item.type == ItemType::Choice || item.type == ItemType::MissingWord) {
        all = quiz::rightCount(item);
        for (const QString &key : response)
            held += quiz::isRight(item, items::optionPosition(key)) ? 1 : 0;
    }
    return all < 2 ? AnswerInput::tr("Part of it holds.") : AnswerInput::tr("%1 of %2 hold.").arg(held).arg(all);
}

Qt::TextFormat shownAs(items::TextFormat format)
{
    switch (format) {
    case items::TextFormat::Html:
        return Qt::RichText;
    case items::TextFormat::Markdown:
        return Qt::MarkdownText;
    case items::TextFormat::Moodle:
    case items::TextFormat::Plain:
        return Qt::PlainText;
    }
    return Qt::PlainText;
}

QString verdict(const Item &item, bool holds)
{
    if (holds)
        return AnswerInput::tr("This one holds.");
    const bool isDecision =
        item.tags.contains(QStringLiteral("scenario")) || item.tags.contains(QStringLiteral("decision"));
    return isDecision ? AnswerInput::tr("A safer first step exists.") : AnswerInput::tr("Not from what is known.");
}

} // namespace desk

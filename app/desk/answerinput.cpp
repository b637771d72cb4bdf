// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/answerinput.h"

#include "desk/lineinput.h"
#include "desk/matchinginput.h"
#include "desk/optioncard.h"
#include "type/tokens.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

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
        column->setSpacing(type::sized(10));
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
        setExclusive(!isSeveral());
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
        setExclusive(false); // else the last one could not be taken back
        for (std::size_t i = 0; i < m_cards.size(); ++i)
            m_cards[i]->setChecked(response.contains(items::optionKey(static_cast<qsizetype>(i))));
        setExclusive(!isSeveral());
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
        // Up to I: the letters behind it are keys of the window's own.
        const int count = std::min(static_cast<int>(m_shown.size()), 9);
        for (const int first : {Qt::Key_1, Qt::Key_A}) {
            if (key < first || key >= first + count)
                continue;
            m_shown[static_cast<std::size_t>(key - first)]->click();
            return true;
        }
        if (key != Qt::Key_Up && key != Qt::Key_Down)
            return false;
        step(key == Qt::Key_Down ? 1 : -1);
        return true;
    }

private:
    [[nodiscard]] bool isSeveral() const { return m_item.type != ItemType::TrueFalse && !m_item.single; }

    /// Tells a screen reader too whether one or several can be chosen.
    void setExclusive(bool isExclusive)
    {
        for (OptionCard *card : m_cards)
            card->setAutoExclusive(isExclusive);
    }

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

/// Room to think in writing. The words stay on the screen: nothing that somebody writes about a case is kept.
class EssayInput final : public AnswerInput
{
public:
    explicit EssayInput(QWidget *parent) : AnswerInput(parent), m_text(new QPlainTextEdit(this))
    {
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        m_text->setAccessibleName(tr("Your thoughts"));
        m_text->setMinimumHeight(type::sized(140));
        m_text->setTabChangesFocus(true);
        column->addWidget(m_text);
        auto *note = new QLabel(tr("For yourself: these words are not kept."), this);
        note->setFont(type::sans(12));
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
        return makeLineInput(item, setting.marks, parent);
    case ItemType::Matching:
        return makeMatchingInput(item, parent);
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
    qsizetype others = 0; // chosen, and not right
    if (item.type == ItemType::Matching) {
        for (std::size_t i = 0; i < item.options.size(); ++i) {
            const bool isPair = !item.options[i].text.isEmpty();
            all += isPair ? 1 : 0;
            held += isPair && response.value(static_cast<qsizetype>(i)) == item.options[i].match ? 1 : 0;
        }
    } else if (item.type == ItemType::Choice || item.type == ItemType::MissingWord) {
        all = quiz::rightCount(item);
        for (const QString &key : response) {
            const bool isHeld = quiz::isRight(item, items::optionPosition(key));
            held += isHeld ? 1 : 0;
            others += isHeld ? 0 : 1;
        }
    }
    if (all >= 2 && others > 0)
        return AnswerInput::tr("%1 of %2 hold, and something else was chosen that does not.").arg(held).arg(all);
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
    if (item.tags.contains(QStringLiteral("wording")))
        return AnswerInput::tr("Truer words exist.");
    const bool isDecision =
        item.tags.contains(QStringLiteral("scenario")) || item.tags.contains(QStringLiteral("decision"));
    return isDecision ? AnswerInput::tr("A safer first step exists.") : AnswerInput::tr("Not from what is known.");
}

} // namespace desk

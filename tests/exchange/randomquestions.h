// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/gift.h"
#include "items/giftnumbers.h"
#include "items/gifttext.h"

#include <QRandomGenerator>

#include <array>

namespace testing {

/// Makes questions of every kind that are sound, and full of what formats stumble over.
class QuestionMaker
{
public:
    explicit QuestionMaker(quint32 seed) : m_random(seed) {}

    [[nodiscard]] items::Item next()
    {
        items::Item item;
        item.type = static_cast<items::ItemType>(m_random.bounded(8));
        item.id = QStringLiteral("q-%1").arg(++m_count);
        item.title = words(1, 5).replace(u'\n', u' ');
        for (int i = m_random.bounded(3); i > 0; --i)
            item.tags.append(words(1, 4).replace(u'\n', u'-'));
        item.tags.removeDuplicates();
        m_format = anyFormat();
        item.stem = {words(1, 14), m_format};
        if (m_random.bounded(2) == 0 && item.type != items::ItemType::Description)
            item.generalFeedback = text();
        addOptions(item);
        return item;
    }

private:
    int upTo(int most) { return m_random.bounded(most); }

    [[nodiscard]] items::TextFormat anyFormat() { return static_cast<items::TextFormat>(upTo(4)); }

    /// Trimmed and not empty, since every format trims.
    [[nodiscard]] QString words(int least, int most)
    {
        static const std::array tokens{
            "~",  "=", "#",  "{",  "}",          ":",      "\\",      "->",   "%",  "//", "\n",     "&",
            "<",  ">", "\"", "'",  "]]>",        "&amp;",  "[html]",  "$",    "*",  "_",  "=%100%", "0",
            "\t", ",", ";",  "-",  "+",          "@",      "\\n",     "####", "::", "[",  "]",      "a",
            "b",  " ", "é",  "漢", "\U0001F642", "\u00A0", "e\u0301", "<b>",  "T",  "1",  "TRUE",   "$CATEGORY"};
        for (;;) {
            QString words;
            for (int i = least + upTo(most - least + 1); i > 0; --i)
                words += QString::fromUtf8(tokens[static_cast<std::size_t>(upTo(static_cast<int>(tokens.size())))]);
            words = items::giftTrimmed(words).toString();
            if (!words.isEmpty() && !words.contains(QStringLiteral("_____")))
                return words;
        }
    }

    [[nodiscard]] items::Text text() { return {words(1, 8), upTo(5) == 0 ? anyFormat() : m_format}; }

    [[nodiscard]] double weight()
    {
        static const std::array percents{90.0, 83.33333, 75.0, 66.66667, 50.0, 33.33333, 16.66667, 12.5, 5.0, 0.0};
        const double share = *items::knownFraction(percents[static_cast<std::size_t>(upTo(10))]);
        return upTo(3) == 0 ? -share : share;
    }

    [[nodiscard]] items::Option option(double fraction)
    {
        items::Option option;
        option.text = text();
        option.fraction = fraction == 0 ? 0 : fraction; // never -0
        if (upTo(2) == 0)
            option.feedback = text();
        return option;
    }

    void addOptions(items::Item &item)
    {
        using items::ItemType;
        switch (item.type) {
        case ItemType::MissingWord:
            item.stem.content = words(1, 6) + QStringLiteral(" _____ ") + words(1, 6);
            [[fallthrough]];
        case ItemType::Choice:
            item.single = upTo(2) == 0;
            for (int i = 2 + upTo(4); i > 0; --i)
                item.options.push_back(option(weight()));
            item.options[static_cast<std::size_t>(upTo(2))].fraction = 1;
            break;
        case ItemType::TrueFalse:
            addTrueFalse(item);
            break;
        case ItemType::Matching:
            for (int i = 2 + upTo(4); i > 0; --i)
                addPair(item);
            break;
        case ItemType::ShortAnswer:
            for (int i = upTo(3); i >= 0; --i)
                item.options.push_back(option(std::abs(weight())));
            item.options.front().fraction = 1;
            for (items::Option &option : item.options)
                option.anythingElse = option.text.content == QStringLiteral("*");
            break;
        case ItemType::Numerical:
            addNumbers(item);
            break;
        case ItemType::Essay:
        case ItemType::Description:
            break;
        }
    }

    void addTrueFalse(items::Item &item)
    {
        const bool isTrue = upTo(2) == 0;
        for (const bool value : {true, false}) {
            items::Option option = this->option(value == isTrue ? 1 : 0);
            option.text = {value ? QStringLiteral("true") : QStringLiteral("false"), items::TextFormat::Moodle};
            item.options.push_back(option);
        }
    }

    void addPair(items::Item &item)
    {
        items::Option pair;
        if (item.options.empty() || upTo(5) != 0)
            pair.text = text();
        pair.match = words(1, 5);
        item.options.push_back(pair);
    }

    void addNumbers(items::Item &item)
    {
        for (int i = upTo(3); i >= 0; --i) {
            items::Option option = this->option(std::abs(weight()));
            option.text = {};
            option.value = (upTo(200'000) - 100'000) / 1000.0;
            option.tolerance = upTo(3) == 0 ? upTo(1000) / 100.0 : 0;
            item.options.push_back(option);
        }
        item.options.front().fraction = 1;
        if (upTo(2) == 0)
            return;
        items::Option rest = option(0);
        rest.text = {QStringLiteral("*"), items::TextFormat::Moodle};
        rest.anythingElse = true;
        item.options.push_back(rest);
    }

    QRandomGenerator m_random;
    items::TextFormat m_format = items::TextFormat::Moodle;
    int m_count = 0;
};

} // namespace testing

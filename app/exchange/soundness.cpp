// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/soundness.h"

#include "exchange/telling.h"
#include "items/gift.h"
#include "items/giftnumbers.h"
#include "items/gifttext.h"

#include <algorithm>
#include <cmath>

namespace exchange {

namespace {

using base::FaultCode;
using items::Item;
using items::ItemType;
using items::Option;

class Examiner
{
public:
    Examiner(Item &item, base::Faults &faults) : m_item(item), m_faults(faults) {}

    [[nodiscard]] bool examine()
    {
        expectCount();
        for (std::size_t i = 0; i < m_item.options.size(); ++i)
            examineOption(m_item.options[i], items::optionKey(static_cast<qsizetype>(i)));
        if (m_sound && isMarked() && fullMark() < almostAll)
            m_faults.push_back(faultOf(m_item, base::Severity::Warning, FaultCode::GiftNoRightAnswer));
        return m_sound;
    }

private:
    static constexpr double almostAll = 0.995; // three times 33.33333 %

    [[nodiscard]] bool isMarked() const
    {
        return m_item.type != ItemType::Essay && m_item.type != ItemType::Description &&
               m_item.type != ItemType::Matching;
    }

    void expectCount()
    {
        const bool isAlone = m_item.type == ItemType::ShortAnswer || m_item.type == ItemType::Numerical;
        const bool hasNone = m_item.type == ItemType::Essay || m_item.type == ItemType::Description;
        const std::size_t least = hasNone ? 0 : isAlone ? 1 : 2;
        const bool isTooMany =
            (m_item.type == ItemType::TrueFalse && m_item.options.size() > 2) || (hasNone && !m_item.options.empty());
        if (m_item.options.size() < least || isTooMany)
            refuse(FaultCode::GiftTooFewAnswers, {QString::number(m_item.options.size()), QString::number(least)});
    }

    void examineOption(Option &option, const QString &key)
    {
        if (m_item.type == ItemType::Matching) {
            if (option.match.isEmpty())
                refuse(FaultCode::GiftAnswerEmpty, {key});
            return;
        }
        if (m_item.type != ItemType::Numerical && option.text.isEmpty())
            refuse(FaultCode::GiftAnswerEmpty, {key});
        if (!std::isfinite(option.value) || !std::isfinite(option.tolerance) || option.tolerance < 0)
            refuse(FaultCode::GiftNumberMalformed, {QString::number(option.tolerance)});
        const auto known = items::knownFraction(option.fraction * 100);
        if (known)
            option.fraction = *known;
        else
            refuse(FaultCode::GiftWeightUnknown, {QString::number(option.fraction * 100)});
    }

    [[nodiscard]] double fullMark() const
    {
        const bool sums = (m_item.type == ItemType::Choice || m_item.type == ItemType::MissingWord) && !m_item.single;
        double most = 0;
        for (const Option &option : m_item.options) {
            const double earned = std::max(option.fraction, 0.0);
            most = sums ? most + earned : std::max(most, earned);
        }
        return most;
    }

    void refuse(FaultCode code, const QStringList &details)
    {
        m_sound = false;
        m_faults.push_back(faultOf(m_item, base::Severity::Error, code, details));
    }

    Item &m_item;
    base::Faults &m_faults;
    bool m_sound = true;
};

} // namespace

bool completeItem(Item &item, base::Faults &faults)
{
    if (!Examiner(item, faults).examine())
        return false;
    if (item.title.isEmpty())
        item.title = items::defaultTitle(item.stem);
    if (item.id.isEmpty())
        item.id = items::contentId(item);
    return true;
}

} // namespace exchange

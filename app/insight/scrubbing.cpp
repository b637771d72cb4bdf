// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/scrubbing.h"

#include "base/phrase.h"
#include "figures/smallnumbers.h"
#include "insight/teller.h"
#include "quiz/marking.h"

#include <algorithm>

namespace insight {

bool isRough(const Spread &spread)
{
    return isFew(spread.dontKnow) || std::ranges::any_of(spread.options, isFew);
}

bool isRightHidden(const items::Item &item, const Spread &spread)
{
    int few = isFew(spread.dontKnow) ? 1 : 0;
    bool isTold = item.single && (spread.dontKnow == 0 || few == 1);
    for (qsizetype option = 0; option < std::ssize(spread.options); ++option) {
        const int count = spread.options[static_cast<std::size_t>(option)];
        if (quiz::isRight(item, option) || count == 0)
            continue;
        few += isFew(count) ? 1 : 0;
        isTold = isTold && isFew(count);
    }
    const int rest = spread.answered - spread.right.value_or(0);
    return isTold && few > 1 && (rest == few || rest == figures::few * few);
}

bool isRightHidden(const items::Item &item, const std::vector<Reviewed> &reviewed)
{
    const auto found = std::ranges::find(reviewed, item.id, &Reviewed::item);
    return found != reviewed.end() && std::ranges::any_of(found->occasions, [&item](const Occasion &occasion) {
               return occasion.spread.isTold() && isRightHidden(item, occasion.spread);
           });
}

ReportCell roughly(int count, int total)
{
    const QString words = count == 0          ? reportText("nobody")
                          : isFew(count)      ? base::render({QStringLiteral("answers-few"), {}})
                          : 2 * count > total ? reportText("most")
                                              : reportText("some");
    return {.text = words, .isHidden = true};
}

} // namespace insight

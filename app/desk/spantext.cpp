// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/spantext.h"

namespace desk {

QString htmlOf(const std::vector<course::Span> &spans)
{
    QString html;
    for (const course::Span &span : spans) {
        QString text = span.text.toHtmlEscaped();
        text.replace(u'\n', QStringLiteral("<br>"));
        if (span.strong)
            text = QStringLiteral("<b>") + text + QStringLiteral("</b>");
        if (span.emphasis)
            text = QStringLiteral("<i>") + text + QStringLiteral("</i>");
        html += text;
    }
    return html;
}

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "keep/helpcard.h"

#include "keep/jsonfile.h"

namespace keep {

HelpCard::HelpCard(const QString &folder)
    : m_path(folder.isEmpty() ? QString() : folder + QLatin1String("/help-card.json"))
{
    if (!m_path.isEmpty())
        m_text = readJson(m_path).value(QLatin1String("text")).toString().left(mostHelpText);
}

tl::expected<void, Error> HelpCard::setText(const QString &text)
{
    m_text = text.left(mostHelpText);
    if (m_path.isEmpty())
        return {};
    return writeJson(m_path, {{QStringLiteral("text"), m_text}});
}

} // namespace keep

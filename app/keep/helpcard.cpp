// SPDX-License-Identifier: GPL-3.0-or-later
#include "keep/helpcard.h"

#include "keep/jsonfile.h"

namespace keep {

namespace {

QString fileOf(CardKind kind)
{
    return kind == CardKind::Help ? QStringLiteral("/help-card.json") : QStringLiteral("/disclosure-card.json");
}

} // namespace

HelpCard::HelpCard(const QString &folder, CardKind kind) : m_path(folder.isEmpty() ? QString() : folder + fileOf(kind))
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

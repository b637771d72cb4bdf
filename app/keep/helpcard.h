// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keep/settings.h"

namespace keep {

/// Which of the two cards that are filled in where the course is run.
enum class CardKind {
    Help,       ///< where help is to be had
    Disclosure, ///< what to do when somebody discloses, or names a person at risk
};

/// A card in the words of whoever runs the course here. It ships blank: an address from elsewhere, or an old one, does
/// harm.
class HelpCard
{
public:
    /// `folder` need not exist. An empty one keeps the card in memory only.
    explicit HelpCard(const QString &folder, CardKind kind = CardKind::Help);

    /// What is on it; empty where nobody has filled it in.
    [[nodiscard]] QString text() const { return m_text; }

    /// Holds for this run even where it cannot be written. At most `mostHelpText` signs are kept.
    [[nodiscard]] tl::expected<void, Error> setText(const QString &text);

private:
    QString m_path;
    QString m_text;
};

/// As much as fits a page in large type.
inline constexpr qsizetype mostHelpText = 2000;

} // namespace keep

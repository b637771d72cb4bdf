// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/words.h"

#include <array>
#include <utility>

namespace course {

namespace {

template<typename T, std::size_t N>
std::optional<T> named(const std::array<std::pair<const char *, T>, N> &words, const QString &word)
{
    for (const auto &[spelling, value] : words) {
        if (word == QLatin1String(spelling))
            return value;
    }
    return std::nullopt;
}

using std::pair;

constexpr std::array claimKinds{
    pair{"fact", ClaimKind::Fact},
    pair{"opinion", ClaimKind::Opinion},
    pair{"prediction", ClaimKind::Prediction},
};
constexpr std::array statuses{
    pair{"essay-only", Status::EssayOnly},
    pair{"corroborated", Status::Corroborated},
    pair{"disputed", Status::Disputed},
    pair{"not-found", Status::NotFound},
};
constexpr std::array qualifiers{
    pair{"exact", Qualifier::Exact},        pair{"at-least", Qualifier::AtLeast},
    pair{"more-than", Qualifier::MoreThan}, pair{"up-to", Qualifier::UpTo},
    pair{"about", Qualifier::About},        pair{"most", Qualifier::Most},
    pair{"some", Qualifier::Some},          pair{"not-reported", Qualifier::NotReported},
};
constexpr std::array questions{
    pair{"left", Question::Left},           pair{"back", Question::Back},     pair{"work", Question::Work},
    pair{"detention", Question::Detention}, pair{"family", Question::Family}, pair{"other", Question::Other},
};
constexpr std::array datePrecisions{
    pair{"day", DatePrecision::Day},           pair{"month", DatePrecision::Month}, pair{"year", DatePrecision::Year},
    pair{"relative", DatePrecision::Relative}, pair{"none", DatePrecision::None},
};
constexpr std::array figureForms{
    pair{"unit-rows", FigureForm::UnitRows},
    pair{"comparison-row", FigureForm::ComparisonRow},
    pair{"strip", FigureForm::Strip},
    pair{"timeline", FigureForm::Timeline},
    pair{"map", FigureForm::Map},
    pair{"cause-map", FigureForm::CauseMap},
    pair{"board", FigureForm::Board},
    pair{"sketch", FigureForm::Sketch},
    pair{"drawings", FigureForm::Drawings},
};
constexpr std::array partKinds{
    pair{"node", PartKind::Node},     pair{"arrow", PartKind::Arrow}, pair{"row", PartKind::Row},
    pair{"column", PartKind::Column}, pair{"cell", PartKind::Cell},   pair{"moment", PartKind::Moment},
    pair{"gap", PartKind::Gap},       pair{"gate", PartKind::Gate},   pair{"person", PartKind::Person},
    pair{"people", PartKind::People},
};
constexpr std::array drawingKinds{
    pair{"unit-rows", DrawingKind::UnitRows},
    pair{"full-bars", DrawingKind::FullBars},
    pair{"rising-line", DrawingKind::RisingLine},
};
constexpr std::array cardKinds{
    pair{"job-aid", CardKind::JobAid},
    pair{"facilitator", CardKind::Facilitator},
    pair{"local", CardKind::Local},
};
constexpr std::array stepKinds{
    pair{"section", PlanStep::Kind::Section}, pair{"check", PlanStep::Kind::Check},
    pair{"form", PlanStep::Kind::Form},       pair{"card", PlanStep::Kind::Card},
    pair{"break", PlanStep::Kind::Break},     pair{"discuss", PlanStep::Kind::Discuss},
};

} // namespace

std::optional<ClaimKind> claimKindNamed(const QString &word)
{
    return named(claimKinds, word);
}

std::optional<Status> statusNamed(const QString &word)
{
    return named(statuses, word);
}

std::optional<Qualifier> qualifierNamed(const QString &word)
{
    return named(qualifiers, word);
}

std::optional<Question> questionNamed(const QString &word)
{
    return named(questions, word);
}

std::optional<DatePrecision> datePrecisionNamed(const QString &word)
{
    return named(datePrecisions, word);
}

std::optional<FigureForm> figureFormNamed(const QString &word)
{
    return named(figureForms, word);
}

std::optional<PartKind> partKindNamed(const QString &word)
{
    return named(partKinds, word);
}

std::optional<DrawingKind> drawingKindNamed(const QString &word)
{
    return named(drawingKinds, word);
}

std::optional<CardKind> cardKindNamed(const QString &word)
{
    return named(cardKinds, word);
}

std::optional<PlanStep::Kind> stepKindNamed(const QString &word)
{
    return named(stepKinds, word);
}

} // namespace course

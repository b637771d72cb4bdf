// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/pack.h"

#include "base/wholefile.h"
#include "paper/parts.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace paper {

namespace {

using Parts = tl::expected<std::vector<Part>, Error>;

struct Name {
    What what;
    const char *name;
};

constexpr std::array names{
    Name{What::Handout, "handout"},     Name{What::Facilitator, "facilitator"},
    Name{What::Questions, "questions"}, Name{What::Key, "key"},
    Name{What::Cards, "cards"},         Name{What::Posters, "posters"},
    Name{What::Slip, "slip"},
};

QString tr(const char *text)
{
    return QCoreApplication::translate("Paper", text);
}

Stock stockOf(const Order &order)
{
    return {.size = order.size, .isLarge = order.isLarge};
}

auto refused(ErrorCode code, const QString &place = {}, const QString &detail = {})
{
    return tl::unexpected(Error{code, place, detail});
}

/// The open module of this id.
tl::expected<const course::Module *, Error> moduleOf(const course::Course &course, const QString &id)
{
    const course::Module *module = course::findModule(course, id);
    if (module == nullptr)
        return refused(ErrorCode::ModuleUnknown, id);
    if (!module->isOpen())
        return refused(ErrorCode::ModuleClosed, id);
    return module;
}

Parts handouts(const course::Course &course, const Order &order)
{
    std::vector<Part> parts;
    if (!order.module.isEmpty()) {
        const auto module = moduleOf(course, order.module);
        if (!module)
            return tl::unexpected(module.error());
        parts.push_back(handoutOf(course, **module, stockOf(order), order.help));
        return parts;
    }
    for (const course::Module &module : course.modules) {
        if (module.isOpen())
            parts.push_back(handoutOf(course, module, stockOf(order), order.help));
    }
    return parts;
}

tl::expected<std::vector<QuestionSet>, Error> setsOf(const course::Course &course, const Order &order)
{
    if (!order.module.isEmpty()) {
        const auto module = moduleOf(course, order.module);
        if (!module)
            return tl::unexpected(module.error());
        if ((*module)->items.empty())
            return refused(ErrorCode::NothingThere, order.module);
        return std::vector{QuestionSet{(*module)->title, false, &(*module)->items}};
    }
    std::vector<QuestionSet> sets;
    for (const course::Form &form : course.forms) {
        if ((order.form.isEmpty() || form.id == order.form) && !form.items.empty())
            sets.push_back({tr("Form %1").arg(form.id.toUpper()), true, &form.items});
    }
    if (sets.empty() && !order.form.isEmpty())
        return refused(ErrorCode::FormUnknown, order.form);
    return sets;
}

Parts questions(const course::Course &course, const Order &order)
{
    const auto sets = setsOf(course, order);
    if (!sets)
        return tl::unexpected(sets.error());
    std::vector<Part> parts;
    for (const QuestionSet &set : *sets)
        parts.push_back(order.what == What::Key ? keyOf(course, set, stockOf(order))
                                                : questionsOf(course, set, stockOf(order)));
    return parts;
}

Parts guides(const course::Course &course, const Order &order)
{
    if (order.plan.isEmpty())
        return std::vector{wholeGuideOf(course, stockOf(order))};
    const auto plan = std::ranges::find(course.plans, order.plan, &course::Plan::id);
    if (plan == course.plans.end())
        return refused(ErrorCode::PlanUnknown, order.plan);
    return std::vector{guideOf(course, *plan, stockOf(order))};
}

Parts partsOf(const course::Course &course, const Order &order)
{
    std::vector<Part> parts;
    switch (order.what) {
    case What::Handout:
        return handouts(course, order);
    case What::Facilitator:
        return guides(course, order);
    case What::Questions:
    case What::Key:
        return questions(course, order);
    case What::Cards:
        for (const course::Card &card : course.cards)
            parts.push_back(cardOf(course, card, stockOf(order)));
        break;
    case What::Posters:
        for (const course::FigureData &figure : course.figures)
            parts.push_back(posterOf(course, figure.id, stockOf(order)));
        break;
    case What::Slip:
        parts.push_back(slipsOf(course, stockOf(order)));
        break;
    }
    return parts;
}

} // namespace

QString nameOf(What what)
{
    return QLatin1String(std::ranges::find(names, what, &Name::what)->name);
}

std::optional<What> whatNamed(const QString &name)
{
    const auto found =
        std::ranges::find_if(names, [&name](const Name &one) { return name == QLatin1String(one.name); });
    return found == names.end() ? std::nullopt : std::optional(found->what);
}

tl::expected<QByteArray, Error> pdfOf(const course::Course &course, const Order &order)
{
    const Parts parts = partsOf(course, order);
    if (!parts)
        return tl::unexpected(parts.error());
    if (parts->empty())
        return refused(ErrorCode::NothingThere, nameOf(order.what));
    return pdfOf(*parts, course.title + QStringLiteral(": ") + nameOf(order.what));
}

QByteArray pdfOf(const course::Course &course, const insight::Report &report, const Stock &stock)
{
    return pdfOf({reportPart(course, report, stock)}, course.title + QStringLiteral(": ") + report.title);
}

tl::expected<void, Error> writePdf(const course::Course &course, const Order &order, const QString &path)
{
    const auto bytes = pdfOf(course, order);
    if (!bytes)
        return tl::unexpected(bytes.error());
    return base::writeWhole(path, *bytes).map_error([&path](const QString &why) {
        return Error{ErrorCode::CannotWrite, path, why};
    });
}

} // namespace paper

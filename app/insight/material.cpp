// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/material.h"

#include "items/gift.h"

#include <algorithm>
#include <numeric>

namespace insight {

namespace {

/// Whose goes and papers are read: those of the workshops that are looked at, and what belongs to none.
std::vector<QUuid> sittingsOf(const std::vector<workshop::HeldSession> &held, const Scope &scope)
{
    std::vector<QUuid> sessions;
    if (!scope.sessions || std::ranges::find(*scope.sessions, QUuid()) != scope.sessions->end())
        sessions.emplace_back();
    for (const workshop::HeldSession &one : held)
        sessions.push_back(one.session.id());
    return sessions;
}

} // namespace

std::vector<const workshop::Session *> Material::rooms() const
{
    std::vector<const workshop::Session *> rooms;
    for (const workshop::HeldSession &held : sessions)
        rooms.push_back(&held.session);
    return rooms;
}

int Material::people() const
{
    return std::accumulate(sessions.begin(), sessions.end(), 0, [](int sum, const workshop::HeldSession &held) {
        return sum + held.session.setting().room;
    });
}

journal::Result<std::optional<Material>> materialOf(const course::Course &course, const journal::Journal &journal,
                                                    const Scope &scope, const Progress &progress)
{
    const QString prefix = course.id + u'/';
    auto sessions = workshop::sessionsIn(journal, prefix, scope.sessions);
    if (!sessions)
        return tl::unexpected(sessions.error());
    std::erase_if(*sessions, [&](const workshop::HeldSession &held) {
        // A rehearsal is looked at by itself, or not at all.
        const bool isMixed = held.session.setting().isRehearsal && !(scope.sessions && scope.sessions->size() == 1);
        return isMixed || held.beganAt < scope.from || held.beganAt >= scope.until;
    });
    std::ranges::reverse(*sessions);
    Filter filter;
    filter.sessions = sittingsOf(*sessions, scope);
    filter.from = scope.from;
    filter.until = scope.until;
    filter.goes = scope.goes;
    filter.versions = versionsOf(course);
    auto answers = answersIn(journal, prefix, filter, progress);
    if (!answers)
        return tl::unexpected(answers.error());
    if (!answers->has_value())
        return std::nullopt;
    return Material{*std::move(sessions), **std::move(answers), scope};
}

QHash<QString, QString> versionsOf(const course::Course &course)
{
    QHash<QString, QString> versions;
    const auto add = [&versions](const std::vector<items::Item> &some) {
        for (const items::Item &item : some)
            versions.insert(item.id, items::itemVersion(item));
    };
    for (const course::Module &module : course.modules)
        add(module.items);
    for (const course::Form &form : course.forms)
        add(form.items);
    return versions;
}

} // namespace insight

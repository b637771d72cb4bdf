// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tl/expected.hpp>

#include <QString>
#include <QUuid>

namespace keep {

/// What was answered to "keep my progress on this computer?".
enum class Progress { NotAsked, Keep, Guest };

enum class Theme { System, Light, Dark, Contrast };

/// When the answers of a check open.
enum class Opening { AtOnce, AfterTries, AtEnd };

/// What a person has set. Nothing here tells who they are.
struct Settings {
    Progress progress = Progress::NotAsked;
    Theme theme = Theme::System;
    double textScale = 1.0;    ///< 0.8 to 2.0, on top of the system's own scale
    double lineSpacing = 1.0;  ///< of lessons, 1 to 1.5
    double lineLength = 1.0;   ///< of lessons, 0.8 to 1.3 of what reads best
    bool trainerNotes = false; ///< show slides and facilitator notes in the lesson
    Opening opening = Opening::AtOnce;
    bool asksCertainty = false;             ///< a check asks how sure somebody is
    bool mixedOrder = false;                ///< a check asks in an order of its own
    bool notes = false;                     ///< a reader's own notes are switched on
    QString hideKey = QStringLiteral("F9"); ///< hides every window; as QKeySequence spells it
    int keptDays = 0;                       ///< what happened is purged after so many days; 0: never

    bool operator==(const Settings &) const = default;
};

/// Where somebody stopped reading.
struct Place {
    QString section;       ///< its id, empty for the start page
    double scrolled = 0.0; ///< share of the section above the top of the window, 0 to 1
    QUuid person = {};     ///< who it was; nobody else is led there

    bool operator==(const Place &) const = default;
};

struct Error {
    QString path;
    QString detail; ///< for developers: the system's own words

    bool operator==(const Error &) const = default;
};

/// Small JSON files in one folder, each written aside and renamed. A file that is missing reads as the defaults; one
/// that cannot be understood reads as the defaults too and is put aside under another name, never overwritten.
class Store
{
public:
    /// `folder` need not exist. An empty one keeps everything in memory only (a guest, a tour, a test).
    explicit Store(QString folder);

    [[nodiscard]] const QString &folder() const { return m_folder; }
    [[nodiscard]] Settings settings() const { return m_settings; }
    [[nodiscard]] Place place() const { return m_place; }

    /// What is set holds for this run even where it cannot be written. A number out of its range is set to its default.
    [[nodiscard]] tl::expected<void, Error> setSettings(const Settings &settings);
    [[nodiscard]] tl::expected<void, Error> setPlace(const Place &place);

private:
    QString m_folder;
    Settings m_settings;
    Place m_place;
};

/// The user's own configuration folder of this program, or the one in the portable folder.
[[nodiscard]] QString defaultFolder();

} // namespace keep

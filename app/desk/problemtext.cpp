// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/problemtext.h"

#include <QCoreApplication>
#include <QDir>

namespace desk {

namespace {

const char *keepingText(journal::ErrorCode code)
{
    using enum journal::ErrorCode;
    switch (code) {
    case CannotOpen:
        return QT_TRANSLATE_NOOP("Problem",
                                 "Your answers cannot be kept: %1 cannot be opened. You can read and answer all "
                                 "the same, until the window closes. Check that the folder is there and yours.");
    case ReadOnly:
        return QT_TRANSLATE_NOOP("Problem",
                                 "This was not saved: %1 may only be read. What was saved before is safe. Make "
                                 "the file writable, or ask who looks after this computer, and try again.");
    case DiskFull:
        return QT_TRANSLATE_NOOP("Problem",
                                 "This was not saved: the disk with %1 is full. What was saved before is safe. "
                                 "Free some space and try again.");
    case Locked:
        return QT_TRANSLATE_NOOP("Problem",
                                 "This was not saved: another program holds %1. What was saved before is safe. "
                                 "Close the other window of this program and try again.");
    case Damaged:
        return QT_TRANSLATE_NOOP("Problem",
                                 "%1 is damaged and is left as it is. You can read and answer all the same, "
                                 "until the window closes. Put a backup in its place, or move it away to begin "
                                 "a new one.");
    case NotAJournal:
        return QT_TRANSLATE_NOOP("Problem",
                                 "%1 belongs to another program and is left as it is. You can read and answer "
                                 "all the same, until the window closes. Choose another file with --journal.");
    case NewerVersion:
        return QT_TRANSLATE_NOOP("Problem",
                                 "%1 was written by a newer version of this program and is left as it is. You "
                                 "can read and answer all the same, until the window closes. Open it with the "
                                 "newer version.");
    case AlreadyThere:
        return QT_TRANSLATE_NOOP("Problem", "Nothing was written: there is a file %1 already, and it is left as it is. "
                                            "Choose another name, or move that file away.");
    case Conflict:
        return QT_TRANSLATE_NOOP(
            "Problem", "Nothing was taken in from %1: something in it contradicts what is here. Both files are "
                       "as they were. Make the copy anew on the computer that it comes from.");
    case NoSuchActor:
        return QT_TRANSLATE_NOOP("Problem",
                                 "Nobody of that name is in %1, so nothing was changed. Look who is kept there, and "
                                 "choose one of them.");
    case Remains:
        return QT_TRANSLATE_NOOP(
            "Problem", "All but one copy is purged: %1 could not be rewritten, and still holds what should be "
                       "gone. Delete that file yourself, or make it writable and try again.");
    case Rejected:
    case Failed:
        return QT_TRANSLATE_NOOP("Problem", "This was not saved in %1. What was saved before is safe. Try again; if it "
                                            "stays like this, close and reopen the program.");
    }
    return "";
}

/// What is kept here is never touched before all of the other file has proved to be sound.
const char *takingInText(journal::ErrorCode code)
{
    using enum journal::ErrorCode;
    switch (code) {
    case CannotOpen:
        return QT_TRANSLATE_NOOP("Problem", "Nothing was taken in: %1 cannot be opened. What is kept here is as it "
                                            "was. Check that the file is there and that you may read it, then choose "
                                            "it again.");
    case ReadOnly:
        return QT_TRANSLATE_NOOP("Problem", "Nothing was taken in from %1, because the file that keeps your progress "
                                            "may only be read. What is kept here is as it was. Make that file "
                                            "writable, or ask who looks after this computer, and try again.");
    case DiskFull:
        return QT_TRANSLATE_NOOP("Problem", "Nothing was taken in from %1, because this computer's disk is full. What "
                                            "is kept here is as it was. Free some space and try again.");
    case Locked:
        return QT_TRANSLATE_NOOP("Problem", "Nothing was taken in from %1, because another program holds it, or holds "
                                            "what is kept here. Both are as they were. Close the other program and "
                                            "try again.");
    case Damaged:
        return QT_TRANSLATE_NOOP("Problem", "Nothing was taken in: %1 is damaged, and is left as it is. What is kept "
                                            "here is as it was. Make the copy anew on the computer that it comes "
                                            "from.");
    case NotAJournal:
        return QT_TRANSLATE_NOOP("Problem", "Nothing was taken in: %1 is no copy that this program made, and is left "
                                            "as it is. What is kept here is as it was. Choose another file, or make "
                                            "the copy anew on the computer that it comes from.");
    case NewerVersion:
        return QT_TRANSLATE_NOOP("Problem", "Nothing was taken in: %1 was written by a newer version of this program, "
                                            "and is left as it is. What is kept here is as it was. Take it in with "
                                            "the newer version.");
    case Conflict:
    case Remains:
        return keepingText(code);
    case AlreadyThere:
    case NoSuchActor:
    case Rejected:
    case Failed:
        break;
    }
    return QT_TRANSLATE_NOOP("Problem",
                             "Nothing was taken in from %1. What is kept here is as it was. Try again; if it "
                             "stays like this, make the copy anew on the computer that it comes from.");
}

const char *copyingOutText(journal::ErrorCode code)
{
    using enum journal::ErrorCode;
    switch (code) {
    case CannotOpen:
        return QT_TRANSLATE_NOOP("Problem", "No copy was made: %1 cannot be written. What is kept here is as it was. "
                                            "Check that the folder is there and yours, or choose another one.");
    case ReadOnly:
        return QT_TRANSLATE_NOOP("Problem", "No copy was made: where %1 was to be may only be read. What is kept here "
                                            "is as it was. Unlock the stick, or choose another folder.");
    case DiskFull:
        return QT_TRANSLATE_NOOP("Problem", "No copy was made: there is not enough room for %1. What is kept here is "
                                            "as it was. Free some space, or choose another place.");
    case Locked:
        return QT_TRANSLATE_NOOP("Problem", "The copy %1 was not made, because another program holds what is kept "
                                            "here. That is as it was. Close the other window of this program and try "
                                            "again.");
    case Damaged:
        return QT_TRANSLATE_NOOP("Problem", "The copy %1 was not made, because what is kept here is damaged. It is "
                                            "left as it is. Put a backup in its place, then make the copy.");
    case AlreadyThere:
        return keepingText(code);
    case NotAJournal:
    case NewerVersion:
    case Conflict:
    case NoSuchActor:
    case Remains:
    case Rejected:
    case Failed:
        break;
    }
    return QT_TRANSLATE_NOOP("Problem",
                             "The copy %1 was not made. What is kept here is as it was. Try again, or choose "
                             "another place for it.");
}

const char *sentenceOf(journal::ErrorCode code, Occasion occasion)
{
    switch (occasion) {
    case Occasion::Keeping:
        return keepingText(code);
    case Occasion::TakingIn:
        return takingInText(code);
    case Occasion::CopyingOut:
        return copyingOutText(code);
    }
    return "";
}

/// A purge that follows a merge tells of a copy of our own, which nobody chose.
QString pathIn(const journal::Error &error, Occasion occasion, const QString &chosen)
{
    const bool isOurs = occasion == Occasion::Keeping || error.code == journal::ErrorCode::Remains;
    return isOurs || chosen.isEmpty() ? error.path : chosen;
}

} // namespace

QString problemText(const journal::Error &error, Occasion occasion, const QString &chosen)
{
    const QString path = pathIn(error, occasion, chosen);
    const QString name =
        path.isEmpty() ? QCoreApplication::translate("Problem", "the journal") : QDir::toNativeSeparators(path);
    return QCoreApplication::translate("Problem", sentenceOf(error.code, occasion)).arg(name);
}

} // namespace desk

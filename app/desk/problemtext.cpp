// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/problemtext.h"

#include <QCoreApplication>
#include <QDir>

namespace desk {

namespace {

const char *sentenceOf(journal::ErrorCode code)
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

} // namespace

QString problemText(const journal::Error &error)
{
    const QString name = error.path.isEmpty() ? QCoreApplication::translate("Problem", "the journal")
                                              : QDir::toNativeSeparators(error.path);
    return QCoreApplication::translate("Problem", sentenceOf(error.code)).arg(name);
}

} // namespace desk

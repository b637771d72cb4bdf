// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// What holds for any bytes at all: they are read without harm, what is read can be written, and what is written is
/// read back as the same questions. Aborts where it does not.
namespace fuzz {

void gift(const QByteArray &bytes);
void moodleXml(const QByteArray &bytes);
void sheet(const QByteArray &bytes);

} // namespace fuzz

// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/convert.h"

#include "base/faulttext.h"
#include "base/wholefile.h"
#include "command/command.h"
#include "exchange/formats.h"
#include "exchange/images.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace command {

namespace {

using exchange::Format;
using exchange::Questions;

/// Whether a file stands in the folder of a course, or of one of its modules.
bool isInCourse(const QFileInfo &file)
{
    const QDir folder = file.absoluteDir();
    return folder.exists(QStringLiteral("course.yaml")) || folder.exists(QStringLiteral("../course.yaml"));
}

/// One conversion, step by step; each step says on `err` why it cannot.
class Conversion
{
public:
    Conversion(const QString &from, const QString &to, QTextStream &err) : m_from(from), m_to(to), m_err(err) {}

    [[nodiscard]] int run(Format source, Format target)
    {
        QFile file(m_from.filePath());
        if (!file.open(QIODevice::ReadOnly))
            return refuse(m_from, file.errorString(), InputHasErrors);
        exchange::Reading reading = exchange::read(source, file.readAll(), m_from.filePath());
        if (source != Format::MoodleXml && target == Format::MoodleXml)
            exchange::gatherImages(reading.questions, m_from.absolutePath(), reading.faults);
        tell(reading.faults);
        if (reading.questions.items.empty() && base::hasError(reading.faults)) {
            m_err << m_to.filePath() << ": nothing was written: no question could be read.\n";
            return InputHasErrors;
        }
        if (target != Format::MoodleXml && !writeImages(reading.questions))
            return MachineFailed;
        const exchange::Writing writing = exchange::write(target, reading.questions, m_from.completeBaseName());
        tell(writing.losses);
        if (!save(m_to.filePath(), writing.bytes))
            return MachineFailed;
        return base::hasError(reading.faults) ? InputHasErrors : Done;
    }

private:
    int refuse(const QFileInfo &file, const QString &why, int status)
    {
        m_err << file.filePath() << ": error: " << why << '\n';
        return status;
    }

    void tell(const base::Faults &faults)
    {
        for (const base::Fault &fault : faults)
            m_err << base::faultLine(fault) << '\n';
    }

    [[nodiscard]] bool save(const QString &path, const QByteArray &bytes)
    {
        const auto written = base::writeWhole(path, bytes);
        if (!written)
            m_err << path << ": error: " << written.error() << " What was there before is unchanged.\n";
        return written.has_value();
    }

    /// Images go into a folder beside the file, named after it.
    [[nodiscard]] bool writeImages(Questions &questions)
    {
        if (questions.images.empty())
            return true;
        const QString name = m_to.completeBaseName() + QLatin1String("-images");
        const QDir folder(m_to.absoluteDir().filePath(name));
        if (!folder.exists() && !QDir().mkdir(folder.path())) {
            m_err << folder.path() << ": error: the folder cannot be made. Nothing was written.\n";
            return false;
        }
        for (const exchange::Image &image : questions.images) {
            if (!save(folder.filePath(image.name), image.bytes))
                return false;
        }
        exchange::pointToImages(questions, name);
        return true;
    }

    QFileInfo m_from;
    QFileInfo m_to;
    QTextStream &m_err;
};

} // namespace

int convert(const QStringList &arguments, QTextStream & /*out*/, QTextStream &err)
{
    QCommandLineParser parser;
    const QCommandLineOption replace(QStringLiteral("replace"));
    parser.addOption(replace);
    if (!parser.parse(QStringList{QStringLiteral("convert")} + arguments) || parser.positionalArguments().size() != 2) {
        err << usage();
        return WrongUsage;
    }
    const QString from = parser.positionalArguments().constFirst();
    const QString to = parser.positionalArguments().constLast();
    const auto source = exchange::formatOf(from);
    const auto target = exchange::formatOf(to);
    if (!source || !target || !exchange::canRead(*source)) {
        err << "convert reads .gift, .xml (Moodle), .csv and .json, and writes these and .tsv (Anki).\n";
        return WrongUsage;
    }
    const QFileInfo there(to);
    if (there.exists() && isInCourse(there) && !parser.isSet(replace)) {
        err << to << ": error: this file belongs to a course, and nothing was written. To replace it, add --replace.\n";
        return WrongUsage;
    }
    return Conversion(from, to, err).run(*source, *target);
}

} // namespace command

// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/images.h"

#include "exchange/telling.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <functional>

namespace exchange {

namespace {

using items::Item;
using items::Option;
using items::Text;

constexpr QLatin1String placeholder("@@PLUGINFILE@@/");

/// Calls `change` with every text of a question that may show an image.
void forEachText(Item &item, const std::function<void(Text &)> &change)
{
    change(item.stem);
    change(item.generalFeedback);
    for (Option &option : item.options) {
        change(option.text);
        change(option.feedback);
    }
}

/// Loads images for one set of questions, each file once.
class Gatherer
{
public:
    Gatherer(Questions &questions, const QString &folder, base::Faults &faults)
        : m_questions(questions), m_folder(QDir(folder).canonicalPath()), m_faults(faults)
    {
    }

    void gather(Item &item)
    {
        forEachText(item, [&](Text &text) { text.content = gathered(item, text.content); });
    }

private:
    [[nodiscard]] QString gathered(const Item &item, const QString &content)
    {
        static const QRegularExpression address(
            QStringLiteral("(src=\"|\\]\\()([^\":<>()\\s]+\\.(?:png|jpe?g|gif|svg|webp))(?=[\")\\s])"),
            QRegularExpression::CaseInsensitiveOption);
        QString result;
        qsizetype done = 0;
        for (auto matches = address.globalMatch(content); matches.hasNext();) {
            const QRegularExpressionMatch match = matches.next();
            const QString name = taken(item, QUrl::fromPercentEncoding(match.captured(2).toUtf8()));
            result += content.mid(done, match.capturedStart(2) - done);
            result +=
                name.isEmpty() ? match.captured(2) : placeholder + QString::fromLatin1(QUrl::toPercentEncoding(name));
            done = match.capturedEnd(2);
        }
        return result + content.mid(done);
    }

    /// The name under which the file at `path` goes along; empty where it cannot.
    [[nodiscard]] QString taken(const Item &item, const QString &path)
    {
        if (path.startsWith(placeholder))
            return {};
        const QString file = QFileInfo(QDir(m_folder).filePath(path)).canonicalFilePath();
        const bool isInside = !file.isEmpty() && file.startsWith(m_folder + u'/');
        QFile source(file);
        if (!isInside || source.size() > largestImage || !source.open(QIODevice::ReadOnly)) {
            m_faults.push_back(faultOf(item, base::Severity::Warning, base::FaultCode::ImageRefused, {path}));
            return {};
        }
        return added({QFileInfo(file).fileName(), source.readAll()});
    }

    /// Two files of one name keep apart: the second gets a number.
    [[nodiscard]] QString added(Image image)
    {
        const QFileInfo original(image.name);
        for (int number = 2;; ++number) {
            const auto same = std::ranges::find(m_questions.images, image.name, &Image::name);
            if (same == m_questions.images.end()) {
                m_questions.images.push_back(image);
                return image.name;
            }
            if (same->bytes == image.bytes)
                return image.name;
            image.name = original.completeBaseName() + u'-' + QString::number(number) + u'.' + original.suffix();
        }
    }

    Questions &m_questions;
    QString m_folder;
    base::Faults &m_faults;
};

} // namespace

QStringList imagesNamedIn(const QString &text)
{
    static const QRegularExpression name(QStringLiteral("@@PLUGINFILE@@/([^\"'<>()\\s?]+)"));
    QStringList names;
    for (auto matches = name.globalMatch(text); matches.hasNext();)
        names.append(QUrl::fromPercentEncoding(matches.next().captured(1).toUtf8()));
    names.removeDuplicates();
    return names;
}

bool isPlainName(const QString &name)
{
    constexpr qsizetype longest = 200;
    static const QRegularExpression forbidden(QStringLiteral("[/\\\\:*?\"<>|\\x{00}-\\x{1F}\\x{7F}]"));
    return !name.isEmpty() && name.size() <= longest && name != QLatin1String(".") && name != QLatin1String("..") &&
           !name.contains(forbidden);
}

void gatherImages(Questions &questions, const QString &folder, base::Faults &faults)
{
    Gatherer gatherer(questions, folder, faults);
    for (Item &item : questions.items)
        gatherer.gather(item);
}

void pointToImages(Questions &questions, const QString &folder)
{
    const QString address = QString::fromLatin1(QUrl::toPercentEncoding(folder)) + u'/';
    for (Item &item : questions.items)
        forEachText(item, [&](Text &text) { text.content.replace(placeholder, address); });
}

} // namespace exchange

// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/storyreader.h"

#include "base/ids.h"
#include "course/markdown.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace course {

namespace {

using base::FaultCode;
using Passage = Story::Passage;

constexpr std::size_t mostPassages = 500; ///< far more than anybody walks through, and few enough to follow every path

/// A passage as it stands in the file: what is behind `::`, and the bytes of its text.
struct Piece {
    QString name;
    QStringList tags;
    qsizetype header = 0;
    qsizetype begin = 0;
    qsizetype end = 0;
};

/// `Name [tags] {metadata}`, with a backslash before brackets that belong to the name.
Piece pieceOf(const QString &header)
{
    static const QRegularExpression form(
        QStringLiteral("^((?:\\\\.|[^\\[{\\\\])*)(?:\\[([^\\]]*)\\])?\\s*(?:\\{.*\\})?\\s*$"));
    const QRegularExpressionMatch match = form.match(header);
    Piece piece;
    piece.name = match.captured(1).remove(u'\\').trimmed();
    piece.tags = match.captured(2).split(u' ', Qt::SkipEmptyParts);
    return piece;
}

std::vector<Piece> piecesOf(const QByteArray &bytes)
{
    std::vector<Piece> pieces;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype newline = bytes.indexOf('\n', at);
        const qsizetype next = newline < 0 ? bytes.size() : newline + 1;
        if (bytes.mid(at, 2) == "::") {
            if (!pieces.empty())
                pieces.back().end = at;
            pieces.push_back(pieceOf(QString::fromUtf8(bytes.mid(at + 2, next - at - 2)).trimmed()));
            pieces.back().header = at;
            pieces.back().begin = next;
            pieces.back().end = bytes.size();
        }
        at = next;
    }
    return pieces;
}

/// The words and the target of what stands between double brackets.
Story::Choice choiceOf(const QString &link)
{
    const auto cut = [&link](qsizetype at, qsizetype width, bool targetLast) {
        const QString first = link.left(at).trimmed();
        const QString last = link.mid(at + width).trimmed();
        return targetLast ? Story::Choice{first, last, {}} : Story::Choice{last, first, {}};
    };
    if (const qsizetype at = link.lastIndexOf(QStringLiteral("->")); at >= 0)
        return cut(at, 2, true);
    if (const qsizetype at = link.indexOf(QStringLiteral("<-")); at >= 0)
        return cut(at, 2, false);
    if (const qsizetype at = link.indexOf(u'|'); at >= 0)
        return cut(at, 1, true);
    return {link.trimmed(), link.trimmed(), {}};
}

class StoryReader
{
public:
    StoryReader(const TextFile &file, const QString &id, base::Faults &faults)
        : m_file(file), m_masked(file.bytes()), m_faults(faults)
    {
        m_scope.scope = base::Scope::Entry;
        m_scope.scopeId = id;
        m_story.id = id;
        m_story.place = file.placeAt(0);
    }

    std::optional<Story> read()
    {
        const std::size_t before = m_faults.size();
        if (!base::isId(m_story.id))
            tell(FaultCode::IdInvalid, 0, m_story.id);
        const std::vector<Piece> pieces = piecesOf(m_file.bytes());
        if (pieces.size() > mostPassages) {
            tell(FaultCode::TweeForbidden, pieces[mostPassages].header,
                 QString::number(mostPassages) + QStringLiteral("+ passages"));
            return std::nullopt;
        }
        for (const Piece &piece : pieces)
            readPiece(piece);
        if (m_story.title.isEmpty())
            tell(FaultCode::KeyMissing, 0, QStringLiteral("StoryTitle"));
        readTexts(pieces);
        checkPaths();
        const auto isError = [](const base::Fault &fault) { return fault.severity == base::Severity::Error; };
        const bool isSound =
            std::none_of(m_faults.begin() + static_cast<std::ptrdiff_t>(before), m_faults.end(), isError);
        return isSound ? std::optional(std::move(m_story)) : std::nullopt;
    }

private:
    [[nodiscard]] QString textOf(const Piece &piece) const
    {
        return QString::fromUtf8(m_file.bytes().mid(piece.begin, piece.end - piece.begin));
    }

    void readPiece(const Piece &piece)
    {
        if (piece.name.isEmpty()) {
            tell(FaultCode::TweeHeader, piece.header, {});
        } else if (piece.name == QLatin1String("StoryTitle")) {
            m_story.title = textOf(piece).trimmed();
        } else if (piece.name == QLatin1String("StoryData")) {
            readData(piece);
        } else if (passageNamed(piece.name) != nullptr) {
            tell(FaultCode::IdDuplicate, piece.header, piece.name);
        } else {
            m_story.passages.push_back({piece.name, piece.tags, {}, {}, m_file.placeAt(piece.header)});
            readLinks(piece, m_story.passages.back());
            checkWords(piece);
        }
    }

    void readData(const Piece &piece)
    {
        QJsonParseError error{};
        const QJsonObject data = QJsonDocument::fromJson(textOf(piece).toUtf8(), &error).object();
        if (error.error != QJsonParseError::NoError)
            tell(FaultCode::JsonSyntax, piece.begin + error.offset, error.errorString());
        m_story.ifid = data.value(QLatin1String("ifid")).toString();
        m_story.start = data.value(QLatin1String("start")).toString();
        m_dataAt = piece.header;
    }

    /// Takes the links out of the text, leaving as many spaces, so that what is left stands where it stood.
    void readLinks(const Piece &piece, Passage &passage)
    {
        for (qsizetype at = m_file.bytes().indexOf("[[", piece.begin); at >= 0 && at < piece.end;
             at = m_file.bytes().indexOf("[[", at)) {
            const qsizetype close = m_file.bytes().indexOf("]]", at);
            if (close < 0 || close >= piece.end)
                return;
            Story::Choice choice = choiceOf(QString::fromUtf8(m_file.bytes().mid(at + 2, close - at - 2)));
            choice.place = m_file.placeAt(at);
            passage.choices.push_back(choice);
            m_masked.replace(at, close + 2 - at, QByteArray(close + 2 - at, ' '));
            at = close + 2;
        }
    }

    void checkWords(const Piece &piece)
    {
        for (const char *tag : {"script", "stylesheet"}) {
            if (piece.tags.contains(QLatin1String(tag)))
                tell(FaultCode::TweeForbidden, piece.header, QLatin1String(tag));
        }
        // SugarCube's macros, Harlowe's, and variables of either.
        static const QRegularExpression forbidden(
            QStringLiteral("<<[^>]*>>|\\((?:set|put|if|unless|else|else-if|link|goto|print|display|random|either|live|"
                           "event|click|mouseover|for|array|a|dm|ds)[a-z-]*:|\\$[A-Za-z_]\\w*"));
        const QByteArray bytes = m_file.bytes().mid(piece.begin, piece.end - piece.begin);
        const QRegularExpressionMatch match = forbidden.match(QString::fromUtf8(bytes));
        if (!match.hasMatch())
            return;
        const qsizetype before = QString::fromUtf8(bytes).left(match.capturedStart()).toUtf8().size();
        tell(FaultCode::TweeForbidden, piece.begin + before, match.captured());
    }

    void readTexts(const std::vector<Piece> &pieces)
    {
        const TextFile masked(m_file.name(), m_masked);
        for (const Piece &piece : pieces) {
            Passage *passage = passageNamed(piece.name);
            if (passage != nullptr && passage->place == m_file.placeAt(piece.header))
                passage->blocks = readMarkdown(masked, piece.begin, piece.end, m_scope, m_faults);
        }
    }

    void checkPaths()
    {
        if (passageNamed(m_story.start) == nullptr) {
            tell(m_story.start.isEmpty() ? FaultCode::KeyMissing : FaultCode::UnknownPassage, m_dataAt,
                 m_story.start.isEmpty() ? QStringLiteral("start") : m_story.start);
            return;
        }
        for (const Passage &passage : m_story.passages) {
            for (const Story::Choice &choice : passage.choices) {
                if (passageNamed(choice.to) != nullptr)
                    continue;
                m_hasUnknown = true;
                tell(FaultCode::UnknownPassage, choice.place, choice.to);
            }
            if (passage.choices.empty() && !passage.isEnd())
                tell(FaultCode::PassageDeadEnd, passage.place, passage.name);
        }
        walk(m_story.start);
        // Behind a link that leads nowhere everything seems out of reach.
        if (m_hasUnknown)
            return;
        for (const Passage &passage : m_story.passages) {
            if (!m_done.contains(passage.name))
                tell(FaultCode::PassageUnreachable, passage.place, passage.name);
        }
    }

    /// Goes down every path; a passage that is met again on the same path closes a cycle.
    void walk(const QString &name)
    {
        const Passage *passage = passageNamed(name);
        if (passage == nullptr || m_done.contains(name))
            return;
        m_path.append(name);
        for (const Story::Choice &choice : passage->choices) {
            if (m_path.contains(choice.to))
                tell(FaultCode::PassageCycle, choice.place, choice.to);
            else
                walk(choice.to);
        }
        m_path.removeLast();
        m_done.append(name);
    }

    [[nodiscard]] Passage *passageNamed(const QString &name)
    {
        const auto found = std::ranges::find(m_story.passages, name, &Passage::name);
        return found == m_story.passages.end() ? nullptr : &*found;
    }

    void tell(FaultCode code, qsizetype offset, const QString &detail) { tell(code, m_file.placeAt(offset), detail); }

    void tell(FaultCode code, const base::Place &place, const QString &detail)
    {
        base::Fault fault = m_scope;
        fault.code = code;
        fault.place = place;
        if (!detail.isEmpty())
            fault.details = {detail};
        m_faults.push_back(fault);
    }

    const TextFile &m_file;
    QByteArray m_masked; ///< the file without its links
    base::Faults &m_faults;
    base::Fault m_scope;
    Story m_story;
    qsizetype m_dataAt = 0;
    bool m_hasUnknown = false; ///< a link leads nowhere
    QStringList m_path;
    QStringList m_done;
};

} // namespace

std::optional<Story> readStory(const TextFile &file, const QString &id, base::Faults &faults)
{
    return StoryReader(file, id, faults).read();
}

} // namespace course

// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/readability.h"

#include <QRegularExpression>

#include <algorithm>

namespace course {

namespace {

bool isVowel(QChar c)
{
    return QStringView(u"aeiouyáéíóúäöüàèêïî").contains(c);
}

/// Past the sign at `at` and the marks that close behind it.
qsizetype behindSign(const QString &text, qsizetype at)
{
    qsizetype next = at + 1;
    while (next < text.size() && QStringView(u"”’\")").contains(text.at(next)))
        ++next;
    return next;
}

/// Whether a sentence ends before `next`: what follows is a space and then no small letter.
bool endsBefore(const QString &text, qsizetype next)
{
    if (next >= text.size())
        return true;
    return text.at(next).isSpace() && (next + 1 >= text.size() || !text.at(next + 1).isLower());
}

} // namespace

QStringList sentencesOf(const QString &text)
{
    QStringList sentences;
    qsizetype begin = 0;
    const auto cutAt = [&](qsizetype end) {
        const QString sentence = text.mid(begin, end - begin).simplified();
        if (!sentence.isEmpty())
            sentences.append(sentence);
        begin = end;
    };
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text.at(at);
        const qsizetype next = behindSign(text, at);
        if (c == u'\n')
            cutAt(at + 1);
        else if (QStringView(u".!?").contains(c) && endsBefore(text, next))
            cutAt(next);
    }
    cutAt(text.size());
    return sentences;
}

QStringList wordsOf(const QString &text)
{
    static const QRegularExpression word(QStringLiteral("[\\p{L}\\p{N}]+(?:['’-][\\p{L}\\p{N}]+)*"));
    QStringList words;
    for (auto match = word.globalMatch(text); match.hasNext();)
        words.append(match.next().captured());
    return words;
}

int syllablesOf(const QString &word)
{
    const QString lower = word.toLower();
    int count = 0;
    bool inside = false;
    for (const QChar c : lower) {
        const bool vowel = isVowel(c);
        if (vowel && !inside)
            ++count;
        inside = vowel;
    }
    const bool silent = lower.endsWith(u'e') && !lower.endsWith(QLatin1String("le")) && count > 1;
    const bool past = lower.endsWith(QLatin1String("ed")) && count > 1 && lower.size() > 3 &&
                      !QStringView(u"td").contains(lower.at(lower.size() - 3));
    return std::max(1, count - (silent || past ? 1 : 0));
}

double readingGrade(const QStringList &sentences)
{
    double words = 0;
    double syllables = 0;
    double counted = 0;
    for (const QString &sentence : sentences) {
        const QStringList own = wordsOf(sentence);
        if (own.isEmpty())
            continue;
        counted += 1;
        words += static_cast<double>(own.size());
        for (const QString &word : own)
            syllables += syllablesOf(word);
    }
    if (words == 0)
        return 0;
    return 0.39 * words / counted + 11.8 * syllables / words - 15.59;
}

} // namespace course

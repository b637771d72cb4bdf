// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/review.h"

#include "course/itemreview.h"
#include "course/passages.h"
#include "course/readability.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <numeric>
#include <tuple>

namespace course {

namespace {

using base::Fault;
using base::FaultCode;
using base::Faults;

constexpr int fewestWordsToRepeat = 7; // shorter sentences are formulas: "Keep the pairs."

Fault warning(Fault scope, FaultCode code, const base::Place &place, const QStringList &details)
{
    scope.severity = base::Severity::Warning;
    scope.code = code;
    scope.place = place;
    scope.details = details;
    return scope;
}

Fault entry(const QString &id)
{
    Fault fault;
    fault.scope = base::Scope::Entry;
    fault.scopeId = id;
    return fault;
}

void findLinks(const std::vector<Block> &blocks, QSet<QString> &links)
{
    for (const Block &block : blocks) {
        // What only trainers see tells nobody who studies alone.
        const bool isForTrainers = block.kind == BlockKind::Callout &&
                                   (block.callout == CalloutKind::Facilitator || block.callout == CalloutKind::Slide);
        if (isForTrainers)
            continue;
        for (const Span &span : block.spans)
            links.insert(span.link);
        findLinks(block.children, links);
    }
}

void reviewClaims(const Course &course, Faults &faults)
{
    QSet<QString> told;
    QSet<QString> asked;
    for (const Module &module : course.modules) {
        for (const Section &section : module.sections)
            findLinks(section.blocks, told);
        for (const items::Item &item : module.items)
            asked.unite(QSet<QString>(item.tags.begin(), item.tags.end()));
    }
    for (const Claim &claim : course.claims) {
        if (!told.contains(QStringLiteral("claim:") + claim.id))
            faults.push_back(warning(entry(claim.id), FaultCode::ClaimUntold, claim.place, {claim.id}));
        if (!asked.contains(claim.id))
            faults.push_back(warning(entry(claim.id), FaultCode::ClaimUnasked, claim.place, {claim.id}));
    }
}

/// A text without what stands between quotation marks.
QString unquoted(QString text)
{
    static const QRegularExpression quoted(QStringLiteral("“[^”]*”|\"[^\"]*\""));
    return text.remove(quoted);
}

void reviewWords(const Course &course, const std::vector<Text> &texts, Faults &faults)
{
    for (const AvoidedWord &word : course.avoidedWords) {
        const QRegularExpression pattern(QStringLiteral("\\b(?:") + word.pattern + QStringLiteral(")\\b"),
                                         QRegularExpression::CaseInsensitiveOption |
                                             QRegularExpression::UseUnicodePropertiesOption);
        for (const Text &text : texts) {
            const QRegularExpressionMatch match = pattern.match(word.mayBeQuoted ? unquoted(text.words) : text.words);
            if (match.hasMatch())
                faults.push_back(
                    warning(text.scope, FaultCode::WordAvoided, text.place, {match.captured(), word.instead}));
        }
    }
}

void reviewSentences(const std::vector<Text> &texts, Faults &faults)
{
    QHash<QString, base::Place> seen;
    for (const Text &text : texts) {
        if (text.isSlide || text.isHeading)
            continue;
        for (const QString &sentence : sentencesOf(text.words)) {
            const QStringList words = wordsOf(sentence.toLower());
            if (words.size() < fewestWordsToRepeat)
                continue;
            const QString key = words.join(u' ');
            const auto first = seen.constFind(key);
            if (first == seen.constEnd())
                seen.insert(key, text.place);
            else if (*first != text.place) // an item may offer the same words to several of its pairs
                faults.push_back(warning(text.scope, FaultCode::SentenceTwice, text.place,
                                         {first->file + u':' + QString::number(first->line), sentence}));
        }
    }
}

/// What a learner reads in one section, sentence by sentence.
void reviewSections(const Course &course, const std::vector<Text> &texts, Faults &faults)
{
    QHash<const Section *, QStringList> sentences;
    for (const Text &text : texts) {
        if (text.section != nullptr && text.isForLearners)
            sentences[text.section] += sentencesOf(text.words);
    }
    for (const Module &module : course.modules) {
        Fault scope;
        scope.scope = base::Scope::Module;
        scope.scopeId = module.id;
        for (const Section &section : module.sections) {
            const int words = wordsToRead(section);
            if (words > mostWords)
                faults.push_back(warning(scope, FaultCode::SectionTooLong, section.place,
                                         {section.id, QString::number(words), QString::number(mostWords)}));
            const double grade = readingGrade(sentences.value(&section));
            if (course.language == QLatin1String("en") && grade > highestGrade)
                faults.push_back(
                    warning(scope, FaultCode::GradeTooHigh, section.place,
                            {section.id, QString::number(grade, 'f', 1), QString::number(highestGrade, 'f', 0)}));
        }
    }
}

void reviewFigures(const std::vector<Block> &blocks, const Fault &scope, Faults &faults)
{
    for (const Block &block : blocks) {
        if (block.kind == BlockKind::Figure && plainText(block.spans).trimmed().isEmpty())
            faults.push_back(warning(scope, FaultCode::FigureWithoutWords, block.place, {block.figure}));
        reviewFigures(block.children, scope, faults);
    }
}

void reviewFigures(const Course &course, Faults &faults)
{
    for (const Module &module : course.modules) {
        Fault scope;
        scope.scope = base::Scope::Module;
        scope.scopeId = module.id;
        for (const Section &section : module.sections)
            reviewFigures(section.blocks, scope, faults);
    }
}

void reviewPlans(const Course &course, Faults &faults)
{
    for (const Plan &plan : course.plans) {
        const int sum = std::accumulate(plan.steps.begin(), plan.steps.end(), 0,
                                        [](int before, const PlanStep &step) { return before + step.minutes; });
        if (sum != plan.minutes)
            faults.push_back(warning(entry(plan.id), FaultCode::PlanMinutes, plan.place,
                                     {plan.id, QString::number(sum), QString::number(plan.minutes)}));
    }
}

} // namespace

Faults review(const Course &course)
{
    Faults faults;
    const std::vector<Text> texts = textsOf(course);
    reviewClaims(course, faults);
    reviewItems(course, faults);
    reviewWords(course, texts, faults);
    reviewSentences(texts, faults);
    reviewSections(course, texts, faults);
    reviewFigures(course, faults);
    reviewPlans(course, faults);
    std::ranges::stable_sort(faults, {}, [](const Fault &fault) {
        return std::tuple(fault.place.file, fault.place.line, fault.place.column);
    });
    return faults;
}

} // namespace course

// SPDX-License-Identifier: GPL-3.0-or-later
#include "workshop/pile.h"

#include "base/ids.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace workshop {

namespace {

using base::Statement;
using base::Verb;
using items::ItemType;

struct WhenName {
    When when = When::Alone;
    QLatin1String name;
};

constexpr std::array whens{
    WhenName{When::Before, QLatin1String("before")},
    WhenName{When::After, QLatin1String("after")},
    WhenName{When::Later, QLatin1String("later")},
};

quiz::Conduct conductOf(const PileSetting &setting)
{
    quiz::Conduct conduct;
    conduct.only = setting.only;
    conduct.form = setting.form;
    return conduct;
}

Entry entryIn(const Statement &statement)
{
    if (statement.verb == Verb::Skipped)
        return {Entry::Kind::Blank, {}};
    Entry entry{Entry::Kind::Answer, {}};
    for (const QJsonValue key : statement.result.value(QLatin1String("response")).toArray())
        entry.response.append(key.toString());
    return entry;
}

/// The option that a letter or a digit stands for; -1 for any other key.
qsizetype positionOf(QChar key)
{
    const char32_t small = key.toLower().unicode();
    if (small >= U'a' && small < U'a' + mostKeys)
        return static_cast<qsizetype>(small - U'a');
    return small >= U'1' && small < U'1' + mostKeys ? static_cast<qsizetype>(small - U'1') : -1;
}

/// Chooses an option, or takes it back; the keys stay in the options' order.
Entry toggled(const Entry &before, const QString &key)
{
    quiz::Response keys = quiz::isDontKnow(before.response) ? quiz::Response() : before.response;
    if (keys.removeAll(key) == 0)
        keys.append(key);
    keys.sort();
    return keys.isEmpty() ? Entry() : Entry{Entry::Kind::Answer, keys};
}

} // namespace

Pile::Pile(const QString &objectPrefix, PileSetting setting, std::vector<items::Item> items)
    : m_setting(std::move(setting)), m_prefix(objectPrefix),
      m_asked(objectPrefix, m_setting.target, std::move(items), {}, conductOf(m_setting))
{
}

bool Pile::isMade(int row) const
{
    return row >= 0 && row < rows() && m_papers[static_cast<std::size_t>(row)].isMade();
}

int Pile::paperCount() const
{
    return static_cast<int>(std::ranges::count_if(m_papers, &Paper::isMade));
}

int Pile::answerCount() const
{
    qsizetype count = 0;
    for (const Paper &paper : m_papers)
        count +=
            std::ranges::count_if(paper.cells, [](const Cell &cell) { return cell.entry.kind == Entry::Kind::Answer; });
    return static_cast<int>(count);
}

bool Pile::isTyped(const items::Item &item)
{
    const bool hasOptions =
        item.type == ItemType::Choice || item.type == ItemType::TrueFalse || item.type == ItemType::MissingWord;
    return hasOptions && std::ssize(item.options) <= mostKeys;
}

bool Pile::isTyped(int column) const
{
    return column >= 0 && column < columns() && isTyped(m_asked.item(column));
}

bool Pile::takesSeveral(int column) const
{
    return isTyped(column) && m_asked.item(column).type != ItemType::TrueFalse && !m_asked.item(column).single;
}

bool Pile::isEmpty() const
{
    return std::ranges::none_of(items(), [](const items::Item &item) { return isTyped(item); });
}

Entry Pile::entry(const Address &spot) const
{
    if (!isMade(spot.row) || spot.column >= columns())
        return {};
    const Paper &paper = m_papers[static_cast<std::size_t>(spot.row)];
    if (spot.column == codeColumn)
        return paper.code.isEmpty() ? Entry() : Entry{Entry::Kind::Answer, {paper.code}};
    return paper.cells[static_cast<std::size_t>(spot.column)].entry;
}

std::vector<int> Pile::papersWithCode(const QString &code) const
{
    std::vector<int> numbers;
    for (int row = 0; row < rows() && !code.isEmpty(); ++row) {
        if (m_papers[static_cast<std::size_t>(row)].code == code)
            numbers.push_back(row + 1);
    }
    return numbers;
}

bool Pile::isSpot(const Address &spot) const
{
    const bool isRow = spot.row >= 0 && spot.row <= rows() && spot.row < mostPapers;
    return isRow && (isTyped(spot.column) || (spot.column == codeColumn && m_setting.hasCodes()));
}

Address Pile::firstIn(int row) const
{
    return m_setting.hasCodes() ? Address{row, codeColumn} : after({row, codeColumn});
}

Address Pile::lastIn(int row) const
{
    return before({row, columns()});
}

Address Pile::after(const Address &spot) const
{
    for (int column = spot.column + 1; column < columns(); ++column) {
        if (isTyped(column))
            return {spot.row, column};
    }
    const bool hasNext = spot.row < rows() && spot.row + 1 < mostPapers;
    return hasNext && !isEmpty() ? firstIn(spot.row + 1) : spot;
}

Address Pile::before(const Address &spot) const
{
    for (int column = spot.column - 1; column >= codeColumn; --column) {
        if (isSpot({spot.row, column}))
            return {spot.row, column};
    }
    return spot.row > 0 && !isEmpty() ? lastIn(spot.row - 1) : spot;
}

/// Ids grow as things are written, so the greatest of those that still hold is the last.
Address Pile::resumeAt() const
{
    Address last{0, codeColumn - 1};
    QUuid lastId;
    const auto look = [&](const QUuid &id, const Address &spot) {
        if (id.isNull() || (!lastId.isNull() && !base::uuidBefore(lastId, id)))
            return;
        last = spot;
        lastId = id;
    };
    for (int row = 0; row < rows(); ++row) {
        const Paper &paper = m_papers[static_cast<std::size_t>(row)];
        look(paper.isMade() ? paper.started.back() : QUuid(), {row, codeColumn});
        for (int column = 0; column < static_cast<int>(paper.cells.size()); ++column)
            look(paper.cells[static_cast<std::size_t>(column)].statement, {row, column});
    }
    return lastId.isNull() ? firstIn(0) : after(last);
}

std::optional<Entry> Pile::typed(const Address &spot, QChar key) const
{
    if (!isTyped(spot.column))
        return std::nullopt;
    if (key == u'?' || key == u'0')
        return Entry{Entry::Kind::Answer, quiz::dontKnow()};
    if (key == u'-')
        return Entry{Entry::Kind::Blank, {}};
    const qsizetype position = positionOf(key);
    if (position < 0 || position >= std::ssize(m_asked.item(spot.column).options))
        return std::nullopt;
    const QString option = items::optionKey(position);
    return takesSeveral(spot.column) ? toggled(entry(spot), option) : Entry{Entry::Kind::Answer, {option}};
}

Statement Pile::start(int row, const PaperIds &ids, const QString &code) const
{
    Statement statement = m_asked.start();
    statement.actor = ids.actor;
    statement.attempt = ids.attempt;
    statement.session = m_setting.session;
    statement.result.insert(QLatin1String("pile"), m_setting.id.toString(QUuid::WithoutBraces));
    statement.result.insert(QLatin1String("paper"), row + 1);
    const auto when = std::ranges::find(whens, m_setting.when, &WhenName::when);
    if (when != whens.end())
        statement.result.insert(QLatin1String("when"), when->name);
    if (!code.isEmpty())
        statement.result.insert(QLatin1String("code"), code);
    return statement;
}

Statement Pile::voiding(const Paper &paper, const QUuid &statement) const
{
    Statement voided;
    voided.verb = Verb::Voided;
    voided.object = statement.toString(QUuid::Id128);
    voided.actor = paper.actor;
    voided.attempt = paper.attempt;
    voided.session = m_setting.session;
    return voided;
}

/// Between two writes of a new beginning a paper can have two.
void Pile::voidStart(const Paper &paper, std::vector<Statement> &statements) const
{
    for (const QUuid &started : paper.started)
        statements.push_back(voiding(paper, started));
}

std::optional<Statement> Pile::about(int column, const Entry &entry, const PaperIds &ids) const
{
    std::optional<Statement> statement =
        entry.kind == Entry::Kind::Blank ? m_asked.skip(column) : m_asked.answer(column, entry.response);
    if (statement) {
        statement->actor = ids.actor;
        statement->attempt = ids.attempt;
        statement->session = m_setting.session;
    }
    return statement;
}

/// Nothing else is typed of this paper.
bool Pile::isOnlyEntry(const Address &spot) const
{
    const Paper &paper = m_papers[static_cast<std::size_t>(spot.row)];
    const auto isTypedIn = [](const Cell &cell) { return cell.entry.kind != Entry::Kind::Untyped; };
    const bool hasCode = spot.column != codeColumn && !paper.code.isEmpty();
    const qsizetype others = std::ranges::count_if(paper.cells, isTypedIn) -
                             (spot.column != codeColumn && entry(spot).kind != Entry::Kind::Untyped ? 1 : 0);
    return !hasCode && others == 0;
}

std::vector<Statement> Pile::put(const Address &spot, const Entry &wanted, const PaperIds &fresh) const
{
    if (!isSpot(spot) || wanted == entry(spot))
        return {};
    if (spot.column == codeColumn)
        return putCode(spot.row, codeFrom(wanted.response.value(0)), fresh);
    std::vector<Statement> statements;
    PaperIds ids = fresh;
    if (isMade(spot.row)) {
        const Paper &paper = m_papers[static_cast<std::size_t>(spot.row)];
        const Cell &cell = paper.cells[static_cast<std::size_t>(spot.column)];
        ids = {paper.actor, paper.attempt};
        if (!cell.statement.isNull())
            statements.push_back(voiding(paper, cell.statement));
        if (wanted.kind == Entry::Kind::Untyped) {
            if (isOnlyEntry(spot))
                voidStart(paper, statements);
            return statements;
        }
    } else {
        statements.push_back(start(spot.row, ids, {}));
    }
    const std::optional<Statement> statement = about(spot.column, wanted, ids);
    if (!statement)
        return {};
    statements.push_back(*statement);
    return statements;
}

/// The new beginning is written before the old one is voided: a paper without one would be lost in between.
std::vector<Statement> Pile::putCode(int row, const QString &code, const PaperIds &fresh) const
{
    if (!isMade(row))
        return code.isEmpty() ? std::vector<Statement>() : std::vector{start(row, fresh, code)};
    const Paper &paper = m_papers[static_cast<std::size_t>(row)];
    if (code == paper.code)
        return {};
    std::vector<Statement> statements;
    if (!code.isEmpty() || !isOnlyEntry({row, codeColumn}))
        statements.push_back(start(row, {paper.actor, paper.attempt}, code));
    voidStart(paper, statements);
    return statements;
}

void Pile::accept(const Statement &statement)
{
    switch (statement.verb) {
    case Verb::Started:
        acceptStart(statement);
        break;
    case Verb::Answered:
    case Verb::Skipped:
        acceptEntry(statement);
        break;
    case Verb::Voided:
        acceptVoid(QUuid::fromRfc4122(QByteArray::fromHex(statement.object.toLatin1())));
        break;
    default:
        break;
    }
}

/// The row of a paper that is new. Two that bear one number, typed on two computers, are both kept: the later one goes
/// to the end.
int Pile::rowFor(int number) const
{
    const bool isFree = number >= 1 && number <= mostPapers && !isMade(number - 1);
    return isFree ? number - 1 : rows();
}

void Pile::acceptStart(const Statement &statement)
{
    const std::optional<PileSetting> setting = pileOf(statement, m_prefix);
    if (!setting || setting->id != m_setting.id || statement.object != QString(m_prefix + m_setting.target))
        return;
    const auto known = std::ranges::find(m_papers, statement.attempt, &Paper::attempt);
    const int row = known != m_papers.end() ? static_cast<int>(known - m_papers.begin())
                                            : rowFor(statement.result.value(QLatin1String("paper")).toInt());
    if (row >= rows())
        m_papers.resize(static_cast<std::size_t>(row) + 1);
    Paper &paper = m_papers[static_cast<std::size_t>(row)];
    paper.actor = statement.actor;
    paper.attempt = statement.attempt;
    paper.started.push_back(statement.id);
    paper.code = m_setting.hasCodes() ? codeFrom(statement.result.value(QLatin1String("code")).toString()) : QString();
    paper.cells.resize(static_cast<std::size_t>(columns()));
}

/// An answer counts also where its item has been reworded since: it stands on the paper as it was printed, and its
/// statement tells which wording that was.
void Pile::acceptEntry(const Statement &statement)
{
    const auto paper = std::ranges::find(m_papers, statement.attempt, &Paper::attempt);
    const auto item = std::ranges::find_if(
        items(), [&](const items::Item &one) { return statement.object == QString(m_prefix + one.id); });
    if (statement.attempt.isNull() || paper == m_papers.end() || item == items().end())
        return;
    paper->cells[static_cast<std::size_t>(item - items().begin())] = {entryIn(statement), statement.id};
}

void Pile::acceptVoid(const QUuid &voided)
{
    if (voided.isNull())
        return;
    for (Paper &paper : m_papers) {
        if (std::erase(paper.started, voided) > 0 && !paper.isMade())
            paper = {};
        const auto cell = std::ranges::find(paper.cells, voided, &Cell::statement);
        if (cell != paper.cells.end())
            *cell = {};
    }
    while (!m_papers.empty() && !m_papers.back().isMade())
        m_papers.pop_back();
}

bool Pile::operator==(const Pile &other) const
{
    return m_setting == other.m_setting && items() == other.items() && m_papers == other.m_papers;
}

QString codeFrom(const QString &typed)
{
    QString code;
    for (const QChar character : typed.normalized(QString::NormalizationForm_C)) {
        if (character.isLetterOrNumber())
            code.append(character);
    }
    return code.toUpper().left(longestCode);
}

std::optional<PileSetting> pileOf(const Statement &started, const QString &objectPrefix)
{
    const QUuid id = QUuid::fromString(started.result.value(QLatin1String("pile")).toString());
    if (started.verb != Verb::Started || id.isNull() || started.attempt.isNull() ||
        !started.object.startsWith(objectPrefix))
        return std::nullopt;
    const quiz::Conduct conduct = quiz::conductFrom(started.result);
    const QString name = started.result.value(QLatin1String("when")).toString();
    const auto when = std::ranges::find(whens, name, &WhenName::name);
    return PileSetting{id,           started.object.mid(objectPrefix.size()),        conduct.only,
                       conduct.form, when == whens.end() ? When::Alone : when->when, started.session};
}

} // namespace workshop

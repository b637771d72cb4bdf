// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/pilechooser.h"

#include "desk/card.h"
#include "desk/contentsmodel.h"
#include "desk/papergridpresenter.h"
#include "desk/problemtext.h"
#include "desk/style.h"
#include "type/tokens.h"
#include "workshop/past.h"

#include <QComboBox>
#include <QDateTime>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace desk {

namespace {

using workshop::PileSetting;
using workshop::When;

QString moduleName(const Study &study, const course::Module &module)
{
    return study.isForm(module.id)
               ? module.title
               : PileChooser::tr("Module %1: %2").arg(moduleNumber(study.course(), module)).arg(module.title);
}

bool canBeTyped(const course::Module &module)
{
    return std::ranges::any_of(module.items, [](const items::Item &item) { return workshop::Pile::isTyped(item); });
}

} // namespace

QString pileName(const Study &study, const PileSetting &pile)
{
    const course::Module *module = study.asked(pile.target);
    if (module == nullptr)
        return PileChooser::tr("Questions of a workshop");
    QString name = moduleName(study, *module);
    switch (pile.when) {
    case When::Before:
        return PileChooser::tr("%1, before").arg(name);
    case When::After:
        return PileChooser::tr("%1, after").arg(name);
    case When::Later:
        return PileChooser::tr("%1, some weeks later").arg(name);
    case When::Alone:
        break;
    }
    return name;
}

PileChooser::PileChooser(Study &study, QWidget *parent) : QScrollArea(parent), m_study(study)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setBackgroundRole(QPalette::Window);
    setAccessibleName(tr("Paper answers"));
}

void PileChooser::rebuild()
{
    auto *sheet = new QWidget;
    m_column = new QVBoxLayout(sheet);
    m_column->setContentsMargins(type::sized(48), type::sized(32), type::sized(48), type::sized(32));
    m_column->setSpacing(type::sized(16));
    setWidget(sheet);
    m_column->addWidget(makeText(sheet, tr("Paper answers"), type::serif(28, QFont::Bold)));
    m_column->addWidget(makeText(
        sheet,
        tr("Answers that were given on paper, typed in by keys alone. Write a number on each sheet first: it is all "
           "that says which paper is which. No names are typed here, and none are asked for."),
        type::sans(14), QPalette::PlaceholderText));
    if (!m_study.isKept())
        m_column->addWidget(makeText(sheet,
                                     tr("You are a guest: what you type is gone when the window closes, unless you "
                                        "keep your progress before."),
                                     type::sans(14, QFont::Bold)));
    addNew();
    const auto piles = workshop::pilesIn(m_study.ledger(), m_study.course().id + QLatin1Char('/'));
    if (!piles)
        m_column->addWidget(makeText(sheet, problemText(piles.error()), type::sans(14)));
    else if (!piles->empty())
        addBegun(*piles);
    auto *foot = new QHBoxLayout;
    auto *back = new QPushButton(tr("Back"), sheet);
    back->setToolTip(tr("Go back to where you came from (Alt+Left)"));
    connect(back, &QPushButton::clicked, this, &PileChooser::backWanted, Qt::QueuedConnection);
    foot->addWidget(back);
    foot->addStretch(1);
    m_column->addLayout(foot);
    m_column->addStretch(1);
    setFocusProxy(m_what);
}

Card *PileChooser::addCard(const QString &heading, const QString &text)
{
    auto *card = new Card(widget());
    m_column->addWidget(card);
    card->column()->addWidget(makeText(card, heading, type::serif(19, QFont::Bold)));
    card->column()->addWidget(makeText(card, text, type::sans(14), QPalette::PlaceholderText));
    return card;
}

void PileChooser::addNew()
{
    Card *card = addCard(tr("A new pile"),
                         tr("Forms that were filled in before and after are paired by a code that people made up "
                            "themselves. Everything else has no code."));
    m_what = new QComboBox(card);
    m_what->setObjectName(QStringLiteral("what"));
    m_what->setAccessibleName(tr("What was answered"));
    for (const course::Module &form : m_study.forms()) {
        if (canBeTyped(form))
            m_what->addItem(moduleName(m_study, form), form.id);
    }
    for (const course::Module &module : m_study.course().modules) {
        if (module.isOpen() && canBeTyped(module))
            m_what->addItem(moduleName(m_study, module), module.id);
    }
    m_when = new QComboBox(card);
    m_when->setObjectName(QStringLiteral("when"));
    m_when->setAccessibleName(tr("When it was answered"));
    m_when->addItem(tr("before"), static_cast<int>(When::Before));
    m_when->addItem(tr("after"), static_cast<int>(When::After));
    m_when->addItem(tr("some weeks later"), static_cast<int>(When::Later));
    m_when->addItem(tr("once, without pairs"), static_cast<int>(When::Alone));
    m_session = new QComboBox(card);
    m_session->setObjectName(QStringLiteral("session"));
    m_session->setAccessibleName(tr("Of which workshop"));
    m_session->setToolTip(tr("The papers are then reviewed together with what that room answered"));
    addSessions();
    m_begin = new QPushButton(tr("Begin typing"), card);
    m_begin->setObjectName(QStringLiteral("begin"));
    setPart(m_begin, ButtonPart::Primary);
    m_begin->setEnabled(m_what->count() > 0);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, type::sized(8), 0, 0);
    row->setSpacing(type::sized(10));
    row->addWidget(m_what);
    row->addWidget(m_when);
    row->addStretch(1);
    card->column()->addLayout(row);
    auto *second = new QHBoxLayout;
    second->setSpacing(type::sized(10));
    second->addWidget(m_session);
    second->addWidget(m_begin);
    second->addStretch(1);
    card->column()->addLayout(second);
    const auto showWhen = [this] { m_when->setVisible(m_study.isForm(m_what->currentData().toString())); };
    showWhen();
    connect(m_what, &QComboBox::currentIndexChanged, this, showWhen);
    connect(m_begin, &QPushButton::clicked, this, &PileChooser::begin, Qt::QueuedConnection);
}

/// Papers mostly are of the workshop that was last.
void PileChooser::addSessions()
{
    const auto held = workshop::sessionsIn(m_study.ledger(), m_study.course().id + QLatin1Char('/'));
    for (const workshop::HeldSession &one : held.value_or(std::vector<workshop::HeldSession>())) {
        const workshop::PastSession session = workshop::summaryOf(one);
        if (session.isRehearsal)
            continue;
        const QDate date = QDateTime::fromMSecsSinceEpoch(session.beganAt).date();
        m_session->addItem(tr("of %1, %2").arg(session.title, QLocale().toString(date, QLocale::ShortFormat)),
                           session.id);
    }
    m_session->addItem(tr("of no workshop here"), QUuid());
    m_session->setVisible(m_session->count() > 1);
}

QString PileChooser::sessionName(const QUuid &session) const
{
    const int at = session.isNull() ? -1 : m_session->findData(session);
    return at < 0 ? QString() : m_session->itemText(at);
}

void PileChooser::begin()
{
    PileSetting pile;
    pile.target = m_what->currentData().toString();
    if (m_study.isForm(pile.target)) {
        pile.form = pile.target.mid(pile.target.indexOf(u'-') + 1);
        pile.when = static_cast<When>(m_when->currentData().toInt());
    }
    pile.session = m_session->currentData().toUuid();
    Q_EMIT chosen(pile);
}

void PileChooser::addBegun(const std::vector<workshop::BegunPile> &piles)
{
    Card *card = addCard(tr("Piles that were begun"), tr("Each goes on where typing stopped, and can be mended."));
    for (const workshop::BegunPile &pile : piles) {
        const QString session = sessionName(pile.setting.session);
        const QString plain = pileName(m_study, pile.setting);
        const QString name = session.isEmpty() ? plain : tr("%1, %2").arg(plain, session);
        const QString papers = tr("%n paper(s)", nullptr, pile.papers);
        const QString begun = QLocale().toString(QDateTime::fromMSecsSinceEpoch(pile.begun), QLocale::ShortFormat);
        auto *row = new QHBoxLayout;
        row->setSpacing(type::sized(10));
        row->addWidget(makeText(card, name, type::sans(14)), 1);
        auto *count = makeText(card, tr("%1, the last one begun %2").arg(papers, begun), type::sans(12),
                               QPalette::PlaceholderText);
        count->setWordWrap(false);
        row->addWidget(count);
        auto *goOn = new QPushButton(tr("Go on"), card);
        goOn->setAccessibleName(tr("Go on: %1, %2").arg(name, papers));
        goOn->setEnabled(!PaperGridPresenter::itemsOf(m_study, pile.setting).empty());
        row->addWidget(goOn);
        card->column()->addLayout(row);
        connect(
            goOn, &QPushButton::clicked, this, [this, setting = pile.setting] { Q_EMIT chosen(setting); },
            Qt::QueuedConnection);
    }
}

} // namespace desk

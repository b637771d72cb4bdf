// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/figurespage.h"

#include "desk/card.h"
#include "desk/claimdetails.h"
#include "desk/contentsmodel.h"
#include "desk/faultspage.h"
#include "desk/figurecard.h"
#include "desk/figurepicture.h"
#include "desk/figuretile.h"
#include "desk/style.h"
#include "desk/tileflow.h"
#include "type/tokens.h"

#include <QDir>
#include <QFileDialog>
#include <QPushButton>
#include <QScrollBar>
#include <QStandardPaths>

#include <algorithm>

namespace desk {

namespace {

constexpr double cardWidth = 860;

// NOLINTNEXTLINE(misc-no-recursion): blocks nest no deeper than a figure in a callout
bool shows(const std::vector<course::Block> &blocks, const QString &figure)
{
    return std::ranges::any_of(blocks, [&figure](const course::Block &block) {
        return (block.kind == course::BlockKind::Figure && block.figure == figure) || shows(block.children, figure);
    });
}

struct Passage {
    const course::Module *module = nullptr;
    const course::Section *section = nullptr;
};

std::vector<Passage> passagesWith(const course::Course &course, const QString &figure)
{
    std::vector<Passage> passages;
    for (const course::Module &module : course.modules) {
        for (const course::Section &section : module.sections) {
            if (shows(section.blocks, figure))
                passages.push_back({&module, &section});
        }
    }
    return passages;
}

QPushButton *makeLink(const QString &text)
{
    auto *button = new QPushButton(text);
    setPart(button, ButtonPart::Link);
    return button;
}

} // namespace

FiguresPage::FiguresPage(Study &study, const QString &folder, QWidget *parent)
    : QScrollArea(parent), m_study(study), m_files(folder)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setBackgroundRole(QPalette::Window);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Figures"));
    readOwn();
}

void FiguresPage::readOwn()
{
    m_own.clear();
    for (const QString &path : m_files.paths()) {
        const QString id = QStringLiteral("own-%1").arg(m_own.size() + 1);
        m_own.push_back(std::make_unique<Own>(Own{path, course::readOwnFigure(path, id)}));
    }
}

QVBoxLayout *FiguresPage::newSheet()
{
    m_card = nullptr;
    auto *sheet = new QWidget;
    auto *column = new QVBoxLayout(sheet);
    column->setContentsMargins(type::sized(32), type::sized(28), type::sized(32), type::sized(32));
    column->setSpacing(type::sized(12));
    setWidget(sheet);
    verticalScrollBar()->setValue(0);
    return column;
}

const course::Course *FiguresPage::courseOf(const QString &id) const
{
    if (course::findFigure(m_study.course(), id) != nullptr)
        return &m_study.course();
    for (const auto &own : m_own) {
        if (course::findFigure(own->numbers.course, id) != nullptr)
            return &own->numbers.course;
    }
    return nullptr;
}

void FiguresPage::showFigure(const QString &id)
{
    m_shown = id;
    const course::Course *course = courseOf(id);
    if (course == nullptr) {
        showGallery();
        return;
    }
    QVBoxLayout *column = newSheet();
    QPushButton *all = makeLink(tr("All figures"));
    connect(
        all, &QPushButton::clicked, this,
        [this] {
            Q_EMIT wanted({Location::Page::Figures, {}});
        },
        Qt::QueuedConnection);
    column->addWidget(all, 0, Qt::AlignLeading);
    m_card = new FigureCard(*course, *course::findFigure(*course, id));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    m_card->setSizePolicy(policy);
    m_card->setMaximumWidth(type::sized(cardWidth));
    connect(m_card, &FigureCard::heightChanged, m_card, &QWidget::updateGeometry);
    connect(m_card, &FigureCard::predicted, this,
            [this] { m_study.recordPrediction(m_card->figure(), m_card->guesses()); });
    connect(m_card, &FigureCard::claimWanted, this,
            [this, course](const QString &claim) { openClaim(*course, claim, this); });
    column->addWidget(m_card);
    if (course == &m_study.course()) {
        addPassages(column, id);
    } else {
        auto *remove = new QPushButton(tr("Take these numbers out"));
        remove->setToolTip(tr("Deletes the copy that the program keeps; your own file stays where it is"));
        connect(
            remove, &QPushButton::clicked, this, [this, id] { removeOwn(id); }, Qt::QueuedConnection);
        column->addWidget(remove, 0, Qt::AlignLeading);
    }
    column->addStretch(1);
    // The keys are at the figure at once; the note waits until somebody walks.
    if (m_card->picture() != nullptr)
        m_card->picture()->setFocus(Qt::ActiveWindowFocusReason);
}

void FiguresPage::addPassages(QVBoxLayout *column, const QString &figure)
{
    for (const Passage &passage : passagesWith(m_study.course(), figure)) {
        QPushButton *link = makeLink(tr("Read on in module %1: %2")
                                         .arg(moduleNumber(m_study.course(), *passage.module))
                                         .arg(passage.section->title));
        connect(
            link, &QPushButton::clicked, this,
            [this, id = passage.section->id] {
                Q_EMIT wanted({Location::Page::Section, id});
            },
            Qt::QueuedConnection);
        column->addWidget(link, 0, Qt::AlignLeading);
    }
}

QString FiguresPage::whereIs(const course::FigureData &figure) const
{
    if (figure.isOwn)
        return tr("Your own numbers");
    const auto passages = passagesWith(m_study.course(), figure.id);
    if (passages.empty())
        return tr("Linked to in the course");
    return tr("Module %1: %2")
        .arg(moduleNumber(m_study.course(), *passages.front().module))
        .arg(passages.front().section->title);
}

void FiguresPage::showGallery()
{
    QVBoxLayout *column = newSheet();
    column->addWidget(makeText(widget(), tr("Figures"), type::serif(28, QFont::Bold)));
    std::vector<const course::FigureData *> cases;
    std::vector<const course::FigureData *> arguments;
    std::vector<const course::FigureData *> elsewhere;
    for (const course::FigureData &figure : m_study.course().figures) {
        auto &group = figure.isArgument                                  ? arguments
                      : figure.form == course::FigureForm::ComparisonRow ? elsewhere
                                                                         : cases;
        group.push_back(&figure);
    }
    addGroup(column, tr("The essay’s cases"), tr("What is known, and what is not. One mark is one person."), cases);
    addGroup(column, tr("Arguments, not data"), tr("What the essay argues, and boards with made-up cards and plans."),
             arguments);
    addGroup(column, tr("Numbers from elsewhere"),
             tr("Each has a definition, a whole and a day of its own. None is added to another."), elsewhere);
    addOwnGroup(column);
    column->addStretch(1);
    setFocus();
}

void FiguresPage::addGroup(QVBoxLayout *column, const QString &title, const QString &lead,
                           const std::vector<const course::FigureData *> &figures)
{
    if (figures.empty())
        return;
    column->addSpacing(type::sized(8));
    column->addWidget(makeText(widget(), title, type::serif(21, QFont::Bold)));
    column->addWidget(makeText(widget(), lead, type::sans(14), QPalette::PlaceholderText));
    auto *flow = new TileFlow;
    for (const course::FigureData *figure : figures) {
        auto *tile = new FigureTile(*figure, whereIs(*figure));
        tile->setObjectName(figure->id);
        connect(
            tile, &FigureTile::clicked, this,
            [this, id = figure->id] {
                Q_EMIT wanted({Location::Page::Figures, id});
            },
            Qt::QueuedConnection);
        flow->add(tile);
    }
    column->addWidget(flow);
}

void FiguresPage::addOwnGroup(QVBoxLayout *column)
{
    std::vector<const course::FigureData *> figures;
    for (const auto &own : m_own) {
        if (own->numbers.isOpen())
            figures.push_back(&own->numbers.figure());
    }
    const QString title = tr("Your own numbers");
    const QString lead =
        tr("A table (CSV) with the columns case, counted, total, count, qualifier and source, one row for each number. "
           "It is drawn by the same rules, marked as yours, and kept outside the course.");
    if (figures.empty()) {
        column->addSpacing(type::sized(8));
        column->addWidget(makeText(widget(), title, type::serif(21, QFont::Bold)));
        column->addWidget(makeText(widget(), lead, type::sans(14), QPalette::PlaceholderText));
    }
    addGroup(column, title, lead, figures);
    tell(column, m_refused);
    for (const auto &own : m_own)
        tell(column, own->numbers.faults);
    auto *add = new QPushButton(tr("Add a table…"));
    add->setObjectName(QStringLiteral("addOwn"));
    setPart(add, ButtonPart::Secondary);
    connect(add, &QPushButton::clicked, this, &FiguresPage::askForOwn, Qt::QueuedConnection);
    column->addWidget(add, 0, Qt::AlignLeading);
}

void FiguresPage::tell(QVBoxLayout *column, const base::Faults &faults)
{
    if (faults.empty())
        return;
    column->addWidget(makeText(widget(),
                               tr("This table cannot be drawn yet, and nothing was taken in. Your file is left as it "
                                  "is: mend it and add it again."),
                               type::sans(14, QFont::Bold)));
    constexpr std::size_t most = 20; // somebody who mends twenty comes back for the rest
    for (std::size_t index = 0; index < std::min(most, faults.size()); ++index)
        column->addWidget(makeFaultCard(faults[index]));
    if (faults.size() > most)
        column->addWidget(makeText(widget(), tr("And %n more.", nullptr, static_cast<int>(faults.size() - most)),
                                   type::sans(14), QPalette::PlaceholderText));
}

void FiguresPage::askForOwn()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString path =
        QFileDialog::getOpenFileName(window(), tr("Your own numbers"), folder, tr("Tables (*.csv);;All files (*)"));
    if (!path.isEmpty())
        addOwn(path);
}

void FiguresPage::addOwn(const QString &path)
{
    course::OwnFigure numbers = course::readOwnFigure(path, QStringLiteral("own-%1").arg(m_own.size() + 1));
    m_refused = numbers.faults;
    if (!numbers.isOpen()) {
        showFigure({});
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
        return;
    }
    m_refused.clear();
    const auto taken = m_files.add(path);
    if (!taken) {
        base::Fault fault;
        fault.scope = base::Scope::Figure;
        fault.scopeId = QDir::toNativeSeparators(path);
        fault.code = base::FaultCode::FileUnreadable;
        fault.place.file = taken.error().path;
        m_refused.push_back(fault);
        showFigure({});
        return;
    }
    m_own.push_back(std::make_unique<Own>(Own{*taken, std::move(numbers)}));
    Q_EMIT wanted({Location::Page::Figures, m_own.back()->numbers.figure().id});
}

void FiguresPage::removeOwn(const QString &id)
{
    const auto found = std::ranges::find_if(
        m_own, [&id](const auto &own) { return own->numbers.isOpen() && own->numbers.figure().id == id; });
    if (found == m_own.end())
        return;
    static_cast<void>(m_files.remove((*found)->path)); // what cannot be deleted is there again next time
    delete takeWidget();                               // the card refers to the numbers
    m_card = nullptr;
    m_own.erase(found);
    Q_EMIT wanted({Location::Page::Figures, {}});
}

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/planitems.h"

#include "desk/card.h"
#include "desk/planwords.h"
#include "desk/style.h"
#include "type/tokens.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QDialog>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace desk {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Plans", text);
}

/// Whether a question is about the section of the step; else it is from elsewhere in the module.
bool isOfSection(const items::Item &item, const course::PlanStep &step)
{
    return items::tagValues(item, QStringLiteral("section")).contains(step.target);
}

std::vector<QCheckBox *> addBoxes(QVBoxLayout *column, const course::Course &course, const course::PlanStep &step)
{
    std::vector<QCheckBox *> boxes;
    std::optional<bool> group;
    for (const items::Item *item : itemsFor(course, step)) {
        const bool isHere = isOfSection(*item, step);
        if (group && group != isHere)
            column->addSpacing(type::sized(8));
        if (group != isHere)
            column->addWidget(makeText(column->parentWidget(),
                                       isHere ? translated(QT_TRANSLATE_NOOP("Plans", "About this section"))
                                              : translated(QT_TRANSLATE_NOOP("Plans", "Elsewhere in the module")),
                                       type::sans(12), QPalette::PlaceholderText));
        group = isHere;
        auto *box = new QCheckBox(item->title, column->parentWidget());
        box->setObjectName(item->id);
        box->setChecked(step.items.contains(item->id));
        column->addWidget(box);
        boxes.push_back(box);
    }
    column->addStretch(1);
    return boxes;
}

/// Those that are ticked, in the order in which they are offered, and before them what is not on offer.
QStringList chosenIn(const std::vector<QCheckBox *> &boxes, QStringList kept)
{
    for (const QCheckBox *box : boxes)
        kept.removeAll(box->objectName());
    for (const QCheckBox *box : boxes) {
        if (box->isChecked())
            kept.append(box->objectName());
    }
    return kept;
}

} // namespace

std::optional<QStringList> askItems(QWidget *parent, const course::Course &course, const course::PlanStep &step)
{
    QDialog dialog(parent);
    dialog.setWindowTitle(translated(QT_TRANSLATE_NOOP("Plans", "Questions for the room")));
    auto *column = new QVBoxLayout(&dialog);
    column->setContentsMargins(type::sized(24), type::sized(20), type::sized(24), type::sized(20));
    column->setSpacing(type::sized(10));
    column->addWidget(makeText(&dialog, stepTitle(course, step), type::serif(19, QFont::Bold)));
    column->addWidget(makeText(&dialog,
                               translated(QT_TRANSLATE_NOOP(
                                   "Plans", "What the room votes on in this step. A question with its talk takes four "
                                            "to six minutes.")),
                               type::sans(14), QPalette::PlaceholderText));
    auto *list = new QScrollArea(&dialog);
    list->setFrameShape(QFrame::NoFrame);
    list->setWidgetResizable(true);
    list->setFocusPolicy(Qt::NoFocus);
    list->setMinimumSize(type::sized(420), type::sized(300));
    auto *sheet = new QWidget;
    auto *inside = new QVBoxLayout(sheet);
    inside->setContentsMargins(type::sized(2), 0, type::sized(8), 0);
    inside->setSpacing(type::sized(8));
    const std::vector<QCheckBox *> boxes = addBoxes(inside, course, step);
    list->setWidget(sheet);
    column->addWidget(list, 1);
    auto *row = new QHBoxLayout;
    row->setSpacing(type::sized(10));
    row->addStretch(1);
    auto *leave = new QPushButton(translated(QT_TRANSLATE_NOOP("Plans", "Leave it as it is")), &dialog);
    auto *ask = new QPushButton(translated(QT_TRANSLATE_NOOP("Plans", "Ask these")), &dialog);
    setPart(ask, ButtonPart::Primary);
    ask->setDefault(true);
    row->addWidget(leave);
    row->addWidget(ask);
    column->addLayout(row);
    QObject::connect(leave, &QPushButton::clicked, &dialog, &QDialog::reject);
    QObject::connect(ask, &QPushButton::clicked, &dialog, &QDialog::accept);
    if (!boxes.empty())
        boxes.front()->setFocus();
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    return chosenIn(boxes, step.items);
}

} // namespace desk

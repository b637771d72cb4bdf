// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/slidetour.h"

#include "desk/card.h"
#include "desk/slidesheet.h"
#include "type/lessondocument.h"
#include "type/spantext.h"

#include <QApplication>
#include <QHBoxLayout>

namespace desk {

namespace {

using course::Block;
using course::BlockKind;
using course::CalloutKind;

std::vector<const Block *> calloutsOf(const course::Section &section, CalloutKind kind)
{
    std::vector<const Block *> found;
    for (const Block &block : section.blocks) {
        if (block.kind == BlockKind::Callout && block.callout == kind)
            found.push_back(&block);
    }
    return found;
}

Projection projectionOf(const Block &slide)
{
    Projection shown;
    shown.kind = Projection::Kind::Slide;
    shown.slide.text = slide;
    return shown;
}

std::unique_ptr<QWidget> sheetOf(const course::Course &course, const Block &slide)
{
    auto sheet = std::make_unique<SlideSheet>(course);
    sheet->project(projectionOf(slide));
    return sheet;
}

/// The trainer's screen: the slide, and beside it what to say and do.
class ConsoleSheet final : public QWidget
{
public:
    ConsoleSheet(const course::Course &course, const course::Section &section, const Block &slide)
    {
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(type::sized(20), type::sized(20), type::sized(20), type::sized(20));
        row->setSpacing(type::sized(24));
        auto *left = new QVBoxLayout;
        left->addWidget(makeText(this, tr("On the projector"), type::sans(12), QPalette::PlaceholderText));
        auto *sheet = new SlideSheet(course, this);
        sheet->project(projectionOf(slide));
        sheet->setMinimumSize(type::sized(640), type::sized(480));
        left->addWidget(sheet, 1);
        auto *right = new QVBoxLayout;
        right->addWidget(makeText(this, tr("%1 · %n minute(s)", nullptr, section.roomMinutes).arg(section.title),
                                  type::sans(12), QPalette::PlaceholderText));
        for (const Block *notes : calloutsOf(section, CalloutKind::Facilitator)) {
            for (const Block &block : notes->children) {
                QLabel *note = makeText(this, type::htmlOf(block.spans), type::sans(16));
                note->setTextFormat(Qt::RichText);
                note->setLayoutDirection(Qt::LeftToRight);
                right->addWidget(note);
            }
        }
        right->setSpacing(type::sized(10));
        right->addStretch(1);
        row->addLayout(left, 3);
        row->addLayout(right, 2);
    }
};

} // namespace

void takeSlides(const course::Course &course, const TourOptions &options, type::Tone tone,
                const std::function<void(QWidget *, const QString &)> &take)
{
    QApplication::setPalette(type::paletteOf(type::coloursOf(tone)));
    QApplication::setFont(type::interfaceFont(QApplication::font(), options.text));
    for (const course::Module &module : course.modules) {
        for (const course::Section &section : module.sections) {
            int number = 1;
            for (const Block *slide : calloutsOf(section, CalloutKind::Slide)) {
                std::unique_ptr<QWidget> sheet;
                if (options.view == TourView::Projector)
                    sheet = sheetOf(course, *slide);
                else
                    sheet = std::make_unique<ConsoleSheet>(course, section, *slide);
                sheet->resize(options.size);
                sheet->show();
                QApplication::processEvents();
                take(sheet.get(), module.folder + u'.' + section.id + u'-' + QString::number(number++));
            }
        }
    }
}

} // namespace desk

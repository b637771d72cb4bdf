// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/figureaccess.h"

#include "desk/figurepicture.h"

#include <QAccessibleWidget>

#include <QPointer>

namespace desk {

namespace {

/// One spot of a picture: its name is the value with its qualifier.
class SpotAccess final : public QAccessibleInterface
{
public:
    SpotAccess(FigurePicture *picture, int spot) : m_picture(picture), m_spot(spot) {}

    [[nodiscard]] bool isValid() const override { return isIn(m_picture.data()); }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QWindow *window() const override
    {
        const FigurePicture *picture = m_picture.data();
        return picture == nullptr ? nullptr : picture->window()->windowHandle();
    }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_picture.data());
    }
    [[nodiscard]] QAccessibleInterface *child(int /*index*/) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int /*x*/, int /*y*/) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface * /*child*/) const override { return -1; }

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        const FigurePicture *picture = m_picture.data();
        if (picture == nullptr || !isIn(picture))
            return {};
        const figures::Spot &spot = picture->spots()[static_cast<std::size_t>(m_spot)];
        switch (kind) {
        case QAccessible::Name:
            return base::render(spot.name);
        case QAccessible::Description:
            return spot.note;
        default:
            return {};
        }
    }
    void setText(QAccessible::Text /*kind*/, const QString & /*text*/) override {}

    [[nodiscard]] QRect rect() const override
    {
        const FigurePicture *picture = m_picture.data();
        if (picture == nullptr || !isIn(picture))
            return {};
        const QRect area = picture->mapFromScene(picture->areas()[static_cast<std::size_t>(m_spot)]).boundingRect();
        return {picture->viewport()->mapToGlobal(area.topLeft()), area.size()};
    }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = true;
        state.readOnly = true;
        const FigurePicture *picture = m_picture.data();
        const bool isThere = picture != nullptr && isIn(picture);
        state.focused = isThere && picture->hasFocus() && picture->current() == m_spot;
        state.invisible = !isThere || !picture->isVisible();
        return state;
    }

private:
    [[nodiscard]] bool isIn(const FigurePicture *picture) const
    {
        return picture != nullptr && m_spot < static_cast<int>(picture->areas().size());
    }

    QPointer<FigurePicture> m_picture;
    int m_spot;
};

/// The picture as a list of its spots.
class PictureAccess final : public QAccessibleWidget
{
public:
    explicit PictureAccess(FigurePicture *picture) : QAccessibleWidget(picture, QAccessible::Chart), m_picture(picture)
    {
    }
    ~PictureAccess() override
    {
        for (const QAccessible::Id id : m_children)
            QAccessible::deleteAccessibleInterface(id);
    }

    [[nodiscard]] int childCount() const override { return static_cast<int>(m_picture->areas().size()); }
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        while (m_children.size() <= static_cast<std::size_t>(index))
            m_children.push_back(QAccessible::registerAccessibleInterface(
                new SpotAccess(m_picture, static_cast<int>(m_children.size()))));
        return QAccessible::accessibleInterface(m_children[static_cast<std::size_t>(index)]);
    }
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        for (int index = 0; index < childCount(); ++index) {
            if (child(index)->rect().contains(x, y))
                return child(index);
        }
        return nullptr;
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *one) const override
    {
        for (int index = 0; index < childCount(); ++index) {
            if (child(index) == one)
                return index;
        }
        return -1;
    }
    [[nodiscard]] QAccessibleInterface *focusChild() const override
    {
        return m_picture->hasFocus() ? child(m_picture->current()) : nullptr;
    }

private:
    FigurePicture *m_picture;
    mutable std::vector<QAccessible::Id> m_children;
};

QAccessibleInterface *makeAccess(const QString & /*className*/, QObject *object)
{
    auto *const picture = qobject_cast<FigurePicture *>(object);
    return picture == nullptr ? nullptr : new PictureAccess(picture);
}

} // namespace

void installFigureAccess()
{
    QAccessible::installFactory(makeAccess);
}

} // namespace desk

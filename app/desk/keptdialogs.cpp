// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/keptdialogs.h"

#include "desk/card.h"
#include "desk/facesign.h"
#include "desk/keptpage.h"
#include "desk/style.h"
#include "type/tokens.h"

#include <QComboBox>
#include <QDateTime>
#include <QDialog>
#include <QFormLayout>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>

namespace desk {

namespace {

/// A name, a sign and a PIN.
class FaceDialog final : public QDialog
{
public:
    FaceDialog(const keep::Face &face, QWidget *parent) : QDialog(parent), m_face(face)
    {
        setWindowTitle(KeptPage::tr("Name, sign and PIN"));
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(type::sized(28), type::sized(24), type::sized(28), type::sized(20));
        column->setSpacing(type::sized(16));
        auto *form = new QFormLayout;
        form->setSpacing(type::sized(10));
        m_name = new QLineEdit(face.name, this);
        m_name->setMaxLength(static_cast<int>(keep::longestName));
        m_name->setPlaceholderText(KeptPage::tr("as you like, or none"));
        m_sign = new QComboBox(this);
        for (int picture = 0; picture < keep::pictures; ++picture)
            m_sign->addItem(iconOf(picture, palette()), FaceSign::nameOf(picture));
        m_sign->setCurrentIndex(face.picture);
        m_pin = new QLineEdit(this);
        m_pin->setEchoMode(QLineEdit::Password);
        m_pin->setPlaceholderText(face.hasPin() ? KeptPage::tr("as it is") : KeptPage::tr("none"));
        form->addRow(KeptPage::tr("&Name"), m_name);
        form->addRow(KeptPage::tr("&Sign"), m_sign);
        form->addRow(KeptPage::tr("New &PIN"), m_pin);
        column->addLayout(form);
        column->addWidget(
            makeText(this,
                     KeptPage::tr("Nothing of this leaves the computer. A PIN that is forgotten cannot be "
                                  "asked for, but the file is still there for whoever looks after this "
                                  "computer."),
                     type::sans(12), QPalette::PlaceholderText));
        column->addLayout(makeButtons());
        setMinimumWidth(type::sized(420));
    }

    [[nodiscard]] keep::Face face() const
    {
        keep::Face face = m_face;
        face.name = m_name->text();
        face.picture = m_sign->currentIndex();
        if (m_withoutPin)
            return keep::withPin(face, QString());
        return m_pin->text().isEmpty() ? face : keep::withPin(face, m_pin->text());
    }

private:
    [[nodiscard]] QHBoxLayout *makeButtons()
    {
        auto *row = new QHBoxLayout;
        row->setSpacing(type::sized(10));
        auto *keepIt = new QPushButton(KeptPage::tr("Keep it so"), this);
        setPart(keepIt, ButtonPart::Primary);
        keepIt->setDefault(true);
        auto *leave = new QPushButton(KeptPage::tr("Leave it"), this);
        row->addWidget(leave);
        if (m_face.hasPin()) {
            auto *open = new QPushButton(KeptPage::tr("Without a PIN"), this);
            row->addWidget(open);
            connect(open, &QPushButton::clicked, this, [this] {
                m_withoutPin = true;
                accept();
            });
        }
        row->addStretch(1);
        row->addWidget(keepIt);
        connect(keepIt, &QPushButton::clicked, this, &QDialog::accept);
        connect(leave, &QPushButton::clicked, this, &QDialog::reject);
        return row;
    }

    keep::Face m_face;
    QLineEdit *m_name = nullptr;
    QComboBox *m_sign = nullptr;
    QLineEdit *m_pin = nullptr;
    bool m_withoutPin = false;
};

QMessageBox *makeQuestion(QWidget *parent, const QString &title, const QString &text, const QString &more)
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, title, text, QMessageBox::NoButton, parent);
    box->setInformativeText(more);
    box->setAttribute(Qt::WA_DeleteOnClose, false);
    return box;
}

} // namespace

std::optional<keep::Face> askFace(QWidget *parent, const keep::Face &face)
{
    FaceDialog dialog(face, parent);
    return dialog.exec() == QDialog::Accepted ? std::optional(dialog.face()) : std::nullopt;
}

bool askPin(QWidget *parent, const keep::Face &face)
{
    QString label = KeptPage::tr("PIN of %1").arg(nameOf(face));
    while (face.hasPin()) {
        bool given = false;
        const QString pin =
            QInputDialog::getText(parent, KeptPage::tr("PIN"), label, QLineEdit::Password, QString(), &given);
        if (!given)
            return false;
        if (keep::opens(face, pin))
            return true;
        label = KeptPage::tr("That is another PIN. Try again, or be a guest.");
    }
    return true;
}

Forgetting askForgetting(QWidget *parent)
{
    const std::unique_ptr<QMessageBox> box(makeQuestion(
        parent, KeptPage::tr("Forget me"), KeptPage::tr("Shall all that you did be forgotten?"),
        KeptPage::tr(
            "Hidden: it is gone from every page now, and purged from the file and its backups in 30 days.\n\nPurged "
            "now: it is out of the file and its backups at once.\n\nEither way your name, notes and marks go now, and "
            "nothing is brought back. Copies that you took elsewhere on a stick, and tables of your own among the "
            "figures, are yours to delete.")));
    QPushButton *leave = box->addButton(KeptPage::tr("Leave it"), QMessageBox::RejectRole);
    const QPushButton *hide = box->addButton(KeptPage::tr("Hide it"), QMessageBox::AcceptRole);
    const QPushButton *purge = box->addButton(KeptPage::tr("Purge it now"), QMessageBox::DestructiveRole);
    box->setDefaultButton(leave);
    box->setEscapeButton(leave);
    box->exec();
    if (box->clickedButton() == hide)
        return Forgetting::Hide;
    return box->clickedButton() == purge ? Forgetting::Purge : Forgetting::Not;
}

bool askPurging(QWidget *parent, qint64 things)
{
    const std::unique_ptr<QMessageBox> box(makeQuestion(
        parent, KeptPage::tr("How long it is kept"),
        KeptPage::tr("Purge %n thing(s) that happened before?", nullptr, static_cast<int>(things)),
        KeptPage::tr("They are of everybody who learns here. They go from the file and its backups now, and nothing "
                     "brings them back.")));
    QPushButton *leave = box->addButton(KeptPage::tr("Leave it as it was"), QMessageBox::RejectRole);
    const QPushButton *purge = box->addButton(KeptPage::tr("Purge them"), QMessageBox::DestructiveRole);
    box->setDefaultButton(leave);
    box->setEscapeButton(leave);
    box->exec();
    return box->clickedButton() == purge;
}

bool askRestoring(QWidget *parent, const journal::Backup &backup)
{
    const QString moment = QLocale().toString(QDateTime::fromMSecsSinceEpoch(backup.at), QLocale::ShortFormat);
    const auto content = journal::lookInto(backup.path);
    const QString what =
        content ? KeptPage::tr("It holds %n thing(s) that happened.", nullptr, static_cast<int>(content->statements))
                : KeptPage::tr("It is not sound: choose another.");
    const std::unique_ptr<QMessageBox> box(
        makeQuestion(parent, KeptPage::tr("Put a backup back"), KeptPage::tr("Put back the backup of %1?").arg(moment),
                     what + QLatin1Char(' ') +
                         KeptPage::tr("What is kept now is put aside, and what it has besides is taken over.")));
    QPushButton *leave = box->addButton(KeptPage::tr("Leave it"), QMessageBox::RejectRole);
    QPushButton *put = box->addButton(KeptPage::tr("Put it back"), QMessageBox::AcceptRole);
    put->setEnabled(content.has_value());
    box->setDefaultButton(leave);
    box->setEscapeButton(leave);
    box->exec();
    return box->clickedButton() == put;
}

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "keep/people.h"

#include "keep/jsonfile.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QRandomGenerator>

#include <algorithm>

namespace keep {

namespace {

constexpr int saltBytes = 16;
constexpr int hashRounds = 20000; // a few hundredths of a second on an old laptop

QByteArray hashOf(const QString &pin, const QByteArray &salt)
{
    QByteArray hash = salt + pin.toUtf8();
    for (int round = 0; round < hashRounds; ++round) {
        const QByteArray salted = salt + hash;
        hash = QCryptographicHash::hash(salted, QCryptographicHash::Sha256);
    }
    return hash;
}

QByteArray newSalt()
{
    QByteArray salt(saltBytes, '\0');
    for (char &byte : salt)
        byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
    return salt;
}

Face faceFrom(const QJsonObject &object)
{
    Face face;
    face.id = QUuid::fromString(object.value(QLatin1String("id")).toString());
    face.name = object.value(QLatin1String("name")).toString().left(longestName);
    face.picture = std::clamp(object.value(QLatin1String("picture")).toInt(), 0, pictures - 1);
    face.salt = QByteArray::fromHex(object.value(QLatin1String("salt")).toString().toLatin1());
    face.hash = QByteArray::fromHex(object.value(QLatin1String("hash")).toString().toLatin1());
    return face;
}

QJsonObject objectFrom(const Face &face)
{
    QJsonObject object{{QStringLiteral("id"), face.id.toString(QUuid::WithoutBraces)},
                       {QStringLiteral("name"), face.name},
                       {QStringLiteral("picture"), face.picture}};
    if (face.hasPin()) {
        object.insert(QLatin1String("salt"), QString::fromLatin1(face.salt.toHex()));
        object.insert(QLatin1String("hash"), QString::fromLatin1(face.hash.toHex()));
    }
    return object;
}

} // namespace

People::People(const QString &folder) : m_path(folder.isEmpty() ? QString() : folder + QLatin1String("/people.json"))
{
    reload();
}

void People::reload()
{
    if (m_path.isEmpty() || !m_isWritten)
        return;
    m_faces.clear();
    for (const QJsonValue value : readJson(m_path).value(QLatin1String("people")).toArray()) {
        const Face face = faceFrom(value.toObject());
        if (!face.id.isNull())
            m_faces.push_back(face);
    }
}

Face People::faceOf(const QUuid &id) const
{
    const auto found = std::ranges::find(m_faces, id, &Face::id);
    if (found != m_faces.end())
        return *found;
    Face face;
    face.id = id;
    return face;
}

tl::expected<void, Error> People::set(const Face &face)
{
    reload();
    const auto found = std::ranges::find(m_faces, face.id, &Face::id);
    Face &place = found == m_faces.end() ? m_faces.emplace_back() : *found;
    place = face;
    place.name = face.name.simplified().left(longestName);
    return write();
}

tl::expected<void, Error> People::remove(const QUuid &id)
{
    reload();
    std::erase_if(m_faces, [&](const Face &face) { return face.id == id; });
    return write();
}

tl::expected<void, Error> People::write()
{
    if (m_path.isEmpty())
        return {};
    QJsonArray people;
    for (const Face &face : m_faces)
        people.append(objectFrom(face));
    const auto written = writeJson(m_path, {{QStringLiteral("people"), people}});
    m_isWritten = written.has_value();
    return written;
}

Face withPin(Face face, const QString &pin)
{
    face.salt = pin.isEmpty() ? QByteArray() : newSalt();
    face.hash = pin.isEmpty() ? QByteArray() : hashOf(pin, face.salt);
    return face;
}

bool opens(const Face &face, const QString &pin)
{
    return !face.hasPin() || hashOf(pin, face.salt) == face.hash;
}

} // namespace keep

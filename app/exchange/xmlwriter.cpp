// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/moodlexml.h"

#include "exchange/images.h"
#include "exchange/names.h"
#include "exchange/telling.h"
#include "items/giftnumbers.h"
#include "items/gifttext.h"

#include <QXmlStreamWriter>

#include <algorithm>

namespace exchange {

namespace {

using items::Item;
using items::ItemType;
using items::Option;
using items::Text;
using items::TextFormat;

bool isXmlCharacter(QChar c)
{
    const char16_t code = c.unicode();
    return code >= 0x20 ? code != 0xFFFE && code != 0xFFFF : code == u'\t' || code == u'\n';
}

/// Moodle's word for a kind of question; a missing word is a multiple choice with its gap in the text.
QString xmlType(ItemType type)
{
    switch (type) {
    case ItemType::Choice:
    case ItemType::MissingWord:
        return QStringLiteral("multichoice");
    case ItemType::TrueFalse:
        return QStringLiteral("truefalse");
    case ItemType::Matching:
        return QStringLiteral("matching");
    case ItemType::ShortAnswer:
        return QStringLiteral("shortanswer");
    case ItemType::Numerical:
        return QStringLiteral("numerical");
    case ItemType::Essay:
        return QStringLiteral("essay");
    case ItemType::Description:
        return QStringLiteral("description");
    }
    return {};
}

class XmlWriter
{
public:
    explicit XmlWriter(const Questions &questions) : m_questions(questions), m_xml(&m_writing.bytes)
    {
        m_xml.setAutoFormatting(true);
        m_xml.setAutoFormattingIndent(2);
    }

    [[nodiscard]] Writing write()
    {
        m_xml.writeStartDocument();
        m_xml.writeStartElement(QStringLiteral("quiz"));
        QString category;
        for (const Item &item : m_questions.items) {
            if (item.category != category)
                writeCategory(item);
            category = item.category;
            writeQuestion(item);
        }
        m_xml.writeEndDocument();
        return std::move(m_writing);
    }

private:
    void writeCategory(const Item &item)
    {
        m_item = &item;
        m_xml.writeStartElement(QStringLiteral("question"));
        m_xml.writeAttribute(QStringLiteral("type"), QStringLiteral("category"));
        writeTextIn(QStringLiteral("category"), item.category);
        m_xml.writeEndElement();
    }

    void writeQuestion(const Item &item)
    {
        m_item = &item;
        m_xml.writeStartElement(QStringLiteral("question"));
        m_xml.writeAttribute(QStringLiteral("type"), xmlType(item.type));
        writeTextIn(QStringLiteral("name"), item.title.isEmpty() ? items::defaultTitle(item.stem) : item.title);
        writeText(QStringLiteral("questiontext"), item.stem);
        writeText(QStringLiteral("generalfeedback"), item.generalFeedback);
        const bool isAsked = item.type != ItemType::Description;
        element("defaultgrade", isAsked ? "1.0000000" : "0.0000000");
        element("penalty", isAsked && item.type != ItemType::Essay ? "0.3333333" : "0.0000000");
        element("hidden", "0");
        m_xml.writeTextElement(QStringLiteral("idnumber"), held(item.id));
        writeKind();
        writeTags();
        m_xml.writeEndElement();
    }

    void writeKind()
    {
        switch (m_item->type) {
        case ItemType::MissingWord:
            element("missingword", "1");
            [[fallthrough]];
        case ItemType::Choice:
            element("single", m_item->single ? "true" : "false");
            element("shuffleanswers", "true");
            element("answernumbering", "abc");
            writeAnswers();
            break;
        case ItemType::ShortAnswer:
            element("usecase", "0");
            [[fallthrough]];
        case ItemType::TrueFalse:
            writeAnswers();
            break;
        case ItemType::Numerical:
            writeAnswers();
            writeUnits();
            break;
        case ItemType::Matching:
            element("shuffleanswers", "true");
            for (const Option &option : m_item->options)
                writePair(option);
            break;
        case ItemType::Essay:
            element("responseformat", "editor");
            element("responserequired", "1");
            element("responsefieldlines", "10");
            element("attachments", "0");
            break;
        case ItemType::Description:
            break;
        }
    }

    void writeAnswers()
    {
        for (const Option &option : m_item->options) {
            m_xml.writeStartElement(QStringLiteral("answer"));
            m_xml.writeAttribute(QStringLiteral("fraction"), items::giftWeightText(option.fraction));
            const bool isNumber = m_item->type == ItemType::Numerical && !option.anythingElse;
            m_xml.writeAttribute(QStringLiteral("format"), xmlFormatName(option.text.format));
            writeContent(isNumber ? Text{items::giftNumberText(option.value), TextFormat::Moodle} : option.text);
            writeText(QStringLiteral("feedback"), option.feedback);
            if (m_item->type == ItemType::Numerical)
                m_xml.writeTextElement(QStringLiteral("tolerance"), items::giftNumberText(option.tolerance));
            m_xml.writeEndElement();
        }
    }

    void writePair(const Option &option)
    {
        m_xml.writeStartElement(QStringLiteral("subquestion"));
        m_xml.writeAttribute(QStringLiteral("format"), xmlFormatName(option.text.format));
        writeContent(option.text);
        writeTextIn(QStringLiteral("answer"), option.match);
        m_xml.writeEndElement();
    }

    void writeUnits()
    {
        element("unitgradingtype", "0");
        element("unitpenalty", "0.1000000");
        const QStringList units = items::tagValues(*m_item, QStringLiteral("unit"));
        element("showunits", "3");
        element("unitsleft", "0");
        if (units.isEmpty())
            return;
        m_xml.writeStartElement(QStringLiteral("units"));
        m_xml.writeStartElement(QStringLiteral("unit"));
        element("multiplier", "1");
        m_xml.writeTextElement(QStringLiteral("unit_name"), held(units.constFirst()));
        m_xml.writeEndElement();
        m_xml.writeEndElement();
    }

    void writeTags()
    {
        if (m_item->tags.isEmpty())
            return;
        m_xml.writeStartElement(QStringLiteral("tags"));
        for (const QString &tag : m_item->tags)
            writeTextIn(QStringLiteral("tag"), tag);
        m_xml.writeEndElement();
    }

    void element(const char *name, const char *value)
    {
        m_xml.writeTextElement(QLatin1String(name), QLatin1String(value));
    }

    void writeTextIn(const QString &name, const QString &words)
    {
        m_xml.writeStartElement(name);
        m_xml.writeTextElement(QStringLiteral("text"), held(words));
        m_xml.writeEndElement();
    }

    void writeText(const QString &name, const Text &text)
    {
        m_xml.writeStartElement(name);
        m_xml.writeAttribute(QStringLiteral("format"),
                             xmlFormatName(text.isEmpty() ? m_item->stem.format : text.format));
        writeContent(text);
        m_xml.writeEndElement();
    }

    /// The words, and the images that they name.
    void writeContent(const Text &text)
    {
        const QString words = held(text.content);
        m_xml.writeStartElement(QStringLiteral("text"));
        if (text.format == TextFormat::Html && !words.isEmpty())
            m_xml.writeCDATA(words);
        else
            m_xml.writeCharacters(words);
        m_xml.writeEndElement();
        for (const QString &name : imagesNamedIn(words)) {
            const auto image = std::ranges::find(m_questions.images, name, &Image::name);
            if (image == m_questions.images.end())
                continue;
            m_xml.writeStartElement(QStringLiteral("file"));
            m_xml.writeAttribute(QStringLiteral("name"), name);
            m_xml.writeAttribute(QStringLiteral("path"), QStringLiteral("/"));
            m_xml.writeAttribute(QStringLiteral("encoding"), QStringLiteral("base64"));
            m_xml.writeCharacters(QString::fromLatin1(image->bytes.toBase64()));
            m_xml.writeEndElement();
        }
    }

    /// Without what no XML can hold, which is told.
    [[nodiscard]] QString held(const QString &words)
    {
        QString kept;
        kept.reserve(words.size());
        for (qsizetype i = 0; i < words.size(); ++i) {
            const QChar c = words.at(i);
            if (c.isHighSurrogate() && i + 1 < words.size() && words.at(i + 1).isLowSurrogate()) {
                kept += c;
                kept += words.at(++i);
            } else if (isXmlCharacter(c) && !c.isSurrogate()) {
                kept += c;
            } else {
                const QString code = QString::number(c.unicode(), 16).toUpper().rightJustified(4, u'0');
                m_writing.losses.push_back(notCarried(*m_item, QLatin1String("U+") + code));
            }
        }
        return kept;
    }

    const Questions &m_questions;
    Writing m_writing;
    QXmlStreamWriter m_xml;
    const Item *m_item = nullptr;
};

} // namespace

Writing writeMoodleXml(const Questions &questions)
{
    return XmlWriter(questions).write();
}

} // namespace exchange

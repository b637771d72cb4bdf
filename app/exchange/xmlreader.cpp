// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/moodlexml.h"

#include "exchange/images.h"
#include "exchange/names.h"
#include "exchange/soundness.h"
#include "exchange/telling.h"
#include "items/giftnumbers.h"
#include "items/gifttext.h"

#include <QXmlStreamReader>

#include <algorithm>
#include <array>

namespace exchange {

namespace {

using base::FaultCode;
using items::Item;
using items::ItemType;
using items::Option;
using items::Text;
using items::TextFormat;

/// Deeper than any question goes: quiz, question, answer, feedback, text.
constexpr int deepest = 32;

struct KindName {
    const char *name;
    ItemType type;
};

constexpr std::array kindNames{
    KindName{"multichoice", ItemType::Choice},      KindName{"truefalse", ItemType::TrueFalse},
    KindName{"matching", ItemType::Matching},       KindName{"shortanswer", ItemType::ShortAnswer},
    KindName{"numerical", ItemType::Numerical},     KindName{"essay", ItemType::Essay},
    KindName{"description", ItemType::Description},
};

/// What Moodle keeps of a question, a question here does not, and changes what is asked or earned where it has
/// something in it. Penalties, numbering and shuffling are settings of a go, and passed over.
constexpr std::array foreignParts{"hint",       "correctfeedback",  "partiallycorrectfeedback", "incorrectfeedback",
                                  "graderinfo", "responsetemplate", "dataset_definitions"};

class XmlReader
{
public:
    XmlReader(const QByteArray &bytes, QString file) : m_xml(bytes), m_file(std::move(file)) {}

    [[nodiscard]] Reading read()
    {
        if (enter() && m_xml.name() == QLatin1String("quiz"))
            readQuiz();
        else if (!m_xml.hasError())
            refuse(FaultCode::XmlForbidden, {m_xml.name().isEmpty() ? m_file : m_xml.name().toString()});
        if (m_xml.hasError() && !m_isRefused)
            m_reading.faults.push_back(fileFault(place(), FaultCode::XmlSyntax, {m_xml.errorString()}));
        return std::move(m_reading);
    }

private:
    [[nodiscard]] base::Place place() const
    {
        return {m_file, static_cast<int>(m_xml.lineNumber()), static_cast<int>(m_xml.columnNumber()) + 1};
    }

    /// Ends the reading: what has been read so far is kept.
    void refuse(FaultCode code, const QStringList &details)
    {
        if (m_isRefused)
            return;
        m_isRefused = true;
        m_reading.faults.push_back(fileFault(place(), code, details));
        m_xml.raiseError();
    }

    /// On to the next child element, if there is one; refuses document types and great depth on the way.
    bool enter()
    {
        while (!m_xml.atEnd()) {
            const auto token = m_xml.readNext();
            if (token == QXmlStreamReader::DTD || token == QXmlStreamReader::EntityReference)
                refuse(FaultCode::XmlForbidden, {QStringLiteral("DOCTYPE")});
            if (token == QXmlStreamReader::EndElement) {
                --m_depth;
                return false;
            }
            if (token == QXmlStreamReader::StartElement) {
                if (++m_depth > deepest)
                    refuse(FaultCode::XmlForbidden, {QStringLiteral("<") + m_xml.name().toString() + u'>'});
                return !m_xml.hasError();
            }
        }
        return false;
    }

    /// Past the element that was entered, whatever it holds.
    void skip()
    {
        for (int open = 1; open > 0 && !m_xml.hasError();)
            open += enter() ? 1 : -1;
    }

    /// The characters of the element that was entered, without those of its children.
    [[nodiscard]] QString words()
    {
        QString words;
        while (!m_xml.atEnd()) {
            const auto token = m_xml.readNext();
            if (token == QXmlStreamReader::Characters)
                words += m_xml.text();
            if (token == QXmlStreamReader::DTD || token == QXmlStreamReader::EntityReference)
                refuse(FaultCode::XmlForbidden, {QStringLiteral("DOCTYPE")});
            if (token == QXmlStreamReader::StartElement) {
                ++m_depth;
                skip();
            }
            if (token == QXmlStreamReader::EndElement) {
                --m_depth;
                break;
            }
        }
        return items::giftTrimmed(words).toString();
    }

    /// The words in the `<text>` of the element that was entered, for which Moodle has no format.
    [[nodiscard]] QString wordsInText()
    {
        QString found;
        while (enter()) {
            if (m_xml.name() == QLatin1String("text"))
                found = words();
            else
                skip();
        }
        return found;
    }

    [[nodiscard]] QString attribute(const char *name) const
    {
        return m_xml.attributes().value(QLatin1String(name)).toString();
    }

    [[nodiscard]] TextFormat formatOr(TextFormat usual) const
    {
        return xmlFormatNamed(attribute("format")).value_or(usual);
    }

    void readQuiz()
    {
        while (enter()) {
            if (m_xml.name() == QLatin1String("question"))
                readQuestion();
            else
                skip();
        }
    }

    void readQuestion()
    {
        m_item = {};
        m_item.place = place();
        m_item.category = m_category;
        m_lost.clear();
        m_sound = true;
        const QString kind = attribute("type");
        if (kind == QLatin1String("category")) {
            readCategory();
            return;
        }
        const auto *known =
            std::ranges::find_if(kindNames, [&](const KindName &entry) { return kind == QLatin1String(entry.name); });
        if (known != kindNames.end())
            m_item.type = known->type;
        while (enter())
            readPart();
        if (m_xml.hasError())
            return;
        if (known == kindNames.end())
            tell(FaultCode::QuestionKindUnknown, {kind});
        finishQuestion();
    }

    void readCategory()
    {
        while (enter()) {
            if (m_xml.name() == QLatin1String("category"))
                m_category = wordsInText();
            else
                skip();
        }
    }

    void readPart()
    {
        const QString name = m_xml.name().toString();
        if (name == QLatin1String("name"))
            m_item.title = wordsInText();
        else if (name == QLatin1String("questiontext"))
            m_item.stem = readText(TextFormat::Html, true);
        else if (name == QLatin1String("generalfeedback"))
            m_item.generalFeedback = readText(m_item.stem.format, false);
        else if (name == QLatin1String("idnumber"))
            m_item.id = words();
        else if (name == QLatin1String("tags"))
            readTags();
        else if (name == QLatin1String("answer"))
            m_item.options.push_back(readAnswer());
        else if (name == QLatin1String("subquestion"))
            m_item.options.push_back(readPair());
        else if (name == QLatin1String("units"))
            readUnits();
        else
            readSetting(name);
    }

    void readSetting(const QString &name)
    {
        const bool isForeign =
            std::ranges::any_of(foreignParts, [&](const char *part) { return name == QLatin1String(part); });
        if (isForeign) {
            if (!wordsInText().isEmpty())
                m_lost.append(name);
            return;
        }
        const QString value = words();
        const bool isYes = value == QLatin1String("1") || value == QLatin1String("true");
        if (name == QLatin1String("single"))
            m_item.single = isYes;
        else if (name == QLatin1String("missingword") && isYes && m_item.type == ItemType::Choice)
            m_item.type = ItemType::MissingWord;
        else if ((name == QLatin1String("usecase") && isYes) ||
                 (name == QLatin1String("defaultgrade") && isOtherGrade(value)))
            m_lost.append(name);
    }

    [[nodiscard]] bool isOtherGrade(const QString &value) const
    {
        const auto grade = items::giftNumber(value);
        return grade && *grade != 1 && m_item.type != ItemType::Description;
    }

    /// A text with its format, and the images that come with it. Moodle keeps no format for what is empty.
    [[nodiscard]] Text readText(TextFormat usual, bool isStem)
    {
        Text text;
        text.format = formatOr(usual);
        while (enter())
            readTextPart(text.content);
        return text.isEmpty() && !isStem ? Text{} : text;
    }

    void readTextPart(QString &content)
    {
        if (m_xml.name() == QLatin1String("text"))
            content = words();
        else if (m_xml.name() == QLatin1String("file"))
            readImage();
        else
            skip();
    }

    void readImage()
    {
        Image image;
        image.name = attribute("name");
        const bool isPlain = isPlainName(image.name);
        image.bytes = QByteArray::fromBase64(words().toLatin1());
        if (!isPlain || image.bytes.size() > largestImage) {
            m_reading.faults.push_back(
                faultOf(m_item, base::Severity::Warning, FaultCode::ImageRefused, {image.name.left(80)}));
            return;
        }
        const auto same = std::ranges::find(m_reading.questions.images, image.name, &Image::name);
        if (same == m_reading.questions.images.end())
            m_reading.questions.images.push_back(std::move(image));
        else if (same->bytes != image.bytes)
            m_lost.append(image.name);
    }

    void readTags()
    {
        while (enter()) {
            const QString tag = wordsInText();
            if (!tag.isEmpty() && !m_item.tags.contains(tag))
                m_item.tags.append(tag);
        }
    }

    [[nodiscard]] Option readAnswer()
    {
        Option option;
        const auto percent = items::giftNumber(attribute("fraction"));
        if (!percent)
            tell(FaultCode::GiftNumberMalformed, {attribute("fraction")});
        option.fraction = percent.value_or(0) / 100;
        option.text.format = formatOr(m_item.stem.format);
        while (enter()) {
            if (m_xml.name() == QLatin1String("feedback"))
                option.feedback = readText(m_item.stem.format, false);
            else if (m_xml.name() == QLatin1String("tolerance"))
                option.tolerance = numberOf(words());
            else
                readTextPart(option.text.content);
        }
        if (option.text.isEmpty())
            option.text = {};
        settleAnswer(option);
        return option;
    }

    void settleAnswer(Option &option)
    {
        option.anythingElse = option.text.content == QLatin1String("*") &&
                              (m_item.type == ItemType::Numerical || m_item.type == ItemType::ShortAnswer);
        if (m_item.type == ItemType::TrueFalse)
            option.text.format = TextFormat::Moodle;
        if (m_item.type != ItemType::Numerical)
            return;
        if (option.anythingElse) {
            option.text = {QStringLiteral("*"), TextFormat::Moodle};
            option.tolerance = 0;
            return;
        }
        option.value = numberOf(option.text.content);
        option.text = {};
    }

    [[nodiscard]] double numberOf(const QString &text)
    {
        const auto number = items::giftNumber(text);
        if (!number)
            tell(FaultCode::GiftNumberMalformed, {text});
        return number.value_or(0);
    }

    [[nodiscard]] Option readPair()
    {
        Option option;
        option.text.format = formatOr(m_item.stem.format);
        while (enter()) {
            if (m_xml.name() == QLatin1String("answer"))
                option.match = wordsInText();
            else
                readTextPart(option.text.content);
        }
        if (option.text.isEmpty())
            option.text = {};
        return option;
    }

    /// One unit goes along as a tag; more of them, or one that multiplies, have no place here.
    void readUnits()
    {
        QStringList names;
        bool isPlain = true;
        while (enter()) {
            while (enter()) {
                const bool isName = m_xml.name() == QLatin1String("unit_name");
                const bool multiplies = m_xml.name() == QLatin1String("multiplier");
                const QString value = words();
                if (isName)
                    names.append(value);
                isPlain = isPlain && !(multiplies && items::giftNumber(value) != std::optional(1.0));
            }
        }
        const QString tag = QLatin1String("unit:") + names.value(0);
        if (names.size() != 1 || !isPlain)
            m_lost.append(QStringLiteral("units"));
        else if (!m_item.tags.contains(tag))
            m_item.tags.append(tag);
    }

    void tell(FaultCode code, const QStringList &details)
    {
        m_sound = false;
        m_reading.faults.push_back(faultOf(m_item, base::Severity::Error, code, details));
    }

    void finishQuestion()
    {
        if (m_item.type == ItemType::TrueFalse)
            std::ranges::stable_sort(m_item.options, {},
                                     [](const Option &option) { return option.text.content != QLatin1String("true"); });
        if (!m_sound || !completeItem(m_item, m_reading.faults))
            return;
        for (const QString &part : m_lost)
            m_reading.faults.push_back(notCarried(m_item, part));
        m_reading.questions.items.push_back(std::move(m_item));
    }

    QXmlStreamReader m_xml;
    QString m_file;
    Reading m_reading;
    QString m_category;
    Item m_item;
    QStringList m_lost;
    int m_depth = 0;
    bool m_sound = true;
    bool m_isRefused = false;
};

} // namespace

Reading readMoodleXml(const QByteArray &bytes, const QString &file)
{
    if (bytes.size() > largestFile) {
        Reading refused;
        refused.faults.push_back(fileFault({file, 0, 0}, FaultCode::FileTooLarge, {QStringLiteral("64 MiB")}));
        return refused;
    }
    return XmlReader(bytes, file).read();
}

} // namespace exchange

// SPDX-License-Identifier: GPL-3.0-or-later
// node gift-pegjs.mjs FILE.gift... : what gift-pegjs reads in the files, as one JSON array in the form that
// `after-the-raid convert X.gift X.json` writes. ORACLE_MODULES names the folder that holds gift-pegjs/.
//
// A question is {id, title, category, tags, type, single, text, textFormat, options, generalFeedback}. What gift-pegjs
// does not tell (an id, a title, tags or a category that are not in the file) is left out. White space is as it comes.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const expectedVersion = '1.0.2';

const types = {
    Description: 'description', Essay: 'essay', Matching: 'matching', MC: 'choice', Numerical: 'numerical',
    Short: 'shortanswer', TF: 'truefalse',
};

// The right side of a pair is the one text in which gift-pegjs leaves its own codes for escaped characters.
const codes = { '035': '#', '058': ':', '061': '=', '092': '\\', '123': '{', '125': '}', '126': '~', '010': '\n' };
const decoded = text => text.replace(/&&(\d{3});/g, (code, number) => codes[number] ?? code);

/** A text under `key` and, where it is another than the question's, its format. */
function feedback(key, text, usual) {
    const fields = { [key]: text?.text ?? '' };
    if (text?.text && text.format !== usual)
        fields[key + 'Format'] = text.format;
    return fields;
}

/** An empty text has no format of its own. */
const formatted = ({ text, format }) => (text ? { text, textFormat: format } : { text });

const fraction = choice => (choice.weight === null ? Number(choice.isCorrect) : choice.weight / 100);

/** A range becomes its centre and half-width; what catches every other number has no value. */
function quantity(number) {
    switch (number.type) {
    case 'simple':
        return { value: number.number, tolerance: 0 };
    case 'range':
        return { value: number.number, tolerance: number.range };
    case 'high-low':
        return {
            value: (number.numberLow + number.numberHigh) / 2,
            tolerance: (number.numberHigh - number.numberLow) / 2,
        };
    default:
        return { value: null, tolerance: null };
    }
}

/** Whatever their names, `trueFeedback` is the first in the file and for a wrong answer, `falseFeedback` the second. */
function trueFalseOptions({ isTrue, trueFeedback: wrong, falseFeedback: right, stem }) {
    return [true, false].map(answer => ({
        text: String(answer),
        fraction: Number(answer === isTrue),
        ...feedback('feedback', answer === isTrue ? right : wrong, stem.format),
    }));
}

function numericalOptions({ choices, stem }) {
    if (!Array.isArray(choices))
        return [{ ...quantity(choices), fraction: 1, feedback: '' }];
    return choices.map(choice => ({
        ...quantity(choice.text),
        fraction: fraction(choice),
        ...feedback('feedback', choice.feedback, stem.format),
    }));
}

function textOptions({ choices, stem }) {
    return choices.map(choice => ({
        ...formatted(choice.text),
        fraction: fraction(choice),
        ...feedback('feedback', choice.feedback, stem.format),
    }));
}

function options(question) {
    switch (question.type) {
    case 'MC':
    case 'Short':
        return textOptions(question);
    case 'Matching':
        return question.matchPairs.map(pair => ({ ...formatted(pair.subquestion), match: decoded(pair.subanswer) }));
    case 'Numerical':
        return numericalOptions(question);
    case 'TF':
        return trueFalseOptions(question);
    default:
        return [];
    }
}

/** A field that is undefined does not show in the JSON. */
function normalised(question, category) {
    const isChoice = question.type === 'MC';
    return {
        id: question.id ?? undefined,
        title: question.title ?? undefined,
        category,
        tags: question.tags ?? undefined,
        type: isChoice && question.hasEmbeddedAnswers ? 'missingword' : types[question.type],
        single: isChoice ? question.choices.some(choice => choice.isCorrect) : undefined,
        text: question.stem.text,
        textFormat: question.stem.format,
        options: options(question),
        ...feedback('generalFeedback', question.globalFeedback, question.stem.format),
    };
}

function readFile(parser, file) {
    const questions = [];
    let category;
    for (const entry of parser.parse(readFileSync(file, 'utf8'))) {
        if (entry.type === 'Category')
            category = entry.title.trim();
        else
            questions.push(normalised(entry, category));
    }
    return questions;
}

function fail(message) {
    console.error(message);
    process.exit(2);
}

function load() {
    if (!process.env.ORACLE_MODULES)
        fail('ORACLE_MODULES is not set: it names the folder that holds gift-pegjs/');
    const folder = resolve(process.env.ORACLE_MODULES, 'gift-pegjs');
    if (!existsSync(folder))
        fail(`${folder}: there is no such folder`);
    const require = createRequire(import.meta.url);
    const { version } = require(resolve(folder, 'package.json'));
    if (version !== expectedVersion)
        fail(`gift-pegjs ${version} found, ${expectedVersion} expected`);
    return require(folder);
}

const files = process.argv.slice(2);
if (files.length === 0)
    fail('node gift-pegjs.mjs FILE.gift...');
const parser = load();
const read = [];
for (const file of files) {
    try {
        read.push(...readFile(parser, file));
    } catch (error) {
        const start = error.location?.start;
        fail(`${file}:${start ? `${start.line}:${start.column}:` : ''} ${error.message}`);
    }
}
console.log(JSON.stringify(read, null, 4));

// SPDX-License-Identifier: GPL-3.0-or-later
// node ts-fsrs.mjs [COUNT [SEED]] : random histories of one card each, and what ts-fsrs makes of them with its defaults and
// fuzz off. One review a line, fields between tabs: history (from 1), retention, grade, at, state, stability, difficulty,
// due, interval in days; times are seconds since 1970 (UTC). ORACLE_MODULES names the folder that holds ts-fsrs/. The same
// COUNT and SEED give the same histories.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const expectedVersion = '5.4.2';
const folder = resolve(process.env.ORACLE_MODULES ?? 'node_modules', 'ts-fsrs');
const { version } = JSON.parse(readFileSync(resolve(folder, 'package.json'), 'utf8'));
if (version !== expectedVersion)
    throw new Error(`ts-fsrs ${version} is there, ${expectedVersion} is wanted`);
const { fsrs, createEmptyCard, State } = createRequire(import.meta.url)(folder);

/** Mulberry32: small, and the same everywhere. */
function randomFrom(seed) {
    return () => {
        seed = (seed + 0x6D2B79F5) | 0;
        let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
        t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
        return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
}

const random = randomFrom(Number(process.argv[3] ?? 6));
const minute = 60_000;
const day = 24 * 60 * minute;
const grades = [1, 2, 3, 3, 3, 4];
const retentions = [0.9, 0.9, 0.9, 0.8, 0.95];
const pick = list => list[Math.floor(random() * list.length)];

/** Until the next review: within minutes, about when it is due, or far off. */
function pause(due, now) {
    const kind = random();
    if (kind < 0.3)
        return Math.floor(random() * 30) * minute;
    if (kind < 0.8)
        return Math.max(0, Math.floor((due - now) * (0.7 + 0.6 * random()) / 1000) * 1000);
    return Math.floor(random() * 400 * day / 1000) * 1000;
}

const seconds = ms => ms / 1000;
const histories = Number(process.argv[2] ?? 1000);
console.log('history\tretention\tgrade\tat\tstate\tstability\tdifficulty\tdue\tintervalDays');
for (let history = 1; history <= histories; ++history) {
    const retention = pick(retentions);
    const scheduler = fsrs({ request_retention: retention, enable_fuzz: false });
    let now = Date.UTC(2026, 0, 1) + Math.floor(random() * 365 * day / 1000) * 1000;
    let card = createEmptyCard(new Date(now));
    for (let left = 1 + Math.floor(random() * 12); left > 0; --left) {
        const grade = pick(grades);
        card = scheduler.next(card, new Date(now), grade).card;
        console.log([history, retention, grade, seconds(now), State[card.state].toLowerCase(),
            card.stability.toFixed(6), card.difficulty.toFixed(6), seconds(card.due.getTime()), card.scheduled_days,
        ].join('\t'));
        now += pause(card.due.getTime(), now);
    }
}

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""compare.py OURS.json THEIRS.json: tells every difference between two readings of the same questions.

Both are arrays in the form that `after-the-raid convert` writes to JSON. A field that THEIRS lacks is not compared.
White space is compared only as present or absent, and not at all around a gap: gift-pegjs rewrites it.
"""
import json
import re
import sys

TOLERANCE = 1e-5
QUESTION_FIELDS = ("id", "title", "category", "tags", "type", "single", "text", "textFormat",
                   "generalFeedback", "generalFeedbackFormat")
OPTION_FIELDS = ("text", "textFormat", "match", "value", "tolerance", "fraction", "feedback", "feedbackFormat")


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def normalised(value):
    if isinstance(value, list):
        return [normalised(each) for each in value]
    if not isinstance(value, str):
        return value
    around_gap = re.sub(r"[ \t\r\n]*_{5}[ \t\r\n]*", " _____ ", value)
    return re.sub(r"[ \t\r\n]+", " ", around_gap).strip(" ")


def same(ours, theirs):
    if is_number(ours) and is_number(theirs):
        return abs(ours - theirs) <= TOLERANCE
    return normalised(ours) == normalised(theirs)


def field_differences(where, fields, ours, theirs):
    for field in fields:
        if field in theirs and not same(ours.get(field), theirs[field]):
            yield f"{where}{field}: ours {ours.get(field)!r}, theirs {theirs[field]!r}"


def question_differences(ours, theirs):
    yield from field_differences("", QUESTION_FIELDS, ours, theirs)
    our_options, their_options = ours.get("options", []), theirs.get("options", [])
    if len(our_options) != len(their_options):
        yield f"options: ours {len(our_options)}, theirs {len(their_options)}"
    for number, (our_option, their_option) in enumerate(zip(our_options, their_options), start=1):
        yield from field_differences(f"option {number}, ", OPTION_FIELDS, our_option, their_option)


def differences(ours, theirs):
    if len(ours) != len(theirs):
        yield f"questions: ours {len(ours)}, theirs {len(theirs)}"
    for number, (our_question, their_question) in enumerate(zip(ours, theirs), start=1):
        title = our_question.get("title") or f"question {number}"
        for difference in question_differences(our_question, their_question):
            yield f"{title}: {difference}"


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def main():
    if len(sys.argv) != 3:
        print(__doc__.splitlines()[0], file=sys.stderr)
        sys.exit(2)
    ours, theirs = read(sys.argv[1]), read(sys.argv[2])
    count = 0
    for difference in differences(ours, theirs):
        print(difference)
        count += 1
    print(f"{len(theirs)} questions, {count} differences")
    sys.exit(1 if count else 0)


if __name__ == "__main__":
    main()

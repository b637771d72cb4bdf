# SPDX-License-Identifier: GPL-3.0-or-later
"""statistics.py OURS THEIRS: compares the output of `analyse --json` with that of psych.R, number by number."""

import json
import sys

TOLERANCE = 1e-9


def differences(ours, theirs, where):
    if isinstance(theirs, dict):
        for key, value in theirs.items():
            if key != "by":
                yield from differences(ours[key], value, f"{where}.{key}")
    elif isinstance(theirs, list):
        if len(ours) != len(theirs):
            yield f"{where}: {len(ours)} and not {len(theirs)}"
        for at, (mine, other) in enumerate(zip(ours, theirs)):
            yield from differences(mine, other, f"{where}[{at}]")
    elif isinstance(theirs, str):
        if ours != theirs:
            yield f"{where}: {ours} and not {theirs}"
    elif ours is None or abs(ours - theirs) > TOLERANCE:
        yield f"{where}: {ours} and not {theirs}"


with open(sys.argv[1], encoding="utf-8") as ours, open(sys.argv[2], encoding="utf-8") as theirs:
    found = list(differences(json.load(ours), json.load(theirs), ""))
for difference in found:
    print(difference)
print("different" if found else "the same to 1e-9")
sys.exit(1 if found else 0)

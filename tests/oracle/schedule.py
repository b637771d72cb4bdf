# SPDX-License-Identifier: GPL-3.0-or-later
"""python3 schedule.py PROGRAM HISTORIES.tsv: holds `PROGRAM schedule` to what ts-fsrs.mjs printed. Prints every
difference and ends with status 1 if there is one. Stability and difficulty may differ by 0.0001 of their size, nothing
else at all."""
import csv
import datetime
import itertools
import json
import subprocess
import sys
import tempfile

TOLERANCE = 1e-4


def moment(seconds):
    return datetime.datetime.fromtimestamp(int(seconds), datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def ours(program, rows):
    reviews = [{"grade": int(row["grade"]), "at": moment(row["at"])} for row in rows]
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump({"retention": float(rows[0]["retention"]), "reviews": reviews}, file)
        file.flush()
        return json.loads(subprocess.run([program, "schedule", file.name, "--json"], check=True, capture_output=True).stdout)


def differences(theirs, mine):
    for name in ("stability", "difficulty"):
        if abs(mine[name] - float(theirs[name])) > TOLERANCE * max(1.0, abs(float(theirs[name]))):
            yield name, theirs[name], mine[name]
    exact = {"state": theirs["state"], "due": moment(theirs["due"]), "intervalDays": int(theirs["intervalDays"])}
    for name, value in exact.items():
        if mine[name] != value:
            yield name, value, mine[name]


def main(program, path):
    found = compared = 0
    with open(path, newline="") as file:
        histories = itertools.groupby(csv.DictReader(file, delimiter="\t"), lambda row: row["history"])
        for history, rows in histories:
            rows = list(rows)
            schedule = ours(program, rows)
            assert len(schedule) == len(rows), f"history {history}: {len(schedule)} entries for {len(rows)} reviews"
            compared += 1
            for review, (row, entry) in enumerate(zip(rows, schedule), 1):
                for name, theirs, mine in differences(row, entry):
                    found += 1
                    print(f"history {history}, review {review}: {name}: ts-fsrs {theirs}, here {mine}")
    print(f"{compared} histories, {found} differences")
    return 1 if found or not compared else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

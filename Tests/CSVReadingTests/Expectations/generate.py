#!/usr/bin/env python3
"""Writes python-csv.json: files with every feature, and the fields that Python's csv finds in them.

Run it in this folder; the seed is fixed, so that it writes the same bytes each time (Python 3.11).
"""
import base64
import csv
import io
import json
import random

rng = random.Random(20210501)
PIECES = ["57,504", "57.504,00", "Acme", "Smith; Sons", 'the "best"', "a|b", "x\ty", "two\nlines",
          "two\r\nlines", "old\rmac", " lead", "trail ", "", "0", "''", '"', '""', ",", "é", "Zürich"]
BEYOND_LATIN1 = ["naïve – dash", "“curly”", "€ 4.500"]
BEYOND_WINDOWS1252 = ["日本", "😀 ok", "Łódź", "e\u0301"]
NAMES = ["id", "employer", "job title", "pay", "state", "notes, free", "Gehalt (€)", "año"]


def field(encoding):
    pieces = list(PIECES)
    if encoding not in ("latin-1",):
        pieces += BEYOND_LATIN1
    if encoding.startswith("utf"):
        pieces += BEYOND_WINDOWS1252
    return "".join(rng.choice(pieces) for _ in range(rng.choice([1, 1, 1, 2, 3])))


def written(value, delimiter):
    if rng.random() < 0.2 or any(c in value for c in (delimiter, '"', "\n", "\r")):
        return '"' + value.replace('"', '""') + '"'
    return value


def case(number):
    delimiter = rng.choice(",;\t|")
    encoding = rng.choice(["utf-8", "utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "utf-16",
                           "latin-1", "cp1252"])
    end = rng.choice(["\n", "\r\n", "\r"])
    names = [n for n in NAMES if encoding != "latin-1" or "€" not in n]
    columns = rng.randint(2, len(names))
    header = ["id"] + rng.sample(names[1:], columns - 1)
    rows = [[str(i)] + [field(encoding) for _ in range(columns - 1)]
            for i in range(rng.randint(1, 12))]
    text = ""
    for row in [header] + rows:
        text += delimiter.join(written(v, delimiter) for v in row) + end
        if rng.random() < 0.1:
            text += end
    if rng.random() < 0.3:
        text = text.rstrip("\r\n")
    parsed = [r for r in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
              if r]
    assert parsed[1:] == rows
    plain = {"utf-8-sig": "utf-8", "utf-16": "utf-16le", "utf-16-le": "utf-16le",
             "utf-16-be": "utf-16be", "cp1252": "windows-1252"}
    return {"number": number, "delimiter": delimiter, "encoding": plain.get(encoding, encoding),
            "bytes": base64.b64encode(text.encode(encoding)).decode(), "rows": parsed[1:]}


with open("python-csv.json", "w", encoding="ascii", newline="\n") as out:
    out.write("[\n" + ",\n".join(json.dumps(case(n)) for n in range(120)) + "\n]\n")

"""The rules every shipped list keeps."""

import re
import unicodedata

from text import MARKS, bare, clean

PARTIAL_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?$")
IDENTIFIER = re.compile(r"(Q[0-9]+|geonames:[0-9A-Z.]+|wof:[0-9]+)$")
CONTEXTS = ("", "name", "place", "media", "sport", "office", "party", "company")


def problems(path):
    """The broken rules of one list, each with file and line."""
    seen, header = {}, None
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            line = line.rstrip("\n")
            if line.startswith("#"):
                continue
            cells = line.split("\t")
            if header is None:
                header = cells
                continue
            row = dict(zip(header, cells))
            for fault in faults(line, cells, header, row):
                yield f"{path}:{number}: {fault}: {row.get('name')}"
            key = tuple(row.get(column, "") for column in ("name", "type", "country", "office", "organization", "from"))
            if key in seen:
                yield f"{path}:{number}: repeats line {seen[key]}: {row['name']}"
            seen[key] = number


def faults(line, cells, header, row):
    if len(cells) != len(header):
        yield f"{len(cells)} cells, expected {len(header)}"
    if unicodedata.normalize("NFC", line) != line or MARKS.search(line):
        yield "not NFC or has marks"
    if any(cell != cell.strip() for cell in cells) or "  " in line:
        yield "stray space"
    for name in [row.get("name", ""), *filter(None, row.get("aliases", "").split("|"))]:
        if sum(letter.isalpha() for letter in name) < 2:
            yield "name of fewer than two letters"
    if not row.get("type"):
        yield "no type"
    if row.get("id") and not IDENTIFIER.match(row["id"]):
        yield f"odd id {row['id']}"
    for column in ("from", "to"):
        if row.get(column) and not PARTIAL_DATE.match(row[column]):
            yield f"odd date {row[column]}"
    if row.get("from") and row.get("to") and row["from"] > row["to"] and not row["from"].startswith(row["to"]):
        yield "ends before it begins"
    if row.get("country") and not re.match("[A-Z]{2}$", row["country"]):
        yield f"odd country {row['country']}"
    if row.get("context", "") not in CONTEXTS:
        yield f"unknown context {row['context']}"

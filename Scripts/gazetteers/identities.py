"""English names, first-level divisions and hand-made ids for the entries of all lists."""

import unicodedata

from tables import read, several
from text import MARKS, bare, clean


def english(inputs):
    """Labels and divisions by id, from the sources."""
    labels, divisions = {}, {}
    for row in read(inputs.source("countries.tsv")):
        labels[row["wikidata"]] = row["name_en"]
    for row in read(inputs.source("geonames_places.tsv")):
        if row["kind"] == "city" and row["name_en"]:
            for id in (row["wikidata"], "geonames:" + row["geonames"]):
                labels.setdefault(id, row["name_en"])
    for row in read(inputs.source("wof_places.tsv")):
        for id in (row["wikidata"], "geonames:" + row["geonames"] if row["geonames"] else "", "wof:" + row["wof_id"]):
            if id and row["name_en"]:
                labels.setdefault(id, row["name_en"])
            if id and row["region_en"]:
                divisions.setdefault(id, row["region_en"])
    for file in ("people_ar_labels.tsv", "people_offices_qid.tsv", "organizations.tsv"):
        for row in read(inputs.source(file)):
            if row["wikidata"] and row["name_en"]:
                labels.setdefault(row["wikidata"], row["name_en"])
    labels.pop("", None)
    return labels, divisions


def named(inputs):
    """English names of organizations by their Arabic ones."""
    names = {}
    for row in read(inputs.source("organizations_supplement.tsv")):
        for name in (row["name_ar"], *several(row["alt_ar"])):
            names.setdefault(bare(clean(name)), row["name_en"])
    return names


def plain(label):
    """The label in NFC without the marks of writing direction."""
    return MARKS.sub("", unicodedata.normalize("NFC", label))


def latin(label):
    return label and all(ord(letter) < 0x250 or letter in "’‘–" for letter in label)


def complete(lists, inputs):
    """Adds what the entries lack; a hand-made row that no entry answers to is an error."""
    labels, divisions = english(inputs)
    organizations = named(inputs)
    hand = {}
    for row in read(inputs.curated("identities.tsv")):
        hand[row["list"], bare(row["name"]), row["country"]] = row
    missing = set(hand)
    for entries in lists:
        name = entries.file.removesuffix(".tsv")
        if name in ("given-names", "family-names", "name-particles", "tenures"):
            continue
        for row in entries:
            key = name, bare(row["name"]), row.get("country", "")
            fixed = hand.get(key)
            if fixed:
                missing.discard(key)
                for column in ("id", "label_en", "latitude", "longitude", "died", "style"):
                    if fixed[column]:
                        row.setdefault(column, fixed[column])
            label = labels.get(row.get("id"))
            if not label and row["type"] == "Organization":
                label = organizations.get(bare(row["name"]))
            if latin(label):
                row.setdefault("label_en", plain(label))
            if divisions.get(row.get("id")) and row.get("kind") in ("city", "district", "facility"):
                row.setdefault("admin1", plain(divisions[row["id"]]))
    if missing:
        unanswered = "; ".join(" ".join(key) for key in sorted(missing))
        raise SystemExit(f"curated/identities.tsv: no entry answers to {unanswered}")

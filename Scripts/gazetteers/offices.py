"""people.tsv and tenures.tsv: officials with their names, countries and dated offices."""

import re

from tables import List, read, several
from text import bare, clean, distinct, is_name

HONORIFIC = re.compile("^(الشيخ|الملك|المشير|الأمير|السيد|الدكتور) ")
COUNTRIES = {"Kuwait": "KW", "United Kingdom": "GB", "United Arab Emirates": "AE", "Yemen": "YE", "Somalia": "SO", "Saudi Arabia": "SA",
             "Pakistan": "PK", "Israel": "IL", "France": "FR", "Australia": "AU", "South Korea": "KR", "Germany": "DE", "Turkey": "TR",
             "North Korea": "KP", "Iraq": "IQ", "Iran": "IR", "Egypt": "EG", "Jordan": "JO", "Lebanon": "LB", "Qatar": "QA", "Morocco": "MA",
             "Tunisia": "TN", "Algeria": "DZ", "Sudan": "SD", "Russia": "RU", "Ukraine": "UA", "Japan": "JP", "Brazil": "BR", "India": "IN",
             "Italy": "IT", "Greece": "GR", "Canada": "CA", "South Africa": "ZA", "Nigeria": "NG", "Ethiopia": "ET", "Spain": "ES",
             "United States": "US", "United States of America": "US", "Libya": "LY", "Syria": "SY"}


def country_of(cell):
    return cell if len(cell) == 2 else COUNTRIES.get(cell, "")


def labels(inputs):
    """QID to Arabic names, the plain name first."""
    named = {row["wikidata"]: [row["name_ar"], *several(row["alt_ar"])] for row in read(inputs.source("people_ar_labels.tsv"))}
    for row in read(inputs.source("people_offices_qid.tsv")):
        name = clean(row["name_ar"])
        if name and row["wikidata"] and row["wikidata"] not in named and len(name.split()) > 1 and is_name(name):
            named[row["wikidata"]] = [name]
    return named


def full_names(names):
    """The spellings that are whole names: a bare surname, given name or honorific is left to the name grammar."""
    whole = [HONORIFIC.sub("", clean(name)) for name in names]
    whole = [spelling for name in whole for spelling in (name, re.sub(r"(^| )عبد (?=ال)", r"\1عبد", name), re.sub(r"(^| )عبدال(?=\w)", r"\1عبد ال", name))]
    return distinct([name for name in whole if len(name.split()) > 1 and not name.startswith("بن ")])


def people(inputs):
    entries = List("people.tsv", "Officials, leaders and other people in the news, by full name. Surnames are found by the name grammar, not listed.")
    countries = {}
    for row in read(inputs.source("people_offices_qid.tsv")):
        countries.setdefault(row["wikidata"], country_of(row["country"]))
    named = labels(inputs)
    known = {}
    for id, names in named.items():
        for name in full_names(names):
            known.setdefault(bare(name), id)
    for row in read(inputs.curated("people.tsv")):
        names = full_names([row["name"], *several(row["aliases"])])
        id = next((known[bare(name)] for name in names if bare(name) in known), "")
        if id:
            names = distinct([*names, *full_names(named.pop(id, []))])
        if names:
            entries.add(names[0], "Person", aliases=names[1:], id=id, country=row["country"], role=row["role"])
    for row in read(inputs.curated("tenures.tsv")):
        names = full_names([row["name"]])
        if names and not any(bare(names[0]) in {bare(spelling) for spelling in [person["name"], *person["aliases"]]} for person in entries):
            id = known.get(bare(names[0]), "")
            names = distinct([*names, *full_names(named.pop(id, []))])
            entries.add(names[0], "Person", aliases=names[1:], id=id, country=row["country"])
    for id, names in named.items():
        names = full_names(names)
        if names and not any(bare(name) in {bare(person["name"]) for person in entries} for name in names):
            entries.add(names[0], "Person", aliases=names[1:], id=id, country=countries.get(id, ""))
    return entries


def tenures(inputs, people):
    """Who held which office when: the hand-made table first, then the dated offices of the sources that it lacks."""
    entries = List("tenures.tsv", "Dated offices: name held office of country or organization from … to …; no `to` means still in office at the time of writing.\n"
                   "office is the newspaper form without the country; office_aliases are its equivalents.")
    titles = {row["office_en"]: row for row in read(inputs.curated("offices.tsv"))}
    equivalents = {row["office"]: several(row["aliases"]) for row in read(inputs.curated("office-aliases.tsv"))}
    called = {}
    for person in people:
        for spelling in [person["name"], *person["aliases"]]:
            called.setdefault(bare(spelling), person)

    def add(name, office, country="", organization="", start="", end="", id="", source=""):
        person = called.get(bare(name), {})
        entries.add(person.get("name", name), "Tenure", office=office, office_aliases="|".join(equivalents.get(office, [])), country=country,
                    organization=organization, id=id or person.get("id", ""), **{"from": start, "to": end})

    settled = set()
    for row in read(inputs.curated("tenures.tsv")):
        add(row["name"], row["office"], row["country"], row["organization"], row["from"], row["to"])
        settled.add((row["office"], row["country"]))
    named = labels(inputs)
    done = set()
    for row in read(inputs.source("people_offices_qid.tsv")):
        title = titles.get(row["office_en"])
        names = full_names(named.get(row["wikidata"], []))
        start = re.sub("(-01-01|-00-00)$", "", row["start"])
        end = row["end"]
        if not (title and names and start) or not re.match(r"\d{4}(-\d\d){0,2}$", start) or end and not re.match(r"\d{4}(-\d\d){0,2}$", end):
            continue
        country = country_of(row["country"])
        if title.get("only") and country not in title["only"].split("|"):
            continue
        key = (title["office"], country, start[:4], row["wikidata"])
        if (title["office"], country) in settled or key in done or start[:4] < "1990":
            continue
        if end and end < start or not end and start[:4] < "2019" and country not in ("SA", "AE", "MA", "RU"):
            continue
        done.add(key)
        add(names[0], title["office"], country, title["organization"], start, end, row["wikidata"])
    return entries

"""Whether the data may be shipped as they are: the table of sources, the licences that are allowed, and NOTICE."""

import re

from checks import project

SOURCES, NOTICE, TEXTS = "Gazetteers/SOURCES.md", "NOTICE", "Gazetteers/LICENSES.txt"
# Licences whose data may go into a data base of another licence, and whether NOTICE has to name the source.
ALLOWED = {
    "CC0": False, "PDDL": False, "Unlicense": False, "public domain": False,
    "MIT": True, "BSD-3-Clause": True, "Unicode-3.0": True, "CC BY": True, "CC BY 4.0": True,
}
# Inputs of Scripts/build-gazetteers that are share-alike or copyleft.
REFUSED = {"dr5hn_cities.tsv": "ODbL", "official_ar": "mledoze/countries, ODbL"}
# How the identifiers of entries begin, and the source that has to be named for them.
IDENTIFIERS = {"geonames:": "GeoNames", "wof:": "Who's On First", "Q": "Wikidata"}


def sources():
    """Rows of the table of sources: line, source, licence."""
    inside = False
    with open(SOURCES, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
            if cells[:2] == ["source", "licence"]:
                inside = True
            elif inside and not line.startswith("|"):
                return
            elif inside and not set(cells[0]) <= {"-", " "}:
                yield number, cells[0], cells[1]


def parts(licence):
    """The licences of a cell: `MIT, data CC0`, `CC BY, CC0 and public domain, by record`."""
    for part in re.split(r", | and ", licence):
        part = part.strip().removeprefix("data ")
        if part and part != "by record":
            yield part


def findings():
    with open(NOTICE, encoding="utf-8") as file:
        notice = file.read()
    with open(TEXTS, encoding="utf-8") as file:
        texts = file.read()
    rows = list(sources())
    if not rows:
        yield f"{SOURCES}: no table of sources"
    for number, source, licence in rows:
        for part in parts(licence):
            if part not in ALLOWED:
                yield f"{SOURCES}:{number}: {source}: {part} is none of the licences that may be shipped"
            elif ALLOWED[part] and part.removesuffix(" 4.0") not in texts:
                yield f"{TEXTS}: has no text of {part}"
        for name in named(source):
            if source != "written for this project" and name not in notice:
                yield f"{NOTICE}: does not name {name} ({SOURCES}:{number})"
    yield from refused_inputs()
    yield from unnamed_identifiers(" ".join(source for _, source, _ in rows))


def named(source):
    """The names of a cell without what stands in brackets: `mimesis 22.2, Faker 40.54, FakerPHP`."""
    for name in re.split(r", (?:through )?| and ", re.sub(r" *\([^()]*\)", "", source)):
        name = re.sub(r"^(through|libgeonames-common|administrative repositories of).*|\s[0-9.]+$", "", name).strip()
        name = name.split("/")[-1] if "datasets" not in name and "najixp" not in name else name
        if name and not name.startswith("OpenSanctions"):
            yield name


def refused_inputs():
    """Builders that read what must not go in."""
    for path in project.scripts():
        if not path.startswith(("Scripts/build", "Scripts/gazetteers")):
            continue
        with open(path, encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                for name, why in REFUSED.items():
                    if name in line:
                        yield f"{path}:{number}: reads {name} ({why})"


def unnamed_identifiers(listed):
    """Identifiers in the lists that come from a source which is not in the table."""
    seen = set()
    for path in project.files(".tsv"):
        if not re.fullmatch(r"Gazetteers/\w+/[\w-]+\.tsv", path):
            continue
        with open(path, encoding="utf-8") as file:
            rows = [line.rstrip("\n").split("\t") for line in file if not line.startswith("#")]
        if "id" not in rows[0]:
            continue
        column = rows[0].index("id")
        for row in rows[1:]:
            value = row[column] if column < len(row) else ""
            start = next((start for start in IDENTIFIERS if value.startswith(start)), value and "?")
            if start and (path, start) not in seen:
                seen.add((path, start))
                if start == "?":
                    yield f"{path}: {value} is an identifier of no known source"
                elif IDENTIFIERS[start] not in listed:
                    yield f"{path}: {value} is from {IDENTIFIERS[start]}, which {SOURCES} does not name"

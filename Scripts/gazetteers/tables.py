"""Reading the source tables and writing gazetteer lists."""

import functools
import os

from text import bare, clean, distinct, is_name

RESERVED = ["name", "type", "kind", "id", "country", "aliases", "from", "to", "latitude", "longitude",
            "population", "language", "priority", "context"]


@functools.cache
def read(path):
    """The rows of a TSV file as dictionaries; `#` lines are comments, missing cells are empty."""
    with open(path, encoding="utf-8") as file:
        lines = [line.rstrip("\n") for line in file]
    lines = [line for line in lines if line.strip() and not line.startswith("#")]
    header = lines[0].split("\t")
    rows = []
    for line in lines[1:]:
        cells = line.split("\t")
        if len(cells) > len(header):
            raise ValueError(f"{path}: more cells than columns: {line}")
        rows.append({key: cell.strip() for key, cell in zip(header, cells + [""] * (len(header) - len(cells)))})
    return rows


def words(path):
    """The entries of a plain word list: one or several a line, `#` starts a comment."""
    with open(path, encoding="utf-8") as file:
        return [word for line in file for word in line.split("#")[0].split()]


def several(cell):
    return [clean(value) for value in (cell or "").split("|") if value.strip()]


class List:
    """One gazetteer file in the making: rows unique by name, type and country.

    `key` says which spellings are one name.
    """

    def __init__(self, file, comment, settings=(), key=bare):
        self.file, self.comment, self.settings, self.key = file, comment, list(settings), key
        self.rows = {}

    def add(self, name, type, aliases=(), **features):
        """Adds an entry, or completes the one that has the same name, type and country. Returns its row or None."""
        name = clean(name)
        if not is_name(name):
            return None
        row = {key: str(value) for key, value in features.items() if value not in (None, "", 0)}
        if row.get("priority") == "0":
            del row["priority"]
        key = (self.key(name), type, row.get("country", ""), row.get("office", ""), row.get("organization", ""), row.get("from", ""))
        known = self.rows.get(key)
        if known is None:
            known = self.rows[key] = {"name": name, "type": type, "aliases": []}
        for feature, value in row.items():
            known.setdefault(feature, value)
        known["aliases"] = distinct([*known["aliases"], *(alias for alias in aliases if is_name(clean(alias)))], besides=[known["name"]])
        return known

    def __iter__(self):
        return iter(self.rows.values())

    def __len__(self):
        return len(self.rows)

    def discard(self, unwanted):
        self.rows = {key: row for key, row in self.rows.items() if not unwanted(row)}

    def write(self, folder):
        used = {key for row in self for key, value in row.items() if value}
        columns = [key for key in RESERVED if key in used or key in ("name", "type")]
        columns += sorted(used - set(RESERVED))
        order = sorted(self, key=lambda row: (bare(row["name"]), row["name"], row.get("country", ""), row.get("office", ""), row.get("from", ""), row.get("id", "")))
        with open(os.path.join(folder, self.file), "w", encoding="utf-8") as file:
            file.write("".join(f"# {line}\n" for line in self.comment.split("\n")))
            file.write("".join(f"#! {setting}\n" for setting in self.settings))
            file.write("\t".join(columns) + "\n")
            for row in order:
                cells = {**row, "aliases": "|".join(row["aliases"])}
                file.write("\t".join(cells.get(column, "") for column in columns) + "\n")

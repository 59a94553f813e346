"""lexicon/romanization.tsv: words of names in Latin letters, for what has no English name."""

import os
import re

from tables import read, several
from text import bare, fold

PLAIN = re.compile("[a-z]{2,}$")


def latin(cell, arabic):
    """Of several spellings the one nearest to the letters: plain ASCII, of about the length of the Arabic word."""
    plain = [form for form in cell.split("|") if PLAIN.match(form)]
    return min(plain, key=lambda form: (abs(len(form) - 1.4 * len(arabic)), form), default="")


def write(inputs, folder):
    rows = {}
    for row in read(inputs.curated("romanization.tsv")):
        rows.setdefault(fold(row["word"]), (row["word"], row["latin"]))
    for row in read(inputs.source("name_parts_wikidata.tsv")):
        for form in several(row["forms_ar"]):
            # An Arabic surname with the article is read letter by letter, as one without the article is.
            if " " in form or len(form) < 4 or form.startswith("ال"):
                continue
            name = latin(row["forms_latin"], form)
            if name:
                rows.setdefault(fold(form), (form, name.capitalize()))
    path = os.path.join(folder, "lexicon", "romanization.tsv")
    with open(path, "w", encoding="utf-8") as file:
        file.write("# Words of names in Latin letters, written by Scripts/build-gazetteers: curated/romanization.tsv,"
                   " then names of Wikidata.\nword\tlatin\n")
        for key in sorted(rows):
            file.write("\t".join(rows[key]) + "\n")
    print(f"lexicon/romanization.tsv\t{len(rows)}")

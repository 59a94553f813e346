"""Other spellings of names.

G in foreign ones is غ in the Levant and the Maghreb and ج in Egypt: هامبورغ, هامبورج. Alef is written without its hamza
as often as not; matching passes over that, but a word with a letter before it, باسرائيل "in Israel", is taken apart
only for a spelling that a list has.
"""

import re

from tables import read, words
from text import bare, clean

# Names of these countries are written with the letters of their own language.
OWN_LETTERS = set("IQ EG SY YE SA DZ MA TN LY JO LB PS AE KW QA BH OM SD MR SO DJ KM EH IR AF PK TR IL SS".split())
LISTS = ("countries.tsv", "cities.tsv", "regions.tsv", "people.tsv")
SHORTEST = 5
GREAT = 500_000
ENDING = re.compile("(يه|ات|ين|ون|ي|ه|ا)$")
SOFT = re.compile("g[eiy]|j|dg|gh")


def other(name, label, arabic, both):
    """The name with its G spelled the other way; none when G is not what the letter stands for.

    arabic: words of the language, in whose words nothing is changed. both: ج may stand for G, too.
    """
    told = both and "غ" not in name and not SOFT.search(label)
    changed = [word if bare(word) in arabic else word.replace("ج", "غ") if told else word.replace("غ", "ج")
               for word in name.split()]
    return " ".join(changed) if changed != name.split() else None


def without_hamza(lists):
    """Adds the spelling without hamza to the names of countries and great cities that begin with one."""
    for entries in lists:
        if entries.file not in ("countries.tsv", "cities.tsv"):
            continue
        for row in entries:
            great = entries.file == "countries.tsv" or int(float(row.get("population") or 0)) >= GREAT
            for name in [row["name"], *row["aliases"]] if great and not row.get("context") else ():
                if name[0] in "أإآ" and " " not in name:
                    row["aliases"].append("ا" + name[1:])


def complete(lists, inputs):
    """Adds the other spelling of every foreign name with a G, where no entry and no ordinary word has it."""
    taken = {bare(name) for entries in lists for row in entries for name in [row["name"], *row["aliases"]]}
    arabic = {bare(row["name"]) for row in read(inputs.lexicon("common-words.tsv"))}
    arabic |= {bare(word) for file in ("ordinary-words.txt", "ordinary-names.txt")
               for word in words(inputs.curated(file))}
    arabic |= {bare(row["name"]) for file in ("adjectives.tsv", "attested-words.tsv")
               for row in read(inputs.lexicon(file))}
    stems = arabic | {bare(row["name"]) for entries in lists if entries.file == "given-names.tsv" for row in entries}
    for entries in lists:
        if entries.file not in LISTS:
            continue
        for row in entries:
            label = row.get("label_en", "").lower()
            if not row.get("country") or row["country"] in OWN_LETTERS or "g" not in label:
                continue
            for name in [row["name"], *row["aliases"]]:
                spelling = other(clean(name), label, arabic, entries.file != "countries.tsv")
                key = bare(spelling or "")
                if len(key.replace(" ", "")) >= SHORTEST and key not in taken and key not in arabic \
                        and ENDING.sub("", key) not in stems:
                    row["aliases"].append(spelling)
                    taken.add(key)
    without_hamza(lists)

"""The other spelling of G in foreign names: غ in the Levant and the Maghreb, ج in Egypt (هامبورغ, هامبورج)."""

import re

from tables import read, words
from text import bare, clean

# Names of these countries are written with the letters of their own language.
OWN_LETTERS = set("IQ EG SY YE SA DZ MA TN LY JO LB PS AE KW QA BH OM SD MR SO DJ KM EH IR AF PK TR IL SS".split())
LISTS = ("countries.tsv", "cities.tsv", "regions.tsv", "people.tsv")
SHORTEST = 5
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

"""state-bodies.tsv: ministries, armies and police of the countries, by the adjectives of their countries."""

from tables import List, read, several
from text import bare, fold

PLACES = """SA AE KW QA BH OM YE IQ SY LB JO PS EG SD LY TN DZ MA MR SO DJ SS IL IR TR AF PK US GB FR DE RU CN IN IT ES
    UA GR KR KP JP NG ET ER KE TD ML NE ID MY BD PH AZ AM GE RS BE NL SE NO DK CA AU BR MX AR VE CU""".split()


def definite(adjective):
    """Every word with its article: `كوري جنوبي` → `الكوري الجنوبي`."""
    return " ".join("ال" + word for word in adjective.split())


def feminine(masculine):
    return " ".join(word + "ة" if word.endswith("ي") else word for word in masculine.split())


def bodies(inputs, nationalities, known):
    """Adds a body for each country that has an adjective, unless another list has its name."""
    entries = List("state-bodies.tsv", "Ministries, armies, police and services of the countries that news names most.")
    taken = {bare(name) for other in known for row in other for name in [row["name"], *row["aliases"]]}
    english = {row["iso2"]: row["name_en"] for row in read(inputs.source("countries.tsv"))}
    for nation in nationalities:
        country = nation.get("country")
        if country not in PLACES or nation.get("kind") != "country":
            continue
        masculines = [nation["name"]]
        for form in nation["aliases"]:
            # Another spelling of the masculine is the one whose feminine is listed too.
            if form.endswith("ي") and feminine(form) in nation["aliases"] and form not in masculines:
                masculines.append(form)
        for row in read(inputs.curated("state-bodies.tsv")):
            names = [pattern.replace("{f}", definite(feminine(masculine))).replace("{m}", definite(masculine))
                     for pattern in [row["name"], *several(row["aliases"])] for masculine in masculines]
            names = [name for name in dict.fromkeys(names) if bare(name) not in taken]
            if names:
                entries.add(names[0], "Organization", aliases=names[1:], kind=row["kind"], country=country,
                            label_en=f"{row['label_en']} ({english[country]})")
    return entries

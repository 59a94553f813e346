"""cities.tsv and regions.tsv: towns, districts and first-level divisions."""

import difflib
import re

from tables import List, read, several, words
from text import bare, clean, distinct, fold, is_name

ARAB = "IQ EG SY YE SA DZ MA TN LY JO LB PS AE KW QA BH OM SD MR SO DJ KM EH".split()
NEIGHBOURS = "IR TR IL SS".split()
SMALLEST = 3_000
SMALLEST_ABROAD = 60_000
HEADS = {"مدينة": "city", "مديرية": "district", "منطقة": "district", "محافظة": "region", "ولاية": "region", "قضاء": "district",
         "ناحية": "district", "إقليم": "region", "اقليم": "region", "جهة": "region", "شعبية": "region", "بلدية": "district",
         "مركز": "district", "بلدة": "city", "قرية": "city", "إمارة": "region", "امارة": "region", "مقاطعة": "district",
         "معتمدية": "district", "دائرة": "district", "لواء": "district", "جماعة": "district", "عمالة": "district", "قسم": "district",
         "ثان": "", "أول": "", "ثالث": "", "رابع": "", "قسما": ""}
FOREIGN_LETTERS = re.compile("[پچژگڭەێۆڵڕۇېټډړڼښں]")
UNWANTED_WORD = re.compile("كاونتي|أوبلاست|كراي|(^| )(حي|كمون|مقاطعة|مستشفى|جامعة|محطة|شارع|ميناء|مطار|قسم|ملعب|استاد|الكاكا|حوزة|ضيعة)( |$)")


def number(cell):
    return int(float(cell)) if cell else 0


def without_head(name):
    """The name without its administrative head noun, and the kind that noun tells: `مديرية زبيد` → `زبيد`, district."""
    head, _, rest = name.partition(" ")
    if rest and head in HEADS and (rest.split()[0] not in ("نصر", "الشمال", "السادات", "العاشر", "بدر", "عيسى", "حمد", "زايد", "الكويت", "المنورة")):
        return rest, HEADS[head]
    return name, ""


def usable(name):
    return is_name(name) and not FOREIGN_LETTERS.search(name) and not UNWANTED_WORD.search(name) and not re.search("[0-9]", name) \
        and len(name) < 36


def spelling(cell):
    """The first spelling of a source cell, without a province after a comma or a remark in brackets."""
    return clean(re.split("[،,(/؛;]", cell)[0])


def variants(name, others):
    """The alternate spellings that are near enough to be the same name: a tagged list also holds nicknames and old names."""
    near = [other for other in map(spelling, others)
            if usable(other) and other[:1] != "ب" + name[:1]
            and difflib.SequenceMatcher(None, bare(name), bare(without_head(other)[0])).ratio() >= 0.7]
    return distinct((without_head(other)[0] for other in near), besides=[name])[:3]


def candidates(inputs):
    """Every town and district of the sources as (name, aliases, kind, id, country, latitude, longitude, population, sure)."""
    geonames = {row["geonames"]: row for row in read(inputs.source("geonames_places.tsv")) if row["kind"] == "city"}
    used = set()
    for row in read(inputs.source("wof_places.tsv")):
        country, placetype, people = row["country"], row["placetype"], number(row["population"])
        twin = geonames.get(row["geonames"], {})
        people = max(people, number(twin.get("population")))
        if placetype == "locality" and country in (*ARAB, *NEIGHBOURS):
            if people < (SMALLEST if country in ARAB else 15_000 if country == "IL" else SMALLEST_ABROAD):
                continue
            kind = "city"
        elif placetype == "county" and country in ARAB:
            kind = "district"
        elif placetype == "localadmin" and country == "MA" and people >= 15_000:
            kind = "city"
        else:
            continue
        name = spelling(twin["name_ar"]) if twin.get("name_source") == "gn-ar" else spelling(row["name_ar"])
        name, told = without_head(name)
        used.add(row["geonames"])
        yield (name, variants(name, [row["name_ar"], *several(row["alt_ar"])]), told if kind == "district" and told == "city" else kind,
               row["wikidata"] or twin.get("wikidata") or (row["geonames"] and "geonames:" + row["geonames"]) or "wof:" + row["wof_id"],
               country, row["lat"], row["lon"], people, 2 if twin.get("name_source") == "gn-ar" else 1)
    for key, row in geonames.items():
        people, country = number(row["population"]), row["country"]
        if key in used or people < (SMALLEST if country in ARAB else SMALLEST_ABROAD):
            continue
        name, _ = without_head(spelling(row["name_ar"]))
        sure = row["name_source"] != "alt-untagged"
        if not sure and country in (*ARAB, "IR", "PK", "AF") and people < 20_000:
            continue
        yield (name, variants(name, several(row["alt_ar"])) if sure else [], "city", row["wikidata"] or "geonames:" + key,
               country, row["lat"], row["lon"], people, 2 if sure else 0)


def named_after_a_person(name, people_names):
    """Whether the name reads as a person too: `بن أحمد`, `الشيخ سعد`, `أبو حماد`."""
    head, _, rest = name.partition(" ")
    return bool(rest) and (head in ("بن", "ابن", "الشيخ", "السيد", "الحاج", "القائد", "الأمير") or head in ("أبو", "أم", "سيدي", "أولاد", "بني")
                           and bare(rest) in people_names)


def located(found, names, country):
    """Id, coordinates and population of the biggest candidate of the country with one of the names."""
    keys = {bare(name) for name in names}
    best = max((entry for key in keys for entry in found.get((key, country), ())), key=lambda entry: entry[7], default=None)
    return {"id": best[3], "latitude": best[5], "longitude": best[6], "population": best[7]} if best else {}


def cities(inputs, countries, nationalities, given, family, geography):
    """The towns, with the homonyms of bigger places left out and ordinary words marked."""
    ordinary = {bare(word) for word in words(inputs.curated("ordinary-words.txt"))}
    marked = {bare(row["name"]) for row in read(inputs.curated("place-marks.tsv")) if row["mark"] == "place"}
    dropped = {(bare(row["name"]), row["country"]) for row in read(inputs.curated("place-marks.tsv")) if row["mark"] == "drop"}
    free = {bare(row["name"]) for row in read(inputs.curated("place-marks.tsv")) if row["mark"] == "free"}
    nations = {bare(name) for row in countries for name in [row["name"], *row["aliases"]]}
    adjectives = {bare(form) for row in nationalities for form in [row["name"], *row["aliases"]]}
    regions = {bare(name) for row in geography for name in [row["name"], *row["aliases"]]}
    people_names = {bare(row["name"]) for row in given if row.get("origin") == "arabic"}
    foreign_names = {bare(name) for row in [*given, *family] if row.get("origin") == "foreign"
                     for name in [row["name"], *row["aliases"]]}
    family_names = {bare(row["name"]) for row in family if row.get("origin") == "arabic"}
    curated = {(bare(row["name"]), row["country"]): row for row in read(inputs.curated("cities.tsv"))}

    found = []
    for name, aliases, kind, id, country, latitude, longitude, people, sure in candidates(inputs):
        if usable(name) and (bare(name), country) not in dropped and (bare(name), "") not in dropped:
            found.append((name, aliases, kind, id, country, latitude, longitude, people, sure))
    biggest = {}
    for name, _, kind, _, country, _, _, people, _ in found:
        weight = people + (30_000 if country in ARAB else 0)
        biggest[bare(name)] = max(biggest.get(bare(name), 0), weight)

    index = {}
    for entry in found:
        index.setdefault((bare(entry[0]), entry[4]), []).append(entry)
    entries = List("cities.tsv", "Towns and districts: the Arab countries from 3,000 inhabitants, elsewhere from 60,000, and every capital.\n"
                   "context=place: the name is an ordinary word or a personal name too, and needs a place word before it.")
    for row in curated.values():
        entries.add(row["name"], "Place", aliases=several(row["aliases"]), kind=row["kind"] or "city", country=row["country"],
                    context=row["context"], priority=row["priority"], **located(index, [row["name"], *several(row["aliases"])], row["country"]))
    elsewhere = nations | adjectives | ordinary | people_names
    for row in countries:
        capital = row.get("capital", "")
        if capital and usable(capital) and (bare(capital), row["country"]) not in curated and bare(capital) not in nations:
            entries.add(capital, "Place", kind="city", country=row["country"],
                        context="place" if bare(capital) in ordinary | marked or len(capital) <= 3 else "",
                        **located(index, [capital], row["country"]))
    taken = {(bare(name), row["country"]) for row in entries for name in [row["name"], *row["aliases"]]}

    for name, aliases, kind, id, country, latitude, longitude, people, sure in sorted(found, key=lambda entry: (-entry[7], -entry[8], entry[3])):
        key = bare(name)
        single = " " not in name
        home = country in ARAB
        weight = people + (30_000 if home else 0)
        if key in nations or key in regions or single and key in adjectives or (key, country) in taken:
            continue
        if biggest[key] > 100_000 and weight * 4 < biggest[key]:
            continue
        if not home and not sure and name.startswith("ال"):
            continue
        common = key in marked or key in people_names or named_after_a_person(name, people_names) \
            or single and (key in ordinary or fold(name) in adjectives or any(bare(proclitic + key) in ordinary for proclitic in "وفبلك"))
        letters = len(key)
        short = single and (letters <= 3 or letters == 4 and (people < 60_000 if home else people < 2_000_000))
        obscure = single and (people < (60_000 if key in family_names else 20_000) if home
                              else people < 1_000_000 and key in foreign_names | family_names)
        district = single and kind == "district" and people < 100_000
        if key in free:
            common = short = obscure = district = False
        if common and (people < 8_000 and kind == "city" if home else people < 300_000):
            continue
        if letters <= 2 or short and (letters <= 3 and people < (8_000 if home else 300_000)):
            continue
        context = "place" if common or short or obscure or district else ""
        kept = [alias for alias in aliases if bare(alias) not in elsewhere
                and len(bare(alias)) > 2 and (bare(alias), country) not in taken]
        rank = -1 if weight < biggest[key] else 0
        entries.add(name, "Place", aliases=kept, kind=kind or "district", id=id, country=country, latitude=latitude,
                    longitude=longitude, population=people, context=context, priority=rank)
        taken |= {(bare(alias), country) for alias in [name, *kept]}
    for row in read(inputs.source("yemen_admin.tsv")):
        name = clean(row["name_ar"])
        unwanted = taken | dropped
        if row["level"] == "district" and not {(bare(name), "YE"), (bare(name), "")} & unwanted and usable(name):
            common = " " not in name
            entries.add(name, "Place", kind="district", country="YE", context="place" if common else "")
            taken.add((bare(name), "YE"))
    return entries


def regions(inputs, towns, countries, geography):
    """The first-level divisions: complete for the Arab countries, elsewhere the ones in the news and those GeoNames labels."""
    ordinary = {bare(word) for word in words(inputs.curated("ordinary-words.txt"))}
    nations = {bare(name) for row in countries for name in [row["name"], *row["aliases"]]}
    mapped = {bare(name) for row in geography for name in [row["name"], *row["aliases"]]}
    inhabited = {(bare(name), row["country"]): row for row in towns for name in [row["name"], *row["aliases"]]}
    facts = {}
    for row in read(inputs.source("wof_places.tsv")):
        if row["placetype"] == "region":
            for name in [row["name_ar"], *several(row["alt_ar"])]:
                facts.setdefault((bare(without_head(spelling(name))[0]), row["country"]), row)
    entries = List("regions.tsv", "Governorates, provinces, states and other first-level divisions.\n"
                   "A division with the name of its chief town is listed with its head noun only: محافظة حلب.")
    known = set()
    with open(inputs.curated("provinces.txt"), encoding="utf-8") as file:
        lines = [line.strip() for line in file if line.strip() and not line.startswith("#")]
    for line in lines:
        key, _, names = line.partition(":")
        country, head = key.split()
        for cell in names.split("،"):
            spellings = [clean(part) for part in cell.split("/")]
            fact = next((facts[bare(name), country] for name in spellings if (bare(name), country) in facts), None)
            features = dict(country=country, kind="region", head=head)
            if fact:
                features |= dict(id=fact["wikidata"] or "wof:" + fact["wof_id"], latitude=fact["lat"], longitude=fact["lon"],
                                 population=fact["population"])
            known |= {(bare(name), country) for name in spellings}
            same = [name for name in spellings if (bare(name), country) in inhabited or bare(name) in nations or bare(name) in mapped]
            full = [f"{head} {name}" for name in spellings if bare(f"{head} {name}") not in mapped]
            if not full:
                continue
            if head == "منطقة" and spellings[0] in ("الشرقية",):
                full = ["المنطقة " + spellings[0], *full]
            if same:
                entries.add(full[0], "Place", aliases=full[1:], **features)
            else:
                common = " " not in spellings[0] and bare(spellings[0]) in ordinary
                if common:
                    entries.add(full[0], "Place", aliases=full[1:], **features)
                    entries.add(spellings[0], "Place", aliases=spellings[1:], context="place", **features)
                else:
                    entries.add(spellings[0], "Place", aliases=[*spellings[1:], *full], priority=0, **features)
    for row in read(inputs.source("geonames_places.tsv")):
        name, told = without_head(spelling(row["name_ar"]))
        country = row["country"]
        if row["kind"] != "admin1" or country in (*ARAB, *"IR TR US IN RU FR DE IT ES GB CN CA PK AF SS".split()) or row["name_source"] != "gn-ar":
            continue
        if (bare(name), country) in known or (bare(name), country) in inhabited or bare(name) in nations or bare(name) in mapped or not usable(name):
            continue
        if len(bare(name)) > 3 and bare(name) not in ordinary:
            entries.add(name, "Place", kind="region", id="geonames:" + row["geonames"], country=country)
    return entries


TOWN_HEADS = ("مدينة", "بلدة")
HEADS_OF = {("IQ", "city"): ("قضاء", "ناحية"), ("SY", "city"): ("ناحية",), ("EG", "district"): ("مركز", "حي"),
            ("TN", "city"): ("معتمدية",)}


def heads_for_words(towns, inputs):
    """Gives towns that are words of the news and no names their head nouns: `مدينة العقبة`, the city of Aqaba.

    The word alone is never the town: العقبة is the obstacle. Nor is an adjective that may describe its head: مدينة
    حديثة is a modern city, قضاء حديثة the district of Haditha. Verbs and words of grammar go on: المدينة كان "the city
    was".
    """
    adjectives = {fold(row["name"]) for row in read(inputs.lexicon("adjectives.tsv"))}
    tags = [(fold(row["name"]), row["tag"]) for row in read(inputs.lexicon("common-words.tsv"))]
    common = {word for word, tag in tags if "also-name" not in tag}
    closed = {row["name"] for row in read(inputs.lexicon("function-words.tsv"))}
    verbs = {word for word, tag in tags if "verb" in tag}
    taken = {(row["name"], row.get("country")) for row in towns}
    for row in towns:
        name = row["name"]
        word = bare(name)
        if " " in name or row.get("context") != "place" or not {word, fold(name)} & common \
                or word in verbs or name.removeprefix("ال") in closed:
            continue
        heads = HEADS_OF.get((row.get("country"), row.get("kind")), ())
        if name.startswith("ال") or not {word, word.removesuffix("ه")} & adjectives:
            heads = [*TOWN_HEADS, *heads]
        if not heads:
            continue
        names = [f"{head} {name}" for head in heads]
        row["name"], *others = [one for one in names if (one, row.get("country")) not in taken]
        row["aliases"] = distinct([*others, *row["aliases"]], besides=[row["name"]])
        del row["context"]

"""countries.tsv, nationalities.tsv and geography.tsv: countries, world regions, waters, facilities and their adjectives."""

from tables import List, read, several
from text import bare, clean, distinct, fold, is_name


def plain(name):
    """Whether a CLDR spelling is a usable name: no bracketed or inverted form."""
    return not any(mark in name for mark in "(،,.-–") and is_name(name)


def rows_of(inputs):
    corrections = {row["country"]: row for row in read(inputs.curated("countries.tsv"))}
    supplement = {}
    for row in read(inputs.source("countries_supplement.tsv")):
        supplement.setdefault(row["iso2"], {}).setdefault(row["kind"], []).append(row["value_ar"])
    for row in read(inputs.source("countries.tsv")):
        yield row, corrections.get(row["iso2"], {}), supplement.get(row["iso2"], {})


def centres(inputs):
    """The mean position of each country's towns in GeoNames, which stands for the country on a map."""
    towns = {}
    for row in read(inputs.source("geonames_places.tsv")):
        if row["kind"] == "city" and row["lat"]:
            towns.setdefault(row["country"], []).append((float(row["lat"]), float(row["lon"])))
    return {country: [f"{sum(values) / len(values):.2f}" for values in zip(*found)] for country, found in towns.items()}


def countries(inputs):
    centre = centres(inputs)
    places = List("countries.tsv", "Countries and territories, with their true variants.")
    for row, fixed, _ in rows_of(inputs):
        dropped = {fold(name) for name in several(fixed.get("drop"))}
        name = fixed.get("name") or clean(row["name_ar"].replace(" - ", " "))
        aliases = [alias for alias in [row["name_ar"], *several(row["alt_ar"])] if plain(alias) and fold(alias) not in dropped]
        latitude, longitude = centre.get(row["iso2"], ("", ""))
        places.add(name, "Place", aliases=distinct([*several(fixed.get("aliases")), *aliases]), kind="country", id=row["wikidata"],
                   country=row["iso2"], latitude=latitude, longitude=longitude, population=row["population"],
                   capital=fixed.get("capital") or next(iter(several(row["capital_ar"])), ""),
                   context=fixed.get("context"), priority=fixed.get("priority") or 1)
    places.add("عمان", "Place", kind="country", id="Q842", country="OM", capital="مسقط", priority=1)
    shared = {}
    for row in places:
        for alias in row["aliases"]:
            shared.setdefault(bare(alias), []).append(row)
    names = {bare(row["name"]): row for row in places}
    for row in places:
        row["aliases"] = [alias for alias in row["aliases"]
                          if bare(alias) not in names and shared[bare(alias)][0] is row]
    return places


def geography(inputs):
    places = List("geography.tsv", "World regions, territories, seas, rivers, straits, islands and other parts of the map.")
    for row in read(inputs.curated("geography.tsv")):
        places.add(row["name"], "Place", aliases=several(row["aliases"]), kind=row["kind"], country=row["country"],
                   context=row["context"], priority=row["priority"])
    known = {bare(name) for row in places for name in [row["name"], *row["aliases"]]}
    for row in read(inputs.source("wof_places.tsv")):
        head = row["name_ar"].split(" ")[0]
        if row["placetype"] in ("marinearea", "ocean") and head in ("بحر", "البحر", "خليج", "مضيق", "المحيط", "قناة", "نهر", "بحيرة") \
                and bare(row["name_ar"]) not in known and len(row["name_ar"].split()) in (2, 3):
            places.add(row["name_ar"], "Place", kind="water", id=row["wikidata"] or "wof:" + row["wof_id"],
                       latitude=row["lat"], longitude=row["lon"])
    return places


def facilities(inputs):
    places = List("facilities.tsv", "Notable buildings, airports, bases, crossings, camps, squares and holy places.")
    for row in read(inputs.curated("facilities.tsv")):
        places.add(row["name"], "Place", aliases=several(row["aliases"]), kind="facility", country=row["country"], context=row["context"])
    known = {bare(name) for row in places for name in [row["name"], *row["aliases"]]}
    for row in read(inputs.source("wof_places.tsv")):
        name = clean(row["name_ar"])
        if row["placetype"] == "campus" and name.startswith("مطار ") and bare(name) not in known and "(" not in name:
            places.add(name, "Place", kind="facility", id=row["wikidata"] or "wof:" + row["wof_id"], country=row["country"],
                       latitude=row["lat"], longitude=row["lon"])
    return places


def inflected(masculine, ending):
    """Every adjective of the phrase with the ending: `كوري جنوبي` + ين → `كوريين جنوبيين`."""
    words = masculine.split()
    return " ".join(word + ending if word.endswith("ي") else word for word in words)


def adjective(entries, masculines, plurals, **features):
    """Adds the nationality with every inflected form of its adjectives."""
    first = masculines[0]
    forms = []
    for masculine in masculines:
        forms += [masculine, inflected(masculine, "ة"), inflected(masculine, "ون"), inflected(masculine, "ين"),
                  inflected(masculine, "ات"), inflected(masculine, "ان"), inflected(masculine, "تان")]
    entries.add(first, "Nationality", aliases=[*forms[1:], *plurals], masculine=first, feminine=inflected(first, "ة"),
                plural=plurals[0] if plurals else inflected(first, "ون"), **features)


def nationalities(inputs):
    entries = List("nationalities.tsv", "Adjectives of nations, peoples and regions; every inflected form is an alias.\n"
                   "context=office: only beside an office, a person or an institution (الرئيس المالي), for the form is an ordinary word too.")
    forms = {row["country"]: row for row in read(inputs.curated("nationality-forms.tsv"))}
    for row, fixed, supplement in rows_of(inputs):
        form = forms.get(row["iso2"], {})
        dropped = {fold(name) for name in several(form.get("drop"))}
        derived = [word for word in [row["nisba_ar_m"], *supplement.get("nisba_m", [])] if word and fold(word) not in dropped]
        masculines = distinct(several(form.get("masculine")) or derived)
        masculines = [word for word in distinct([*masculines, *derived]) if word.endswith("ي") and word != "فارسي"]
        if masculines:
            adjective(entries, masculines, several(form.get("plural")), id=row["wikidata"], country=row["iso2"],
                      kind="country", context=form.get("context"))
    taken = {bare(row["name"]) for row in entries}
    for row in read(inputs.curated("peoples.tsv")):
        if bare(row["masculine"]) not in taken:
            adjective(entries, [row["masculine"]], several(row["plural"]), id=row["id"], kind=row["kind"], context=row["context"])
    return entries

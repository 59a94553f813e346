"""Draws names from Gazetteers/ar for the fields of fillers: {name.m}, {country}, {Nat.f}, {city} …"""
import os, re
from dataclasses import dataclass

# Names of countries that are masculine; all others are feminine.
MASCULINE = set("العراق لبنان الأردن اليمن السودان المغرب الصومال".split())
FOREIGN_MEN = set("جون مايكل ديفيد روبرت جيمس بيتر توماس مارتن باتريك فرانسوا جان نيكولا سيرغي ألكسندر إيفان "
                  "ماركو باولو أنطونيو كارلوس هانز أندرياس ريتشارد ويليام فلاديمير".split())
FIELD = re.compile(r"\{([A-Za-z]+)(?:\.([mfp]))?(?:#(\d))?\}")


@dataclass
class Drawn:
    """What was drawn for one filler: a text for each field."""
    texts: dict
    agrees: str
    keys_taken: set

    def fill(self, text):
        return FIELD.sub(lambda m: self.texts[m.group(0)], text)


class Gazetteers:
    FIELDS = ("name", "foreign", "hard", "country", "Nat", "nat", "city", "region", "group", "company", "party", "org",
              "media", "university", "village")

    def __init__(self, folder):
        self.folder = folder
        words = {r["name"] for r in self.rows("lexicon/common-words.tsv")}
        given = self.rows("given-names.tsv")
        family = self.rows("family-names.tsv")
        clear = [r for r in given if r["origin"] == "arabic" and not r["context"] and r["name"] not in words
                 and not re.search(r"\Sالدين", r["name"])]
        self.given = {g: [r["name"] for r in clear if r["gender"] == g] for g in "mf"}
        self.family = [r["name"] for r in family
                       if r["origin"] == "arabic" and not r["context"] and re.match("ال[^ ]", r["name"])]
        self.ordinary_family = [r["name"] for r in family if r["origin"] == "arabic" and r["context"] == "name"
                                and r["name"].startswith("ال")]
        # The lists do not say which foreign given names are women's.
        self.foreign_given = [r["name"] for r in given if r["name"] in FOREIGN_MEN]
        self.foreign_family = [r["name"] for r in family if r["origin"] == "foreign" and not r["context"]
                               and 3 < len(r["name"]) < 10 and "-" not in r["name"]]
        self.read_places(words | set(self.given["m"]) | {r["name"] for r in family})
        self.read_organizations()

    def rows(self, name):
        """The rows of a table as dictionaries; comments and the lines of settings are passed over."""
        columns, out = None, []
        with open(os.path.join(self.folder, name), encoding="utf-8") as file:
            for line in file:
                if line.startswith("#") or not line.strip():
                    continue
                cells = line.rstrip("\n").split("\t")
                if columns is None:
                    columns = cells
                else:
                    out.append(dict(zip(columns, cells + [""] * (len(columns) - len(cells)))))
        return out

    def read_places(self, ambiguous):
        countries = {r["country"]: r for r in self.rows("countries.tsv")
                     if r["name"] and not r["context"] and int(r["population"] or 0) > 2_000_000}
        self.countries = []
        for r in self.rows("nationalities.tsv"):
            c = countries.get(r["country"])
            # Relational adjectives of one word, of countries whose own name says nothing else.
            if c and r["masculine"] and r["feminine"] and not r["context"] and " " not in r["name"] + c["name"] \
                    and r["name"] == r["masculine"] and c["name"] not in ambiguous:
                self.countries.append({"id": c["country"], "name": c["name"], "m": r["masculine"], "f": r["feminine"]})
        self.countries = list({c["id"]: c for c in self.countries}.values())
        names = {c["name"] for c in self.countries}
        arab = set("IQ EG SY JO LB SA AE QA KW BH OM YE SD LY TN DZ MA".split())
        self.cities = [r["name"] for r in self.rows("cities.tsv")
                       if not r["context"] and re.fullmatch(r"[\u0621-\u064a ]+", r["name"])
                       and int(r["population"] or 0) > (100_000 if r["country"] in arab else 900_000)
                       and r["name"] not in ambiguous and r["name"] not in names]
        self.regions = [r["name"] for r in self.rows("regions.tsv")
                        if r["country"] in arab and not r["context"] and r["head"] and r["name"] not in ambiguous
                        and " " not in r["name"]]
        self.regions = [r for r in self.regions if r not in set(self.cities)]

    def read_organizations(self):
        heads = {r["name"]: r["gender"] for r in self.rows("lexicon/organization-heads.tsv") if r["gender"]}
        def with_head(file, kinds=None):
            return [(r["name"], heads[r["name"].split()[0]]) for r in self.rows(file)
                    if r["name"].split()[0] in heads and not r.get("context") and (kinds is None or r["kind"] in kinds)
                    and " " in r["name"]]
        self.organizations = {
            "group": with_head("armed-groups.tsv"), "party": with_head("parties.tsv"),
            "company": with_head("companies.tsv"),
            "org": with_head("organizations.tsv", {"igo"}) + with_head("institutions.tsv"),
            "university": with_head("universities.tsv"),
            "media": [(r["name"], "f") for r in self.rows("media.tsv") if r["name"].startswith("وكالة")]
                     or [("وكالة رويترز", "f")],
        }

    def problem_of(self, text):
        """What is wrong with a filler's fields, None for nothing."""
        for match in re.finditer(r"\{[^}]*\}", text):
            known = FIELD.fullmatch(match.group())
            if not known or known.group(1) not in self.FIELDS:
                return f"no field {match.group()}; there are {' '.join(self.FIELDS)}"
        return None

    def draw(self, dice, text, taken):
        """A text for each field of a filler, of countries and names not taken before; nil when all were taken."""
        texts, keys, agrees = {}, set(), "m"
        country = dice.choice([c for c in self.countries if c["id"] not in taken])
        for match in FIELD.finditer(text):
            field, gender, _ = match.groups()
            if match.group(0) in texts:
                continue
            value, gender_of_value = self.draw_field(dice, field, gender or "m", country)
            if value in taken or value in keys:
                return None
            if field in ("country", "Nat", "nat"):
                keys.add(country["id"])
            else:
                keys.update([value, *value.split()])
            texts[match.group(0)] = value
            agrees = gender_of_value
        return Drawn(texts, agrees, keys)

    def draw_field(self, dice, field, gender, country):
        if field == "name":
            return f"{dice.choice(self.given[gender])} {dice.choice(self.family)}", gender
        if field == "hard":
            return f"{dice.choice(self.given[gender])} {dice.choice(self.ordinary_family)}", gender
        if field == "foreign":
            return f"{dice.choice(self.foreign_given)} {dice.choice(self.foreign_family)}", gender
        if field == "country":
            return country["name"], "m" if country["name"] in MASCULINE else "f"
        if field == "Nat":
            return "ال" + country[gender], gender
        if field == "nat":
            return country[gender], gender
        if field == "city":
            return dice.choice(self.cities), "f"
        if field == "region":
            return dice.choice(self.regions), "f"
        if field == "village":
            return dice.choice(self.family), "f"
        return dice.choice(self.organizations[field])

"""organizations.tsv, armed-groups.tsv, parties.tsv, media.tsv, companies.tsv, universities.tsv, sports.tsv, institutions.tsv."""

from tables import List, read, several, words
from text import bare, clean, is_name

LISTS = {
    "organizations.tsv": "International and regional organizations, courts, banks and aid agencies.",
    "institutions.tsv": "Parliaments, armies, security services, courts, central banks and other named state bodies.",
    "armed-groups.tsv": "Armed groups and militias.",
    "parties.tsv": "Political parties, movements, alliances and blocs. context=party: only after حزب, حركة, تيار, كتلة, تحالف, قائمة.",
    "media.tsv": "News agencies, newspapers, channels and sites. context=media: only after صحيفة, جريدة, قناة, وكالة, مجلة, موقع, إذاعة.",
    "companies.tsv": "Companies, banks and airlines. context=company: only after شركة, مجموعة, بنك, مصرف, مؤسسة, طيران.",
    "universities.tsv": "Universities and institutes.",
    "sports.tsv": "Clubs, federations and competitions' bodies. context=sport: only after نادي, فريق, منتخب.",
}
FROM_SUPPLEMENT = {"igo": "organizations.tsv", "ngo": "organizations.tsv", "armed": "armed-groups.tsv", "party": "parties.tsv",
                   "media": "media.tsv", "company": "companies.tsv"}
ISO2 = dict(BHR="BH", COM="KM", DJI="DJ", DZA="DZ", EGY="EG", ESH="EH", IRQ="IQ", JOR="JO", KWT="KW", LBN="LB", LBY="LY", MAR="MA",
            MRT="MR", OMN="OM", PSE="PS", SAU="SA", SDN="SD", SOM="SO", SYR="SY", TUN="TN", YEM="YE")
# A brand of these trades is news; a restaurant or a shop is not.
TRADES = ("bank", "fuel", "telecommunication", "insurance")


def lists(inputs):
    made = {file: List(file, comment) for file, comment in LISTS.items()}
    where = {}

    def add(file, name, aliases=(), **features):
        """Adds an organization once: a name or alias that any list holds for the country (or for no country) completes that row."""
        country = features.get("country", "")
        key = bare(name)
        for known in ((key, country), (key, "")):
            if known in where:
                row = where[known]
                for feature, value in features.items():
                    if value and feature != "kind" and (feature != "country"):
                        row.setdefault(feature, value)
                return
        row = made[file].add(name, "Organization", aliases=[alias for alias in aliases if (bare(alias), country) not in where], **features)
        if row:
            for spelling in [row["name"], *row["aliases"]]:
                where.setdefault((bare(spelling), country), row)

    for file in LISTS:
        for row in read(inputs.curated(file)):
            add(file, row["name"], several(row.get("aliases")), kind=row["kind"], country=row.get("country", ""),
                acronym=row.get("acronym", ""), context=row.get("context", ""), id=row.get("id", ""))
    ordinary = {bare(word) for file in ("ordinary-words.txt", "ordinary-names.txt") for word in words(inputs.curated(file))}
    curated = {spelling for spelling, _ in where}
    for row in read(inputs.source("organizations_supplement.tsv")):
        names = [row["name_ar"], *several(row["alt_ar"])]
        if any(bare(name) in curated for name in names):
            continue
        add(FROM_SUPPLEMENT[row["kind"]], row["name_ar"], [name for name in names[1:] if bare(name) not in ordinary],
            kind={"armed": "armed-group"}.get(row["kind"], row["kind"]), acronym=row["acronym"])
    for row in read(inputs.source("organizations.tsv")):
        name = clean(row["name_ar"])
        if row["kind"] == "party" and is_name(name) and len(name.split()) > 1 and not (row["year_to"] and int(row["year_to"]) < 1990):
            aliases = [alias for alias in several(row["alt_ar"]) if len(alias.split()) > 1]
            add("parties.tsv", name, aliases, kind="party", country=ISO2[row["country"]], id=row["wikidata"], **{"from": row["year_from"], "to": row["year_to"]})
        elif row["kind"] == "university" and len(name.split()) > 1 and name.split()[0] in ("جامعة", "الجامعة", "معهد", "المعهد", "كلية", "أكاديمية") \
                and not bare(name) in {bare(generic) for generic in ("المعهد العالي للتكنولوجيا", "الجامعة الأهلية", "جامعة العلوم الإسلامية")}:
            add("universities.tsv", name, kind="university", country=row["country"].upper() if len(row["country"]) == 2 else "", id=row["wikidata"])
        elif row["kind"] == "company" and row["subkind"].split("/")[-1] in TRADES and len(name.split()) > 1:
            country = row["country"].split(",")[0].upper()
            add("companies.tsv", name, [], kind="bank" if row["subkind"].endswith("bank") else "company",
                country=country if len(country) == 2 else "", id=row["wikidata"])
    return made.values()

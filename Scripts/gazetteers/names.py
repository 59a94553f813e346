"""given-names.tsv, family-names.tsv and name-particles.tsv: the parts personal names are made of."""

import re

from tables import List, read, words
from text import bare, clean, fold, is_name

ARAB = set("IQ EG SY YE SA DZ MA TN LY JO LB PS AE KW QA BH OM SD MR SO DJ KM EH".split())
OTTOMAN = re.compile(" (باشا|باي|خوجة|قارة|أفندي|بك|بيك|آغا)$")
# Of the source lists, what hardly anybody is called and every text has: "won", "came in", "a need", "in deed",
# "a meeting".
NOT_GIVEN = {"ربح", "ورد", "حاجه", "عملا", "لقاء", "ايرانيا"}
FOREIGN_LETTERS = re.compile("[پچژگڭەێۆڵڕۇېټډړڼښں]")


def common_words(inputs):
    """Bare forms of ordinary words: a name that is one of them matches only inside a personal name."""
    return {bare(word) for file in ("ordinary-words.txt", "ordinary-names.txt") for word in words(inputs.curated(file))}


def proper(name, shortest=3):
    return (is_name(name) and name[0] not in "ؤئةى" and not FOREIGN_LETTERS.search(name) and not re.search(r"[0-9.\-–+]", name)
            and len(bare(name)) >= shortest)


def with_article(name, entries):
    """Whether a name is a listed one with the article: an entry without it matches with it, not the other way round."""
    return name.startswith("ال") and any(key[0] == fold(name)[2:] for key in entries.rows)


def compounds():
    """The servants of God's names, spaced and joined: `عبد الرحمن`, `عبدالرحمن`."""
    attributes = ("الله الرحمن الرحيم العزيز الكريم الفتاح القادر السلام الملك المجيد الحميد الحكيم اللطيف الوهاب الرزاق الرازق الغني الغفور الغفار "
                  "الباري الخالق الحق الحليم الحي الجبار الجليل الجواد الرؤوف الستار السميع الشكور الصمد الظاهر العال العالي العليم العظيم الفضيل القدوس "
                  "القيوم الكافي المالك المؤمن المعطي المعز المعين المنعم المهدي المهيمن المحسن الناصر النبي النور الهادي الواحد الوارث الودود الوكيل الولي "
                  "الأمير الإله الرسول الرضا الزهرة الحسين الحسن الباسط البديع التواب الباقي الحفيظ المطلب المحمود المسيح الصبور الشافي اللاه الأحد").split()
    for attribute in attributes:
        yield "عبد " + attribute
        yield "عبد" + attribute
        if attribute == "الله":
            continue
    for one in ("عبده", "عبدو", "عبدي", "عبدربه", "عبد ربه", "عبدول", "عبيدالله", "عبيد الله", "هبة الله", "عطا الله", "عطاالله", "سعد الله",
                "خير الله", "نصر الله", "نصرالله", "فضل الله", "حمد الله", "حمدالله", "فتح الله", "ضيف الله", "جار الله", "رزق الله", "خلف الله",
                "جاد الله", "أمة الله", "مال الله", "عون الله", "شكر الله", "دفع الله", "جاب الله", "عوض الله", "أسد الله"):
        yield one
    for one in ("صلاح نور بدر شمس علاء بهاء جمال كمال عز محي محيي حسام سيف فخر ضياء شهاب زين سراج نجم تاج تقي ناصر نصر عماد شرف جلال خير أمير "
                "حسن معين مجد سعد قطب عضد أسد ظهير غياث نظام صفي برهان عصام ولي رشيد فريد مؤيد").split():
        yield one + " الدين"
        yield one + "الدين"


def given(inputs):
    """Given names with gender and origin."""
    entries = List("given-names.tsv", "Given names. context=name: an ordinary word too, which matches only inside a personal name.",
                   key=fold)
    common = common_words(inputs)

    def add(name, gender="", origin="arabic", id="", aliases=(), context="", shortest=3):
        name = clean(name)
        if proper(name, shortest) and not with_article(name, entries):
            entries.add(name, "given-name", aliases=aliases, id=id, gender=gender, origin=origin,
                        context=context or ("name" if bare(name) in common else ""))

    # A name of two letters (طه, مي) is listed by hand or not at all.
    for row in read(inputs.curated("given-names.tsv")):
        for name in row["names"].split():
            add(name.replace("_", " "), row["gender"], shortest=2)
    for name in compounds():
        add(name, "m")
    # منصف is a name besides المنصف, and يان (Jan) none of إليان with an article.
    known = {fold(row["name"]) for row in entries}
    for row in read(inputs.source("names_ar.tsv")):
        name = clean(row["name_ar"])
        if row["kind"] == "given" and len(name.split()) == 1 and fold(name) not in known | NOT_GIVEN:
            # The source lists hold many ordinary words (ختام, انتظار): only beside other name parts.
            add(name, row["gender"] if row["gender"] in ("m", "f") else "m|f", context="name")
    known = {fold(row["name"]) for row in entries}
    for name in words(inputs.curated("foreign-given.txt")):
        if fold(name.replace("_", " ")) not in known:
            add(name.replace("_", " "), origin="foreign")
    return entries


# What the last word of a person's name may be besides a family's name: a number, a part of a compound.
NO_FAMILY = set("الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر عشر الأولى الثانية الثالثة "
                "الأب الابن الأكبر الأصغر الكبير "
                "الله الدين الإسلام الدولة الحق الملك الملا الشيخ الإمام باشا بك خان شاه أغا آغا".split())
PARTICLES = set("بن ابن بنت ولد أبو أبي أبا أم عبد آل بو دي دو دا دل ديل فان فون دير لا لو سان".split())


def of_people(inputs, people):
    """Family names of the people that are listed, with their countries: those that are no other word."""
    other = {fold(row["name"]) for file in ("common-words.tsv", "attested-words.tsv", "function-words.tsv")
             for row in read(inputs.lexicon(file))} | common_words(inputs)
    for row in people:
        for name in [row["name"], *row["aliases"]]:
            *before, last = name.split()
            if before and before[-1] not in PARTICLES and last not in NO_FAMILY and len(bare(last)) > 3 \
                    and not {fold(last), bare(last)} & other:
                yield last, row.get("country", "")


def family(inputs, given, people):
    """Family names: Arabic ones by country, and foreign name parts, which Wikidata does not split into given and family."""
    entries = List("family-names.tsv", "Family names and foreign name parts (origin=foreign: given or family).\n"
                   "context=name: an ordinary word, an adjective of a nation or a place too, which matches only inside a personal name.", key=fold)
    common = common_words(inputs)
    nations = {bare(row["nisba_ar_m"]) for row in read(inputs.source("countries.tsv")) if row["nisba_ar_m"]}
    occupied = {bare(row["name_ar"]) for row in read(inputs.source("wof_places.tsv"))
                if row["placetype"] in ("region", "country", "county") or row["population"] and float(row["population"]) > 20_000}
    occupied |= {bare(row["name_ar"]) for row in read(inputs.source("geonames_places.tsv")) if row["population"] and int(row["population"]) > 100_000}

    def context(name, sure):
        """`name` unless the form can hardly be anything but a surname."""
        single = " " not in name
        plain = sure or not single or name.startswith("ال") and name.endswith("ي") and len(name) > 6
        return "name" if not plain or bare(name) in common or bare(name) in nations or bare(name) in occupied or len(bare(name)) <= 3 else ""

    def add(name, sure, **features):
        name = clean(name)
        if proper(name) and len(name.split()) <= 3 and not with_article(name, entries):
            entries.add(name, "family-name", context=context(name, sure), **features)

    for row in read(inputs.curated("family-names.tsv")):
        for name in row["names"].split():
            add(name.replace("_", " "), True, origin="foreign" if row["region"] == "world" else "arabic")
    for row in read(inputs.source("names_ar.tsv")):
        name = clean(row["name_ar"])
        listed = row["countries"] or any(source in row["source"] for source in ("faker", "fakerphp"))
        if row["kind"] == "family" and listed and not OTTOMAN.search(name) and not re.search("^(بن|ابن|أبو|آل|ال|بو) *$", name):
            add(name, False, origin="arabic")
    listed = {bare(row["name"]) for row in entries} | {bare(row["name"]) for row in given}
    foreign = {bare(clean(form)) for row in read(inputs.source("name_parts_wikidata.tsv"))
               for form in row["forms_ar"].split("|")}
    for name, country in of_people(inputs, people):
        if bare(name) not in listed and bare(name) not in foreign:
            home = country in ARAB or name.startswith("ال")
            add(name, not home and len(name) >= 5, origin="arabic" if home else "foreign")
    arabic = {bare(row["name"]) for row in entries}
    arabic |= {bare(row["name"]) for row in given}
    seen = {}
    for row in read(inputs.source("name_parts_wikidata.tsv")):
        forms = [clean(form) for form in row["forms_ar"].split("|")]
        forms = [form for form in forms if proper(form) and " " not in form and not form.startswith("ال") and len(form) > 2]
        if not forms or not row["forms_latin"]:
            continue
        # A name that Arabic lists hold already, or one that spells an ordinary word, is no foreign name part.
        forms = [form for form in forms if bare(form) not in arabic and bare(form) not in common]
        if forms:
            first = forms[0]
            seen.setdefault(bare(first), (first, [], row["wikidata"]))[1].extend(forms[1:])
    for key, (first, others, id) in sorted(seen.items()):
        entries.add(first, "family-name", aliases=[other for other in others if bare(other) not in seen], id=id, origin="foreign",
                    context=context(first, len(first) >= 6 and not first.endswith(("ة", "ه", "ات", "ية"))))
    return entries


def particles(inputs):
    entries = List("name-particles.tsv", "Words that join or begin personal names. position: start or inside; joins=next when the next word belongs to it.")
    for row in read(inputs.curated("name-particles.tsv")):
        entries.add(row["name"], "name-particle", position=row["position"], origin=row["origin"], context="name")
    return entries

"""Makes sentences of templates: fillers and verbs drawn by a seed, forms that agree, and where each party stands."""
import datetime, itertools, json, os, random, re
from dataclasses import dataclass, field

import language
from compare import fold
from gazetteers import Gazetteers
from language import DataError, Noun, Verb

FOLDER = os.path.dirname(os.path.abspath(__file__))
MONTHS = "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split()
WEEKDAYS = "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد".split()
# Classes of fillers: offices without their holder's name, and persons by their name alone.
OFFICES = {"office", "office-man", "local-office", "envoy"}
NAMES = {"name", "man", "woman", "foreign-man", "hard-name"}
PLACES = {"city", "province", "country", "venue"}
FIRST_DAY, LAST_DAY = datetime.date(2012, 1, 1), datetime.date(2024, 12, 31)


# {A} {A+} {A?…|…} {his A} {him A} {he A} {who A} {V.past A} {V.past A*} {V.past} {V>A} {V>him A} {V>}
PLACEHOLDER = re.compile(
    r"(?P<plain>[A-Z])(\+|\?.*)?|(his|him|he|who) (?P<noun>[A-Z])|(?P<verb>[A-Z])\.(?P<form>[a-z-]+)( [A-Z]\*?)?"
    r"|(?P<governor>[A-Z])>((him )?[A-Z]?)")


@dataclass
class Expected:
    """A party or place that must be told: its span in the text and the names that are right for it."""
    start: int
    end: int
    text: str
    folded: set
    optional: bool
    role: str = "place"


@dataclass
class ExpectedEvent:
    type: str
    statuses: list
    parties: list
    places: list
    times: set

    def text(self):
        parts = [f"{self.type} {'|'.join(self.statuses)}"]
        parts += [f"{p.role} {p.text}{'?' * p.optional}" for p in self.parties]
        parts += [f"time {'|'.join(str(t) for t in self.times)}"] * (self.times != {None})
        parts += [f"place {p.text}{'?' * p.optional}" for p in self.places]
        return ", ".join(parts)


@dataclass
class Sentence:
    id: str
    template: object
    date: str
    text: str
    events: list
    tags: dict = field(default_factory=dict)

    def expected_text(self):
        return " | ".join(e.text() for e in self.events) or "nothing"

    def groups(self, key):
        """The lines of the table that the sentence counts in."""
        if key == "template":
            return [self.template.name]
        if key == "covers":
            return [self.template.covers]
        if key == "type":
            return sorted({e.type for e in self.events}) or ["none"]
        return self.tags.get(key) or ["none"]

    def record(self):
        def party(p):
            return {"role": p.role, "start": p.start, "end": p.end, "text": p.text, "optional": p.optional}
        def event(e):
            return {"type": e.type, "status": e.statuses, "parties": [party(p) for p in e.parties],
                    "places": [party(p) for p in e.places], "time": [t for t in e.times if t]}
        return {
            "id": self.id, "template": self.template.name, "covers": self.template.covers, "date": self.date,
            "text": self.text, "tags": self.tags,
            "expected": [event(e) for e in self.events]}


class Generator:
    def __init__(self, gazetteers, templates):
        self.problems = []
        self.gazetteers = Gazetteers(gazetteers)
        self.fillers = self.read_fillers()
        self.verbs = self.read_verbs()
        self.times = self.read_times()
        fillers, verbs, times = self.fillers.keys(), self.verbs.keys(), self.times.keys()
        for name in fillers & verbs | fillers & times | verbs & times:
            self.problems.append(f"the class {name} is in two of fillers.tsv, verbs.tsv and times.tsv; rename one")
        for t in templates:
            for variable, name in t.variables.items():
                if name not in self.fillers and name not in self.verbs and name not in self.times:
                    self.problems.append(f"{os.path.relpath(t.file)}:{t.line}: {variable} is of the class {name}, "
                                         "which is neither in fillers.tsv nor verbs.tsv nor times.tsv")
            for text in t.texts:
                self.check_placeholders(t, text)
        if self.problems:
            raise DataError(self.problems)

    def check_placeholders(self, template, text):
        """Verbs stand where verbs stand, and nouns where nouns do; {…} has one of its forms."""
        where = f"{os.path.relpath(template.file)}:{template.line}"
        def is_verb(variable):
            return template.variables.get(variable) in self.verbs
        for content in re.findall(r"\{([^{}*][^{}]*)\}", text):
            match = PLACEHOLDER.fullmatch(content)
            if not match:
                self.problems.append(f"{where}: {template.name}: {{{content}}} is no placeholder; the README has all")
                continue
            verb, noun = match.group("verb") or match.group("governor"), match.group("noun") or match.group("plain")
            if match.group("form") and match.group("form") not in Verb.FORMS:
                self.problems.append(f"{where}: {template.name}: no form {match.group('form')}; there are "
                                     + " ".join(Verb.FORMS))
            if verb and not is_verb(verb):
                self.problems.append(f"{where}: {template.name}: {verb} in {{{content}}} is no verb")
            if noun and (is_verb(noun) or noun not in template.variables):
                self.problems.append(f"{where}: {template.name}: {noun} in {{{content}}} is no noun")

    # Data

    def rows(self, name, columns):
        path = os.path.join(FOLDER, name)
        with open(path, encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                cells = line.rstrip("\n").split("\t")
                if line.startswith("#") or not line.strip() or cells == columns:
                    continue
                if len(cells) > len(columns):
                    self.problems.append(f"{os.path.relpath(path)}:{number}: more cells than columns; the columns are "
                                         + ", ".join(columns))
                    continue
                yield f"{os.path.relpath(path)}:{number}", cells + [""] * (len(columns) - len(cells))

    def read_fillers(self):
        """Classes: lists of rows, or of other classes ("= name office")."""
        classes = {}
        for where, (name, text, oblique, agrees, accepts, _) in self.rows(
                "fillers.tsv", ["class", "text", "oblique", "agrees", "accepts", "english"]):
            if text.startswith("="):
                members = text[1:].split()
                missing = [m for m in members if m not in classes]
                if missing:
                    self.problems.append(f"{where}: no class {' '.join(missing)} above this line")
                classes[name] = members
                continue
            if agrees not in ("m", "f", "p", "d", ""):
                self.problems.append(f"{where}: agrees is '{agrees}'; it is m, f, p (people), d or empty")
            problem = self.gazetteers.problem_of(text + oblique)
            if problem:
                self.problems.append(f"{where}: {problem}")
            classes.setdefault(name, []).append((text, oblique or text, agrees, [a for a in accepts.split("|") if a]))
        return classes

    def read_verbs(self):
        families = {}
        for _, (past, present, masdar, passive, names, governs, english) in self.rows(
                "verbs.tsv", ["past", "present", "masdar", "passive", "families", "governs", "english"]):
            passive_past, _, passive_present = passive.partition("/")
            verb = Verb(past, present, masdar, passive_past, passive_present, names.split(), governs, english)
            for family in verb.families:
                families.setdefault(family, []).append(verb)
        return families

    def read_times(self):
        times = {}
        for where, (name, text, day, _) in self.rows("times.tsv", ["class", "text", "day", "english"]):
            if not re.fullmatch(r"-?\d+|(weekday|date)-(before|after)", day):
                self.problems.append(f"{where}: day is '{day}'; it is a number of days, weekday-before, weekday-after, "
                                     "date-before or date-after")
            times.setdefault(name, []).append((text, day))
        return times

    # Drawing

    def sentences(self, template, count, seed):
        for i in range(count):
            for draw in itertools.count():
                dice = random.Random(f"{seed} {template.name} {i}" + f" {draw}" * (draw > 0))
                writer = Writer(self, template, dice, i)
                sentence = writer.sentence()
                if not writer.is_ambiguous():
                    break
            yield sentence

    def draw_filler(self, dice, name, taken):
        """A filler none of whose names was taken in this sentence."""
        rows = self.fillers[name]
        while isinstance(rows[0], str):
            name = dice.choice(rows)
            rows = self.fillers[name]
        rows = [r for r in rows if r[0] not in taken] or [r for r in rows if "{" in r[0]]
        for _ in range(200 if rows else 0):
            text, oblique, agrees, accepts = dice.choice(rows)
            drawn = self.gazetteers.draw(dice, text + oblique, taken)
            if drawn is not None:
                break
        else:
            raise DataError([f"fillers.tsv: the class {name} has too few fillers for this template"])
        taken.update(drawn.keys_taken)
        if " " in text:
            # Not the same title twice; a name by itself, with another name, is no repetition.
            taken.add(text)
        nominative, oblique = drawn.fill(text), drawn.fill(oblique)
        def inner(s):
            m = re.search(r"\[(.*?)\]", s)
            return m.group(1) if m else s
        return Noun(nominative, oblique, agrees or drawn.agrees, name,
                    inner(nominative), inner(oblique), accepts=[drawn.fill(a) for a in accepts])

    def draw_time(self, dice, name, anchor):
        text, day = dice.choice(self.times[name])
        if re.fullmatch(r"-?\d+", day):
            value = anchor + datetime.timedelta(int(day))
        else:
            kind, side = day.split("-")
            days = dice.randint(1, 6) if kind == "weekday" else dice.randint(8, 60)
            value = anchor + datetime.timedelta(days if side == "after" else -days)
        text = text.format(weekday=WEEKDAYS[value.weekday()], day=value.day, month=MONTHS[value.month - 1],
                           year=value.year)
        return Noun(text, text, "m", name, text, text, value=value.isoformat())


class Writer:
    """Writes one sentence."""

    def __init__(self, generator, template, dice, number):
        self.generator, self.template, self.dice, self.number = generator, template, dice, number
        self.anchor = FIRST_DAY + datetime.timedelta(dice.randrange((LAST_DAY - FIRST_DAY).days))
        self.values, self.spans, self.out, self.prefix = {}, {}, "", ""
        self.tags = {"verb": [], "position": [], "kinds": []}

    def sentence(self):
        g, t, taken = self.generator, self.template, set()
        for variable, name in t.variables.items():
            if name in g.verbs:
                self.values[variable] = verb = self.dice.choice(g.verbs[name])
                self.tags["verb"].append(" ".join([verb.past, verb.governs]).strip())
            elif name in g.times:
                self.values[variable] = g.draw_time(self.dice, name, self.anchor)
            else:
                self.values[variable] = g.draw_filler(self.dice, name, taken)
        text = self.place_adverbs(t.texts[self.number % len(t.texts)])
        text = re.sub(r"<([^<>]*)>", lambda m: self.dice.choice(m.group(1).split("|")), text)
        for part in re.split(r"(\{[^{}]*\})", text):
            if part.startswith("{"):
                self.placeholder(part[1:-1])
            else:
                self.literal(part)
        if self.out[-1] not in ".؟!":
            self.out += "."
        events = [self.expected(e) for e in t.events]
        if events:
            core = [self.values[v].kind for _, v, _ in t.events[0].parties]
            self.tags["kinds"] = ["+".join(core)]
        return Sentence(f"{t.name}.{self.number}", t, self.anchor.isoformat(), self.out, events, self.tags)

    def place_adverbs(self, text):
        """Each adverb takes one of the places {*}, in any order; a place is left empty or holds one or more."""
        if not self.template.adverbs:
            return text
        pieces = text.split("{*}")
        slots = [[] for _ in pieces[1:]]
        for variable in self.dice.sample(self.template.adverbs, len(self.template.adverbs)):
            slot = self.dice.randrange(len(slots))
            slots[slot].append(variable)
            kind = "time" if self.values[variable].value else "place"
            self.tags["position"].append(f"{kind} at {slot + 1} of {len(slots)}")
        out = pieces[0]
        for names, piece in zip(slots, pieces[1:]):
            out += "".join(f" {{{n}}}" if self.values[n].value else f" في {{{n}+}}" for n in names) + piece
        return out

    def is_ambiguous(self):
        """A name behind an office without one, with a place between at most, reads as its holder: the president
        so-and-so, the ambassador in Cairo so-and-so."""
        def spans(classes):
            return [span for variable, span in self.spans.items() if self.values[variable].kind in classes]
        offices, names, places = spans(OFFICES), spans(NAMES), spans(PLACES)
        between = {" "} | {f" في {place} " for _, _, place in places}
        return any(self.out[end:start] in between for _, end, _ in offices for start, _, _ in names)

    # Writing

    def literal(self, text):
        self.flush_prefix(text)
        match = re.search(r"(?:^|[\s«\"(])(?:و)?([بلفك])$", text)
        if match and text:
            # A prefix waits for its word.
            self.prefix = match.group(1)
            text = text[:-1]
        self.out += text

    def flush_prefix(self, text):
        if self.prefix and text:
            self.out += self.prefix
            self.prefix = ""

    def word(self, text):
        """Writes text behind the prefix that waits; gives where it begins."""
        joined, fallen = language.join_prefix(self.prefix, text)
        start = len(self.out) + len(self.prefix)
        self.out += joined
        self.prefix = ""
        return start, fallen

    def noun(self, variable, oblique):
        noun = self.values[variable]
        full, inner = (noun.oblique, noun.name_oblique) if oblique else (noun.nominative, noun.name)
        before = full.index("[") if "[" in full else 0
        start, fallen = self.word(full.replace("[", "").replace("]", ""))
        begin = start + (before - fallen if before else 0)
        end = begin + len(inner) - (0 if before else fallen)
        self.spans.setdefault(variable, (begin, end, inner))

    def placeholder(self, content):
        if "?" in content:
            variable, forms = content.split("?", 1)
            forms = forms.split("|")
            order = {"m": 0, "f": 1, "p": 2, "d": 3}[self.values[variable].agrees]
            self.suffixed(forms[min(order, len(forms) - 1)])
        elif ">" in content:
            self.object(*content.split(">", 1))
        elif content.split()[0] in ("his", "him"):
            self.suffixed("+" + language.PRONOUN[self.values[content.split()[1]].agrees])
        elif content.startswith("he "):
            self.word(language.SUBJECT_PRONOUN[self.values[content.split()[1]].agrees])
        elif content.startswith("who "):
            self.word(language.RELATIVE[self.values[content.split()[1]].agrees])
        elif "." in content:
            self.verb(content)
        else:
            self.noun(content.rstrip("+"), content.endswith("+"))

    def suffixed(self, form):
        """A form, or "+" and a pronoun that is written together with the word before."""
        if not form.startswith("+"):
            self.word(form)
            return
        self.flush_prefix(form)
        stem = re.search(r"\S*$", self.out).group()
        self.out = self.out[:len(self.out) - len(stem)] + language.with_pronoun(stem, form[1:])

    def verb(self, content):
        name, _, subject = content.partition(" ")
        variable, form = name.split(".", 1)
        behind = subject.endswith("*")
        agrees = self.values[subject.rstrip("*")].agrees if subject else "m"
        self.word(self.values[variable].form(form, agrees, not behind))

    def object(self, variable, target):
        """{V>B}: the verb's object behind its preposition; {V>him B}: as a pronoun, {V>} the bare preposition."""
        governs = self.values[variable].governs
        if target.startswith("him "):
            pronoun = language.PRONOUN[self.values[target[4:]].agrees]
            if not governs:
                self.out = self.out.rstrip()
                self.suffixed("+" + pronoun)
            else:
                self.word(language.PREPOSITION_PRONOUN[governs] + pronoun)
            return
        if governs in language.ATTACHED:
            self.prefix = language.ATTACHED[governs]
        elif governs:
            self.word(governs + " ")
        if target:
            self.noun(target.rstrip("+"), True)

    # Expecting

    def expect(self, variable, optional, role):
        noun = self.values[variable]
        begin, end, inner = self.spans[variable]
        folded = {fold(a) for a in [noun.name, noun.name_oblique, *noun.accepts]}
        return Expected(begin, end, inner, folded, optional, role)

    def expected(self, event):
        """What the event line says, less what this text leaves out of it."""
        times = {self.values[event.time].value} if event.time in self.spans else {None}
        return ExpectedEvent(
            event.type, event.statuses,
            [self.expect(v, optional, role) for role, v, optional in event.parties if v in self.spans],
            [self.expect(v, optional, "place") for v, optional in event.places if v in self.spans],
            times | {None} if event.time_optional else times)

"""Compares the events that khabar found in a sentence with those that its template expects."""
import itertools, re
from dataclasses import dataclass

# Says who said something; beside what the templates ask for, it is neither wanted nor wrong.
PASSED_OVER = {"Statement", "Accusation", "Request", "Rejection", "Threat", "Support"}
FOLD = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ـ": None})


def fold(text):
    """One spelling, each word without its article: a prefix may have taken its first letters."""
    words = re.sub(r"[^\w]+", " ", text.translate(FOLD)).split()
    return " ".join(w[2:] if w.startswith("ال") and len(w) > 3 else w for w in words)


# A place beside a place, "east of X", may be called by both words or by the second.
BESIDE = re.compile(r"^(?:(?:شمال|جنوب|شرق|غرب|شمالي|جنوبي|شرقي|غربي|قرب) )+")


@dataclass
class Outcome:
    found: bool
    parties: bool
    right: bool
    found_text: str
    events: list

    def record(self):
        return {"found": self.found, "parties": self.parties, "right": self.right, "events": self.events}


class Found:
    """An event of the output, with the texts and spans that each of its parties has in the sentence."""

    def __init__(self, event, entities):
        self.type, self.status = event["type"], event["status"]
        self.parties = [(p["role"], p["name"], self.mentions(p, entities)) for p in event.get("participants", [])]
        self.places = [(p["name"], self.mentions(p, entities)) for p in event.get("places", [])]
        self.time = (event.get("time") or {}).get("value")

    @staticmethod
    def mentions(party, entities):
        entity = entities.get(party.get("entity"), {})
        return [(m["start"], m["end"], fold(m["text"])) for m in entity.get("mentions", [])]

    def text(self):
        parts = [f"{self.type} {self.status}"]
        parts += [f"{role} {name}" for role, name, _ in self.parties]
        parts += [f"time {self.time}"] * bool(self.time) + [f"place {name}" for name, _ in self.places]
        return ", ".join(parts)


# A movement or firm may be called without the noun that says what it is: حركة حماس "the movement Hamas".
HEAD = re.compile("^(?:حركه|جماعه|تنظيم|لواء|شركه|مصرف|مدينه|حزب) (?=.)")


def names(expected, name, mentions):
    """The party is the expected one: an entity by a mention at its place, a description by its words."""
    if mentions:
        names = expected.folded | {HEAD.sub("", name) for name in expected.folded}
        return any(start < expected.end and expected.start < end and HEAD.sub("", text) in names
                   for start, end, text in mentions)
    return fold(name) in expected.folded


def assigned(wanted, found, same):
    """Each that is needed is found, and each that was found is one that is expected."""
    left = list(found)
    for w in sorted(wanted, key=lambda w: w.optional):
        match = next((f for f in left if same(w, f)), None)
        if match is not None:
            left.remove(match)
        elif not w.optional:
            return False
    return not left


def parties_right(expected, found):
    return assigned(expected.parties, found.parties, lambda w, f: w.role == f[0] and names(w, f[1], f[2]))


def is_place(expected, found):
    name, mentions = found
    return names(expected, BESIDE.sub("", fold(name)), [(s, e, BESIDE.sub("", t)) for s, e, t in mentions])


def rest_right(expected, found):
    return (found.status in expected.statuses and found.time in expected.times
            and assigned(expected.places, found.places, is_place))


def compare(sentence, document):
    document = document or {}
    entities = {e["id"]: e for e in document.get("entities", [])}
    found = [Found(e, entities) for e in document.get("events", []) if e["type"] not in PASSED_OVER]
    text = " | ".join(f.text() for f in found) or "nothing"
    expected = sentence.events
    same_types = sorted(e.type for e in expected) == sorted(f.type for f in found)
    parties = right = False
    if same_types:
        for order in itertools.permutations(found):
            pairs = list(zip(expected, order))
            if any(e.type != f.type for e, f in pairs) or not all(parties_right(e, f) for e, f in pairs):
                continue
            parties = True
            right = right or all(rest_right(e, f) for e, f in pairs)
    return Outcome(same_types, parties, right, text, [f.text() for f in found])

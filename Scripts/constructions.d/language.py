"""Arabic forms: what a verb, a pronoun and a prefix look like beside a noun of some gender and number, unvocalised."""
from dataclasses import dataclass, field


class DataError(Exception):
    """Everything that is wrong with the data, one `file:line: what, what to do` a line."""

    def __init__(self, lines):
        super().__init__("\n".join(lines))
        self.lines = lines


@dataclass
class Noun:
    """A filler: its text as subject and behind prepositions or verbs, and what agrees with it."""
    nominative: str
    oblique: str
    agrees: str                # m, f, p (people) or d: what an adjective, a pronoun or a verb behind it takes
    kind: str                  # the class of fillers that it was drawn from
    name: str                  # what an event calls it
    name_oblique: str
    value: str = ""            # of a time: its ISO 8601 value
    accepts: list = field(default_factory=list)  # other names that are as right


PRONOUN = {"m": "ه", "f": "ها", "p": "هم", "d": "هما"}
SUBJECT_PRONOUN = {"m": "هو", "f": "هي", "p": "هم", "d": "هما"}
RELATIVE = {"m": "الذي", "f": "التي", "p": "الذين", "d": "اللذان"}
# Prepositions that are written together with what follows, and with a pronoun.
ATTACHED = {"بـ": "ب", "لـ": "ل"}
PREPOSITION_PRONOUN = {"إلى": "إلي", "على": "علي", "عن": "عن", "مع": "مع", "من": "من", "في": "في", "بـ": "ب", "لـ": "ل"}


@dataclass
class Verb:
    past: str
    present: str
    masdar: str
    passive: str
    passive_present: str
    families: list
    governs: str               # the preposition before its object, "" for none
    english: str

    def form(self, name, agreement, before_subject):
        """Before its subject a verb is singular; behind it agrees in number, too."""
        if before_subject and agreement in "pd":
            agreement = "m"
        if name == "past":
            return past(self.past, agreement)
        if name == "present":
            return present(self.present, agreement)
        if name == "future":
            return "س" + present(self.present, agreement)
        if name == "not":
            return "لم " + jussive(self.past, self.present, agreement)
        if name == "passive":
            return past(self.passive, agreement)
        if name == "passive-present":
            return present(self.passive_present, agreement)
        return self.masdar

    FORMS = ("past", "present", "future", "not", "passive", "passive-present", "masdar")


def past(verb, agreement):
    weak, stem = verb[-1] in "ىا" and len(verb) > 2, verb[:-1]
    if agreement == "f":
        return (stem if weak else verb) + "ت"
    if agreement == "p":
        return (stem if weak or verb[-1] == "ي" else verb) + "وا"
    if agreement == "d":
        return stem + ("يا" if verb[-1] == "ى" else "وا") if weak else verb + "ا"
    return verb


def present(verb, agreement):
    if agreement == "f":
        return "ت" + verb[1:]
    if agreement == "p":
        return (verb[:-1] if verb[-1] in "يىو" else verb) + "ون"
    if agreement == "d":
        return (verb[:-1] + "ي" if verb[-1] == "ى" else verb) + "ان"
    return verb


def jussive(past_form, verb, agreement):
    """The singular behind لم: weak last letters and the long vowel of hollow verbs fall."""
    verb = present(verb, agreement if agreement == "f" else "m")
    if verb[-1] in "يىو":
        return verb[:-1]
    if past_form[-2] == "ا" and verb[-2] in "اوي":
        return verb[:-2] + verb[-1]
    return verb


def with_pronoun(word, pronoun):
    """A noun or preposition and its pronoun: زيارة + ه = زيارته."""
    if word.endswith("ة"):
        word = word[:-1] + "ت"
    elif word.endswith("ى"):
        word = word[:-1] + "ا"
    return word + pronoun


def join_prefix(prefix, text):
    """A prefix of one letter and a word; the article loses its alef behind ل: ل + السفير = للسفير.

    Returns the joined text and how many letters of the word fell."""
    if prefix == "ل" and text.startswith("ال"):
        fallen = 2 if text.startswith("الل") else 1
        return prefix + text[fallen:], fallen
    return prefix + text, 0

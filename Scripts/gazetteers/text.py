"""Arabic text as the gazetteers store it and as the matcher compares it."""

import functools
import re
import unicodedata

MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
SPACES = re.compile(r"\s+")
# Persian and Urdu keyboards write the same two letters with other code points.
KEYBOARD = str.maketrans({"ی": "ي", "ک": "ك", "ہ": "ه", "ھ": "ه", "ۀ": "ة", "ڤ": "ف", "’": "", "'": "", "‘": "", "`": ""})
FOLDING = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "ء", "ئ": "ء"})
ARABIC_WORD = re.compile("[ء-غف-ي]+$")
ARABIC_NAME = re.compile("[ء-غف-ي0-9 .+–-]+$")
PROCLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك")


@functools.cache
def clean(text):
    """The text in NFC without diacritics, tatweel, bidi marks or stray spaces: `مُحَمَّد  ` → `محمد`."""
    text = unicodedata.normalize("NFC", text or "")
    text = MARKS.sub("", text).translate(KEYBOARD)
    return SPACES.sub(" ", text).strip(" -،,.;")


def fold(text):
    """The comparison key the matcher uses, article included: `إربد` → `اربد`."""
    return clean(text).translate(FOLDING).replace("-", " ").replace("–", " ")


@functools.cache
def bare(text):
    """The comparison key without the article of any word: `أم القيوين` → `ام قيوين`."""
    return " ".join(word[2:] if word.startswith("ال") and len(word) > 4 else word for word in fold(text).split())


def is_name(text):
    """Whether the text is written in Arabic letters (digits, a dot and a hyphen may occur) and has two letters or more."""
    return bool(ARABIC_NAME.match(text)) and sum(letter.isalpha() for letter in text) >= 2


def distinct(names, *, besides=()):
    """The names in their order without those that the matcher's folding makes equal to an earlier one."""
    seen = {bare(name) for name in besides}
    kept = []
    for name in map(clean, names):
        if name and bare(name) not in seen:
            seen.add(bare(name))
            kept.append(name)
    return kept

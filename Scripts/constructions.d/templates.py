"""Reads the *.templates files: the constructions, and the events that each tells."""
import glob, os, re
from dataclasses import dataclass, field

from language import DataError

FOLDER = os.path.dirname(os.path.abspath(__file__))
MECHANISMS = ["order", "reference", "carrier", "words", "spans", "classes", "sentences", "attachment", "status",
              "casualties", "places", "parties"]
ROLES = {
    "Meeting": "party attendee", "PhoneCall": "party attendee", "Agreement": "party attendee",
    "Visit": "visitor host attendee", "Attack": "attacker target", "Appointment": "person office organization",
    "ForceMovement": "force", "Protest": "protester against", "Arrest": "person arrester",
    "Verdict": "defendant court", "Aid": "giver recipient", "Sanction": "imposer target",
}
STATUSES = {"occurred", "planned", "ongoing", "cancelled", "denied"}
KEYS = ["covers", "english", "with", "adverbs", "text", "event"]


@dataclass
class ExpectedEvent:
    """One `event` line: roles and places name variables; a `?` behind one says it may be left out."""
    type: str
    statuses: list
    parties: list = field(default_factory=list)   # (role, variable, optional)
    places: list = field(default_factory=list)    # (variable, optional)
    time: str = ""                                # variable
    time_optional: bool = False


@dataclass
class Template:
    name: str
    file: str
    line: int
    covers: str = ""
    english: str = ""
    variables: dict = field(default_factory=dict)   # variable: class of fillers or verbs
    adverbs: list = field(default_factory=list)     # variables that may stand at any {*}
    texts: list = field(default_factory=list)
    events: list = field(default_factory=list)


def read_templates():
    """All templates of the folder, in the order of the files' names."""
    problems, templates = [], {}
    for file in sorted(glob.glob(os.path.join(FOLDER, "*.templates"))):
        current = None
        with open(file, encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                line = line.rstrip()
                if not line or line.lstrip().startswith("#"):
                    continue
                where = f"{os.path.relpath(file)}:{number}"
                if line.startswith("template "):
                    name = line.split(None, 1)[1]
                    if name in templates:
                        problems.append(f"{where}: there is a template {name} already; give it another name")
                    current = templates[name] = Template(name, file, number)
                elif not line.startswith(" ") or current is None:
                    problems.append(f"{where}: expected 'template NAME' or an indented line of one")
                else:
                    key, _, rest = line.strip().partition(" ")
                    problems += [f"{where}: {p}" for p in add(current, key, rest.strip())]
    for t in templates.values():
        problems += [f"{os.path.relpath(t.file)}:{t.line}: {p}" for p in complete(t)]
    if problems:
        raise DataError(problems)
    return list(templates.values())


def add(template, key, rest):
    """Takes in one line of a template; gives what is wrong with it."""
    if key == "covers":
        template.covers = rest
        return [] if rest in MECHANISMS else [f"'{rest}' is no mechanism; one of {' '.join(MECHANISMS)}"]
    if key == "english":
        template.english = rest
    elif key == "with":
        for pair in rest.split(","):
            words = pair.split()
            if len(words) != 2:
                return [f"'{pair.strip()}' is no variable and class, such as: A leader"]
            template.variables[words[0]] = words[1]
    elif key == "adverbs":
        template.adverbs = rest.split()
    elif key == "text":
        template.texts.append(rest)
    elif key == "event":
        return add_event(template, rest)
    else:
        return [f"'{key}' is no part of a template; one of {' '.join(KEYS)}"]
    return []


def add_event(template, rest):
    if rest == "none":
        return []
    head, *parts = [p.split() for p in rest.split(";")]
    if len(head) != 2 or head[0] not in ROLES or not set(head[1].split("|")) <= STATUSES:
        return [f"'{' '.join(head)}' is no kind of event and status, such as: Meeting occurred"]
    event = ExpectedEvent(head[0], head[1].split("|"))
    for part in parts:
        if len(part) < 2:
            return [f"'{' '.join(part)}' names no variable"]
        for word in part[1:]:
            variable, optional = word.rstrip("?"), word.endswith("?")
            if part[0] == "place":
                event.places.append((variable, optional))
            elif part[0] == "time":
                event.time, event.time_optional = variable, optional
            elif part[0] in ROLES[event.type].split():
                event.parties.append((part[0], variable, optional))
            else:
                return [f"'{part[0]}' is no role of {event.type}; its roles are {ROLES[event.type]}"]
    template.events.append(event)
    return []


def complete(t):
    problems = []
    for key in ("covers", "english", "texts"):
        if not getattr(t, key):
            problems.append(f"{t.name} has no {key.rstrip('s')}; add one")
    used = {v for e in t.events for _, v, _ in e.parties} | {v for e in t.events for v, _ in e.places}
    used |= {e.time for e in t.events if e.time} | set(t.adverbs)
    problems += [f"{t.name} speaks of {v}, which its 'with' does not have" for v in sorted(used - set(t.variables))]
    for text in t.texts:
        for v in set(re.findall(r"\{([A-Z][0-9]?)", text)) - set(t.variables):
            problems.append(f"{t.name} speaks of {v}, which its 'with' does not have")
        written = set(re.findall(r"\{(?:[A-Z]>)?([A-Z])\+?\}", text)) | set(t.adverbs)
        for v in sorted({v for e in t.events for _, v, o in e.parties if not o} - written):
            problems.append(f"{t.name} expects {v}, which the text '{text}' does not have")
        if t.adverbs and "{*}" not in text:
            problems.append(f"{t.name} has adverbs and no {{*}} for them to stand at")
    return problems

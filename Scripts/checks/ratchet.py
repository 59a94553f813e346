"""What was over a limit before the limit was set: it may fall and never rise."""

import os

PATH = os.path.join(os.path.dirname(os.path.abspath(__file__)), "allowed.tsv")
HEADER = [
    "# What is over a limit of Scripts/check since before the limit was set. A measure may fall and never rise;",
    "# `Scripts/check --tighten` writes this file anew, and refuses to write what has risen.",
    "check\tplace\tmeasure",
]


def allowed(check):
    with open(PATH, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if not line.startswith(("#", "check\t"))]
    return {place: int(measure) for name, place, measure in rows if name == check}


def risen(check, measures):
    """Places whose measure is over what is allowed, with both figures."""
    before = allowed(check)
    return [(p, m, before.get(p)) for p, m in sorted(measures.items()) if m > before.get(p, 0)]


def tighten(checks):
    """Writes the measures of today; gives 1 and writes nothing if one has risen."""
    worse = [row for check, measures in checks.items() if os.path.exists(PATH) for row in risen(check, measures)]
    for place, measure, before in worse:
        print(f"{place}: {measure}, allowed {before or 0}")
    if worse:
        return 1
    rows = [f"{check}\t{place}\t{measure}" for check, m in checks.items() for place, measure in sorted(m.items())]
    with open(PATH, "w", encoding="utf-8") as file:
        file.write("\n".join(HEADER + rows) + "\n")
    print(f"{len(rows)} places are over a limit")
    return 0

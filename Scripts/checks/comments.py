"""Public symbols without a doc comment.

An initializer that can't fail says what it is by its type and the type's members; requirements of the standard library
(`description`, `rawValue`, `==` …) and of Khabar's own protocols (`process`, `append` …) are said there.
"""

import collections
import re

from checks import project, ratchet

SYMBOL = re.compile(
    r"\s*(?:@\w+(?:\([^)]*\))?\s+)*public\s+(?:(?:static|final|mutating|consuming|indirect|nonisolated|private\(set\))\s+)*"
    r"(func|var|let|init|struct|enum|class|protocol|subscript|typealias)\b\s*(`?[\w<=]*)")
STANDARD = {"description", "rawValue", "hash", "==", "<", "makeIterator", "next", "stringLiteral"}
REQUIREMENT = re.compile(r"  (?:static |mutating )?(?:func|var) (\w+)")
ATTRIBUTE = re.compile(r"\s*@\w+(?:\([^)]*\))?\s*$")


def requirements():
    """Names of what the public protocols of Sources ask for."""
    names = set()
    for path in project.files(".swift"):
        if path.startswith("Sources/"):
            with open(path, encoding="utf-8") as file:
                for protocol in re.findall(r"^public protocol .*?^}", file.read(), re.S | re.M):
                    names |= set(REQUIREMENT.findall(protocol))
    return names


def undocumented():
    """Each public symbol without a comment: file, line, name."""
    elsewhere = STANDARD | requirements()
    for path in project.files(".swift"):
        if not path.startswith("Sources/"):
            continue
        with open(path, encoding="utf-8") as file:
            lines = file.read().split("\n")
        for index, line in enumerate(lines):
            symbol = SYMBOL.match(line)
            if not symbol or symbol[2] in elsewhere or symbol[1] == "init" and not fails(lines, index):
                continue
            above = index - 1
            while above >= 0 and ATTRIBUTE.match(lines[above]):
                above -= 1
            if above < 0 or not lines[above].lstrip().startswith("///"):
                yield path, index + 1, symbol[2] or symbol[1]


def fails(lines, index):
    """Whether an initializer throws or may give nothing."""
    head = "\n".join(lines[index : index + 8]).split("{")[0]
    return "throws" in head or "init?" in head


def measures():
    """How many there are in each file."""
    return collections.Counter(path for path, _, _ in undocumented())


def findings():
    worse = {place: before for place, _, before in ratchet.risen("comments", measures())}
    for path, line, name in undocumented():
        if path in worse:
            known = f" ({worse[path]} of this file are known)" if worse[path] else ""
            yield f"{path}:{line}: {name} is public and has no doc comment{known}"

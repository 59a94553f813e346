"""Functions with more branches than a reader can hold.

Counts `if guard for while case catch && || ?:` of each func, init, subscript and computed property, plus one. Swift-markdown
has 2.2 branches a function and 0.9 % of its functions over 15, swift-format 3.1 and 0.9 %, by the same count.
"""

import re

from checks import project, ratchet

WARN, LIMIT = 15, 25
HEAD = re.compile(
    r"\s*(?:@\w+(?:\([^)]*\))?\s+)*"
    r"(?:(?:public|private|fileprivate|internal|package|static|mutating|consuming|override|nonisolated|final|borrowing)"
    r"(?:\(set\))?\s+)*(func|init|subscript|var)\b\s*([\w`]*)")
BRANCH = re.compile(r"\b(?:if|guard|for|while|case|catch)\b|&&|\|\|| \? ")
QUOTED, COMMENT = re.compile(r'"(\\.|[^"\\])*"'), re.compile(r"//.*")


def body(code, start):
    """The lines of the declaration at `start`, or nothing where it has no body."""
    depth = parentheses = 0
    started = False
    for end in range(start, len(code)):
        for letter in code[end]:
            parentheses += (letter == "(") - (letter == ")")
            if parentheses == 0 and letter in "{}":
                depth += 1 if letter == "{" else -1
                started = True
        if started and depth <= 0:
            return code[start : end + 1]
        if not started and end - start > 12:
            break
    return []


def functions():
    """Each function of Sources: file, line, name, branches."""
    for path in project.files(".swift"):
        if not path.startswith("Sources/"):
            continue
        with open(path, encoding="utf-8") as file:
            code = [COMMENT.sub("", QUOTED.sub('""', line)) for line in file]
        for index, line in enumerate(code):
            head = HEAD.match(line)
            if not head or head[1] == "var" and "{" not in line:
                continue
            lines = body(code, index)
            if lines:
                yield path, index + 1, head[2] or head[1], 1 + len(BRANCH.findall("".join(lines)))


def measures():
    """Functions over the lower limit by file and name; of those that share a name, the largest."""
    found = {}
    for path, _, name, branches in functions():
        if branches > WARN:
            place = f"{path} {name}"
            found[place] = max(branches, found.get(place, 0))
    return found


def findings():
    for place, branches, before in ratchet.risen("branches", measures()):
        was = f", {before} before" if before else ""
        limit = LIMIT if branches > LIMIT else WARN
        yield f"{place}: {branches} branches, over {limit}{was}: cut it into parts that have names of their own"

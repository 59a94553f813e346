"""Lines that are too long to stand beside another file."""

from checks import project, ratchet

LIMIT = 120


def long_lines(name):
    """Numbers of the lines over the limit, in code points.

    Tables, blocks of output in prose, and examples of rules, each of which is one line, are as wide as they are.
    """
    is_prose, fenced = name.endswith(".md"), False
    with open(name, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            line = line.rstrip("\n")
            if is_prose:
                fenced ^= line.startswith("```")
                if fenced or line.startswith(("|", "    ")):
                    continue
            if name.endswith(".rules") and line.startswith("  example "):
                continue
            if len(line) > LIMIT:
                yield number


def checked():
    return project.files(".swift", ".rules", ".pipeline", ".md", "NOTICE") + project.scripts()


def measures():
    counts = {name: len(list(long_lines(name))) for name in checked()}
    return {name: count for name, count in counts.items() if count}


def findings():
    for name, _, before in ratchet.risen("lines", measures()):
        for number in long_lines(name):
            yield f"{name}:{number}: over {LIMIT} columns" + (f" ({before} of this file are known)" if before else "")

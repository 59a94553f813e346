"""The shipped lists and rules."""

import collections
import glob
import os
import re
import sys

from checks import project, ratchet

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "gazetteers"))
import check as build_rules


FINDING = re.compile(r"(?P<file>[^:]+):\d+(?::\d+)?: (?P<severity>\w+) (?P<code>[A-Z]\d+)")


def linted():
    """Lines of `khabar gazetteer lint` of the shipped lists."""
    lines = []
    for pipeline, language in sorted(languages().items()):
        files = sorted(glob.glob(f"Gazetteers/{language}/*.tsv"))
        output, _ = project.run(project.KHABAR, "gazetteer", "lint", "--pipeline", pipeline, *files)
        lines += output.splitlines()
    return [line for line in lines if FINDING.match(line)]


def languages():
    """The language of each shipped pipeline, but for those that choose one for each document."""
    result = {}
    for pipeline in glob.glob("Pipelines/*.pipeline"):
        with open(pipeline, encoding="utf-8") as file:
            language = next(line.split(":")[1].strip() for line in file if line.startswith("language:"))
        if language != "auto":
            result[pipeline] = language
    return result


def place(line):
    finding = FINDING.match(line)
    return f"{finding['file']} {finding['code']}"


def measures():
    """Warnings by list and code; an error is never allowed."""
    return collections.Counter(place(line) for line in linted() if FINDING.match(line)["severity"] == "warning")


def lists():
    """What `khabar gazetteer lint` and the builder's rules find in the shipped lists."""
    lines = linted()
    worse = {where for where, _, _ in ratchet.risen("lists", collections.Counter(map(place, lines)))}
    for line in lines:
        if place(line) in worse or FINDING.match(line)["severity"] == "error":
            yield line
    for path in sorted(glob.glob("Gazetteers/*/*.tsv")):
        yield from build_rules.problems(path)
    output, code = project.run("Scripts/build-english", "--check")
    if code:
        yield from output.splitlines()
    if "KHABAR_SOURCES" in os.environ:
        output, code = project.run("Scripts/build-gazetteers", os.environ["KHABAR_SOURCES"], "--check")
        if code:
            yield from (line for line in output.splitlines() if " is " in line)
    if "KHABAR_CORPUS" in os.environ:
        output, code = project.run("Scripts/build-common-words", os.environ["KHABAR_CORPUS"], "--check")
        if code:
            yield from output.splitlines()


def rules():
    """What `khabar rules lint` and `khabar rules test` find in the rules of every shipped pipeline."""
    for pipeline in sorted(languages()):
        for task in ("lint", "test"):
            output, code = project.run(project.KHABAR, "rules", task, "--pipeline", pipeline)
            if code:
                yield from (f"{pipeline}: {line}" for line in output.splitlines())

"""What the documentation shows: links, scripts, commands with their options, and what `$ khabar …` is said to answer.

Commands with an answer run in a copy of Scripts/checks/documentation, whose files are the ones that the text speaks of;
`{README.md rules}` as the content of a file is the first block of that language there.
"""

import os
import re
import shlex
import shutil
import tempfile

from checks import project

FOLDER = "Scripts/checks/documentation"
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")
SCRIPT = re.compile(r"\bScripts/[\w./-]*\w")
INLINE = re.compile(r"`(khabar [^`]*)`")
OPTION = re.compile(r"(?:^|\s)(--?[a-z][\w-]*)")


def findings():
    yield from version()
    options = {}
    with tempfile.TemporaryDirectory() as folder:
        scene = prepare(os.path.join(folder, "scene"))
        for path in project.files(".md"):
            with open(path, encoding="utf-8") as file:
                lines = file.read().split("\n")
            yield from links(path, lines)
            yield from commands(path, lines, options)
            yield from answers(path, lines, scene)


def version():
    """Whether `khabar --version` is the newest version of the changelog."""
    said, _ = project.run(project.KHABAR, "--version")
    with open("CHANGELOG.md", encoding="utf-8") as file:
        newest = re.search(r"^## (\S+?),", file.read(), re.M)
    if not newest or said.strip() != f"khabar {newest[1]}":
        yield f"CHANGELOG.md: its newest version is {newest and newest[1]}, and the program says {said.strip()}"


def prepare(scene):
    """A folder with the files that the documentation speaks of."""
    shutil.copytree(FOLDER, scene)
    for name in os.listdir(scene):
        with open(os.path.join(scene, name), encoding="utf-8") as file:
            quoted = re.fullmatch(r"\{(\S+) (\w+)\}\s*", file.read())
        if quoted:
            with open(quoted[1], encoding="utf-8") as file:
                block = re.search(rf"^```{quoted[2]}\n(.*?)^```", file.read(), re.S | re.M)
            with open(os.path.join(scene, name), "w", encoding="utf-8") as file:
                file.write(block[1] if block else "")
    return scene


def links(path, lines):
    """Links to files that are not there, and scripts that are not."""
    for number, line in enumerate(lines, 1):
        for target in LINK.findall(line):
            if "://" not in target and not os.path.exists(os.path.join(os.path.dirname(path), target)):
                yield f"{path}:{number}: links to {target}, which is not there"
        for script in SCRIPT.findall(line):
            if not os.path.exists(script):
                yield f"{path}:{number}: {script} is not there"


def commands(path, lines, options):
    """Commands that khabar has not, and options that they have not."""
    for number, line in enumerate(lines, 1):
        shown = re.match(r" {4}(?:\$ )?(?:.*\| )?(khabar .*)", line)
        for command in [shown[1]] if shown else INLINE.findall(line):
            words = command.split("#")[0].split()
            name = words[1] if len(words) > 1 else ""
            if name.startswith("-"):
                name = ""
            elif not re.fullmatch(r"[a-z]+", name):
                continue
            if name not in options:
                # `khabar help` is itself what tells of the others.
                words = ["--help"] if name in ("", "help") else [name, "--help"]
                output, code = project.run(project.KHABAR, *words)
                options[name] = None if code else set(OPTION.findall(output.replace(",", " ")))
            if options[name] is None:
                yield f"{path}:{number}: khabar has no command {name}"
                continue
            for option in OPTION.findall(re.sub(r"'[^']*'", "", command.split("#")[0])):
                if option not in options[name]:
                    yield f"{path}:{number}: khabar {name} has no option {option}"


def answers(path, lines, scene):
    """Answers that differ from what khabar says."""
    number = 0
    while number < len(lines):
        if not lines[number].startswith("    $ khabar "):
            number += 1
            continue
        start, shown = number, []
        number += 1
        while number < len(lines) and lines[number].startswith("    ") and not lines[number].startswith("    $ "):
            shown.append(lines[number][4:])
            number += 1
        if shown:
            yield from answer(f"{path}:{start + 1}", lines[start][6:], shown, scene)


def answer(place, command, shown, scene):
    words = shlex.split(command)
    said, _ = project.run(os.path.abspath(project.KHABAR), *words[1:], cwd=scene)
    said = said.replace(os.getcwd() + "/", "").rstrip("\n").split("\n")
    if [line.rstrip() for line in said] == [line.rstrip() for line in shown]:
        return
    yield f"{place}: `{command}` answers otherwise:"
    yield from (f"    shown  {line}" for line in shown if line not in said)
    yield from (f"    today  {line}" for line in said if line not in shown)

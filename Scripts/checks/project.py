"""The files of the project, and what the checks run."""

import os
import subprocess

KHABAR = ".build/debug/khabar"


def files(*endings):
    """The files of the repository that end in one of `endings`, and new ones that are not ignored."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"], check=True, stdout=subprocess.PIPE)
    names = {name for name in listed.stdout.decode().split("\0") if os.path.isfile(name)}
    return sorted(name for name in names if not endings or name.endswith(endings))


def scripts():
    """Programs and modules of Scripts."""
    return [name for name in files() if name.startswith("Scripts/") and (name.endswith(".py") or is_script(name))]


def is_script(name):
    with open(name, "rb") as file:
        return file.read(2) == b"#!"


def run(*command, cwd=None, env=None):
    """What a command says on both outputs, and its exit code."""
    done = subprocess.run(command, cwd=cwd, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.stdout.decode(errors="replace"), done.returncode


def formatting():
    """What `swift format lint` finds."""
    output, code = run("swift", "format", "lint", "--strict", "--recursive", "--parallel", "Sources", "Tests", "Package.swift")
    found = [line for line in output.splitlines() if line.strip()]
    return found or ([f"swift format ended with {code}"] if code else [])

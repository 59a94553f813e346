#!/usr/bin/env python3
"""Prints the share of lines that tests reach, by module, from the JSON that `swift test --enable-code-coverage` writes.

usage: Scripts/checks/coverage.py FILE
"""
import collections, json, os, sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))) + "/Sources/"


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    lines = collections.Counter()
    covered = collections.Counter()
    with open(sys.argv[1], encoding="utf-8") as file:
        for source in json.load(file)["data"][0]["files"]:
            if source["filename"].startswith(ROOT):
                module = source["filename"].removeprefix(ROOT).split("/")[0]
                lines[module] += source["summary"]["lines"]["count"]
                covered[module] += source["summary"]["lines"]["covered"]
    print(f"{'module':20} {'lines':>7} {'reached':>8}")
    for module in sorted(lines):
        print(f"{module:20} {lines[module]:7} {covered[module] / lines[module]:8.1%}")
    print(f"{'all':20} {sum(lines.values()):7} {sum(covered.values()) / sum(lines.values()):8.1%}")


main()

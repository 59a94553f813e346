"""The table of row counts in Gazetteers/SOURCES.md."""

import re

MARK = "<!-- counts, written by Scripts/build-gazetteers -->"


def write(lists, path):
    """Replaces what stands between the two marks of the page by the counts of the lists."""
    rows = [f"| {entries.file} | {len(entries):,} | {sum(len(row['aliases']) for row in entries):,} | "
            f"{sum(1 for row in entries if row.get('context')):,} | {sum(1 for row in entries if row.get('id')):,} |" for entries in lists]
    table = "\n".join(["| list | entries | aliases | with a context | with an id |", "| --- | ---: | ---: | ---: | ---: |", *rows])
    with open(path, encoding="utf-8") as file:
        page = file.read()
    with open(path, "w", encoding="utf-8") as file:
        file.write(re.sub(f"{re.escape(MARK)}.*{re.escape(MARK)}", lambda _: f"{MARK}\n{table}\n{MARK}", page, flags=re.S))

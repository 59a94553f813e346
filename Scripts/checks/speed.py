"""Instructions a byte of text, which are the same on a busy machine and on an idle one.

Asked of the release build, over the made-up corpus of Scripts/bench, where that build and valgrind are there.
"""

import os
import tempfile

from benchmarks import corpus, khabar

# Over what the last count of the rules left (424 of them), by as much as usual changes add.
BUDGET = 4500
BYTES = 300_000


def findings():
    if not os.path.exists(khabar.KHABAR) or not khabar.can_count():
        return
    with tempfile.TemporaryDirectory() as folder:
        text, short = os.path.join(folder, "text.jsonl"), os.path.join(folder, "short.jsonl")
        _, size = corpus.write(text, corpus.made(BYTES))
        corpus.write(short, ["خبر"])
        whole, stages, _ = khabar.by_stage(text, size, short, folder)
    if whole > BUDGET:
        most = ", ".join(f"{name} {count:.0f}" for name, count in sorted(stages.items(), key=lambda row: -row[1])[:3])
        yield f"{whole:.0f} instructions a byte, {BUDGET} allowed; most of them: {most}"

"""Texts to measure with: the samples with other names in them, or a corpus cut and repeated to a size."""
import glob, gzip, json, os, random, re

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def names(file):
    """The first words of a list of names."""
    rows = (l.rstrip("\n").split("\t")[0] for l in open(os.path.join(ROOT, "Gazetteers/ar", file), encoding="utf-8"))
    return [r for r in rows if re.fullmatch(r"[\u0621-\u064a]{3,}", r)][:2000]


def sample_texts():
    for path in sorted(glob.glob(os.path.join(ROOT, "Samples/*"))):
        text = open(path, encoding="utf-8").read()
        if path.endswith(".txt"):
            yield text
        elif path.endswith(".jsonl"):
            for line in text.splitlines():
                yield json.loads(line)["text"]


def made(size):
    """Repeats the samples, every known given or family name in them replaced by another one; the same in each run."""
    given, family = names("given-names.tsv"), names("family-names.tsv")
    choices = {n: family for n in family} | {n: given for n in given}
    texts, dice, written, count = list(sample_texts()), random.Random(1), 0, 0
    while written < size:
        pieces = re.split(r"([\u0621-\u064a]+)", texts[count % len(texts)])
        text = "".join(dice.choice(choices[p]) if p in choices and dice.random() < 0.7 else p for p in pieces)
        yield text
        written += len(text.encode())
        count += 1


def read(path):
    """The texts of a .jsonl or .jsonl.gz file, or of a folder's files."""
    if os.path.isdir(path):
        for folder, _, files in os.walk(path):
            for file in sorted(files):
                yield open(os.path.join(folder, file), encoding="utf-8", errors="replace").read()
        return
    source = gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8")
    with source:
        for line in source:
            text = json.loads(line)["text"] if line.strip() else ""
            if text.strip():
                yield text


def texts(path, size):
    """Texts of so many bytes together: those of a corpus, from its beginning again when it ends, or made ones."""
    if path is None:
        yield from made(size)
        return
    left = size
    while left > 0:
        before = left
        for text in read(path):
            yield text
            left -= len(text.encode())
            if left <= 0:
                return
        if left == before:
            raise SystemExit(f"bench: {path} has no text")


def write(path, texts):
    """Writes one document a line; gives how many, and their bytes."""
    count = size = 0
    with open(path, "w", encoding="utf-8") as out:
        for text in texts:
            out.write(json.dumps({"id": str(count), "text": text}, ensure_ascii=False) + "\n")
            count, size = count + 1, size + len(text.encode())
    return count, size


def write_as_one(path, texts):
    """Writes one document of all the texts; gives its bytes."""
    whole = "\n\n".join(texts)
    with open(path, "w", encoding="utf-8") as out:
        out.write(json.dumps({"id": "whole", "text": whole}, ensure_ascii=False) + "\n")
    return len(whole.encode())

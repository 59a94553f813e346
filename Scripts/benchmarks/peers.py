"""Public tools that do part of what khabar does, in a virtual environment of their own, one core each.

Run as a program it measures one tool: `peers.py TOOL NAMES.tsv TEXT`, and prints a line of JSON.
"""
import json, os, subprocess, sys, time

TOOLS = ("spaCy rules", "daachorse", "dateparser")
PACKAGES = ["spacy", "daachorse", "dateparser"]


def environment(root):
    """The Python of the virtual environment, which is made when it is not there; None when it can't be."""
    folder = os.path.join(root, ".build/bench-peers")
    python = os.path.join(folder, "bin/python")
    if not os.path.exists(python):
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        done = subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], stdout=sys.stderr)
        if done.returncode:
            print(f"bench: pip could not install {' '.join(PACKAGES)}", file=sys.stderr)
    return python


def measure(root, tool, names, text):
    """Seconds to load and MB/s of a tool; None when it is not there."""
    done = subprocess.run(
        [environment(root), os.path.abspath(__file__), tool, names, text], stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, text=True)
    return json.loads(done.stdout) if done.returncode == 0 else None


def matcher(tool, names):
    """What reads one line, and how many MB of text it should be given."""
    if tool == "daachorse":
        import daachorse
        machine = daachorse.CharwiseAutomaton([n for n, _ in names]) if hasattr(daachorse, "CharwiseAutomaton") else (
            daachorse.Automaton([n for n, _ in names]))
        return (lambda line: len(machine.find(line))), 10
    if tool == "dateparser":
        from dateparser.search import search_dates
        return (lambda line: len(search_dates(line, languages=["ar"]) or [])), 0.3
    import spacy
    language = spacy.blank("ar")
    ruler = language.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": kind, "pattern": name} for name, kind in names])
    from spacy.matcher import Matcher
    rules = Matcher(language.vocab)
    # A meeting, a visit and a date, each of three words.
    for number, verbs in enumerate((["التقى", "استقبل"], ["زار", "وصل"], ["يوم", "أمس"])):
        rules.add(str(number), [[{"ORTH": {"IN": verbs}}, {"IS_ALPHA": True}, {"IS_ALPHA": True, "OP": "?"}]])
    return (lambda line: len(rules(language(line)))), 1


def main(tool, names_path, text_path):
    names = [tuple(l.rstrip("\n").split("\t")[:2]) for l in open(names_path, encoding="utf-8")][1:]
    start = time.perf_counter()
    read, limit = matcher(tool, names)
    loaded = time.perf_counter() - start
    lines, size = [], 0
    for line in open(text_path, encoding="utf-8"):
        if size >= limit * 1e6:
            break
        lines.append(line)
        size += len(line.encode())
    start = time.process_time()
    for line in lines:
        read(line)
    print(json.dumps({"load": loaded, "speed": size / 1e6 / (time.process_time() - start)}))


if __name__ == "__main__":
    main(*sys.argv[1:])

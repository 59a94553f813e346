"""Runs the release build of khabar: time, memory, and instructions by stage."""
import collections, os, re, shutil, subprocess, sys, time

from benchmarks.corpus import ROOT

KHABAR = os.path.join(ROOT, ".build/release/khabar")
STAGES = {
    "KhabarClean": "clean", "KhabarTokenize": "tokenize", "KhabarGazetteer": "match", "KhabarEntities": "recognize",
    "KhabarResolve": "resolve", "KhabarAssemble": "assemble", "KhabarCoding": "code",
}


def build():
    subprocess.run([os.path.join(ROOT, "Scripts/setup")], check=True)
    subprocess.run(["swift", "build", "-c", "release", "--product", "khabar"], cwd=ROOT, check=True, stdout=sys.stderr)


def command(path, jobs, output, lists=()):
    gazetteers = [part for one in lists for part in ("--gazetteer", one)]
    return [KHABAR, "run", path, "--format", "jsonl", "--output", output, "--jobs", str(jobs), "--quiet", *gazetteers]


def run(path, jobs, output, lists=(), cache=None):
    """Seconds, and peak memory in MB."""
    environment = dict(os.environ, KHABAR_HOME=ROOT, **({"KHABAR_CACHE": cache} if cache else {}))
    start = time.perf_counter()
    process = subprocess.Popen(command(path, jobs, output, lists), stderr=subprocess.DEVNULL, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"bench: khabar ended with {process.returncode}")
    return time.perf_counter() - start, usage.ru_maxrss * 1024 / 1e6


def first_byte(path):
    """Seconds from the start of the process to its first byte of output, and processor seconds to its end."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [KHABAR, "run", path, "--format", "jsonl"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        env=dict(os.environ, KHABAR_HOME=ROOT))
    process.stdout.read(1)
    took = time.perf_counter() - start
    process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return took, usage.ru_utime + usage.ru_stime


def can_count():
    return shutil.which("valgrind") is not None


def instructions(path, folder):
    """Instructions of a run with one job: all, and those of each stage. Needs valgrind."""
    profile = os.path.join(folder, "callgrind")
    environment = dict(os.environ, KHABAR_HOME=ROOT, SWIFT_DETERMINISTIC_HASHING="1")
    done = subprocess.run(
        ["valgrind", "--tool=callgrind", f"--callgrind-out-file={profile}"]
        + command(path, 1, os.path.join(folder, "counted-output.jsonl")),
        env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    found = re.search(r"Collected : (\d+)", done.stderr)
    if found is None:
        sys.exit(f"bench: valgrind ended with {done.returncode}: {done.stderr[-500:]}")
    return int(found.group(1)), inclusive(profile)


def inclusive(profile):
    """Instructions of the stages with all that they call, from a profile of callgrind."""
    names, counts, callee, is_call = {}, collections.Counter(), None, False
    for line in open(profile, errors="replace"):
        if line.startswith(("fn=", "cfn=")):
            number, _, name = line.split("=", 1)[1].rstrip("\n").partition(" ")
            if name:
                names[number] = name
            if line[0] == "c":
                callee = names[number]
        elif line.startswith("calls="):
            is_call = True
        elif is_call:
            is_call = False
            stage = stage_of(callee)
            if stage:
                counts[stage] += int(line.split()[1])
    return counts


def stage_of(function):
    """The stage that a mangled name of a conformance's `process` belongs to."""
    if not (function.startswith("$s") and "P7process" in function and function.endswith("TW")):
        return None
    length, rest = re.match(r"\$s(\d+)(.*)", function).groups()
    return STAGES.get(rest[: int(length)])


def by_stage(path, size, short, folder):
    """Instructions a byte of a text with `size` bytes: all without the start, each stage, and those of the start."""
    start, start_stages = instructions(short, folder)
    total, stages = instructions(path, folder)
    rows = {name: (stages[name] - start_stages[name]) / size for name in STAGES.values()}
    whole = (total - start) / size
    rows["read, write and rest"] = whole - sum(rows.values())
    return whole, rows, start

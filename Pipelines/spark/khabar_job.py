"""Reads a corpus of records with khabar on a Spark cluster, and writes Parquet or JSONL.

usage: khabar_job.py INPUT OUTPUT [--format parquet|jsonl] [--join ROWS] [--khabar PATH] [--master URL]
                     [--partitions N] [-- OPTION…]

INPUT is JSON lines as `khabar run` reads them, in any place that Spark can open. What stands behind -- goes to
`khabar stream`. Every partition is piped through one process; each record comes back as one line, and a record that
could not be read as an object with `error`. Parquet has the columns `id`, `record` (the line) and `error`.

With --join the records are joined as well: ROWS are those of `khabar join` for each type of event, whose reports never
join those of another, so that each type is a partition of its own.
"""
import argparse
import json
import os
import shlex
import sys

from pyspark.sql import SparkSession
from pyspark.sql.types import StringType, StructField, StructType

HOME = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SCHEMA = StructType([StructField(name, StringType()) for name in ("id", "record", "error")])


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("input")
    parser.add_argument("output")
    parser.add_argument("--format", choices=["parquet", "jsonl"], default="parquet")
    parser.add_argument("--join", help="where the rows of khabar join go, as JSONL; without it nothing is joined")
    parser.add_argument("--khabar", default=os.path.join(HOME, ".build/release/khabar"), help="the program, on every machine")
    parser.add_argument("--master", help="where Spark runs; without it as Spark is set up, else local[*]")
    parser.add_argument("--partitions", type=int, help="pieces of the corpus; without it as Spark cuts the input")
    arguments, stream = sys.argv[1:], []
    if "--" in arguments:
        arguments, stream = arguments[: arguments.index("--")], arguments[arguments.index("--") + 1 :]
    found = parser.parse_args(arguments)
    found.stream = stream
    return found


def row(line):
    """What a line of the program says, as a row."""
    found = json.loads(line)
    error = found.get("error")
    return (found.get("document", error or {}).get("id"), line, error and f"{error['code']}: {error['reason']}")


def by_type(line):
    """The record once for each type of its events, with the events of this type alone."""
    record = json.loads(line)
    events = record.get("events", [])
    for kind in sorted({event["type"] for event in events}):
        own = [event for event in events if event["type"] == kind]
        yield kind, json.dumps({**record, "events": own}, ensure_ascii=False)


def join(answers, khabar, environment, rows):
    """Writes one row for each happening of all records."""
    reports = answers.filter(lambda line: "error" not in json.loads(line)).flatMap(by_type)
    kinds = sorted(reports.keys().distinct().collect())
    command = " ".join(shlex.quote(part) for part in [khabar, "join", "-", "--format", "jsonl"])
    parts = reports.partitionBy(max(1, len(kinds)), kinds.index).values()
    parts.pipe(command, env=environment, checkCode=True).saveAsTextFile(rows)


def main():
    wanted = options()
    builder = SparkSession.builder.appName("khabar").config("spark.ui.enabled", "false")
    if wanted.master or "SPARK_MASTER" not in os.environ and "MASTER" not in os.environ:
        builder = builder.master(wanted.master or "local[*]")
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("WARN")
    # Lines end at line feeds alone: a lone carriage return inside of a record is no end.
    lines = spark.read.option("lineSep", "\n").text(wanted.input).rdd.map(lambda found: found.value)
    if wanted.partitions:
        lines = lines.repartition(wanted.partitions)
    lines = lines.cache()
    command = " ".join(shlex.quote(part) for part in [wanted.khabar, "stream", "--jobs", "1", *wanted.stream])
    # Without checkCode a process that fails loses its partition without a word.
    environment = {"KHABAR_HOME": os.environ.get("KHABAR_HOME", HOME), "HOME": os.environ.get("HOME", "/tmp")}
    answers = lines.pipe(command, env=environment, checkCode=True).cache()
    asked, answered = lines.count(), answers.count()
    if asked != answered:
        sys.exit(f"khabar_job: {asked} records went in and {answered} answers came back")
    if wanted.format == "jsonl":
        answers.saveAsTextFile(wanted.output)
    else:
        spark.createDataFrame(answers.map(row), SCHEMA).write.parquet(wanted.output)
    if wanted.join:
        join(answers, wanted.khabar, environment, wanted.join)
    failed = answers.filter(lambda line: "error" in json.loads(line)).count()
    print(f"{asked} records, {failed} of them failed", file=sys.stderr)
    spark.stop()


if __name__ == "__main__":
    main()

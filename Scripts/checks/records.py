"""What khabar says of the samples, against the schemas. The JSON schema is checked by the tests as well, member by member."""

import json
import os
import shutil
import tempfile

from checks import project

SCHEMA, XSD = "Schemas/khabar-1.schema.json", "Schemas/khabar-1.xsd"
LAYERS = ["--include", "tokens", "--include", "text", "--quiet"]


def findings():
    with tempfile.TemporaryDirectory() as folder:
        xml, records = os.path.join(folder, "samples.xml"), os.path.join(folder, "samples.jsonl")
        for output in (xml, records):
            said, code = project.run(project.KHABAR, "run", "Samples", "--output", output, *LAYERS)
            if code:
                yield f"khabar run Samples --output {os.path.basename(output)} ended with {code}: {said}"
                return
        yield from json_findings(records)
        if shutil.which("xmllint"):
            said, code = project.run("xmllint", "--noout", "--schema", XSD, xml)
            if code:
                yield from (line.replace(folder + "/", "") for line in said.splitlines()[:20])


def json_findings(path):
    """Members that the schema does not know, and members that it wants, by its definitions."""
    with open(SCHEMA, encoding="utf-8") as file:
        schema = json.load(file)
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            for problem in problems(json.loads(line), schema, schema, "$"):
                yield f"samples.jsonl:{number}: {problem}"


def problems(value, schema, root, path):
    schema = resolved(schema, root)
    if "const" in schema and value != schema["const"]:
        yield f"{path}: not {schema['const']}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{path}: {value} is none of {schema['enum']}"
    if isinstance(value, dict):
        known = schema.get("properties", {})
        yield from (f"{path}: no {name}" for name in schema.get("required", []) if name not in value)
        for name, member in value.items():
            if name in known:
                yield from problems(member, known[name], root, f"{path}.{name}")
            elif schema.get("additionalProperties") is False:
                yield f"{path}: surplus {name}"
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from problems(item, schema.get("items", {}), root, f"{path}[{index}]")


def resolved(schema, root):
    while "$ref" in schema:
        target = root
        for name in schema["$ref"].removeprefix("#/").split("/"):
            target = target[name]
        schema = target
    return schema

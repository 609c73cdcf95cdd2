"""The floor of a check: libyaml's CSafeLoader and jsonschema, and one long-lived bare pandoc."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from pathlib import Path

WORKER = """
for line in io.stdin:lines() do
  pandoc.write(pandoc.read(pandoc.json.decode(line, false), 'commonmark_x'), 'json')
  io.stdout:write('x\\n')
  io.stdout:flush()
end
"""


def main(pandoc: str, workspace: str, schemas: str) -> None:
    import yaml
    from jsonschema import Draft202012Validator

    class Loader(yaml.CSafeLoader):
        yaml_implicit_resolvers = {
            first: [(tag, rule) for tag, rule in rules if not tag.endswith("timestamp")]
            for first, rules in yaml.CSafeLoader.yaml_implicit_resolvers.items()
        }

    validators = {
        file.name.split(".")[0]: Draft202012Validator(json.loads(file.read_text()))
        for file in Path(schemas).glob("*.schema.json")
    }
    script = Path(workspace) / "worker.lua"
    script.write_text(WORKER)
    worker = subprocess.Popen(
        [pandoc, "lua", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert worker.stdin
    assert worker.stdout
    answers = threading.Thread(target=worker.stdout.read)
    answers.start()
    for folder in sorted(Path(workspace, "covenants").iterdir()):
        for file in sorted(folder.rglob("*.*")):
            if file.suffix == ".yaml":
                data = yaml.load(file.read_text(), Loader)
                key = file.stem.split("-")[-1]
                for _ in validators[key].iter_errors(data):
                    pass
            elif file.suffix == ".md":
                worker.stdin.write(json.dumps(file.read_text()).encode() + b"\n")
    worker.stdin.close()
    answers.join()
    worker.wait()


if __name__ == "__main__":
    main(*sys.argv[1:])

"""The golden vectors, and how `docs/digest.md` prints them.

Run it to write both anew: only for a new vector, since a digest that changes voids signatures.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
PAGE = HERE.parents[2] / "docs/digest.md"
TITLE = "## Golden vectors"
CASES = {
    "nothing": "A folder without any file.",
    "data": "White space, numbers, text that looks like markup, keys that do not count.",
    "prose": "One of everything that Markdown may hold, with values from the data.",
    "figures": "Images with alternative texts of three origins, and annexes.",
}
EMPTY = (' {"data":{}}', ' {"annexes":{},"data":{}}')
OURS = ("canonical.txt", "digests.txt")


def sources(case: str) -> dict[str, bytes]:
    """The covenant's own files."""
    return {
        file.relative_to(HERE / case).as_posix(): file.read_bytes()
        for file in sorted((HERE / case).rglob("*"))
        if file.is_file() and file.name not in OURS
    }


def section() -> str:
    """The last section of the page."""
    parts = [
        TITLE,
        "The same files are in `tests/golden/digest/`. The canonical forms are those that "
        "`convenant digest --canonical` shows; a part that a vector does not name is "
        '`{"data":{}}`, for `annexes` `{"annexes":{},"data":{}}`.',
    ]
    for case, title in CASES.items():
        parts += [f"### `{case}`", title]
        for name, content in sources(case).items():
            kind = name.rpartition(".")[2]
            parts += [f"`{name}`:", f"````{kind}\n{content.decode()}````"]
        lines = (HERE / case / "canonical.txt").read_text("utf-8").splitlines()
        said = [line for line in lines if not line.endswith(EMPTY)]
        if said:
            parts += ["Canonical form:", "````text\n" + "\n".join(said) + "\n````"]
        digests = (HERE / case / "digests.txt").read_text("utf-8")
        parts += ["Digests:", f"````text\n{digests}````"]
    return "\n\n".join(parts) + "\n"


def write() -> Iterator[Path]:
    sys.path.insert(0, str(HERE.parents[1]))
    from convenant.plan.digest import canonical_form, canonical_json, digest_covenant
    from sample_covenant import SCHEMAS, read

    for case in CASES:
        covenant = read(sources(case), alone=True).covenant
        forms = canonical_form(covenant, SCHEMAS)
        lines = [f"{part.key} {canonical_json(form)}\n" for part, form in forms.items()]
        digest = digest_covenant(covenant, SCHEMAS)
        sums = [f"{digest.whole}  whole\n"]
        sums += [f"{value}  {part.key}\n" for part, value in digest.sections.items()]
        for name, text in zip(OURS, (lines, sums), strict=True):
            (HERE / case / name).write_text("".join(text), encoding="utf-8")
            yield HERE / case / name
    page = PAGE.read_text("utf-8").partition(TITLE)[0].rstrip("\n")
    PAGE.write_text(f"{page}\n\n{section()}", encoding="utf-8")
    yield PAGE


if __name__ == "__main__":
    for file in write():
        print(file)

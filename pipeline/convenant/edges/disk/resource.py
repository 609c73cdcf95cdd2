"""The schemas and templates that come with the tool, in a wheel or in a checkout."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from convenant.errors import ConvenantError
from convenant.locale import N_


@cache
def resource_folder(name: str) -> Path:
    """The folder `schema` or `templates`.

    An installed wheel has it inside the package. An editable install has it at the top of the
    checkout, and only there: `site-packages/schema` could belong to another distribution, so the
    checkout must show its own `pyproject.toml`.

    Raises:
        ConvenantError: when neither place has it.
    """
    package = Path(__file__).parents[2]
    checkout = package.parent.parent
    if (inside := package / name).is_dir():
        return inside
    if (checkout / "pyproject.toml").is_file() and (beside := checkout / name).is_dir():
        return beside
    raise ConvenantError(
        N_("The folder “{name}” of the program is missing."),
        N_("Install convenant again: pip install --force-reinstall convenant"),
        name=name,
    )


def read_schemas() -> Mapping[str, Mapping[str, Any]]:
    """Every JSON Schema by its key, such as `ambition`."""
    return {
        name.removesuffix(".schema.json"): msgspec.json.decode(data)
        for name, data in read_schema_files().items()
    }


def read_schema_files() -> Mapping[str, bytes]:
    """The files of the JSON Schemas by name, such as `ambition.schema.json`."""
    files = sorted(resource_folder("schema").glob("*.schema.json"))
    return {file.name: file.read_bytes() for file in files}


def read_templates(kind: str) -> Mapping[str, bytes]:
    """The files under `templates/<kind>`, by POSIX path from there."""
    folder = resource_folder("templates") / kind
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }

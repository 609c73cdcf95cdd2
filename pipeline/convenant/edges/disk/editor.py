"""The files that an editor looks at: the workspace's data, and the schemas beside it."""

from __future__ import annotations

from pathlib import Path

from convenant.edges.disk.atomic import write_atomically
from convenant.edges.disk.workspace import find_covenants, read_folder, read_settings
from convenant.errors import ConvenantError
from convenant.locale import N_


def read_editor_files(root: Path, folder: str) -> dict[str, bytes]:
    """Data files and schemas by POSIX path from the workspace root; links are none.

    Args:
        folder: where the schemas stand, or will stand.

    Raises:
        ConvenantError: when that folder is a link, or a file may not be read.
    """
    if (root / folder).is_symlink():
        # A workspace may come from others: its link would say where on the disk we write.
        raise ConvenantError(
            N_("The folder {folder} is a link to another place."),
            N_("Put a folder there itself, or take the link away."),
            folder=folder,
        )
    found = read_settings(root)
    for covenant in find_covenants(root):
        read = read_folder(root, covenant)
        data = {name: text for name, text in read.files.items() if name.endswith(".yaml")}
        found |= {f"{read.path}/{name}": text for name, text in data.items()}
    for file in sorted((root / folder).glob("*.schema.json")):
        if not file.is_symlink():
            found[f"{folder}/{file.name}"] = file.read_bytes()
    return found


def write_editor_file(root: Path, path: str, data: bytes) -> None:
    """Write one of them; the folder of the schemas is made where it is not there.

    Raises:
        ConvenantError: when it cannot be written.
    """
    target = root / path
    try:
        target.parent.mkdir(exist_ok=True)
    except OSError as error:
        raise ConvenantError(
            N_("The folder {folder} cannot be made."),
            N_("Check that you may write in its folder and that the disk is not full."),
            folder=str(target.parent),
        ) from error
    write_atomically(target, data)

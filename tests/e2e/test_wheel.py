"""What is installed works: the wheel, with no checkout near, on every Python that is promised."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from email.parser import Parser
from pathlib import Path

import pytest

import convenant
from sample_repository import repository

ROOT = Path(__file__).parents[2]
VERSIONS = ("3.11", "3.12", "3.13")
FORMATS = ("pdf", "docx", "odt", "html")
MINUTES = 60
Packed = dict[str, bytes]


def do(*words: str | Path, **environment: str) -> str:
    """Run a tool of packaging, with nothing of this checkout on its path."""
    done = subprocess.run(
        [str(word) for word in words],
        env={**{k: v for k, v in os.environ.items() if k != "PYTHONPATH"}, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=8 * MINUTES,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return done.stdout


def pip(*words: str | Path) -> str:
    return do(sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", *words)


def unpack(wheel: Path) -> Packed:
    with zipfile.ZipFile(wheel) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


@pytest.fixture(scope="session")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sdist, and the wheel that is made from it."""
    folder = tmp_path_factory.mktemp("dist")
    do(sys.executable, "-m", "build", "--outdir", folder, ROOT)
    return folder


@pytest.fixture(scope="session")
def wheel(dist: Path) -> Path:
    (file,) = dist.glob("*.whl")
    return file


@pytest.fixture(scope="session")
def packed(wheel: Path) -> Packed:
    return unpack(wheel)


def files_under(folder: Path) -> Packed:
    return {
        file.relative_to(ROOT).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }


# What is inside.


def test_the_wheel_holds_one_package_and_nothing_beside_it(wheel: Path, packed: Packed) -> None:
    version = convenant.__version__
    assert wheel.name == f"convenant-{version}-py3-none-any.whl"
    tops = {name.partition("/")[0] for name in packed}
    assert tops == {"convenant", f"convenant-{version}.dist-info"}


def test_the_wheel_holds_every_module(packed: Packed) -> None:
    expected = {
        name.removeprefix("pipeline/"): content
        for name, content in files_under(ROOT / "pipeline/convenant").items()
        if not name.endswith((".po", ".mo"))
    }
    assert "convenant/py.typed" in expected
    assert {name: packed.get(name) for name in expected} == expected


@pytest.mark.parametrize("folder", ["schema", "templates"])
def test_schemas_and_templates_are_inside_the_package(folder: str, packed: Packed) -> None:
    expected = {f"convenant/{name}": data for name, data in files_under(ROOT / folder).items()}
    assert expected
    inside = {n: data for n, data in packed.items() if n.startswith(f"convenant/{folder}/")}
    assert inside == expected


def test_every_catalogue_is_compiled(packed: Packed) -> None:
    sources = {
        Path(name).relative_to("pipeline").as_posix()
        for name in files_under(ROOT / "pipeline/convenant/locale")
        if name.endswith(".po")
    }
    assert sources
    for name in sources:
        assert packed[name.replace(".po", ".mo")].startswith(b"\xde\x12\x04\x95"), name


def test_the_licence_and_the_facts_are_inside(packed: Packed) -> None:
    info = f"convenant-{convenant.__version__}.dist-info"
    assert packed[f"{info}/licenses/LICENSE"] == (ROOT / "LICENSE").read_bytes()
    facts = Parser().parsestr(packed[f"{info}/METADATA"].decode())
    assert facts["License-Expression"] == "EUPL-1.2"
    assert facts["Requires-Python"] == ">=3.11"
    assert facts.get_payload() == (ROOT / "README.md").read_text()
    assert b"convenant = convenant.cli:main" in packed[f"{info}/entry_points.txt"]


def test_the_checkout_and_the_sdist_give_the_same_wheel(packed: Packed, tmp_path: Path) -> None:
    pip("wheel", "--no-deps", "--wheel-dir", tmp_path, ROOT)
    (other,) = tmp_path.glob("*.whl")
    assert unpack(other) == packed


def test_the_sdist_holds_what_a_distribution_needs_and_nothing_made(dist: Path) -> None:
    (file,) = dist.glob("*.tar.gz")
    with tarfile.open(file) as opened:
        names = {name.partition("/")[2] for name in opened.getnames()}
    assert {"LICENSE", "README.md", "Makefile", "hatch_build.py", "tests/conftest.py"} <= names
    assert "covenants/de-linde/covenant.yaml" in names
    made = (".mo", ".pyc", ".pdf", ".docx", ".odt")
    assert [n for n in names if n.endswith(made) or "node_modules" in n or "/.venv/" in n] == []


# Installed.


def python_of(version: str) -> str:
    """A Python of that version: the running one, or another one that really starts."""
    if version == "{}.{}".format(*sys.version_info):
        return sys.executable
    found = shutil.which(f"python{version}")
    with_it = [found, "-c", "import sys, venv; print('{}.{}'.format(*sys.version_info))"]
    # A version manager puts a command there for a Python that it does not start.
    if found is None or subprocess.run(with_it, capture_output=True, check=False).returncode:
        pytest.skip(f"python{version} is missing: install Python {version}")
    return found


def environment(python: str, folder: Path) -> Path:
    """A fresh virtual environment without pip; gives its Python."""
    do(python, "-m", "venv", "--without-pip", folder)
    return folder / "bin/python"


@pytest.fixture(scope="session", params=VERSIONS)
def installed(
    request: pytest.FixtureRequest, wheel: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Path]:
    """The folder of a virtual environment that holds the wheel; 300 MB, so gone when done."""
    folder = tmp_path_factory.mktemp(f"python{request.param}")
    python = environment(python_of(request.param), folder)
    pip("--python", python, "install", wheel)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A copy of a worked example, far from the checkout."""
    folder = tmp_path / "elders"
    shutil.copytree(ROOT / "covenants/de-linde", folder / "covenants/de-linde")
    return folder


def run(installed: Path, workspace: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """The installed command, with nothing but its own environment."""
    return subprocess.run(
        [str(installed / "bin/convenant"), *words],
        cwd=workspace,
        env={"SOURCE_DATE_EPOCH": "1767225600", "CONVENANT_CACHE": str(workspace / "cache")},
        capture_output=True,
        text=True,
        timeout=2 * MINUTES,
        check=False,
    )


def test_the_installed_command_tells_three_versions(installed: Path, workspace: Path) -> None:
    lines = run(installed, workspace, "--version").stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["convenant", "pandoc", "typst"]
    assert all(line.split()[1][0].isdigit() for line in lines)
    assert lines[0] == f"convenant {convenant.__version__}"


def test_the_installed_command_checks_with_its_own_schemas(
    installed: Path, workspace: Path
) -> None:
    sound = run(installed, workspace, "check")
    assert (sound.returncode, sound.stdout) == (0, "")
    (workspace / "covenants/de-linde/1-ambition.yaml").write_text("maturity: outline\ngoal: []\n")
    broken = run(installed, workspace, "check")
    assert broken.returncode == 1
    assert "covenants/de-linde/1-ambition.yaml:2:1" in broken.stdout
    # In Dutch, so the compiled catalogues are read.
    assert "Er is geen doel" in broken.stdout


@pytest.fixture(scope="session")
def documents() -> dict[str, bytes]:
    """What the first environment built, for the others to equal."""
    return {}


def test_the_installed_command_builds_the_same_bytes_on_every_python(
    installed: Path, workspace: Path, documents: dict[str, bytes]
) -> None:
    done = run(installed, workspace, "build", "--output", "uit")
    assert done.returncode == 0, done.stderr
    built = {file.suffix[1:]: file.read_bytes() for file in (workspace / "uit").iterdir()}
    assert set(built) == set(FORMATS)
    for form, data in built.items():
        assert documents.setdefault(form, data) == data, form


def test_the_installed_command_publishes_the_same_bundle_on_every_python(
    installed: Path, tmp_path: Path, documents: dict[str, bytes]
) -> None:
    repository(tmp_path / "werk", ROOT / "tests/golden/minimal", "buurtkamer")
    done = run(installed, tmp_path / "werk", "release", "buurtkamer", "--concept", "-o", "uit")
    assert done.returncode == 0, done.stderr
    bundle = (tmp_path / "werk/uit/buurtkamer-v0.1.zip").read_bytes()
    assert documents.setdefault("bundle", bundle) == bundle


def test_the_installed_package_touches_nothing_of_a_folder_named_schema_beside_it(
    installed: Path, workspace: Path
) -> None:
    (package,) = installed.glob("lib/python*/site-packages/convenant")
    stranger = package.parent / "schema"
    stranger.mkdir()
    (stranger / "ambition.schema.json").write_text("{}")
    hidden = package / "hidden"
    try:
        assert run(installed, workspace, "check").returncode == 0
        (package / "schema").rename(hidden)
        without = run(installed, workspace, "check", "--no-cache")
        assert without.returncode == 3
        assert "“schema”" in without.stderr
    finally:
        if hidden.exists():
            hidden.rename(package / "schema")
        shutil.rmtree(stranger)


def test_an_editable_install_reads_the_schemas_of_the_checkout(
    workspace: Path, tmp_path: Path
) -> None:
    python = environment(sys.executable, tmp_path / "editable")
    pip("--python", python, "install", "--no-deps", "--editable", ROOT)
    (site,) = (tmp_path / "editable").glob("lib/python*/site-packages")
    # The dependencies of this Python will do.
    shared = [path for path in sys.path if path.endswith(("site-packages", "dist-packages"))]
    (site / "shared.pth").write_text("\n".join(shared) + "\n")
    (site / "schema").mkdir()
    (site / "schema/ambition.schema.json").write_text("{}")
    probe = "from convenant.edges.disk.resource import resource_folder as f; print(f('schema'))"
    assert do(python, "-c", probe).strip() == str(ROOT / "schema")
    sound = run(tmp_path / "editable", workspace, "check")
    assert sound.returncode == 0, sound.stderr


def test_pipx_installs_the_checkout(workspace: Path, tmp_path: Path) -> None:
    home, commands = tmp_path / "pipx", tmp_path / "commands/bin"
    do(
        *(sys.executable, "-m", "pipx", "install", "--python", sys.executable, ROOT),
        PIPX_HOME=str(home),
        PIPX_BIN_DIR=str(commands),
        PIPX_MAN_DIR=str(tmp_path / "man"),
    )
    try:
        assert [file.name for file in commands.iterdir()] == ["convenant"]
        assert run(commands.parent, workspace, "check").returncode == 0
    finally:
        shutil.rmtree(home)

"""Covenants to measure with, made from a worked example: many of them, or one of a known size."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "covenants" / "riverside-kitchen"
WORK = ROOT / "benchmarks" / "work"

_NO_DATA = (
    *("horizon", "touchpoints", "values", "third_party_interests", "statutes", "alternatives"),
    *("partnership_map", "benefits", "roles", "accession", "scenes", "sites", "roadmap"),
    *("plan", "governance", "budget", "effects_arena", "monitoring", "evaluation"),
    *("communication", "risks", "definitions", "privacy", "disputes", "signals"),
    *("annexes", "precedence"),
)
_NO_ARTICLES = (
    *("own-ambitions", "values-article", "limits", "laws", "hall-article", "volunteers-article"),
    *("benefits-article", "roles-article", "together", "accession-article", "places"),
    *("roadmap-article", "plan-article", "effects-article", "governance-article"),
    *("budget-article", "monitoring-article", "evaluation-article", "communication-article"),
    *("risks-article", "definitions-article", "privacy-article", "annex-article"),
)
_KEY = rf"^(?:{'|'.join(_NO_DATA)}):.*\n(?:[ #-].*\n|\n)*"
_ARTICLE = rf"^## .*\{{#(?:{'|'.join(_NO_ARTICLES)})[ }}].*\n(?:(?!## ).*\n)*"
_REFERENCES = r"^   - .*\n"
_TIMES = r"^    (?:due|frequency): .*\n"
_MATURITY = r"^maturity: .*\n"


def one_covenant(*, drawn: bool = True) -> Path:
    """A covenant of about 2,500 words when built, without an error, in a workspace of its own.

    It is the example without what it can do without; the rest of it is as it was written. Unless
    it is to be `drawn`, one party brings everything and nothing has a time, so that there is
    nothing to draw from the data.
    """
    folder = WORK / ("one" if drawn else "plain") / "covenants" / EXAMPLE.name
    shutil.rmtree(folder.parents[1], ignore_errors=True)
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("annexes"))
    for file in folder.glob("[1-5]-*"):
        text = file.read_text()
        if file.suffix == ".md":
            text = re.sub(_REFERENCES, "", re.sub(_ARTICLE, "", text, flags=re.M), flags=re.M)
        else:
            text = re.sub(_KEY, "", text, flags=re.M)
            text = re.sub(_MATURITY, "maturity: outline\n", text, flags=re.M)
        if not drawn and file.name == "2-partnership.yaml":
            text = re.sub(_TIMES, "", re.sub(r"party: .*", "party: hall", text), flags=re.M)
        file.write_text(text)
    return folder


def many_covenants(count: int) -> Path:
    """A workspace of so many covenants of ten section files each, all different."""
    workspace = WORK / f"many-{count}"
    if (workspace / "complete").exists():
        return workspace
    shutil.rmtree(workspace, ignore_errors=True)
    sections = [*sorted(EXAMPLE.glob("[1-5]-*.yaml")), *sorted(EXAMPLE.glob("[1-5]-*.md"))]
    cover = (EXAMPLE / "covenant.yaml").read_text()
    for n in range(count):
        folder = workspace / "covenants" / f"covenant-{n:05}"
        folder.mkdir(parents=True)
        (folder / "covenant.yaml").write_text(f"{cover}# {n}\n")
        for file in sections:
            text = file.read_text()
            mark = f"\nThis is covenant {n}.\n" if file.suffix == ".md" else f"# {n}\n"
            (folder / file.name).write_text(text + mark)
        shutil.copytree(EXAMPLE / "figures", folder / "figures")
        shutil.copytree(EXAMPLE / "annexes", folder / "annexes")
    (workspace / "convenant.yaml").write_text("language: en\n")
    (workspace / "complete").touch()
    return workspace

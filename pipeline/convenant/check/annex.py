"""Rules for the register of annexes: every annex is there, and is the one that was listed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from convenant.locale import N_
from convenant.model.annotation import Schema
from convenant.model.covenant import Covenant
from convenant.model.rule import Example, Rule
from convenant.model.section import Maturity, Section
from convenant.problem import Place, Problem, Severity

_SUM = "9b5a1a1e6b0ce2ba4aa6d3a3a3e43be6f19e6c4d0ea2e5e2cb54ae7ac8b2b5a1"


def check_annexes(covenant: Covenant, schemas: Mapping[str, Schema]) -> Iterator[Problem]:
    """Every annex in the register is in the folder, unchanged, and every file is registered."""
    listed = {annex.file for annex in covenant.annexes.annexes}
    for annex in covenant.annexes.annexes:
        values = {"file": annex.file}
        if annex.file and annex.file not in covenant.sums:
            yield Problem(annex.at, "annex-missing", Severity.ERROR, values)
        elif annex.sha256 and annex.sha256.lower() != covenant.sums.get(annex.file):
            values["sum"] = covenant.sums.get(annex.file, "")
            yield Problem(annex.at, "annex-changed", Severity.ERROR, values)
        elif annex.file and not annex.sha256 and annex.file not in covenant.annex_prose:
            values["sum"] = covenant.sums.get(annex.file, "")
            weight = NO_SUM.weight(covenant.maturity(Section.ANNEXES))
            yield Problem(annex.at, "annex-no-sum", weight, values)
    for file in covenant.sums:
        if file not in listed:
            place = Place(f"{covenant.folder}/{file}")
            yield Problem(place, "annex-unlisted", Severity.WARNING, {"file": file})


def _register(*lines: str) -> str:
    return "\n".join(("maturity: outline", "annexes:", "  - id: begroting", *lines)) + "\n"


_TITLE = "    title: Begroting"
_BUDGET = (("annexes/begroting.csv", "post;bedrag\nhuur;12000\n"),)
_BUDGET_SUM = "f970bcc3a2da06fde60124123d2d456ed92a5086ca55445d5ba4e34ccaae714e"

NO_SUM = Rule(
    code="annex-no-sum",
    title=N_("An annex has no check sum"),
    message=N_("The annex {file} is listed without its SHA-256."),
    hint=N_("Add this line: sha256: {sum}"),
    reason=N_(
        "An annex that is a file of its own is not printed in the document. Its check sum shows "
        "beyond doubt which version the parties mean."
    ),
    severity=Severity.WARNING,
    by_maturity=((Maturity.SETTLED, Severity.ERROR),),
    example=Example(
        "5-annexes.yaml",
        bad=_register(_TITLE, "    file: annexes/begroting.csv"),
        good=_register(_TITLE, "    file: annexes/begroting.csv", f"    sha256: {_BUDGET_SUM}"),
        beside=_BUDGET,
    ),
)

CHECKS = (check_annexes,)

RULES = (
    NO_SUM,
    Rule(
        code="annex-missing",
        title=N_("An annex is not there"),
        message=N_("The annex {file} is in the register but not in the folder."),
        hint=N_("Put the file in annexes/, or mend its name; capitals count."),
        reason=N_("Who signs must be able to read everything that belongs to the covenant."),
        example=Example(
            "5-annexes.yaml",
            bad=_register(
                _TITLE,
                "    file: annexes/begroting.csv",
                f"    sha256: {_BUDGET_SUM}",
                "  - id: kaart",
                "    title: Kaart",
                "    file: annexes/kaart.pdf",
            ),
            good=_register(_TITLE, "    file: annexes/begroting.csv", f"    sha256: {_BUDGET_SUM}"),
            beside=_BUDGET,
        ),
    ),
    Rule(
        code="annex-changed",
        title=N_("An annex is not the file that was listed"),
        message=N_("The annex {file} has changed since it was listed."),
        hint=N_("Is this the version that the parties mean? Then write: sha256: {sum}"),
        reason=N_(
            "The check sum in the register stands for the annex that the parties agreed to. A file "
            "with another sum is another annex, even if only one figure in it differs."
        ),
        example=Example(
            "5-annexes.yaml",
            bad=_register(_TITLE, "    file: annexes/begroting.csv", f"    sha256: {_SUM}"),
            good=_register(_TITLE, "    file: annexes/begroting.csv", f"    sha256: {_BUDGET_SUM}"),
            beside=_BUDGET,
        ),
    ),
    Rule(
        code="annex-unlisted",
        title=N_("A file is not in the register of annexes"),
        message=N_("{file} is in the folder but not in the register of annexes."),
        hint=N_("Add it under annexes in 5-annexes.yaml, or take it out of the folder."),
        reason=N_(
            "Only annexes in the register belong to the covenant. A file that merely lies beside "
            "them leaves readers guessing whether it counts."
        ),
        severity=Severity.WARNING,
        example=Example("annexes/oud.csv", bad="post;bedrag\n", good=None),
    ),
)

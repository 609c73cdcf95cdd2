"""A signed PDF that is to be recorded: refused when it is not our copy plus signatures."""

from __future__ import annotations

import hashlib
import re

from convenant.cli.steps.version.standing import Refused
from convenant.edges.pdf.signed import read_signed_pdf
from convenant.locale import N_
from convenant.model.verdict import Outcome
from convenant.plan.signed_pdf import judge_signed_pdf


def refuse_unsigned(data: bytes, document: str) -> None:
    """See that a PDF is the copy with this SHA-256, signed.

    Raises:
        Refused: when it is anything else.
    """
    original = _start_with(data, document)
    verdicts = judge_signed_pdf(read_signed_pdf(data, original)) if original else ()
    wrong = [verdict for verdict in verdicts if verdict.outcome is Outcome.FALSE]
    if original and not wrong:
        return
    said = wrong[0].said if wrong else N_("This file is not the copy that was put up to sign.")
    values = dict(wrong[0].values) if wrong else {}
    raise Refused(said, N_("See: convenant sign check FILE --copy COPY.pdf"), **values)


def _start_with(data: bytes, document: str) -> bytes:
    """The start of a file that has a certain SHA-256, ending where a PDF can end; or nothing."""
    so_far, done = hashlib.sha256(), 0
    for mark in re.finditer(rb"%%EOF\r?\n?", data):
        for end in range(mark.start() + 5, mark.end() + 1):
            so_far.update(data[done:end])
            done = end
            if so_far.hexdigest() == document:
                return data[:end]
    return b""

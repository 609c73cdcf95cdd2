"""The verdicts on a signed PDF."""

from __future__ import annotations

from collections.abc import Iterator

from convenant.locale import N_
from convenant.model.signed_pdf import PdfSignature, SignedPdf
from convenant.model.verdict import Outcome, Verdict


def judge_signed_pdf(found: SignedPdf) -> tuple[Verdict, ...]:
    """Everything that can be said of it, in the order of reading."""
    return tuple(_verdicts(found))


def _verdicts(found: SignedPdf) -> Iterator[Verdict]:
    if not found.readable:
        said = N_("This file cannot be read as a signed PDF.")
        yield Verdict("file", Outcome.FALSE, said)
        return
    if not found.is_ours:
        said = N_("This file does not start with the bytes of the copy that was put up to sign.")
        yield Verdict("copy", Outcome.FALSE, said)
    elif not found.only_signed:
        said = N_("Something other than signatures was added to the copy: text may be hidden.")
        yield Verdict("copy", Outcome.FALSE, said)
    else:
        said = N_("This is the copy that was put up to sign, with nothing but signatures added.")
        yield Verdict("copy", Outcome.PROVEN, said)
    if not found.signatures:
        yield Verdict("signature", Outcome.FALSE, N_("There is no signature in it."))
    for signature in found.signatures:
        yield from _of(signature)
    for name in found.open_fields:
        said = N_("{field}: not signed yet.")
        yield Verdict("open", Outcome.NOTE, said, {"field": name})


def _of(signature: PdfSignature) -> Iterator[Verdict]:
    values = {"field": signature.field, "signer": signature.signer or "—"}
    wrong = ""
    if not signature.intact:
        wrong = N_("{field}: what was signed was changed afterwards.")
    elif not signature.valid:
        wrong = N_("{field}: the signature does not fit its certificate.")
    elif not signature.complete:
        wrong = N_("{field}: it does not cover the whole document.")
    if wrong:
        yield Verdict("signature", Outcome.FALSE, wrong, values)
        return
    said = N_("{field}: signed, whole and unchanged since.")
    yield Verdict("signature", Outcome.PROVEN, said, values)
    yield Verdict("chain", *_CHAIN[signature.trusted], values)
    unknown = signature.timed and signature.trusted is None
    yield Verdict("time", *(_UNKNOWN if unknown else _TIME[signature.timed]), values)


_CHAIN = {
    None: (Outcome.UNPROVEN, N_("{field}: who signed was not looked at: no --roots were given.")),
    True: (
        Outcome.PROVEN,
        N_("{field}: the certificate ({signer}) leads to a root that you trust."),
    ),
    False: (Outcome.FALSE, N_("{field}: the certificate leads to no root that you trust.")),
}
_TIME = {
    None: (Outcome.NOTE, N_("{field}: no time stamp vouches for its moment.")),
    True: (Outcome.PROVEN, N_("{field}: a time stamp vouches for its moment.")),
    False: (
        Outcome.FALSE,
        N_("{field}: its time stamp does not fit, or leads to no root that you trust."),
    ),
}
_UNKNOWN = (
    Outcome.UNPROVEN,
    N_("{field}: who stamped its moment was not looked at: no --roots were given."),
)

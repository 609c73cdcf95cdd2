"""Reading the signatures in a PDF, offline; pyHanko judges what was added after each."""

from __future__ import annotations

import io
import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from convenant.errors import ConvenantError
from convenant.locale import N_
from convenant.model.signed_pdf import PdfSignature, SignedPdf

if TYPE_CHECKING:
    from pyhanko_certvalidator import ValidationContext


def read_signed_pdf(data: bytes, original: bytes, roots: Sequence[bytes] = ()) -> SignedPdf:
    """What a PDF that came back holds beside the copy that was put up for signature.

    Nothing is fetched. A signature covers what came before it; a change that was slipped in between
    our copy and the first signature is found too, since everything is compared with our copy.

    Args:
        roots: certificates that the reader trusts, PEM or DER.

    Raises:
        ConvenantError: when a root cannot be read.
    """
    # Importing pyHanko takes half a second: only a signed PDF needs it.
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.diff_analysis import SuspiciousModification

    from convenant.edges.pdf.policy import POLICY, adds_visible_fields

    logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
    logging.getLogger("pyhanko_certvalidator").setLevel(logging.CRITICAL)
    context = _context(roots)
    is_ours = data.startswith(original)
    try:
        reader = PdfFileReader(io.BytesIO(data), strict=True)
        found = tuple(
            _signature(one, context, bool(roots)) for one in reader.embedded_regular_signatures
        )
        only_signed = data == original
        if is_ours and not only_signed:
            # Revision 0 is our copy: it is one piece, and the file starts with its bytes.
            verdict = POLICY.review_file(reader, 0)
            only_signed = not (
                isinstance(verdict, SuspiciousModification) or adds_visible_fields(reader)
            )
        open_fields = tuple(_open_fields(reader))
    # What others made can break a reader in any way; that is an answer too.
    except (PdfError, SuspiciousModification, ValueError, KeyError, TypeError, IndexError):
        return SignedPdf(readable=False, is_ours=is_ours)
    except (AttributeError, NotImplementedError, RecursionError, OverflowError, AssertionError):
        return SignedPdf(readable=False, is_ours=is_ours)
    return SignedPdf(True, is_ours, only_signed, found, open_fields)


def _signature(one: Any, context: ValidationContext, judged: bool) -> PdfSignature:
    from pyhanko.sign.diff_analysis import ModificationLevel
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.errors import SignatureValidationError
    from pyhanko.sign.validation.status import SignatureCoverageLevel

    from convenant.edges.pdf.policy import POLICY

    try:
        status = validate_pdf_signature(one, context, diff_policy=POLICY)
    except (SignatureValidationError, ValueError):
        return PdfSignature(str(one.field_name))
    whole = status.coverage in (
        SignatureCoverageLevel.ENTIRE_FILE,
        SignatureCoverageLevel.ENTIRE_REVISION,
    )
    harmless = status.modification_level in (
        None,
        ModificationLevel.NONE,
        ModificationLevel.LTA_UPDATES,
        ModificationLevel.FORM_FILLING,
    )
    stamp = status.timestamp_validity
    timed = bool(stamp.valid and stamp.intact and (stamp.trusted or not judged)) if stamp else None
    return PdfSignature(
        field=str(one.field_name),
        intact=bool(status.intact),
        valid=bool(status.valid),
        complete=whole and harmless and status.docmdp_ok is not False,
        trusted=bool(status.trusted) if judged else None,
        timed=timed,
        signer=_organisation(status.signing_cert),
    )


def _organisation(certificate: Any) -> str:
    """The organisation of a certificate; a person's name stays where it is."""
    native = certificate.subject.native if certificate else {}
    said = native.get("organization_name", "")
    return said if isinstance(said, str) else ""


def _open_fields(reader: Any) -> list[str]:
    from pyhanko.sign.fields import enumerate_sig_fields

    return [str(name) for name, _, _ in enumerate_sig_fields(reader, filled_status=False)]


def _context(roots: Sequence[bytes]) -> ValidationContext:
    from pyhanko.keys import load_certs_from_pemder_data
    from pyhanko_certvalidator import ValidationContext

    trusted: list[Any] = []
    for root in roots:
        try:
            trusted += list(load_certs_from_pemder_data(root))
        except ValueError as error:
            raise ConvenantError(
                N_("A certificate given with --roots cannot be read."),
                N_("Give files in PEM or DER."),
            ) from error
    return ValidationContext(trust_roots=trusted, allow_fetching=False)

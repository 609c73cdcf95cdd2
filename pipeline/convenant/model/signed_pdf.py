"""What a signed PDF turns out to be."""

from __future__ import annotations

from msgspec import Struct


class PdfSignature(Struct, frozen=True):
    """One signature in a PDF.

    Attributes:
        field: the name of its field.
        intact: whether the bytes that it covers are as they were.
        valid: whether it fits its certificate.
        complete: whether nothing but further signatures came after it, and it covers all before.
        trusted: whether its certificate leads to a given root; None where no root was given.
        timed: whether a time stamp fits, and leads to a given root where there are any; None where
            it has none.
        signer: what the certificate calls itself: an organisation, or nothing.
    """

    field: str
    intact: bool = False
    valid: bool = False
    complete: bool = False
    trusted: bool | None = None
    timed: bool | None = None
    signer: str = ""


class SignedPdf(Struct, frozen=True):
    """A PDF that came back.

    Attributes:
        readable: whether it could be read as a PDF at all.
        is_ours: whether it starts with the very bytes that were put up for signature.
        only_signed: whether what was added to these are signatures and nothing else.
        open_fields: fields that are still empty.
    """

    readable: bool
    is_ours: bool
    only_signed: bool = False
    signatures: tuple[PdfSignature, ...] = ()
    open_fields: tuple[str, ...] = ()

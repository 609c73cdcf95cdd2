"""A last touch on the PDF, so that no validator can misread where a stream ends."""

from __future__ import annotations

import re

_END = b"\r\nendstream"
_START = b">>\nstream\n"
_LENGTH = re.compile(rb"/Length (\d+)")


def separate_stream_ends(pdf: bytes) -> bytes:
    r"""The PDF with a full line end after streams whose last byte is a carriage return.

    The compiler ends a stream with a line feed. Where the data happen to end in `\r` the two look
    like one line end, and a validator that counts back from `endstream` finds a byte too few.
    The byte that the longer line end needs comes from the line end before `stream`, so that
    nothing else in the file moves. Source: ISO 19005-2, 6.1.7.1.
    """
    end = pdf.find(_END)
    while end != -1:
        start = pdf.rfind(_START, 0, end)
        head = pdf[max(pdf.rfind(b" obj\n", 0, start), 0) : start]
        data = start + len(_START)
        length = _LENGTH.search(head)
        if start != -1 and length and data + int(length[1]) == end + 1:
            pdf = b"".join(
                (pdf[:start], b">>stream\n", pdf[data : end + 1], b"\r\n", pdf[end + 2 :])
            )
        end = pdf.find(_END, end + len(_END))
    return pdf

"""Signed PDFs that come back: what is our copy plus signatures, and what only looks like it."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

sys.path.insert(0, str(Path(__file__).parents[1]))

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, append_signature_field

from convenant.cli import cli
from convenant.cli.steps.drawing import Drawings
from convenant.cli.steps.writing import write_pdf
from convenant.edges.disk.cache import Cache
from convenant.model.document import Stamp, Status
from sample_covenant import build
from sample_signer import root_pem, sign_pdf, time_stamper


@pytest.fixture(scope="module")
def original() -> bytes:
    document = build({}, Stamp("v1.0.0", Status.TO_SIGN, 1_795_000_000))
    cache = Cache(None)
    return write_pdf(document, cache, Drawings(document, cache, pictures=False))


def looked_at(
    pdf: bytes, original: bytes, folder: Path, roots: tuple[str, ...] = ("Testautoriteit",)
) -> tuple[int, set[tuple[str, str]], str]:
    """The exit code, each finding as subject and outcome, and everything that is said."""
    files = {"signed.pdf": pdf, "copy.pdf": original}
    files |= {f"{name}.pem": root_pem(name) for name in roots}
    for name, data in files.items():
        (folder / name).write_bytes(data)
    words: list[Any] = ["sign", "check", folder / "signed.pdf", "--copy", folder / "copy.pdf"]
    for name in roots:
        words += ["--roots", folder / f"{name}.pem"]
    result = CliRunner().invoke(cli, [*map(str, words), "--json"], catch_exceptions=False)
    said = json.loads(result.stdout)
    found = {(one["subject"], one["outcome"]) for one in said["verdicts"]}
    return result.exit_code, found, " ".join(one["said"] for one in said["verdicts"])


def test_what_both_parties_signed_is_proven(original: bytes, tmp_path: Path) -> None:
    signed = sign_pdf(sign_pdf(original, "gemeente-1"), "linde-1")
    code, found, _ = looked_at(signed, original, tmp_path)
    assert code == 0
    assert found == {("copy", "proven"), ("signature", "proven"), ("chain", "proven")} | {
        ("time", "note")
    }


def test_a_time_stamp_vouches_for_the_moment(original: bytes, tmp_path: Path) -> None:
    signed = sign_pdf(original, "gemeente-1", stamper=time_stamper())
    code, found, said = looked_at(signed, original, tmp_path)
    assert code == 0, said
    assert ("time", "proven") in found


def test_a_time_stamp_of_an_authority_that_nobody_trusts_is_not_taken(
    original: bytes, tmp_path: Path
) -> None:
    signed = sign_pdf(original, "gemeente-1", stamper=time_stamper("Een ander"))
    code, found, said = looked_at(signed, original, tmp_path)
    assert {("signature", "proven"), ("time", "false")} <= found, said
    assert code == 1
    code, found, said = looked_at(signed, original, tmp_path, ())
    assert ("time", "unproven") in found, said
    assert code == 4


def test_a_time_stamp_that_was_changed_does_not_fit(original: bytes, tmp_path: Path) -> None:
    plain = sign_pdf(original, "gemeente-1", stamper=time_stamper())
    # The token stands in the signature, in hexadecimal: the OID of what a time stamp says.
    mark = b"060b2a864886f70d0109100104"
    place = plain.lower().index(mark) + len(mark) + 40
    changed = plain[:place] + (b"0" if plain[place : place + 1] != b"0" else b"1")
    changed += plain[place + 1 :]
    code, found, said = looked_at(changed, original, tmp_path)
    assert ("time", "proven") not in found, said
    assert code != 0


def test_a_field_that_is_still_empty_is_named(original: bytes, tmp_path: Path) -> None:
    code, found, said = looked_at(sign_pdf(original, "gemeente-1"), original, tmp_path)
    assert code == 0
    assert ("open", "note") in found
    assert "linde-1: nog niet getekend." in said


def test_without_roots_who_signed_is_not_proven(original: bytes, tmp_path: Path) -> None:
    code, found, _ = looked_at(sign_pdf(original, "gemeente-1"), original, tmp_path, ())
    assert (code, ("chain", "unproven") in found) == (4, True)


def test_a_certificate_of_somebody_else_is_not_trusted(original: bytes, tmp_path: Path) -> None:
    signed = sign_pdf(original, "gemeente-1", root="Andere autoriteit")
    code, found, _ = looked_at(signed, original, tmp_path)
    assert (code, ("chain", "false") in found) == (1, True)


def update(pdf: bytes, edit: Callable[[IncrementalPdfFileWriter], None]) -> bytes:
    """The file with an update behind it, as a reader's own saving makes one."""
    import io

    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    edit(writer)
    done = io.BytesIO()
    writer.write(done)
    return done.getvalue()


def replace_text(writer: IncrementalPdfFileWriter) -> None:
    """Another content in place of that of the first page."""
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    while "/Kids" in page:
        page = page["/Kids"][0].get_object()
    page[pdf_name("/Contents")] = writer.add_object(generic.StreamObject(stream_data=b"q Q"))
    writer.update_container(page)


def cover_text(writer: IncrementalPdfFileWriter) -> None:
    """A white box over the first page."""
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    while "/Kids" in page:
        page = page["/Kids"][0].get_object()
    box = generic.DictionaryObject(
        {
            pdf_name("/Type"): pdf_name("/Annot"),
            pdf_name("/Subtype"): pdf_name("/Square"),
            pdf_name("/Rect"): generic.ArrayObject(map(generic.NumberObject, (0, 0, 500, 800))),
            pdf_name("/IC"): generic.ArrayObject(map(generic.NumberObject, (1, 1, 1))),
        }
    )
    notes = page.get("/Annots", generic.ArrayObject())
    page[pdf_name("/Annots")] = generic.ArrayObject([*notes, writer.add_object(box)])
    writer.update_container(page)


def add_field(writer: IncrementalPdfFileWriter) -> None:
    """A signature field of one's own, large enough to cover a page."""
    append_signature_field(writer, SigFieldSpec("Extra", box=(0, 0, 500, 800), on_page=0))


def move_field(writer: IncrementalPdfFileWriter) -> None:
    """Our own field, stretched over the page."""
    field = writer.root["/AcroForm"]["/Fields"][0].get_object()
    sides = map(generic.NumberObject, (0, 0, 600, 800))
    field[pdf_name("/Rect")] = generic.ArrayObject(sides)
    writer.update_container(field)


def swap_pages(writer: IncrementalPdfFileWriter) -> None:
    """The pages in another order."""
    pages = writer.root["/Pages"]
    kids = [pages["/Kids"].raw_get(i) for i in range(len(pages["/Kids"]))]
    pages[pdf_name("/Kids")] = generic.ArrayObject(reversed(kids))
    writer.update_container(pages)


def change_metadata_root(writer: IncrementalPdfFileWriter) -> None:
    """Something that runs when the file is opened."""
    writer.root[pdf_name("/OpenAction")] = generic.DictionaryObject(
        {
            pdf_name("/S"): pdf_name("/JavaScript"),
            pdf_name("/JS"): generic.TextStringObject("app.alert(1)"),
        }
    )
    writer.update_root()


SHADOWS = {
    "another page": replace_text,
    "a white box": cover_text,
    "a field of one's own": add_field,
    "our field, stretched": move_field,
    "pages in another order": swap_pages,
    "something that runs": change_metadata_root,
}


@pytest.mark.parametrize("name", SHADOWS)
def test_what_is_slipped_in_before_the_signature_is_found(
    name: str, original: bytes, tmp_path: Path
) -> None:
    signed = sign_pdf(update(original, SHADOWS[name]), "gemeente-1")
    code, found, _ = looked_at(signed, original, tmp_path)
    assert code == 1
    assert ("copy", "false") in found


@pytest.mark.parametrize("name", SHADOWS)
def test_what_is_slipped_in_after_the_signature_is_found(
    name: str, original: bytes, tmp_path: Path
) -> None:
    signed = update(sign_pdf(original, "gemeente-1"), SHADOWS[name])
    code, found, _ = looked_at(signed, original, tmp_path)
    assert code == 1
    assert ("copy", "false") in found


@pytest.mark.parametrize("name", SHADOWS)
def test_what_is_slipped_in_between_two_signatures_is_found(
    name: str, original: bytes, tmp_path: Path
) -> None:
    between = update(sign_pdf(original, "gemeente-1"), SHADOWS[name])
    code, found, _ = looked_at(sign_pdf(between, "linde-1"), original, tmp_path)
    assert code == 1
    assert ("copy", "false") in found


def test_our_copy_without_a_signature_proves_nothing(original: bytes, tmp_path: Path) -> None:
    code, found, _ = looked_at(original, original, tmp_path)
    assert (code, ("signature", "false") in found) == (1, True)


def test_another_document_that_is_signed_well_is_not_ours(original: bytes, tmp_path: Path) -> None:
    other = update(original, replace_text)
    code, found, _ = looked_at(sign_pdf(other, "gemeente-1"), original + b"\n", tmp_path)
    assert (code, ("copy", "false") in found) == (1, True)


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9, 0.999])
def test_a_file_that_is_cut_off_is_refused(part: float, original: bytes, tmp_path: Path) -> None:
    signed = sign_pdf(original, "gemeente-1")
    code, _, _ = looked_at(signed[: int(len(signed) * part)], original, tmp_path)
    assert code == 1


@pytest.mark.parametrize("place", [0.05, 0.3, 0.6])
def test_a_byte_of_our_copy_that_changes_is_found(
    place: float, original: bytes, tmp_path: Path
) -> None:
    signed = bytearray(sign_pdf(original, "gemeente-1"))
    signed[int(len(original) * place)] ^= 1
    code, found, _ = looked_at(bytes(signed), original, tmp_path)
    assert code == 1
    assert found & {("copy", "false"), ("file", "false")}


def test_a_byte_of_the_signature_that_changes_is_found(original: bytes, tmp_path: Path) -> None:
    signed = sign_pdf(original, "gemeente-1")
    start = signed.rindex(b"/Contents <") + 200
    digit = b"1" if signed[start : start + 1] == b"0" else b"0"
    code, _, _ = looked_at(signed[:start] + digit + signed[start + 1 :], original, tmp_path)
    assert code == 1


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7\n", b"hallo", b"%PDF-1.7\n" + b"1 0 obj\n[" * 50_000]
)
def test_what_is_no_pdf_is_refused(data: bytes, original: bytes, tmp_path: Path) -> None:
    code, found, _ = looked_at(data, original, tmp_path)
    assert code == 1
    assert found & {("file", "false"), ("copy", "false")}

"""The PDF that is put up for signature: empty fields that break no standard."""

from __future__ import annotations

import io
import sys
from importlib import import_module
from pathlib import Path

import page
import pikepdf
import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from convenant.cli.steps.drawing import Drawings
from convenant.cli.steps.writing import write_pdf
from convenant.edges.disk.cache import Cache
from convenant.model.document import Stamp, Status
from sample_covenant import build

COVER = """\
schema_version: 2
language: nl
title: Convenant Buurtkamer
parties:
  - id: gemeente
    name: Gemeente Wolderveen
    form: municipality
    role: signatory
    signatories:
      - function: wethouder
  - id: linde
    name: Stichting De Linde
    form: foundation
    role: signatory
    signatories:
      - function: voorzitter
      - function: penningmeester
  - id: bewoner
    name: Een bewoner
    form: natural_person
    role: signatory
  - id: gast
    name: Stichting Gast
    form: foundation
    role: observer
"""


def copy_to_sign(status: Status = Status.TO_SIGN) -> bytes:
    document = build({"covenant.yaml": COVER}, Stamp("v1.0.0", status, 1_795_000_000))
    cache = Cache(None)
    return write_pdf(document, cache, Drawings(document, cache, pictures=False))


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return copy_to_sign()


@pytest.mark.parametrize("profile", ["PDF_UA_1", "PDF_A_2A"])
def test_no_rule_of_the_standard_fails(pdf: bytes, profile: str) -> None:
    report = page.validate_pdf_bytes(pdf, profile=getattr(page.ValidationProfile, profile))
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert report.is_compliant


def test_a_second_checker_of_accessibility_finds_nothing(pdf: bytes, tmp_path: Path) -> None:
    file = tmp_path / "copy.pdf"
    file.write_bytes(pdf)
    assert list(import_module("pdfua").validate(file).findings) == []


def test_each_function_that_signs_has_a_field_with_a_name(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        fields = {str(field.T): str(field.TU) for field in opened.Root.AcroForm.Fields}
    assert fields == {
        "gemeente-1": "Handtekening van Gemeente Wolderveen, wethouder",
        "linde-1": "Handtekening van Stichting De Linde, voorzitter",
        "linde-2": "Handtekening van Stichting De Linde, penningmeester",
        "bewoner-1": "Handtekening van Een bewoner",
    }


def test_each_field_is_empty_and_large_enough_to_sign_in(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for field in opened.Root.AcroForm.Fields:
            assert "/V" not in field
            left, bottom, right, top = (float(side) for side in field.Rect)
            assert right - left > 150
            assert top - bottom > 35


def test_equal_documents_give_equal_bytes(pdf: bytes) -> None:
    assert copy_to_sign() == pdf


def test_a_concept_has_nothing_to_sign_in() -> None:
    with pikepdf.open(io.BytesIO(copy_to_sign(Status.CONCEPT))) as opened:
        assert "/AcroForm" not in opened.Root


def test_no_address_of_a_field_is_left(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        links = [
            str(note.get("/A", {}).get("/URI", ""))
            for one in opened.pages
            for note in one.get("/Annots", ())
        ]
    assert not [link for link in links if link.startswith("convenant-signature:")]

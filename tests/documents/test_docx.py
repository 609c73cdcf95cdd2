"""Word files as others see them: the Open XML SDK, and LibreOffice before and after an update."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from convenant.model.document import Status

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1])]

from office_rigs import pages, printed, schema_errors, to_pdf, updated_to_pdf  # noqa: E402

from sample_office import BARE, EXPECTED, HARD, PNG, sample, write_docx  # noqa: E402


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("docx")


@pytest.mark.parametrize(
    ("status", "language", "text"),
    [
        (Status.CONCEPT, "nl", None),
        (Status.WORKING, "nl", None),
        (Status.TO_SIGN, "en", None),
        (Status.CONCEPT, "nl", BARE),
        (Status.CONCEPT, "nl", HARD),
    ],
    ids=["concept", "working", "english", "bare", "hard"],
)
@pytest.mark.parametrize("raster", [True, False], ids=["raster", "svg"])
def test_the_open_xml_sdk_finds_nothing(folder, status, language, text, raster):
    file = folder / "judged.docx"
    rasters = {"plan.svg": PNG} if raster else None
    file.write_bytes(write_docx(sample(status, language, text), rasters))
    assert schema_errors(file) == []


def test_the_open_xml_sdk_finds_nothing_in_a_worked_example(example):
    assert schema_errors(example.with_suffix(".docx")) == []


def test_the_judge_sees_a_fault(folder):
    from convenant.edges.office.package import pack, unpack

    parts = unpack(write_docx(sample()))
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"w:keepNext", b"w:keptNext")
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:tblGrid>", b"<w:tblGrit>")
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        b"</w:tblGrid>", b"</w:tblGrit>"
    )
    file = folder / "broken.docx"
    file.write_bytes(pack(parts))
    assert schema_errors(file)


def test_libreoffice_prints_the_numbers_and_references_that_we_print(folder):
    file = folder / "opened.docx"
    file.write_bytes(write_docx(sample(), {"plan.svg": PNG}))
    (pdf,) = to_pdf([file], folder)
    text = printed(pdf)
    assert [words for words in EXPECTED if words not in text] == []
    assert pages(pdf) == 7


def test_references_and_contents_survive_an_update_of_all_fields(folder):
    file = folder / "refreshed.docx"
    file.write_bytes(write_docx(sample(), {"plan.svg": PNG}))
    text = printed(updated_to_pdf(file, folder))
    assert [words for words in EXPECTED if words not in text] == []
    # LibreOffice knows no small letters in a field, Word does: the words are the same.
    assert "De afspraken staan in Artikel 2 en in Artikel 2, lid 2" in text
    assert "Error" not in text
    assert "Fout" not in text

"""How the letters of a file are written: as the layout declares, or told."""

import pytest

from report.errors import InputError
from report.sources.encodings import decoded
from report.sources.files import Part

TEXT = "area,count\nYnys Môn,1\n"


def part(raw: bytes) -> Part:
    return Part("x.csv", "data/x.csv", raw)


@pytest.mark.parametrize(
    ("declared", "written"),
    [
        ("utf-8", "utf-8"),
        ("utf-8", "utf-8-sig"),
        ("cp1252", "cp1252"),
        ("utf-16", "utf-16"),
    ],
)
def test_a_declared_encoding_is_read(declared: str, written: str) -> None:
    """With a mark of order or without one."""
    assert decoded(part(TEXT.encode(written)), declared) == TEXT


@pytest.mark.parametrize(
    ("declared", "written", "told"),
    [
        ("utf-8", "cp1252", ":2: is not UTF-8 text, but probably Windows-1252"),
        ("utf-8", "utf-16", ":1: is not UTF-8 text, but probably UTF-16"),
        ("cp1252", "utf-8", ":1: is not Windows-1252 text, but probably UTF-8"),
    ],
)
def test_another_encoding_is_told_with_the_key_that_declares_it(
    declared: str, written: str, told: str
) -> None:
    """With the line of the first letter that does not fit."""
    with pytest.raises(InputError) as caught:
        decoded(part(TEXT.encode(written)), declared)

    (problem,) = caught.value.problems
    key = f"or let the layout say 'encoding: {written}'"
    assert str(problem) == f"data/x.csv{told}; save it as 'CSV UTF-8' in Excel, {key}"


@pytest.mark.parametrize(
    ("raw", "held"),
    [
        (b"PK\x03\x04\x14\x00\x06\x00", "an Excel workbook or a zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old Excel workbook"),
        (b"%PDF-1.7", "a PDF"),
        (b"\r\n<!DOCTYPE html><html><body>Not found", "a web page"),
    ],
)
def test_what_is_no_csv_at_all_is_told(raw: bytes, held: str) -> None:
    """As where a download gave a page that says it failed, or a workbook was only renamed."""
    with pytest.raises(InputError) as caught:
        decoded(part(raw), "utf-8")

    (problem,) = caught.value.problems
    assert str(problem) == (
        f"data/x.csv: is {held}, and no CSV; save the table as 'CSV UTF-8' in Excel"
    )


def test_bytes_that_fit_nothing_are_told() -> None:
    """0x81 is no letter of Windows-1252 either."""
    with pytest.raises(InputError) as caught:
        decoded(part(b"a,b\n1,\x81\n"), "utf-8")

    (problem,) = caught.value.problems
    assert str(problem) == "data/x.csv:2: is not UTF-8 text; save it as 'CSV UTF-8' in Excel"

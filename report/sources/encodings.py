"""Turn the bytes of a file into text, in the encoding that its layout declares."""

import codecs

from report.errors import InputError, Problem, Where
from report.sources.files import Part

# What each is called in messages; utf-8 may begin with a mark of order.
NAMES = {"utf-8": "UTF-8", "cp1252": "Windows-1252", "utf-16": "UTF-16"}
# How files begin that are no text, or none of a table.
OTHERS = {
    b"pk\x03\x04": "an Excel workbook or a zip",
    b"\xd0\xcf\x11\xe0": "an old Excel workbook",
    b"%pdf": "a PDF",
    b"<!doctype html": "a web page",
    b"<html": "a web page",
}
MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decoded(part: Part, encoding: str) -> str:
    """Give a file's text. Raises InputError where it is written in another encoding."""
    for start, held in OTHERS.items():
        if part.raw.lstrip()[: len(start)].lower() == start:
            what, advice = f"is {held}, and no CSV", "save the table as 'CSV UTF-8' in Excel"
            raise InputError([Problem(Where(part.file), what, advice)])
    declared = "utf-8-sig" if encoding == "utf-8" else encoding
    try:
        text = part.raw.decode(declared)
    except UnicodeDecodeError as error:
        raise _other(part, encoding, error.start, _probable(part.raw)) from None
    if encoding == "cp1252" and not text.isascii() and _probable(part.raw) == "utf-8":
        raise _other(part, encoding, 0, "utf-8")
    return text


def _probable(raw: bytes) -> str:
    """Give the encoding that fits a file's bytes, or "" where none does."""
    if raw.startswith(MARKS):
        return "utf-16"
    for encoding in ("utf-8", "cp1252"):
        try:
            raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        return encoding
    return ""


def _other(part: Part, declared: str, start: int, probable: str) -> InputError:
    line = part.raw[:start].count(b"\n") + 1
    what, advice = f"is not {NAMES[declared]} text", "save it as 'CSV UTF-8' in Excel"
    if probable:
        what = f"{what}, but probably {NAMES[probable]}"
        advice = f"{advice}, or let the layout say 'encoding: {probable}'"
    return InputError([Problem(Where(part.file, line), what, advice)])

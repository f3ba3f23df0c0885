"""Numbers of files, warnings and quoted figures, in the chapter on sources."""

from report.ledger.pieces import Piece, stands_in
from report.ledger.setting import Belonging, Setting
from report.prose.figures import Figure


def of_record(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number of rows, in the table of the sources or in a sentence about one of them."""
    source = s.source(piece.heads[0] if piece.part == "cell" and piece.heads[0] else piece.text)
    if source is None or stands_in(piece.text, figure, source.note):
        return None
    held = {"rows_read": source.rows_read, "rows_used": source.rows_used}
    held |= {"files": source.files} if figure.after.startswith("file") else {}
    held |= {f"set aside: {reason}": rows for reason, rows in source.set_aside.items()}
    name = next((n for n, v in held.items() if figure.may_be(v)), "")
    return Belonging("record", source.id, name) if name else None


def of_note(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number of the note on a source, which says what stands there."""
    source = s.source(piece.text) if piece.part == "note" else None
    if source and stands_in(piece.text, figure, source.note):
        return Belonging("cited", source.id, "note")
    return None


def of_file(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number in the table of a source's files."""
    for source in s.assessment.sources:
        for file in source.by_file:
            if piece.part == "cell" and piece.heads[0] == file.file:
                held = {"rows_read": file.rows_read, "rows_used": file.rows_used}
                held |= {reason: file.set_aside.get(reason, 0) for reason in source.set_aside}
                name = next((n for n, v in held.items() if figure.may_be(v)), "")
                return Belonging("record", f"{source.id}: {file.file}", name) if name else None
    return None


def of_quoted(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number in the table of quoted figures."""
    label = piece.heads[0].casefold()
    for finding in s.assessment.quoted if "quoted" in piece.within.styles else ():
        if piece.text.casefold() == finding.label.casefold():
            return Belonging("name", f"the label of {finding.id}")
        if finding.label.casefold() == label and piece.text in (finding.printed, finding.note):
            which = "printed" if piece.text == finding.printed else "note"
            return Belonging("quoted", finding.id, which)
    return None


def accepted(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number in a warning that was accepted, or in the reason given for that."""
    for one in s.assessment.accepted:
        what, because = (" ".join(text.split()) for text in (one.what, one.because))
        if piece.text.startswith(what) and because in piece.text:
            which = "what" if figure.end <= len(what) else "because"
            return Belonging("record", f"accepted warning {one.id}", which)
    return None

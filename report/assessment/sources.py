"""The records of the files that were read, and what was accepted in them."""

from datetime import date

from report.assessment.records import Audience, Origin, Record
from report.periods import Period


class FileRecord(Record):
    """One file of several, and what became of its rows; set_aside: reason -> number of rows."""

    file: str
    rows_read: int
    rows_used: int
    set_aside: dict[str, int] = {}


class SourceRecord(Record):
    """One published file, or several of a folder or an archive, and what became of their rows.

    file: path within the project; of what lies outside it, the name. files: how many were read.
    sha256: of the file, or of the list of several that the command sha256sum makes.
    set_aside: reason -> number of rows. by_file: the same for each of several files of single
        offences. first, last: dates the used rows span, where they have any.
    single: whether each row is a single offence. counted_by: the column with the day that counts,
        of such files by day.
    """

    id: str
    title: str
    file: str
    files: int = 1
    layout: str
    publisher: str = ""
    licence: str = ""
    retrieved: date | None = None
    sha256: str
    origin: Origin = "computed"
    rows_read: int
    rows_used: int
    set_aside: dict[str, int] = {}
    by_file: tuple[FileRecord, ...] = ()
    first: date | None = None
    last: date | None = None
    single: bool = False
    counted_by: str = ""
    note: str = ""
    audience: Audience = "partner"


class Accepted(Record):
    """A warning that the edition accepts, with its reason, which is printed."""

    id: str
    what: str
    because: str
    exhibits: tuple[str, ...] = ()


class LeftOut(Record):
    """Months that a season is not worked out from, and why."""

    period: Period
    what: str

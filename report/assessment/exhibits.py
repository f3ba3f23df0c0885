"""A table, chart, map or diagram: its data plus a kind."""

from itertools import pairwise

from report.assessment.compared import (
    Classified,
    Compared,
    PeerGroup,
    Picture,
    Rates,
    Spread,
    Weighting,
)
from report.assessment.findings import Caution
from report.assessment.records import Audience, Number, Record
from report.assessment.rows import Branch, Column, Row

# Kinds of exhibits that draw an indented list: rows with columns "level", from 1 on, and "label".
DIAGRAMS = ("structure", "cycle", "stages", "formula")

# Kinds of exhibits that an author calls maps.
MAPS = {"area_map": "map"}


def family(kind: str) -> str:
    """Give the word that an author calls an exhibit of this kind by."""
    if kind in DIAGRAMS:
        return "diagram"
    return kind if kind in ("table", "picture") else MAPS.get(kind, "chart")


class Exhibit(Record):
    """A table, chart, map or diagram: its own data plus a kind; or a picture, without rows.

    name: what an author calls it in brackets, without "table", "chart", "map" and so on.
    file: for a table printed as supplied, its file name, which calls it too.
    kind: "table", "picture", a chart kind or one of DIAGRAMS.
    form: which caption the templates write: "overview", "areas by year", "top areas", …
    title: the author's own caption, instead of the form's.
    message: what the reader should see, in the author's words (charts).
    marks: for charts, which column keys are the label, the series, the values; for a structure,
        "lines" where they are drawn; for a formula, "parts": its terms and signs.
    twin: id of the table that prints the same data as a chart.
    wide: needs a landscape page, as a table of more than eight columns does.
    shown: how many rows of role "row" a page shows, None for all; unlisted: how many of the others
        share the rank of the last one shown.
    chosen: whether its categories are some of those of its section. least: smallest count listed.
    spreads: what its rows go by, of a table of areas over several years.
    classified: how its areas are labelled; by last year's method first where two are compared.
    weighting: what its counts were weighted by.
    estimated: areas of whose cases some stand in a wider area and are shared out to its parts.
    compared: how its marks were made, where they were made here.
    peers: the group that is ranked, where it is ranked here.
    cautions: why numbers in it are not safe as they stand; printed under it.
    """

    id: str
    name: str
    file: str = ""
    kind: str
    form: str
    title: str = ""
    message: str = ""
    measure: str = ""
    geography: str = ""
    period: str = ""
    comparison: str = ""
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    marks: dict[str, str | list[str]] = {}
    picture: Picture | None = None
    twin: str = ""
    wide: bool = False
    shown: int | None = None
    unlisted: int = 0
    chosen: bool = False
    least: int = 1
    rates: Rates | None = None
    spreads: tuple[Spread, ...] = ()
    classified: tuple[Classified, ...] = ()
    weighting: Weighting | None = None
    estimated: tuple[str, ...] = ()
    compared: Compared | None = None
    peers: PeerGroup | None = None
    cautions: tuple[Caution, ...] = ()
    notes: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    audience: Audience = "partner"

    def values(self, key: str) -> list[str | Number | None]:
        """List one column's values, top to bottom."""
        at = [column.key for column in self.columns].index(key)
        return [row.cells[at].value for row in self.rows]

    def printed(self) -> tuple[Row, ...]:
        """Give the rows that a page shows."""
        plain = [row.key for row in self.rows if row.role == "row"]
        left = set(() if self.shown is None else plain[self.shown :])
        return tuple(row for row in self.rows if row.role != "row" or row.key not in left)

    @property
    def family(self) -> str:
        """The word that an author calls it by."""
        return family(self.kind)

    def branches(self) -> tuple[Branch, ...]:
        """Give a diagram's rows as the indented list that they are."""
        return _branches([(int(r.cells[0].value or 0), str(r.cells[1].value)) for r in self.rows])


def _branches(lines: list[tuple[int, str]]) -> tuple[Branch, ...]:
    """Put every line below the last one before it that has a lower level."""
    tops = [at for at, (level, _) in enumerate(lines) if level == lines[0][0]]
    return tuple(
        Branch(lines[at][1], _branches(lines[at + 1 : end]))
        for at, end in pairwise([*tops, len(lines)])
    )

"""The machine-readable strategic assessment: what everything right of the cut line reads.

Only what a reader of the report could see is in it, never a record of a source. It holds numbers at
full precision and the author's own text; it holds no formatted number and no sentence of ours.
"""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict

from report.errors import InputError, Problem, Where, nearest_path
from report.periods import Period

FORMAT = 1

Number = int | float

Audience = Literal["public", "partner", "restricted"]
Polarity = Literal["lower is better", "higher is better", "ambiguous"]

# computed: made here from a source's counts; given: published without its inputs and passed on;
# reconstructed: implied by published figures, used as an input and never printed;
# quoted: printed as published elsewhere, never computed with.
Origin = Literal["computed", "given", "reconstructed", "quoted"]

# Shorthand of the Government Statistical Service: confidential, not available, provisional,
# revised, break in series, low reliability, not applicable; "n" refers to a note under the table.
Marker = Literal["c", "x", "p", "r", "b", "u", "z", "n"]

# What becomes of a number that is not safe as it stands; "" where it is.
Effect = Literal["", "labelled", "withheld"]

# Numbers of a caution that count neither rows nor cases.
NOT_COUNTED = frozenset(("change_pct", "days", "days_before"))


class Record(BaseModel):
    """A frozen record that refuses unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Caution(Record):
    """Why a count, or the change in it, is not safe as it stands, and what became of either.

    id: of the warning by which the edition may accept it; because: its reason where it does.
    count, before, change: what becomes of the count, of the earlier one, and of the change.
    label: of the count that is meant; empty where all of a file's are concerned.
    period: the month, the day, or the window that it is about.
    what: the force whose rows are meant, or what changed at a break, or the group of peers.
    numbers: by name, at full precision. partial month: rows, usual. unlocated, each also with
        _before: rows and unlocated of the whole files, shared (the count with its part of those);
        change_pct of the shared. vintage: ended, begun (rows). window length: days, days_before.
        Empty where one of them would give a small count to the public.
    """

    kind: Literal[
        "missing month",
        "partial month",
        "unlocated",
        "vintage",
        "break",
        "membership",
        "category",
        "window length",
    ]
    id: str
    count: Effect = ""
    before: Effect = ""
    change: Effect = ""
    label: str = ""
    period: Period
    what: str = ""
    numbers: dict[str, Number] = {}
    because: str = ""

    @property
    def counts(self) -> tuple[Number, ...]:
        """Its numbers that count rows or cases, which days and percentages do not."""
        return tuple(n for name, n in self.numbers.items() if name not in NOT_COUNTED)

    @property
    def marker(self) -> Marker:
        """What stands behind a number that it labels."""
        return "b" if self.kind in ("vintage", "break", "membership") else "n"


class Point(Record):
    """A count of one of the years shown, under the year's short label.

    cautions: what is to be said of a change from it to the last of them.
    """

    label: str
    value: Number
    cautions: tuple[Caution, ...] = ()


class Interval(Record):
    """The limits within which a number may lie that chance alone moves, in its unit.

    level: how sure, in per cent.
    """

    low: Number
    high: Number
    level: Number


class Variation(Record):
    """Whether the change between two counts is more than normal variation.

    clear: whether it is; words: the house's words for that, from config/change.yaml.
    p: probability of counts at least as far apart where the risk is the same, adjusted for the
        number of changes tested together, which is `among`; None in the public part, since an
        adjusted one may be that of another change, of small counts.
    interval: of the change, in per cent; None from or to 0. level: how sure, in per cent.
    dispersion: by how much the months vary more than chance alone; months: how many months' counts
        that was measured from, 0 where there were too few and chance alone is allowed for.
    """

    clear: bool
    words: str
    p: Number | None = None
    among: int = 1
    interval: Interval | None = None
    level: float
    dispersion: float = 1
    months: int = 0


class Finding(Record):
    """One number with an identity.

    id: lower-case, dotted, a contract between editions: `measure.category[.area]`.
    label: its everyday name, by which an author calls it: "all crime in Beat 62".
    unit: what is counted ("offences") or a measure's unit ("per 1,000", "%", "position").
    value, previous: in that unit, at full precision; None where there is none, `markers` say why.
    change: value less previous, in the unit (percentage points where the unit is %); for a position
        the places gained since.
    change_pct: per cent of previous; None where previous is missing, 0 or below the small base.
    tied: of a position, whether another member of the group shares it.
    variation: of the change between two counts; None where it is not tested.
    of: size of the group a position stands in, the whole a share is of (of_label names it), how
        many per cent of areas a concentration is in, how many areas there are, the
        mean that a peak is set against, or the district's rate that an area's is.
    of_label: also the baseline that months are set against.
    ratio: of a peak or an area's rate, the value divided by that mean; None where the mean is 0.
    months: of a peak, the months that have it, several where they tie.
    interval: of a rate or a share that was made from whole counts here; of a trend of months.
    printed: for a quoted figure, the text as published.
    note: where a quoted figure stands; the condition that made a verdict; what a harm was weighted
        by; of months, the house's words for what was found; by which scheme scores were put
        together, and how.
    band: of a risk, the name of its band, such as "High".
    series: its counts in the years that its section shows, oldest first and its own last; empty
        where a year has none, and where fewer than three are shown.
    cautions: why it, or its change, is not safe as it stands.
    """

    id: str
    label: str
    measure: str
    category: str = ""
    area: str = ""
    unit: str
    period: Period
    value: Number | None
    previous: Number | None = None
    previous_period: Period | None = None
    change: Number | None = None
    change_pct: Number | None = None
    variation: Variation | None = None
    small_base: bool = False
    tied: bool = False
    of: Number | None = None
    of_label: str = ""
    ratio: Number | None = None
    months: tuple[Period, ...] = ()
    interval: Interval | None = None
    polarity: Polarity = "lower is better"
    origin: Origin = "computed"
    printed: str = ""
    series: tuple[Point, ...] = ()
    method: str = ""
    sources: tuple[str, ...] = ()
    audience: Audience = "partner"
    markers: tuple[Marker, ...] = ()
    cautions: tuple[Caution, ...] = ()
    note: str = ""
    band: str = ""


class Column(Record):
    """A column of an exhibit.

    unit: "text", "offences" and other counts, "difference", "change %", "%", "per 1,000", "rank",
        "position" (value of `of`), "movement" (places gained in the group, negative for lost),
        "entry" (places gained in a ranking of areas, or "new" among those shown), "places" (places
        higher in one ranking than in another), "harm" (in the unit of its weights), "label",
        "status", "variation" (words for a change), "years" (value of `of` years), "verdict" (1
        challenge, -1 improving, 0 watch), "moves" (1 where a label is another one than by last
        year's method, else 0), "limits" (a rate per 1,000 and, as `of`, the upper one), "peers"
        (against peers: 1 worse, -1 better, 0 in line; 2 higher and -2 lower where neither is good
        or bad in itself),
        "mark" (1 significantly high, -1 significantly low), "class" (of a map: 0 where nothing was
        counted, else a step from 1, the lowest), "outline" (of an area: see below), "score" (of a
        scheme, or what scores come to), "state" (of a control chart: "reducing", "controlled" or
        "uncontrolled"), "follows" (from a band: "priority", "discuss", "none", or "kept" for a
        reason), "age" (of a score: "fresh" or "stale").
    decimals: places shown; None for the unit's own.
    group: a header that spans this and its neighbours of the same group.
    bar: for a share drawn as an inline bar, the value at the bar's full length; None for no bar.

    An outline is a text of whole numbers, "450500 310500;450000 310000 0 1000 1000 0 0 -1000". They
    are metres of the National Grid (EPSG:27700) to so many `decimals`: -1 for tens of metres. First
    comes the point at which the area is named, then, behind semicolons, its rings: each begins with
    a point, east and north, goes on with the moves from there to the next ones, and is closed.
    """

    key: str
    label: str
    unit: str = "text"
    decimals: int | None = None
    group: str = ""
    bar: Number | None = None
    origin: Origin = "computed"


class Cell(Record):
    """A cell: text or a number in its column's unit; None where empty, with a marker that says why.

    tied: for a rank or a position, whether another row shares it. usual: of a change, whether it is
        within normal variation. of: for a position, the size of the group; for limits, the upper
        one.
    origin: only where it differs from the column's. shade: of a count that is shaded within its
        row, the step from 1, the row's lowest, to 5, its highest; 0 for none.
    """

    value: str | Number | None = None
    of: Number | None = None
    tied: bool = False
    usual: bool = False
    shade: int = 0
    origin: Origin | None = None
    markers: tuple[Marker, ...] = ()


class Row(Record):
    """A row of an exhibit; `role` sets apart a total or the district's own row, and the rest of it.

    polarity: of the finding whose change stands in it; None where none does, or it is not known.
    """

    key: str
    cells: tuple[Cell, ...]
    role: Literal["row", "rest", "total", "group"] = "row"
    polarity: Polarity | None = None


class Branch(NamedTuple):
    """A line of an indented list, and what stands below it."""

    label: str
    below: tuple["Branch", ...]


# Kinds of exhibits that draw an indented list: rows with columns "level", from 1 on, and "label".
DIAGRAMS = ("structure", "cycle", "stages", "formula")

# Kinds of exhibits that an author calls maps.
MAPS = {"area_map": "map"}


def slug(name: str) -> str:
    """Give a name as part of an id: lower case, letters and digits joined by hyphens."""
    kept = "".join(c if c.isalnum() else " " for c in name.casefold())
    return "-".join(kept.split())


def family(kind: str) -> str:
    """Give the word that an author calls an exhibit of this kind by."""
    if kind in DIAGRAMS:
        return "diagram"
    return kind if kind in ("table", "picture") else MAPS.get(kind, "chart")


class Picture(Record):
    """A picture: its file as a page finds it, alternative text, and who made it."""

    file: str
    alt: str
    credit: str = ""


class Rates(Record):
    """What the rates of an exhibit are per 1,000 of.

    of: "residents", "households" or "workday". year: of the population; None where areas differ or
    it is implied by published figures. part_year: whether the period is shorter than a year. few:
    areas with so few people that one case moves the rate a great deal. visited: areas where many of
    those at risk do not live.
    """

    of: str
    year: int | None = None
    part_year: bool = False
    few: tuple[str, ...] = ()
    visited: tuple[str, ...] = ()


class Compared(Record):
    """How the marks of a table were made.

    level: in per cent. cell: the fewest in a cell, and out of it, that carry a mark. rest: whether
    those compared were taken out of the others first, among whom they are.
    """

    level: Number
    cell: int
    rest: bool = False


class Spread(Record):
    """What a table of areas over several years goes by.

    The areas with most are `percent` of those of a place, which makes them `areas` of `among`.
    often: in how many of `windows` years an area has to be one of them; 0 where each year stands
    for itself.
    """

    where: str
    percent: Number
    areas: int
    among: int
    often: int = 0
    windows: int


class Grade(Record):
    """A label in use, and what it takes.

    grade: "very high", "high", "above", "average", "low", "too few"; "" for declared counts.
    cut: from where, in the method's unit: standard deviations, per cent, a percentile, a count.
    value: the same in what is compared, a rate per 1,000 or a count, where it is one for all areas.
    """

    label: str
    grade: str = ""
    cut: Number | None = None
    value: Number | None = None


class Classified(Record):
    """How the areas of an exhibit are labelled.

    method: the computation; name: what the house calls it, "" for declared counts. edition: the
    one whose method is taken over. by: "rate" or "count". kind, areas, within: so many areas of a
    kind in a wider area, the own ones included, are compared; areas 0 where counts are declared.
    middle: the wider area's rate per 1,000, or the areas' mean or median. of, year: of rates, as in
    `Rates`. spread: how much more than by chance areas differ. grades: in use, highest first.
    moved: areas listed whose label is another one than by last year's method. left_out: own areas
    that a funnel has no place for, since too few are expected of them.
    """

    method: str
    name: str = ""
    edition: str = ""
    by: str = ""
    kind: str = ""
    areas: int = 0
    within: str = ""
    middle: Number | None = None
    of: str = ""
    year: int | None = None
    spread: Number | None = None
    grades: tuple[Grade, ...] = ()
    moved: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


class Weighting(Record):
    """What counts were weighted by.

    scheme: what the weights are called; version: never two in one table. unweighted_pct: offences
    without a weight, in % of all. unweighted: category -> the same of it, of those that have some.
    rate: the weighted total per 1,000 residents of `year`, None where they are not known.
    """

    scheme: str
    version: str
    unweighted_pct: Number
    unweighted: dict[str, Number] = {}
    rate: Number | None = None
    year: int | None = None


class PeerGroup(Record):
    """The group that an exhibit ranks.

    version: of its list of members; size: their number with the partnership itself. level: how sure
    limits and intervals are, in per cent. absent: members without figures for the period.
    """

    name: str
    version: str = ""
    size: int
    level: Number
    absent: tuple[str, ...] = ()


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


class KeyFinding(Record):
    """A sentence of the author's with findings in brackets, and who may read it."""

    text: str
    audience: Audience = "partner"
    place: str = ""


class NamedList(Record):
    """Findings that belong together, in order, such as the measures that fell.

    form: how the templates word each of them: "change", "position", "count", "share".
    """

    name: str
    form: str
    findings: tuple[str, ...]


class Entry(Record):
    """One item of a list that config holds: a partner, a threat, a contact, a definition."""

    title: str
    text: str = ""
    details: dict[str, str] = {}


class Commentary(Record):
    """The author's chapter: Markdown with exhibits and findings in brackets.

    file: relative to the project's root; text: as written.
    """

    file: str
    text: str


class Section(Record):
    """A chapter, or a part of one, and everything that may stand in it.

    place: where it is planned, file and line of the edition's YAML, for problems found in its text.
    """

    id: str
    kind: str
    title: str = ""
    place: str = ""
    audience: Audience = "partner"
    numbered: bool = True
    findings: tuple[Finding, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()
    key_findings: tuple[KeyFinding, ...] = ()
    lists: tuple[NamedList, ...] = ()
    entries: tuple[Entry, ...] = ()
    recommendations: tuple[str, ...] = ()
    commentary: Commentary | None = None
    parts: tuple["Section", ...] = ()

    def walk(self) -> Iterator["Section"]:
        """Give this section and its parts, in print order."""
        yield self
        for part in self.parts:
            yield from part.walk()


class Area(Record):
    """A geographical unit: code, display name, kind ("beat", "LSOA"), and what it covers."""

    code: str
    name: str
    kind: str
    covers: str = ""


class Priority(Record):
    """A theme the partnership adopts."""

    id: str
    title: str
    text: str = ""
    audience: Audience = "partner"


class Recommendation(Record):
    """A proposed action.

    number: printed number, unique in the edition. id: stable between editions.
    evidence: finding ids; because: the reason where no finding carries it.
    usual: the evidence again, where it is changes within normal variation and nothing else.
    continues: id of the recommendation of an earlier edition that it carries on.
    """

    id: str
    number: int
    text: str
    owner: str = ""
    due: str = ""
    evidence: tuple[str, ...] = ()
    because: str = ""
    usual: tuple[str, ...] = ()
    continues: str = ""
    status: str = "new"
    audience: Audience = "partner"


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


class Partnership(Record):
    """Who writes the assessment: names only, all of them fit for the cover."""

    id: str
    name: str
    short_name: str
    area_name: str
    area_kind: str
    contacts: tuple[Entry, ...] = ()


class Brand(Record):
    """The partnership's looks; a colour or typeface left empty is the style sheet's."""

    main: str = ""
    accent: str = ""
    typeface: str = ""
    logo: Picture | None = None
    partner_logos: tuple[Picture, ...] = ()
    cover: Picture | None = None

    def pictures(self) -> tuple[Picture, ...]:
        """Give every picture, in the order of the cover."""
        one = [picture for picture in (self.logo, self.cover) if picture]
        return (*one, *self.partner_logos)


class Document(Record):
    """The document's own particulars, as the cover and the details table print them."""

    title: str
    description: str = ""
    version: str = "1.0"
    status: Literal["draft", "final"] = "draft"
    published: date
    published_assumed: bool = False
    marking: str = ""
    produced_by: str = ""
    copyright: str = ""
    accessibility: str = ""
    details: dict[str, str] = {}


class LeftOut(Record):
    """Months that a season is not worked out from, and why."""

    period: Period
    what: str


class SeriesRule(Record):
    """How series of months are judged: the choices of config/series.yaml that the methods name.

    baseline: months before the period that tell what is usual, where a section declares none.
    screened: whether outlying steps between months are left out; equal_months: whether months are
    judged as if all had the same length. run, direction, near, among: months that make a signal.
    weight: of the newest month in a smoothed series. season_months, trend_months: the fewest that
    tell a season and a trend. season_level: how sure a season has to be, in per cent.
    """

    baseline: int
    centre: Literal["mean", "median"]
    screened: bool
    equal_months: bool
    run: int
    direction: int
    near: int
    among: int
    weight: Number
    season_months: int
    season_level: Number
    left_out: tuple[LeftOut, ...] = ()
    trend_months: int


class Slips(Record):
    """When a typed number is near a finding: see config/wording.yaml."""

    per_cent: Number = 0
    points: Number = 0
    one_off: Number = 0


class Wording(Record):
    """How near a number has to be to the words for it: see config/wording.yaml.

    about, nearly: per cent. little: times. distinct, distinct_years: counts. ends:
    places. alike: per cent of letters. Left out, words give no leeway; 0 is a count that none has.
    """

    about: Number = 0
    nearly: Number = 0
    little: Number = 1
    slips: Slips = Slips()
    distinct: Number = 0
    distinct_years: Number = 0
    ends: int = 0
    alike: Number = 100


class Assessment(Record):
    """The strategic assessment of one edition, complete.

    edition: "<partnership>/<edition>". small_base: earlier values below it carry no percentage.
    series: None where the project has no rule for series of months. wording: how near numbers have
    to be to words.
    glossary: abbreviation -> meaning. lists: everyday name -> items, such as the partners.
    categories: id -> everyday name. aliases: another name of a category -> its id. gazetteer: the
    areas that the partnership knows by name, its own and the wider one among them. area_numbers:
    kind of area -> how many of it the partnership's own has, those included that are not named.
    public: whether this is the published part only.
    """

    format: int
    edition: str
    public: bool = False
    partnership: Partnership
    document: Document
    brand: Brand = Brand()
    period: Period
    comparison: Period
    small_base: Number
    series: SeriesRule | None = None
    wording: Wording = Wording()
    sources: tuple[SourceRecord, ...] = ()
    sections: tuple[Section, ...] = ()
    headlines: tuple[str, ...] = ()
    priorities: tuple[Priority, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    quoted: tuple[Finding, ...] = ()
    glossary: dict[str, str] = {}
    lists: dict[str, tuple[str, ...]] = {}
    categories: dict[str, str] = {}
    aliases: dict[str, str] = {}
    gazetteer: tuple[Area, ...] = ()
    area_numbers: dict[str, int] = {}
    disclosure: str = ""
    accepted: tuple[Accepted, ...] = ()

    def walk(self) -> Iterator[Section]:
        """Give every section and part, in print order."""
        for section in self.sections:
            yield from section.walk()

    def findings(self) -> dict[str, Finding]:
        """Give every finding by its id, quoted ones included, in print order."""
        found = {f.id: f for section in self.walk() for f in section.findings}
        return found | {f.id: f for f in self.quoted}

    def exhibits(self) -> dict[str, Exhibit]:
        """Give every exhibit by its id, in the order of the sections that made them."""
        return {e.id: e for section in self.walk() for e in section.exhibits}


def save(assessment: Assessment, path: Path) -> None:
    """Write the assessment as JSON: same content, same bytes; defaults are left out."""
    text = assessment.model_dump_json(indent=1, exclude_defaults=True)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


def load(path: Path) -> Assessment:
    """Read `assessment.json`.

    Raises InputError when the file is missing, damaged or of another format.
    """
    where = Where(path.as_posix())
    if not path.is_file():
        advice = nearest_path(path, "build the edition first")
        raise InputError([Problem(where, "no such file", advice)])
    advice = "build that edition again with this version of psa"
    try:
        found = Assessment.model_validate_json(path.read_bytes())
    except ValueError as error:
        reason = str(error).splitlines()[0]
        raise InputError([Problem(where, f"cannot be read ({reason})", advice)]) from None
    if found.format != FORMAT:
        raise InputError([Problem(where, f"has format {found.format}, not {FORMAT}", advice)])
    return found

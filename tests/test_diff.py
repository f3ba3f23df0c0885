"""Comparing two assessments: one made-up pair with every kind of difference, and two laws."""

from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report.assessment import (
    FORMAT,
    Assessment,
    Caution,
    Cell,
    Column,
    Commentary,
    Document,
    Exhibit,
    Finding,
    Partnership,
    Priority,
    Recommendation,
    Row,
    Section,
    SourceRecord,
)
from report.diff import compare, save
from report.diff.changes import AssessmentDiff, FindingChange, ReasonCode
from report.periods import Period, snapshot

Y22 = Period(date(2022, 4, 1), date(2023, 3, 31), "financial year")
Y23 = Y22.earlier(-1)


def plain(_: Assessment, section: Section) -> list[str]:
    """Give a chapter's paragraphs as the tests write them: split at empty lines."""
    return section.commentary.text.split("\n\n") if section.commentary else []


def finding(id_: str, value: float | None, period: Period, **more: Any) -> Finding:
    """Make a finding: offences unless another unit is given; a `previous` is a year earlier."""
    if "previous" in more:
        more.setdefault("previous_period", period.earlier())
    fields = {"label": id_, "measure": id_.partition(".")[0], "unit": "offences"} | more
    return Finding.model_validate({"id": id_, "value": value, "period": period} | fields)


def table(id_: str, rows: dict[str, tuple[int, int]], **more: Any) -> Exhibit:
    """Make a table of top areas from area: (rank, count)."""
    return Exhibit.model_validate(
        {
            "id": id_,
            "name": id_,
            "kind": "table",
            "form": "top areas",
            "geography": "Harborough",
            "columns": (
                Column(key="rank", label="Rank", unit="rank"),
                Column(key="area", label="Ward"),
                Column(key="count", label="Burglary", unit="offences"),
            ),
            "rows": tuple(
                Row(key=area.lower(), cells=(Cell(value=rank), Cell(value=area), Cell(value=count)))
                for area, (rank, count) in rows.items()
            ),
        }
        | more
    )


def section(id_: str, title: str, text: str = "", **more: Any) -> Section:
    """Make a section with a chapter of the author's, where there is a text."""
    own = Commentary(file=f"{id_}.md", text=text) if text else None
    return Section.model_validate(
        {"id": id_, "kind": "theme", "title": title, "commentary": own} | more
    )


def source(id_: str, sha: str, publisher: str = "Police", layout: str = "street") -> SourceRecord:
    """Make a source whose contents have a hash that starts with `sha`."""
    return SourceRecord(
        id=id_,
        title=id_,
        file=f"{id_}.csv",
        layout=layout,
        publisher=publisher,
        sha256=sha.ljust(64, "0"),
        rows_read=10,
        rows_used=10,
    )


def edition(name: str, period: Period, *sections: Section, **more: Any) -> Assessment:
    """Make an edition of some sections, where earlier values below 50 carry no percentage."""
    return Assessment(
        format=FORMAT,
        edition=f"harborough/{name}",
        partnership=Partnership(
            id="harborough", name="Safer Harborough", short_name="", area_name="", area_kind=""
        ),
        document=Document(title="Strategic Assessment", published=date(2024, 6, 1)),
        period=period,
        comparison=period.earlier(),
        small_base=50,
        sections=sections,
        **more,
    )


LONG = "The town centre remains the place with most offences in each of the last five years"

OLD = edition(
    "2022-23",
    Y22,
    section(
        "burglary",
        "Burglary",
        f"{LONG}, and burglary fell.\n\nSheds come first.\n\n"
        "Patrols help.\n\nSo do wardens.\n\nMopeds are stolen.",
        findings=(
            finding("count.robbery", 40, Y22),
            finding("count.all", 1000, Y22, previous=1100),
            finding("count.burglary", 200, Y22, previous=210),
            finding("count.drugs", 90, Y22),
            finding("count.arson", 7, Y22, unit="fires"),
            finding("rate.all", 10.4, Y22, unit="per 1,000"),
            finding("share.asb", 28.6, Y22, unit="%", of=1609),
            finding("position.all", 5, Y22, unit="position", of=12),
            finding("position.robbery", 3, Y22, unit="position", of=12),
        ),
        exhibits=(
            table(
                "table.wards",
                {"Bosworth": (1, 50), "Lubenham": (2, 40), "Fleckney": (3, 30), "Kibworth": (4, 9)},
            ),
            table("table.fires", {"Lubenham": (1, 5)}),
            table("table.asb", {"Lubenham": (1, 5)}),
            table("table.areas", {"Lubenham": (1, 5)}),
            table("chart.wards", {"Lubenham": (1, 5)}, kind="bars"),
        ),
    ),
    section("arson", "Arson"),
    section("asb", "Anti-social behaviour", "Nothing new."),
    headlines=("count.all", "count.drugs"),
    quoted=(finding("quote.trust", 82, Y22, origin="quoted", printed="82%", unit="text"),),
    recommendations=(
        Recommendation(id="r1", number=1, text="Fit locks to sheds."),
        Recommendation(id="r2", number=2, text="Hold two surgeries a month."),
        Recommendation(id="r3", number=3, text="Light the car park."),
        Recommendation(id="r4", number=4, text="Visit every victim."),
        Recommendation(id="r5", number=5, text="Close the underpass."),
    ),
    priorities=(
        Priority(id="asb", title="Reduce ASB"),
        Priority(id="theft", title="Reduce theft", text="From vehicles."),
        Priority(id="fires", title="Prevent fires"),
    ),
    sources=(
        source("street", "a1"),
        source("peers", "b1"),
        source("fires", "c1"),
        source("lads", "d1"),
    ),
)

NEW = edition(
    "2023-24",
    Y23,
    section(
        "burglary",
        "Burglary and sheds",
        f"{LONG}, and burglary rose.\n\nPatrols help.\n\nSo do wardens.\n\n"
        "Vapes are on sale.\n\nSheds come first.",
        findings=(
            finding("count.robbery", 44, Y23),
            finding("count.all", 1100, Y23, previous=1000),
            finding("count.burglary", 150, Y23, previous=205),
            finding("count.drugs", 90, Y23),
            finding("count.knives", 12, Y23),
            finding("rate.all", 10.3, Y23, unit="per 1,000"),
            finding("share.asb", 31.8, Y23, unit="%", of=1576),
            finding("position.all", 4, Y23, unit="position", of=12),
            finding("position.robbery", 3, Y23, unit="position", of=15),
        ),
        exhibits=(
            table(
                "table.wards",
                {"Lubenham": (1, 60), "Bosworth": (2, 50), "Fleckney": (3, 33), "Tilton": (4, 12)},
            ),
            table("table.asb", {"Lubenham": (1, 5)}),
            table("table.knives", {"Lubenham": (1, 5)}),
            table("table.areas", {"Lubenham": (1, 5)}, geography="Harborough and Melton"),
            table("chart.wards", {"Tilton": (1, 9)}, kind="bars"),
        ),
    ),
    section("asb", "Anti-social behaviour", "Nothing new."),
    section("knives", "Knife crime", "A new chapter."),
    headlines=("count.burglary", "count.drugs"),
    quoted=(finding("quote.trust", 84, Y23, origin="quoted", printed="84%", unit="text"),),
    recommendations=(
        Recommendation(id="r1", number=1, text="Fit  locks to sheds"),
        Recommendation(id="r9", number=2, text="Hold four surgeries a month.", continues="r2"),
        Recommendation(id="r10", number=3, text="Light the car park."),
        Recommendation(id="r4", number=4, text="Visit every repeat victim."),
        Recommendation(id="r11", number=5, text="Test vape shops."),
    ),
    priorities=(
        Priority(id="theft", title="Reduce theft", text="From vehicles and sheds."),
        Priority(id="antisocial", title="Reduce ASB."),
        Priority(id="knives", title="Take knives off the streets"),
    ),
    sources=(
        source("street", "a2", layout="street 2024"),
        source("peers", "b1", publisher="Home Office"),
        source("lads", "d1"),
        source("knives", "e1"),
    ),
)

DIFF = compare(OLD, NEW, plain)


def listed(changes: tuple[FindingChange, ...]) -> list[tuple[Any, ...]]:
    """List changes of findings with their numbers, to one decimal."""
    return [
        (
            c.kind,
            c.id,
            c.before,
            c.after,
            None if c.difference is None else round(c.difference, 1),
            None if c.pct is None else round(c.pct, 1),
        )
        for c in changes
    ]


def test_findings() -> None:
    """Movements come first, counts before shares and places, the largest difference first.

    Worked by hand: 1100 - 1000 = 100, 10%; 150 - 200 = -50, -25%; 44 - 40 = 4, but 40 is below the
    small base of 50; 31.8 - 28.6 = 3.2 points; 205 - 200 = 5, 2.5%. 90 = 90, and 10.4 and 10.3
    both print as 10.
    """
    assert listed(DIFF.findings) == [
        ("moved", "count.all", 1000, 1100, 100, 10.0),
        ("moved", "count.burglary", 200, 150, -50, -25.0),
        ("moved", "count.robbery", 40, 44, 4, None),
        ("moved", "quote.trust", 82, 84, None, None),
        ("moved", "share.asb", 28.6, 31.8, 3.2, None),
        ("moved", "position.all", 5, 4, -1, None),
        ("revised", "count.burglary", 200, 205, 5, 2.5),
        ("not comparable", "position.robbery", 3, 3, None, None),
        ("new", "count.knives", None, 12, None, None),
        ("gone", "count.arson", 7, None, None, None),
    ]
    assert DIFF.counts["findings"]["unchanged"] == 2


def test_revision_is_of_one_period() -> None:
    """A revision sets side by side what both editions say of the earlier edition's period."""
    revised = next(c for c in DIFF.findings if c.kind == "revised")

    assert (revised.before_period, revised.after_period) == (Y22, Y22)


def test_headlines() -> None:
    """Headlines of either edition are told in the newer's order, unchanged ones too."""
    assert [(c.id, c.kind) for c in DIFF.headlines] == [
        ("count.burglary", "moved"),
        ("count.burglary", "revised"),
        ("count.drugs", "unchanged"),
        ("count.all", "moved"),
    ]


def test_exhibits() -> None:
    """Tables and charts are matched by id; a table of another geography is not compared."""
    assert [(c.kind, c.id, c.added, c.removed) for c in DIFF.exhibits] == [
        ("changed", "table.wards", 1, 1),
        ("new", "table.knives", 0, 0),
        ("not comparable", "table.areas", 0, 0),
        ("gone", "table.fires", 0, 0),
    ]
    assert DIFF.counts["exhibits"]["unchanged"] == 2  # table.asb; charts repeat a table


def test_top_areas() -> None:
    """Areas enter, leave, move up or down, or hold their rank with another count."""
    rows = next(c for c in DIFF.exhibits if c.id == "table.wards").rows
    told = [
        (r.kind, r.label, r.old_rank and r.old_rank.value, r.new_rank and r.new_rank.value)
        for r in rows
    ]

    assert told == [
        ("moved", "Lubenham", 2, 1),
        ("moved", "Bosworth", 1, 2),
        ("held", "Fleckney", 3, 3),
        ("entered", "Tilton", None, 4),
        ("left", "Kibworth", 4, None),
    ]
    assert [(r.places, r.difference) for r in rows] == [
        (1, 20),  # 60 - 40
        (-1, 0),
        (0, 3),  # 33 - 30
        (None, None),
        (None, None),
    ]


def test_recommendations() -> None:
    """A recommendation is carried word for word, changed, closed or new, whatever its number."""
    told = [(c.kind, c.old and c.old.id, c.new and c.new.id) for c in DIFF.recommendations]

    assert told == [
        ("carried", "r1", "r1"),
        ("changed", "r2", "r9"),
        ("carried", "r3", "r10"),
        ("changed", "r4", "r4"),
        ("new", None, "r11"),
        ("closed", "r5", None),
    ]


def test_recommendation_words() -> None:
    """A changed recommendation shows which of its words changed."""
    changed = next(c for c in DIFF.recommendations if c.new and c.new.id == "r9")

    assert [(run.kind, run.text) for run in changed.text] == [
        ("same", "Hold"),
        ("removed", "two"),
        ("added", "four"),
        ("same", "surgeries a month."),
    ]


def test_split_recommendation() -> None:
    """Several recommendations may continue one."""
    old = edition("a", Y22, recommendations=(Recommendation(id="r1", number=1, text="Do a, b."),))
    halves = (
        Recommendation(id="r1", number=1, text="Do a, b."),
        Recommendation(id="r2", number=2, text="Do b.", continues="r1"),
    )
    diff = compare(old, edition("b", Y23, recommendations=halves), plain)

    assert [c.kind for c in diff.recommendations] == ["carried", "changed"]


def test_priorities() -> None:
    """Priorities are matched by id, then by title."""
    told = [(c.kind, c.old and c.old.id, c.new and c.new.id) for c in DIFF.priorities]

    assert told == [
        ("changed", "theft", "theft"),
        ("carried", "asb", "antisocial"),
        ("new", None, "knives"),
        ("closed", "fires", None),
    ]


def test_text() -> None:
    """A chapter is changed, new or gone; in a changed one only what changed is shown."""
    assert [(c.kind, c.id) for c in DIFF.text] == [
        ("changed", "burglary"),
        ("new", "knives"),
        ("gone", "arson"),
    ]
    chapter = DIFF.text[0]

    assert (chapter.old_title, chapter.new_title) == ("Burglary", "Burglary and sheds")
    assert [(p.kind, [(r.kind, r.text) for r in p.runs]) for p in chapter.paragraphs] == [
        (
            "changed",
            [
                ("cut", ""),
                ("same", "the last five years, and burglary"),
                ("removed", "fell."),
                ("added", "rose."),
            ],
        ),
        ("removed", [("removed", "Mopeds are stolen.")]),
        ("added", [("added", "Vapes are on sale.")]),
        ("moved", [("same", "Sheds come first.")]),
    ]


def test_sources() -> None:
    """A source is re-issued when its contents changed; else its publisher or layout may have."""
    assert [(c.kind, c.id, c.changed) for c in DIFF.sources] == [
        ("re-issued", "street", ("layout",)),
        ("changed", "peers", ("publisher",)),
        ("new", "knives", ()),
        ("gone", "fires", ()),
    ]


def test_every_kind_occurs() -> None:
    """The pair above holds every kind of change of every part."""
    missing = [
        (part, kind)
        for part, kinds in DIFF.counts.items()
        for kind, number in kinds.items()
        if not number
    ]

    assert missing == []


def test_saved(tmp_path: Path) -> None:
    """A comparison is read back from its JSON as it was."""
    save(DIFF, tmp_path / "diff.json")
    text = (tmp_path / "diff.json").read_text(encoding="utf-8")

    assert AssessmentDiff.model_validate_json(text) == DIFF


Q1 = Period(date(2022, 4, 1), date(2022, 6, 30), "quarter")
Q3 = Period(date(2023, 10, 1), date(2023, 12, 31), "quarter")

HALF = Caution(
    kind="partial month",
    id="partial.2023-06",
    count="labelled",
    period=Period(date(2023, 6, 1), date(2023, 6, 30)),
)

# What the later finding has another way, and what the earlier one is, for each reason.
REASONS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "unit": ({}, {"unit": "incidents"}),
    "method": ({"method": "count"}, {"method": "survey"}),
    "category": ({"category": "hate"}, {"category": "hate incidents"}),
    "area": ({"area": "Coalville Centre"}, {"area": "Coalville"}),
    "polarity": ({}, {"polarity": "ambiguous"}),
    "group": (
        {"unit": "position", "of": 15, "of_label": "group of 2012"},
        {"unit": "position", "of": 15, "of_label": "group of 2023"},
    ),
    "group size": ({"unit": "position", "of": 15}, {"unit": "position", "of": 12}),
    "denominator": ({"unit": "%", "of_label": "crimes"}, {"unit": "%", "of_label": "incidents"}),
    "weights": (
        {"measure": "harm", "unit": "harm", "note": "Severity score, version 2020"},
        {"measure": "harm", "unit": "harm", "note": "Severity score, version 2023"},
    ),
    "baseline": (
        {"measure": "control", "unit": "direction", "value": 1, "of_label": "2020/21 to 2021/22"},
        {"measure": "control", "unit": "direction", "value": 1, "of_label": "2021/22 to 2022/23"},
    ),
    "scheme": (
        {"measure": "risk", "unit": "score", "note": "ACPO 3-PLEM, mean of scorers"},
        {"measure": "risk", "unit": "score", "note": "ACPO 3-PLEM, max of scorers"},
    ),
    "origin": ({}, {"origin": "quoted", "printed": "12"}),
    "basis": ({}, {"period": Period(Y23.first, Y23.last, "rolling 12 months")}),
    "length": (
        {"period": Period(date(2022, 4, 1), date(2022, 12, 5), "year to date")},
        {"period": Period(date(2023, 4, 1), date(2023, 11, 30), "year to date")},
    ),
    "season": ({"period": Q1}, {"period": Q3}),
    "break": ({}, {"markers": ("b",)}),
    "incomplete months": ({}, {"cautions": (HALF,)}),
    "missing": ({}, {"value": None, "markers": ("c",)}),
}


def test_reasons_complete() -> None:
    """Every reason has an example."""
    assert set(REASONS) == set(get_args(ReasonCode))


def one(fields: dict[str, Any], period: Period) -> Assessment:
    """Make an edition of one finding of 12 offences."""
    value, period = fields.get("value", 12), fields.get("period", period)
    rest = {k: v for k, v in fields.items() if k not in ("value", "period")}
    return edition("x", period, section("s", "S", findings=(finding("f", value, period, **rest),)))


@pytest.mark.parametrize("code", REASONS)
def test_not_comparable(code: str) -> None:
    """Each reason alone keeps two numbers from being compared, be they equal or not."""
    old, new = REASONS[code]
    diff = compare(one(old, Y22), one(new, Y23), plain)

    assert [(c.kind, [r.code for r in c.reasons]) for c in diff.findings] == [
        ("not comparable", [code])
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"method": "count"}, {"method": "change"}),  # the count itself is made in one way
        ({"area": "St. Mary’s"}, {"area": "St Marys"}),
        ({"period": snapshot(date(2022, 10, 31))}, {"period": snapshot(date(2023, 11, 30))}),
        ({"unit": "%", "of": 1609}, {"unit": "%", "of": 1576}),  # the whole is another every year
        (
            {"period": Period(date(2023, 1, 1), date(2023, 2, 28))},
            {"period": Period(date(2024, 1, 1), date(2024, 2, 29))},  # a leap day
        ),
    ],
)
def test_comparable(old: dict[str, Any], new: dict[str, Any]) -> None:
    """What makes no other statement of a number does not keep it from being compared."""
    diff = compare(one(old, Y22), one(new | {"value": 13}, Y23), plain)

    assert [c.kind for c in diff.findings] == ["moved"]


def test_restated_within_one_period() -> None:
    """Two issues of one edition: its number and the year before's may both be restated."""
    old = one({"value": 100, "previous": 90}, Y23)
    new = one({"value": 104, "previous": 91}, Y23)

    assert listed(compare(old, new, plain).findings) == [
        ("revised", "f", 100, 104, 4, 4.0),
        ("revised", "f", 90, 91, 1, pytest.approx(1.1)),
    ]


def test_other_statement_is_no_revision() -> None:
    """An earlier number that is counted in another unit has not been restated."""
    old = one({"value": 100}, Y22)
    new = one({"value": 110, "previous": 300, "unit": "incidents"}, Y23)

    assert [c.kind for c in compare(old, new, plain).findings] == ["not comparable"]


def test_reconstructed_is_absent() -> None:
    """A reconstructed figure is never printed, and so is not compared either."""
    diff = compare(one({"origin": "reconstructed"}, Y22), one({"value": 13}, Y23), plain)

    assert [(c.kind, c.old) for c in diff.findings] == [("new", None)]


@pytest.mark.parametrize("before", [0, -4])
def test_no_percentage_of_nothing(before: float) -> None:
    """A change from nothing, or from a negative gap, has a difference and no percentage."""
    old, new = ({"unit": "per 1,000", "value": value} for value in (before, 8))

    assert listed(compare(one(old, Y22), one(new, Y23), plain).findings) == [
        ("moved", "f", before, 8, 8 - before, None)
    ]


def test_renamed_chapter() -> None:
    """A chapter whose title alone changed is changed, without paragraphs."""
    old, new = (edition("x", Y22, section("s", title, "Words.")) for title in ("Fire", "Fires"))

    assert [(c.kind, c.paragraphs) for c in compare(old, new, plain).text] == [("changed", ())]


def test_decimals_decide() -> None:
    """Numbers that print the same at the decimals given are unchanged; halves go away from zero."""
    old, new = (
        one({"unit": "per 1,000", "value": 2.44}, Y22),
        one({"unit": "per 1,000", "value": 2.45}, Y23),
    )

    assert compare(old, new, plain).findings == ()
    assert len(compare(old, new, plain, {"per 1,000": 1}).findings) == 1  # 2.4 and 2.5


# Few ids, so that two editions drawn at random share some of them; few words for the same reason.
IDS = st.sampled_from("abcdef")
WORDS = st.lists(st.sampled_from(["fit", "locks", "to", "sheds", "now"]), max_size=6).map(" ".join)


def unique(made: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Draw up to five items with different ids."""
    return st.lists(made, max_size=5, unique_by=lambda item: item.id).map(tuple)


@st.composite
def editions(draw: st.DrawFn, period: Period) -> Assessment:
    """Draw an edition with some of everything that is compared."""
    numbers = st.none() | st.integers(-5, 2000) | st.floats(-5, 2000).map(lambda x: round(x, 3))
    units = st.sampled_from(["offences", "%", "per 1,000", "position"])
    found = st.builds(
        lambda i, v, p, u, o: finding(i, v, period, previous=p, unit=u, origin=o, printed="1"),
        *(IDS, numbers, numbers, units, st.sampled_from(["computed", "quoted"])),
    )
    areas = st.dictionaries(IDS, st.tuples(st.integers(1, 9), st.integers(0, 99)), max_size=4)
    chapter = st.lists(WORDS, max_size=4).map("\n\n".join)
    parts = draw(unique(st.builds(section, IDS, WORDS, chapter)))
    home = section(
        "home",
        "Home",
        findings=draw(unique(found)),
        exhibits=draw(unique(st.builds(table, IDS, areas))),
        parts=parts,
    )
    recommendation = st.builds(
        lambda i, text: Recommendation(id=i, number=1, text=text), IDS, WORDS
    )
    return edition(
        "x",
        period,
        home,
        headlines=tuple(draw(st.sets(IDS))),
        recommendations=draw(unique(recommendation)),
        priorities=draw(unique(st.builds(lambda i, t: Priority(id=i, title=t), IDS, WORDS))),
        sources=draw(unique(st.builds(source, IDS, st.sampled_from("12")))),
    )


@settings(deadline=None, max_examples=50)  # a slow machine is no fault
@given(editions(Y22))
def test_itself(assessment: Assessment) -> None:
    """An assessment compared with itself gives no change."""
    diff = compare(assessment, assessment, plain)
    told = {(part, kind) for part, kinds in diff.counts.items() for kind in kinds if kinds[kind]}

    assert {kind for _, kind in told} <= {"unchanged", "carried"}
    assert (diff.findings, diff.exhibits, diff.text, diff.sources) == ((), (), (), ())


@settings(deadline=None, max_examples=50)
@given(editions(Y22), editions(Y23))
def test_swapped(one: Assessment, other: Assessment) -> None:
    """Comparing the other way round turns new into gone or closed, and nothing else into either."""
    there, back = compare(one, other, plain).counts, compare(other, one, plain).counts
    turned = {"new": "gone", "gone": "new"}
    actions = {"new": "closed", "closed": "new"}

    for part in there:
        turn = actions if part in ("recommendations", "priorities") else turned
        assert {turn.get(k, k): n for k, n in there[part].items()} == back[part]


@pytest.mark.parametrize("measure", ["peer median", "peer verdict"])
def test_another_list_of_peers_is_another_group(measure: str) -> None:
    """A median of 14 places is no revision of that of 15, nor is what is said against them."""
    unit = "per 1,000" if measure == "peer median" else "direction"
    old, new = (
        {"measure": measure, "unit": unit, "value": 1, "of": size, "of_label": f"list of {year}"}
        for size, year in ((15, 2012), (14, 2023))
    )

    (change,) = compare(one(old, Y23), one(new, Y23), plain).findings

    assert change.kind == "not comparable"
    assert [reason.code for reason in change.reasons] == ["group", "group size"]

"""Every number of a page belongs to something, by its value."""

from datetime import date
from pathlib import Path

import pytest

from report.assessment import (
    Area,
    Assessment,
    Caution,
    Cell,
    Column,
    Commentary,
    Point,
    Priority,
    Rates,
    Recommendation,
    Row,
)
from report.finished import page
from report.ledger import account, exhibited, pieces
from report.ledger.entries import Entry
from report.periods import Period
from report.prose.figures import figures
from tests import small
from tests.made_up import ROOT
from tests.test_disclosure import source

ROBBERY = small.finding(
    "count.robbery",
    "Robbery",
    40,
    category="robbery",
    previous=57,
    change=-17,
    change_pct=-29.824561403508774,
    series=(Point(label="2021/22", value=61), Point(label="2022/23", value=57)),
)
VISITS = small.finding("quoted.visits", "visits a day", None, printed="50 to 60")
BEATS = small.table("table.beats", "beats")
ALL = small.assessment(
    small.section("beats", findings=(ROBBERY,), exhibits=(BEATS,)),
    categories={"robbery": "Robbery"},
    quoted=(VISITS,),
    priorities=(Priority(id="a", title="SP1: Abuse"), Priority(id="b", title="SP2: Youth")),
    recommendations=(Recommendation(id="r", number=1, text="Do it."),),
)


def entries(tmp_path: Path, body: str, assessment: Assessment = ALL) -> list[Entry]:
    """Account for the numbers of a page with this body."""
    file = tmp_path / "report.html"
    file.write_text(f"<html><body><section id='beats'>{body}</section>", encoding="utf-8")
    known = account.setting(assessment, page.read(file), ROOT / "templates")
    found = (entry for _, mine in account.of_page(known) for entry in mine)
    return [entry for entry in found if entry.of != account.UNWRITTEN]


def belongings(
    tmp_path: Path, body: str, assessment: Assessment = ALL
) -> list[tuple[str, str, str, str]]:
    return [(e.text, e.kind, e.of, e.which) for e in entries(tmp_path, body, assessment)]


def written(text: str, assessment: Assessment = ALL) -> Assessment:
    """Give an assessment whose chapter says this."""
    said = Commentary(file="config/beats.md", text=text)
    sections = (assessment.sections[0].model_copy(update={"commentary": said}),)
    return assessment.model_copy(update={"sections": sections})


def test_a_number_in_the_words_of_a_finding_is_one_of_its_numbers(tmp_path: Path) -> None:
    """29.8% is 100 x 17 / 57, to one decimal; 57 and 40 are the counts."""
    words = "fell by 29.8%, from 57 to 40"
    span = f'<p>Robbery <span data-finding="count.robbery">{words}</span>.</p>'

    assert belongings(tmp_path, span) == [
        ("29.8%", "finding", "count.robbery", "change_pct"),
        ("57", "finding", "count.robbery", "previous"),
        ("40", "finding", "count.robbery", "value"),
    ]


def test_a_number_of_a_phrase_is_worked_out_anew(tmp_path: Path) -> None:
    """From 2021/22 to 2023/24 it fell by (61 - 40) / 2 = 10.5 a year, shown whole from ten on.

    What the phrase does not say of its findings belongs to nothing, though it is marked by it.
    """
    series = (*ROBBERY.series, Point(label="2023/24", value=40))
    counted = ROBBERY.model_copy(
        update={"series": series, "previous_period": small.PERIOD.earlier()}
    )
    whole = small.assessment(small.section("beats", findings=(counted,)))
    mark = 'data-finding="count.robbery" data-phrase="Robbery average difference a year"'
    said = "fell by {} a year on average since 2021/22 (1 April to 5 December of each year)"

    right = entries(tmp_path, f"<p>It <span {mark}>{said.format('11')}</span>.</p>", whole)
    wrong = entries(tmp_path, f"<p>It <span {mark}>{said.format('12')}</span>.</p>", whole)
    assert (right[0].kind, right[0].which) == ("finding", "[Robbery average difference a year]")
    assert (wrong[0].text, wrong[0].kind) == ("12", "unknown")


def test_a_number_of_a_cell_that_a_bracket_names_is_that_cell_s(tmp_path: Path) -> None:
    """300 for Lowick; another one is none of it."""
    span = '<p>It is <span data-cell="table.beats lowick n">{}</span>.</p>'

    assert belongings(tmp_path, span.format(300)) == [("300", "cell", "table.beats", "lowick, n")]
    assert entries(tmp_path, span.format(301))[0].kind == "unknown"


def test_a_wrong_number_in_the_words_of_a_finding_belongs_to_nothing(tmp_path: Path) -> None:
    """The markup is not believed: 28.9% is none of its numbers."""
    span = '<p>Robbery <span data-finding="count.robbery">fell by 28.9%</span>.</p>'

    (entry,) = entries(tmp_path, span)
    assert (entry.kind, entry.of) == ("unknown", "not a number of count.robbery")


def test_a_cell_belongs_to_its_row_and_column(tmp_path: Path) -> None:
    """Tipton has 1,400 offences; a cell with 1,500 in its place has none of the exhibit's."""
    table = (
        '<div data-exhibit="table.beats"><table><caption><span class="number">Table 1:</span> All'
        "</caption><thead><tr><th scope=col>Beat<th scope=col>n</thead><tbody>"
        '<tr data-row="tipton"><th scope=row data-column="area">Tipton<td data-column="n">{}'
        "</table></div>"
    )

    assert belongings(tmp_path, table.format("1,400"))[1:] == [
        ("1,400", "cell", "table.beats", "tipton / n")
    ]
    assert belongings(tmp_path, table.format("1,500"))[1][1] == "unknown"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Robbery had 57 offences.", ("57", "finding", "count.robbery", "previous")),
        ("In 2021/22 it rose.", ("2021/22", "date", "a year of count.robbery", "2021/22")),
        ("This is part of SP2.", ("SP2", "name", "the title of priority 2", "sp2")),
        ("The second priority is new.", ("second", "structure", "priority 2", "")),
        (
            "The Police Act 1996 says so.",
            ("1996", "name", "law: The Police Act 1996", ""),
        ),
        (
            "It is worth £27 million. (source: Turning Point, May 2023)",
            ("£27 million", "cited", "Turning Point, May 2023", ""),
        ),
        ("There are 31 more.", ("31", "unknown", "", "")),
        (
            "On 1 May 2019 it rose.",
            ("1 May 2019", "date", "a day in the author's words", "1 May 2019"),
        ),
        ("On 0 May 2019 it rose.", ("0 May 2019", "unknown", "", "")),
    ],
)
def test_a_typed_number_belongs_to_what_its_sentence_names(
    sentence: str, expected: tuple[str, str, str, str], tmp_path: Path
) -> None:
    """By its value and by the names beside it; a number of nothing is said to be one."""
    found = belongings(tmp_path, f"<p>{sentence}</p>", written(sentence))
    assert found[0] == expected


@pytest.mark.parametrize(
    ("printed", "kind"),
    [
        ("It began on 3 May 2016.", "date"),
        ("It began on 3 May 2015.", "unknown"),
        ("It took six weeks.", "span"),
        ("It took seven weeks.", "unknown"),
    ],
)
def test_a_day_or_a_length_is_the_author_s_where_it_was_typed(
    printed: str, kind: str, tmp_path: Path
) -> None:
    """The chapter says 2016 and six; what the page says instead is nobody's."""
    made = written("It began on 3 May 2016.\n\nIt took six weeks.")

    (entry,) = entries(tmp_path, f"<p>{printed}</p>", made)
    line = {"date": "config/beats.md:1", "span": "config/beats.md:3"}.get(kind, "")
    assert (entry.kind, entry.line) == (kind, line)


PERIODS = small.assessment(
    small.section(
        "beats",
        exhibits=(
            small.table("table.beats", "beats", period="2021/22 to 2023/24"),
            small.table("table.other", "others", period="2019/20", rates=Rates(of="residents")),
        ),
    )
)


@pytest.mark.parametrize(
    ("caption", "kinds"),
    [
        ("Charnwood, 2021/22 to 2023/24", ["date", "date"]),
        ("Charnwood, 2020/21 to 2023/24", ["unknown", "unknown"]),
        ("Charnwood, 2019/20", ["unknown"]),
        ("Charnwood, 2021/22 to 2023/24, 1 April to 5 December of each year", ["date"] * 4),
    ],
)
def test_a_year_under_an_exhibit_is_one_of_its_own(
    caption: str, kinds: list[str], tmp_path: Path
) -> None:
    """Another table's period, or half of its own, is none; the days of the year are everyone's."""
    body = (
        '<div data-exhibit="table.beats"><table><caption><span class="number">Table 1:</span> All'
        f'<span class="caption-under">{caption}</span></caption><tbody></table></div>'
    )

    found = [e for e in entries(tmp_path, body, PERIODS) if e.kind != "structure"]
    assert [e.kind for e in found] == kinds


YEARS = tuple(
    Column(key=f"y{n}", label=f"Year to September {n}", unit="offences") for n in (2011, 2012)
)
DRAWN = small.table(
    "chart.years",
    "years",
    kind="bars",
    columns=(Column(key="area", label="Beat"), *YEARS),
    rows=(Row(key="a", cells=(Cell(value="Lowick"), Cell(value=30), Cell(value=40))),),
)


@pytest.mark.parametrize(
    ("alt", "kind"),
    [
        ("Bars of offences, Year to September 2011 and 2012: 1 group.", "date"),
        ("Bars of offences, Year to September 2011 and 2013: 1 group.", "unknown"),
        ("Bars of offences. 2012 was high.", "unknown"),
    ],
)
def test_a_year_in_words_for_a_drawing_is_a_column_s(alt: str, kind: str, tmp_path: Path) -> None:
    """The last column's label may leave out what it has in common with the first."""
    made = small.assessment(small.section("beats", exhibits=(DRAWN,)))
    body = f'<figure data-exhibit="chart.years"><img src="none.png" alt="{alt}"></figure>'

    found = [e for e in entries(tmp_path, body, made) if e.text.startswith("20")]
    assert [e.kind for e in found] == [kind]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("2012", "Year to September 2012"),
        ("40 (2012)", "Year to September 2012"),
        ("30 (2012)", ""),
        ("2010", ""),
    ],
)
def test_a_year_in_a_drawing_is_that_of_the_number_beside_it(text: str, label: str) -> None:
    """40 is of 2012; 30 is not, it is of 2011."""
    assert exhibited.labelled(DRAWN, text, figures(text)[-1]) == label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("October 2021 to", "October 2021 to September 2022"),
        ("October 2020 to", ""),
        ("September 2022", "October 2021 to September 2022"),
        ("October 2021 to September 2023", ""),
    ],
)
def test_a_month_on_an_axis_is_of_a_line_of_a_label(text: str, label: str, tmp_path: Path) -> None:
    """A label of two lines is one of a column's, and none that is put together of two columns'."""
    labels = ("October 2021 to September 2022", "October 2022 to September 2023")
    years = tuple(
        Column(key=f"y{n}", label=label, unit="offences") for n, label in enumerate(labels)
    )
    drawn = DRAWN.model_copy(update={"columns": (DRAWN.columns[0], *years)})
    made = small.assessment(small.section("beats", exhibits=(drawn,)))
    (tmp_path / "years.svg").write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg"><text>{text}</text></svg>', encoding="utf-8"
    )
    body = '<figure data-exhibit="chart.years"><img src="years.svg" alt="Bars"></figure>'

    first = entries(tmp_path, body, made)[0]
    assert (first.kind, first.which) == (("date", label) if label else ("unknown", ""))


@pytest.mark.parametrize(
    ("page", "kinds"),
    [
        ("In 2021/22 it cost £27 million (source: Turning Point, May 2023).", {"date", "cited"}),
        ("In 2022/23 it cost £27 million (source: Turning Point, May 2023).", {"unknown", "cited"}),
        ("In 2021/22 it cost £28 million (source: Turning Point, May 2023).", {"date", "unknown"}),
    ],
)
def test_a_number_of_a_chapter_is_the_one_that_was_typed(
    page: str, kinds: set[str], tmp_path: Path
) -> None:
    """2022/23 is a year that the edition has, and a source is named: it was not typed there."""
    made = written("In 2021/22 it cost £27 million [source: Turning Point, May 2023].")

    found = [e for e in entries(tmp_path, f"<p>{page}</p>", made) if "May" not in e.text]
    assert {e.kind for e in found} == kinds


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("<h2>Since 2019</h2>", "date"),
        ("<h2>Since 2018</h2>", "unknown"),
        ("<p>In all 2 of them left.</p>", "unknown"),
        ("<p>In all 3 of them left.</p>", "unknown"),
    ],
)
def test_a_number_that_something_else_has_too_is_nobody_s(
    body: str, kind: str, tmp_path: Path
) -> None:
    """The page has a section 2, and the chapter says 3 of nothing that was counted."""
    made = written("## Since 2019\n\nIn all 3 of them left.")
    second = '<h2><span class="number">2</span> Beats</h2>'

    found = entries(tmp_path, f"{second}{body}", made)
    assert [e.kind for e in found] == ["structure", kind]


def test_a_head_of_a_column_is_that_of_the_column_below_it(tmp_path: Path) -> None:
    """2011 stands over the numbers of 2011, and 2012 does not."""
    made = small.assessment(small.section("beats", exhibits=(DRAWN,)))
    table = (
        '<div data-exhibit="chart.years"><table><thead><tr><th scope=col>Beat'
        "<th scope=col>{}<th scope=col>{}</thead><tbody>"
        '<tr data-row="a"><th scope=row data-column="area">Lowick<td data-column="y2011">30'
        '<td data-column="y2012">40</table></div>'
    )
    years = ("Year to September 2011", "Year to September 2012")

    for labels, kind in ((years, "cell"), (years[::-1], "unknown")):
        found = [e for e in entries(tmp_path, table.format(*labels), made) if e.part == "head"]
        assert {e.kind for e in found} == {kind}


@pytest.mark.parametrize(
    ("alt", "kinds"),
    [
        ("Ring: 1. Find; 2. Act.", ["structure", "structure"]),
        ("Ring: 1. Find; 3. Act.", ["structure", "unknown"]),
    ],
)
def test_items_of_a_drawing_are_numbered_in_order(
    alt: str, kinds: list[str], tmp_path: Path
) -> None:
    """After the first comes the second."""
    made = small.assessment(small.section("beats", exhibits=(DRAWN,)))
    body = f'<figure data-exhibit="chart.years"><img src="none.png" alt="{alt}"></figure>'

    assert [e.kind for e in entries(tmp_path, body, made)] == kinds


def test_a_list_has_the_length_that_a_bracket_asked_for(tmp_path: Path) -> None:
    """Two priorities: the bracket gives two, and three is nothing that was typed."""
    made = written("The plan names [number of priorities] of them.")

    for number, kind in (("two", "list"), ("three", "unknown")):
        (entry,) = entries(tmp_path, f"<p>The plan names {number} of them.</p>", made)
        assert entry.kind == kind


@pytest.mark.parametrize(
    ("said", "which"),
    [
        ("Robbery was 20.0% of burglary.", "worked out with others"),
        ("Robbery was 21.0% of burglary.", ""),
    ],
)
def test_a_share_that_two_named_findings_make_is_theirs(
    said: str, which: str, tmp_path: Path
) -> None:
    """40 robberies are 20% of 200 burglaries, and not 21%."""
    burglary = small.finding("count.burglary", "Burglary", 200, category="burglary")
    section = small.section("beats", said, findings=(ROBBERY, burglary))
    named = {"robbery": "Robbery", "burglary": "Burglary"}

    (entry,) = entries(tmp_path, f"<p>{said}</p>", small.assessment(section, categories=named))
    assert (entry.kind, entry.which) == ("finding" if which else "unknown", which)
    assert entry.line == ("" if which else "config/beats.md:1")


BEATS_OF = tuple(Area(code=f"b{n}", name=f"Beat {n}", kind="beat") for n in (62, 65))


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Beat 62 and Beat 65 recorded two murders each.", "unknown"),
        ("The two beats with most are Beat 62 and Beat 65.", "list"),
        ("Beat 62 and Beat 65 lead; the two areas meet.", "list"),
        ("Of Beat 62 and Beat 65 the two of them lead.", "list"),
    ],
)
def test_a_number_of_names_counts_what_they_name(sentence: str, kind: str, tmp_path: Path) -> None:
    """Two beats are named: "two beats" counts them, "two murders" counts something else."""
    made = written(sentence).model_copy(update={"gazetteer": BEATS_OF})

    found = [e.kind for e in entries(tmp_path, f"<p>{sentence}</p>", made) if e.text == "two"]
    assert found == [kind]


@pytest.mark.parametrize(
    ("text", "number", "is_held"),
    [
        ("counted in May 2023", "2", False),
        ("counted in May 2023", "2023", True),
        ("1,200 of them", "200", False),
        ("a share of 12.5%", "12", False),
        ("2% of them", "2", False),
        ("He counted 2.", "2", True),
        ("from 2, or 3", "2", True),
    ],
)
def test_a_text_holds_whole_numbers(text: str, number: str, is_held: bool) -> None:
    """A number is no part of another one."""
    assert pieces.holds(text, figures(number)[0]) is is_held


def test_a_word_in_a_cell_holds_its_own_numbers_only(tmp_path: Path) -> None:
    """A cell says "May 2023"; printed with a 2 behind it, the 2 is none of the cell's."""
    exhibit = small.table(
        "table.dates",
        "dates",
        rows=(Row(key="a", cells=(Cell(value="Lowick"), Cell(value="May 2023"))),),
    )
    made = small.assessment(small.section("beats", exhibits=(exhibit,)))
    body = (
        '<div data-exhibit="table.dates"><table><tbody><tr data-row="a"><th data-column="area">'
        'Lowick<td data-column="n">May 2023 2</table></div>'
    )

    assert [(e.text, e.kind) for e in entries(tmp_path, body, made)] == [
        ("May 2023", "cell"),
        ("2", "unknown"),
    ]


def test_a_note_under_a_table_is_cited_where_it_names_the_source(tmp_path: Path) -> None:
    """33 belongs to nobody, unless its sentence says who counted it."""
    police = source("police", "public").model_copy(update={"publisher": "Loamshire Police"})
    said = "Loamshire Police counted 31 more."
    exhibit = small.table(
        "table.beats", "beats", sources=("police",), notes=(f"Another 33 are lost. {said}",)
    )
    made = small.assessment(small.section("beats", exhibits=(exhibit,)), sources=(police,))
    body = f'<div data-exhibit="table.beats"><p class="note">Another 33 are lost. {said}</p></div>'

    assert [(e.text, e.kind, e.of) for e in entries(tmp_path, body, made)] == [
        ("33", "unknown", ""),
        ("31", "cited", "police"),
    ]


def test_what_a_recommendation_asks_for_is_an_aim(tmp_path: Path) -> None:
    """No file that was read holds the 12."""
    asked = Recommendation(id="r", number=1, text="Train 12 people.")
    made = ALL.model_copy(update={"recommendations": (asked,)})

    assert [(e.kind, e.of) for e in entries(tmp_path, "<p>Train 12 people.</p>", made)] == [
        ("aim", "recommendation 1")
    ]


def test_a_count_of_things_is_the_length_of_the_list_behind_it(tmp_path: Path) -> None:
    """Three items follow: "three" belongs to their list, "four" to none."""
    items = "<ul><li>a</li><li>b</li><li>c</li></ul>"

    for number, kind in (("three", "list"), ("four", "unknown")):
        said = f"It has {number} aims:"
        made = written(f"{said}\n\n- a\n- b\n- c\n")
        assert belongings(tmp_path, f"<p>{said}</p>{items}", made)[0][1] == kind


def test_a_quoted_number_stands_as_it_was_printed(tmp_path: Path) -> None:
    """50 and 60 of "50 to 60 visits a day"."""
    span = '<p>There are <span data-finding="quoted.visits">50 to 60</span> visits.</p>'

    assert [e[1:] for e in belongings(tmp_path, span)] == [
        ("quoted", "quoted.visits", "printed")
    ] * 2


@pytest.mark.parametrize(
    ("id_", "said"),
    [
        ("count.robbery", "rose by 29.8%, from 57 to 40"),
        ("count.robbery", "↑ by 29.8%"),
        ("count.robbery", "17 more offences"),
        ("quoted.visits", "50 to 61"),
        ("quoted.visits", "below 50 to 60"),
    ],
)
def test_words_that_are_not_the_findings_belong_to_nothing(
    tmp_path: Path, id_: str, said: str
) -> None:
    """57 to 40 is a fall, "50 to 60" was quoted: another way, or another word, is neither's."""
    found = belongings(tmp_path, f'<p>So: <span data-finding="{id_}">{said}</span>.</p>')

    assert {kind for _, kind, _, _ in found} == {"unknown"}


def test_a_caution_in_a_tile_belongs_to_the_finding_of_the_tile(tmp_path: Path) -> None:
    """It stands on a line of its own, below the finding's words."""
    caution = Caution(
        kind="unlocated", id="unlocated", period=small.PERIOD, numbers={"change_pct": -25.12}
    )
    bent = ROBBERY.model_copy(update={"cautions": (caution,)})
    tile = (
        '<ul class="tiles"><li class="tile"><p><span data-finding="count.robbery">40 cases</span>'
        '<p class="tile-note">(as located; with the rows without a location shared out, −25.1%)</p>'
        "</li></ul>"
    )

    found = entries(tmp_path, tile, small.assessment(small.section("beats", findings=(bent,))))
    assert [(e.text, e.of, e.which) for e in found][1:] == [
        ("−25.1%", "count.robbery", "unlocated: change_pct")
    ]


APRIL = Caution(
    kind="partial month", id="partial.2023-04", period=Period(date(2023, 4, 1), date(2023, 4, 30))
)
FIRST = Caution(
    kind="break",
    id="break.robbery",
    period=Period(date(2023, 4, 1), date(2023, 4, 1)),
    what="rule 12 (of 2023)",
)


@pytest.mark.parametrize(
    ("bracket", "kinds"),
    [
        ("with April 2023, which is incomplete", ["date"]),
        ("with March 2023, which is incomplete", ["unknown"]),
        ("recording changed on 1 April 2023: rule 12 (of 2023)", ["date", "name", "date"]),
        ("recording changed on 2 April 2023: rule 13 (of 2023)", ["unknown", "unknown", "unknown"]),
    ],
)
def test_a_month_in_the_brackets_behind_a_finding_is_of_its_caution(
    bracket: str, kinds: list[str], tmp_path: Path
) -> None:
    """April is incomplete and rule 12 came with its first day; no other month or rule is said."""
    bent = ROBBERY.model_copy(update={"cautions": (APRIL, FIRST)})
    said = "Robbery [Robbery count]."
    made = written(said, small.assessment(small.section("beats", findings=(bent,))))
    item = f'<p>Robbery <span data-finding="count.robbery">was 40</span> ({bracket}).</p>'

    page = f'<div class="commentary">{item}</div>'
    assert [e.kind for e in entries(tmp_path, page, made)][1:] == kinds

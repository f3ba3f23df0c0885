"""Each kind of mistake, planted into a finished page, is found; a page without one is left alone.

The made-up report is built once. A planting changes one thing of its HTML, as if the page had been
spoilt after it was made; what is not in that report stands in pages of a few lines.
"""

import re
import shutil
from pathlib import Path

import pytest
from weasyprint import HTML

from report.finished import alike, check, paper, read
from tests.conftest import Built
from tests.editions import EDITIONS

OVERVIEW = '<td data-column="{}"'
# What is planted: the rule that finds it, what stands in the page, what is put there instead. The
# numbers of the made-up report are hand-made: All Crime 1,000 and 920, Robbery 20 and 12,
# Shoplifting 100 and 130, positions 2 and 2, 3 and 1, 1 and 2 of 3.
PLANTED = [
    ("number", "Table 6</span>:</span> Positions", "Table 7</span>:</span> Positions"),
    (
        "number",
        '<span class="number">2.2</span> Shoplifting</h2>',
        '<span class="number">2.4</span> Shoplifting</h2>',
    ),
    ("link", 'href="#recommendation-2"', 'href="#recommendation-9"'),
    (
        "link",
        '<a href="#table.beats.all-crime-by-beat"><span class="together">Table 2',
        '<a href="#table.peers.positions"><span class="together">Table 2',
    ),
    ("reference", "The two authorities met.", "The two authorities met, as Figure 9 shows."),
    ("reference", "The two authorities met.", "The two authorities met (Table 1 below)."),
    ("caption", ":</span> Evidence by category\n", ":</span> Change by category\n"),
    ("contents", "</span> Peers</a>", "</span> Other areas</a>"),
    ("change", "−8.0%</td>", "−9.1%</td>"),
    ("rounding", "−8.0%</td>", "−8.1%</td>"),
    ("change", "+30</td>", "+20</td>"),
    ("change", "fell by 8.0%, from 1,000 to 920", "fell by 7.2%, from 1,000 to 920"),
    ("direction", "fell by 8.0%, from 1,000 to 920", "rose by 8.0%, from 1,000 to 920"),
    ("direction", "≈</span> −8.0%", "▲</span> −8.0%"),
    ("direction", "fell from 20 to 12", "rose from 20 to 12"),
    ("fact", ">920 offences</span>", ">902 offences</span>"),
    ("arrow", "↑ up 2</td>", "↓ up 2</td>"),
    ("fact", "↓ down 1</td>", "↓ down 2</td>"),
    (
        "arrow",
        'moved up from <span class="together">3rd',
        'moved down from <span class="together">3rd',
    ),
    ("position", ">3/3</td>", ">3/4</td>"),
    ("position", ">2nd of 3<", ">4th of 3<"),
    ("rank", ">2=</td>", ">3=</td>"),
    ("drawn", "Shoplifting 100 to 130", "Shoplifting 100 to 310"),
    ("direction", "<p>Counts fell in:</p>", "<p>Counts rose in:</p>"),
    ("count", "<p>Counts rose in:</p>", "<p>Counts rose in three categories:</p>"),
    ("recommendation", "<p>Write a plan for shops.</p>", "<p>Write no plan for shops.</p>"),
    ("recommendation", "Keep the strategic group.</li>", "Leave the strategic group.</li>"),
    (
        "date",
        'Published <span class="together">31 January</span>',
        'Published <span class="together">31 June</span>',
    ),
    ("date", "2022/23</span>", "2022/24</span>"),
    ("period", "5 December</span> 2023</p>", "5 December</span> 2022</p>"),
    ("period", "5 December</span> 2023 compared with", "5 December</span> 2021 compared with"),
    ("mark", "[u] small base: no percentage is given.", "A small base."),
    (
        "title",
        '<h1 class="cover-title">Middlemarch strategic',
        '<h1 class="cover-title">Barchester strategic',
    ),
    ("title", '"value">Middlemarch strategic', '"value">Barchester strategic'),
    ("abbreviation", "Anti-social behaviour (ASB)", "Anti-social behaviour"),
    ("left-over", "Shops share a radio.", "Shops share TBC."),
    ("left-over", ">A made-up assessment.</td>", "></td>"),
    ("doubled", "The two authorities met.", "There was a reduction of −71."),
    ("agreement", "The two authorities met.", "There were 1 fewer offences."),
    ("majority", "The two authorities met.", "Most of the offenders (36%) were young."),
    ("points", "The two authorities met.", "It fell by 3.2%, from 31.8% to 28.6%."),
    ("share", "The two authorities met.", "Of these 33% of 10 cases were closed."),
    ("change", "The two authorities met.", "There were 13 of 179 (9.3%)."),
    ("change", "The two authorities met.", "Burglary has 37 more (235%) offences."),
    (
        "change",
        "The two authorities met.",
        "There are between 600 and 700 a month, and 4,900 in the year.",
    ),
]


def checked(tmp_path: Path, html: str) -> set[str]:
    """Give the rules that find something in a page."""
    file = tmp_path / "report.html"
    file.write_text(html, encoding="utf-8")
    return {problem.id.split(".")[1] for problem in check(read(file))}


@pytest.mark.parametrize(("rule", "was", "instead"), PLANTED)
def test_a_planted_mistake_is_found(
    tmp_path: Path, built: Built, rule: str, was: str, instead: str
) -> None:
    """The page itself is clean; with one thing changed, the rule for it speaks."""
    page = (built.folder / "report.html").read_text(encoding="utf-8")
    assert was in page
    assert rule in checked(tmp_path, page.replace(was, instead, 1))


def test_a_page_that_breaks_off_behind_a_list_is_read(tmp_path: Path, built: Built) -> None:
    """What says how many more recommendations there are may not stand behind those told."""
    page = (built.folder / "report.html").read_text(encoding="utf-8")
    start = page.index('<ul class="glance-actions">')
    boxes = page.partition("</ul>")[2]

    checked(tmp_path, boxes + page[start : page.index("</ul>", start)])


def test_a_table_of_sources_without_numbers_is_read(tmp_path: Path) -> None:
    """A row whose cells are empty is the sum of nothing."""
    empty = table("Sources", "Source | Rows read | Rows used | Set aside", "Counts | 4 | n/a | n/a")

    assert checked(tmp_path, f"<html><body>{empty}") == set()


def table(caption: str, *rows: str, notes: str = "") -> str:
    """Write a numbered table: the first row is its head, cells are parted by bars."""
    head, *body = (row.split("|") for row in rows)
    cells = "".join(f'<th scope="col">{cell.strip()}</th>' for cell in head)
    lines = "".join(
        f'<tr class="{"total" if row[0].strip() == "All" else "row"}"><th>{row[0].strip()}</th>'
        + "".join(f"<td>{cell.strip()}</td>" for cell in row[1:])
        + "</tr>"
        for row in body
    )
    return (
        f'<div data-exhibit="{caption}"><table><caption><span class="number">Table 1:</span> '
        f"{caption}</caption><thead><tr>{cells}</tr></thead><tbody>{lines}</tbody></table>{notes}</div>"
    )


# Worked by hand: 310 + 390 = 700 and 300 + 400 = 700; a rate of 35 per 1,000 on 70 is 1,972 to
# 2,029 people, and 40 per 1,000 on 60 is 1,481 to 1,519.
BEATS = ("Beat | 2022/23 | 2023/24", "Lowick | 310 | 300", "Tipton | 390 | 400", "All | 700 | {}")
RATES = "Beat | {} | Rate per 1,000 residents"
PEERS = ("Beat | Rate | Limits | Verdict", "Lowick | 5.0 | 2.0 to 4.0 | ○ {}")
# From 40 to 50 is 25 %, from 20 to 50 150 %; 2015/16 stands apart since the change is on it.
OLDER = (
    "Beat | 2015/16 | 2021/22 | {} | 2023/24 | Change on 2015/16",
    "A | 40 | 30 | 20 | 50 | {}",
)
LEVELS = ("Month | Count | Lower end | Upper end | What it signals", "April | 9 | 1.0 | 8.0 | {}")
SMALL = [
    ("sum", table("Crime by beat", *BEATS), ("700", "710")),
    ("whole", table("Crime by beat", *BEATS), ("700", "399")),
    (
        "people",
        table("Crime", RATES.format("Crime"), "Tipton | 70 | 35")
        + table("Damage", RATES.format("Damage"), "Tipton | 60 | {}"),
        ("30", "40"),
    ),
    (
        "people",
        table(
            "Crime",
            "Beat | Crime | Residents | Rate per 1,000 residents",
            "Tipton | 70 | 2,000 | {}",
        ),
        ("35.0", "53.0"),
    ),
    ("limits", table("Peers", *PEERS), ("worse", "in line")),
    ("limits", table("Months", *LEVELS), ("Above the usual range", "")),
    (
        "label",
        table("Risk", "Theme | Risk score | Risk", "Robbery | 80 | {}", "Theft | 60 | Medium"),
        ("High", "Low"),
    ),
    (
        "format",
        table("Rates", "Beat | Rate", "A | 1.0", "B | 2.5", "C | 3.1", "D | 0.4", "E | {}"),
        ("2.0", "2"),
    ),
    (
        "change",
        table("Harm", "Theme | Police | Fire | Mean | Range", "Robbery | 10 | 13 | {} | 3"),
        ("11.5", "12.5"),
    ),
    ("period", table("Crime, {} to 2023/24", *BEATS[:3]), ("2022/23", "2021/22")),
    (
        "period",
        table("Crime", "Beat | 2021/22 | {} | 2023/24", "A | 1 | 2 | 3"),
        ("2022/23", "2020/21"),
    ),
    (
        "change",
        table("Crime", OLDER[0].replace("{}", "2022/23"), OLDER[1]),
        ("+25.0%", "+150.0%"),
    ),
    (
        "period",
        table("Crime", OLDER[0], OLDER[1].replace("{}", "+25.0%")),
        ("2022/23", "2020/21"),
    ),
    (
        "period",
        '<p class="cover-period">October 2011 to September 2012</p>'
        + table("Top", "Beat | Crime", "A | 3").replace(
            "</caption>",
            '<span class="caption-under">B, October {} to September 2012</span></caption>',
        ),
        ("2011", "2010"),
    ),
    (
        "fact",
        '<p>It has <span data-finding="quoted.beds-at-the-centre">{} beds</span>.</p>'
        '<table class="quoted"><caption>Q</caption><tr><th>Beds at the centre</th><td>30</td></tr>'
        "</table>",
        ("30", "40"),
    ),
    ("empty", table("Who", "Who | Share | Mark", "Men | {} | ▲ significantly high"), ("9%", "[z]")),
    ("mark", "<p>Road safety{} is a theme.</p>", ("", "*")),
    (
        "mark",
        table("Crime", "Beat | Change", "A | {} −2", notes='<p class="note">≈ usual</p>'),
        ("≈", "↓"),
    ),
    ("mark", "<p class='note'>▲ {} a change for the worse.</p>", ("▼", "▲")),
    ("mark", "<p class='note'>▲ {} a change for the worse.</p>", ("▼", "△")),
    (
        "count",
        table("The {} beats with most crime", "Beat | Crime", "A | 3", "B | 2", "C | 1"),
        ("three", "four"),
    ),
    ("count", "<p>It has {} authorities:</p><ul><li>a</li><li>b</li></ul>", ("two", "six")),
    (
        "repeated",
        "<p>The partnership met in every month of the year, and looked at the plan each time.</p>"
        "<p>The partnership met in every month of the year, and looked at the plan {}.</p>",
        ("twice", "each time"),
    ),
    ("date", "<p>From 1 April 2023 to {}.</p>", ("5 December 2023", "5 December 2022")),
    (
        "period",
        "<p>1 April to 5 December 2023 compared with 1 April to 5 December {}</p>",
        ("2022", "2023"),
    ),
    (
        "period",
        "<p>October 2021 to March 2022 to October 2022 to March 2023 compared with"
        " April to September {}</p>",
        ("2022", "2023"),
    ),
    ("mark", "<p>↑ and {} show movement in the group.</p>", ("↓", "↑")),
    # templates/glance.html: the tile of a rise that is for the worse
    ("mark", "<p class='tile-change worse'>↑ rose by 42.9% {}</p>", ("Worse", "Better")),
    ("mark", "<p>A share is marked {} significantly high.</p>", ("▲", "▼")),
    ("arrow", "<p>It moved {} from 15th to 13th of 15.</p>", ("up", "down")),
    ("direction", "<p>Robbery halved from {} to 40.</p>", ("80", "30")),
    ("majority", "<p>Nearly a fifth of cases ({}%) were closed.</p>", ("18", "31")),
    ("majority", "<p>Fewer than half of them ({}%) were closed.</p>", ("44", "57")),
    ("majority", "<p>A minority of cases ({}%) were closed.</p>", ("44", "57")),
    ("direction", "<p>These declined:</p><ul><li>Arson {}</li></ul>", ("fell", "rose")),
    ("position", "<p>It was {} of 15.</p>", ("14th", "16th")),
]


@pytest.mark.parametrize(("rule", "page", "held"), SMALL)
def test_a_rule_tells_what_is_true_from_what_is_not(
    tmp_path: Path, rule: str, page: str, held: tuple[str, str]
) -> None:
    """The first of the two fits the rest of the page, the second does not."""
    right, wrong = (page.replace("{}", one) for one in held)
    assert rule not in checked(tmp_path, right)
    assert rule in checked(tmp_path, wrong)


FAIR = [
    "The published assessment speaks of eight partners and names seven:",
    "The largest falls were in:",
    "In the last six months:",
    "With the five specified authorities the partnership has to:",
]


@pytest.mark.parametrize("lead", FAIR)
def test_a_number_that_counts_something_else_is_no_length_of_the_list(
    tmp_path: Path, lead: str
) -> None:
    """Seven items; a known group, a span of time and a number corrected behind it count others."""
    items = "".join(f"<li>{letter}</li>" for letter in "abcdefg")
    assert "count" not in checked(tmp_path, f"<p>{lead}</p><ul>{items}</ul>")


@pytest.mark.parametrize(
    "fair",
    [
        "It fell by 3.2 percentage points, from 31.8% to 28.6%.",
        "It fell by 10.1%, from 31.8% to 28.6%.",  # 3.2 / 31.8 = 10.06%
        "Robbery fell from 57 to 40, 3 more than were expected.",
        "From 1 April to 5 December 2023 it was as before.",
        "23 more (11.4%) were recorded.",  # on 202: 23 / 202 = 11.39%
        "It takes 12 weeks; a 10 year plan has 25 crime types.",
        "Fraud was the most likely (5.8%).",
        "Theft rose from 358 to 372, fires from 243 to 249: 14 more offences and 6 more offences.",
        "The limits are √(0.2/1.8 × t).",
        "In 2022-23 more offences were recorded.",
        "More than a third of the offenders (40%) and most of the victims (51%) were young.",
        "Table 13 of the published assessment has no Figure 3 (of 2011).",
        "It is 82% of the 44 offences.",  # 36 / 44 = 81.8%
    ],
)
def test_a_sentence_that_is_right_is_left_alone(tmp_path: Path, fair: str) -> None:
    """Each is worked out by hand, or holds numbers that make no sum."""
    assert checked(tmp_path, f"<p>{fair}</p>") == set()


def test_a_span_of_several_findings_says_nothing_of_each(tmp_path: Path) -> None:
    """A difference between two areas belongs to both of their counts, and is that of neither."""
    bound = '<span data-finding="{}">{}</span>'
    one = bound.format("count.crime.a", "fell by 10.0%, from 200 to 180")
    gap = bound.format("count.crime.a count.crime.b", "24 fewer offences")
    past = bound.format("count.crime.a", "2020/21 (160 offences)")
    often = bound.format("count.crime.a", "one every 2 days and 40 minutes")
    assert checked(tmp_path, f"<p>{one}</p><p>{gap}</p><p>{past}</p><p>{often}</p>") == set()


def test_two_documents_of_an_edition_agree(tmp_path: Path) -> None:
    """The summary says 40 where the report says 41, and words a recommendation otherwise."""
    page = (
        '<p><span class="bound" data-finding="count.robbery">{} offences</span></p>'
        '<div class="box"><p class="box-title">Recommendation 1</p><p>{}</p></div>'
    )
    for name, held in (("a", ("41", "Act.")), ("b", ("40", "Wait.")), ("c", ("41", "Act."))):
        (tmp_path / name).write_text(page.format(*held), encoding="utf-8")
    report, other, same = (read(tmp_path / name) for name in "abc")
    ids = [problem.id for problem in check(report, other)]
    assert ids == ["finished.fact.count-robbery-new", "finished.recommendation.r1"]
    assert check(report, same) == []


def test_a_pdf_that_says_otherwise_than_its_page_is_found(tmp_path: Path, built: Built) -> None:
    """The report's PDF has each word of its page; one word of the page changed, both are told."""
    pdf = paper.read((built.folder / "report.pdf").read_bytes(), "report.pdf")
    page = (built.folder / "report.html").read_text(encoding="utf-8")
    file = tmp_path / "report.html"
    shutil.copytree(built.folder / "exhibits", tmp_path / "exhibits")
    file.write_text(page, encoding="utf-8")
    assert list(alike(read(file), pdf)) == []
    file.write_text(
        page.replace("The two authorities met.", "The 15 authorities met."), encoding="utf-8"
    )
    told = [problem.what for problem in alike(read(file), pdf)]
    assert len(told) == 2
    assert told[0].startswith("'two' stands on page")
    assert "'15' stands in report.html and not in report.pdf" in told[1]


@pytest.mark.parametrize(
    "spoilt",
    [
        "<p>Robbery fell to 12, and shoplifting rose to 130.</p>",
        "<p>Robbery fell from 130, and shoplifting rose to 12.</p>",
        "<p>Robbery rose to 12, and shoplifting fell to 130.</p>",
    ],
)
def test_a_pdf_printed_from_another_page_is_told(tmp_path: Path, spoilt: str) -> None:
    """A spoilt page is printed beside the clean one: in two the same words change places."""
    clean = "<p>Robbery fell to 12, and shoplifting rose to 130.</p>"
    page = "<html lang='en'><head><title>Crime</title></head><body><main>{}</main></body></html>"
    (tmp_path / "report.html").write_text(page.format(clean), encoding="utf-8")
    pdf = HTML(string=page.format(spoilt)).write_pdf(pdf_variant="pdf/ua-1")
    told = list(alike(read(tmp_path / "report.html"), paper.read(pdf, "report.pdf")))
    assert bool(told) == (spoilt != clean)


@pytest.mark.parametrize(
    ("was", "instead"),
    [("Highest: 130", "Lowest: 130"), ("≈</span> −8.0%", "▼</span> −8.0%")],
)
def test_a_pdf_has_the_signs_and_the_descriptions_of_its_page(
    tmp_path: Path, built: Built, was: str, instead: str
) -> None:
    """The words that stand for a chart, and the sign of a change, are held against the PDF."""
    pdf = paper.read((built.folder / "report.pdf").read_bytes(), "report.pdf")
    page = (built.folder / "report.html").read_text(encoding="utf-8")
    assert was in page
    file = tmp_path / "report.html"
    shutil.copytree(built.folder / "exhibits", tmp_path / "exhibits")
    file.write_text(page.replace(was, instead, 1), encoding="utf-8")
    told = " ".join(problem.what for problem in alike(read(file), pdf))
    assert f"'{re.split('[:<]', instead)[0]}' stands in report.html and not in" in told


def test_a_pdf_has_the_words_drawn_in_its_charts(tmp_path: Path, built: Built) -> None:
    """Tipton is drawn in the chart; a drawing beside the page that says Lipton is not the PDF's."""
    pdf = paper.read((built.folder / "report.pdf").read_bytes(), "report.pdf")
    shutil.copytree(built.folder / "exhibits", tmp_path / "exhibits")
    shutil.copy(built.folder / "report.html", tmp_path)
    chart = tmp_path / "exhibits" / "chart.beats.all-crime-by-beat.svg"
    chart.write_text(chart.read_text(encoding="utf-8").replace(">Tipton<", ">Lipton<"), "utf-8")
    told = " ".join(problem.what for problem in alike(read(tmp_path / "report.html"), pdf))
    assert "'Lipton' stands in report.html and not in report.pdf" in told


def test_a_phrase_of_several_findings_is_no_fact_of_one(tmp_path: Path) -> None:
    """Two of ten beats, and eight of ten, are bound to the same counts."""
    page = '<p><span data-finding="count.a count.b" data-phrase="how many {}">{} of ten</span></p>'
    for name, held in (("a", ("rises", "two")), ("b", ("falls", "eight"))):
        (tmp_path / name).write_text(page.format(*held), encoding="utf-8")

    assert check(read(tmp_path / "a"), read(tmp_path / "b")) == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_committed_editions_give_no_alarm(editions: Path, edition: str) -> None:
    """What their pages say agrees with itself, in the report and beside the public summary."""
    names = ("report.html", "public/summary.html")
    found = check(*(read(editions / edition / name) for name in names))
    accepted = {"finished.date.31-june-clients-from-north-west-leicestershire"}
    assert {problem.id for problem in found} - accepted == set()

"""What is said of several areas or categories at once, by the numbers of published assessments."""

from typing import Any

import pytest

from report.assessment import Caution, Exhibit, Finding, NamedList, Row, Variation
from report.names import Index, Unknown
from report.periods import Period
from report.phrases.grammar import say
from report.words import Unsayable
from tests.phrased import TO_DATE, areas, gazetteer, of, series
from tests.small import section, table

# All Crime by beat of Charnwood, 1 April to 5 December of 2022 and 2023, as published.
BEATS: dict[str, tuple[int, int] | int] = {
    "Beat_56": (577, 627),
    "Beat_57": (398, 367),
    "Beat_58": (331, 326),
    "Beat_59": (816, 732),
    "Beat_60": (440, 526),
    "Beat_61": (1641, 1511),
    "Beat_62": (2183, 1963),
    "Beat_63": (825, 768),
    "Beat_64": (1340, 1246),
    "Beat_65": (1669, 1535),
}
NAMES = [name.replace("_", " ") for name in BEATS]
ALL_CRIME = areas("all-crime", "All Crime", BEATS)
# Robbery by beat is not published: made up, with ties, a count of none and small numbers.
ROBBERY = areas(
    "robbery",
    "Robbery",
    {
        **dict.fromkeys(("Beat_56", "Beat_57", "Beat_58"), (2, 2)),
        **{"Beat_59": (0, 0), "Beat_60": (3, 2), "Beat_61": (8, 13), "Beat_62": (20, 12)},
        **{"Beat_63": (1, 4), "Beat_64": (4, 4), "Beat_65": (12, 12)},
    },
)
# The first three of five LSOAs, as a theme lists them; a fourth one shares the last place.
BURGLARY = areas("burglary", "Burglary", {"Stone_Court": 30, "Freshitt": 20, "Tipton": 9})
# The borough's categories, as published.
BOROUGH = (
    series("all-crime", "All Crime", 10195, 9568, period=TO_DATE),
    series("violence-with-injury", "Violence with Injury", 1185, 1133, period=TO_DATE),
    series("robbery", "Robbery", 57, 40, period=TO_DATE),
    series("shoplifting", "Shoplifting", 515, 736, period=TO_DATE),
    series("burglary", "Burglary", 358, 372, period=TO_DATE),
    series("police", "ASB Complaints to the Police", 593, period=TO_DATE, unit="complaints"),
    series("council", "ASB Complaints to the Council", 902, period=TO_DATE, unit="complaints"),
)


def share(found: Finding, whole: int, of_label: str) -> Finding:
    """Make the share of a count in a whole."""
    return found.model_copy(
        update={
            "id": found.id.replace("count.", "share."),
            "measure": "share",
            "unit": "%",
            "value": 100 * (found.value or 0) / whole,
            "of": whole,
            "of_label": of_label,
        }
    )


def overview() -> Exhibit:
    """Make the table that names the borough's categories."""
    keys = ("all-crime", "violence-with-injury", "robbery", "shoplifting", "burglary")
    rows = tuple(Row(key=key, cells=()) for key in keys)
    return table("table.overview.overview", "overview", form="overview", columns=(), rows=rows)


def top_three() -> Exhibit:
    """Make the table of the LSOAs with most burglary, which leaves out one with 9."""
    fields: dict[str, Any] = {"form": "top areas", "measure": "Burglary", "unlisted": 1}
    return table("table.burglary.by-lsoa", "Burglary by LSOA", columns=(), rows=(), **fields)


def named(*findings: Finding) -> Index:
    """Name the areas' findings among those of an overview and of a theme."""
    places = (*gazetteer("beat", *NAMES), *gazetteer("LSOA", "Stone Court", "Freshitt", "Tipton"))
    listed = NamedList(name="areas with most", form="count", findings=tuple(f.id for f in BURGLARY))
    theme = section("burglary", lists=(listed,), exhibits=(top_three(),))
    return of(
        *BOROUGH,
        *(share(f, 9568, "All Crime") for f in BOROUGH[1:5]),
        *(share(f, 9601, "All Crime in all beats") for f in ALL_CRIME),
        *findings,
        more=(section("overview", exhibits=(overview(),)), theme),
        gazetteer=places,
        area_numbers={"beat": 10, "LSOA": 5},
        aliases={"Total Crime": "all-crime"},
    )


def over_areas() -> Index:
    """Name everything above."""
    return named(*ALL_CRIME, *ROBBERY, *BURGLARY)


@pytest.fixture(scope="module")
def index() -> Index:
    """Name it once."""
    return over_areas()


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        # at the beginning of a sentence
        ("How many beats with a rise in all crime", "Two of the ten beats"),
        ("Top 2 beats for all crime", "Beat 62 and Beat 65"),
        # the first few, by name, with counts, with shares of 9,601: 1963 / 9601 = 20.446 %
        ("top 3 beats for all crime", "Beat 62, Beat 65 and Beat 61"),
        ("Top three beats for Total Crime", "Beat 62, Beat 65 and Beat 61"),
        ("top 2 areas for robbery", "Beat 61, and Beat 62 and Beat 65 (joint second highest)"),
        (
            "top 3 beats for all crime with counts",
            "Beat 62 (1,963 offences), Beat 65 (1,535) and Beat 61 (1,511)",
        ),
        (
            "top 2 beats for all crime with shares",
            "Beat 62 (20.4%, 1,963 offences) and Beat 65 (16.0%, 1,535)",
        ),
        # nobody is named for nothing: one beat has no robbery
        ("number of top 10 beats for robbery", "nine"),
        ("beat with the most all crime", "Beat 62"),
        ("beat with the second highest all crime", "Beat 65"),
        ("beats with the second most robbery", "Beat 62 and Beat 65"),
        ("beat with the fewest all crime", "Beat 58"),
        ("beat with the lowest robbery with counts", "Beat 59 (0 offences)"),
        # of two that are second no one is third
        ("beat with the third most robbery", "Beat 62 and Beat 65 (joint second highest)"),
        (
            "beat with the third most robbery with counts",
            "Beat 62 (12 offences) and Beat 65 (12) (joint second highest)",
        ),
        # rises by their size: 86 / 440 = 19.545 %, 50 / 577 = 8.666 %
        ("beats with a rise in all crime", "Beat 60 and Beat 56"),
        (
            "beats with a rise in all crime with changes",
            "Beat 60 (up 19.5%) and Beat 56 (up 8.7%)",
        ),
        ("beats with a jump in all crime", "Beat 60 and Beat 56"),
        ("number of beats with a rise in all crime", "two"),
        ("how many beats with a rise in all crime", "two of the ten beats"),
        ("number of beats with a fall in all crime", "eight"),
        ("beats with no change in all crime", "none of the ten beats"),
        ("how many beats with no change in all crime", "none of the ten beats"),
        ("beats with a clear rise in all crime", "none of the ten beats"),
        # on a small base counts stand for percentages: 8 to 13, 1 to 4
        (
            "beats with a rise in robbery with changes",
            "Beat 61 (from 8 to 13) and Beat 63 (from 1 to 4)",
        ),
        ("beat with the largest rise in all crime", "Beat 60"),
        ("beat with the largest fall in all crime with changes", "Beat 62 (down 10.1%)"),
        ("3 beats with the largest falls in all crime", "Beat 62, Beat 65 and Beat 61"),
        ("beats with 12 or more offences of robbery", "Beat 61, Beat 62 and Beat 65"),
        (
            "beats with 12 or more robbery with counts",
            "Beat 61 (13 offences), Beat 62 (12) and Beat 65 (12)",
        ),
        ("number of beats with fewer than 3 robbery", "five"),
        ("beats in the top 3 for all crime and for robbery", "Beat 62, Beat 65 and Beat 61"),
        ("number of beats in the top 3 for all crime and robbery", "three"),
        ("how many beats in the top 3 for all crime and for robbery", "all three beats"),
        # ranks in words
        ("all crime rank in Beat 62", "the highest of the ten beats"),
        ("all crime rank in Beat 61", "the third highest of the ten beats"),
        ("all crime rank in Beat 58", "the lowest of the ten beats"),
        ("all crime rank in Beat 56", "the 7th highest of the ten beats"),
        ("robbery rank in Beat 65", "the joint second highest of the ten beats"),
        # 1535 - 1511 = 24
        ("gap between Beat 65 and Beat 61 for all crime", "24 offences"),
        ("difference between Beat 65 and Beat 61 in all crime", "24 more offences"),
        ("difference between Beat 61 and Beat 65 for all crime", "24 fewer offences"),
        ("difference between Beat 62 and Beat 65 in robbery", "as many offences"),
        # a year before: 1669 - 1641 = 28
        (
            "gap between Beat 65 and Beat 61 for all crime last year",
            "28 offences between 1 April and 5 December 2022",
        ),
        ("all crime share with count in Beat 62", "20.4% (1,963 offences)"),
        # 1963 + 1535 + 1511 + 1246 = 6,255, of 9,601 65.149 %
        ("total of Beat 62, Beat 65, Beat 61 and Beat 64 for all crime", "6,255 offences"),
        ("total share of Beats 62, 65, 61 and 64 for all crime", "65.1%"),
        ("total share of Beat 62, Beat 65, Beat 61 and Beat 64 for all crime", "65.1%"),
        # 593 + 902
        (
            "sum of ASB Complaints to the Police and ASB Complaints to the Council",
            "1,495 complaints",
        ),
        # 2183 + 1669 = 3852, 1963 + 1535 = 3498, down by 354 or 9.190 %
        ("total change of Beat 62 and Beat 65 for all crime", "fell by 9.2%, from 3,852 to 3,498"),
        # those that are named one by one: +14, -17, -52
        (
            "those with a fall among Burglary, Robbery and Violence with Injury",
            "Robbery and Violence with Injury",
        ),
        (
            "those with a rise among Burglary, Robbery and Violence with Injury with changes",
            "Burglary (up 3.9%)",
        ),
        (
            "how many those with a fall among burglary, robbery and violence with injury",
            "two of the three",
        ),
        # the categories of the overview, without the whole that they are shares of
        ("top 2 categories", "Violence with Injury and Shoplifting"),
        ("categories with a rise", "Shoplifting and Burglary"),
        ("number of categories with a fall in overview", "two"),
        ("category with the largest rise with changes", "Shoplifting (up 42.9%)"),
        ("shoplifting rank", "the second highest of the four categories"),
        # 40 / 9568 = 0.418 %, 57 / 10195 = 0.559 %
        ("robbery share of all crime", "0.4%"),
        ("robbery share of all crime with count", "0.4% (40 offences)"),
        (
            "robbery share of all crime change",
            "fell from 0.56% to 0.42%, by 0.14 percentage points",
        ),
        # 515 / 10195 = 5.051 %, 736 / 9568 = 7.692 %
        (
            "shoplifting share of all crime change",
            "rose from 5.1% to 7.7%, by 2.6 percentage points",
        ),
        # 52 of 627 fewer; and 221 more against the fall
        ("violence with injury contribution to all crime", "52 of the 627 fewer offences"),
        (
            "shoplifting contribution to the change in all crime",
            "221 more offences, where All Crime had 627 fewer in all",
        ),
        # 9568 / 249 days = 38.43 a day; 249 * 86400 / 9568 = 2248.5 s
        ("all crime per day", "38 a day"),
        ("robbery per day in Beat 62", "less than 0.1 a day"),
        ("all crime one every", "one every 37 minutes and 28 seconds"),
        ("robbery one every", "one every 6 days and 5 hours"),
        # the list of the areas with most is not the whole set
        ("top 2 LSOAs for burglary", "Stone Court and Freshitt"),
        (
            "LSOAs with 10 or more burglary with counts",
            "Stone Court (30 offences) and Freshitt (20)",
        ),
        ("burglary rank in Freshitt", "the second highest of the five LSOAs"),
        ("burglary rank in Tipton", "the joint third highest of the five LSOAs"),
    ],
)
def test_sets_are_said_in_words(index: Index, written: str, printed: str) -> None:
    """Names in order, numbers in words, ties as such."""
    assert say(index, written).text == printed


@pytest.mark.parametrize(
    ("written", "what", "do"),
    [
        ("top 3 beats for robery", "unknown category 'robery'", "did you mean 'Robbery'?"),
        ("top 3 beets for robbery", "unknown kind of area 'beets'", "use one of beats, LSOAs"),
        ("top 3 LSOAs for robbery", "Robbery is not counted by LSOA", "use one of beats"),
        ("top 3 beats", "two categories are counted by beat", "write 'for All Crime'"),
        ("top few beats for robbery", "'few' is no number", "write it in digits"),
        ("top 0 beats for robbery", "'0' names none of them", "write 1 or more"),
        ("0 beats with the largest rise in robbery", "'0' names none of them", "write 1 or more"),
        ("beats in the top 0 for all crime and robbery", "'0' names none of them", "write 1 or"),
        ("all crime rank in Beat 66", "there is no count of 'all crime in Beat 66'", "did you"),
        ("gap between Beat 65 and Beat 66", "unknown area 'Beat 66'", "did you mean 'Beat 6"),
        ("gap between Beat 65 and Beat 61", "Beat 65 and Beat 61 have counts of 2", "say of which"),
        ("robbery share of bigamy", "there is no count of 'bigamy'", ""),
        ("total of Beat 62 and Bear 65 for all crime", "unknown name 'Bear 65'", "did you mean"),
    ],
)
def test_an_unknown_name_in_a_phrase_is_told(
    index: Index, written: str, what: str, do: str
) -> None:
    """The words have the shape of a phrase, so that nobody takes them for the author's own."""
    with pytest.raises(Unknown) as caught:
        say(index, written)

    assert caught.value.shaped
    assert caught.value.what.startswith(what)
    assert caught.value.do.startswith(do)


@pytest.mark.parametrize(
    ("written", "what"),
    [
        ("top 3 LSOAs for burglary", "ends with a count that LSOAs have too which are not listed"),
        ("top 4 LSOAs for burglary", "names more LSOAs than are known, which is 3"),
        # there are ten beats, one without a robbery among them, and five LSOAs
        ("top 11 beats for robbery", "asks for 11, and there are 10 beats"),
        ("top 40 beats for all crime", "asks for 40, and there are 10 beats"),
        ("number of top 11 beats for all crime", "asks for 11, and there are 10 beats"),
        ("11 beats with the largest falls in robbery", "asks for 11, and there are 10 beats"),
        ("beats in the top 11 for all crime and robbery", "asks for 11, and there are 10 b"),
        ("top 6 LSOAs for burglary", "asks for 6, and there are 5 LSOAs"),
        ("LSOA with the fourth most burglary", "names more LSOAs than are known, which is 3"),
        ("LSOAs with 9 or more burglary", "has counts of Burglary for 3 of 5 LSOAs alone"),
        ("LSOAs with a rise in burglary", "has counts of Burglary for 3 of 5 LSOAs alone"),
        ("LSOA with the fewest burglary", "has counts of Burglary for 3 of 5 LSOAs alone"),
        ("all crime share of robbery", "is no share: 9,568 is more than 40"),
        # the shares of beats are of the beats' own total, and never two of one number
        ("all crime in Beat 62 share of all crime", "is a share of all crime, and the sh"),
        (
            "robbery share of ASB Complaints to the Police",
            "sets offences against complaints",
        ),
        (
            "sum of robbery and ASB Complaints to the Police",
            "adds up counts of more than one unit",
        ),
        ("total of Beat 62 and Beat 62 for robbery", "names Robbery in Beat 62 twice"),
        ("robbery one every in Beat 59", "counts none"),
        ("ASB Complaints to the Police contribution to ASB Complaints to the Council", "has no ch"),
    ],
)
def test_what_the_counts_do_not_hold_is_refused(index: Index, written: str, what: str) -> None:
    """Lists that end too early, shares of other things, nothing at all."""
    with pytest.raises(Unsayable) as caught:
        say(index, written)

    assert caught.value.what.startswith(what)
    assert caught.value.do


def test_a_phrase_carries_every_finding_that_it_speaks_of(index: Index) -> None:
    """Those named, or those counted; a sum has its parts."""
    top = say(index, "top 2 beats for all crime")
    assert [f.id for f in top.findings] == ["count.all-crime.beat-62", "count.all-crime.beat-65"]
    assert top.methods == ("rank",)

    assert len(say(index, "number of beats with a rise in all crime").findings) == 10
    added = say(index, "total of Beat 62 and Beat 65 for all crime")
    assert [f.area for f in added.findings] == ["Beat 62", "Beat 65"]


def test_only_clear_changes_are_picked_where_that_is_asked() -> None:
    """Beat 60 rose by 19.5 %, Beat 56 by 8.7 %: made up which of them is clear."""
    clear = Variation(clear=True, words="a clear rise", level=0.95)
    within = Variation(clear=False, words="within normal variation", level=0.95)
    tested = [
        f.model_copy(update={"variation": clear if f.area == "Beat 60" else within})
        for f in ALL_CRIME
    ]

    index = named(*tested)
    assert say(index, "beats with a clear rise in all crime").text == "Beat 60"
    assert (
        say(index, "beats with a rise in all crime with changes").text
        == "Beat 60 (up 19.5%, a clear rise) and Beat 56 (up 8.7%, within normal variation)"
    )


def test_all_of_a_set_is_said_in_a_word() -> None:
    """Nobody reads ten names for "all ten"."""
    risen = areas("all-crime", "All Crime", dict.fromkeys(BEATS, (10, 20)))

    index = named(*risen)
    assert say(index, "beats with a rise in all crime").text == "all ten beats"
    assert say(index, "how many beats with a rise in all crime").text == "all ten beats"


def test_a_set_that_the_guard_withholds_is_not_available() -> None:
    """The reason goes with it, and nothing is counted of it."""
    lost = Caution(
        kind="missing month",
        id="coverage.2023-07",
        count="withheld",
        change="withheld",
        period=Period(TO_DATE.first, TO_DATE.last),
    )
    nothing = {"value": None, "previous": None, "change": None, "cautions": (lost,)}
    index = named(*(f.model_copy(update=nothing) for f in ALL_CRIME))

    said = say(index, "number of beats with a rise in all crime")
    assert (said.text, said.cautions) == ("not available", (lost,))


def test_two_areas_with_counts_of_one_category_need_no_more_words() -> None:
    """Where it can only be one, it is not asked for."""
    index = named(*ALL_CRIME)

    assert say(index, "gap between Beat 65 and Beat 61").text == "24 offences"
    assert say(index, "top 2 beats").text == "Beat 62 and Beat 65"


@pytest.mark.parametrize(
    ("update", "what"),
    [
        ({"unit": "incidents"}, "compares counts of more than one unit"),
        ({"period": TO_DATE.earlier()}, "compares counts of more than one period"),
    ],
)
def test_areas_are_set_against_each_other_in_one_unit_and_period(
    update: dict[str, Any], what: str
) -> None:
    """Incidents of one area less offences of another, or of another year, are no gap."""
    first, *others = ALL_CRIME
    index = named(first.model_copy(update=update), *others)

    with pytest.raises(Unsayable) as caught:
        say(index, "gap between Beat 56 and Beat 57 for all crime")
    assert caught.value.what == what


def test_a_change_that_rounds_to_nothing_is_less_than_a_tenth() -> None:
    """1 of 10,000 is 0.01 %."""
    index = named(*areas("all-crime", "All Crime", dict.fromkeys(BEATS, (10000, 10001))))

    said = say(index, "beats with a rise in all crime with changes").text
    assert said.startswith("Beat 56 (up less than 0.1%), Beat 57 (up less than 0.1%)")

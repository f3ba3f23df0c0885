"""What is said of a count over its years, by the numbers of published assessments."""

import pytest

from report.assessment import Caution
from report.names import Index, Unknown
from report.periods import Period
from report.phrases.grammar import say
from report.words import Unsayable
from tests.phrased import TO_DATE, YEAR, of, series

# 6,846 in 2019 and 8,534 in 2023 are published, with +2.7 % in 2020, +16.7 % in 2022 and -2.5 % in
# 2023. Whole counts that give these: 7031 / 6846 = 1.02702, 8753 / 7500 = 1.16707,
# 8534 / 8753 = 0.97498; then 7500 / 7031 = 1.0667.
TOTAL = series("all-crime", "All Crime", 6846, 7031, 7500, 8753, 8534)
# 777 in 2023 are published as up by 5.9 % over 2022 and 219 fewer than five years before:
# 777 / 734 = 1.05858; 777 + 219 = 996, and 777 / 996 = 0.78012.
ASB = series("asb", "ASB", 996, 1100, 1100, 734, 777, unit="incidents")
# Robbery in England and Wales, years to September 2023: 70,792 a year before, 90,187 in 2020.
ROBBERY = series("robbery", "Robbery", 90187, 65000, 70792, 79091)
# Beat 62 counts of 1 April to 5 December: 2183 and 1963 are published.
BEAT = series("theft", "Theft", 13, 20, 20, period=TO_DATE)
LEVEL = series("arson", "Arson", 60, 60, 60, 60)
# 1 / 10,000 over two years is 0.005 % a year; 1 over 24 years is 0.04 a year.
STEADY = series("drugs", "Drugs", 10000, 10000, 10001)
RARE = series("arms", "Arms", *[10] * 24, 11)
FALLING = series("damage", "Criminal Damage", 400, 300, 200, 220)


def over_years() -> Index:
    """Name all of them."""
    every = (TOTAL, ASB, ROBBERY, BEAT, LEVEL, FALLING, STEADY, RARE)
    return of(*every, aliases={"Total Crime": "all-crime"})


@pytest.fixture(scope="module")
def index() -> Index:
    """Name them once."""
    return over_years()


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        # 1688 / 6846 = 24.656 %
        ("all crime change since 2019", "rose by 24.7%, from 6,846 in 2019 to 8,534"),
        ("Total Crime change since 2019", "rose by 24.7%, from 6,846 in 2019 to 8,534"),
        ("All Crime since 2019", "rose by 24.7%, from 6,846 in 2019 to 8,534"),
        ("all crime change since four years ago", "rose by 24.7%, from 6,846 in 2019 to 8,534"),
        ("all crime change since the first year", "rose by 24.7%, from 6,846 in 2019 to 8,534"),
        ("all crime short change since 2019", "rose by 24.7% since 2019"),
        ("all crime difference since 2019", "1,688 more offences than in 2019"),
        (
            "all crime change in full since 2019",
            "rose by 24.7%, from 6,846 in 2019 to 8,534, 1,688 more",
        ),
        # the last year is named where it is not the finding's own; 1907 / 6846 = 27.856 %
        (
            "all crime change from 2019 to 2022",
            "rose by 27.9%, from 6,846 in 2019 to 8,753 in 2022",
        ),
        # its own change is said as ever
        ("all crime change since last year", "fell by 2.5%, from 8,753 to 8,534"),
        ("all crime change in 2022", "rose by 16.7%, from 7,500 in 2021 to 8,753 in 2022"),
        ("all crime in 2020", "7,031 offences in 2020"),
        ("all crime last year", "8,753 offences in 2022"),
        ("all crime number two years ago", "7,500 in 2021"),
        ("all crime count in 2023", "8,534 offences"),
        # 1688 / 4 = 422; 24.656 / 4 = 6.164; (8534 / 6846) ** 0.25 = 1.05664
        ("all crime average change a year", "rose by 5.7% a year on average since 2019"),
        ("all crime average change a year since 2019", "rose by 5.7% a year on average since 2019"),
        (
            "all crime simple average change a year",
            "rose by 6.2% of the first year's count a year on average since 2019",
        ),
        ("all crime average difference a year", "rose by 422 a year on average since 2019"),
        (
            "all crime annual changes",
            "rose by 2.7% in 2020, by 6.7% in 2021 and by 16.7% in 2022, then fell by 2.5% in 2023",
        ),
        (
            "all crime annual changes since 2021",
            "rose by 16.7% in 2022, then fell by 2.5% in 2023",
        ),
        (
            "all crime turning point",
            "fell in 2023, after a rise in each of the three years before",
        ),
        (
            "criminal damage turning point",
            "rose in 2023, after a fall in each of the two years before",
        ),
        ("robbery turning point", "rose in 2023, as in the year before"),
        ("arson turning point", "was unchanged in 2023, as in the two years before"),
        ("all crime largest rise", "in 2022 (16.7%, from 7,500 to 8,753)"),
        ("all crime largest fall", "in 2023 (2.5%, from 8,753 to 8,534)"),
        ("arson largest rise", "in none of the years shown"),
        ("all crime highest year", "2022 (8,753 offences)"),
        ("all crime lowest year since 2020", "2020 (7,031 offences)"),
        # two years tie
        ("ASB highest year", "2020 and 2021 (1,100 incidents each)"),
        ("arson lowest year", "2020, 2021, 2022 and 2023 (60 offences each)"),
        # 43 / 734 = 5.858 %, 219 / 996 = 21.988 %: one up and one down
        ("ASB short and long run", "rose by 5.9% since 2022, but fell by 22.0% since 2019"),
        # 8299 / 70792 = 11.723 %, 11096 / 90187 = 12.303 %
        (
            "robbery change since last year and since 2020",
            "rose by 11.7% since 2022, but fell by 12.3% since 2020",
        ),
        # the same sign needs no "but": 20 / 200, 180 / 400
        (
            "criminal damage change since 2021 and since 2020",
            "fell by 26.7% since 2021 and fell by 45.0% since 2020",
        ),
        # 8753 + 8534 = 17287; 6846 + 7031 + 7500 + 17287 = 38664; 44.711 %
        (
            "all crime share of the last two years",
            "44.7% of the 38,664 offences since 2019",
        ),
        ("all crime from to", "from 8,753 to 8,534"),
        ("arson change since 2020", "was unchanged at 60 since 2020"),
        ("arson annual changes", "was unchanged at 60 in 2021, in 2022 and in 2023"),
        # a small base carries no percentage, and a part of a year says its dates
        (
            "theft change since the first year",
            "rose from 13 between 1 April and 5 December 2021 to 20",
        ),
        ("theft in 2021/22", "13 offences between 1 April and 5 December 2021"),
        (
            "theft largest rise",
            "in 2022/23 (from 13 to 20; 1 April to 5 December of each year)",
        ),
        # what rounds to nothing is no change of 0.0
        ("drugs average change a year", "rose by less than 0.1% a year on average since 2021"),
        (
            "drugs simple average change a year",
            "rose by less than 0.1% of the first year's count a year on average since 2021",
        ),
        ("drugs largest rise", "in 2023 (less than 0.1%, from 10,000 to 10,001)"),
        ("arms average difference a year", "rose by less than 0.1 a year on average since 1999"),
        (
            "theft average change a year",
            "rose by 3.5 a year on average since 2021/22 (1 April to 5 December of each year)",
        ),
    ],
)
def test_years_are_said_in_words(index: Index, written: str, printed: str) -> None:
    """Each by its own words, with the year that is meant."""
    assert say(index, written).text == printed


def test_a_phrase_carries_the_finding_that_it_speaks_of(index: Index) -> None:
    """Its id is that of the count, and an average has a method of its own."""
    said = say(index, "all crime average change a year")

    assert [f.id for f in said.findings] == ["count.all-crime"]
    assert said.methods == ("span",)


@pytest.mark.parametrize(
    ("written", "what", "do"),
    [
        ("all crime change since 2017", "has no count of 2017", "use one of 2019, 2020, 2021"),
        ("all crime change in 2019", "has no count before 2019", "name a later year"),
        ("all crime change from 2022 to 2020", "ends before it begins", "name the earlier year"),
        (
            "all crime turning point since 2022",
            "is known for too few years: 2, not 3",
            "use one of",
        ),
        ("all crime change from 2020 to 2020", "begins and ends with one year", "name an earlier"),
        ("all crime count since 2020", "has no 'count' over several years", "use the form"),
    ],
)
def test_years_that_are_not_known_are_refused(
    index: Index, written: str, what: str, do: str
) -> None:
    """What is wrong, and the years that there are."""
    with pytest.raises(Unsayable) as caught:
        say(index, written)

    assert caught.value.what == what
    assert caught.value.do.startswith(do)


@pytest.mark.parametrize(
    "written", ["fell by 30%, from 57 to 40", "sic", "robery change", "the police in 2019 said"]
)
def test_other_words_are_unknown(index: Index, written: str) -> None:
    """They may be the author's own; nobody claims that they are a phrase."""
    with pytest.raises(Unknown) as caught:
        say(index, written)

    assert not caught.value.shaped


def test_a_change_across_a_break_says_so() -> None:
    """What stands between a year and the last one is said of the change from that year."""
    broken = Caution(
        kind="break",
        id="break",
        change="labelled",
        period=Period(YEAR.first, YEAR.first),
        what="it",
    )
    first, *others = TOTAL.series
    cut = TOTAL.model_copy(
        update={"series": (first.model_copy(update={"cautions": (broken,)}), *others)}
    )

    assert say(of(cut), "all crime change since 2019").cautions == (broken,)
    assert say(of(cut), "all crime change since 2020").cautions == ()
    withheld = broken.model_copy(update={"change": "withheld"})
    lost = TOTAL.model_copy(
        update={"series": (first.model_copy(update={"cautions": (withheld,)}), *others)}
    )
    said = say(of(lost), "all crime change since 2019")
    assert said.text == "has no change since 2019 that may be given"
    assert said.cautions == (withheld,)

"""Names that are nearly those of the canonical lists."""

import pytest

from report.assessment import Area
from report.prose.sourcing import unknown_numbers
from report.prose.spelling import misspelt
from tests.made_up import ROOT
from tests.prose.passages import edition, passage

SEEDS = ROOT.parent / "shared" / "seeds"


def told(*texts: str) -> list[str]:
    return [f"{p.what}; {p.do}" for p in misspelt([passage(text) for text in texts])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Burglary rose in Castle Donnington West.",
            "'Donnington' is nearly 'Donington', as in 'Castle Donington West & Freshitt'; "
            "write 'Donington', if it is meant",
        ),
        (
            "It was highest in Thurmason, and in Thurmason again.",
            "'Thurmason' is nearly 'Thurmaston', which Beat 61 covers; "
            "write 'Thurmaston', if it is meant",
        ),
        (
            "Violence with injuries fell.",
            "'Violence with injuries' is nearly the name 'Violence with Injury'; "
            "write 'Violence with Injury', if it is meant",
        ),
        (
            "The Probaton Service met.",
            "'Probaton Service' is nearly the name 'Probation Service'; "
            "write 'Probation Service', if it is meant",
        ),
        ("It fell in Beat 66.", "there is no 'Beat 66'; did you mean 'Beat 65'?"),
    ],
)
def test_a_name_that_is_nearly_right_is_told_once(text: str, expected: str) -> None:
    """The message gives the right spelling and where it is from."""
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "severity"),
    [("It fell in Beat 66.", "error"), ("It fell in Castle Donnington West.", "warning")],
)
def test_a_final_edition_stops_at_a_name_of_nothing(text: str, severity: str) -> None:
    """There is no such beat; a word that is nearly a name may be another word."""
    made = edition()
    final = made.document.model_copy(update={"status": "final"})
    one = passage(text, assessment=made.model_copy(update={"document": final}))

    assert [problem.severity for problem in misspelt([one])] == [severity]


def test_the_number_of_a_name_of_nothing_is_not_asked_after_too() -> None:
    """Beat 66 is told of once: 66 counts nothing."""
    assert list(unknown_numbers([passage("Crime fell. Beat 66 has most.")])) == []


@pytest.mark.parametrize(
    "text",
    [
        "Castle Donington West & Freshitt, Beat 61, Thurmaston's shops and the Lowicks",
        "Violence with Injury, thefts of motor vehicles and Residential Burglaries",
        "No violence with injuries is meant, and probation services are many.",
        "There were 14 Theft of Vehicles offences.",
        "Castles, Markets and a Lowland path; the Freshmen came in 2023 to Beat 61.",
        "See [table: Donnington] for what [Robery change].",
    ],
)
def test_other_words_are_no_names(text: str) -> None:
    """Right names, their variants, ordinary words, and what stands in brackets."""
    assert told(text) == []


def test_a_word_that_is_written_small_too_is_no_name() -> None:
    """The Marton Road of Beat 61 may be meant by Martan, unless a martan is something else too."""
    assert len(told("On Martan Road")) == 1
    assert told("On Martan Road", "A martan is a bird.") == []


def test_the_misspelt_names_of_published_assessments() -> None:
    """Line 150 of 003 has Donnington three times more; 000 has "Leistershire Police" on line 50.

    In 001 the Integrated Care Board is "Boards" on line 137. Nothing else there is misspelt.
    """
    if not SEEDS.is_dir():
        pytest.skip("../shared is not there")
    areas = (
        *(Area(code=f"beat-{n}", name=f"Beat {n}", kind="beat") for n in range(56, 66)),
        Area(code="a", name="Castle Donington South", kind="LSOA"),
        Area(code="b", name="Loughborough", kind="town", covers="Shepshed, Hathern, Syston"),
    )
    board = "Leicester, Leicestershire and Rutland Integrated Care Board"
    lists = {"other partners": ("Leicestershire Police", board)}
    own = edition(gazetteer=areas, lists=lists)

    found = []
    for name in ("000", "001", "003"):
        [path] = SEEDS.glob(f"{name}_*.txt")
        text = path.read_text(encoding="utf-8")
        found += [
            (name, p.where.line - 9, p.what.split("'")[1])
            for p in misspelt([passage(text, assessment=own)])
        ]

    assert found == [
        ("000", 50, "Leistershire police"),
        ("001", 137, f"{board}s"),
        ("003", 150, "Donnington"),
    ]

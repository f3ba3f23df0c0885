"""Abbreviations that the glossary lacks, or that a text writes out in other words."""

import pytest

from report.prose.shortened import unexplained
from tests.made_up import ROOT
from tests.prose.passages import edition, passage

SEED = ROOT.parent / "shared" / "seeds" / "003_d68d321d1f4607a4.txt"
OWN = edition(glossary={"ASB": "anti-social behaviour", "PSPO": "Public Spaces Protection Order"})
COMMON = ("CCTV",)


def told(*texts: str) -> list[str]:
    written = [passage(text, assessment=OWN) for text in texts]
    return [f"{p.what}; {p.do}" for p in unexplained(written, COMMON)]


@pytest.mark.parametrize(
    ("texts", "advice"),
    [
        (("The MARAC met; the MARAC's cases rose.",), "add 'MARAC: …' with what it means"),
        (("Key performance indicators (KPIs).",), "add 'KPI: Key performance indicator'"),
        (("The KPI rose.", "a key performance indicator (KPI)"), "add 'KPI: key performance ind"),
        (("MDC asked.",), "add 'MDC: Middlemarch District Council'"),
        (("Asb, and AsB.",), "did you mean 'ASB'?"),
    ],
)
def test_an_unknown_abbreviation_is_told_once_with_a_meaning_where_one_is_there(
    texts: tuple[str, ...], advice: str
) -> None:
    """From the text that writes it out, from the lists, or from the glossary in other letters."""
    [line] = told(*texts)

    assert "is not in the glossary" in line
    assert advice in line


@pytest.mark.parametrize(
    "text",
    [
        "ASB and a PSPO; the ASB's places, two PSPOs; CCTV and Part III.",
        "In the NW of Middlemarch, McDonald asked what E01000001 and a@DEF.UK are.",
        "EVERY WORD OF THIS LINE, and an IMPORTANT one.",
        "A MAP is a map.",
        "[table: KPI] holds it.",
        "Public Spaces Protection Orders (PSPOs) and public spaces protection order (PSPO)",
    ],
)
def test_what_needs_no_explanation(text: str) -> None:
    """The glossary's own, well-known ones, numerals, points of the compass, codes, capitals."""
    assert told(text) == []


def test_an_abbreviation_has_one_meaning() -> None:
    """The glossary speaks of public spaces, the text of one."""
    assert told("A Public Space Protection Order (PSPO) was made.") == [
        "'PSPO' is written out as 'Public Space Protection Order', and "
        "'Public Spaces Protection Order' in the glossary; write one of the two"
    ]


def test_the_abbreviations_of_a_published_assessment() -> None:
    """Read by eye in the 2011/12 document, which explains PNC on line 474 and never OAC or BBV."""
    if not SEED.is_file():
        pytest.skip("../shared is not there")
    text = SEED.read_text(encoding="utf-8")
    found = {p.id.rpartition(".")[2]: p.do for p in unexplained([passage(text)], COMMON)}

    assert "'PNC: Police National Computer'" in found["PNC"]
    assert {"OAC", "SAQ", "TFMV", "BBV", "FTE", "YRO", "MoJ"} <= set(found)
    assert not {"CCTV", "APPENDIX", "NW"} & set(found)

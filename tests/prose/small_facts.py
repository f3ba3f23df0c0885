"""A small edition for tests of claims: counts of a borough and of four of its beats.

Figures are those of Charnwood's published Table 1 and Table 2 for 2023/24, so that hand
calculations can be checked against the document: Robbery 57 to 40 is −29.82 %.
"""

from report.assessment import Area, Assessment, Caution, Finding, Variation
from report.prose.checking import Verdict, check
from report.prose.claims import claims
from report.prose.known import Known
from report.prose.subjects import Reader
from tests.small import PERIOD, assessment, finding, section

USUAL = Variation(clear=False, words="within normal variation", level=95)
RISE = Variation(clear=True, words="a clear rise", level=95)
FALL = Variation(clear=True, words="a clear fall", level=95)

CATEGORIES = {
    "all-crime": "All Crime",
    "robbery": "Robbery",
    "shoplifting": "Shoplifting",
    "cycle-theft": "Cycle Theft",
    "arson": "Arson",
}
BEATS = {"Beat 56": (577, 627), "Beat 61": (1641, 1511), "Beat 62": (2183, 1963)}


def count(id_: str, label: str, before: int, now: int, **more: object) -> Finding:
    """Make a count with its change; no percentage below 50."""
    fields: dict[str, object] = {
        "category": id_.partition(".")[2].partition(".")[0],
        "previous": before,
        "previous_period": PERIOD.earlier(),
        "change": now - before,
        "change_pct": 100 * (now - before) / before if before >= 50 else None,
        "small_base": before < 50,
    }
    return finding(id_, label, now, **fields | more)


def edition() -> Assessment:
    """Make the edition."""
    overview = (
        count("count.all-crime", "All Crime", 10195, 9568, variation=FALL),
        count("count.robbery", "Robbery", 57, 40, variation=USUAL),
        count("count.shoplifting", "Shoplifting", 515, 736, variation=RISE),
        count("count.cycle-theft", "Cycle Theft", 297, 294, variation=USUAL),
        count("count.arson", "Arson", 20, 15),
        finding(
            "share.shoplifting",
            "Shoplifting",
            7.6923,
            category="shoplifting",
            unit="%",
            of=9568,
            of_label="All Crime",
        ),
        finding(
            "position.robbery",
            "Robbery",
            2,
            category="robbery",
            unit="position",
            of=15,
            previous=4,
            change=2,
        ),
    )
    beats = tuple(
        count(f"count.all-crime.{name[-2:]}", f"All Crime in {name}", *pair, area=name)
        for name, pair in BEATS.items()
    )
    lost = finding(
        *("count.all-crime.65", "All Crime in Beat 65", None),
        category="all-crime",
        area="Beat 65",
        cautions=(Caution(kind="missing month", id="m", count="withheld", period=PERIOD),),
    )
    robberies = (count("count.robbery.62", "Robbery in Beat 62", 12, 18, area="Beat 62"),)
    names = ("Beat 56", "Beat 61", "Beat 62")
    return assessment(
        section("overview", title="Recorded crime", findings=overview),
        section("beats", title="All Crime", findings=beats),
        section("robbery", title="Robbery", findings=robberies),
        section("lost", title="", findings=(lost,)),
        categories=CATEGORIES,
        gazetteer=(
            Area(code="E07000999", name="Middlemarch", kind="district"),
            *(Area(code=n, name=n, kind="beat") for n in names),
            Area(code="Beat 65", name="Beat 65", kind="neighbourhood"),
        ),
    )


def verdicts(text: str, *, heading: str = "", asserted: bool = True) -> list[Verdict]:
    """Check every claim of a text; those that speak of nothing known are left out."""
    made = edition()
    reader = Reader.of(made)
    names = [(m.start, m.end) for m in reader.names(text) if m.kind != "period"]
    found = []
    for claim in claims(text, names):
        spoken = reader.spoken(text, claim, section("none", title=""), heading)
        if spoken:
            found.append(check(claim, spoken, Known(made), asserted=asserted))
    return found

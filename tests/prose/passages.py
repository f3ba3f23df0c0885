"""Passages of an edition of a few lines, for tests of what is checked in them."""

from typing import Any

from report.assessment import Area, Assessment, Priority, Recommendation, Section
from report.errors import Where
from report.prose.passage import Passage
from report.prose.vocabulary import Vocabulary
from tests.small import assessment, section

CATEGORIES = {
    "all-crime": "All Crime",
    "burglary": "Burglary",
    "burglary-residential": "Burglary – Residential",
    "clients-alcohol": "Alcohol",
    "other-theft": "Other Theft",
    "robbery": "Robbery",
    "robbery-personal": "Robbery – Personal",
    "theft-from-the-person": "Theft from the Person",
    "theft-of-vehicles": "Theft of Vehicles",
    "violence-with-injury": "Violence with Injury",
    "violence-without-injury": "Violence without Injury",
    "anti-social-behaviour": "Anti-Social Behaviour",
}
GAZETTEER = (
    Area(code="E07000999", name="Middlemarch", kind="district"),
    Area(code="beat-61", name="Beat 61", kind="beat", covers="Thurmaston, Lowick and Marton Road"),
    *(Area(code=f"beat-{n}", name=f"Beat {n}", kind="beat") for n in (62, 64, 65)),
    Area(code="E01000001", name="Castle Donington West & Freshitt", kind="LSOA"),
    Area(code="E01000002", name="Tipton", kind="LSOA"),
)


def edition(*sections: Section, **more: Any) -> Assessment:
    """Make an edition with four beats, three authorities, one priority and two recommendations."""
    fields: dict[str, Any] = {
        "categories": CATEGORIES,
        "aliases": {"Total Crime": "all-crime", "Theft of Motor Vehicles": "theft-of-vehicles"},
        "gazetteer": GAZETTEER,
        "priorities": (Priority(id="roads", title="Safer roads"),),
        "recommendations": tuple(Recommendation(id=f"r{n}", number=n, text="Act.") for n in (1, 2)),
        "lists": {
            "responsible authorities": (
                *("Middlemarch District Council", "Probation Service", "Loamshire Fire Authority"),
            ),
            "other partners": ("The Bridge",),
            "beats": ("Beat 61", "Beat 62", "Beat 64", "Beat 65"),
            "peer group": ("Rugby (Warwickshire)",),
            "common complaints": ("Noise", "Litter and rubbish"),
        },
    }
    return assessment(*sections, **fields | more)


def passage(text: str, kind: Any = "prose", **more: Any) -> Passage:
    """Make a passage on line 10 of a chapter."""
    own = more.pop("section", section("analysis"))
    made = more.pop("assessment", None) or edition()
    where = Where("config/analysis.md", 10)
    return Passage(text, kind, own, where, made, Vocabulary.of(made), **more)

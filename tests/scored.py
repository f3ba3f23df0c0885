"""The made-up partnership with themes that three agencies scored for harm, by 3-PLEM.

`scored(folder)` lays it out. Robbery: the police give 3, 3, 3, 2, 2, 3 = 16, the council 2, 3, 3,
3, 1, 2 = 14, and Fire has one question that does not apply, so no total; together 15. Shop theft:
1, 1, 2, 2, 2, 2 = 10 and 12. Of 920 crimes 12 are robberies (1.3%) and 130 shop thefts (14.1%).
Road safety has totals alone, 18 and 12, and no category.

One meeting scored two of them in the manner of MoRiLE. Robbery: harm 3 + 3 + 2 + 3 + 1 = 12,
likelihood the mean of 2, 2 and 2, position that of 3 and 2: 12 × 2 × 2.5 = 60. Shop theft, by the
scale's labels: 1 + 1 + 3 + 1 + 0 = 6, the mean of 4, 4 and 3, that of 2 and 1: 6 × 11/3 × 1.5 = 33.
"""

from pathlib import Path

from tests.editions import EDITION
from tests.made_up import altered, project

SCORES = "data/middlemarch/2023-24/scores.csv"
MEETING_SCORES = "data/middlemarch/2023-24/meeting.csv"

SECTION = """\
  - kind: risk
    id: risk
    title: Risk
    scheme: plem
    scores: harm
    together: mean
    whole: all-crime
    first: 1
    themes: [{theme: Robbery, category: robbery}, {theme: Shop theft, category: shoplifting}]
  - kind: risk
    id: morile
    title: Risk by MoRiLE
    scheme: morile
    scores: meeting
    together: median
    first: 1
    apart: MoRiLE
    themes: [{theme: Shop theft, because: shops asked for it}]
"""
FACTORS = (
    *("Physical – Individual", "Psychological (individual)", "psychological community"),
    *("Political – your organisation", "Economic - your organisation", "Economic – Social"),
)
MEETING = (
    *("Physical", "Psychological", "Financial", "Community", "Environment"),
    *("Volume", "Frequency", "Trend", "Capacity", "Knowledge"),
)


def _rows(theme: str, scorer: str, scores: str, scored: str) -> str:
    given = scores.split()
    both = zip(FACTORS if len(given) == len(FACTORS) else MEETING, given, strict=True)
    return "".join(f"{theme},{factor},{scorer},{score},{scored}\n" for factor, score in both)


CSV = "".join(
    (
        "theme,factor,scorer,score,scored\n",
        _rows("Robbery", "Police", "3 3 3 2 2 3", "2023-11-02"),
        _rows("Robbery", "Council", "2 3 3 3 1 2", "2020-11-02"),
        _rows("Robbery", "Fire", "1 1 1 n/a 1 1", "2023-11-02"),
        _rows("Shop theft", "Police", "1 1 2 2 2 2", "2023-11-02"),
        "Shop theft,,Council,12,2023-11-02\n",
        "Road safety,Harm,Police,18,\n",
        "Road safety,,Fire,12,\n",
    )
)
MORILE = "".join(
    (
        "theme,factor,scorer,score,scored\n",
        _rows("Shop theft", "Meeting", "low Low 3 low none severe 4 3 moderate low", "2023-03-01"),
        _rows("Robbery", "Meeting", "3 3 2 3 1 2 2 2 3 2", "2022-03-01"),
    )
)


def scored(folder: Path) -> Path:
    """Lay out the made-up project with scores, and give the path of its edition."""
    config = project(folder)
    (folder / SCORES).write_text(CSV, encoding="utf-8")
    (folder / MEETING_SCORES).write_text(MORILE, encoding="utf-8")
    sources = (
        "  harm: {file: scores.csv, layout: scores, title: Scores}\n"
        "  meeting: {file: meeting.csv, layout: scores, title: Scores of the meeting}\n"
    )
    altered(folder, EDITION, "sections:\n", f"{sources}sections:\n{SECTION}")
    return config

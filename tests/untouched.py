"""Load the untouched text of a published assessment as a chapter of its edition made again.

Tables are lines with tabs and captions belong to exhibits: both are blanked, so that lines keep
their numbers. A short line without a full stop between two empty ones is a heading.
"""

import csv
import re
from collections import defaultdict
from pathlib import Path

from report.assessment import Commentary, Section
from report.document.passages import passages
from report.errors import Where
from report.prose.passage import Passage
from tests.made_up import ROOT
from tests.pages import assessed, manuscript

SEEDS = ROOT.parent / "shared" / "seeds"
TRUTH = ROOT / "tests" / "fixtures" / "bound"
FILE = "config/untouched.md"
PAGE = 3000  # letters

CAPTION = re.compile(r"\*?(?:Figure|Fig|Table|Map|Chart) ?\d+\b.{0,25}?[:–-]")
NUMBERED = re.compile(r"\d+(?:\.\d+)*\.? [A-Z][\w ,&()-]{3,80}$")
BULLET = re.compile(r"[-*+] |\d+\. ")
LONGEST = 90


def text_of(seed: str) -> str:
    """Give the text of a seed, by its number, as a chapter's."""
    path = next(SEEDS.glob(f"{seed}_*.txt"))
    lines = path.read_text(encoding="utf-8").split("\n")
    return "\n".join(_line(lines, at) for at in range(len(lines)))


def _line(lines: list[str], at: int) -> str:
    line = lines[at].strip()
    if "\t" in lines[at] or CAPTION.match(line) or line.startswith("<"):
        return ""
    around = (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2])
    alone = not any(other.strip() for other in around)
    short = alone and len(line) < LONGEST and line[-1:].isalnum() and line[:1].isupper()
    heading = (short and not BULLET.match(line)) or NUMBERED.match(line)
    return f"## {line.strip('*')}" if line and heading else lines[at]


def passages_of(seed: str, edition: str) -> tuple[Passage, ...]:
    """Read the text of a seed in the setting of an edition."""
    own = Commentary(file=FILE, text=text_of(seed))
    chapter = Section(id="untouched", kind="text", title="", commentary=own)
    made = assessed(ROOT / "config" / f"{edition}.yaml")
    made = made.model_copy(update={"sections": (*made.sections, chapter)})
    places = {r.number: Where("recommendations.csv", r.number) for r in made.recommendations}
    cut = manuscript(made)
    found = passages(made, cut.chapters, lambda *_: Where("edition.yaml", 1), places)
    return tuple(each for each in found if each.where.file == FILE)


def truth(seed: str) -> dict[int, dict[str, str]]:
    """Give what a reader says that lines are about: line -> finding -> verdict, if it has one."""
    found: dict[int, dict[str, str]] = defaultdict(dict)
    with (TRUTH / f"{seed}.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[int(row["line"])][row["finding"]] = row.get("verdict", "")
    return found


def wrong_lines(path: Path, seed: str) -> set[int]:
    """Give the lines with a number or a direction that the claims' own file calls wrong."""
    kinds = ("pct_change", "difference", "share", "rank", "sum", "count", "direction")
    with path.open(encoding="utf-8", newline="") as file:
        return {
            int(row["line_no"])
            for row in csv.DictReader(file)
            if row["doc"] == seed
            and row["kind"] in kinds
            and row["verdict"] in ("wrong", "rounding")
        }

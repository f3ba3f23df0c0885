"""Plant a word in every part of the made-up edition that must not become public.

Each plant says what it is in, the file, a text of it, and what stands there instead: @ is the word.
"""

import re
from pathlib import Path

from tests.editions import CHAPTER, COUNTS, EDITION, PARTNERSHIP
from tests.made_up import altered

DATA = "data/middlemarch/2023-24"
STORE, TRACKER = f"{DATA}/recommendations.csv", f"{DATA}/tracker.csv"
VISITS, WHO = f"{DATA}/visits.csv", f"{DATA}/who.csv"

# Some plants stand on what an earlier one has put there.
PLANTS: tuple[tuple[str, str, str, str], ...] = (
    ("protective marking", EDITION, "status: final\n", "status: final\nmarking: @\n"),
    ("title of a chapter", EDITION, "title: Analysis\n", "title: @\n"),
    ("title of a part", EDITION, "title: By beat,", "title: @,"),
    ("text of a chapter", CHAPTER, "is not counted here", "is @ here"),
    ("title of a box", CHAPTER, "[box: Good practice]", "[box: @]"),
    ("heading in a chapter", CHAPTER, "## Shops", "## @"),
    ("partner key finding", EDITION, "key_findings:\n", 'key_findings:\n      - "@ it is."\n'),
    (
        *("restricted key finding", EDITION, "key_findings:\n"),
        "key_findings:\n      - {text: It is @., audience: restricted}\n",
    ),
    ("note of a table", EDITION, "all-crime, areas: beat}", "all-crime, areas: beat, note: @}"),
    ("message of a chart", EDITION, ", note: ", ", chart_message: @, note: "),
    ("name of a set", EDITION, ", note: ", ", sets: [{name: @, areas: [Lowick]}], note: "),
    ("caption of a profile", EDITION, "name: who offends,\n", "name: who offends, caption: @,\n"),
    ("caption of a tracker", EDITION, "name: tracker}", "name: tracker, caption: @}"),
    ("label of areas", EDITION, "{label: High,", "{label: @,"),
    ("title of a threat", EDITION, "threats: [{title: Retail,", "threats: [{title: @,"),
    ("text of a threat", EDITION, "[Shoplifting short change].", "[Shoplifting short change] @."),
    ("title of a source", EDITION, "title: Who offends}", "title: @, audience: partner}"),
    ("publisher of a source", EDITION, "of 2022/23}", "of 2022/23, publisher: @}"),
    ("note of a public source", EDITION, "Exampleshire Police}", "Exampleshire Police, note: @}"),
    ("title of a supplied table", EDITION, "title: Visits to the drop-in", "title: @"),
    (
        *("priority", EDITION, "priorities:\n"),
        "priorities:\n  - {id: hidden, title: @, audience: partner}\n",
    ),
    ("text of a priority", EDITION, "{id: hidden,", "{id: hidden, text: @,"),
    (
        *("label of a quoted figure", EDITION, "quoted:\n"),
        "quoted:\n  - {label: @, printed: many, source: A report}\n",
    ),
    ("quoted figure", EDITION, "printed: 50 to 60,", "printed: @,"),
    ("document of a quoted figure", EDITION, "The drop-in, November 2023", "@"),
    (
        *("reason of an acceptance", EDITION, "status: final\n"),
        "status: final\naccept: {excess.all-crime.beat: @}\n",
    ),
    ("recommendation", STORE, "Keep the strategic group.", "@"),
    ("reason of a recommendation", STORE, "The plan has no owner.", "@"),
    (
        "owner of a recommendation",
        STORE,
        "2,strategic-group,zq27leak,",
        "2,strategic-group,zq27leak,@",
    ),
    ("what a recommendation carries on", STORE, "Shops ask for it.,,", "Shops ask for it.,@,"),
    ("last year's recommendation", TRACKER, "Review the plan.", "@"),
    ("what became of it", TRACKER, "It met in June.", "@"),
    ("header of a supplied table", VISITS, "Visits a day", "@"),
    ("cell of a supplied table", VISITS, "Drop-in", "@"),
    ("row of a profile", WHO, "gender,female", "gender,@"),
    ("what an area covers", PARTNERSHIP, "Tipton and Stone Court", "@"),
    (
        *("name of a diagram", EDITION, "    tables: [visits]\n"),
        "    tables: [visits]\n    diagrams: [{name: @, kind: cycle, items: [Plan, Act, See]}]\n",
    ),
    ("line of a diagram", EDITION, "items: [Plan,", "items: [@,"),
    ("note of a diagram", EDITION, "kind: cycle,", "kind: cycle, note: @,"),
    ("meeting", PARTNERSHIP, "{Meeting: Joint Action Group,", "{Meeting: @,"),
    ("group of the structure", PARTNERSHIP, "  - Strategic Group:", "  - @:"),
    ("meaning of an abbreviation", PARTNERSHIP, "ASB: anti-social behaviour", "ASB: @"),
    ("partner agency", PARTNERSHIP, "[Middlemarch Infirmary]", "[@]"),
    ("member of the peer group", PARTNERSHIP, "[Barchester, Cranford]", "[@, Cranford]"),
)

# Counts in parts that stay inside: all crime in a beat, now and before; people; a partner's table.
NUMBERS: tuple[tuple[str, str, str, str], ...] = (
    ("count in a beat", COUNTS, "Lowick,2023-04-01,2023-12-05,300", "48271"),
    ("count before", COUNTS, "Lowick,2022-04-01,2022-12-05,310", "39163"),
    ("count of people", WHO, "all,154,179", "61437"),
    ("cell of a partner's table", VISITS, "50 to 60", "73519"),
)

# A beat that only partners read of, and public parts that refer to one: a headline, some evidence.
AREA = "zqfrickleak"
NAMED = (PARTNERSHIP, COUNTS, f"{DATA}/population.csv")
REFERENCES = (
    (EDITION, "headlines: [", "headlines: [All Crime change in Lowick, "),
    (STORE, "Shoplifting change,", "All Crime change in Lowick; Shoplifting change,"),
)


def plant(folder: Path) -> dict[str, str]:
    """Alter the made-up project: word or number -> what it was planted in."""
    planted = {}
    for number, (what, file, old, new) in enumerate(PLANTS, start=1):
        word = f"zq{number:02d}leak"
        altered(folder, file, old, new.replace("@", word, 1))
        planted[word] = what
    for file in NAMED:
        altered(folder, file, "Frick", AREA)
    for file, old, new in REFERENCES:
        altered(folder, file, old, new)
    return planted | {AREA: "name of an area"} | plant_numbers(folder)


def plant_numbers(folder: Path) -> dict[str, str]:
    """Put a number where the first count of a text was."""
    for _, file, old, number in NUMBERS:
        altered(folder, file, old, re.sub(r"\b(300|310|154|50)\b", number, old))
    altered(folder, WHO, "61437,179", "61437,98765")
    return {number: what for what, _, _, number in NUMBERS}

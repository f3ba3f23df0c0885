"""The made-up partnership with the counts of its peers, from which positions are worked out.

`counted(folder)` lays it out. Rates of shoplifting by hand, per 1,000 of nine months: Middlemarch
9 × 12 / 10 = 10.8 in 2022 and 9 × 15 / 10 = 13.5 in 2023, Barchester 9.0 and Cranford 13.5 in both.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.editions import EDITION
from tests.made_up import altered, project

PEERS = "data/middlemarch/2023-24/peers.csv"

MONTHS = [f"2022-{m:02}" for m in range(4, 13)] + [f"2023-{m:02}" for m in range(4, 13)]
# Residents, and shoplifting each month of April to December 2022 and of 2023.
GROUP: Mapping[str, tuple[int, int, int]] = {
    "Middlemarch": (10_000, 12, 15),
    "Barchester": (20_000, 20, 20),
    "Cranford": (30_000, 45, 45),
}


def counted(
    folder: Path, group: Mapping[str, tuple[int, int, int]] = GROUP, more: str = ""
) -> Path:
    """Lay out the edition for April to December, with members' counts instead of positions.

    more: keys to add to the section.
    """
    config = project(folder)
    altered(folder, EDITION, "last: 2023-12-05", "last: 2023-12-31")
    counts = folder / "data/middlemarch/2023-24/counts.csv"
    counts.write_text(counts.read_text("utf-8").replace("-12-05", "-12-31"), "utf-8")
    altered(
        folder,
        EDITION,
        "peers: {audience: public, file: peers.csv, layout: peers, title: Positions, "
        "publisher: Home Office, origin: given}",
        "peers: {audience: public, file: peers.csv, layout: peer-counts, title: Counts of peers}",
    )
    altered(
        folder,
        EDITION,
        "categories: [all-crime, robbery, shoplifting]}\n  - {kind: tracker",
        f"categories: [shoplifting]{more}}}\n  - {{kind: tracker",
    )
    altered(folder, EDITION, ", Robbery position change]", "]")
    (folder / PEERS).write_text("".join(_lines(group)), "utf-8")
    return config


def _lines(group: Mapping[str, tuple[int, int, int]]) -> Iterator[str]:
    yield "csp24_code,csp24_name,pfa24_name,population_mid2022,month,crime_type,count\n"
    for code, (name, (people, before, now)) in enumerate(group.items()):
        for month in MONTHS:
            number = before if month < "2023" else now
            yield f"E2299{code:04},{name},Force,{people},{month},Shoplifting,{number}\n"

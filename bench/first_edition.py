"""What a first edition costs: from files of open data to YAML, to checked figures, to a PDF.

Each command runs in a process of its own, by turns, on the made-up county; beside the seconds
stands the most memory that the process held. Reading all rows with Python's csv module and nothing
else is the ground that the others are measured from.
"""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

ROOT = Path(__file__).parent.parent
COUNTY = ROOT / "data" / "exampleshire"
TURNS = 3
AIM = "aim: a first edition with maps in a minute"

PSA = "from report.cli import main; main()"
READ = """
import csv, io, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as archive:
    for name in archive.namelist():
        for row in csv.reader(io.StringIO(archive.read(name).decode("utf-8"))): pass
"""
NEW = (
    *("new", "Middlemarch", "--district", "E07900005", "--street", COUNTY / "street.zip"),
    *("--population", COUNTY / "population" / "residents-2022-lsoa21.csv"),
    *("--lookup", COUNTY / "lookups" / "lsoa21-ward-district.csv"),
)
BORDERS = ("--boundaries", COUNTY / "boundaries" / "lsoa21.geojson")
EDITION = "config/middlemarch/2024-25.yaml"


@dataclass(frozen=True)
class Cost:
    """Seconds and the most megabytes of one process."""

    seconds: float
    megabytes: float


def measured(root: Path, code: str, *arguments: object) -> Cost:
    """Run Python code in a process of its own."""
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", code, *map(str, arguments)]
    start = perf_counter()
    process = subprocess.Popen(
        command, cwd=root, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, arguments
    unit = 1_000_000 if sys.platform == "darwin" else 1_000
    return Cost(seconds, usage.ru_maxrss / unit)


def project(folder: Path) -> Path:
    """Lay out a project without an edition."""
    for name in ("templates", "config/layouts"):
        shutil.copytree(ROOT / name, folder / name)
    for path in (ROOT / "config").glob("*.yaml"):
        shutil.copy(path, folder / "config")
    return folder


def turn() -> dict[str, Cost]:
    """Run every command once."""
    found = {}
    with TemporaryDirectory() as first, TemporaryDirectory() as second:
        plain, mapped = project(Path(first)), project(Path(second))
        found["csv module alone"] = measured(plain, READ, COUNTY / "street.zip")
        found["psa new"] = measured(plain, PSA, *NEW)
        found["psa check"] = measured(plain, PSA, "check", EDITION)
        found["psa build"] = measured(plain, PSA, "build", EDITION)
        measured(mapped, PSA, *NEW, *BORDERS)
        found["psa build with maps"] = measured(mapped, PSA, "build", EDITION)
    return found


def main() -> None:
    """Measure by turns, and print the medians and their ratios to the first."""
    turns = [turn() for _ in range(TURNS)]
    rows = {
        name: Cost(
            median(each[name].seconds for each in turns),
            median(each[name].megabytes for each in turns),
        )
        for name in turns[0]
    }
    ground = rows["csv module alone"]
    out = [f"Middlemarch of the made-up county; medians of {TURNS} turns"]
    out.append(f"{'':22}{'seconds':>9}{'ratio':>9}{'memory':>10}{'ratio':>8}")
    for name, cost in rows.items():
        slower, larger = cost.seconds / ground.seconds, cost.megabytes / ground.megabytes
        out.append(
            f"{name:22}{cost.seconds:7.1f} s{slower:8.1f}×{cost.megabytes:7.0f} MB{larger:7.1f}×"
        )
    sys.stdout.write("\n".join([*out, AIM]) + "\n")


if __name__ == "__main__":
    main()

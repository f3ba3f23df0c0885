"""The two records of a build: checks.json, what was found, and build.json, how it was made."""

from datetime import UTC, datetime
from pathlib import Path

from report.errors import Problem
from report.folders import write_json
from report.pipeline.assessing import Assessed

_ROWS = {"id", "file", "files", "rows_read", "rows_used", "set_aside", "by_file"}


def checked(found: Assessed, late: list[Problem], open_late: list[Problem]) -> dict[str, object]:
    """Give the rows of every source, what was accepted and why, and the warnings left.

    late: what was found in the finished pages; open_late: what of that is not accepted.
    """
    a, reasons = found.assessment, found.study.edition.accept
    accepted = {p.id: p for p in (*found.read, *late) if p.id in reasons}
    return {
        "edition": a.edition,
        "sources": [s.model_dump(mode="json", include=_ROWS) for s in a.sources],
        "accepted": [
            *(x.model_dump(mode="json") for x in a.accepted),
            *({"id": i, "what": p.what, "because": reasons[i]} for i, p in accepted.items()),
        ],
        "warnings": [str(w) for w in (*found.warnings, *open_late)],
    }


def write_build(root: Path, folder: Path, seconds: dict[str, float]) -> None:
    """Write what differs from machine to machine and from run to run, and nothing else does."""
    from report.document.machine import versions

    record = {
        "built": datetime.now(UTC).isoformat(timespec="seconds"),  # noqa: TID251  here it may
        "root": str(root),
        "versions": versions(),
        "seconds": {name: round(value, 2) for name, value in seconds.items()},
    }
    write_json(folder / "build.json", record)

"""Find the layouts that read a file, by its headers alone."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from report.errors import InputError, Problem, Where, nearest_path
from report.sources.csvs import Csv, read_csv
from report.sources.files import Part, contents
from report.sources.headers import header_problems, width_problems
from report.sources.layouts import Layout, read_layout
from report.sources.typed import refuse


def layouts(root: Path) -> dict[str, Layout]:
    """Read every layout of the project."""
    folder = root / "config" / "layouts"
    return {path.stem: read_layout(path.stem, root) for path in sorted(folder.glob("*.yaml"))}


def parts(path: Path, *names: str) -> Iterator[Part]:
    """Give a file, or the files of a folder or a zip that have such names.

    Raises InputError where there is none.
    """
    where = Where(path.as_posix())
    if not path.exists():
        raise InputError([Problem(where, "no such file", nearest_path(path, "correct the path"))])
    found = contents(path, path.name, names)
    first = next(found, None)
    if first is None:
        raise InputError(
            [Problem(where, f"holds no file {one_list(names)}", "name the one you have")]
        )
    yield first
    yield from found


def first_rows(path: Path) -> Csv:
    """Read the first CSV that a path stands for. Raises InputError where a row is another width."""
    text = read_csv(next(parts(path, "*.csv")), "utf-8")
    refuse(width_problems(text))
    return text


def reading(path: Path, known: dict[str, Layout], *tables: str) -> list[str]:
    """Give the names of the layouts of some tables that read a file.

    Raises InputError where none does.
    """
    text = first_rows(path)
    fitting = [
        name
        for name, layout in known.items()
        if layout.table in tables and not any(header_problems(text, layout))
    ]
    if not fitting:
        what = (
            f"no layout of {' or '.join(tables)} reads it: its columns are {one_list(text.header)}"
        )
        names = [name for name, layout in known.items() if layout.table in tables]
        advice = f"name another file, or write a layout like {one_list(names)}"
        raise InputError([Problem(Where(path.as_posix(), 1), what, advice)])
    return fitting


def one_list(names: Iterable[str]) -> str:
    """Give some names in one line, as they stand."""
    return ", ".join(f"'{name}'" for name in names)

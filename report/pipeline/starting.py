"""`psa new`: the two YAML files of a first edition, from the files that the analyst has."""

from functools import partial
from pathlib import Path

from report.errors import Problem, Where, stop_on_errors
from report.folders import replaced, root_of_project, write


def new(
    name: str, district: str, street: Path, population: Path, *others: tuple[Path, ...]
) -> tuple[list[Path], str]:
    """Write the two YAML files of a new edition from the files that the analyst has.

    others: lists of areas, then boundaries. Gives the files' paths, and in words what was found and
    assumed.
    Raises InputError where a file cannot be used, or the partnership's folder is there already.
    """
    from report.document import html
    from report.kit.lists import Asked
    from report.kit.starter import starter

    root = root_of_project(Path.cwd())
    made = starter(Asked(name, district, street, population, *others), root)
    target = root / "config" / made.slug
    stop_on_errors(_there(target))
    everything = {**made.parts, **made.others}
    labels = {id_: keys.label for id_, keys in {**everything, made.whole: made.adds_up}.items()}
    fill = partial(html.filled, root / "templates", s=made, labels=labels, everything=everything)
    with replaced(target) as folder:
        write(folder / "partnership.yaml", fill("new/partnership.yaml"))
        write(folder / f"{made.edition}.yaml", fill("new/edition.yaml"))
    names = ("partnership.yaml", f"{made.edition}.yaml")
    return [target / name for name in names], fill("new/said.txt")


def _there(target: Path) -> list[Problem]:
    """Refuse to write over what somebody may have worked on."""
    if not target.exists():
        return []
    what, do = "is there already", "give another name, or remove the folder"
    return [Problem(Where(target.as_posix()), what, do)]

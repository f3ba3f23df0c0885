"""Which method labels the areas of a table: one of the house's, declared counts, or last year's."""

from dataclasses import dataclass, replace
from typing import Any

from report.config.classification import DEFAULT, LAST_YEAR, ClassificationKeys, MethodKeys
from report.config.complaints import validated
from report.config.earlier import Earlier, edition_before
from report.config.reading import Path_, relative
from report.config.top import Label
from report.errors import InputError, Problem, Where, one_of, suggestion
from report.sections.desk import Desk


@dataclass(frozen=True)
class Method:
    """How areas are labelled: by a method of the house, or by declared counts.

    name: as config/classification.yaml has it, "" for declared counts. edition: the one that it is
    taken over from, its file's stem; "" for this one's own.
    """

    name: str = ""
    keys: MethodKeys | None = None
    cutoffs: tuple[Label, ...] = ()
    edition: str = ""

    def same(self, other: "Method") -> bool:
        """Say whether another method labels in the same way."""
        return (self.keys, self.cutoffs) == (other.keys, other.cutoffs)


def chosen(desk: Desk, named: str, cutoffs: tuple[Label, ...]) -> Method | None:
    """Find the method of a table's labels; None where it has none.

    Raises InputError for a name that no method has, and where there is no last year to follow.
    """
    if cutoffs:
        return Method(cutoffs=cutoffs)
    if not named:
        return None
    if named == LAST_YEAR:
        return _taken_over(desk)
    where = desk.study.where(*desk.plan.at, "top", "labels")
    return _named(rules(desk), named, where)


def last_year(desk: Desk) -> Method | None:
    """Find the method by which the edition before labelled the areas of this section, if it did."""
    before = desk.study.before
    return _of(desk, before) if before else None


def rules(desk: Desk) -> ClassificationKeys:
    """Give the methods of the house. Raises InputError where the project has none."""
    found = desk.study.classification
    if found is None:
        what = "config/classification.yaml is missing, which says how areas are labelled"
        raise desk.missing(what, "copy it into the project, or declare counts", "top")
    return found


def _named(house: ClassificationKeys, name: str, where: Where) -> Method | None:
    """Find a method by its name; None for the one that labels nothing."""
    name = house.default if name == DEFAULT else name
    keys = house.methods.get(name)
    if keys is None:
        names = (DEFAULT, LAST_YEAR, *house.methods)
        what = f"no method of labels is called '{name}'"
        raise InputError([Problem(where, what, suggestion(name, names, one_of(names)))])
    named = keys.model_copy(update={"labels": keys.labels.over(house.labels)})
    return None if keys.method == "none" else Method(name, named)


def _taken_over(desk: Desk) -> Method:
    """Take last year's method. Raises InputError where there is none."""
    found = last_year(desk)
    if found:
        return found
    study, names = desk.study, one_of((DEFAULT, *rules(desk).methods))
    before = study.before
    what = (
        f"{relative(before.path, study.root)}, the edition before this one, labels no areas in a"
        f" section with the id '{desk.plan.id}'"
        if before
        else f"no edition of {study.partnership.name} is from before {study.period.label}"
    )
    raise desk.missing(what, names, "top")


def _of(desk: Desk, edition: Earlier) -> Method | None:
    """Find the method of the section in another edition, or in the one that it follows itself."""
    place, keys = edition.section(desk.plan.id) or ((), {})
    top = keys.get("top")
    labels = top.get("labels") if isinstance(top, dict) else None
    if labels == LAST_YEAR:
        before = edition_before(edition.path, edition.last, desk.study.root)
        return _of(desk, before) if before else None
    at = (*place, "top", "labels")
    if isinstance(labels, str):
        found = _named(rules(desk), labels, edition.where(*at))
    else:
        found = Method(cutoffs=_cutoffs(edition, at, labels)) if labels else None
    return replace(found, edition=edition.path.stem) if found else None


def _cutoffs(edition: Earlier, at: Path_, labels: list[Any]) -> tuple[Label, ...]:
    """Read another edition's declared counts. Raises InputError where they are none."""
    made = [validated(Label, each, edition.text, (*at, n)) for n, each in enumerate(labels)]
    problems = [problem for _, wrong in made for problem in wrong]
    if problems:
        raise InputError(problems)
    return tuple(label for label, _ in made if label)

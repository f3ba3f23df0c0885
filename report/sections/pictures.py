"""The author's pictures, for any section that holds some."""

from pathlib import Path

from report.assessment import Exhibit, Picture
from report.config.plan import PictureKeys, Plan
from report.config.study import Study
from report.sections.desk import Desk
from report.sections.exhibits import exhibit
from report.sections.facts import identity
from report.sources.tables import Tables


def pictures(plan: Plan, study: Study, tables: Tables) -> tuple[Exhibit, ...]:
    """Make an exhibit of every picture that the plan holds."""
    desk = Desk.of(plan, study, tables)
    return tuple(_exhibit(desk, keys) for keys in plan.pictures)


def files(study: Study) -> dict[str, Path]:
    """Give the author's file of every picture, by the exhibit's id."""
    return {
        _id(plan, keys): study.path.parent / keys.file
        for plan in study.walk()
        for keys in plan.pictures
    }


def _id(plan: Plan, keys: PictureKeys) -> str:
    return identity("picture", plan.id, keys.name)


def _exhibit(desk: Desk, keys: PictureKeys) -> Exhibit:
    file = f"exhibits/{_id(desk.plan, keys)}{Path(keys.file).suffix.lower()}"
    return exhibit(
        desk,
        "picture",
        keys.name,
        (),
        kind="picture",
        rows=(),
        title=keys.caption,
        picture=Picture(file=file, alt=keys.alt, credit=keys.credit),
        audience=keys.audience,
    )

"""The keys of a table by area, and the areas that they mean."""

from report.config.model import Strict, key
from report.config.plan import Plan
from report.errors import suggestion
from report.sections.desk import Desk


class AreaSet(Strict):
    """A named set of areas that is added up."""

    name: str = key("everyday name of the set")
    areas: tuple[str, ...] = key("display names of its areas")


class Places(Plan):
    """Keys of a table by area."""

    category: str = key("the category")
    areas: str = key("kind of area, such as beat")
    areas_plural: str = key("that kind in the plural, where it is not formed by s", default="")
    only: tuple[str, ...] = key(
        "display names, where figures are published for some of the areas only: no shares then",
        default=(),
    )
    years: bool = key("show the years before as well", default=True)
    name: str = key("everyday name of the table and chart", default="")
    change: bool = key("show the change on the comparison", default=True)
    shade: bool = key("shade the counts of each row from its lowest to its highest", default=False)
    chart: bool = key("draw small multiples", default=True)
    chart_message: str = key("what the chart shows, in your words", default="")
    sets: tuple[AreaSet, ...] = key("sets of areas to add up", default=())
    gaps: tuple[tuple[str, str], ...] = key("pairs of areas to compare", default=())
    note: str = key("printed under the table", default="")

    def compares(self) -> tuple[str, ...]:
        """Give the category."""
        return (self.category,)


def plan_of(desk: Desk) -> Places:
    """Give the plan of a table by area."""
    assert isinstance(desk.plan, Places)
    return desk.plan


def plural(plan: Places) -> str:
    """Name its kind of area in the plural."""
    return plan.areas_plural or f"{plan.areas}s"


def codes_of(desk: Desk) -> list[str]:
    """Give the codes of its areas. Raises InputError where there are none, or a name is unknown."""
    plan, areas = plan_of(desk), desk.study.areas()
    inside = set(desk.study.within(desk.own, plan.areas))
    codes = [c for c in areas if c in inside]
    unknown = set(plan.only) - {areas[c].name for c in codes}
    if unknown:
        name = min(unknown)
        advice = suggestion(name, [areas[c].name for c in codes])
        raise desk.missing(f"unknown area '{name}'", advice, "only")
    if plan.only:
        return sorted((c for c in codes if areas[c].name in plan.only), key=codes.index)
    if not codes:
        kinds = {areas[code].kind for code in desk.study.within(desk.own)}
        what = f"the partnership has no areas of kind '{plan_of(desk).areas}'"
        raise desk.missing(what, suggestion(plan_of(desk).areas, kinds), "areas")
    return codes


def code_of(desk: Desk, name: str, field: str) -> str:
    """Give the code of an area by its name, which stands under a key."""
    by_name = {desk.area_name(code): code for code in codes_of(desk)}
    if name not in by_name:
        raise desk.missing(f"unknown area '{name}'", suggestion(name, by_name), field)
    return by_name[name]

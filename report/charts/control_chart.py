"""Control chart: months over the level and the range that are usual, with what they signal.

Marks: `label`, the months; `values`, the column that is drawn; `centre`, `lower`, `upper`, the
columns of the usual level and the ends of the range; `signal`, the column that says what a month
signals, its strongest signal before a semicolon; `signals`, the names of all there are, which have
their shapes in this order; `baseline`, keys of the first and last row of each baseline; `changed`,
the column that says how recording changed from a month on, where it did.
"""

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from report.assessment import Exhibit
from report.charts import alt, endings, frame, scale, signs
from report.charts.data import Plot, head, marked, plot
from report.charts.look import Look, applied
from report.words import number

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# Millimetres: the drawing's height; above it; before the first and after the last month.
HIGH, HEAD, MARGIN = 54.0, 5.0, 2.5

# Millimetres at the top of the drawing for the baselines' brackets, and the length of their ends.
BRACKET, END = 7.0, 1.2

# Millimetres: at the right for the lines' names; two lines of months below; the room of a month.
RIGHT, BELOW, MONTH = 36.0, 8.5, 9.0

STEPS = 5

# Months between two names on the scale, so that the same months of each year have theirs.
EVERY = (1, 2, 3, 6, 12)

THIN, TINT = 0.9, 0.35
LETTERS = 3


def height(exhibit: Exhibit) -> float:
    """Give the figure's height in millimetres."""
    return HEAD + HIGH + BELOW + signs.height(exhibit)


def draw(exhibit: Exhibit, look: Look) -> "Figure":
    """Draw the months, their range, baselines, signals and breaks, and the key below them."""
    shown, low = _shown(exhibit), scale.begin(_shown(exhibit), STEPS)
    with applied(look):
        figure = frame.figure((frame.width(exhibit), height(exhibit)))
        left = scale.room(shown)
        wide = frame.width(exhibit) - left - RIGHT
        axes = frame.axes(figure, left, BELOW + signs.height(exhibit), wide, HIGH)
        scale.upright(axes, shown, STEPS, BRACKET / HIGH, low)
        _months(axes, shown, wide)
        _baselines(axes, exhibit, wide, look)
        _range(axes, exhibit, wide, look)
        _points(axes, exhibit, look)
        signs.draw(figure, exhibit, look)
        begins = f"the scale begins at {number(low, 'offences')}" if low else ""
        frame.head(figure, head(shown), begins)
    return figure


def describe(exhibit: Exhibit) -> str:
    """Describe the chart: what is usual, what each signal is and when, and what changed."""
    shown = _shown(exhibit)
    first, last = shown.marks[0].label, shown.marks[-1].label
    names = [f"{name}: {_when(exhibit, name)}" for name in signs.used(exhibit)]
    changed = [
        f"Recording changed in {shown.marks[at].label}: {what}."
        for at, what in signs.changes(exhibit)
    ]
    missing = sum(mark.values[0] is None for mark in shown.marks)
    lost = [f"{alt.counted(missing, 'month')} cannot be shown."] if missing else []
    return " ".join(
        [
            f"Control chart of {exhibit.name}, {first} to {last}: "
            f"{alt.counted(len(shown.marks), 'month')}.",
            *_usual(exhibit, shown),
            f"{'; '.join(names)}." if names else "No month signals anything.",
            *changed,
            *lost,
        ]
    )


def _usual(exhibit: Exhibit, shown: Plot) -> list[str]:
    """Say what is usual at the end, and which months that comes from."""
    last = shown.marks[-1]
    if None in last.values[1:]:
        return ["The newest months have no usual range."]
    centre, lower, upper = (shown.text(last, at) for at in (1, 2, 3))
    baseline = f", from {exhibit.comparison}" if exhibit.comparison else ""
    return [f"Usual level {centre}, usual range {lower} to {upper}{baseline}."]


def _when(exhibit: Exhibit, name: str) -> str:
    months = [month for month, said in signs.signals(exhibit) if name in said]
    if len(months) > alt.FEW:
        return f"{len(months)} months between {months[0]} and {months[-1]}"
    return ", ".join(months)


def _shown(exhibit: Exhibit) -> Plot:
    """Choose the value that is drawn, the level and the ends of the range, month by month."""
    return _columns(exhibit, "values", "centre", "lower", "upper")


def _columns(exhibit: Exhibit, *names: str) -> Plot:
    values = [marked(exhibit, name) for name in names]
    return plot(exhibit.model_copy(update={"marks": exhibit.marks | {"values": values}}))


def _months(axes: "Axes", shown: Plot, wide: float) -> None:
    """Scale x by month, and name every so many from the first on, with the year where it is new."""
    labels = [mark.label.split() for mark in shown.marks]
    step = (wide - 2 * MARGIN) / max(len(labels) - 1, 1)
    every = next((n for n in EVERY if n * step >= MONTH), EVERY[-1])
    places = list(range(0, len(labels), every))
    named = [labels[at] for at in places]
    years = [named[0][-1]] + [b[-1] if b[-1] != a[-1] else "" for a, b in pairwise(named)]
    texts = [f"{name[0][:LETTERS]}\n{year}" for name, year in zip(named, years, strict=True)]
    axes.set_xticks(places, texts)
    axes.set_xlim(-MARGIN / step, len(labels) - 1 + MARGIN / step)
    axes.grid(visible=False, axis="x")


def _baselines(axes: "Axes", exhibit: Exhibit, wide: float, look: Look) -> None:
    """Tint each baseline, and bracket and name it at the top."""
    keys, at = [row.key for row in exhibit.rows], exhibit.marks.get("baseline", [])
    places = [keys.index(each) for each in ([at] if isinstance(at, str) else at)]
    low, top = axes.get_ylim()
    line = top - (top - low) * (BRACKET - END) / HIGH * 0.72
    per_month = wide / (len(keys) + 1)
    for first, last in zip(places[::2], places[1::2], strict=True):
        axes.axvspan(first - 0.5, last + 0.5, color=look.rule, alpha=TINT, linewidth=0)
        end = (top - low) * END / HIGH
        across, up = [first - 0.4] * 2 + [last + 0.4] * 2, [line - end, line, line, line - end]
        axes.plot(across, up, color=look.muted, linewidth=THIN)
        months = f"{exhibit.rows[first].cells[0].value} to {exhibit.rows[last].cells[0].value}"
        long = f"baseline: {months}"
        fits = frame.breadth(long, frame.SMALL) < (last - first) * per_month
        axes.text(
            (first + last) / 2,
            line + end,
            long if fits else "baseline",
            size=frame.SMALL,
            ha="center",
            va="bottom",
        )


def _range(axes: "Axes", exhibit: Exhibit, wide: float, look: Look) -> None:
    """Draw the level and the ends of the range, stretch by stretch, and name them at the right."""
    changed = [at for at, _ in signs.changes(exhibit)]
    breaks = [0, *changed, len(exhibit.rows)]
    pens = {"centre": (look.ink, "-"), "upper": (look.muted, "--"), "lower": (look.muted, "--")}
    for name, (colour, dashes) in pens.items():
        values = [mark.points[0] for mark in _columns(exhibit, name).marks]
        for first, end in pairwise(breaks):
            pen: dict[str, Any] = {"color": colour, "linestyle": dashes, "linewidth": THIN}
            axes.plot(range(first, end), values[first:end], drawstyle="steps-mid", **pen)
    for at in changed:
        axes.axvline(at - 0.5, color=look.ink, linestyle=":", linewidth=2 * THIN)
    _named(axes, exhibit, wide)


def _named(axes: "Axes", exhibit: Exhibit, wide: float) -> None:
    shown, (low, top) = _shown(exhibit), axes.get_ylim()
    last = shown.marks[-1]
    if None in last.values[1:]:
        return
    wanted, texts = [], []
    for at in (3, 1, 2):
        wanted.append((float(last.values[at] or 0) - low) / (top - low) * HIGH)
        texts.append(f"{shown.columns[at].label} {shown.text(last, at)}")
    places = endings.spread(wanted, [frame.LINE] * len(texts), HIGH)
    for text, place in zip(texts, places, strict=True):
        axes.annotate(
            text,
            ((wide + 1) / frame.MM_PER_POINT, place / frame.MM_PER_POINT),
            xycoords="axes points",
            size=frame.SMALL,
            va="center",
            annotation_clip=False,
        )


def _points(axes: "Axes", exhibit: Exhibit, look: Look) -> None:
    """Draw the months as a line, and over it the shape of what each signals."""
    shown = _shown(exhibit)
    values = [mark.points[0] for mark in shown.marks]
    axes.plot(values, color=look.strong, marker=".", markersize=4, linewidth=1.2, clip_on=False)
    for at, (_, said) in enumerate(signs.signals(exhibit)):
        if said:
            axes.plot([at], [values[at]], **signs.pen(exhibit, said[0], look))

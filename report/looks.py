"""What a page needs beside it: its style sheet, typeface, pictures and drawings."""

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from report.assessment import Assessment, Brand, Exhibit
from report.config.study import Study

if TYPE_CHECKING:
    from report.charts.look import Look
    from report.document.html import Drawing


def style(root: Path, brand: Brand) -> str:
    """Give the style sheet of every page: tokens, page, paper, screen, brand, typeface."""
    from report.document.pdf import font_faces

    folder = root / "templates" / "style"
    names = ("tokens", "page", "paper", "screen")
    parts = [(folder / f"{name}.css").read_text(encoding="utf-8") for name in names]
    chosen_look = look(root, brand)
    chosen = {"main": brand.main, "accent": brand.accent, "series-strong": chosen_look.strong}
    tokens = [f"--{name}: {value};" for name, value in chosen.items() if value]
    tokens.append(f'--typeface: "{chosen_look.typeface}";')
    return "\n".join([*parts, f":root {{ {' '.join(tokens)} }}", font_faces(chosen_look.typeface)])


def look(root: Path, brand: Brand) -> "Look":
    """Give the looks of charts: the style sheet's tokens, and what the brand chose."""
    from report.charts.look import read

    return read(root / "templates" / "style" / "tokens.css", brand)


def furnish(folder: Path, root: Path, assessment: Assessment, pictures: Path | None) -> None:
    """Put beside a page what it shows: the files of its typeface, and the brand's pictures.

    pictures: where those lie; None where they are in the folder already.
    """
    from report.document.pdf import carry_fonts

    carry_fonts(look(root, assessment.brand).typeface, folder)
    if not pictures:
        return
    for picture in assessment.brand.pictures():
        (folder / "brand").mkdir(exist_ok=True)
        shutil.copyfile(pictures / Path(picture.file).name, folder / picture.file)


def hang(exhibits: Iterable[Exhibit], study: Study, folder: Path) -> None:
    """Put copies of the author's pictures where a page finds them."""
    from report.pictures import copy
    from report.sections.pictures import files

    for exhibit in exhibits:
        if exhibit.picture:
            target = folder / exhibit.picture.file
            target.parent.mkdir(exist_ok=True)
            copy(files(study)[exhibit.id], target)


def draw(exhibits: Iterable[Exhibit], folder: Path, chosen: "Look") -> "Mapping[str, Drawing]":
    """Draw every chart and diagram into `exhibits/`, and describe it."""
    from report.charts import CHARTS, size
    from report.charts.svg import svg
    from report.document.html import Drawing

    drawings: dict[str, Drawing] = {}
    (folder / "exhibits").mkdir(exist_ok=True)
    for exhibit in exhibits:
        if exhibit.kind in ("table", "picture"):
            continue
        drawing, describe = CHARTS[exhibit.kind]
        file = f"exhibits/{exhibit.id}.svg"
        (folder / file).write_bytes(svg(drawing(exhibit, chosen)))
        drawings[exhibit.id] = Drawing(file, describe(exhibit), *size(exhibit))
    return drawings

"""The brand of a partnership: a colour that cannot be read and a missing picture are problems."""

from pathlib import Path

import pytest

from report.assessment import Brand, load
from report.charts import look
from report.colours import MARK, contrast, luminance
from report.document import letters, pdf
from tests.editions import CHAPTER, problems_of, psa
from tests.made_up import ROOT, altered, project

BRAND = "config/middlemarch/brand.yaml"
TOKENS = ROOT / "templates" / "style" / "tokens.css"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><path d="M0 0h40v20z"/></svg>'


def branded(folder: Path, text: str) -> Path:
    """Give the made-up partnership a brand."""
    config = project(folder)
    (folder / BRAND).write_text(text, encoding="utf-8")
    return config


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (
            'main: "#2AA0FF"',
            # 2.77 by WebAIM's contrast checker
            "main: #2AA0FF has a contrast of 2.8 to 1, but text in it, or white text on it, "
            "needs 4.5 to 1; the nearest that passes is #",
        ),
        (
            'accent: "#FFEE00"',
            "accent: #FFEE00 has a contrast of 1.2 to 1, but a mark beside text needs 3 to 1; "
            "the nearest that passes is #",
        ),
        ("main: green", "main: 'green' is no colour; write it as #RRGGBB, in quotes"),
        ("typeface: Arial", "typeface: the typeface 'Arial' is not carried; use one of Lato,"),
        ("typeface: lato sans", "typeface: the typeface 'lato sans' is not carried; "),
        ("colour: red", "unknown key 'colour'; use one of accent,"),
        ("logo: {file: badge.svg, alt: Badge}", "no file 'badge.svg'; put it beside brand.yaml"),
        ("logo: {file: logo.svg}", "the key 'alt' is missing; add 'alt:'"),
    ],
)
def test_a_brand_that_cannot_be_printed_is_a_problem(
    tmp_path: Path, line: str, problem: str
) -> None:
    """Each with its place, and what would do."""
    (found,) = problems_of(branded(tmp_path, f"# Ours\n{line}\n"))
    assert found.startswith(f"{BRAND}:2: {problem}")


def test_the_colour_that_is_named_passes(tmp_path: Path) -> None:
    """Who types the advised colour has no problem any more."""
    (found,) = problems_of(branded(tmp_path, 'main: "#2AA0FF"\n'))
    advised = found.split()[-1]
    (tmp_path / BRAND).write_text(f'main: "{advised}"\n', encoding="utf-8")
    assert problems_of(tmp_path / "config" / "middlemarch" / "2023-24.yaml") == []


def test_a_brand_reaches_the_page_the_charts_and_the_public_folder(tmp_path: Path) -> None:
    """Colours and typeface in both pages, the logo beside each, this year's bars in its colour."""
    config = branded(
        tmp_path, 'main: "#00543D"\ntypeface: Lato\nlogo: {file: l.svg, alt: Our badge}\n'
    )
    (config.parent / "l.svg").write_text(SVG, encoding="utf-8")
    done = psa("build", config, "--html", cwd=tmp_path)
    assert done.returncode == 0, done.stderr

    folder = tmp_path / "build" / "middlemarch" / "2023-24"
    strong = look.read(TOKENS, Brand(main="#00543D")).strong
    for page in (folder / "report.html", folder / "public" / "summary.html"):
        text = page.read_text(encoding="utf-8")
        assert f'--main: #00543D; --series-strong: {strong}; --typeface: "Lato";' in text
        assert (page.parent / "fonts" / "Lato-Regular.ttf").is_file()
        assert (page.parent / "brand" / "l.svg").read_text(encoding="utf-8") == SVG
    assert load(folder / "public" / "assessment.json").brand.main == "#00543D"
    chart = next((folder / "exhibits").glob("chart.beats*.svg")).read_text(encoding="utf-8")
    assert strong.lower() in chart.lower()
    assert "Lato" in chart


def test_bars_of_this_year_part_from_earlier_ones_in_grey_print() -> None:
    """A brand's colour is darkened for charts until it parts from the grey by 3 to 1."""
    found = look.read(TOKENS, Brand(main="#007A5E"))
    assert luminance(found.strong) < luminance("#007A5E")
    assert contrast(luminance(found.strong), luminance(found.earlier)) >= MARK


def test_a_letter_that_the_typeface_lacks_stops_the_build(tmp_path: Path) -> None:
    """Named with its place, instead of a font of the system or an empty box."""
    config = project(tmp_path)
    altered(tmp_path, CHAPTER, "## Shops", "## Shops 商店")
    done = psa("build", config, "--html", cwd=tmp_path)
    assert done.returncode == 1
    assert (
        f"{CHAPTER}:8: the typeface Source Sans Pro has no letter '商' (U+5546); "
        "write it another way" in done.stderr
    )
    assert list((tmp_path / "build" / "middlemarch").iterdir()) == []


@pytest.mark.parametrize("typeface", ["Source Sans Pro", "Lato"])
def test_a_typeface_has_the_letters_of_this_country(typeface: str) -> None:
    """English and Welsh letters, the signs of money, change and status."""
    text = "AZaz09 £€%–—−×·…‘’“” âêîôûŵŷÂÊÎÔÛŴŶáàäéèëïíìóòöúùüẁẃẅ ↑↓↔▲▼●◐○"
    assert letters.missing(f"<p class='商'>{text}</p>", typeface) == []


def test_a_page_names_every_file_of_its_typeface(tmp_path: Path) -> None:
    """Each @font-face has its file beside the page."""
    pdf.carry_fonts("Lato", tmp_path)
    files = {path.name for path in (tmp_path / "fonts").iterdir()}
    assert files
    assert all(f"url(fonts/{name})" in pdf.font_faces("Lato") for name in files)

"""The texts of a drawing (SVG)."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

SVG = "{http://www.w3.org/2000/svg}"


def drawn(file: Path) -> Iterator[str]:
    """Give the texts of a drawing, in the order in which they are drawn."""
    if file.suffix != ".svg" or not file.is_file():
        return
    for element in ElementTree.parse(file).iter(f"{SVG}text"):
        lines = [element, *element.iter(f"{SVG}tspan")]
        text = " ".join("".join(line.text or "" for line in lines).split())
        if text:
            yield text

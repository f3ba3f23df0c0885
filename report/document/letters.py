"""The letters of a page that its typeface lacks, so that no font of the system steps in unseen."""

import re
from functools import cache
from html import unescape

from report import typefaces

NOT_TEXT = re.compile(r"<style>.*?</style>|<[^>]*>", re.DOTALL)


def missing(page: str, typeface: str) -> list[str]:
    """List the letters of a page's text that some face of the typeface cannot draw, in order."""
    letters = sorted(set(unescape(NOT_TEXT.sub("", page))) - _carried(typeface))
    return [letter for letter in letters if letter.isprintable()]


@cache
def _carried(typeface: str) -> set[str]:
    """Give the letters that every face of the typeface has, or every face of the signs."""
    from fontTools.ttLib import TTFont

    found: dict[str, set[int]] = {}
    for family, path, _, _ in typefaces.faces(typeface):
        with TTFont(path, lazy=True) as font:
            known = set(font.getBestCmap())
        found[family] = found.get(family, known) & known
    return {chr(code) for codes in found.values() for code in codes}

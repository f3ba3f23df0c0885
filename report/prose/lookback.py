"""Look for words right before a place in a text, without reading the text from its start."""

import re

REACH = 40  # letters that words right before a number may take: "neither of the other fifteen "


def right_before(pattern: re.Pattern[str], text: str, at: int) -> re.Match[str] | None:
    """Search the letters before a place, which is the end (`$`) of what the pattern sees.

    A word that begins further back than these letters is not taken to begin with them.
    """
    return pattern.search(text, max(0, at - REACH), at)

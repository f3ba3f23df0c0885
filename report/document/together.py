"""Keep what is read as one on one line: "5 December", "Table 4", "1,133 offences", "12th of 15".

Works on a finished page, in its text alone. Each such phrase is put into a span that the style
sheet does not break; its spaces stay spaces, so that a search finds what it would have found.
"""

import re

from report import words
from report.periods import MONTHS

# What is no text of the page, and is passed over: tags, styles, and the title, which holds no tags.
NOT_TEXT = re.compile(r"(<style>.*?</style>|<title>.*?</title>|<[^>]*>)", re.DOTALL)

NUMBER = r"[+−£]?\d+(?:[.,]\d+)*"
MONTH = "|".join(MONTHS)
# Longest first, so that "crimes and incidents" is not kept as "crimes".
NOUNS = {noun for pair in words.NOUNS.values() for noun in pair}
COUNTED = "|".join(sorted(NOUNS, key=lambda noun: (-len(noun), noun)))
NOUN = rf"(?:million|billion|per cent|(?:(?:more|fewer) )?(?:{COUNTED}))"

PHRASES = (
    rf"\d{{1,2}} (?:{MONTH})",
    r"\d+(?:st|nd|rd|th)(?: of \d+)?",
    r"\d{4}/\d{2,4}",
    rf"{NUMBER} {NOUN}",
    r"\d+ of \d+",
    r"per 1,000",
    # a name and its number or letter: Table 4, Beat 62, section 17, Appendix A
    rf"(?:[A-Z][a-z]+|sections?|regulations?|pages?) \d{{1,3}}(?:\.\d+)*(?! (?:{MONTH}|{NOUN}))",
    r"(?:Appendix|Priority) [A-Z]",
)
PHRASE = re.compile(rf"(?<![\w.,/£])(?:{'|'.join(PHRASES)})(?![\w/]|[.,]\d)")


def kept_together(page: str) -> str:
    """Give a page whose phrases are not broken between lines."""
    parts = NOT_TEXT.split(page)
    parts[::2] = [PHRASE.sub(_kept, text) for text in parts[::2]]
    return "".join(parts)


def _kept(match: re.Match[str]) -> str:
    return f'<span class="together">{match[0]}</span>'

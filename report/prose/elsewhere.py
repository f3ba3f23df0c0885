"""Say whether a sentence may be about something else than its category in its area.

About a wider area, a place that no list holds ("in the town centre"), a part of what is counted, or
another time: what is counted there is known to the author alone.
"""

import re
from collections.abc import Iterable

from report.assessment import Finding
from report.periods import MONTHS
from report.prose.figures import figures
from report.prose.mentions import Mention
from report.prose.when import relation

WIDER = re.compile(
    r"\b(?:nation(?:al|ally|wide)|england|wales|uk|region(?:al|ally)?|county|counties|countywide"
    r"|force\s+area|other\s+districts)\b",
    re.IGNORECASE,
)
PART_OF_IT = re.compile(
    r"\b(?:involv(?:ed|ing)|among(?:st)?|flagged|linked|related|committed\s+by|young|under\s+\d+"
    r"|aged|others?|rest|remaining|repeat|attempted|victims?|offenders?|weekends?|night|hours"
    r"|domestic|knife|online)\b",
    re.IGNORECASE,
)
ANOTHER_TIME = re.compile(
    r"\b(?:quarter|half\s+year|month(?:ly)?|week(?:ly)?|(?:last|past|over|within)\s+(?:the\s+)?"
    r"(?:last\s+|past\s+)?(?:\w+|\d+)\s+years|decade|so\s+far|target|pandemic|lockdown|annually"
    r"|(?:an|on)\s+average|average\s+(?:of|annual|yearly|monthly|rise|increase|fall|decrease"
    r"|reduction)|per\s+(?:year|month|week|day)|(?:a|each|every)\s+(?:month|week|day)"
    r"|(?:each|every)\s+year(?!\s+shown))\b",
    re.IGNORECASE,
)
# With their capital letter: "may" is a verb, and a march is walked.
A_MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b")
AT = r"\b(?:in|at|around|near|within|outside|along|across)\s+"
# Nouns of places, with up to three words before them: "in our rural villages".
KIND = re.compile(
    rf"{AT}(?:[\w’'-]+\s+){{0,3}}?(?:town|city|village|centre|estate|park|station|school|college"
    r"|university|campus|street|road|parade|hospital|supermarket|shop|store|pub|market"
    r"|countryside|suburb|outskirt|precinct|retailer|hot\s?spot|location|north|south|east|west)s?\b",
    re.IGNORECASE,
)
# A name with a capital letter, unless it is of a part of the document.
NAMED = re.compile(
    rf"{AT}(?:the\s+)?(?!Table|Figure|Chart|Map|Appendix|Section|Chapter|Recommendation)[A-Z][a-z]+\b"
)
OPENS = re.compile(r"^\W*[A-Z]")
ELSEWHERE = (WIDER, PART_OF_IT, ANOTHER_TIME, A_MONTH, KIND, NAMED)


def elsewhere(
    sentence: str, names: Iterable[Mention], findings: Iterable[Finding], rank: str = ""
) -> bool:
    """Say whether a sentence may be about something else than some findings.

    names: what of the edition it names; their words, the dates of the findings, and the words of a
    superlative ("more than any other") tell nothing.
    """
    sentence = sentence.replace(rank, "_" * len(rank)) if rank else sentence
    told = list(findings)
    dates = [
        (f.start, f.end)
        for f in figures(sentence)
        if f.kind in ("date", "period")
        and any(relation(t, f.text) in ("now", "before") for t in told)
    ]
    text = OPENS.sub(lambda match: match[0].lower(), sentence)
    for start, end in (*((m.start, m.end) for m in names), *dates):
        text = f"{text[:start]}{'_' * (end - start)}{text[end:]}"
    return any(form.search(text) for form in ELSEWHERE)

"""The nouns of what is counted, as text has them."""

import re

from report import words

# Nouns of counts that no unit of a finding has.
SAID = (
    *("crimes", "crime", "robberies", "robbery", "burglaries", "burglary", "thefts", "theft"),
    *("calls", "reports", "assaults", "victims", "people", "recorded"),
)
COUNTED = tuple(dict.fromkeys((*(noun for pair in words.NOUNS.values() for noun in pair), *SAID)))
MANY = tuple(noun for noun in COUNTED if noun.endswith("s"))
CRIMES = (*words.NOUNS["offences"], "crimes", "crime")
# Nouns of what a list holds, some of which may have risen.
LIST = (
    r"(?P<noun>areas?|beats?|wards?|lsoas?|neighbourhoods?|categor(?:y|ies)"
    r"|(?:crime|offence)\s+(?:types?|categories|domains?|areas)|types\s+of\s+crime|domains)\b"
)
LISTED = re.compile(rf"\s*(?:(?!and\b)\w+\s+){{0,2}}?{LIST}", re.IGNORECASE)

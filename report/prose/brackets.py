"""Brackets in a text as it was written: `[robbery change]`, `[source: Home Office, 2023]`."""

import re

# With the address of a link behind it, where it is the words of one.
BRACKET = re.compile(r"\[(?P<inner>[^\[\]]*)\](?:\([^)]*\))?")
# How a bracket begins that cites a source, and the whole of it.
CITES = r"\[\s*(?i:source)\s*:"
SOURCE = re.compile(rf"{CITES}[^\[\]]*\]")

"""Finished documents read back: what a reader meets, and nothing of the objects that made it.

document     the types of the result: read this first
page         a page of HTML, with the pictures that it shows, to that result; paper: a PDF
tables       the cells of a table to their places and headers
exhibits     tables and figures, with what stands above and below them
sheets       a table read as numbers; spans: arithmetic with numbers as printed
alarms       what a rule has found, as a warning
rules        the rules, and `check`, which runs them; alike: a PDF beside its page

The rules:

numbering    numbers, links, references, captions, contents
sums         what a sentence says twice; columns: what follows from a table's other columns
ordered      rows against those around them
facts        what texts and tables show of findings; same: one finding wherever it stands
populations  rates; positions: arrows, places, labels, limits; dates; lists; marks; formats; wording
"""

from report.finished.alike import alike
from report.finished.page import read
from report.finished.rules import check

__all__ = ["alike", "check", "read"]

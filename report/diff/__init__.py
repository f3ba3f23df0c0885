"""Two assessments to one AssessmentDiff, so that a year can be explained.

changes    the types of the result: read this first
findings   numbers: what moved, what was restated, what must not be compared and why
exhibits   rows that entered, left or moved in a table of top areas
actions    recommendations and priorities: carried, changed, closed, new
redline    the words of a text
editions   `compare` puts the parts together, `save` writes them

Reads the two results and nothing else, so that last year's folder is enough without last year's
data. How a change is worded is the templates'.
"""

from report.diff.editions import compare, save

__all__ = ["compare", "save"]

"""Two assessments to one AssessmentDiff, so that a year can be explained.

changes     the types of the result: read this first
findings    numbers: what moved, was restated, is not comparable, new or gone
comparable  whether two numbers may be compared, and if not, why not
exhibits    rows that entered, left or moved in a table of top areas
actions     recommendations and priorities: carried, changed, closed, new
chapters    the author's text, paragraph by paragraph
redline     the words of a text
matching    pairs what stands in both editions
editions    `compare` puts the parts together, `save` writes them

Reads the two results and nothing else, so that last year's folder is enough without last year's
data. How a change is worded is the templates'.
"""

from report.diff.editions import compare, save

__all__ = ["compare", "save"]

"""Phrases: what brackets say of several findings at once, or of one over several years.

Right of the cut line, after `names`, which finds what a name means, and `words`, which words one
finding. A phrase is looked up in `grammar`; its numbers are made by `report.measures` from those of
findings, and it carries the findings that it speaks of.
"""

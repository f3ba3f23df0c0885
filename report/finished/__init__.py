"""Finished documents read back: what a reader meets, and nothing of the objects that made it.

document   the types of the result: read this first
page       a page of HTML, with the pictures that it shows, to that result
tables     the cells of a table to their places and headers
"""

from report.finished.page import read

__all__ = ["read"]

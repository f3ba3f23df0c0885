"""The yearly Partnership Strategic Assessment, from a study and its tables to a tagged PDF.

The rooms, in the order in which a build passes through them:

cli         the commands: what was typed, and the exit code
pipeline    the nine steps in order, paths, and writing
looks       what a page needs beside it: style sheet, typeface, pictures, drawings
interview   asks at a terminal whether a passage still holds
rewriting   proposed brackets, written into chapters
confirming  the lock beside an edition: what its passages said when they were last confirmed
folders     where the project is, and how a folder of a build takes the last one's place
config      YAML to Study: what the analyst chose, with the line of every key
sources     CSV files to canonical tables, with a record of every row; the checks
sections    one module for each section kind: a plan, the study and the tables to a Section
measures    arithmetic over numbers and tables, used by the sections
assessment  the result, assessment.json: the cut line, right of which no source is read
names       everyday names in brackets to findings and exhibits
phrases     names of several findings, or over several years, to what is said of them
prose       sentences read: the numbers, names and claims in them, and whether they hold
disclosure  the part of an assessment that may leave the partnership
charts      an exhibit to a drawing and its alternative text
document    chapters, numbering, HTML, the tagged PDF, and what was found in it
finished    finished documents, read back without what made them
ledger      to what each number of the finished documents belongs
explain     what stands behind a printed number: the notes of the pages, and `psa explain`
diff        two assessments to what moved, was revised, or cannot be compared

Open to many rooms: errors (problems with a place), periods (date intervals and their labels),
words (numbers as text: the only place that rounds), colours, typefaces, pictures (an author's
files, and the copies that are printed). tests/test_architecture.py says who may import whom.
"""

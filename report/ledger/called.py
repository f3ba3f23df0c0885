"""What an assessment calls things by: names, and the labels of periods, each with its owner."""

from collections.abc import Iterable, Iterator

from report.assessment import Assessment, Exhibit, Finding, Section, SourceRecord
from report.ledger.canonical import Owned, Phrases, collected
from report.periods import Period, day

# Letters of a cell that is a name, and not a sentence.
NAME = 120


def phrases(assessment: Assessment) -> Phrases:
    """Collect what an assessment calls things by; what comes first owns a phrase."""
    return collected(*_dates(assessment), *_names(assessment))


def of_finding(finding: Finding) -> Phrases:
    """Collect what one finding calls things by: its days, its label, its area."""
    label = (f"the label of {finding.id}", _of_finding(finding))
    return collected(*_dates_of_finding(finding), label)


def of_cautions(finding: Finding) -> Phrases:
    """Collect what stands in the brackets behind one finding's words: a month, what changed."""
    owner = f"a caution of {finding.id}"
    return collected(*((owner, (one.period.label, one.what)) for one in finding.cautions))


def of_label(finding: Finding) -> Phrases:
    """Collect what the house puts before one finding's words: its label, its area, its year."""
    texts = (*_of_finding(finding), finding.period.year_label)
    return collected((f"the label of {finding.id}", texts))


def names(assessment: Assessment) -> Phrases:
    """Collect names alone, without days and periods."""
    return collected(*_names(assessment))


def of_caption(exhibit: Exhibit, when: str) -> Phrases:
    """Collect what a caption calls one exhibit by, and one of its periods."""
    period = (f"the period of {exhibit.id}", (when,))
    return collected(period, *_of_exhibit(exhibit))


def compared_with(exhibit: Exhibit) -> str:
    """Name what a caption compares with: of a table of areas by year, the column of it."""
    columns = (c.label for c in exhibit.columns if c.key == "previous")
    return next(columns, "") if exhibit.form == "areas by year" else exhibit.comparison


def of_source(source: SourceRecord) -> Phrases:
    """Collect what one source calls things by: its days, its title and its publisher."""
    days = (f"a date of the source {source.id}", _of_source(source))
    names = (source.title, source.publisher, source.licence)
    return collected(days, (f"the source {source.id}", names))


def of_exhibit(exhibit: Exhibit, assessment: Assessment) -> Phrases:
    """Collect what one exhibit calls things by; its own are the days of every year, too."""
    a, b = assessment.period, assessment.comparison
    days = ("the days of this assessment", (a.dates, b.dates))
    return collected(*_dates_of(exhibit), *_of_exhibit(exhibit), *_populations(exhibit), days)


def _dates(a: Assessment) -> Owned:
    yield "the period of this assessment", _labels(a.period)
    yield "the period compared with", _labels(a.comparison)
    yield "the day of publication", (day(a.document.published),)
    for finding in a.findings().values():
        yield from _dates_of_finding(finding)
    for exhibit in a.exhibits().values():
        yield from _dates_of(exhibit)
    for left in a.series.left_out if a.series else ():
        yield "months that no season is worked out from", _labels(left.period)
    for recommendation in a.recommendations:
        yield f"when recommendation {recommendation.number} is due", (recommendation.due,)
    for source in a.sources:
        yield f"a date of the source {source.id}", _of_source(source)


def _dates_of_finding(finding: Finding) -> Owned:
    yield f"the period of {finding.id}", _labels(finding.period)
    yield f"the earlier period of {finding.id}", _labels(finding.previous_period)
    yield f"the months of {finding.id}", (m.label for m in finding.months)
    yield f"a year of {finding.id}", (point.label for point in finding.series)
    for caution in finding.cautions:
        yield f"a caution of {finding.id}", _labels(caution.period)


def _dates_of(exhibit: Exhibit) -> Owned:
    yield f"the period of {exhibit.id}", (exhibit.period, exhibit.comparison)
    yield f"a column of {exhibit.id}", (f"{c.group} {c.label}" for c in exhibit.columns)
    yield f"a column of {exhibit.id}", (c.label for c in exhibit.columns)
    yield f"a group of columns of {exhibit.id}", (c.group for c in exhibit.columns)
    for caution in exhibit.cautions:
        said = (*_labels(caution.period), caution.what, caution.because)
        yield f"a caution of {exhibit.id}", said


def _populations(exhibit: Exhibit) -> Owned:
    """Give the years of the populations that an exhibit's rates are of: "residents (2022)"."""
    dated = (exhibit.rates, exhibit.weighting, *exhibit.classified)
    years = {one.year for one in dated if one and one.year}
    yield f"the year of the population of {exhibit.id}", (f"({year})" for year in sorted(years))


def _labels(period: Period | None) -> Iterable[str]:
    if period is None:
        return ()
    return (period.label, period.year_label, period.dates, *_ends(period))


def _ends(period: Period) -> Iterable[str]:
    return (day(period.first), day(period.last))


def _of_source(source: SourceRecord) -> Iterable[str]:
    return tuple(day(d) for d in (source.first, source.last, source.retrieved) if d)


def _names(a: Assessment) -> Owned:
    yield from _names_of_document(a)
    for section in a.walk():
        yield from _names_of_section(section)
    for finding in a.quoted:
        yield f"the label of {finding.id}", (finding.label,)
    for exhibit in a.exhibits().values():
        yield from _of_exhibit(exhibit)
    for source in a.sources:
        yield f"the source {source.id}", (source.title, source.publisher, source.licence)
        yield f"the files of {source.id}", (source.file, *(f.file for f in source.by_file))
    yield from _names_of_partnership(a)


def _names_of_document(a: Assessment) -> Owned:
    """Give what the cover and the document details say, and the priorities."""
    d = a.document
    said = (f"version {d.version}", d.description, d.copyright, d.produced_by, d.accessibility)
    yield "the title of this document", (d.title,)
    yield "the particulars of this document", (*said, *d.details.values())
    yield "the partnership", (a.partnership.name, a.partnership.area_name)
    for number, priority in enumerate(a.priorities, 1):
        yield f"the title of priority {number}", (priority.title, priority.title.split(":")[0])


def _names_of_section(section: Section) -> Owned:
    """Give its title, and those of its findings and entries."""
    yield f"the title of section {section.id}", (section.title,)
    for finding in section.findings:
        yield f"the label of {finding.id}", _of_finding(finding)
    for entry in section.entries:
        yield f"an entry of section {section.id}", (entry.title,)


def _names_of_partnership(a: Assessment) -> Owned:
    """Give its abbreviations, lists and contacts."""
    for short, meaning in a.glossary.items():
        yield f"the abbreviation {short}", (short, meaning)
    for name, items in a.lists.items():
        yield f"the list '{name}'", items
    for contact in a.partnership.contacts:
        texts = (contact.title, contact.text, *contact.details.values())
        yield f"the contact '{contact.title}'", texts


def _of_finding(finding: Finding) -> Iterable[str]:
    return (finding.label, finding.area, finding.of_label)


def _of_exhibit(exhibit: Exhibit) -> Owned:
    yield f"the name of {exhibit.id}", (exhibit.name, exhibit.title, exhibit.geography)
    yield f"a name in {exhibit.id}", (exhibit.measure, *_of_notes(exhibit))
    stubs = (cell.value for row in exhibit.rows for cell in row.cells)
    named = (text for text in stubs if isinstance(text, str) and len(text) <= NAME)
    yield f"a row of {exhibit.id}", named


def _of_notes(exhibit: Exhibit) -> Iterator[str]:
    if exhibit.weighting:
        yield f"{exhibit.weighting.scheme}, version {exhibit.weighting.version}"
        yield exhibit.weighting.scheme
    if exhibit.peers:
        yield from (exhibit.peers.name, exhibit.peers.version)
    if exhibit.picture:
        yield from (exhibit.picture.credit, exhibit.picture.alt)

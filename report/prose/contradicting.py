"""Find a cited figure that goes another way than the edition's own number.

A cited figure is accepted. Where it is of what the edition counts itself, a reader meets both, and
has to be told why they differ. One that is national, of another body's people or of another time
goes another way for a reason that its sentence or its source already names.
"""

import re
from collections.abc import Iterator

from report import words
from report.assessment import Finding
from report.errors import Problem
from report.periods import A_YEAR
from report.prose.brackets import SOURCE
from report.prose.claims import WAYS
from report.prose.passage import Passage, warning_name
from report.prose.plain import Plain, PlainText
from report.prose.sentences import APART

# Publishers of figures of a wider area, or of people whom no police force counts.
WIDER = re.compile(
    r"\b(?:ONS|Office\s+for|Home\s+Office|Minist\w+|Department|Government|gov\.uk|National|UK|British"
    r"|Britain|England|Wales|CSEW|Crime\s+Survey|HMIC\w*|NHS|NPCC|College|House\s+of|Parliament"
    r"|Commission\w*|Council\s+of\s+Europe|universit\w+|research|stud(?:y|ies)|survey|charit\w+|trust"
    r"|foundation|institute|association|consortium|support)\b",
    re.IGNORECASE,
)
YEAR = re.compile(rf"\b{A_YEAR}\b")
DO = "say whose figure it is, as by 'nationally', or of which time; or mend one of the two"


def contradicted(passage: Passage, reading: PlainText) -> Iterator[Problem]:
    """Tell of each cited claim that a finding contradicts."""
    if passage.quoted or passage.kind not in ("prose", "sentence"):
        return
    for each in reading.cited(passage):
        finding, source = next(iter(each.verdict.findings), None), _source(passage.text, each)
        if finding and _turned(each) and each.asserts and _same(each, source, finding):
            what = f"'{each.claim.text}' is cited from '{source}', and here it is otherwise: "
            what += words.statement(finding)
            id_ = warning_name("cited", passage.section, each.claim.text)
            yield passage.says(what, DO, id_, each.claim.start)


def _turned(each: Plain) -> bool:
    """Say whether a claim's direction is not the finding's."""
    return each.verdict.truth == "false" and any(
        f.said in WAYS.values() for f in each.verdict.faults
    )


def _source(text: str, each: Plain) -> str:
    """Give the source behind a claim, or that of the sentence that leads its list in."""
    behind = SOURCE.search(text, each.claim.end)
    before = [*SOURCE.finditer(text, 0, each.claim.start)]
    apart = behind and APART.search(text, each.claim.end, behind.start())
    found = before[-1] if before and (apart or not behind) else behind
    return found[0].partition(":")[2].strip(" ]") if found else ""


def _same(each: Plain, source: str, finding: Finding) -> bool:
    """Say whether a source may tell of the finding's own area and time."""
    local = any(subject.area for subject in each.spoken.readings[0]) or each.spoken.local
    years = [int(year) for year in YEAR.findall(source)]
    late = not years or max(years) >= finding.period.last.year
    dated = {m.text for m in each.spoken.periods} | {s.period for s in each.claim.said if s.period}
    other = dated - {finding.period.label, finding.period.year_label}
    return late and not other and not each.apart and (local or not WIDER.search(source))

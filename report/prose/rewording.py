"""The words that would be true in the place of a claim, made as a bracket makes them."""

from collections.abc import Sequence

from report import words
from report.assessment import Finding
from report.prose.claims import Claim
from report.prose.roles import Role


def reworded(claim: Claim, findings: Sequence[Finding], place: str) -> str:
    """Give the words of the first finding in the form that the claim has; a place as it is.

    place: the words for a superlative or a number of areas.
    """
    if claim.rank or claim.every or any(said.role in ("part", "areas") for said in claim.said):
        return place
    if claim.than or not findings:
        return ""
    roles = [said.role for said in claim.said]
    found = next((f for f in findings if f.value is not None), None)
    if found is None:
        return words.headline(findings[0])
    try:
        return _worded(roles, found)
    except words.Unsayable:
        return ""


def _worded(roles: Sequence[Role], finding: Finding) -> str:
    if finding.measure in ("share", "harm share"):
        return words.value(finding)
    if finding.measure in ("rate", "peer rate", "position"):
        return words.headline(finding)
    if finding.previous is None or (set(roles) == {"count"} and len(roles) == 1):
        return words.count(finding)
    if set(roles) == {"difference"}:
        return words.difference(finding)
    return words.change(finding)

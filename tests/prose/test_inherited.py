"""Last year's paragraphs, edited on their way into this year's chapters."""

import pytest

from report.errors import Spot, Where
from report.prose.confirmed import Carried, Kept, Resting, key
from report.prose.inherited import inherited
from report.prose.paragraphs import Paragraph
from tests.small import section

OLD = "Robbery fell for the first time after years of rises."
# Two of its ten words are others: 2 x 8 / 20 of the words are alike, which is 0.8.
EDITED = "Robbery dropped for the first time after months of rises."


@pytest.mark.parametrize(("alike", "known"), [(0.8, True), (0.81, False)])
def test_an_edited_paragraph_rests_on_what_its_like_rested_on(alike: float, known: bool) -> None:
    """As long as the share of words that the house chose is the same in both."""
    then = {"robbery change": Kept("fell by 29.8%")}
    now = Resting("robbery change", Kept("fell by 9.8%"), "Robbery change")
    paragraph = Paragraph(EDITED, section("crime"), Where("config/crime.md", 3), Spot(EDITED))

    found = inherited({key(OLD): then}, [Carried(key(EDITED), (paragraph,), (now,))], [OLD], alike)

    assert found == ({key(EDITED): then} if known else {})

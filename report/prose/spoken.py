"""What a claim speaks of: categories in areas."""

from dataclasses import dataclass

from report.prose.mentions import Mention


@dataclass(frozen=True)
class Subject:
    """A category, by id, in an area, by name; the area is "" for the partnership's own."""

    category: str
    area: str = ""


Subjects = tuple[Subject, ...]


@dataclass(frozen=True)
class Spoken:
    """What a claim speaks of.

    Attributes:
        readings: what it may speak of, the likeliest first; each is one subject, or several that
            are meant together.
        others: what it is set against, behind "than". whole: the category a share is said to be of.
        named: every subject that its sentence names.
        certain: whether the sentence itself names the category. behind: whether that stands right
            behind the claim, as what is counted: "the highest volume of robbery".
        denied: whether what stands before the claim denies it: "Neither … nor … rose".
        leads: whether the sentence leads into a list, of which it speaks.
        leading: the time that its sentence begins with, as written: "In 2022/23 …".
        periods: the years and periods that its sentence names; dates: every year and date in it.
        local: whether its sentence names the partnership's own area.
    """

    readings: tuple[Subjects, ...]
    others: Subjects = ()
    whole: str = ""
    named: Subjects = ()
    certain: bool = False
    behind: bool = False
    denied: bool = False
    leads: bool = False
    leading: str = ""
    periods: tuple[Mention, ...] = ()
    dates: tuple[str, ...] = ()
    local: bool = False

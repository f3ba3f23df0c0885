"""What is wrong with one cell of a file."""


class Unreadable(Exception):
    """A cell that does not fit its column: what is wrong, and what to do.

    whole: the row as a whole does not belong there; its other cells need no mending.
    """

    def __init__(self, what: str, do: str = "", *, whole: bool = False) -> None:
        super().__init__(what)
        self.what, self.do, self.whole = what, do, whole


class Elsewhere(Unreadable):
    """A sound code of an area that is none of the partnership's: its row is set aside."""

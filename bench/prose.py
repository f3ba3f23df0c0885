"""How reading a text grows with the text: four times the letters should cost four times as much.

Each text is one that a search from the text's start, or one number tried in many ways, would make
slow: without a full stop, of nothing but figures, digits or number words.
"""

import sys
from collections.abc import Callable, Mapping
from statistics import median
from time import perf_counter

from report.prose.claims import claims
from report.prose.directions import turns
from report.prose.figures import figures
from report.prose.ranks import ranks

TURNS = 3
LETTERS, TIMES = 25_000, 4
AIM = f"aim: a text {TIMES} times as long takes {TIMES} times as long"

TEXTS = {
    "sentences": "Robbery fell by 29.8%, from 57 to 40. There were nearly 2,000 more offences. ",
    "no full stop": "robbery fell by 3 from nearly 57 offences to 40 and ",
    "figures": "1,",
    "digits": "1",
    "thousands": ",111",
    "number words": "one ",
    "one numeral": "twenty-",
    "words": "more than up to the second highest of ",
}
READERS: Mapping[str, Callable[[str], object]] = {
    "figures": figures.__wrapped__,
    "turns": turns,
    "ranks": lambda text: list(ranks(text)),
    "claims": claims,
}


def seconds(read: Callable[[str], object], text: str, letters: int, turn: int) -> float:
    """Time one reading; each turn has a text of its own, so that nothing is remembered."""
    whole = (f"{turn} " + text * (letters // len(text) + 1))[:letters]
    start = perf_counter()
    read(whole)
    return perf_counter() - start


def main() -> None:
    """Measure short and long texts by turns, and print the medians and their ratio."""
    out = [f"texts of {LETTERS:,} and {LETTERS * TIMES:,} letters; medians of {TURNS} turns"]
    out.append(f"{'':24}{'short':>10}{'long':>11}{'ratio':>9}")
    for name, text in TEXTS.items():
        for reader, read in READERS.items():
            both = [
                [seconds(read, text, LETTERS * by, turn) for by in (1, TIMES)]
                for turn in range(TURNS)
            ]
            short, long = (median(each[at] for each in both) for at in (0, 1))
            row = f"{name}: {reader}"
            out.append(f"{row:24}{short:8.3f} s{long:9.3f} s{long / short:8.1f}×")
    sys.stdout.write("\n".join([*out, AIM]) + "\n")


if __name__ == "__main__":
    main()

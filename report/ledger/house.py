"""The numbers in the house's own sentences: constants of methods, notes, captions and keys.

A number belongs to a template when it stands there with the words around it, or when the template
has a place for it between these words, and the assessment holds that number.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from report.ledger.holdings import Holding
from report.prose.figures import Figure

EXPRESSION = re.compile(r"\{\{.*?\}\}", re.DOTALL)
STATEMENT = re.compile(r"\{[%#].*?[%#]\}", re.DOTALL)
QUOTED = re.compile(r"""(["'])(.*?)\1""", re.DOTALL)
TAG = re.compile(r"<[^>]+>")
# The number itself, without a sign or a unit.
CORE = re.compile(r"\d[\d,.]*\d|\d|[A-Za-z]+")
SLOT = "\ue000"
# Letters around an expression that give the words beside it.
NEAR = 80
# Texts that no chapter has.
METHODS = "methods/"
# How many words before and behind a number have to be the template's: the first that fit.
STRICT = 3
WINDOWS = ((3, 0), (2, 1), (1, 2), (0, 3), (2, 0), (0, 2), (1, 1))


@dataclass(frozen=True)
class House:
    """Templates as plain words, by their path.

    rules: numbers that the assessment goes by. words: what stands in the templates, with a slot for
    all that is not said as it stands, and what is said in turn.
    """

    texts: dict[str, str]
    rules: tuple[Holding, ...] = ()
    words: tuple[str, ...] = ()

    def template(self, text: str, figure: Figure, *, strict: bool) -> str:
        """Name the template in which a number stands with the words around it; "" for none.

        strict: whether three words have to be the template's, and not two, and the template one
        that chapters have.
        """
        return self._holding(text, figure, figure.text, strict=strict)

    def rule(self, text: str, figure: Figure, *, strict: bool) -> tuple[str, str]:
        """Name the template that has a place for a number, and the rule whose number it is."""
        file = self._holding(text, figure, SLOT, strict=strict)
        rule = next((r.name for r in self.rules if figure.may_be(r.value)), "") if file else ""
        return (file, rule) if rule else ("", "")

    def place(self, text: str, start: int, end: int) -> str:
        """Name the template that has a place for these letters between the words around them."""
        whole = Figure(start, end, text[start:end], "date")
        return self._holding(text, whole, SLOT, strict=True)

    def _holding(self, text: str, figure: Figure, number: str, *, strict: bool) -> str:
        sizes = [size for size in WINDOWS if not strict or sum(size) == STRICT]
        windows = [_window(text, figure, number, *size) for size in sizes]
        for window in filter(None, windows):
            for file, words in self.texts.items():
                if window in words and not (strict and file.startswith(METHODS)):
                    return file
        return ""


def _window(text: str, figure: Figure, number: str, before: int, after: int) -> str:
    """Put a number between some of the words around it; "" where there are fewer.

    What touches the number belongs to it, but for what ends a sentence behind it.
    """
    core = CORE.search(figure.text) if figure.kind != "date" else None
    start, end = core.span() if core else (0, len(figure.text))
    head = text[: figure.start + start].split(" ")
    tail = text[figure.start + end :].split(" ")
    words_before = head[:-1][-before:] if before else []
    words_after = tail[1 : after + 1]
    if len(words_before) < before or len(words_after) < after:
        return ""
    left = head[-1] if before else ""
    right = tail[0] if after else tail[0].rstrip(".,:;)")
    own = number if number == SLOT else figure.text[start:end]
    return " ".join([*words_before, f"{left}{own}{right}", *words_after]).casefold()


def house(folder: Path, rules: tuple[Holding, ...] = ()) -> House:
    """Read the templates of a folder, those of its folders too."""
    files = sorted(p for p in folder.rglob("*") if p.suffix in (".html", ".md"))
    raw = {p.relative_to(folder).as_posix(): p.read_text(encoding="utf-8") for p in files}
    words = tuple(text for each in raw.values() for text in _words(each))
    return House({path: _plain(text) for path, text in raw.items()}, rules, words)


def _words(raw: str) -> Iterator[str]:
    """Give the words of a template: statements are slots or nothing, expressions slots or strings.

    What an expression may say is given with the words around it.
    """
    for statement in (SLOT, ""):
        yield _slotted(STATEMENT.sub(statement, raw))
    for code in (*EXPRESSION.finditer(raw), *STATEMENT.finditer(raw)):
        for said in QUOTED.findall(code[0]):
            around = (raw[max(0, code.start() - NEAR) : code.start()], raw[code.end() :][:NEAR])
            before, after = (_slotted(STATEMENT.sub(SLOT, text)) for text in around)
            yield f"{before}{said[1]}{after}"


def _slotted(text: str) -> str:
    return unescape(TAG.sub(" ", EXPRESSION.sub(SLOT, text)))


def _plain(raw: str) -> str:
    text = EXPRESSION.sub(SLOT, STATEMENT.sub("", raw))
    return " ".join(unescape(TAG.sub("", text)).replace("*", "").split()).casefold()

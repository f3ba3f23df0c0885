"""Write proposed brackets into an edition's chapters, and change nothing else in them."""

from collections.abc import Iterable
from pathlib import Path

from report import words
from report.errors import InputError, Problem, Where
from report.folders import rewrite
from report.prose.proposals import Proposal

CHAPTER = ".md"
BOM = "\ufeff"  # which some editors write at the very beginning

# A bracket's half, and where it goes: line from 0, and letter of the line.
Insertion = tuple[int, int, str]


def writable(found: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """Give the proposals that can mean nothing else, are true, and stand in a chapter's file."""
    return tuple(
        p for p in found if p.sure and not p.false and p.passage.where.file.endswith(CHAPTER)
    )


def sentences(found: Iterable[Proposal]) -> int:
    """Count the sentences that proposals are about."""
    return len({(p.where.file, p.passage.where.line, p.sentence) for p in found})


def shown(each: Proposal) -> str:
    """Show a proposal: the sentence, what it would become, the findings, and whether it is true."""
    held = [words.statement(finding) for finding in each.findings]
    told = "true of" if len(held) == 1 else "true of each of"
    lines = [f"{each.where}", f"  {_line(each.sentence)}", f"  > {_line(each.becomes)}"]
    if each.false:
        instead = f"; {each.instead} would be true" if each.instead else ""
        lines[2:] = [f"  not true of: {'; '.join(held)}", f"  mend it first{instead}"]
        return "\n".join([*lines, f"  or write {each.house}"])
    lines += [f"  {told}: {'; '.join(held)}", f"  or write {each.house}"]
    if not each.sure:
        lines.append(
            "  left as it is: the sentence does not name it, and the number may be another's"
        )
    elif not each.passage.where.file.endswith(CHAPTER):
        lines.append("  left as it is: brackets in YAML are yours to write")
    return "\n".join(lines)


def _line(text: str) -> str:
    return " ".join(text.split())


def write(root: Path, chosen: Iterable[Proposal]) -> list[Path]:
    """Put the brackets of proposals into their files; line ends and all else stay.

    Gives the files. Raises InputError where a file is no longer as it was read; none is then
    written.
    """
    by_file: dict[str, list[Proposal]] = {}
    for each in chosen:
        by_file.setdefault(each.passage.where.file, []).append(each)
    texts = {file: _bracketed(root, file, each) for file, each in by_file.items()}
    for file, text in texts.items():
        rewrite(root / file, text)
    return [root / file for file in texts]


def _bracketed(root: Path, file: str, chosen: Iterable[Proposal]) -> str:
    text = (root / file).read_bytes().decode("utf-8")
    mark = BOM if text.startswith(BOM) else ""
    lines = text.removeprefix(mark).splitlines(keepends=True)
    halves: list[Insertion] = []
    for each in chosen:
        _unchanged(file, each, lines)
        halves += [_placed(each, each.start, "["), _placed(each, each.end, "]")]
    for line, letter, half in sorted(halves, reverse=True):
        lines[line] = f"{lines[line][:letter]}{half}{lines[line][letter:]}"
    return mark + "".join(lines)


def _placed(each: Proposal, place: int, half: str) -> Insertion:
    before = each.passage.text[:place]
    line = each.passage.where.line - 1 + before.count("\n")
    return line, place - (before.rfind("\n") + 1), half


def _unchanged(file: str, each: Proposal, lines: list[str]) -> None:
    """Refuse to write into a file that somebody has changed since it was read."""
    first = each.passage.where.line - 1
    read = each.passage.text.split("\n")
    if [line.rstrip("\r\n") for line in lines[first : first + len(read)]] != read:
        what = "was changed while it was read"
        raise InputError([Problem(Where(file, first + 1), what, "run the command again")])

"""Ask the author, at a terminal, whether a paragraph still holds whose figures have moved."""

import os
import shlex
import subprocess
from pathlib import Path
from textwrap import fill

import typer

from report.confirming import Answer
from report.errors import Where
from report.prose.confirmed import Flag

LETTERS: dict[str, Answer] = {"y": "yes", "n": "no", "e": "edit", "q": "quit", "a": "all"}
QUESTION = "Does it still hold? (y)es, (n)o, (e)dit, (q)uit"
EVERY = ", or yes to (a)ll whose brackets print new figures and nothing else"

# How editors are told a line, where it is not "+19 file".
BY_COLON = {"code": ("--goto", "--wait"), "codium": ("--goto", "--wait"), "subl": ("--wait",)}
WITHOUT = ("notepad", "notepad.exe", "open")


def ask(flag: Flag, root: Path, left: int) -> Answer:
    """Show a flag with both figures, and ask until the answer is one.

    left: how many paragraphs there are with it. Who goes away (Ctrl-C, the end of the input) has
    quit.
    """
    try:
        return _asked(flag, root, left)
    except typer.Abort:
        typer.echo()
        return "quit"


def _asked(flag: Flag, root: Path, left: int) -> Answer:
    typer.echo(_shown(flag, left))
    letters = dict(LETTERS) if flag.renewed else {k: v for k, v in LETTERS.items() if k != "a"}
    question = f"{QUESTION}{EVERY if flag.renewed else ''}"
    while (letter := typer.prompt(question).strip().casefold()[:1]) not in letters:
        typer.echo(f"Type one of {', '.join(letters)}.")
    if letters[letter] == "edit":
        _edit(flag, root)
    return letters[letter]


def _shown(flag: Flag, left: int) -> str:
    places = " and ".join(str(paragraph.where) for paragraph in flag.carried.paragraphs)
    text = " ".join(flag.carried.paragraphs[0].text.split())
    moved = [f"{m.shown}\n    then: {m.then}\n    now:  {m.now}" for m in flag.moved]
    stands = [f"{said.shown}\n    now:  {said.kept.text}" for said in flag.carried.said]
    many = "the last one" if left == 1 else f"{left} left"
    return "\n".join(["", f"{places} ({many})", fill(text, 88), "", *(moved or stands), ""])


def _edit(flag: Flag, root: Path) -> None:
    """Open the author's editor at the paragraph; without one, say where it stands and wait."""
    where = flag.carried.paragraphs[0].where
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor:
        _waited(where)
        return
    command = _command(shlex.split(editor), root / where.file, where.line)
    try:
        subprocess.run(command, check=False)
    except OSError as error:
        typer.echo(f"The editor '{command[0]}' does not start: {error.strerror}.")
        _waited(where)


def _waited(where: Where) -> None:
    typer.prompt(f"Edit {where}, save it, and press Enter", default="", show_default=False)


def _command(editor: list[str], file: Path, line: int) -> list[str]:
    name = Path(editor[0]).stem
    if name in BY_COLON:
        return [*editor, *BY_COLON[name], f"{file}:{line}"]
    return [*editor, str(file)] if name in WITHOUT else [*editor, f"+{line}", str(file)]

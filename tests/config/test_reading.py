"""YAML as text: lines of keys, and files that are no YAML."""

from datetime import date
from pathlib import Path

import pytest

from report.config.reading import Source, read
from report.errors import InputError, Where


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "edition.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def source(folder: Path, text: str | bytes) -> Source:
    return read(written(folder, text), folder)


def problems(folder: Path, text: str | bytes) -> list[str]:
    with pytest.raises(InputError) as caught:
        source(folder, text)
    return [str(problem) for problem in caught.value.problems]


def test_every_key_and_item_has_its_line(tmp_path: Path) -> None:
    """A key that is not written has the line of the nearest key above it."""
    text = source(tmp_path, "a: 1\nb:\n  - c: 2\n  -\n    d: 3\n")

    assert text.data == {"a": 1, "b": [{"c": 2}, {"d": 3}]}
    assert text.where(["a"]) == Where("edition.yaml", 1)
    assert text.where(["b", 1, "d"]) == Where("edition.yaml", 5)
    assert text.where(["b", 0, "none", "such"]) == Where("edition.yaml", 3)
    assert text.where(["none"]) == Where("edition.yaml", 1)


def test_values_are_kept_as_they_were_typed(tmp_path: Path) -> None:
    """Messages show what stands in the file, not what YAML has made of it."""
    text = source(tmp_path, "a: no\nb: 1.10\nc: 2023-04-01\n")

    assert text.data == {"a": False, "b": 1.1, "c": date(2023, 4, 1)}
    assert [text.written[(key,)] for key in "abc"] == ["no", "1.10", "2023-04-01"]


@pytest.mark.parametrize("prefix", [b"", b"\xef\xbb\xbf"], ids=["plain", "with a mark of order"])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["Unix", "Windows"])
def test_editors_of_every_system_are_welcome(tmp_path: Path, prefix: bytes, end: str) -> None:
    """A byte-order mark and Windows line ends change neither data nor lines."""
    text = source(tmp_path, prefix + end.join(["a: |", "  one", "  two", "b: – é"]).encode())

    assert text.data == {"a": "one\ntwo\n", "b": "– é"}
    assert text.where(["b"]).line == 4


def test_a_key_that_stands_twice_is_refused(tmp_path: Path) -> None:
    """YAML would keep the later one without a word."""
    assert problems(tmp_path, "a: 1\nb:\n  c: 1\n  d: 2\n  c: 3\na: 2\n") == [
        "edition.yaml:5: the key 'c' stands twice, first on line 3; keep one of them",
        "edition.yaml:6: the key 'a' stands twice, first on line 1; keep one of them",
    ]


def test_the_same_key_in_two_places_is_fine(tmp_path: Path) -> None:
    """Only within one mapping does a key stand twice."""
    assert source(tmp_path, "a: {c: 1}\nb: {c: 1}\n").data == {"a": {"c": 1}, "b": {"c": 1}}


@pytest.mark.parametrize("text", ["a: 1\nb:\t2\n", "a:\n\tb: 1\n"])
def test_tabs_are_named(tmp_path: Path, text: str) -> None:
    """An editor shows no difference between a tab and spaces."""
    (problem,) = problems(tmp_path, text)

    assert problem == "edition.yaml:2: a tab stands where YAML wants spaces; type spaces"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1\nb: Shops: theft\n", 2),
        ("a: 'open\nb: 1\n", 1),
        ("a: [1, 2\nb: 1\n", 2),
        ("a: 1\nb: [All Crime change] rose\n", 2),
        ("a: 1\n  b: 2\n", 2),
        ("a: *none\n", 1),
        ("a: 1\n---\nb: 2\n", 2),
    ],
)
def test_what_is_no_yaml_has_a_line_and_advice(tmp_path: Path, text: str, line: int) -> None:
    """The usual slips: a colon in text, an open quotation mark or bracket, a wrong indent."""
    (problem,) = problems(tmp_path, text)

    assert problem.startswith(f"edition.yaml:{line}: not valid YAML (")
    assert "look at indents, colons and quotes" in problem


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "is empty"),
        ("# later\n", "holds no 'key: value'"),
        ("- a\n- b\n", "holds no 'key: value'"),
        ("a text\n", "holds no 'key: value'"),
    ],
)
def test_a_file_without_keys_is_refused(tmp_path: Path, text: str, what: str) -> None:
    """Nothing can be read from it."""
    assert problems(tmp_path, text) == [
        f"edition.yaml:1: {what}; copy a file of its kind to begin with"
    ]


@pytest.mark.parametrize(
    "text",
    ["a: 1\nb: a – b\n".encode("cp1252"), "a: 1\nb: é\n".encode("latin-1")],
    ids=["cp1252", "latin-1"],
)
def test_text_that_is_not_utf_8_is_refused_with_its_line(tmp_path: Path, text: bytes) -> None:
    """Windows' own encoding would print other letters than were typed."""
    assert problems(tmp_path, text) == ["edition.yaml:2: is not UTF-8 text; save it as UTF-8"]


def test_a_character_that_no_text_has_is_refused(tmp_path: Path) -> None:
    """A half-written file on a network drive holds zeros."""
    (problem,) = problems(tmp_path, b"a: 1\nb: x\x00y\n")

    assert problem.startswith("edition.yaml:2: holds a character that no text has")


@pytest.mark.parametrize("value", ["2023-02-30", "2023-13-01"])
def test_a_date_that_does_not_exist_is_refused(tmp_path: Path, value: str) -> None:
    """February has no 30 days; all such values are found at once."""
    found = problems(tmp_path, f"a: {value}\nb: 1\nc: {value}\n")

    what = f"'{value}' is not a date or number that exists; correct it"
    assert found == [f"edition.yaml:1: {what}", f"edition.yaml:3: {what}"]


def test_a_file_may_run_nothing(tmp_path: Path) -> None:
    """YAML's tags for objects of a programming language are refused, and tags that do not fit."""
    found = problems(tmp_path, "a: !!python/name:os.getcwd x\nb: !secret x\nc: !!int ''\n")

    places = [problem.partition(": ")[0] for problem in found]
    assert places == ["edition.yaml:1", "edition.yaml:2", "edition.yaml:3"]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A file that every partnership has is copied from another one."""
    with pytest.raises(InputError, match=r"config/partnership.yaml: no such file; copy one"):
        read(tmp_path / "config" / "partnership.yaml", tmp_path)

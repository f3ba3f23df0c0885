"""The JSON Schema that editors complete and check the YAML by."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from report import pipeline
from report.config.reading import read
from report.sections import SECTIONS
from tests.editions import EDITION, EDITIONS, PARTNERSHIP
from tests.made_up import ROOT, project

SCHEMA: dict[str, Any] = pipeline.schema()

TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": (str, date),  # YAML reads a date that JSON writes as a string
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}


def errors(schema: dict[str, Any], value: Any, path: str = "") -> Iterator[str]:
    """Check a value by the words of JSON Schema that ours uses."""
    if "$ref" in schema:
        yield from errors(SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]], value, path)
    if "anyOf" in schema:
        tried = [list(errors(choice, value, path)) for choice in schema["anyOf"]]
        yield from min(tried, key=len)
    if "type" in schema and not isinstance(value, TYPES[schema["type"]]):
        yield f"{path}: {value!r} is no {schema['type']}"
    elif isinstance(value, dict):
        yield from _keys(schema, value, path)
    elif isinstance(value, list):
        for number, item in enumerate(value):
            kinds = schema.get("prefixItems", [])
            one = kinds[number] if number < len(kinds) else schema.get("items", {})
            yield from errors(one, item, f"{path}[{number}]")
    if "const" in schema and value != schema["const"]:
        yield f"{path}: {value!r} is not {schema['const']!r}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{path}: {value!r} is not in {schema['enum']}"
    if "pattern" in schema and not re.search(schema["pattern"], str(value)):
        yield f"{path}: {value!r} does not match"
    if isinstance(value, int) and value < schema.get("minimum", value):
        yield f"{path}: {value!r} is less than {schema['minimum']}"


def _keys(schema: dict[str, Any], value: dict[str, Any], path: str) -> Iterator[str]:
    known, others = schema.get("properties", {}), schema.get("additionalProperties", True)
    yield from (
        f"{path}: {key} is missing" for key in schema.get("required", []) if key not in value
    )
    for key, item in value.items():
        if key in known:
            yield from errors(known[key], item, f"{path}.{key}")
        elif others is False:
            yield f"{path}: unknown key {key}"
        elif isinstance(others, dict):
            yield from errors(others, item, f"{path}.{key}")


def definition(name: str) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{name}"}


def data(path: Path, root: Path) -> dict[str, Any]:
    return read(path, root).data


@pytest.mark.parametrize("edition", EDITIONS)
def test_it_accepts_the_editions_of_this_project(edition: str) -> None:
    """An editor marks nothing in a file that builds."""
    path = ROOT / "config" / f"{edition}.yaml"
    partnership = data(path.with_name("partnership.yaml"), ROOT)

    assert list(errors(SCHEMA, data(path, ROOT))) == []
    assert list(errors(definition("PartnershipKeys"), partnership)) == []


def test_it_accepts_categories_and_the_made_up_edition(tmp_path: Path) -> None:
    """All three kinds of file have their part of it."""
    project(tmp_path)
    categories = data(tmp_path / "config" / "categories.yaml", tmp_path)

    assert list(errors(SCHEMA, data(tmp_path / EDITION, tmp_path))) == []
    assert list(errors(definition("PartnershipKeys"), data(tmp_path / PARTNERSHIP, tmp_path))) == []
    assert list(errors(definition("CategoriesKeys"), categories)) == []


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"staus": "final"}, "unknown key staus"),
        ({"status": "finl"}, "'finl' is not in"),
        ({"history": "many"}, "is no integer"),
        ({"history": -1}, "is less than 0"),
        ({"sections": [{"kind": "overveiw", "id": "x"}]}, "'overveiw' is not"),
        ({"sections": [{"kind": "text"}]}, "id is missing"),
        ({"sections": [{"kind": "text", "id": "X"}]}, "'X' does not match"),
        ({"sections": [{"kind": "text", "id": "x", "parts": [{"kind": "y", "id": "y"}]}]}, "'y'"),
    ],
)
def test_it_marks_what_the_program_refuses(
    tmp_path: Path, change: dict[str, Any], where: str
) -> None:
    """An editor and the program agree."""
    project(tmp_path)
    found = list(errors(SCHEMA, data(tmp_path / EDITION, tmp_path) | change))

    assert len(found) == 1
    assert where in found[0]


def test_every_key_is_described() -> None:
    """What an editor shows beside a key says what it is for."""
    bare = [
        f"{name}.{key}"
        for name, part in SCHEMA["$defs"].items()
        for key, keys in part.get("properties", {}).items()
        if not keys.get("description")
    ]

    assert bare == []


def test_every_section_kind_has_its_part() -> None:
    """Its kind is the word it is known by."""
    parts = {plan.__name__: kind for kind, (plan, _) in SECTIONS.items()}

    kinds = {name: SCHEMA["$defs"][name]["properties"]["kind"].get("const") for name in parts}
    assert kinds == parts

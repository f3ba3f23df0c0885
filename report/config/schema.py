"""The JSON Schema of the YAML files, so that an editor can complete and check keys."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from report.config.brand import BrandKeys
from report.config.categories import CategoriesKeys
from report.config.edition_keys import EditionKeys
from report.config.partnership import PartnershipKeys
from report.config.plan import Plan

# The place in the file, and `labels:` where it is a name.
NEVER_TYPED = ("at", "named")


def schema(plans: Mapping[str, type[Plan]]) -> dict[str, Any]:
    """Give one schema: an edition at the top, the other YAML files in $defs."""
    models: list[type[BaseModel]] = [EditionKeys, PartnershipKeys, BrandKeys, CategoriesKeys]
    models += plans.values()
    _, found = models_json_schema(
        [(m, "validation") for m in models], ref_template="#/$defs/{model}"
    )
    parts = found["$defs"]
    for kind, plan in plans.items():
        keys = parts[plan.__name__]["properties"]
        keys["kind"] = {"const": kind, "description": keys["kind"]["description"]}
    sections = [{"$ref": f"#/$defs/{plan.__name__}"} for plan in plans.values()]
    for plan in plans.values():
        parts[plan.__name__]["properties"]["parts"]["items"] = {"anyOf": sections}
    for part in parts.values():
        for name in NEVER_TYPED:
            part["properties"].pop(name, None)
    edition = parts["EditionKeys"]
    edition["properties"]["sections"]["items"] = {"anyOf": sections}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **edition,
        "title": "An edition of a strategic assessment",
        "$defs": parts,
    }

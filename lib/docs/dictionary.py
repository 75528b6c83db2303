"""The data dictionary, made from the data package that the build writes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_HEAD = """# Data dictionary

The tables of `data/curated`, as CSV and in `compare.duckdb`. `datapackage.json` beside them says
the same to programs (Data Package 2.0), with hashes, keys and sources; `compare.describe()`
returns it as a frame. This page is made by `make docs` from `lib/compare/curated/schema.sql`.

Numbers are in the unit named beside them; an absent value is empty. CSV files are UTF-8 with a
byte order mark, so that spreadsheets read Chinese.
"""


def dictionary(curated: Path) -> str:
    """Return the page, as Markdown, from the folder of curated tables."""
    package = json.loads((curated / "datapackage.json").read_text(encoding="utf-8"))
    return _HEAD + "".join(f"\n{section}" for section in map(_section, package["resources"]))


def _section(resource: dict[str, Any]) -> str:
    schema = resource["schema"]
    led = {
        key["fields"][0]: f"{key['reference']['resource']}.{key['reference']['fields'][0]}"
        for key in schema.get("foreignKeys", ())
    }
    lines = [f"## {resource['name']}", "", f"{resource['description']}.", ""]
    if key := schema.get("primaryKey"):
        lines += [f"Key: {', '.join(f'`{name}`' for name in key)}.", ""]
    lines += ["| column | type | meaning | allowed |", "|---|---|---|---|"]
    for field in schema["fields"]:
        allowed = "; ".join(_allowed(field.get("constraints", {}), led.get(field["name"])))
        cells = (f"`{field['name']}`", field["type"], field["description"], allowed)
        lines.append(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |")
    return "\n".join(lines) + "\n"


def _allowed(limits: dict[str, Any], led: str | None) -> Iterator[str]:
    if limits.get("required"):
        yield "never empty"
    if "enum" in limits:
        yield ", ".join(f"`{one}`" for one in limits["enum"])
    if "pattern" in limits:
        yield f"`{limits['pattern']}`"
    if led:
        yield f"one of `{led}`"

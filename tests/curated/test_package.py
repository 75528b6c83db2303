"""The data package: it describes each table, column and cell that is there."""

import csv
import datetime
import hashlib
import io
import json
import re

import pytest

from compare.curated.build import build

READ = {
    "string": str,
    "integer": int,
    "number": float,
    "boolean": {"true": True, "false": False}.__getitem__,
    "date": datetime.date.fromisoformat,
}


@pytest.fixture(scope="module")
def curated(built_once):
    return built_once.curated


@pytest.fixture(scope="module")
def package(curated):
    return json.loads((curated / "datapackage.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def rows(curated, package):
    """Return the rows of every resource, as its path and encoding say."""
    return {
        resource["name"]: list(
            csv.DictReader(
                io.StringIO((curated / resource["path"]).read_text("utf-8-sig"), newline="")
            )
        )
        for resource in package["resources"]
    }


def test_every_table_is_there_whole(curated, package):
    assert {one["path"] for one in package["resources"]} == {p.name for p in curated.glob("*.csv")}
    for resource in package["resources"]:
        text = (curated / resource["path"]).read_bytes()
        assert resource["bytes"] == len(text)
        assert resource["hash"] == f"sha256:{hashlib.sha256(text).hexdigest()}"


def test_every_column_is_described_and_every_cell_is_as_said(package, rows):
    for resource in package["resources"]:
        table = rows[resource["name"]]
        fields = resource["schema"]["fields"]
        assert [field["name"] for field in fields] == list(table[0])
        for field in fields:
            assert field["description"]
            cells = [row[field["name"]] for row in table]
            limits = field.get("constraints", {})
            if limits.get("required"):
                assert "" not in cells
            cells = list(filter(None, cells))
            for cell in cells:
                READ[field["type"]](cell)
                assert cell in limits.get("enum", [cell])
                assert re.fullmatch(limits.get("pattern", ".*"), cell, re.DOTALL)
            if limits.get("unique"):
                assert len(set(cells)) == len(cells)


def test_keys_are_keys_and_lead_somewhere(package, rows):
    led = 0
    for resource in package["resources"]:
        table, schema = rows[resource["name"]], resource["schema"]
        if key := schema.get("primaryKey"):
            assert len({tuple(row[name] for name in key) for row in table}) == len(table)
        for foreign in schema.get("foreignKeys", ()):
            there = foreign["reference"]
            known = {
                tuple(row[name] for name in there["fields"]) for row in rows[there["resource"]]
            }
            asked = {tuple(row[name] for name in foreign["fields"]) for row in table}
            assert asked - known <= {("",)}
            led += 1
    assert led > 5


def test_it_can_be_cited(package, rows, built_once):
    assert build(built_once).data_version.startswith(package["version"])
    assert package["licenses"][0]["name"] == "MIT"
    assert len(package["sources"]) == len(rows["documents"])

"""The data package: what data/curated holds, for whoever cites it or reads it elsewhere.

``datapackage.json`` (Data Package 2.0, Frictionless) stands beside the tables and is made of
the database's own code book and constraints: a column is described once, in ``schema.sql``.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

NAME = "datapackage.json"

LICENCE = {"name": "MIT", "title": "MIT License", "path": "https://opensource.org/license/mit"}
"""The project's own; quotes are the issuers' words, in pieces of a sentence."""

_TYPES = {"VARCHAR": "string", "INTEGER": "integer", "DOUBLE": "number", "BOOLEAN": "boolean",
          "DATE": "date"}  # fmt: skip

_CHOICE = re.compile(r"^CHECK\(\(\"?(\w+)\"? IN \((.*)\)\)\)$", re.DOTALL)
_PATTERN = re.compile(r"^CHECK\(regexp_full_match\(\"?(\w+)\"?, '(.*)'\)\)$")

_COMMENTS = "SELECT table_name, comment FROM duckdb_tables() WHERE NOT internal"
_VIEWS = "SELECT view_name, comment FROM duckdb_views() WHERE NOT internal"
_COLUMNS = """
SELECT table_name, column_name, data_type, comment FROM duckdb_columns()
WHERE NOT internal ORDER BY table_name, column_index
"""
_CONSTRAINTS = """
SELECT table_name, constraint_type, constraint_text, constraint_column_names, referenced_table,
       referenced_column_names
FROM duckdb_constraints() ORDER BY table_name, constraint_index
"""
_SOURCES = """
SELECT title, number, issuer, issued, url FROM documents ORDER BY document
"""


def data_package(con: Any, texts: Mapping[str, str], version: str) -> str:
    """Return the description of the curated tables, as JSON: the same for the same data.

    Parameters
    ----------
    con : duckdb.DuckDBPyConnection
        The curated database.
    texts : mapping of str to str
        The CSV text of each table, in the order of the package.
    version : str
        The data version.
    """
    about = dict(con.execute(_COMMENTS).fetchall() + con.execute(_VIEWS).fetchall())
    columns, constraints = _by_table(con, _COLUMNS), _by_table(con, _CONSTRAINTS)
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "compare-regions",
        "title": "Education indicators of regions, as their documents state them",
        "description": "Figures of plans, bulletins and work reports with the words that state "
        "them, aligned to shared indicators, each with its reason.",
        "version": version[:12],
        "licenses": [LICENCE],
        "sources": [_source(*row) for row in con.execute(_SOURCES).fetchall()],
        "resources": [
            _resource(table, text, about[table], _schema(columns[table], constraints[table]))
            for table, text in texts.items()
        ],
    }
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def _source(title: str, number: str | None, issuer: str, issued: Any, url: str | None) -> Any:
    named = " ".join(str(part) for part in (title, number, issuer, issued) if part)
    return {"title": named} | ({"path": url} if url else {})


def _by_table(con: Any, query: str) -> dict[str, list[tuple[Any, ...]]]:
    """Return the rows of a query by their first cell: one query for all tables takes a ninth."""
    rows: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for table, *cells in con.execute(query).fetchall():
        rows[table].append(tuple(cells))
    return rows


def _resource(table: str, text: str, about: str, schema: Mapping[str, Any]) -> dict[str, Any]:
    whole = text.encode("utf-8")
    return {
        "name": table,
        "path": f"{table}.csv",
        "type": "table",
        "description": about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(whole),
        "hash": f"sha256:{hashlib.sha256(whole).hexdigest()}",
        "schema": schema,
    }


def _schema(
    columns: Sequence[tuple[Any, ...]], constraints: Sequence[tuple[Any, ...]]
) -> dict[str, Any]:
    fields = {
        name: {"name": name, "type": _TYPES[kind], "description": comment, "constraints": {}}
        for name, kind, comment in columns
    }
    schema: dict[str, Any] = {"fields": [], "missingValues": [""]}
    foreign = []
    for kind, text, names, other, keys in constraints:
        if kind == "PRIMARY KEY":
            schema["primaryKey"] = names
        elif kind == "FOREIGN KEY":
            foreign.append({"fields": names, "reference": {"resource": other, "fields": keys}})
        elif kind == "UNIQUE" and len(names) == 1:
            fields[names[0]]["constraints"]["unique"] = True
        elif kind == "NOT NULL":
            fields[names[0]]["constraints"]["required"] = True
        elif found := _CHOICE.match(text):
            fields[found[1]]["constraints"]["enum"] = re.findall(r"'([^']*)'", found[2])
        elif found := _PATTERN.match(text):
            fields[found[1]]["constraints"]["pattern"] = found[2]
    if foreign:
        schema["foreignKeys"] = foreign
    for field in fields.values():
        schema["fields"].append({name: value for name, value in field.items() if value})
    return schema

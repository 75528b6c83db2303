"""A scan written as a document folder of data/raw: rows proposed, sidecar filled."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from compare.atomic import BYTE_ORDER_MARK, write_bytes, write_text
from compare.errors import CompareError
from compare.ledger.folders import NOT_DOCUMENTS
from compare.ledger.models import (
    SLUG,
    Alignment,
    Figure,
    Source,
    Typed,
    columns,
    optional_columns,
)
from compare.sources.scan.find.proposals import Proposal
from compare.sources.scan.find.scan import Scan
from compare.sources.scan.find.titles import type_of
from compare.wording.phrases import in_both

STATE = "state"
FIGURE_COLUMNS = (*columns(Figure), STATE)
DOUBT_NOTE = "scan: "
"""How the part of a note begins that says what the scan was not sure of."""


class FolderExistsError(CompareError):
    """A folder holds rows that a scan would overwrite."""


class FolderNameError(CompareError):
    """A folder's name cannot be the name of a document."""


@dataclass(frozen=True)
class Written:
    """What was written.

    Attributes
    ----------
    folder : pathlib.Path
        The document's folder.
    text : pathlib.Path
        The plain text: git ignores it, quotes are verified against it.
    rows : int
        Number of proposed rows.
    missing : tuple of str
        What of ``source.yml`` the text does not tell.
    undated : int
        Number of proposals left out because no year can be told.
    """

    folder: Path
    text: Path
    rows: int
    missing: tuple[str, ...]
    undated: int


def source_facts(scan: Scan, document: str) -> dict[str, Any]:
    """Return the contents of ``source.yml`` as far as the text tells them; None elsewhere."""
    plan = scan.plan
    return {
        "document": document,
        "region": scan.region.region if scan.region else None,
        "title": plan.title or None,
        "number": plan.number or None,
        "issuer": plan.issuer or None,
        "issued": plan.issued.isoformat() if plan.issued else None,
        "period_start": plan.start,
        "period_end": plan.end,
        "publisher": None,
        "sha256": scan.document.sha256,
        "characters": len(scan.document.text),
        "note": None,
        "type": (kind := type_of(plan.title)),
        "as_of": f"{plan.base}-12-31" if kind in _OF_A_YEAR and plan.base else None,
    }


_OF_A_YEAR = ("plan", "work-report", "bulletin", "evaluation")
"""Sources whose outcomes are of the end of a year: a plan's of that before its first."""


def write_folder(
    scan: Scan, folder: Path | str, *, texts: Path | None = None, overwrite: bool = False
) -> Written:
    """Write a scan as ``data/raw/<document>/``, its rows marked ``proposed``.

    Parameters
    ----------
    scan : Scan
        The scan.
    folder : pathlib.Path or str
        The folder; its name becomes the document's name.
    texts : pathlib.Path, optional
        Where to put the plain text, so that its quotes can be verified; by default
        ``documents`` beside the folder.
    overwrite : bool
        Replace a folder that already has rows.

    Raises
    ------
    FolderExistsError
        If the folder has rows and ``overwrite`` is not given.
    FolderNameError
        If the folder's name cannot be a document's.
    """
    folder = Path(folder).resolve()
    _check_name(folder.name)
    if (folder / "figures.csv").exists() and not overwrite:
        raise FolderExistsError(
            f"{folder / 'figures.csv'} exists; give another folder, or replace its rows and all "
            "that was corrected in them (overwrite=True, --overwrite)"
        )
    name = folder.name
    dated = [p for p in scan.proposals if p.last_year is not None]
    figures = [figure_cells(f"{name}/{n:03}", p) for n, p in enumerate(dated, start=1)]
    ids = [row["figure"] for row in figures]
    facts = source_facts(scan, name)
    write_rows(folder / "figures.csv", FIGURE_COLUMNS, figures)
    write_rows(folder / "alignment.csv", columns(Alignment), alignments(ids, dated))
    write_text(folder / "source.yml", _yaml(facts))
    text = (texts or folder.parent / "documents") / f"{name}.txt"
    write_bytes(text, scan.document.data)
    required = [f for f, info in Source.model_fields.items() if info.is_required()]
    missing = tuple(field for field in required if facts.get(field) in (None, ""))
    return Written(folder, text, len(dated), missing, len(scan.proposals) - len(dated))


def _check_name(name: str) -> None:
    """Refuse a name that no figure id could begin with."""
    if not re.fullmatch(SLUG, name) or name in NOT_DOCUMENTS:
        taken = " or ".join(sorted(NOT_DOCUMENTS))
        raise FolderNameError(in_both("folder-name-refused", folder=repr(name), taken=taken))


def _yaml(facts: Mapping[str, Any]) -> str:
    lines = []
    for name, value in facts.items():
        shown = yaml.safe_dump(value, allow_unicode=True, width=10**6).removesuffix("...\n").strip()
        lines.append(f"{name}:" if value is None else f"{name}: {shown}")
    return "\n".join(lines) + "\n"


def figure_cells(figure: str, proposal: Proposal) -> dict[str, str]:
    """Return a proposal as the cells of ``figures.csv``."""
    cells = {
        name: _cell(getattr(proposal, name)) for name in FIGURE_COLUMNS if hasattr(proposal, name)
    }
    doubts = DOUBT_NOTE + " ".join(proposal.reasons) if proposal.reasons else ""
    note = "; ".join(part for part in (proposal.note, doubts) if part)
    return cells | {"figure": figure, "note": note, STATE: "proposed"}


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return str(value)


def alignments(ids: Sequence[str], found: Sequence[Proposal]) -> list[dict[str, str]]:
    """Return the proposed rows of ``alignment.csv``, with one main figure per observation."""
    rows, main = [], set()
    for figure, proposal in zip(ids, found, strict=True):
        for candidate in proposal.candidates:
            proxy = candidate.comparability == "proxy"
            key = (candidate.indicator, proposal.last_year, proposal.kind, proxy)
            rows.append(
                {
                    "figure": figure,
                    "indicator": candidate.indicator,
                    "factor": f"{candidate.factor.normalize():f}",
                    "comparability": candidate.comparability,
                    "reason": candidate.reason,
                    "reason_en": candidate.reason_en,
                    "use": "alternative" if key in main else "main",
                }
            )
            main.add(key)
    return rows


def columns_of(model: type[Typed], rows: Sequence[Mapping[str, str]]) -> list[str]:
    """Return the columns that a table of some rows has, those that it may leave out included.

    The state stands last.
    """
    there = {name for row in rows for name in row}
    optional = [name for name in optional_columns(model) if name in there and name != STATE]
    return [*columns(model), *optional, *([STATE] if STATE in there else [])]


def write_rows(path: Path, names: Sequence[str], rows: Iterable[Mapping[str, str]]) -> None:
    """Write a typed table aside and put it in its place: a step changes its rows alone.

    A new file is UTF-8 with the mark by which Excel reads Chinese, and so is one that was in
    another encoding; one that was UTF-8 keeps its mark, or its lack of one.
    """
    mark = "" if _is_unmarked(path) else BYTE_ORDER_MARK
    out = io.StringIO()
    writer = csv.DictWriter(out, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    write_text(path, mark + out.getvalue())


def _is_unmarked(path: Path) -> bool:
    """Tell whether a file is there that is UTF-8 without a byte order mark."""
    try:
        return not path.read_bytes().decode("utf-8").startswith(BYTE_ORDER_MARK)
    except (FileNotFoundError, UnicodeDecodeError):
        return False

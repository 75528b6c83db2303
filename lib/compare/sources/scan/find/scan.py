"""The scan: a file or a text in, its proposals out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import polars as pl

from compare.errors import unknown
from compare.ledger.folders import DEFINITIONS
from compare.ledger.ledger import read_rows
from compare.ledger.models import Region
from compare.project import Project, find_project
from compare.sources.scan.find.matching import Counted, Terms, read_terms
from compare.sources.scan.find.plans import Plan, period_of, plan_of
from compare.sources.scan.find.proposals import Proposal
from compare.sources.scan.find.statements import proposals
from compare.sources.scan.read.characters import normal
from compare.sources.scan.read.documents import Document, document_of, read_document

LEDGER_COLUMNS = (
    "label", "quote", "locator", "printed", "comparator", "lo", "hi", "unit", "year",
    "year_start", "year_end", "year_basis", "kind", "scope", "worded", "note",
)  # fmt: skip

_DEFINED = ("regions", "indicators", "terms")
"""The files of definitions that a scan reads."""


@dataclass(frozen=True)
class Scan:
    """What a scan of one document found.

    Attributes
    ----------
    document : Document
        The text.
    plan : Plan
        What it says about itself: title, number, dates, period.
    proposals : tuple of Proposal
        One for each quantitative statement, in the order of the text.
    region : Region or None
        The region that it is about, where it is known.
    """

    document: Document
    plan: Plan
    proposals: tuple[Proposal, ...]
    region: Region | None = None

    def table(self, frame: Literal["pandas", "polars"] = "pandas") -> Any:
        """Return the proposals as a frame: ledger columns, doubt, reasons, candidates."""
        rows = [record(proposal) for proposal in self.proposals]
        found = pl.DataFrame(rows, schema=_SCHEMA, infer_schema_length=None)
        if frame == "polars":
            return found
        if frame == "pandas":
            return found.to_pandas()
        raise unknown("frame", frame, ("pandas", "polars"))


def years_as_text(table: pl.DataFrame) -> pl.DataFrame:
    """Return a scan's table with years and periods in one column, as 2025 or 2021-2025."""
    period = pl.concat_str("year_start", pl.lit("-"), "year_end")
    return table.with_columns(year=pl.coalesce(pl.col("year").cast(pl.String), period))


_GROUPS = re.compile(r"残疾|特殊|随迁|留守|孤独症|困难|民办")
_PLACES = re.compile(
    r"(?:(?<=^)|(?<=[,，]))(?:农村|乡村|城区|县城|城镇)(?=小学|初中|幼儿园|学校|高中)"
)
"""城区小学平均班额46人,大班额比例3%: the second is of the towns, too."""
_SCHEMA: dict[str, Any] = {
    **dict.fromkeys(LEDGER_COLUMNS, pl.String),
    "lo": pl.Float64,
    "hi": pl.Float64,
    "year": pl.Int64,
    "year_start": pl.Int64,
    "year_end": pl.Int64,
    "worded": pl.Boolean,
    "doubt": pl.Float64,
    "reasons": pl.String,
    "indicator": pl.String,
    "comparability": pl.String,
    "reason": pl.String,
    "sentence": pl.String,
}


def record(proposal: Proposal) -> dict[str, Any]:
    """Return a proposal as one flat row; of its candidates the best one."""
    row = {name: getattr(proposal, name) for name in LEDGER_COLUMNS}
    for name in ("lo", "hi"):
        row[name] = None if row[name] is None else float(row[name])
    best = proposal.candidates[0] if proposal.candidates else None
    return row | {
        "doubt": proposal.doubt,
        "reasons": " ".join(proposal.reasons),
        "indicator": best.indicator if best else "",
        "comparability": best.comparability if best else "",
        "reason": best.reason if best else "",
        "sentence": proposal.sentence,
    }


def scan(
    path: Path | str,
    *,
    region: str | None = None,
    period: str | None = None,
    kind: str | None = None,
    project: Project | None = None,
) -> Scan:
    """Read a document and propose a ledger row for each quantitative statement.

    Parameters
    ----------
    path : pathlib.Path or str
        A text, HTML, Word or PDF file.
    region : str, optional
        Slug, name or code of its region; by default the one that the title names.
    period : str, optional
        The years that it is about, as 2021-2025, 2024 or 十四五; by default from the text.
    kind : {"plan", "keypoints", "report"}, optional
        What it does; by default from the title.
    project : Project, optional
        Where the indicators, their terms and the regions are typed.

    Raises
    ------
    UnreadableError
        If the file holds no text.
    PeriodError
        If the period cannot be read.
    UnknownValueError
        If there is no such region or kind.
    """
    return scan_document(
        read_document(path), region=region, period=period, kind=kind, project=project
    )


def scan_text(
    text: str,
    *,
    name: str = "text",
    region: str | None = None,
    period: str | None = None,
    kind: str | None = None,
    project: Project | None = None,
) -> Scan:
    """Propose a ledger row for each quantitative statement of a text, as :func:`scan` does."""
    return scan_document(
        document_of(text, name), region=region, period=period, kind=kind, project=project
    )


def scan_document(
    document: Document,
    *,
    region: str | None = None,
    period: str | None = None,
    kind: str | None = None,
    project: Project | None = None,
) -> Scan:
    """Propose a ledger row for each quantitative statement of a document, as :func:`scan` does."""
    project = project or find_project()
    years = None if period is None else period_of(period)
    plan = plan_of(normal(document.text), period=years, kind=kind)
    known, terms = _defined(project.raw)
    place = _region(known, region, plan)
    found = tuple(_matched(proposal, terms, place) for proposal in proposals(document.text, plan))
    return Scan(document, plan, found, place)


def _defined(raw: Path) -> tuple[list[Region], Terms]:
    """Return the regions and the terms: what was read for the last document, if still typed so."""
    files = (path for name in _DEFINED for path in sorted((raw / DEFINITIONS).glob(f"{name}.*")))
    return _read_defined(raw, tuple((p, p.read_bytes()) for p in files if p.is_file()))


@lru_cache(maxsize=1)
def _read_defined(raw: Path, _: tuple[tuple[Path, bytes], ...]) -> tuple[list[Region], Terms]:
    regions, _problems = read_rows(raw / DEFINITIONS, "regions", Region, raw)
    return [entry.item for entry in regions], read_terms(raw)


def _region(known: list[Region], named: str | None, plan: Plan) -> Region | None:
    if named is not None:
        for region in known:
            if named in region.names:
                return region
        names = [name for region in known for name in region.names]
        raise unknown("region", named, names, "A new one: compare-regions add-region.")
    title = re.sub(r"^(?:19|20)\d{2}年(?:度)?", "", plan.title)
    for region in known:
        if title.startswith((region.full_name_zh, region.name_zh)):
            return region
    return None


def _group(proposal: Proposal) -> str:
    """Return whose part it is, where that is a group of its own: 残疾儿童…,其中入园率."""
    whole = re.search(r"part of (.*)", proposal.note)
    before = re.split(r"[;。]", proposal.sentence.split(proposal.quote)[0])[-1]
    group = _GROUPS.search(whole[1]) if whole else _PLACES.search(before)
    return group[0] if group and group[0] not in proposal.label else ""


def _matched(proposal: Proposal, terms: Terms, region: Region | None) -> Proposal:
    counted = Counted(
        label=normal(_group(proposal) + proposal.label),
        unit=proposal.unit,
        kind=proposal.kind,
        lo=proposal.lo,
        hi=proposal.hi,
        yearly="每年" in proposal.note,
        milestone=proposal.milestone,
        worded=proposal.worded,
        years=proposal.years,
    )
    return replace(proposal, candidates=terms.candidates(counted, region))

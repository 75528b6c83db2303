"""Adding a region, walked through in a copy of the project, and how to do it for real.

The copy itself comes from :func:`compare.reports.notebooks.copies.copied_project`. What the walk-through
cannot know it asks for by the name of the parameter that gives it.
"""

from __future__ import annotations

import datetime
import html
import re
import shlex
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import yaml

from compare.errors import unknown
from compare.ledger.ledger import read_ledger
from compare.ledger.models import SLUG, Region
from compare.reports.notebooks.parameters import ParameterError, given_file
from compare.project import Project, find_project
from compare.sources.scan import Scan, add_region, missing_facts, write_folder
from compare.sources.scan.review.new_regions import registered_regions
from compare.sources.scan.find.titles import place_of
from compare.tables.cells import chinese
from compare.wording.catalogue import Lang, check_lang, say

__all__ = ["Steps", "commands", "made_up_corrections", "registered", "with_source", "written"]

_SOURCE = ("title", "number", "issuer", "issued")
"""What a document says of itself, and an analyst can say instead."""
_FOLLOWS_FROM = {
    "province": "adcode",
    "level": "full_name_zh",
    "name_zh": "full_name_zh",
    "name_en": "region",
}


def registered(facts: Mapping[str, object], project: Project) -> Region:
    """Register a region, or keep the one that is registered with the same facts.

    Parameters
    ----------
    facts : mapping
        Columns of ``regions.csv``; of a region that is there its slug is enough.
    project : Project
        The copy.

    Raises
    ------
    ParameterError
        If a fact is missing, or another one is registered.
    """
    known = {name: str(value) for name, value in facts.items() if value not in (None, "")}
    for name in known:
        if name not in Region.model_fields:
            raise unknown("facts key", name, Region.model_fields)
    for region in registered_regions(project):
        if region.region == known.get("region"):
            other = {name: str(getattr(region, name)) for name in known}
            if other != known:
                raise ParameterError(
                    f"facts: {region.region} is registered already, as {_pairs(known, other)}. "
                    f'Correct facts, or give facts = {{"region": "{region.region}"}} alone.'
                )
            return region
    if missing := missing_facts(known):
        allowed = (
            f"{name} ({Region.model_fields[name].description})"
            for name in missing
            if _FOLLOWS_FROM.get(name) not in missing
        )
        raise ParameterError(
            f"facts: still to be told of the region: {', '.join(allowed)}. "
            "Fill them in in the parameter facts and run again from the top."
        )
    return add_region(known, project=project)


def _pairs(given: Mapping[str, str], other: Mapping[str, str]) -> str:
    return ", ".join(
        f"{name} {other[name]!r}, not {value!r}"
        for name, value in given.items()
        if other[name] != value
    )


def with_source(scanned: Scan, source: Mapping[str, object], project: Project) -> Scan:
    """Return a scan with what its text does not print, told by an analyst.

    Parameters
    ----------
    scanned : Scan
        A scan of one region's document.
    source : mapping
        Any of title, number, issuer and issued (as 2021-06-30).
    project : Project
        Where the regions are.

    Raises
    ------
    ParameterError
        If something needed is still missing, with the parameter to fill in; or if the
        title names another place than the region.
    """
    for name in source:
        if name not in _SOURCE:
            raise unknown("source key", name, _SOURCE)
    told: dict[str, Any] = {name: value for name, value in source.items() if value}
    if "issued" in told:
        told["issued"] = _date(told["issued"])
    told_all = replace(scanned, plan=replace(scanned.plan, **told))
    _refuse_another_place(told_all, project)
    _refuse_missing(told_all)
    return told_all


def _date(value: object) -> datetime.date:
    try:
        return datetime.date.fromisoformat(str(value))
    except ValueError as error:
        raise ParameterError(
            f"source: issued={value!r} is no date; write it as 2021-06-30"
        ) from error


def _refuse_missing(scanned: Scan) -> None:
    plan = scanned.plan
    given = {
        "told-title": plan.title,
        "told-issuer": plan.issuer,
        "told-period": plan.start is not None and plan.end is not None,
    }
    needed = [say(message, "en") for message, there in given.items() if not there]
    if needed:
        lines = "".join(f"\n- {line}" for line in needed)
        raise ParameterError(say("told-again", "en", lines=lines))


def _refuse_another_place(scanned: Scan, project: Project) -> None:
    region, title = scanned.region, scanned.plan.title
    if region is None or any(name in title for name in region.names if not name.isascii()):
        return
    place = place_of(title, inside=region.province)
    if place and not _may_contain(place, region, project):
        raise ParameterError(
            f"the title names {place} ({title}), but facts register {region.full_name_zh}. "
            "Correct file or facts; if the title has been misread, fill in the parameter "
            'source = {"title": "…"}.'
        )


def _may_contain(place: str, region: Region, project: Project) -> bool:
    """Tell whether a place may be the parent of a region."""
    known = registered_regions(project)
    for other in known:
        if place in other.names:
            return other.region == region.parent
    is_city = region.adcode.endswith("00")
    parent_is_known = any(other.region == region.parent for other in known)
    return place[-1] in "市州盟" and not is_city and not parent_is_known


def made_up_corrections(document: str) -> dict[str, dict[str, str]]:
    """Return what is to be corrected in a scan of the made-up plan: 全县 is part of no name."""
    return {f"{document}/001": {"label": "学前三年毛入园率"}}


def written(scanned: Scan, document: str, project: Project) -> dict[str, Any]:
    """Write a scan into a copy of the project, in place of what is there of the same document.

    Parameters
    ----------
    scanned : Scan
        The scan.
    document : str
        Name of the folder.
    project : Project
        The copy. A folder of the same name, or with the same text, is replaced.

    Returns
    -------
    dict
        Rows written, rows left out without a year, folders replaced.
    """
    if not re.fullmatch(SLUG, document):
        raise ParameterError(
            f"document={document!r} is no name of a folder; write lower-case letters, digits and "
            "hyphens, as in qinglan-14fyp"
        )
    same = {entry.item.document for entry in read_ledger(project.raw).sources
            if entry.item.sha256 == scanned.document.sha256}  # fmt: skip
    if (project.raw / document).exists():
        same.add(document)
    for name in same:
        shutil.rmtree(project.raw / name)
    made = write_folder(scanned, project.raw / document)
    return {
        "rows": made.rows,
        "undated": made.undated,
        "replaced": sorted(same),
    }


_TYPED = "margin:0.2em 0 0.7em;padding:0.4em 0.7em;background:#f5f5f5;white-space:pre-wrap"


@dataclass(frozen=True)
class Steps:
    """What to do, in order: each with its words and its lines to type."""

    steps: tuple[tuple[str, tuple[str, ...]], ...]
    lang: Lang

    def __str__(self) -> str:
        return "\n".join(
            f"{number}. {words}" + "".join(f"\n   {line}" for line in lines)
            for number, (words, lines) in enumerate(self.steps, start=1)
        )

    def _repr_html_(self) -> str:
        items = []
        for words, lines in self.steps:
            typed = "\n".join(chinese(line, self.lang) for line in lines)
            shown = f'<pre style="{_TYPED}">{typed}</pre>' if typed else ""
            items.append(f"<li>{html.escape(words)}{shown}</li>")
        return f"<ol>{''.join(items)}</ol>"


def commands(
    file: str | None,
    document: str,
    facts: Mapping[str, object],
    source: Mapping[str, object],
    period: str | None,
    *,
    lang: Lang = "zh",
) -> Steps:
    """Return the commands that add the region to the project itself, in order.

    Parameters
    ----------
    file : str, optional
        The document; None stands for one's own.
    document : str
        Name of the folder.
    facts, source, period
        As in the walk-through.
    lang : {"zh", "en"}
        Language of the words.
    """
    check_lang(lang)
    given = [word for name, value in facts.items() if value
             for word in ("--" + name.replace("_", "-"), str(value))]  # fmt: skip
    region = str(facts.get("region", "REGION"))
    of_period = ["--period", str(period)] if period else []
    scan = ["scan", _as_typed(file), "--region", region, *of_period]
    told = [yaml.safe_dump({name: str(value)}, allow_unicode=True, width=10**6).strip()
            for name, value in source.items() if value]  # fmt: skip
    first = f"{document}/001"
    lines = {
        "add": [_line("add-region", *given)] if given[2:] else [],
        "scan": [_line(*scan, "--output", f"data/raw/{document}")],
        "source": told,
        "list": [_line("review", document)],
        "settle": [
            _line("review", document, "--accept", first),
            _line("review", document, "--correct", first, "--set", "label=…"),
            _line("review", document, "--reject", first),
        ],
        "rest": [_line("review", document, "--accept", document)],
        "check": [_line("check"), _line("build")],
        "show": [_line("charts"), _line("report")],
    }
    messages = {name: f"step-{name}" for name in lines}
    if not told:
        messages["source"] = "step-source-complete"
    known = () if lines["add"] else ("add",)
    steps = tuple(
        (say(message, lang, document=document), tuple(lines[name]))
        for name, message in messages.items()
        if name not in known
    )
    return Steps(steps, lang)


def _as_typed(file: str | None) -> str:
    """Return a file as it is named from the project's folder."""
    if file is None:
        return "FILE"
    path, root = given_file(file).resolve(), find_project().root.resolve()
    return str(path.relative_to(root) if path.is_relative_to(root) else path)


def _line(*arguments: str) -> str:
    return shlex.join(["compare-regions", *arguments])


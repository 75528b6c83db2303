"""A new region: one row of regions.csv, checked against those that are there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from filelock import FileLock
from pydantic import ValidationError

from compare.checks import parents_contain_their_children, regions_have_one_name_each
from compare.errors import CompareError, DataError, Problem
from compare.ledger import Entry, Ledger, read_rows
from compare.models import Region, columns
from compare.project import Project, find_project
from compare.reading import Row, decode
from compare.scan.folders import write_rows
from compare.texts import Texts
from compare.writing import replacing

_PROVINCES = {
    "11": "北京", "12": "天津", "13": "河北", "14": "山西", "15": "内蒙古", "21": "辽宁",
    "22": "吉林", "23": "黑龙江", "31": "上海", "32": "江苏", "33": "浙江", "34": "安徽",
    "35": "福建", "36": "江西", "37": "山东", "41": "河南", "42": "湖北", "43": "湖南",
    "44": "广东", "45": "广西", "46": "海南", "50": "重庆", "51": "四川", "52": "贵州",
    "53": "云南", "54": "西藏", "61": "陕西", "62": "甘肃", "63": "青海", "64": "宁夏",
    "65": "新疆", "71": "台湾", "81": "香港", "82": "澳门",
}  # fmt: skip
_LEVELS = {
    "县": "county",
    "市": "prefecture-city",
    "区": "district",
    "旗": "county",
    "州": "prefecture-city",
}


class RegionError(CompareError):
    """A region cannot be added as it is."""


def missing_facts(facts: Mapping[str, str]) -> list[str]:
    """Return what is still needed of a region, after what follows from the rest.

    Parameters
    ----------
    facts : mapping of str to str
        Columns of ``regions.csv`` that are known.
    """
    known = completed(facts)
    return [name for name, info in Region.model_fields.items()
            if info.is_required() and not known.get(name)]  # fmt: skip


def completed(facts: Mapping[str, str]) -> dict[str, str]:
    """Fill in what follows: the province from the code, the level and short name from the name."""
    known = {name: value for name, value in facts.items() if value}
    code, full = known.get("adcode", ""), known.get("full_name_zh", "")
    if code[:2] in _PROVINCES:
        known.setdefault("province", _PROVINCES[code[:2]])
    if full:
        known.setdefault("name_zh", full[:-1] if len(full) > 2 and full[-1] in _LEVELS else full)
        if full[-1] in _LEVELS:
            level = _LEVELS[full[-1]]
            inside = full.endswith("市") and len(code) == 6 and not code.endswith("00")
            known.setdefault("level", "county-city" if inside else level)
    if known.get("region"):
        known.setdefault("name_en", known["region"].replace("-", " ").title())
    return known


def add_region(facts: Mapping[str, str], *, project: Project | None = None) -> Region:
    """Add a region to ``definitions/regions.csv``.

    Parameters
    ----------
    facts : mapping of str to str
        Columns of the row; province, level, short and English name follow from the others
        where they are left out.
    project : Project, optional
        The project.

    Returns
    -------
    Region
        The row as added; adding the very same row again changes nothing. Documents without
        a region whose title begins with its name are its own from now on.

    Raises
    ------
    RegionError
        If something is missing or not valid.
    DataError
        If name, slug or code belongs to another region, or the parent does not fit the code.
    """
    project = project or find_project()
    folder = project.raw / "definitions"
    cells = {name: completed(facts).get(name, "") for name in columns(Region)}
    region = _region(cells)
    with FileLock(folder / ".regions.lock"):
        known, problems = read_rows(folder, "regions", Region, project.raw)
        if problems:
            raise DataError(problems)
        if any(entry.item == region for entry in known):
            return region
        row = Row("definitions/regions.csv", len(known) + 2, cells)
        found = _problems([*known, Entry(row, region)], row)
        if found:
            raise DataError(found)
        _write(folder, [entry.item for entry in known], region)
    (folder / ".regions.lock").unlink(missing_ok=True)
    _claim_documents(project, region)
    return region


def _claim_documents(project: Project, region: Region) -> None:
    """Name the region in documents that were scanned before it was known."""
    for path in sorted(project.raw.glob("*/source.yml")):
        text = decode(path.read_bytes())
        title = re.search(r"^title: *['\"]?(.*)$", text, re.MULTILINE)
        if title is None or not title[1].startswith((region.full_name_zh, region.name_zh)):
            continue
        claimed = re.sub(r"^region: *$", f"region: {region.region}", text, flags=re.MULTILINE)
        if claimed != text:
            with replacing(path) as aside:
                aside.write_text(claimed, encoding="utf-8", newline="")


def _region(cells: dict[str, str]) -> Region:
    try:
        region = Region.model_validate(cells)
    except ValidationError as error:
        what = []
        for detail in error.errors(include_url=False):
            name = str(detail["loc"][0]) if detail["loc"] else "row"
            allowed = Region.model_fields[name].description if name in Region.model_fields else ""
            what.append(f"{name}={cells.get(name)!r}: {detail['msg']} (allowed: {allowed})")
        raise RegionError("the region cannot be added:\n" + "\n".join(what)) from error
    if _PROVINCES.get(region.adcode[:2]) != region.province:
        raise RegionError(
            f"adcode {region.adcode} lies in {_PROVINCES.get(region.adcode[:2], 'no province')}, "
            f"not in {region.province}; correct one of them"
        )
    is_city = region.adcode.endswith("00")
    if is_city != (region.level in ("prefecture-city", "province")):
        raise RegionError(
            f"adcode {region.adcode} does not fit the level {region.level}: codes of prefecture "
            "cities end with 00, those of counties do not"
        )
    return region


def _problems(entries: list[Entry[Region]], row: Row) -> list[Problem]:
    ledger = Ledger(regions=entries)
    nothing = Texts(Path(), {})
    found = [
        *regions_have_one_name_each(ledger, nothing),
        *parents_contain_their_children(ledger, nothing),
    ]
    new = entries[-1].item
    for entry in entries[:-1]:
        for column in ("region", "adcode"):
            if getattr(entry.item, column) == getattr(new, column):
                what = f"{getattr(new, column)!r} is already {entry.item.full_name_zh}"
                found.append(row.problem(column, what, "one that no other has", "correct it"))
    return found


def _write(folder: Path, known: list[Region], region: Region) -> None:
    names = columns(Region)  # appended, since the order of the rows gives the colours
    cells = [{name: str(getattr(item, name)) for name in names} for item in [*known, region]]
    write_rows(folder / "regions.csv", names, cells)

"""A new region: one row of regions.csv, checked against those that are there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from filelock import FileLock
from pydantic import TypeAdapter, ValidationError

from compare.atomic import write_text, writing
from compare.errors import CompareError, DataError, Problem
from compare.ledger.checks import (
    containing_code,
    parents_contain_their_children,
    regions_have_one_name_each,
)
from compare.ledger.ledger import Entry, Ledger, read_rows
from compare.ledger.models import Region, columns
from compare.ledger.read import Row, decode
from compare.ledger.texts import Texts
from compare.project import Project, find_project
from compare.sources.scan.review.folders import write_rows
from compare.wording.catalogue import LANGUAGES, say
from compare.wording.phrases import in_both

_PROVINCES = {
    "11": "北京", "12": "天津", "13": "河北", "14": "山西", "15": "内蒙古", "21": "辽宁",
    "22": "吉林", "23": "黑龙江", "31": "上海", "32": "江苏", "33": "浙江", "34": "安徽",
    "35": "福建", "36": "江西", "37": "山东", "41": "河南", "42": "湖北", "43": "湖南",
    "44": "广东", "45": "广西", "46": "海南", "50": "重庆", "51": "四川", "52": "贵州",
    "53": "云南", "54": "西藏", "61": "陕西", "62": "甘肃", "63": "青海", "64": "宁夏",
    "65": "新疆", "71": "台湾", "81": "香港", "82": "澳门",
}  # fmt: skip
_PROVINCE_SLUGS = {
    "北京": "beijing", "天津": "tianjin", "河北": "hebei", "山西": "shanxi",
    "内蒙古": "neimenggu", "辽宁": "liaoning", "吉林": "jilin", "黑龙江": "heilongjiang",
    "上海": "shanghai", "江苏": "jiangsu", "浙江": "zhejiang", "安徽": "anhui",
    "福建": "fujian", "江西": "jiangxi", "山东": "shandong", "河南": "henan", "湖北": "hubei",
    "湖南": "hunan", "广东": "guangdong", "广西": "guangxi", "海南": "hainan",
    "重庆": "chongqing", "四川": "sichuan", "贵州": "guizhou", "云南": "yunnan",
    "西藏": "xizang", "陕西": "shaanxi", "甘肃": "gansu", "青海": "qinghai",
    "宁夏": "ningxia", "新疆": "xinjiang", "台湾": "taiwan", "香港": "xianggang",
    "澳门": "aomen",
}  # fmt: skip
_COUNTRY = "china"
_SUFFIXES = "县市区旗州省盟"
_LEVEL_WORDS: dict[str, str] = {
    "省": "province", "自治区": "province", "直辖市": "province",
    "地级市": "prefecture-city", "自治州": "prefecture-city", "地区": "prefecture-city",
    "盟": "prefecture-city", "县级市": "county-city", "区": "district", "市辖区": "district",
    "县": "county", "自治县": "county", "旗": "county",
}  # fmt: skip

_ASKED_FIRST = ("full_name_zh", "adcode", "region", "parent")
"""What the rest follows from."""


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


def next_fact(facts: Mapping[str, str]) -> str:
    """Return what to ask for next, first what others follow from; empty where all is known."""
    missing = missing_facts(facts)
    return next((name for name in (*_ASKED_FIRST, *missing) if name in missing), "")


def completed(facts: Mapping[str, str]) -> dict[str, str]:
    """Fill in what follows: the province from the code, the level and short name from the name.

    Names in words become what the file holds: 县 is the level county, 湖南省 the parent hunan.
    """
    known = {name: value for name, value in facts.items() if value}
    code, full = known.get("adcode", ""), known.get("full_name_zh", "")
    if code[:2] in _PROVINCES:
        known.setdefault("province", _PROVINCES[code[:2]])
    if full:
        short = full[:-1] if len(full) > 2 and full[-1] in _SUFFIXES else full
        known.setdefault("name_zh", short)
        if level := _level(full, code):
            known.setdefault("level", level)
    if known.get("region"):
        known.setdefault("name_en", known["region"].replace("-", " ").title())
    if "level" in known:
        known["level"] = _LEVEL_WORDS.get(known["level"], known["level"])
    if "parent" in known:
        known["parent"] = _PROVINCE_SLUGS.get(_short(known["parent"]), known["parent"])
    return known


def _level(full: str, code: str) -> str:
    """Return the level that a full name says; a code tells cities and provinces apart."""
    last = full[-1]
    if last == "省" or (code.endswith("0000") and last in "市区"):
        return "province"
    if last == "市":
        inside = len(code) == 6 and not code.endswith("00")
        return "county-city" if inside else "prefecture-city"
    if last in "州盟" or full.endswith("地区"):
        return "prefecture-city"
    return {"县": "county", "旗": "county", "区": "district"}.get(last, "")


def _short(name: str) -> str:
    """Return the name of a province without what kind of division it is."""
    return re.sub(r"(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区)$", "", name)


def likely_parent(facts: Mapping[str, str], project: Project | None = None) -> str:
    """Return the slug of the division that a code lies in, empty where it cannot be told.

    Parameters
    ----------
    facts : mapping of str to str
        Columns of ``regions.csv`` that are known.
    project : Project, optional
        The project, whose regions are known.
    """
    code = facts.get("adcode", "")
    if len(code) != 6 or code[:2] not in _PROVINCES:
        return ""
    above = containing_code(code)
    for region in registered_regions(project or find_project()):
        if region.adcode == above:
            return region.region
    if not above:
        return _COUNTRY
    return _PROVINCE_SLUGS[_PROVINCES[code[:2]]] if above.endswith("0000") else ""


def fact_of(
    name: str, answer: str, facts: Mapping[str, str], project: Project | None = None
) -> str:
    """Return an answer as the file holds it.

    Parameters
    ----------
    name : str
        A column of ``regions.csv``.
    answer : str
        What somebody typed for it.
    facts : mapping of str to str
        What is known of the region already.
    project : Project, optional
        The project, whose regions are known.

    Raises
    ------
    RegionError
        If the answer cannot be right, with what may be.
    """
    regions = registered_regions(project or find_project())
    answer = answer.strip()
    if name == "parent":
        named = (region.region for region in regions if answer in region.names)
        answer = next(named, answer)
    value = completed({name: answer}).get(name, "")
    info = Region.model_fields[name]
    try:
        TypeAdapter(info.rebuild_annotation()).validate_python(value)
    except ValidationError as error:
        raise RegionError(_not_right(name, answer)) from error
    if name in ("region", "adcode"):
        for region in regions:
            if getattr(region, name) == value:
                said = in_both("region-taken", value=value, region=region.full_name_zh)
                raise RegionError(f"{said}\n{_explained(name)}")
    if name == "adcode":
        _check_code({**facts, "adcode": value})
    above = containing_code(facts.get("adcode", ""))
    if name == "parent" and value in _PROVINCE_SLUGS.values() and above[2:] not in ("", "0000"):
        raise RegionError(_not_right(name, answer))  # a county lies in a city
    return value


def registered_regions(project: Project) -> list[Region]:
    """Return the valid rows of ``regions.csv``, in the order of the file."""
    entries, _ = read_rows(project.raw / "definitions", "regions", Region, project.raw)
    return [entry.item for entry in entries]


def _not_right(name: str, answer: str) -> str:
    return f"{answer!r} {in_both('region-not-right')}\n{_explained(name)}"


def _explained(name: str) -> str:
    """Return what a column of ``regions.csv`` may hold, in both languages."""
    message = f"region-fact-{name.replace('_', '-')}"
    lines = (
        say("region-explained", lang, fact=name, explained=say(message, lang)) for lang in LANGUAGES
    )
    return "\n".join(f"  {line}" for line in lines)


def _check_code(facts: Mapping[str, str]) -> None:
    """Refuse a code outside every province, or one of another level than the name's."""
    code = facts["adcode"]
    if code[:2] not in _PROVINCES:
        raise RegionError(f"{_not_right('adcode', code)}")
    level = completed(facts).get("level")
    is_city = code.endswith("00")
    if level and is_city != (level in ("prefecture-city", "province")):
        raise RegionError(in_both("region-code-unfit", code=code, level=level))


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
    with writing(folder), FileLock(folder / ".regions.lock"):
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
    with suppress(OSError):
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
            write_text(path, claimed)


def _region(cells: dict[str, str]) -> Region:
    try:
        region = Region.model_validate(cells)
    except ValidationError as error:
        names = [str(d["loc"][0]) for d in error.errors(include_url=False)]
        what = [_not_right(name, cells.get(name, "")) for name in names]
        raise RegionError("\n".join([in_both("region-not-added"), *what])) from error
    _check_code(cells)
    if _PROVINCES[region.adcode[:2]] != region.province:
        raise RegionError(
            f"adcode {region.adcode} lies in {_PROVINCES[region.adcode[:2]]}, "
            f"not in {region.province}; correct one of them"
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

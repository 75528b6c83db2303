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
from compare.ledger import divisions
from compare.ledger.checks import (
    codes_are_those_of_the_list,
    parents_are_one_division_each,
    parents_contain_their_children,
    regions_have_one_name_each,
)
from compare.ledger.divisions import CODE, PROVINCES, Division, containing_code
from compare.ledger.ledger import Entry, Ledger, read_rows
from compare.ledger.models import Region, columns
from compare.ledger.read import Row, decode
from compare.ledger.texts import Texts
from compare.project import Project, find_project
from compare.sources.scan.review.folders import write_rows
from compare.wording.catalogue import LANGUAGES, say
from compare.wording.phrases import in_both

_COUNTRY = "china"
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
    """Fill in what follows: from the official list where it has the code or the name.

    Of others the province follows from the code, the level and the short name from the name.
    Names in words become what the file holds: 县 is the level county, 湖南省 the parent hunan.
    """
    known = {name: value.strip() for name, value in facts.items() if value and value.strip()}
    division = _listed(known)
    if division and known.get("full_name_zh", division.name) == division.name:
        known = {
            "adcode": division.adcode,
            "full_name_zh": division.name,
            "province": division.province,
            "name_zh": division.short_name,
            "level": division.level,
        } | known
    code, full = known.get("adcode", ""), known.get("full_name_zh", "")
    if code[:2] in PROVINCES:
        known.setdefault("province", PROVINCES[code[:2]][0])
    if full:
        known.setdefault("name_zh", divisions.short_name(full))
        if level := _level(full, code):
            known.setdefault("level", level)
    if known.get("region"):
        known.setdefault("name_en", known["region"].replace("-", " ").title())
    if "level" in known:
        known["level"] = _LEVEL_WORDS.get(known["level"], known["level"])
    if code.endswith("0000") and code[:2] in PROVINCES:
        known.setdefault("parent", _COUNTRY)  # nothing else contains a province
    if "province" in known:
        known["province"] = _province(known["province"])
    if "parent" in known:
        slugs = dict(PROVINCES.values())
        known["parent"] = slugs.get(_province(known["parent"]), known["parent"])
    return known


def _listed(known: Mapping[str, str]) -> Division | None:
    """Return the division of the list that a code, or a name that only one has, means."""
    if code := known.get("adcode"):
        return divisions.by_code().get(code)
    found = _namesakes(known)
    return found[0] if len(found) == 1 else None


def _namesakes(known: Mapping[str, str]) -> tuple[Division, ...]:
    """Return the divisions of a full name, of its parent where that is given in words."""
    full, parent = known.get("full_name_zh", ""), known.get("parent", "")
    return divisions.named(full, parent) or divisions.named(full)


def _level(full: str, code: str) -> str:
    """Return the level that a name and its code say; empty where neither does."""
    if code and full[-1] not in "县旗":
        return divisions.level_of(full, code)
    if full[-1] == "省":
        return "province"
    if full[-1] in "市州盟" or full.endswith("地区"):
        return "prefecture-city"
    return {"县": "county", "旗": "county", "区": "district"}.get(full[-1], "")


def _province(name: str) -> str:
    """Return the short name of a province that is given by its full one."""
    found = (one for one in divisions.named(name) if one.level == "province")
    return next((one.province for one in found), name)


def choices(facts: Mapping[str, str]) -> str:
    """Return the divisions that a name may mean, where it is that of several; empty else."""
    known = {name: value for name, value in facts.items() if value}
    found = () if known.get("adcode") else _namesakes(known)
    if len(found) < 2:
        return ""
    named = ", ".join(map(str, found))
    return in_both("region-several", between="\n", full=known["full_name_zh"], divisions=named)


def likely_parent(facts: Mapping[str, str], project: Project | None = None) -> str:
    """Return the slug of the division that a code lies in, empty where it cannot be told.

    Parameters
    ----------
    facts : mapping of str to str
        Columns of ``regions.csv`` that are known.
    project : Project, optional
        The project, whose regions are known.
    """
    code = completed(facts).get("adcode", "")
    if not CODE.fullmatch(code) or code[:2] not in PROVINCES:
        return ""
    above = containing_code(code)
    for region in registered_regions(project or find_project()):
        if region.adcode == above:
            return region.region
    if not above:
        return _COUNTRY
    return PROVINCES[code[:2]][1] if above.endswith("0000") else ""


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
    above = containing_code(completed(facts).get("adcode", ""))
    if name == "parent" and divisions.of_slug(value) and above[2:] not in ("", "0000"):
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
    """Refuse a code outside every province, of another level than the name's, or of another."""
    code = facts["adcode"]
    if not CODE.fullmatch(code) or code[:2] not in PROVINCES:
        raise RegionError(f"{_not_right('adcode', code)}")
    _check_list(facts)
    level = completed(facts).get("level")
    is_city = code.endswith("00")
    if level and is_city != (level in ("prefecture-city", "province")):
        raise RegionError(in_both("region-code-unfit", code=code, level=level))


def _check_list(facts: Mapping[str, str]) -> None:
    """Refuse a code or a name that the official list has for another division."""
    code, full = facts["adcode"], facts.get("full_name_zh", "")
    listed = divisions.by_code().get(code)
    others = (full, *facts.get("aliases", "").split("|"))
    namesakes = ", ".join(map(str, divisions.named(full)))
    if listed and full and listed.name not in others:
        if not namesakes:
            raise RegionError(
                in_both("region-code-other", between="\n", code=code, listed=str(listed), full=full)
            )
        raise RegionError(
            in_both("region-name-and-code", between="\n", code=code, listed=str(listed),
                    divisions=namesakes)
        )  # fmt: skip
    may_repeat = full.endswith("区") and not divisions.named(full, containing_code(code))
    if not listed and namesakes and not may_repeat:
        raise RegionError(
            in_both("region-name-elsewhere", between="\n", code=code, divisions=namesakes)
        )


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
    if several := choices(facts):
        raise RegionError(several)
    cells = {name: completed(facts).get(name, "") for name in columns(Region)}
    region = _region(cells)
    try:
        with writing(folder), FileLock(folder / ".regions.lock"):
            _add(folder, region, cells, project)
    finally:
        with suppress(OSError):
            (folder / ".regions.lock").unlink(missing_ok=True)
    _claim_documents(project, region)
    return region


def _add(folder: Path, region: Region, cells: dict[str, str], project: Project) -> None:
    known, problems = read_rows(folder, "regions", Region, project.raw)
    if problems:
        raise DataError(problems)
    if any(entry.item == region for entry in known):
        return
    row = Row("definitions/regions.csv", len(known) + 2, cells)
    found = _problems([*known, Entry(row, region)], row)
    if found:
        raise DataError(found)
    _write(folder, [entry.item for entry in known], region)


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
    province, _ = PROVINCES[region.adcode[:2]]
    if province != region.province:
        raise RegionError(
            f"adcode {region.adcode} lies in {province}, "
            f"not in {region.province}; correct one of them"
        )
    return region


def _problems(entries: list[Entry[Region]], row: Row) -> list[Problem]:
    ledger = Ledger(regions=entries)
    nothing = Texts(Path(), {})
    found = [
        *regions_have_one_name_each(ledger, nothing),
        *parents_contain_their_children(ledger, nothing),
        *parents_are_one_division_each(ledger, nothing),
        *codes_are_those_of_the_list(ledger, nothing),
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

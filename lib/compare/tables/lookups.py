"""What tables ask the curated data: names, units, words behind figures, and the order of rows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from compare.comparisons.frames import as_pandas
from compare.curated.database import connect
from compare.tables.words import heading, say
from compare.wording.catalogue import Lang, check_lang, term
from compare.wording.values import is_missing

Record = dict[str, Any]


def ordered_rows(frame: Any, lang: Lang) -> pd.DataFrame:
    """Return rows in the order that suggests nothing: as they come, regions by code."""
    check_lang(lang)
    rows = as_pandas(frame)
    keys = [name for name in ("indicator", "year", "kind") if name in rows]
    first = {name: place for place, name in enumerate(dict.fromkeys(rows["indicator"]))}
    ordered = rows.assign(_place=rows["indicator"].map(first))
    by = ["_place", *keys[1:], *(["adcode"] if "adcode" in rows else [])]
    return ordered.sort_values(by, kind="stable").drop(columns="_place").reset_index(drop=True)


def regions_of(rows: pd.DataFrame, lang: Lang) -> dict[str, str]:
    """Return the names of regions and their slugs, in the order of administrative codes."""
    ordered = rows.sort_values("adcode", kind="stable")
    return dict(zip(ordered[f"region_{lang}"], ordered["region"], strict=True))


def quotes_of(figures: Iterable[Any]) -> dict[str, str]:
    """Return the words and the place of figures, by id."""
    names = sorted({part for cell in figures if isinstance(cell, str) for part in cell.split()})
    query = "SELECT figure, quote, locator FROM figures WHERE list_contains($names, figure)"
    rows = connect().execute(query, {"names": names}).fetchall()
    return {figure: f"“{quote}” {locator}" for figure, quote, locator in rows}


def labels_of(figures: Iterable[Any]) -> dict[str, str]:
    """Return the labels of figures, as printed, by id."""
    names = sorted({name for name in figures if isinstance(name, str)})
    query = "SELECT figure, label FROM figures WHERE list_contains($names, figure)"
    return dict(connect().execute(query, {"names": names}).fetchall())


def judgements_of(figures: Iterable[Any]) -> dict[tuple[str, str], Record]:
    """Return the reasons for grades, by figure and indicator."""
    names = sorted({part for cell in figures if isinstance(cell, str) for part in cell.split()})
    query = (
        "SELECT figure, indicator, reason, reason_en FROM observations "
        "WHERE list_contains($names, figure)"
    )
    rows = connect().execute(query, {"names": names}).fetchall()
    return {(f, i): {"reason": zh, "reason_en": en} for f, i, zh, en in rows}


def key_values(query: str) -> dict[str, Any]:
    """Return the rows of a query of two columns as a mapping."""
    return dict(connect().execute(query).fetchall())


def adcodes() -> dict[str, Any]:
    """Return the administrative code of each region."""
    return key_values("SELECT region, adcode FROM regions")


def region_names(lang: Lang) -> dict[str, Any]:
    """Return the name of each region."""
    return key_values(f"SELECT region, name_{lang} FROM regions")


def indicator_names(lang: Lang) -> dict[str, Any]:
    """Return the name of each indicator."""
    return key_values(f"SELECT indicator, name_{lang} FROM indicators")


def aligned_to(lang: Lang) -> dict[str, Any]:
    """Return the indicators that each figure is aligned to, by name."""
    return key_values(
        f"SELECT figure, string_agg(name_{lang}, ' / ' ORDER BY indicator) "
        "FROM observations JOIN indicators USING (indicator) GROUP BY figure"
    )


def limits_of(names: Iterable[Any]) -> dict[str, Record]:
    """Return benchmarks by name, each with its indicator's unit."""
    query = (
        "SELECT b.*, i.unit FROM benchmarks AS b JOIN indicators AS i USING (indicator) "
        "WHERE list_contains($names, benchmark)"
    )
    asked = sorted({name for name in names if isinstance(name, str)})
    rows = connect().sql(query, params={"names": asked}).df() if asked else pd.DataFrame()
    return {row["benchmark"]: row for row in rows.to_dict("records")}


def reference_names(references: Iterable[str], lang: Lang) -> dict[str, str]:
    """Return what references are called: regions, benchmarks, best, median and mean."""
    known = list(dict.fromkeys(references))
    names = {name: benchmark_name(row, lang) for name, row in limits_of(known).items()}
    names |= {name: say(name, lang) for name in ("best", "median")}
    return {**names, "mean": heading("mean", lang), **region_names(lang)}


def with_names(rows: pd.DataFrame) -> pd.DataFrame:
    """Add names, units and codes to rows that have only their keys, in the order of tables."""
    con = connect()
    named = con.sql(
        "SELECT indicator, name_zh AS indicator_zh, name_en AS indicator_en, "
        "unit AS level_unit, rowid AS _indicator FROM indicators"
    ).df()
    joined = rows.merge(named, on="indicator", how="left")
    joined = joined if "unit" in rows else joined.assign(unit=joined["level_unit"])
    order = ["_indicator"]
    if "region" in rows:
        regions = con.sql(
            "SELECT region, name_zh AS region_zh, name_en AS region_en, adcode FROM regions"
        ).df()
        joined = joined.merge(regions, on="region", how="left")
        order += ["adcode", "target_year"]
        signs = key_values("SELECT figure, comparator FROM figures")
        joined["current_comparator"] = joined["current_figure"].map(signs)
    return joined.sort_values(order, kind="stable").reset_index(drop=True)


def benchmark_name(row: Record, lang: Lang) -> str:
    """Return what a benchmark is called: ``全国2025年目标``."""
    year = "" if is_missing(row["year"]) else str(int(row["year"]))
    kind = term(row["kind"], lang)
    words = [term(row["scope"], lang), f"{year}年" if year and lang == "zh" else year, kind]
    return ("" if lang == "zh" else " ").join(filter(None, words))

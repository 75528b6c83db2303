"""Any frame: cells of any kind, right and wrong, on every engine, in every comparison.

A case is one drawn frame in one comparison on one engine. Every engine must give the same
answer, or the same refusal, as polars gives for the rows in the order in which they were
drawn; the order of rows and columns is another one on each engine.
"""

from __future__ import annotations

import datetime
import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

import polars as pl
from comparing import KINDS, as_kind, kind_of, records

import compare
from compare.comparisons.dispersion import dispersion
from compare.composites.composite import composite
from compare.errors import CompareError

BACKENDS = ("nullable", "pyarrow", "categorical", "objects")
ENGINES = (*KINDS, *BACKENDS)
"""The kinds of frame, pandas with each of its backends."""

REFERENCE = "polars"


def on(frame: pl.DataFrame, engine: str) -> Any:
    """Return a polars frame as another kind of frame, or another backend of pandas."""
    if engine in KINDS:
        return as_kind(frame, engine)
    if engine == "pyarrow":
        return frame.to_pandas(use_pyarrow_extension_array=True)
    plain = frame.to_pandas()
    if engine == "nullable":
        return plain.convert_dtypes()
    if engine == "objects":
        return plain.astype(object)
    return plain.astype({n: "category" for n, t in frame.schema.items() if t == pl.String})


# --- cells: mostly right, sometimes strange, sometimes wrong --------------------------------------

PEOPLE = ("a", "a ", "b", "Ｂ", "c", "县（一）", "县(一)", "d", None, " ")
CELLS = ("1", "2", " 3", "4%", "1,000", "５", "", "≥6", "x", "-0", None, "0.3")
NUMBERS = (0.0, -0.0, 0.3, 0.1 + 0.2, 1.0, 2.0, 1e12, 1e-6, float("nan"), None)
WRONG_NUMBERS = (float("inf"), 1e308, -float("inf"))
OURS = ("_least", "_most", "_end", "_contestant", "_whole", "_row", "_own 0", "_place", "_count")
OWN = (*OURS, "of", "rank", "missing", "gap", "reference", "note", "Note", "_ref_lo", "_size")

Cells = Sequence[Any]
_WORDS: Mapping[str, tuple[Cells, Cells]] = {
    "kind": (("actual", "target", None, " actual"), ("实际", "Actual")),
    "comparability": (("exact", "close", "proxy", None), ("good",)),
    "scope": (("region", "each-county", None), ()),
    "use": (("main", "main", "main", None, "alternative", "superseded"), ("best",)),
    "unit": (("%", "个", None), ()),
    "level": (("county", "prefecture-city", None), ()),
    "parent": (("a", "b", None), ()),
    "adcode": (("330225", "330200", "330226", None), ()),
    "status": (("observed", "not-in-text", None), ()),
    "figure": (("f/1", "f/2", None), ()),
    "only_in": (("浙江", None, None), ()),
    "province": (("浙江", "辽宁", None), ()),
    "only_level": (("county", None, None), ()),
    "region_zh": (("甲", "乙", None), ()),
}
_FLAGS = ("rankable", "approximate", "conflict", "derived", "lo_open", "hi_open")


@dataclass(frozen=True)
class Case:
    """A frame, and what is asked of it."""

    frame: pl.DataFrame
    comparison: str
    arguments: Mapping[str, Any] = field(default_factory=dict)


def drawn(chance: random.Random) -> Case:
    """Draw a frame of up to seven rows, and a comparison with its arguments."""
    size = chance.choice((0, 1, 2, 3, 3, 4, 4, 5, 6, 7))
    clean = chance.random() < 0.5
    columns = _columns(chance, size, clean)
    names = list(columns)
    chance.shuffle(names)
    frame = pl.DataFrame({name: columns[name] for name in names})
    comparison = chance.choice(tuple(COMPARISONS))
    return Case(frame, comparison, ARGUMENTS[comparison](chance, clean))


def _columns(chance: random.Random, size: int, clean: bool) -> dict[str, pl.Series]:
    def some(cells: Cells, wrong: Cells = (), dtype: Any = None) -> pl.Series:
        if wrong and not clean and chance.random() < 0.05:
            cells = (*cells, *wrong)
        return pl.Series([chance.choice(cells) for _ in range(size)], dtype=dtype, strict=False)

    indicators = chance.choice((("x",), ("x", "y"), ("x", "x ", "Ｘ"), ("指标", "指 标")))
    columns = {"indicator": some(indicators, (None,), pl.String)}
    if clean or chance.random() < 0.5:
        columns["region"] = _people(chance, size)
    else:
        columns["region"] = some(PEOPLE[:8], PEOPLE, pl.String)
    columns["year"] = _years(chance, size, clean)
    columns |= _numbers(chance, size, clean)
    if chance.random() < 0.95:
        directions = chance.choice((("higher",), ("lower",), ("higher", "lower", "neutral")))
        columns["direction"] = some(directions, (None, "up"), pl.String)
    if chance.random() < 0.7:
        columns["kind"] = some(
            chance.choice((("actual",), ("actual", "target"))), *_WORDS["kind"][1:]
        )
    for name, (cells, wrong) in _WORDS.items():
        if chance.random() < 0.12:
            columns[name] = some(cells, wrong, pl.String)
    for name in _FLAGS:
        if chance.random() < 0.1 and (name not in ("lo_open", "hi_open") or "lo" in columns):
            cells = chance.choice(((True, False, None), (0, 1), (0.0, 1.0, None), ("是", "no", "")))
            columns[name] = some(cells)
    if chance.random() < 0.2:
        columns["floor"], columns["cap"] = some((0, None)), some((10.0, 100.0))
    if chance.random() < 0.1:
        columns["observed_year"] = some((2020, 2019, None), dtype=pl.Int32)
    for name in OWN:
        if chance.random() < 0.04:
            columns[name] = pl.Series(range(size), dtype=pl.Int64)
    return columns


def _people(chance: random.Random, size: int) -> pl.Series:
    """Name as many regions as there are rows, in texts or numbers."""
    kind = chance.randrange(8)
    places = chance.sample(range(9), size) if kind else [n % 3 for n in range(size)]
    if kind == 1:
        return pl.Series(places, dtype=chance.choice((pl.UInt8, pl.Int64, pl.Int16)))
    if kind == 2:
        return pl.Series(places, dtype=pl.Float64)
    return pl.Series([f"{'abcdefghi'[n]}" for n in places], dtype=pl.String)


def _years(chance: random.Random, size: int, clean: bool) -> pl.Series:
    years = chance.choice(((2020,), (2020,), (2020, 2021), (2015, 2020, 2025)))
    plain = [chance.choice(years) for _ in range(size)]
    kind = chance.randrange(9)
    if not clean and chance.random() < 0.05:
        wrong = chance.choice(
            ([2020.5], ["?"], [None], [True], [99], [1609372800000000], ["20.20"])
        )
        return pl.Series((wrong * size)[:size], strict=False)
    if kind == 0:
        spelt = chance.choice(("{}年", " {}", "{}.0", "{}-09-01", "{}年度"))
        return pl.Series([spelt.format(year) for year in plain], dtype=pl.String)
    if kind == 1:
        return pl.Series([datetime.date(year, 12, 31) for year in plain], dtype=pl.Date)
    if kind == 2:
        return pl.Series([datetime.datetime(year, 1, 1) for year in plain], dtype=pl.Datetime)
    types = (pl.Int64, pl.Int32, pl.UInt16, pl.UInt64, pl.Float64, pl.Float32, pl.Int16)
    return pl.Series(plain, dtype=chance.choice(types))


def _numbers(chance: random.Random, size: int, clean: bool) -> dict[str, pl.Series]:
    """Draw values, ends or both."""
    kind = chance.randrange(8)
    if not clean and chance.random() < 0.1:
        cells = chance.choice((CELLS, (*NUMBERS, *WRONG_NUMBERS), (True, False)))
        return {"value": pl.Series([chance.choice(cells) for _ in range(size)], strict=False)}
    if kind == 0:
        cells = [c for c in CELLS if c not in ("≥6", "x")]
        return {"value": pl.Series([chance.choice(cells) for _ in range(size)], dtype=pl.String)}
    if kind == 1:
        cells = [Decimal("1.5"), Decimal("2.25"), Decimal("0"), None]
        dtype = pl.Decimal(10, 2)
        return {"value": pl.Series([chance.choice(cells) for _ in range(size)], dtype=dtype)}
    if kind == 2:
        dtype = chance.choice((pl.Int8, pl.UInt8, pl.Int64, pl.UInt64, pl.Float32))
        return {"value": pl.Series([chance.randrange(5) for _ in range(size)], dtype=dtype)}
    if kind in (3, 4, 5):
        return {"value": pl.Series([chance.choice(NUMBERS) for _ in range(size)], dtype=pl.Float64)}
    return _ends(chance, size, clean)


def _ends(chance: random.Random, size: int, clean: bool) -> dict[str, pl.Series]:
    rows = []
    for _ in range(size):
        lo = chance.choice((0.0, 1.0, 2.5, 5.0, None))
        hi = chance.choice((lo, lo, 5.0, 7.5, None))
        if lo is not None and hi is not None and lo > hi and (clean or chance.random() < 0.9):
            lo, hi = hi, lo
        point = lo == hi and lo is not None
        sign = "=" if point else "range" if None not in (lo, hi) else ">=" if hi is None else "<="
        value = lo if point else None
        rows.append((value, lo, hi, sign if (lo, hi) != (None, None) else None))
    value, lo, hi, sign = zip(*rows, strict=True) if rows else ((), (), (), ())
    columns = {
        "lo": pl.Series(lo, dtype=pl.Float64),
        "hi": pl.Series(hi, dtype=pl.Float64),
    }
    if chance.random() < 0.7:
        columns["value"] = pl.Series(value, dtype=pl.Float64)
    if chance.random() < 0.6:
        columns["comparator"] = pl.Series(sign, dtype=pl.String)
    if not clean and chance.random() < 0.05:
        columns.pop(chance.choice(("lo", "hi")))
    return columns


# --- comparisons, with arguments that mean something to some frames -------------------------------

BENCHMARKS = pl.DataFrame({
    "benchmark": ["line", "aim", "bound"],
    "indicator": ["x", "Ｘ", "指标"],
    "year": [None, 2020, 2025],
    "kind": ["standard", "target", "target"],
    "comparator": [">=", "=", ">"],
    "value": [1.0, 2.0, 0.3],
})  # fmt: skip
REGIONS = pl.DataFrame({"region": ["a", "z", "县(一)"], "level": ["county", None, "county"]})


def _direction(chance: random.Random, clean: bool) -> dict[str, Any]:
    if chance.random() < (0.9 if clean else 0.8):
        return {}
    return {"direction": chance.choice(("higher", "lower", {"x": "lower"}, "up"))}


def _allow(chance: random.Random) -> dict[str, Any]:
    if chance.random() < 0.7:
        return {}
    both = ("different-scope", "each-county-ceiling")
    return {"allow": chance.choice((("different-year",), both, ("part-and-whole",), ("nothing",)))}


def _benchmarks(chance: random.Random) -> dict[str, Any]:
    return {"benchmarks": on(BENCHMARKS, chance.choice(ENGINES))}


def _of_align(chance: random.Random, clean: bool) -> dict[str, Any]:
    asked = _direction(chance, clean)
    if chance.random() < 0.6:
        asked["year"] = chance.choice((2020, "2020年", 2021))
    if chance.random() < 0.5:
        asked["kind"] = chance.choice(("actual", "target"))
    if chance.random() < 0.5:
        asked["horizon"] = chance.choice(("nearest", "latest", "path"))
        asked["within"] = chance.choice((None, 0, 5))
    if chance.random() < 0.2:
        asked |= {"rounding": True, "about": 0.5}
    if chance.random() < 0.3:
        asked["proxies"] = True
    if chance.random() < 0.3:
        asked["regions"] = on(REGIONS, chance.choice(ENGINES))
    return asked


def _of_gaps(chance: random.Random, clean: bool) -> dict[str, Any]:
    to = chance.choice(("best", "median", "mean", "every", "a", " Ａ", "nobody", "benchmark"))
    beside = _benchmarks(chance) if to == "benchmark" else {}
    return {"to": to, **beside, **_allow(chance), **_direction(chance, clean)}


def _of_rankings(chance: random.Random, clean: bool) -> dict[str, Any]:
    return {**_allow(chance), **_direction(chance, clean)}


def _of_progress(chance: random.Random, clean: bool) -> dict[str, Any]:
    beside = _benchmarks(chance) if chance.random() < 0.5 else {}
    return {**beside, **_direction(chance, clean)}


def _of_dispersion(chance: random.Random, clean: bool) -> dict[str, Any]:
    weights = {"weights": dict.fromkeys("abcdefghi", 2.0) | {"a": 1}}
    return {**_allow(chance), **(weights if chance.random() < 0.1 else {})}


def _of_composite(chance: random.Random, clean: bool) -> dict[str, Any]:
    method = chance.choice(("goalposts", "z-score", "rank"))
    asked = {"normalise": method, "sensitivity": 2, "minimum_coverage": chance.choice((0.5, 1))}
    if chance.random() < 0.6:
        asked["goalposts"] = {"x": (0, 10)}
    if chance.random() < 0.5:
        asked["weights"] = chance.choice(({"x": 1}, {"x": 1, "y": 2}))
    return {**asked, **_direction(chance, clean)}


COMPARISONS: Mapping[str, Callable[..., Any]] = {
    "align": compare.align,
    "gaps": compare.gaps,
    "rankings": compare.rankings,
    "progress": compare.progress,
    "attainment": compare.attainment,
    "dispersion": dispersion,
    "composite": composite,
}
ARGUMENTS: Mapping[str, Callable[[random.Random, bool], dict[str, Any]]] = {
    "align": _of_align,
    "gaps": _of_gaps,
    "rankings": _of_rankings,
    "progress": _of_progress,
    "attainment": _of_progress,
    "dispersion": _of_dispersion,
    "composite": _of_composite,
}


# --- what comes of a case -------------------------------------------------------------------------


def outcome(case: Case, engine: str, order: random.Random | None = None) -> Any:
    """Return the rows that a comparison gives on an engine, or its refusal.

    Of a refusal, what stands before the first row: which rows come first depends on their
    order, and how a cell is written on its type.
    """
    frame = case.frame
    if order is not None:
        frame = frame[order.sample(range(frame.height), frame.height)]
        frame = frame.select(order.sample(frame.columns, frame.width))
    came = on(frame, engine)
    try:
        found = COMPARISONS[case.comparison](came, **case.arguments)
        assert kind_of(found) == kind_of(came)
        return records(found)
    except CompareError as error:
        return type(error).__name__, *sorted({_IN_ORDER.split(line)[0] for line in _lines(error)})


_IN_ORDER = re.compile(r": row |; it has ")


def _lines(error: CompareError) -> list[str]:
    """Return the sentences of a refusal; of one after another, the first."""
    return re.split(r"\. (?:aligned|observations),", str(error))[0].splitlines()


def differing(
    case: Case, seed: int = 0, engines: Sequence[str] = ENGINES
) -> Iterator[tuple[str, Any, Any]]:
    """Return the engines on which a case has another outcome than expected, with both."""
    expected = outcome(case, REFERENCE)
    for number, engine in enumerate(engines):
        try:
            found = outcome(case, engine, random.Random(seed + number))
        except Exception as error:  # an engine's own: what must never be seen
            found = f"{type(error).__name__}: {error}"
        if found != expected:
            yield engine, expected, found


def least(case: Case, engine: str, seed: int = 0) -> Case:
    """Return the case without the rows and columns that it differs without, too."""
    frame = case.frame
    rows = range(frame.height)
    tries = [frame[[row for row in rows if row != out]] for out in rows]
    tries += [frame.drop(name) for name in frame.columns]
    for tried in tries:
        smaller = replace(case, frame=tried)
        try:
            differs = next(differing(smaller, seed, [engine]), None) is not None
        except Exception:  # polars, too, fails: another problem than the one looked at
            differs = False
        if differs:
            return least(smaller, engine, seed)
    return case

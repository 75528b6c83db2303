"""What comes back from a composite: a row per region, or per variant, with what must be said."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
import polars as pl

from compare.composites.inputs import Asked, said_of
from compare.composites.methods import DIGITS, ENDS
from compare.composites.selection import Chosen
from compare.composites.variants import Scored
from compare.reasons import Reason, reasons

_RESULT: dict[str, Any] = {
    "score": pl.Float64,
    "score_lo": pl.Float64,
    "score_hi": pl.Float64,
    "rank": pl.Int64,
    "rank_best": pl.Int64,
    "rank_worst": pl.Int64,
    "rank_median": pl.Float64,
    "rank_share": pl.Float64,
    "variants": pl.Int64,
    "indicators": pl.Int64,
    "coverage": pl.Float64,
    "dropped": pl.String,
    "lacking": pl.String,
    "status": pl.String,
    "reasons": pl.String,
    "figures": pl.String,
}
_VARIANT: dict[str, Any] = {
    "variant": pl.Int64,
    "weighting": pl.String,
    "normalise": pl.String,
    "aggregate": pl.String,
    "values": pl.String,
    "score": pl.Float64,
    "rank": pl.Int64,
}


def scores_table(scored: Scored) -> pl.DataFrame:
    """Return a row per region of the frame."""
    rows = [_row(scored, region) for region in scored.asked.regions]
    return pl.DataFrame(rows, schema={"region": pl.String, **_RESULT})


def _row(scored: Scored, region: str) -> dict[str, Any]:
    """Return the row of one region."""
    asked, chosen = scored.asked, scored.chosen
    place = scored.places.get(region)
    is_ranked = place is not None
    return {
        "region": region,
        "variants": 0,
        "indicators": 0,
        "figures": "",
        **(_result(scored, place) if place is not None else {}),
        "coverage": round(asked.coverage(region), DIGITS),
        "dropped": _dropped(asked, region, chosen.indicators if is_ranked else None),
        "lacking": _lacking(asked, region),
        "status": "ranked" if is_ranked else "refused" if region in chosen.refused else "missing",
        "reasons": "; ".join(
            _cautions(scored, region) if is_ranked else _refusal(asked, chosen, region)
        ),
    }


def _result(scored: Scored, place: int) -> dict[str, Any]:
    """Return the score of a ranked region, its rank, and their spread."""
    least, printed, most = (float(end[0, place]) for end in scored.scores[0])
    ranks = scored.ranks[..., place].ravel()
    entries = scored.asked.entries[scored.chosen.regions[place]]
    figures = (entries[name].cells["figure"] for name in scored.chosen.indicators)
    rank = int(ranks[0])
    return {
        "score": printed,
        "score_lo": least,
        "score_hi": most,
        "rank": rank,
        "rank_best": int(ranks.min()),
        "rank_worst": int(ranks.max()),
        "rank_median": float(np.median(ranks)),
        "rank_share": round(float((ranks == rank).mean()), DIGITS),
        "variants": len(ranks),
        "indicators": len(scored.chosen.indicators),
        "figures": " ".join(filter(None, figures)),
    }


def _refusal(asked: Asked, chosen: Chosen, region: str) -> list[str]:
    """Return why a region is not ranked."""
    if region in chosen.refused:
        return [chosen.refused[region]]
    has = asked.entries[region]
    said = {
        has[name].why_not if name in has else asked.statuses.get((region, name)) or "no-value"
        for name in asked.weights
    }
    return sorted(said)


def _cautions(scored: Scored, region: str) -> list[str]:
    """Return what must be said of a rank."""
    asked, chosen = scored.asked, scored.chosen
    used = [asked.entries[region][name] for name in chosen.indicators]
    cells = [entry.cells for entry in used]
    unshared = set(asked.counts(region)) & set(asked.weights) - set(chosen.indicators)
    own = {
        "not-common": bool(unshared),
        "interval": any(entry.least != entry.most for entry in used),
        "beyond-goalposts": bool(scored.is_beyond[scored.places[region]]),
    }
    known = {name: _is_said(reason, scored, cells) for name, reason in reasons().items()}
    return [name for name, flag in (own | known).items() if flag]


def _is_said(reason: Reason, scored: Scored, cells: Sequence[Mapping[str, Any]]) -> bool:
    """Tell whether a reason is said of the values that a region is scored on."""
    said = said_of(reason.name)
    if said in cells[0]:
        return any(cell[said] for cell in cells)
    return reason.rule == "differs" and scored.mixes(reason.column)


def _dropped(asked: Asked, region: str, scored: Collection[str] | None) -> str:
    """Name the values of a region that do not count, and why."""
    whys = {
        name: entry.why_not or ("" if name in asked.weights else "alone")
        for name, entry in asked.entries[region].items()
        if name in asked.weights or not asked.named
    }
    if scored is not None:
        whys |= {name: "not-common" for name, why in whys.items() if not why and name not in scored}
    return "; ".join(f"{name} ({why})" for name, why in whys.items() if why)


def _lacking(asked: Asked, region: str) -> str:
    """Name the indicators asked for that a region has nothing for, and why."""
    names = [name for name in asked.weights if name not in asked.entries[region]]
    statuses = [asked.statuses.get((region, name)) or "no-value" for name in names]
    return "; ".join(f"{name} ({why})" for name, why in zip(names, statuses, strict=True))


def variants_table(scored: Scored) -> pl.DataFrame:
    """Return a row per variant and ranked region."""
    regions = scored.chosen.regions
    if not regions:
        return pl.DataFrame(schema={"region": pl.String, **_VARIANT})
    scores = [(printed, most, least) for least, printed, most in scored.scores]
    methods, names = scored.methods, scored.weighting_names
    variants = [(*method, end, name) for method in methods for end in ENDS for name in names]
    normalise, aggregate, values, weighting = zip(*variants, strict=True)
    places = np.repeat(np.arange(len(variants)), len(regions))
    described = {
        "weighting": weighting, "normalise": normalise, "aggregate": aggregate, "values": values,
    }  # fmt: skip
    return pl.DataFrame(
        {
            "region": np.tile(np.array(regions, dtype=object), len(variants)),
            "variant": places,
            **{name: np.array(column, dtype=object)[places] for name, column in described.items()},
            "score": np.array(scores).ravel(),
            "rank": scored.ranks.ravel(),
        },
        schema={"region": pl.String, **_VARIANT},
    )


def given_back(asked: Asked, table: pl.DataFrame) -> Any:
    """Add names and moment, and return the kind of frame that came, in order if it has one."""
    names = pl.DataFrame(list(asked.names.values()), infer_schema_length=None)
    named = names.cast(pl.String).join(table, on="region", maintain_order="right")
    moment = (pl.lit(value).alias(name) for name, value in asked.moment.items())
    whole = named.select(*names.columns, *moment, pl.exclude(names.columns))
    return _ordered(asked.came.give_back(whole.lazy()), whole.columns)


def _ordered(native: Any, columns: Collection[str]) -> Any:
    """Sort an eager frame by variant, then region."""
    by = [name for name in ("variant", "region") if name in columns]
    if isinstance(native, pd.DataFrame):
        return native.sort_values(by, ignore_index=True)
    return native.sort(by) if isinstance(native, pl.DataFrame) else native

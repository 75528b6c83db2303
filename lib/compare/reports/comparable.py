"""What can be compared: for each indicator, of how many regions, and what must come with it."""

from __future__ import annotations

from typing import Any

import pandas as pd

from compare.comparisons.align import align
from compare.comparisons.rankings import rankings
from compare.curated.dataset import dataset
from compare.errors import UnknownValueError
from compare.wording.catalogue import Lang, check_lang
from compare.wording.phrases import listed, reason_names

_COLUMNS = (
    "indicator", "indicator_zh", "indicator_en", "unit", "year", "kind", "n", "regions", "missing",
    "cautions",
)  # fmt: skip
KINDS = ("actual", "target")


def comparable(
    *, year: int | None = None, kind: str | None = None, data: Any = None, lang: Lang = "zh"
) -> pd.DataFrame:
    """Return what can be compared between regions: two or more that state the same.

    Parameters
    ----------
    year : int, optional
        Of this year; by default of every year.
    kind : {"actual", "target"}, optional
        Outcomes or targets; by default both, each apart.
    data : str, path, Panel or Dataset, optional
        An own table, as :func:`compare.dataset` takes it; by default the documents.
    lang : {"zh", "en"}
        Language of the regions' names.

    Returns
    -------
    pandas.DataFrame
        A row for each indicator, year and kind, those of most regions first: indicator and
        its names, unit, ``n`` regions that are compared, their names, how many state nothing,
        and ``cautions``: reasons that must be said with it.

    Raises
    ------
    UnknownValueError
        If there is no such kind or language.

    Examples
    --------
    >>> import compare
    >>> found = compare.comparable(year=2025, kind="target")
    >>> found.set_index("indicator").loc["teacher_pay_ratio", ["n", "missing"]].tolist()
    [3, 2]
    """
    if kind is not None and kind not in KINDS:
        raise UnknownValueError(f"kind={kind!r}; allowed: {', '.join(KINDS)}, or None for both")
    check_lang(lang)
    asked = dataset(data)
    rows, known = asked.observations(), asked.evidence()
    rows = rows[(rows["kind"] == kind) | (kind is None)]
    rows = rows[(rows["year"] == year) | (year is None)]
    if rows.empty:
        return pd.DataFrame(columns=list(_COLUMNS))
    ranked = known.named(rankings(align(rows, evidence=known)))
    found = [
        _line(dict(zip(("indicator", "year", "kind"), key, strict=True)), group, lang)
        for key, group in ranked.groupby(["indicator", "year", "kind"], sort=False)
    ]
    frame = pd.DataFrame([one for one in found if one["n"] > 1], columns=list(_COLUMNS))
    order = frame.sort_values(["n", "year"], ascending=[False, False], kind="stable")
    return order.reset_index(drop=True)


def _line(key: dict[str, Any], group: pd.DataFrame, lang: Lang) -> dict[str, Any]:
    there = group["lo"].notna() | group["hi"].notna()
    held = group[there & group["rank_best"].notna()]
    first = group.iloc[0]
    reasons = (reason for cell in held["reasons"] for reason in reason_names(cell))
    return {
        **key,
        **{name: first[name] for name in ("indicator_zh", "indicator_en", "unit")},
        "n": len(held),
        "regions": listed([str(name) for name in held[f"region_{lang}"]], lang),
        "missing": int((~there).sum()),
        "cautions": "; ".join(dict.fromkeys(reasons)),
    }

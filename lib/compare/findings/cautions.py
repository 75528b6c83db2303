"""What must not be concluded: one sentence for each reason in the rows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from compare.comparisons.frames import as_pandas
from compare.findings.headline import Headline
from compare.findings.words import SENTENCES, say
from compare.reasons import named
from compare.wording.catalogue import Lang, check_lang

_STATES = ("status", "verdict", "kind")
"""Columns whose codes may have a caution of their own."""


def cautions(*frames: Any, lang: Lang = "zh") -> Headline:
    """Return what must not be concluded from some rows: one sentence per reason in them.

    Parameters
    ----------
    *frames : frame
        Rows of gaps, rankings or align: their reasons, statuses, verdicts and kinds.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    names: set[str] = set()
    for frame in frames:
        rows = as_pandas(frame)
        names |= caution_names(rows)
        for column in set(_STATES) & set(rows):
            names |= set(rows[column].dropna())
    chosen = [name for name in SENTENCES if name in names]
    sentences = tuple(SENTENCES[name][lang == "en"] for name in chosen)
    return Headline("", sentences or (say("no_cautions", lang),))


def caution_names(rows: pd.DataFrame) -> set[str]:
    """Return the reasons that some rows carry."""
    cells = rows["reasons"].dropna() if "reasons" in rows else []
    return {name for cell in cells for name in str(cell).split("; ") if name}


def cautioned(names: Iterable[str], lang: Lang) -> list[str]:
    """Return the sentences of those reasons that do not forbid a comparison."""
    return [SENTENCES[name][lang == "en"] for name in named("cautions") if name in set(names)]

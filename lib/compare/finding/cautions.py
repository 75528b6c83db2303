"""What must not be concluded: one sentence for each reason in the rows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from compare.comparisons.frames import as_pandas
from compare.finding.headline import Headline
from compare.reasons import reasons
from compare.wording.catalogue import Lang, check_lang, say
from compare.wording.phrases import reason_names

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
            names |= set(rows[column].dropna().unique())
    sentences = _sentences(names, reasons(), lang)
    return Headline("", tuple(sentences) or (say("finding-no-cautions", lang),))


def caution_names(rows: pd.DataFrame) -> set[str]:
    """Return the reasons that some rows carry."""
    cells = rows["reasons"].unique() if "reasons" in rows else ()
    return {name for cell in cells for name in reason_names(cell)}


def _sentences(names: Iterable[str], ordered: Iterable[str], lang: Lang) -> list[str]:
    """Return the sentences of some reasons, in the order of the table of reasons."""
    wanted = set(names)
    said = [reasons()[name].sentence[lang] for name in ordered if name in wanted]
    return [sentence for sentence in said if sentence]

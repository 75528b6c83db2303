"""Flags of official statistics: what stands behind a value, or in a column beside it.

The letters are those of Eurostat, and the code list of SDMX for the status of an observation.
A flag changes no value; it is told, and two of them count: what is confidential is withheld,
and from a break on a series is another one.
"""

from __future__ import annotations

import re

import polars as pl

MEANT = {
    "b": "break in the series",
    "c": "confidential",
    "d": "definition differs",
    "e": "estimated",
    "f": "forecast",
    "i": "imputed",
    "n": "not significant",
    "p": "provisional",
    "r": "revised",
    "s": "estimated by Eurostat",
    "u": "of low reliability",
    "z": "not applicable",
}
"""What each letter says."""

BREAK, CONFIDENTIAL = "b", "c"

AFTER_BREAK = "after_break"
"""The column of observations that says that a value is no longer one series with those before."""

_FLAGGED = re.compile(r"(?P<cell>.*?)\s*(?P<flags>[bcdefinprsuz]{0,4})")
_STATUS = {"A": "", "M": "", "L": "", "H": "", "O": "", "S": "", "G": "", "V": "",
           "Q": "c"}  # fmt: skip
"""What codes of SDMX say that Eurostat has no letter, or another one, for."""


def without_flags(text: str) -> tuple[str, str]:
    """Return a cell of Eurostat without its flags, and the flags.

    Examples
    --------
    >>> without_flags("12.3 bp"), without_flags(": c"), without_flags("12.3")
    (('12.3', 'bp'), (':', 'c'), ('12.3', ''))
    """
    found = _FLAGGED.fullmatch(text.strip())
    return (text.strip(), "") if found is None else (found["cell"].strip(), found["flags"])


def of_status(code: str) -> str:
    """Return the flags of a cell of OBS_STATUS or OBS_FLAG, which may hold several codes."""
    codes = re.split(r"[\s,;|]+", code.split(":")[0].strip().upper())
    flags = "".join(_STATUS.get(one, one.lower()) for one in codes)
    return "".join(letter for letter in dict.fromkeys(flags) if letter in MEANT)


def of_confidence(code: str) -> str:
    """Return the flag of a cell of CONF_STATUS: anything but free is confidential."""
    free = code.split(":")[0].strip().upper() in ("", "F", "PB", "_Z")
    return "" if free else CONFIDENTIAL


def counted(states: pl.DataFrame) -> list[tuple[str, int]]:
    """Return what the ``flags`` of ``n`` cells say, each with the number of its cells."""
    every = states.group_by("flags").agg(pl.sum("n")).rows()
    return [
        (f"{words} ({letter})", n)
        for letter, words in MEANT.items()
        if (n := sum(cells for one, cells in every if letter in one))
    ]

"""Names of limits: which limit a column calls itself, and what it calls itself a limit of."""

from __future__ import annotations

import re
from functools import lru_cache

from compare.sources.panel.columns import NAMES, SAID_LIMIT, plain
from compare.sources.panel.heads import Head

LIMITS = ("lower", "upper", "se", "margin")
"""What a column may hold beside an estimate: its limits, its standard error, or its margin."""

ERRORS = ("se", "margin")
"""Those of them that say how far the limits lie from the estimate."""

_IN_BETWEEN = {
    "lower": re.compile(rf"{SAID_LIMIT['lower'].pattern}|置信.*下限"),
    "upper": re.compile(rf"{SAID_LIMIT['upper'].pattern}|置信.*上限"),
    "se": re.compile(r"\bs\.\s?e\.?(?!\w)|\bstd\.? err|standard error|\bstderr\b|标准误"),
    "margin": re.compile(r"margin of error|\bmoe\b|误差范围"),
}
"""How a name says in its middle which limit a column holds."""

_SURELY = re.compile(
    r"\b(?:ci|lci|uci|lcl|ucl|confidence|s\.\s?e\.?|std\.? err(?:or|\.)?|standard error|stderr|"
    r"moe|margin of error)(?!\w)|\b(?:lower|upper) (?:limit|bound)\b|置信|标准误|误差范围"
)

_CHINESE = re.compile(
    r"(?:9[059](?:\.[0-9])?\s*%?)?\s*置信(?:区间|水平)?|上限|下限|标准误差?|误差范围|\bs\.\s?e\.?"
)
"""What stands within a word that says of what a limit is; and S.E., which is two words."""

_WORDS_OF_LIMITS = frozenset(
    re.findall(
        "[a-z]+",
        "lower upper low high lo hi lci uci lcl ucl ll ul lb ub ci se sem confidence interval "
        "limit limits bound bounds level standard std error err stderr margin moe of the for",
    )
)
"""Words that say of a column that it is a limit, and which."""

_AGAIN = re.compile(r"\.[0-9]+$")
"""How pandas tells columns of one name apart: SE, SE.1."""

_YEARS = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


_STAGES = re.compile(
    r"\b(?:lower|upper|low|high|middle)[ -]+(?:secondary|primary|school|second|middle|income|"
    r"class|grade|stage|level|cycle|tier)s?\b"
)
_LEAST_OR_MOST = r"lowest|highest|min(?:imum)?|max(?:imum)?"
_EXTREMES = re.compile(rf"\b(?:{_LEAST_OR_MOST})\b|最[小大低高]")
_EXTREME_ALONE = re.compile(rf"(?:{_LEAST_OR_MOST})(?: value)?|最[小大低高]值?")


def without_stages(name: str) -> str:
    """Return a name without lower secondary and high income, which are no limits.

    Examples
    --------
    >>> without_stages("Out-of-school, lower secondary"), without_stages("rate lower CI")
    ('out-of-school, ', 'rate lower ci')
    """
    return _STAGES.sub("", plain(name))


def is_extreme(name: str) -> bool:
    """Tell whether a name is that of a least or a most: lowest, max."""
    return _EXTREMES.search(plain(name)) is not None


def is_extreme_of_anything(name: str) -> bool:
    """Tell whether a name is that of a least or a most, and says of nothing what of."""
    return _EXTREME_ALONE.fullmatch(plain(name)) is not None


@lru_cache(maxsize=4096)  # every column is held against every other
def limit_called(name: str) -> str | None:
    """Return which limit the name of a column says; None where it says none."""
    name = _AGAIN.sub("", without_stages(name).strip(" ,;:-"))
    for role in LIMITS:
        if any(name == one or name.endswith(f" {one}") for one in NAMES[role]):
            return role
    return next((role for role, said in _IN_BETWEEN.items() if said.search(name)), None)


def says_limit(name: str) -> bool:
    """Tell whether a name can be nothing but that of a limit: CI, standard error, 置信."""
    return _SURELY.search(plain(name)) is not None


def is_error_of_anything(name: str) -> bool:
    """Tell whether a name is that of a standard error, or a margin, and says of nothing what of."""
    return limit_called(name) in ERRORS and not stem(name) and not _YEARS.search(name)


def is_side_of_anything(name: str) -> bool:
    """Tell whether a name is that of a lower or an upper limit, and says of nothing what of.

    Examples
    --------
    >>> is_side_of_anything("lo"), is_side_of_anything("Upper CI"), is_side_of_anything("rate lo")
    (True, True, False)
    """
    return limit_called(name) in ("lower", "upper") and not stem(name)


_BOUND = re.compile(r"(?:^|[\s_.-])(?:lo|hi|(?:lower|upper)[ _](?:bound|limit))$", re.IGNORECASE)
"""Words that say of nothing else than of a bound; lower may be that of lower secondary."""


def bound_of(name: str) -> str | None:
    """Return what a column of bounds is one of, empty where it does not say; None of others.

    Examples
    --------
    >>> bound_of("rate lo"), bound_of("upper"), bound_of("Enrolment upper"), bound_of("rate")
    ('rate', '', None, None)
    """
    if is_side_of_anything(name):
        return ""
    found = _BOUND.search(name)
    return name[: found.start()] if found else None


@lru_cache(maxsize=4096)
def words(name: str) -> frozenset[str]:
    """Return the words of a name, without numbers."""
    return frozenset(re.findall(r"[^\W0-9_]+", plain(name)))


@lru_cache(maxsize=4096)
def stem(name: str) -> frozenset[str]:
    """Return the words of a column of limits that say of what it is one.

    Examples
    --------
    >>> sorted(stem("Smoking lower 95% CI")), sorted(stem("S.E. (Reading)")), stem("Upper CI")
    (['smoking'], ['reading'], frozenset())
    """
    return words(_CHINESE.sub(" ", plain(name))) - _WORDS_OF_LIMITS


def year_of(limit: Head) -> int | None:
    """Return the year of a column of limits: it may stand before the word (Reading 2015 SE)."""
    if limit.year is not None:
        return limit.year
    years = _YEARS.findall(limit.name)
    return int(years[0]) if len(years) == 1 else None

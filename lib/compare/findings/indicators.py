"""Headlines of a figure, an indicator, a theme, and of all that there is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from compare.charts.common import moment
from compare.charts.forms.target_path import finding as path_in_words
from compare.comparisons.frames import as_pandas
from compare.curated.database import table
from compare.curated.trace import Trace
from compare.findings.contests import (
    MOMENT,
    contest_finding,
    contests_of,
    moment_findings,
    outcomes,
    outcomes_in_words,
    present,
)
from compare.findings.headline import Headline, few
from compare.findings.words import say
from compare.tables.cells import as_printed
from compare.tables.words import colon
from compare.wording.catalogue import Lang, check_lang, term
from compare.wording.phrases import listed


def of_figure(trace: Trace, ranked: Any, *, lang: Lang = "zh") -> Headline:
    """Return what one figure says, and where its region stands with it.

    Parameters
    ----------
    trace : Trace
        What :func:`compare.trace` returns.
    ranked : frame
        Rows of :func:`compare.rankings` for the figure's indicator and moment; empty where
        it has no indicator.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    figure = trace.figure
    regions = table("regions").set_index("region")[f"name_{lang}"]
    text = say("figure", lang).format(
        region=regions[figure["region"]],
        moment=moment(figure, lang),
        label=figure["label"],
        value=as_printed(figure),
    )
    if not trace.observations:
        return Headline(text, (say("unaligned", lang),))
    rows = as_pandas(ranked)
    return Headline(text, tuple(_of_observation(seen, rows, lang) for seen in trace.observations))


def _of_observation(seen: Mapping[str, Any], rows: pd.DataFrame, lang: Lang) -> str:
    name = seen[f"name_{lang}"]
    if seen["comparability"] == "proxy":
        why = seen["reason_en"] if lang == "en" and seen["reason_en"] else seen["reason"]
        return name + colon(lang) + say("proxy", lang).format(why=str(why).rstrip("。."))
    contest = rows[rows["indicator"] == seen["indicator"]]
    own = contest[contest["figure"] == seen["figure"]]
    said = listed(moment_findings(contest, lang), lang)
    if own.empty or not own.iloc[0]["of"] > 1:
        return said
    best, worst, of = (int(own.iloc[0][key]) for key in ("rank_best", "rank_worst", "of"))
    form = "own_rank" if best == worst else "own_range"
    place = say(form, lang).format(
        region=own.iloc[0][f"region_{lang}"], best=best, worst=worst, of=of
    )
    return f"{said}{say('stop', lang)}{place}"


def of_overview(coverage: Any, ranked: Any, *, lang: Lang = "zh") -> Headline:
    """Return what can be compared at all, with the findings that are decided.

    Parameters
    ----------
    coverage : frame
        Rows of :func:`compare.coverage`.
    ranked : frame
        Rows of :func:`compare.rankings` for every moment.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    rows = as_pandas(ranked)
    contests = contests_of(rows)
    shared = {kind: _shared(rows[rows["kind"] == kind]) for kind in ("actual", "target")}
    text = say("overview", lang).format(
        n=as_pandas(coverage)["indicator"].nunique(),
        contests=len(contests),
        outcomes=outcomes_in_words(outcomes(contests), lang, unit="组"),
        **shared,
    )
    return Headline(text)


def _shared(rows: pd.DataFrame) -> int:
    """Return how many indicators two regions or more print for one year."""
    moments = rows.groupby(MOMENT, sort=False)
    return len({name for (name, *_), group in moments if present(group) > 1})


def findings(ranked: Any, *, lang: Lang = "zh") -> Headline:
    """Return one line for every contest, decided or not, in the order of the indicators.

    Parameters
    ----------
    ranked : frame
        Rows of :func:`compare.rankings`.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    return Headline("", tuple(contest_finding(c, lang) for c in contests_of(as_pandas(ranked))))


def of_theme(
    observations: Any, ranked: Any, *, year: int, kind: str, lang: Lang = "zh"
) -> Headline:
    """Return what the indicators of a theme decide for one year and kind.

    Parameters
    ----------
    observations : frame
        Rows of ``compare.observations(theme=…)``.
    ranked : frame
        Rows of :func:`compare.rankings` for one year and kind.
    year, kind : int, str
        The year and kind; where nobody has a value for them, those with values are named.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    rows, everyone = as_pandas(ranked), as_pandas(observations)
    about = {
        "theme": listed([term(name, lang) for name in dict.fromkeys(everyone["theme"])], lang),
        "moment": moment({"year": year, "kind": kind}, lang),
    }
    if not present(rows):
        known = everyone[["year", "kind"]].drop_duplicates().sort_values(["kind", "year"])
        exists = [moment(row, lang) for row in known.to_dict("records")]
        return Headline(say("theme_empty", lang).format(**about, exists=listed(exists, lang)))
    contests = contests_of(rows)
    alone = rows["indicator"].nunique() - len({group.iloc[0]["indicator"] for group in contests})
    counted = {**outcomes(contests), "alone": alone}
    text = say("theme", lang).format(
        n=rows["indicator"].nunique(),
        outcomes=outcomes_in_words(counted, lang, unit="项"),
        **about,
    )
    others = sorted({int(seen) for seen in rows["observed_year"].dropna()} - {year})
    points = [contest_finding(contest, lang) for contest in contests]
    if others:
        points.insert(
            0, say("other_years", lang).format(years=listed(list(map(str, others)), lang))
        )
    return Headline(text, few(points, lang))


def of_indicator(observations: Any, ranked: Any, *, lang: Lang = "zh") -> Headline:
    """Return what one indicator allows to say.

    Parameters
    ----------
    observations : frame
        Rows of ``compare.observations(indicator=…)``.
    ranked : frame
        Rows of :func:`compare.rankings` for every moment of it.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    rows, everyone = as_pandas(ranked), as_pandas(observations)
    usable = everyone[(everyone["comparability"] != "proxy") & (everyone["use"] == "main")]
    name = everyone.iloc[0][f"indicator_{lang}"]
    shared = [group for _, group in rows.groupby(MOMENT, sort=False) if present(group) > 1]
    path = (path_in_words(usable.sort_values(["adcode", "year"]), lang),) if len(usable) else ()
    if not shared:
        return Headline(say("indicator_none", lang).format(indicator=name), path)
    first, *others = [text for group in shared for text in moment_findings(group, lang)]
    has_targets = (usable["kind"] == "target").any()
    return Headline(first, (*others, *(path if has_targets else ())))

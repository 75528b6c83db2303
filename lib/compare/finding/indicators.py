"""Headlines of a figure, an indicator, a theme, and of all that there is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from compare.comparisons.frames import as_pandas
from compare.finding.contests import (
    MOMENT,
    contest_finding,
    contests_of,
    moment_findings,
    outcomes,
    outcomes_in_words,
    present,
)
from compare.finding.headline import Headline, few
from compare.finding.paths import path_finding
from compare.finding.rows import known_rows
from compare.ledger.evidence import Evidence
from compare.sources.journeys import Trace
from compare.wording.catalogue import Lang, check_lang, say
from compare.wording.phrases import about, listed, moment
from compare.wording.values import as_printed


def of_figure(
    trace: Trace, ranked: Any, *, evidence: Evidence | None = None, lang: Lang = "zh"
) -> Headline:
    """Return what one figure says, and where its region stands with it.

    Parameters
    ----------
    trace : Trace
        What :func:`compare.trace` returns.
    ranked : frame
        Rows of :func:`compare.rankings` for the figure's indicator and moment; empty where
        it has no indicator.
    evidence : Evidence, optional
        Names of regions and indicators: :func:`compare.evidence`.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    rows, known = known_rows(ranked, evidence)
    figure = trace.figure
    text = say(
        "finding-figure",
        lang,
        region=known.name("region", figure["region"], lang),
        moment=moment(figure, lang),
        label=str(figure["label"]),
        value=as_printed(figure),
    )
    if not trace.observations:
        return Headline(text, (say("finding-unaligned", lang),))
    return Headline(text, tuple(_of_observation(seen, rows, lang) for seen in trace.observations))


def _of_observation(seen: Mapping[str, Any], rows: pd.DataFrame, lang: Lang) -> str:
    name = str(seen[f"name_{lang}"])
    if seen["comparability"] == "proxy":
        why = seen["reason_en"] if lang == "en" and seen["reason_en"] else seen["reason"]
        return about(name, say("finding-proxy", lang, why=str(why).rstrip("。.")), lang)
    contest = rows[rows["indicator"] == seen["indicator"]]
    if contest.empty:
        return about(name, say("finding-unranked", lang), lang)
    own = contest[contest["figure"] == seen["figure"]]
    said = listed(moment_findings(contest, lang), lang)
    if own.empty or not own.iloc[0]["of"] > 1:
        return said
    return f"{said}{say('finding-stop', lang)}{_place(own.iloc[0].to_dict(), lang)}"


def _place(row: Mapping[str, Any], lang: Lang) -> str:
    """Return where a region stands among those it is ranked with."""
    best, worst, of = (int(row[key]) for key in ("rank_best", "rank_worst", "of"))
    region = str(row[f"region_{lang}"])
    if best == worst:
        return say("finding-own-rank", lang, region=region, best=best, of=of)
    return say("finding-own-range", lang, region=region, best=best, worst=worst, of=of)


def of_overview(
    coverage: Any, ranked: Any, *, evidence: Evidence | None = None, lang: Lang = "zh"
) -> Headline:
    """Return what can be compared at all, with the findings that are decided.

    Parameters
    ----------
    coverage : frame
        Rows of :func:`compare.coverage`.
    ranked : frame
        Rows of :func:`compare.rankings` for every moment.
    evidence : Evidence, optional
        Names of regions and indicators: :func:`compare.evidence`.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    rows, _ = known_rows(ranked, evidence)
    contests = contests_of(rows)
    text = say(
        "finding-overview",
        lang,
        n=as_pandas(coverage)["indicator"].nunique(),
        actual=_shared(rows[rows["kind"] == "actual"]),
        target=_shared(rows[rows["kind"] == "target"]),
    )
    if contests:
        text += say(
            "finding-overview-contests",
            lang,
            contests=len(contests),
            outcomes=outcomes_in_words(outcomes(contests), lang, of="contests"),
        )
    return Headline(text)


def _shared(rows: pd.DataFrame) -> int:
    """Return how many indicators two regions or more print for one year."""
    moments = rows.groupby(MOMENT, sort=False)
    return len({name for (name, *_), group in moments if present(group) > 1})


def findings(ranked: Any, *, evidence: Evidence | None = None, lang: Lang = "zh") -> Headline:
    """Return one line for every contest, decided or not, in the order of the indicators.

    Parameters
    ----------
    ranked : frame
        Rows of :func:`compare.rankings`.
    evidence : Evidence, optional
        Names of regions and indicators: :func:`compare.evidence`.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    rows, _ = known_rows(ranked, evidence)
    return Headline("", tuple(contest_finding(contest, lang) for contest in contests_of(rows)))


def of_theme(
    observations: Any,
    ranked: Any,
    *,
    year: int,
    kind: str,
    evidence: Evidence | None = None,
    lang: Lang = "zh",
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
    evidence : Evidence, optional
        Names of themes, regions and indicators: :func:`compare.evidence`.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    rows, _ = known_rows(ranked, evidence)
    everyone, _ = known_rows(observations, evidence)
    themes = listed(list(dict.fromkeys(everyone[f"theme_{lang}"].dropna())), lang)
    named = (themes, moment({"year": year, "kind": kind}, lang))
    subject = say("finding-join", lang).join(filter(None, named))
    if not present(rows):
        there = everyone[["year", "kind"]].drop_duplicates().sort_values(["kind", "year"])
        exists = listed([moment(row, lang) for row in there.to_dict("records")], lang)
        return Headline(about(subject, say("finding-theme-empty", lang, exists=exists), lang))
    contests = contests_of(rows)
    alone = rows["indicator"].nunique() - len({group.iloc[0]["indicator"] for group in contests})
    said = say(
        "finding-theme",
        lang,
        n=rows["indicator"].nunique(),
        outcomes=outcomes_in_words({**outcomes(contests), "alone": alone}, lang, of="indicators"),
    )
    points = [contest_finding(contest, lang) for contest in contests]
    others = sorted({int(seen) for seen in rows["observed_year"].dropna()} - {year})
    if others:
        years = listed(list(map(str, others)), lang)
        points.insert(0, say("finding-other-years", lang, years=years))
    return Headline(about(subject, said, lang), few(points, lang))


def of_indicator(
    observations: Any, ranked: Any, *, evidence: Evidence | None = None, lang: Lang = "zh"
) -> Headline:
    """Return what one indicator allows to say.

    Parameters
    ----------
    observations : frame
        Rows of ``compare.observations(indicator=…)``.
    ranked : frame
        Rows of :func:`compare.rankings` for every moment of it.
    evidence : Evidence, optional
        Names of regions and indicators: :func:`compare.evidence`.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    rows, _ = known_rows(ranked, evidence)
    everyone, _ = known_rows(observations, evidence)
    if everyone.empty:
        return Headline(say("finding-indicator-nothing", lang), ())
    usable = everyone[(everyone["comparability"] != "proxy") & (everyone["use"] == "main")]
    usable = usable.sort_values(["adcode", "year"], na_position="last")
    path = (path_finding(usable, lang),) if len(usable) else ()
    shared = [group for _, group in rows.groupby(MOMENT, sort=False) if present(group) > 1]
    if not shared:
        name = str(everyone.iloc[0][f"indicator_{lang}"])
        return Headline(say("finding-indicator-none", lang, indicator=name), path)
    first, *others = [text for group in shared for text in moment_findings(group, lang)]
    has_targets = (usable["kind"] == "target").any()
    return Headline(first, (*others, *(path if has_targets else ())))

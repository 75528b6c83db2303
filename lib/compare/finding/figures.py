"""Heading of a figure: what it states, and what follows from it."""

from __future__ import annotations

from typing import Any

from compare.finding.facts import Facts
from compare.finding.findings import found_in
from compare.finding.headline import Headline
from compare.finding.lead import LONGEST
from compare.ledger.evidence import Evidence, or_nothing
from compare.sources.journeys import Trace
from compare.wording.catalogue import Lang, check_lang, say
from compare.wording.phrases import about, moment, sentences
from compare.wording.values import as_printed, is_missing


def of_figure(
    trace: Trace, observed: Any, *, evidence: Evidence | None = None, lang: Lang = "zh"
) -> Headline:
    """Return what one figure states, and the findings that are made from it.

    Parameters
    ----------
    trace : Trace
        What :func:`compare.trace` returns.
    observed : frame
        Rows of :func:`compare.observations` for the figure's indicators; empty where it has
        none.
    evidence : Evidence, optional
        Names and references: :func:`compare.evidence`.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    known = or_nothing(evidence)
    figure = trace.figure
    text = say(
        "finding-figure",
        lang,
        region=known.name("region", figure["region"], lang),
        moment=moment(figure, lang),
        label=_label(trace, lang),
        value=as_printed(figure),
    )
    related = [seen for seen in trace.observations if seen["comparability"] == "proxy"]
    said = [_related(seen, lang) for seen in related]
    if not trace.observations:
        said = [say("finding-unaligned", lang)]
    found = found_in(Facts(observed, None, evidence)) if trace.observations else []
    said += [one.said[lang].sentence(lang) for one in found if figure["figure"] in one.figures]
    said = said or [say("finding-figure-alone", lang)]
    told = [said.pop(0)]
    while said and _length(sentences([*told, said[0]], lang), lang) <= LONGEST[lang]:
        told.append(said.pop(0))
    return Headline(text, tuple(said), lead=sentences(told, lang))


def _label(trace: Trace, lang: Lang) -> str:
    """Return what the figure is of: in English the indicator, or the label's translation."""
    label, english = trace.figure["label"], trace.figure.get("label_en")
    if lang == "zh":
        return str(label)
    own = [seen for seen in trace.observations if seen["comparability"] != "proxy"]
    if own:
        return str(own[0]["name_en"])
    return f"“{label}”" if is_missing(english) else str(english)


def _related(seen: Any, lang: Lang) -> str:
    why = seen["reason_en"] if lang == "en" and seen["reason_en"] else seen["reason"]
    said = say("finding-proxy", lang, why=str(why).rstrip("。."))
    return about(str(seen[f"name_{lang}"]), said, lang)


def _length(text: str, lang: Lang) -> int:
    return len(text) if lang == "zh" else len(text.split())

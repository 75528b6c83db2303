"""References: what a benchmark, a middle or a document is called, everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from compare.ledger.divisions import PROVINCES, by_code
from compare.ledger.evidence import Evidence, province_of_line
from compare.ledger.names import HAN
from compare.wording.catalogue import Lang, has, say, term
from compare.wording.phrases import bracketed, clauses
from compare.wording.values import is_missing

MIDDLES = ("best", "median", "mean")
"""References that are made of the contestants themselves."""


def reference_name(reference: str, evidence: Evidence, lang: Lang, *, kind: Any = None) -> str:
    """Return what a reference of a gap is called: a region, a benchmark, best, median or mean.

    Parameters
    ----------
    reference : str
        The cell of the column ``reference``.
    evidence : Evidence
        Regions and benchmarks; what it does not know is called by its key.
    lang : {"zh", "en"}
        Language.
    kind : {"actual", "target"}, optional
        Of what: the best of targets is the strictest.
    """
    if reference == "best" and kind == "target":
        return say("reference-strictest", lang)
    if reference in MIDDLES:
        return say(f"reference-{reference}", lang)
    limit = evidence.benchmark(reference)
    if limit is not None:
        return benchmark_name(limit, lang)
    return evidence.name("region", reference, lang)


def benchmark_name(row: Mapping[str, Any], lang: Lang) -> str:
    """Return what a benchmark is called: ``全国2025年目标``, ``national 2025 target``.

    Parameters
    ----------
    row : mapping
        scope, year (missing where it stands for every year) and kind of a benchmark, and
        perhaps ``assessed``: the level of those that are assessed by it one by one.
    lang : {"zh", "en"}
        Language.
    """
    scope, kind = _whose(row, lang), term(row["kind"], lang)
    if is_missing(row["year"]):
        assessed = f"reference-standing-{row['scope']}-{row.get('assessed')}"
        message = assessed if has(assessed, lang) else "reference-standing"
        return say(message, lang, scope=scope, kind=kind)
    return say("reference-of-year", lang, scope=scope, year=str(int(row["year"])), kind=kind)


def benchmark_in_words(row: Mapping[str, Any], lang: Lang, *, several: bool = False) -> str:
    """Return what a benchmark is called in a sentence that has said the year: ``全国``.

    Parameters
    ----------
    row : mapping
        scope, year (missing where it stands for every year) and kind of a benchmark, and
        perhaps ``assessed``: the level of those that are assessed by it one by one.
    lang : {"zh", "en"}
        Language.
    several : bool
        Whether it stands for the values of several indicators.
    """
    year = "" if is_missing(row["year"]) else str(int(row["year"]))
    name = f"reference-in-words-{row['scope']}-{row['kind']}"
    special = f"{name}-{'several' if several else row.get('assessed')}"
    message = special if has(special, lang) else name
    return say(message, lang, year=year, province=_whose(row, lang))


def rule_name(row: Mapping[str, Any], lang: Lang) -> str:
    """Return the document that states a benchmark: by its title, and its number or own name."""
    translated, title = _given(row.get("rule_en")), _given(row.get("rule_title"))
    own = _given(row["rule"])
    if lang == "en":
        return translated + bracketed(own, lang) if translated else own
    return f"《{title}》{bracketed(own, lang)}" if title and _NUMBER.search(own) else own


_NUMBER = re.compile(r"〔[0-9]{4}〕[0-9]+号$")


def rule_citation(row: Mapping[str, Any], lang: Lang) -> str:
    """Return the document that states a benchmark in full, as GB/T 7714 cites it.

    Parameters
    ----------
    row : mapping
        rule of a benchmark, with its rule_title, rule_issuer, rule_issued and rule_en where they
        are known; of one whose issuer is not known no more than the name can be said.
    lang : {"zh", "en"}
        Language of what stands around the names.
    """
    issuer, rule = _given(row.get("rule_issuer")), _given(row["rule"])
    if not issuer:
        return rule_name(row, lang) + "."
    cited = {
        "title": _given(row.get("rule_title")) or rule,
        "number": rule if _NUMBER.search(rule) else "",
        "issuer": issuer,
        "issued": row.get("rule_issued"),
        "title_en": row.get("rule_en"),
    }
    return citation(cited, lang)


def bracketed_remark(limit: Mapping[str, Any], lang: Lang) -> str:
    """Return, in brackets, what must be said with a benchmark: that it asks for more, or others."""
    remark = limit["remark" if lang == "zh" else "remark_en"]
    return bracketed(remark, lang) if isinstance(remark, str) else ""


def hearsay(limit: Mapping[str, Any], lang: Lang) -> str:
    """Return the mark of a benchmark that was not seen in its own document; else nothing."""
    is_so = say("table-second-hand", "zh") in str(limit.get("remark"))
    return bracketed(say("table-second-hand", lang), lang) if is_so else ""


def _whose(row: Mapping[str, Any], lang: Lang) -> str:
    """Return whose line a benchmark is: the nation, or a province by its name."""
    return province_name(province_of_line(row) + "0000", lang) or term(row["scope"], lang)


def province_name(code: str, lang: Lang) -> str:
    """Return what a province is called, by its code; nothing for another code."""
    known, listed = PROVINCES.get(code[:2]), by_code().get(code)
    if known is None or listed is None:
        return ""
    return listed.name if lang == "zh" else known[1].title()


def document_name(row: Mapping[str, Any], lang: Lang) -> str:
    """Return a document with its number and date: ``《…》（平政发〔2023〕36号，2023-03-27）``."""
    details = [str(row[name]) for name in ("number", "issued") if not is_missing(row[name])]
    title = title_of(row, lang)
    if not details:
        return title
    return say("document-detailed", lang, title=title, details=say("comma", lang).join(details))


def title_of(row: Mapping[str, Any], lang: Lang) -> str:
    """Return what a document is called: in English its translated title, where it has one."""
    translated = _given(row.get("title_en"))
    if lang == "en" and translated:
        return translated
    return _in_marks(str(row["title"]), lang)


_OURS = re.compile("(.+?)(（[^（）0-9]+）)")


def _in_marks(title: str, lang: Lang) -> str:
    """Return a title as titles are set; what we say of a Chinese one (报道) stands behind."""
    ours = _OURS.fullmatch(title)
    own, remark = ours.groups() if ours else (title, "")
    name = "document-plain" if HAN.search(own) else "document-latin"
    return say(name, lang, title=own) + remark


def full_title(row: Mapping[str, Any], lang: Lang) -> str:
    """Return the title of a document, in English with its own beside the translated one."""
    translated = _given(row.get("title_en"))
    own = str(row["title"])
    if lang == "zh" or not translated:
        return own
    return translated + bracketed(_in_marks(own, lang), lang)


def citation(row: Mapping[str, Any], lang: Lang) -> str:
    """Return a document in full, as GB/T 7714 cites it: of one on line the date is in brackets.

    Parameters
    ----------
    row : mapping
        title and issuer of a document, with its number, issued, url, publisher and title_en where
        they are known.
    lang : {"zh", "en"}
        Language of what stands around the names.
    """
    given = {name: _given(row.get(name)) for name in ("number", "issued", "url", "publisher")}
    issuer = re.sub(r"[（(].*?[)）]", "", _given(row.get("issuer")))
    title = full_title(row, lang)
    title = (
        f"{title}{'：' if lang == 'zh' else ': '}{given['number']}" if given["number"] else title
    )
    carrier = "DS" if row.get("type") == "table" else "Z"
    parts = [issuer, f"{title}[{carrier}{'/OL' * bool(given['url'])}]"]
    issued = f"({given['issued']})" if given["issued"] and given["url"] else given["issued"]
    parts += [issued or say("citation-undated", lang), given["url"]]
    return ". ".join(filter(None, parts)) + "."


def _given(cell: Any) -> str:
    return "" if is_missing(cell) or cell is None or cell != cell else str(cell).strip()


def source_line(
    documents: Iterable[Mapping[str, Any]],
    lang: Lang,
    *,
    limits: Iterable[Mapping[str, Any] | None] = (),
) -> str:
    """Return the documents behind a picture or a table, as one line; nothing without any.

    Limits are the benchmarks beside them: the documents that state those are named, too.
    """
    stated = [row for row in limits if row is not None and _given(row.get("rule"))]
    rules = (f"{rule_name(row, lang)}{hearsay(row, lang)}" for row in stated)
    named = dict.fromkeys([*(document_name(row, lang) for row in documents), *rules])
    return say("source-line", lang, documents=clauses([*named], lang)) if named else ""

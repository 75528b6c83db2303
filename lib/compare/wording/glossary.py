"""Terms of Chinese education that an English reader may not know, explained once below a lead."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from compare.wording.catalogue import Lang, say
from compare.wording.phrases import clauses, sentences


def explained(text: str, lang: Lang) -> str:
    """Return what the terms that a text uses mean; nothing where it uses none, or in Chinese.

    Parameters
    ----------
    text : str
        What a page opens with.
    lang : {"zh", "en"}
        Its language: Chinese readers know the terms.

    Examples
    --------
    >>> explained("The share of dual-qualified teachers was 60%.", "en")
    'Terms: dual-qualified (with a teaching and a trade qualification).'
    """
    if lang == "zh":
        return ""
    plain, told = text.casefold(), dict[str, str]()
    for term, gloss in _glosses():
        if term in plain and gloss not in told.values():
            told[term] = gloss
    each = [say("lead-term", lang, term=term, gloss=gloss) for term, gloss in told.items()]
    return sentences([say("lead-terms", lang, each=clauses(each, lang))], lang) if told else ""


@cache
def _glosses() -> list[tuple[str, str]]:
    """Return terms and what they mean, as ``glossary.csv`` has them."""
    table = files("compare").joinpath("glossary.csv").read_text("utf-8")
    return [(row["term"], row["gloss"]) for row in csv.DictReader(table.splitlines())]

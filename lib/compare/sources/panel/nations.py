"""Nations and groups of nations, by the names that people write: which of them are wholes.

Among the states of one country its own name is a whole; among other countries it is one of
them, and the continents and groups of income are the wholes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from compare.sources.panel.cells import plain_text

_LANGUAGES = ("en", "zh", "de", "fr", "es", "pt", "it", "ja", "ko")
_OWN = re.compile(
    r"全国|中国|全国合计|united states(?: of america)?|usa|united kingdom|uk|england|great britain|"
    r"deutschland|france(?: entière| métropolitaine)?|españa|italia|brasil|nederland|österreich|"
    r"(?:all[ -])?india|kenya|日本|全国計|전국|대한민국|canada|australia|nation(?:al)?|"
    r"российская федерация|estados unidos mexicanos",
    re.IGNORECASE,
)
"""Nations as the tables of their own states, provinces and districts name them."""
_GROUP = re.compile(
    r"world|世界|oecd\b.*|eu(?:[ -]?[0-9]+)?|european union|euro area.*|arab world|"
    r".*income(?: countries| group)?(?: \(.*\))?|.*收入组|least developed.*|low & middle income|"
    r"(?:east|south|central|north|sub-saharan|latin|middle east|europe)[a-z]* ?.*"
    r"(?:asia|africa|america|europe|caribbean|pacific)\b.*|heavily indebted.*|fragile and.*|"
    r".*small states|sub-saharan africa.*|africa|asia|europe|oceania|north america|south america|"
    r"(?:ida|ibrd)(?: & ibrd)? (?:only|blend|total)|"
    r"(?:东部|中部|西部|东北|华北|华东|华中|华南|西北|西南)(?:部?地区|三省)?|(?:京津冀|长三角|珠三角)(?:地区)?|"
    r".*федеральный округ|(?:early|late|post|pre)-demographic dividend",
    re.IGNORECASE,
)
_SHARE = 0.6
"""From two countries, and that share of all that are no groups, on a table is one of countries."""


def wholes_among(names: Sequence[str]) -> list[bool]:
    """Tell which regions, by their names, are nations above their parts, or groups of nations.

    Examples
    --------
    >>> wholes_among(["India", "Kerala", "Bihar"])
    [True, False, False]
    >>> wholes_among(["India", "France", "United States", "Kenya", "World"])
    [False, False, False, False, True]
    >>> wholes_among(["Polska", "Mazowieckie", "Podlaskie"])
    [True, False, False]
    """
    texts = [plain_text(name) for name in names]
    ends = {text for text in (texts[:1] + texts[-1:]) if _is_nation(text)}
    if not ends and not any(_OWN.fullmatch(text) or _GROUP.fullmatch(text) for text in texts):
        return [False] * len(texts)
    countries = set(texts) & _countries()
    single = countries | {text for text in texts if not _GROUP.fullmatch(text)}
    of_countries = countries == single or len(countries) >= max(2, _SHARE * len(single))
    found = [
        bool(
            (_GROUP.fullmatch(text) and text not in _countries())
            or (not of_countries and (_OWN.fullmatch(text) or text in ends))
        )
        for text in texts
    ]
    return [False] * len(texts) if all(found) else found  # groups alone are nobody's wholes


_HOMONYMS = frozenset({"georgia", "niger"})
"""Countries whose name is that of a part of another one, and is more often meant so."""
_HAN = re.compile(r"[\u4e00-\u9fff]")


def _is_nation(text: str) -> bool:
    """Tell whether a name in the first or the last place is that of a country.

    There a nation stands above its parts or below them; elsewhere Luxembourg may be a province.
    """
    if not text or text in _HOMONYMS or _HAN.search(text):  # 全国 is known without any list
        return False
    return text in _countries() or text in _own_names()


def is_country(name: str) -> bool:
    """Tell whether a text is the name of a country in one of the languages of tables."""
    return plain_text(name) in _countries()


@lru_cache(maxsize=1)
def _own_names() -> frozenset[str]:
    """Return what countries are called in their own languages: Sverige, Ελλάδα."""
    from babel import Locale, UnknownLocaleError
    from babel.languages import get_official_languages

    spoken = {
        code: get_official_languages(code, de_facto=True)
        for code in map(str, Locale("en").territories)
        if len(code) == 2 and code.isalpha()
    }
    known = {}
    for language in sorted({one for several in spoken.values() for one in several}):
        try:
            known[language] = Locale.parse(language).territories
        except UnknownLocaleError:
            continue
    return frozenset(
        plain_text(known[language][code])
        for code, several in spoken.items()
        for language in several
        if code in known.get(language, {})
    )


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    """Return the names of countries in the languages that tables are in most."""
    from babel import Locale  # takes long; only a table that may hold nations asks

    return frozenset(
        plain_text(name)
        for language in _LANGUAGES
        for code, name in Locale(language).territories.items()
        if code.isalpha()
    )

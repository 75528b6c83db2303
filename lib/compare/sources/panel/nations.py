"""Nations and groups of nations, by the names that people write: which of them are wholes.

Among the states of one country its own name is a whole; among other countries it is one of
them, and the continents and groups of income are the wholes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from compare.ledger.names import HAN
from compare.sources.panel.cells import plain_text

_LANGUAGES = ("en", "zh", "de", "fr", "es", "pt", "it", "ja", "ko")
_OWN = re.compile(
    r"全国|全國|中国|全国合计|臺灣地區|台灣地區|臺閩地區|u\.?s\.?|united states(?: of america)?|"
    r"usa|united kingdom|uk|england|great britain|"
    r"england (?:and|&) wales|"
    r"deutschland|france(?: entière| métropolitaine)?|españa|italia|brasil|nederland|österreich|"
    r"(?:all[ -])?india|kenya|日本|全国計|전국|대한민국|canada|australia|nation(?:al)?|"
    r"российская федерация|estados unidos mexicanos",
    re.IGNORECASE,
)
"""Nations as the tables of their own states, provinces and districts name them."""
_GROUP = re.compile(
    r"world|世界|(?:oecd|ocde)\b.*|(?:eu|ue)(?:[ -]?[0-9]+)?|european union\b.*|"
    r"euro ?(?:area|zone).*|zona euro\b.*|eurozona|"
    r"arab world|pays (?:à revenu|en développement|développés|les moins avancés).*|"
    r"países (?:de ingreso|en desarrollo|desarrollados).*|ingreso (?:alto|bajo|mediano).*|"
    r".*income(?: countries| group)?(?: \(.*\))?|.*收入组|least developed.*|low & middle income|"
    r"(?:east|south|central|north|sub-saharan|latin|middle east|europe)[a-z]* ?.*"
    r"(?:asia|africa|america|europe|caribbean|pacific)\b.*|heavily indebted.*|fragile and.*|"
    r".*small states|sub-saharan africa.*|africa|asia|europe|oceania|north america|south america|"
    r"africa (?:east|west|north|south|central).*|caucasus and .*|australia and new zealand|"
    r"(?:developing|developed|emerging|advanced|transition|landlocked|partner|other) "
    r"(?:market )?(?:countries|economies|regions|nations)\b.*|landlocked developing.*|"
    r"small island.*|not classified|g-?(?:7|8|20)\b.*|e[ua][0-9]{2}(?:[-_ ].*)?|"
    r"mena|sids|ll?dcs?|caricom|asean|brics|apec|ecowas|sadc|mercosur|"
    r"(?:东|西|南|北|中|东南|中东|撒哈拉以南)(?:亚|非洲?|欧|美洲?)(?:地区)?|(?:亚|非|欧|美|大洋|拉丁美)洲(?:地区)?|"
    r".*(?:发达|发展中|转型)(?:国家|经济体)|"
    r"(?:ida|ibrd)(?: & ibrd)? (?:only|blend|total)|"
    r"(?:东部|中部|西部|东北|华北|华东|华中|华南|西北|西南)(?:部?地区|三省)?|(?:京津冀|长三角|珠三角)(?:地区)?|"
    r".*федеральный округ|(?:early|late|post|pre)-demographic dividend",
    re.IGNORECASE,
)
_SHARE = 0.5
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
    ends = {text for text in (texts[:1] + texts[-1:]) if is_nation(text)}
    ends |= _republics(texts)
    ends |= _alone(texts)
    groups = {text for text in texts if is_group(text)}
    own = {text for text in texts if _OWN.fullmatch(text)}
    if _are_codes(texts) and not _POSTAL & set(texts):
        own -= {"us", "uk"}  # codes of countries
    if not ends and not groups and not own:
        return [False] * len(texts)
    official = {text.partition(" (")[0] for text in texts if " (" in text}
    twice = {text for text in official & set(texts) if is_country(text)}
    countries = {text for text in texts if is_country(text)} - twice
    groups |= twice
    single = countries | (set(texts) - groups)
    sure = countries - _HOMONYMS
    of_countries = countries == single or len(sure) >= max(2, _SHARE * len(single))
    found = [
        (text in groups and text not in countries)
        or (not of_countries and (text in own or text in ends))
        for text in texts
    ]
    return [False] * len(texts) if all(found) else found  # groups alone are nobody's wholes


_POSTAL = frozenset({"tx", "ny", "wa", "oh"})
"""Abbreviations of American states that are no codes of countries."""


def _are_codes(texts: Sequence[str]) -> bool:
    """Tell whether most names are of two letters."""
    return sum(len(text) == 2 for text in texts) * 2 > len(texts)


_HOMONYMS = frozenset({"georgia", "niger"})
"""Countries whose name is that of a part of another one, and is more often meant so."""
_PARTS_TOO = frozenset({
    "luxembourg", "luxemburg", "lussemburgo", "mexico", "méxico", "panama", "panamá", "guatemala",
    "lebanon", "taiwan",
})  # fmt: skip
"""Countries whose name a part has as well, so that it says little amid other names."""
_DEPENDENT = frozenset({
    "AS", "AI", "AQ", "AW", "AX", "BL", "BM", "BQ", "BV", "CC", "CK", "CW", "CX", "EH", "FK",
    "FO", "GF", "GG", "GI", "GL", "GP", "GS", "GU", "HK", "HM", "IM", "IO", "JE", "KY", "MF",
    "MO", "MP", "MQ", "MS", "NC", "NF", "NU", "PF", "PM", "PN", "PR", "RE", "SH", "SJ", "SX",
    "TC", "TF", "TK", "TW", "UM", "VG", "VI", "WF", "YT",
})  # fmt: skip
"""ISO codes of what tables of a country have among its parts: Puerto Rico among the states."""


def is_nation(text: str) -> bool:
    """Tell whether a plain text in the first or the last place is the name of a country.

    There a nation stands above its parts or below them; elsewhere Luxembourg may be a province.
    """
    if not text or text in _HOMONYMS or HAN.search(text):  # 全国 is known without any list
        return False
    return text in _countries() or text in _own_names()


def _alone(texts: Sequence[str]) -> set[str]:
    """Return the only name of a country amid others, as Perú in the order of the alphabet."""
    if any(map(HAN.search, texts)):
        return set()
    found = {text for text in texts if text in _countries()}
    return found - _HOMONYMS - _PARTS_TOO - _dependent() if len(found) == 1 else set()


_REPUBLIC = re.compile(
    r"\b(?:rep[uú]bli[ck]\w*|r[ée]publique|república|repubblica|republik|республика|köztársaság|"
    r"kingdom|königreich|royaume|reino)\b"
)


def _republics(texts: Sequence[str]) -> set[str]:
    """Return the one in the first or the last place that alone calls itself a republic.

    Česká republika stands above its regions; Республика Коми is one of several republics.
    """
    found = [text for text in texts if _REPUBLIC.search(text)]
    return set(found) & {*texts[:1], *texts[-1:]} if len(found) == 1 else set()


_BRACKET = re.compile(r"\s*\([^()]*\)$")


def without_bracket(text: str) -> str:
    """Return a name without the remark in a bracket behind it: UE (27 pays)."""
    return _BRACKET.sub("", text)


def is_group(text: str) -> bool:
    """Tell whether a plain text is the name of a continent, a part of one, or a group of countries.

    Examples
    --------
    >>> is_group("zone euro (19 pays)"), is_group("ue-27"), is_group("peru")
    (True, True, False)
    """
    alone = without_bracket(text)
    if _GROUP.fullmatch(text) or _GROUP.fullmatch(alone):
        return True
    return not HAN.search(text) and not {text, alone}.isdisjoint(_continents())


def is_country(name: str) -> bool:
    """Tell whether a text is the name of a country in one of the languages of tables.

    Examples
    --------
    >>> is_country("Bolivia (Plurinational State of)"), is_country("Korea, Rep.")
    (True, True)
    >>> is_country("Dem. Rep. of the Congo"), is_country("Western Africa"), is_country("Peru, IL")
    (True, False, False)
    """
    text = plain_text(name)
    return text in _countries() or _short(text) in _short_names()


_STATE = (
    r"(?:(?:rep|dem|boliv|plurin|fed|sts)\b\.?|republic|kingdom|states?|federation|union|arab|"
    r"islamic|plurinational|bolivarian|democratic|people's|united|federated|former|the|pdr|sar|rb|"
    r"fyr|socialist)"
)
_LONG = re.compile(
    rf"(?:the )?(?:{_STATE}\s+)+of (?:the )?(?P<behind>.+)|"
    rf"(?P<before>.+?),? (?:{_STATE}\s*)+(?: of)?|"
    rf"(?P<bracket>.+?)\s*[(\[](?:(?:{_STATE}|of|china|part|[^()\[\]]*part)\s*)+[)\]]|"
    rf"(?P<china>hong kong|macao|macau|taiwan)\b.*china.*"
)
"""Official forms of the names of countries, around the short one."""
_ALSO = frozenset({
    "korea", "congo", "viet nam", "lao", "russian", "syrian", "slovak", "kyrgyz", "macedonia",
    "brunei darussalam", "micronesia", "west bank and gaza", "palestine", "virgin islands",
    "channel islands", "united states of america", "hong kong", "macao", "macau", "taiwan",
})  # fmt: skip
"""What is left of official forms, where the short name is another word."""


_LONGEST = 60
"""No name of a country is longer: a remark below a table need not be looked at."""


def _short(text: str) -> str:
    """Return the short name in an official one, without accents: Iran of Iran, Islamic Rep."""
    plain = _folded(text)
    found = _LONG.fullmatch(plain) if len(plain) <= _LONGEST else None
    return next(filter(None, found.groups())) if found else plain


def _folded(text: str) -> str:
    """Return a name as names of countries are compared: Côte d’Ivoire as cote d'ivoire."""
    letters = unicodedata.normalize("NFD", text.replace("’", "'"))
    plain = "".join(sign for sign in letters if not unicodedata.combining(sign))
    return re.sub(r"\bsaint\b", "st.", re.sub(r"\band\b", "&", plain))


@lru_cache(maxsize=1)
def _short_names() -> frozenset[str]:
    return frozenset(map(_folded, _countries() | _ALSO))


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


_UNIONS = frozenset({"EU", "EZ", "UN"})


def _countries() -> frozenset[str]:
    """Return the names of countries in the languages that tables are in most."""
    return _territories()[0]


def _continents() -> frozenset[str]:
    """Return the names of continents, their parts and unions of countries, likewise."""
    return _territories()[1]


@lru_cache(maxsize=1)
def _dependent() -> frozenset[str]:
    return frozenset(name for code, name in _named() if code in _DEPENDENT)


@lru_cache(maxsize=1)
def _named() -> list[tuple[str, str]]:
    """Return the code and the name of each territory in the languages that tables are in most."""
    from babel import Locale  # takes long; only a table that may hold nations asks

    return [
        (code, plain_text(name))
        for language in _LANGUAGES
        for code, name in Locale(language).territories.items()
    ]


@lru_cache(maxsize=1)
def _territories() -> tuple[frozenset[str], frozenset[str]]:
    named = _named()
    single = {name for code, name in named if code.isalpha() and code not in _UNIONS}
    wider = {name for code, name in named if not code.isalpha() or code in _UNIONS}
    return frozenset(single), frozenset(wider - single)

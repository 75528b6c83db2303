"""Totals, means and whole countries by the words that tables of many languages have for them.

A text counts where it holds nothing but such words, or beside them the name of a country or of
a group of countries: Promedio nacional, Deutschland insgesamt, Moyenne OCDE (38 pays). The words
are those of the tables of national statistical offices.
"""

from __future__ import annotations

import re

from compare.ledger.totals import TOTALS
from compare.sources.panel.cells import plain_text
from compare.sources.panel.nations import is_country, is_group, is_nation, without_bracket

_MEANS = frozenset({
    "moyenne", "promedio", "media", "média", "medie", "durchschnitt", "mittelwert",
    "bundesdurchschnitt", "landesdurchschnitt", "gemiddelde", "gennemsnit", "gjennomsnitt",
    "genomsnitt", "medelvärde", "keskiarvo", "średnia", "průměr", "priemer", "átlag", "prosjek",
    "povprečje", "ortalama", "среднее", "в среднем", "середнє", "μέσος όρος", "rata-rata",
    "trung bình", "ค่าเฉลี่ย", "평균", "average", "mean",
})  # fmt: skip
_NATIONS = frozenset({
    "national", "nationale", "nationaal", "nacional", "nazionale", "nasional", "país", "bund",
    "bundesgebiet", "bundesweit", "landesweit", "hele landet", "riket", "koko maa", "cały kraj",
    "ülke geneli", "по стране", "cả nước", "toàn quốc", "ทั้งประเทศ", "รวมทั้งประเทศ",
    "ทั่วราชอาณาจักร", "ทั่วประเทศ",
})  # fmt: skip
_OTHERS = frozenset({"both", "both sexes"})
_WORDS = TOTALS | _MEANS | _NATIONS | _OTHERS
_JOINTS = frozenset({"de", "del", "della", "des", "du", "da", "do", "la", "the", "of", "for"})
_BETWEEN = re.compile(r"[\s,:/]+|-(?=durchschnitt)")


def is_summary(text: str) -> bool:
    """Tell whether a name says a total, a mean or a whole country, in whatever language.

    Examples
    --------
    >>> is_summary("Promedio nacional"), is_summary("Deutschland insgesamt"), is_summary("Lima")
    (True, True, False)
    """
    plain = without_bracket(plain_text(text)).strip(" .:*")
    if plain in _WORDS:
        return True
    words = _BETWEEN.split(plain)
    rest = " ".join(one for one in words if one not in _WORDS and one not in _JOINTS)
    return any(one in _WORDS for one in words) and (
        not rest or is_country(rest) or is_nation(rest) or is_group(rest)
    )

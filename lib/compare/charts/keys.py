"""Keys of charts: names of files, whatever own tables call their indicators and regions."""

from __future__ import annotations

import hashlib
import re
import unicodedata

LONGEST = 120
"""How many bytes a key has at most: file systems take 255, with the endings of formats."""

SAFE = re.compile(r"(?!.*\.\.)\w[\w.-]*")


def file_key(name: str, lang: str) -> str:
    """Return the key of a chart in a language.

    Parameters
    ----------
    name : str
        What the chart is called: its form and what it shows.
    lang : {"zh", "en"}
        Language of its words.

    Examples
    --------
    >>> file_key("ranking-balance_junior-2020-actual", "zh")
    'ranking-balance_junior-2020-actual.zh'
    >>> file_key("ranking-毛入园率（%）-2020-actual", "zh")
    'ranking-毛入园率-2020-actual.zh'
    """
    if not SAFE.fullmatch(name):
        plain = unicodedata.normalize("NFKC", name)
        name = re.sub(r"-{2,}", "-", re.sub(r"[^\w.-]|\.(?=\.)", "-", plain)).strip("-.") or "chart"
    whole = name.encode()
    if len(whole) > LONGEST:
        digest = hashlib.sha256(whole).hexdigest()[:8]
        name = f"{whole[: LONGEST - 9].decode(errors='ignore')}-{digest}"
    return f"{name}.{lang}"

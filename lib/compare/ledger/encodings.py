"""How the bytes of a text are written: told by what they would say, and never by chance.

Two bytes of nearly every table can be read as a Chinese character, so that a table from Japan,
Korea, Taiwan or Germany would come in as a table of Chinese nonsense and nobody would be told.
Each writing is known by the characters that its texts are made of: of a Chinese text nearly all
are in the first level of GB 2312, of a Korean one all are syllables.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Mapping

from compare.ledger.names import HAN

UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
PLAIN = ("utf-8-sig", "utf-16")
"""What is read without a word about it: nothing else can be meant."""

CALLED = {
    "gb18030": "GB18030",
    "cp1252": "Windows-1252", "mac-roman": "Mac Roman", "cp932": "Shift_JIS (cp932)",
    "big5": "Big5", "cp949": "EUC-KR (cp949)", "cp1250": "Windows-1250", "cp1254": "Windows-1254",
    "iso8859-2": "ISO 8859-2",
    "cp1251": "Windows-1251", "koi8-r": "KOI8-R", "iso8859-5": "ISO 8859-5", "cp866": "cp866",
}  # fmt: skip
"""What the others are called."""

_SAMPLE = 2**20
_ENOUGH, _CHINESE, _SURE = 8, 0.3, 0.9
"""How many characters tell Korean from Chinese, and by which share of usual ones each is known."""

_HIGH = re.compile(rb"[\x80-\xff]+")
_LATIN = re.compile(rb"[A-Za-z][\x91-\x97\xc0-\xff]|[\xc0-\xff][A-Za-z]")
_MAC = re.compile(rb"(?<=[A-Za-z])[\x80-\x9f](?=[A-Za-z ,;\t])")
_APOSTROPHE = re.compile(rb"(?<=[A-Za-z])\x92(?=[a-z]\b)")
_IN_WORDS = re.compile(
    rb"(?:(?<=[A-Za-z])|(?<![\x80-\xff])(?=[\xc0-\xff]{1,2}[a-z]))[\xc0-\xff]{1,3}(?![\x80-\xff])"
)
_SIGNS = re.compile(rb"(?<![\x80-\xff])[\x80\x85\x91-\x97\xa0\xa7\xa9\xab\xae\xb0-\xb5\xb7\xba\xbb]"
                    rb"(?![\x80-\xff])")  # fmt: skip

_CENTRAL = re.compile(rb"(?<=[a-z])[\xb3\xb9\xbf]|[\xa3\xaf](?=[a-z])|(?<=[A-Za-z])[\x9f](?=[a-z])")
"""ł, ą, ż, Ł, Ż and ź in Windows-1250: signs in Windows-1252, which stand in no word."""
_SIGNS_OF_1250 = rb"[\xa5\xa6\xa9\xab\xac\xae\xb1\xb5\xb6\xbb\xbe\xa1]"
_LATIN_2 = re.compile(
    rb"(?<=[A-Za-z\xb9\xc0-\xff])" + _SIGNS_OF_1250 + rb"(?=[A-Za-z\xc0-\xff])|"
    rb"(?<![A-Za-z0-9\x80-\xff ])[\xa6\xa9\xab\xac\xae](?=[a-z])"
)
"""ą, ś, š, ť, ź and ž in ISO 8859-2: signs in Windows-1250 and 1252, which stand in no word."""
_OF_1250 = re.compile(rb"[\x80-\x9f]")
_CARONS, _WITH_THEM = re.compile(rb"[\x8a\x8e\x9a\x9e\xfd]"), re.compile(rb"[\xe8\xec\xf2\xf8]")
"""š, ž and ý, and č, ě, ň and ř, which are è, ì, ò and ø in Windows-1252."""
_BESIDE = re.compile(rb"(?<=[A-Za-z])[\x80-\xff]{1,2}(?![\x80-\xff])|"
                     rb"(?<![\x80-\xff])[\x80-\xff]{1,2}(?=[A-Za-z])")  # fmt: skip
"""Letters beyond ASCII beside those that are not, one or two."""
_TURKISH = re.compile(rb"[\xd0\xdd\xde\xf0\xfd\xfe]")
_NOT_TURKISH = re.compile(rb"[\xe1\xe3\xe6\xe9\xed\xf1\xf3\xf5\xf8\xfa]")
"""ğ, ı, ş: letters of Iceland in Windows-1252, which has á, é, í, ó, ú and æ beside them."""

_CYRILLIC: Mapping[str, re.Pattern[bytes]] = {
    "cp1251": re.compile(
        rb"[\xc0-\xdf\xa8\xb2\xaf\xaa]?[\xe0-\xff\xb8\xb3\xbf\xba\xb4]+|[\xc0-\xdf]+"
    ),
    "koi8-r": re.compile(rb"[\xe0-\xff\xb3]?[\xc0-\xdf\xa3]+|[\xe0-\xff]+"),
    "iso8859-5": re.compile(rb"[\xb0-\xcf\xa1]?[\xd0-\xef\xf1]+|[\xb0-\xcf]+"),
    "cp866": re.compile(rb"[\x80-\x9f\xf0]?[\xa0-\xaf\xe0-\xef\xf1]+|[\x80-\x9f]+"),
}
"""Words of each Cyrillic writing: small letters behind one that may be large, or large ones."""
_OFTEN = frozenset("оаеинтрслвкміь")
"""The letters that Cyrillic texts have most of: they tell the writings apart."""

_USUAL: Mapping[str, re.Pattern[bytes]] = {
    "gb18030": re.compile(rb"[\xa1-\xa9\xb0-\xd7][\xa1-\xfe]"),
    "cp932": re.compile(rb"[\x81-\x83\x88-\x97].|[\xa6-\xdf]", re.DOTALL),
    "big5": re.compile(rb"[\xa1-\xa3\xa4-\xc6].", re.DOTALL),
    "cp949": re.compile(rb"[\xa1-\xa8\xb0-\xc8][\xa1-\xfe]"),
}
"""The characters that texts of a writing are mostly made of, in its bytes."""
_LATE = re.compile(rb"[\xc9-\xd7][\xa1-\xfe]")
"""Characters of the later half of the alphabet (市, 县, 州), which no syllable is taken for."""


def encoding_of(data: bytes) -> str:
    """Return how a text is written, as Python calls it; GB18030 where nothing says another.

    Examples
    --------
    >>> encoding_of("青岚县,98".encode("gb18030")), encoding_of("Lübeck,größte".encode("cp1252"))
    ('gb18030', 'cp1252')
    >>> encoding_of("Москва,Омск".encode("koi8-r")), encoding_of("Małopolskie".encode("cp1250"))
    ('koi8-r', 'cp1250')
    """
    if data.startswith(UTF_16):
        return "utf-16"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        sample = data[: _whole_lines(data)]
        found = _lone(data) or _cyrillic(sample) or _by_characters(sample)
        return _of_the_west(sample) if found == "cp1252" else found
    return "utf-8-sig"


def _whole_lines(data: bytes) -> int:
    return len(data) if len(data) <= _SAMPLE else data.rfind(b"\n", 0, _SAMPLE) + 1 or len(data)


def _of_the_west(sample: bytes) -> str:
    """Return which of four writings of Europe words with accents are written in."""
    if _LATIN_2.search(sample) and not _OF_1250.search(sample):
        return "iso8859-2"
    if _CENTRAL.search(sample) or (_CARONS.search(sample) and _WITH_THEM.search(sample)):
        return "cp1250"
    return "cp1254" if _TURKISH.search(sample) and not _NOT_TURKISH.search(sample) else "cp1252"


def _cyrillic(sample: bytes) -> str:
    """Return which Cyrillic writing a text is in; empty where its words are of none.

    Chinese characters are no such words: of two bytes, most of them large letters.
    """
    words = [run for run in _HIGH.findall(sample) if len(run) > 2]
    length = sum(map(len, words))
    fits = {
        name: sum(len(word) for word in words if pattern.fullmatch(word))
        for name, pattern in _CYRILLIC.items()
    }
    found = [name for name, fit in fits.items() if length and fit >= _SURE * length]
    texts = {name: b"".join(words).decode(name, "replace").casefold() for name in found}
    often = {name: sum(letter in _OFTEN for letter in text) for name, text in texts.items()}
    best = max(often, key=lambda name: often[name], default="")
    return best if best and often[best] * 2 > length else ""


def _by_characters(sample: bytes) -> str:
    shares = {name: _share(sample, name) for name in _USUAL}
    chinese = 0.0 if _are_syllables(sample, shares) else shares["gb18030"]
    others = {name: share for name, share in shares.items() if name != "gb18030"}
    best = max(others, key=lambda name: others[name])
    if chinese >= _CHINESE and chinese >= others[best] - 0.1:
        return "gb18030"
    if _are_letters(sample):
        return "cp1252"
    if others[best] >= _SURE:
        return best
    return "cp1252" if _western_share(sample) >= _SURE else "gb18030"


def _share(sample: bytes, encoding: str) -> float:
    """Return the share of usual characters among those beyond ASCII; 0 if it is not written so."""
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError:
        return 0.0
    counts = Counter(character for character in text if not character.isascii())
    usual = sum(n for one, n in counts.items() if _USUAL[encoding].fullmatch(one.encode(encoding)))
    return usual / (counts.total() or 1)


def _are_syllables(sample: bytes, shares: Mapping[str, float]) -> bool:
    """Tell whether what reads as Chinese is Korean: no character is of the later half."""
    if shares["cp949"] < _SURE:
        return False
    text = sample.decode("gb18030", "replace")
    seen = {one.encode("gb18030") for one in HAN.findall(text)}
    return len(seen) >= _ENOUGH and not any(map(_LATE.fullmatch, seen))


def _western_share(sample: bytes) -> float:
    """Return the share of bytes beyond ASCII that are letters within words, or signs alone."""
    high = sum(map(len, _HIGH.findall(sample)))
    within = sum(map(len, _IN_WORDS.findall(sample))) + len(_SIGNS.findall(sample))
    return within / (high or 1)


def _are_letters(sample: bytes) -> bool:
    """Tell whether bytes beyond ASCII stand one by one in words: Łódź has two side by side."""
    runs = _HIGH.findall(sample)
    single = sum(len(run) == 1 for run in runs)
    return single * 2 > len(runs) and len(_BESIDE.findall(sample)) >= _SURE * len(runs)


def _lone(data: bytes) -> str:
    """Return how words with accents are written, where bytes are such: a lone ñ between letters.

    Chinese characters are two bytes, most of them both beyond ASCII; read so, Doña would be a
    name with a Chinese character, and nobody would notice. Windows-1252 has its letters where
    Mac Roman has signs, and the other way round.
    """
    runs = _HIGH.findall(data)
    if any(len(run) > 1 for run in runs):
        return ""
    if len(_MAC.findall(data)) == len(runs) > len(_APOSTROPHE.findall(data)):
        return "mac-roman"
    return "cp1252" if len(_LATIN.findall(data)) >= len(runs) else ""

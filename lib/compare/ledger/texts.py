"""The plain texts of the documents, where they are at hand.

The texts are no part of the project. A text is recognised by its SHA-256, so its file
name does not matter and a changed text is never taken for the one that was transcribed.

A quote is verbatim. Where its year and its claim stand far apart in one paragraph (or row
of a table), it may be elided: verbatim pieces joined by ``……``, in the order of the text.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from compare.ledger.read import decode

CONTEXT = 60
"""Characters of context shown on either side of a quote."""

ELISION = "……"
"""What stands for the words that an elided quote leaves out."""


@dataclass(frozen=True)
class Texts:
    """The texts of some folders, by SHA-256.

    Attributes
    ----------
    folder : pathlib.Path
        Where they were looked for first.
    by_sha256 : dict of str to str
        Text by the SHA-256 of its file.
    """

    folder: Path
    by_sha256: dict[str, str]

    def get(self, sha256: str | None) -> str | None:
        """Return the text with this hash, or None where it is not at hand or none was kept."""
        return None if sha256 is None else self.by_sha256.get(sha256)


def read_texts(*folders: Path) -> Texts:
    """Read every ``.txt`` file of some folders; a missing folder has no texts."""
    texts = {}
    paths = [path for folder in folders if folder.is_dir() for path in sorted(folder.glob("*.txt"))]
    for path in paths:
        if not path.is_file():
            continue  # a pipe or a device, which may never end
        data = path.read_bytes()
        try:
            texts[hashlib.sha256(data).hexdigest()] = decode(data)
        except UnicodeDecodeError:
            continue  # not a text that anything can have been transcribed from
    return Texts(folders[0], texts)


def pieces(quote: str) -> list[str]:
    """Return the verbatim pieces of a quote: one, or those that :data:`ELISION` joins.

    Examples
    --------
    >>> pieces("到2030年……实现现代化"), pieces("巩固率达到100%")
    (['到2030年', '实现现代化'], ['巩固率达到100%'])
    """
    return quote.split(ELISION)


def places(text: str, quote: str) -> list[tuple[int, int]]:
    """Return where each piece of a quote stands; nothing where the text does not print it.

    The pieces stand in their order in one line, which is a paragraph or a row of a table;
    the first such line counts.

    Parameters
    ----------
    text : str
        The text of a document.
    quote : str
        A quote of it, elided or not.

    Returns
    -------
    list of tuple of int
        Start and end of each piece.
    """
    first, *others = pieces(quote)
    if not (first and all(others)):
        return []
    at = text.find(first)
    while at >= 0:
        found, line_end = [(at, at + len(first))], text.find("\n", at + len(first))
        for piece in others:
            start = text.find(piece, found[-1][1], line_end if line_end >= 0 else len(text))
            if start < 0:
                break
            found.append((start, start + len(piece)))
        else:
            return found
        at = text.find(first, at + 1)
    return []


def is_printed(text: str, quote: str) -> bool:
    """Tell whether a text prints a quote, piece by piece, character by character."""
    return bool(places(text, quote))


def in_context(text: str, quote: str) -> tuple[str, str, str] | None:
    """Return what stands before a quote, the quote, and what stands after it.

    Returns
    -------
    tuple of str or None
        At most :data:`CONTEXT` characters of the same line on either side; None where
        the quote is not in the text.
    """
    found = places(text, quote)
    if not found:
        return None
    start, end = found[0][0], found[-1][1]
    before = text[max(0, start - CONTEXT) : start].rpartition("\n")[2]
    after = text[end : end + CONTEXT].partition("\n")[0]
    return before, quote, after

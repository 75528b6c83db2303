"""The plain texts of the documents, where they are at hand.

The texts are no part of the project. A text is recognised by its SHA-256, so its file
name does not matter and a changed text is never taken for the one that was transcribed.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from compare.ledger.read import decode

CONTEXT = 60
"""Characters of context shown on either side of a quote."""


@dataclass(frozen=True)
class Texts:
    """The texts of one folder, by SHA-256.

    Attributes
    ----------
    folder : pathlib.Path
        Where they were looked for.
    by_sha256 : dict of str to str
        Text by the SHA-256 of its file.
    """

    folder: Path
    by_sha256: dict[str, str]

    def get(self, sha256: str) -> str | None:
        """Return the text with this hash, or None where it is not at hand."""
        return self.by_sha256.get(sha256)


def read_texts(folder: Path) -> Texts:
    """Read every ``.txt`` file of a folder; a missing folder has no texts."""
    texts = {}
    for path in sorted(folder.glob("*.txt")) if folder.is_dir() else []:
        data = path.read_bytes()
        try:
            texts[hashlib.sha256(data).hexdigest()] = decode(data)
        except UnicodeDecodeError:
            continue  # not a text that anything can have been transcribed from
    return Texts(folder, texts)


def in_context(text: str, quote: str) -> tuple[str, str, str] | None:
    """Return what stands before a quote, the quote, and what stands after it.

    Returns
    -------
    tuple of str or None
        At most :data:`CONTEXT` characters of the same line on either side; None where
        the quote is not in the text.
    """
    at = text.find(quote)
    if at < 0:
        return None
    before = text[max(0, at - CONTEXT) : at].rpartition("\n")[2]
    after = text[at + len(quote) : at + len(quote) + CONTEXT].partition("\n")[0]
    return before, quote, after

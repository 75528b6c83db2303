"""Reading a document: text, HTML, Word or PDF in, plain text out.

Whatever the format, the result is one string. Tables become lines with ``|`` between the
cells, so that everything after this module knows one kind of table only.
"""

from __future__ import annotations

import hashlib
import io
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from compare.errors import CompareError
from compare.sources.scan.read.characters import normal

EXTRA = "scan"
"""The optional dependencies that read Word, PDF and HTML."""

CELL = " | "

_FEWEST_LINES = 12
_NARROWEST_PAGE, _WIDEST_PAGE = 20, 120
"""Columns; a Chinese character takes two."""


MOST_BYTES = 100_000_000
MOST_UNPACKED = 300_000_000
"""Bytes of a file, and of what a packed one unpacks to."""

MOST_CHARACTERS = 1_000_000
"""A plan of a county has twenty thousand, the thickest yearbook less than a million."""

MOST_PAGES = 3_000
MOST_PARTS = 10_000
"""Files in a packed one."""

MOST_COLUMNS = 1_000
"""Cells in a row of a table, each counted as often as it is wide."""

LONGEST_BLANK = 200
"""Blanks or empty lines in a row; what a document has more of says nothing."""

_LONG_BLANK = re.compile(rf"([^\S\r\n\v\f\x1c-\x1e\x85\u2028\u2029]{{{LONGEST_BLANK}}})"
                         r"[^\S\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")  # fmt: skip

_FEW_STRANGE, _MOST_STRANGE = 3, 0.02
"""Characters of no text, and their share, that a text may have: a few bytes are broken."""


class UnreadableError(CompareError):
    """A document cannot be read."""


class MissingReaderError(CompareError):
    """The library that reads this kind of file is not installed."""


@dataclass(frozen=True)
class Document:
    """The plain text of one document.

    Attributes
    ----------
    name : str
        File name without its ending.
    text : str
        The whole text; every quote is a part of it.
    sha256 : str
        Hash of the plain-text file: of the file itself where it is plain text, of the
        text as UTF-8 where it was taken out of another format.
    plain : bool
        True where the file itself is the plain text.
    data : bytes
        The plain-text file that the hash is of.
    """

    name: str
    text: str
    sha256: str
    plain: bool
    data: bytes = field(repr=False)


def read_document(path: Path | str) -> Document:
    """Read a document of any supported format.

    Parameters
    ----------
    path : pathlib.Path or str
        A ``.txt``, ``.html``, ``.docx`` or ``.pdf`` file; the content decides, not the name.

    Raises
    ------
    UnreadableError
        If there is no such file, or nothing in it can be read as text.
    MissingReaderError
        If the library for the format is not installed.
    """
    path = Path(path)
    data = _bytes_of(path)
    read = _reader(data, path.suffix.lower())
    if read is None:
        text = _text(path, data)
        short = with_short_blanks(_at_hand(path, text))
        if short == text and not hard_wrapped(text):
            return Document(path.stem, text, _hash(data), plain=True, data=data)
        if hard_wrapped(short):
            short = _unwrapped(_page_lines(short))
        return _taken_out(path.stem, short)
    try:
        text = read(data)
    except UnreadableError as error:
        raise UnreadableError(f"{path} {error}") from error
    except CompareError:
        raise
    except Exception as error:  # readers raise many kinds on broken files
        what = f"{type(error).__name__}: {str(error)[:200]}"
        raise UnreadableError(
            f"{path} cannot be read ({what}); save it again, or as plain text"
        ) from error
    if not text.strip():
        raise UnreadableError(
            f"{path} holds no text; a scanned PDF needs character recognition first"
        )
    return _taken_out(path.stem, with_short_blanks(_at_hand(path, text)))


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise UnreadableError(f"{path} cannot be opened ({error.strerror or error})") from error
    if len(data) > MOST_BYTES:
        raise UnreadableError(f"{path} {_beyond('bytes', MOST_BYTES)}")
    return data


def _taken_out(name: str, text: str) -> Document:
    """Return a text that is not the file as it lies there."""
    encoded = text.encode("utf-8", "replace")
    return Document(name, encoded.decode("utf-8"), _hash(encoded), plain=False, data=encoded)


def _at_hand(path: Path, text: str) -> str:
    """Return what was decoded, where it is a text and not too long to be read through."""
    _not_too_long(str(path), text)
    strange = sum(text.count(character) for character in filter(_is_strange, set(text)))
    if strange > max(_FEW_STRANGE, len(text) * _MOST_STRANGE):
        raise UnreadableError(
            f"{path} is no text: {strange} of its {len(text)} characters are control characters "
            "or cannot be decoded; save the document as text, HTML, Word or PDF"
        )
    return text


def _not_too_long(name: str, text: str) -> None:
    if len(text) > MOST_CHARACTERS:
        raise UnreadableError(f"{name} {_beyond('characters', MOST_CHARACTERS)}")


def _is_strange(character: str) -> bool:
    """Tell whether a character stands in no text: a control, unassigned, or not decoded."""
    if character.isspace():
        return False
    return character == "\ufffd" or unicodedata.category(character) in ("Cc", "Cn", "Cs")


def _beyond(what: str, most: int) -> str:
    return (
        f"holds more than {most:,} {what}, which is more than a document has; "
        "cut it to the part that is to be read"
    )


def with_short_blanks(text: str) -> str:
    """Return a text without runs of blanks or empty lines that no document has.

    The rules of the scan look for blanks between other signs: how long they look depends on
    the longest run.

    Parameters
    ----------
    text : str
        The text; it comes back as it is where no run is longer than :data:`LONGEST_BLANK`
        blanks or empty lines.
    """
    if not _LONG_BLANK.search(text) and text.count("\n") <= LONGEST_BLANK:
        return text
    lines, empty = [], 0
    for line in _LONG_BLANK.sub(r"\1", text).split("\n"):
        empty = 0 if line.strip() else empty + 1
        if empty <= LONGEST_BLANK:
            lines.append(line)
    return "\n".join(lines)


def hard_wrapped(text: str) -> bool:
    """Tell whether the lines of a text were broken at a fixed width, as in a printed page.

    Parameters
    ----------
    text : str
        The text.
    """
    lines = [line.strip() for line in text.split("\n") if line.strip() and "\t" not in line]
    lines = [line for line in lines if line.count("|") < 2 and not _is_aligned(line)]
    if len(lines) < _FEWEST_LINES:
        return False
    return any(_at_one_width(lines, measure) for measure in (_width, len))


def _at_one_width(lines: list[str], measure: Callable[[str], int]) -> bool:
    widths = [measure(line) for line in lines]
    usual = sorted(widths)[int(len(widths) * 0.8)]
    full = [line for line, width in zip(lines, widths, strict=True) if usual - 4 <= width <= usual]
    going_on = sum(normal(line)[-1] not in "。!?;:" for line in full)
    return (
        _NARROWEST_PAGE <= usual <= _WIDEST_PAGE
        and max(widths) <= usual + 4
        and len(full) >= len(lines) * 0.4
        and going_on >= len(full) * 0.5
    )


def _width(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "FWA" else 1 for c in line)


def document_of(text: str, name: str = "text") -> Document:
    """Return a text that is already at hand as a document."""
    _not_too_long(name, text)
    short = with_short_blanks(text)
    data = short.encode("utf-8", "surrogatepass")
    return Document(name, short, _hash(data), plain=short == text, data=data)


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _reader(data: bytes, suffix: str) -> Callable[[bytes], str] | None:
    if data[:1024].lstrip().startswith(b"%PDF"):
        return _pdf
    if data.startswith(b"PK\x03\x04"):
        return _docx
    head = data[:2048].lower()
    if suffix in (".html", ".htm") or b"<html" in head or b"<!doctype html" in head:
        return _html
    return None


def _text(path: Path, data: bytes) -> str:
    """Decode as UTF-8 or GB18030; a few broken bytes do not spoil a text."""
    if data.count(0) > len(data) // 100:
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            return data.decode("utf-16", "replace")
        else:
            raise UnreadableError(
                f"{path} is no text, HTML, Word or PDF file; save it as one of these"
            )
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    likely = max(("utf-8", "gb18030"), key=lambda name: -_replaced(data, name))
    return data.decode(likely, "replace")


def _replaced(data: bytes, encoding: str) -> int:
    return data.decode(encoding, "replace").count("\ufffd")


def _missing(library: str, kind: str, error: ImportError) -> MissingReaderError:
    return MissingReaderError(
        f"reading {kind} needs {library}, which is not installed ({error}); "
        f"run `make {EXTRA}`, or `pip install 'compare-regions[{EXTRA}]'`"
    )


# --- Word -----------------------------------------------------------------------------


def _docx(data: bytes) -> str:
    try:
        import docx
    except ImportError as error:
        raise _missing("python-docx", "Word files", error) from error
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts = packed.infolist()
    if len(parts) > MOST_PARTS:
        raise UnreadableError(_beyond("packed files", MOST_PARTS))
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise UnreadableError(_beyond("unpacked bytes", MOST_UNPACKED))
    document = docx.Document(io.BytesIO(data))
    return "\n".join(_no_more(_docx_blocks(document))) + "\n"


def _no_more(pieces: Iterable[str]) -> Iterator[str]:
    """Yield pieces of a text until they are too many."""
    left = MOST_CHARACTERS
    for piece in pieces:
        left -= len(piece) + 1
        if left < 0:
            raise UnreadableError(_beyond("characters", MOST_CHARACTERS))
        yield piece


def _docx_blocks(document: Any) -> Iterator[str]:
    from docx.table import Table

    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from (_row(_docx_cells(row)) for row in block.rows)
        else:
            yield block.text


def _docx_cells(row: Any) -> list[str]:
    """Return the cells of a row; one merged sideways is written where it begins."""
    if sum(cell.grid_span for cell in row._tr.tc_lst) > MOST_COLUMNS:
        raise UnreadableError(_beyond("cells in a row", MOST_COLUMNS))
    cells: list[str] = []
    before: Any = None
    for cell in row.cells:
        cells.append("" if cell._tc is before else _once(cell.text))
        before = cell._tc
    return cells


# --- HTML -----------------------------------------------------------------------------

_BLOCKS = frozenset(
    [
        *("p", "div", "section", "article", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6"),
        *("title", "header", "footer", "blockquote", "table", "tr", "br", "pre", "dd", "dt", "dl"),
        *("center", "form", "body"),
    ]
)
_SILENT = frozenset(
    [
        *("script", "style", "noscript", "template", "head", "svg", "select", "option", "button"),
        "iframe",
    ]
)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_CHINESE_SETS = {"gb2312", "gbk", "gb_2312-80", "x-gbk"}


def _html(data: bytes) -> str:
    try:
        import lxml.html
    except ImportError as error:
        raise _missing("lxml", "HTML files", error) from error
    # text, not bytes: lxml would believe a wrong or older name of the encoding
    text = re.sub(r"^\s*<\?xml[^>]*>", "", _decoded_html(data)).replace("\x00", "")
    parser = lxml.html.HTMLParser(huge_tree=True)
    root = lxml.html.document_fromstring(text or "<p></p>", parser=parser)
    pieces: list[str] = []
    _walk(root, pieces)
    lines = (_collapsed(line) for line in "".join(pieces).split("\n"))
    return "\n".join(_no_more(line for line in lines if line)) + "\n"


def _decoded_html(data: bytes) -> str:
    found = _CHARSET.search(data[:4096])
    named = found[1].decode("ascii").lower() if found else "utf-8"
    for encoding in ("gb18030" if named in _CHINESE_SETS else named, "utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("utf-8", "replace")


def _walk(root: Any, pieces: list[str]) -> None:
    """Write the text of a tree; by a stack, since broken pages nest deeper than Python calls."""
    stack: list[Any] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            pieces.append(node)
            continue
        tag = node.tag if isinstance(node.tag, str) else ""
        if tag == "table" and node.find(".//table") is None:
            pieces.append("\n" + "\n".join(_html_rows(node)) + "\n")
        elif tag and tag not in _SILENT:
            edge = "\n" if tag in _BLOCKS else " " if tag in ("td", "th") else ""
            stack.append(edge)
            for child in reversed(node):
                stack.append((child.tail or "").replace("\n", " "))
                stack.append(child)
            stack.append(edge + (node.text or "").replace("\n", " "))


def _html_rows(table: Any) -> Iterator[str]:
    """Yield the rows; a cell that spans rows or columns is written where it begins."""
    spans: dict[int, int] = {}
    for row in table.iter("tr"):
        cells: list[str] = []
        given = iter([cell for cell in row if cell.tag in ("td", "th")])
        while True:
            while spans.get(len(cells), 0) > 0:
                spans[len(cells)] -= 1
                cells.append("")
            cell = next(given, None)
            if cell is None:
                break
            down, across = _span(cell, "rowspan"), _span(cell, "colspan")
            for place in range(across):
                spans[len(cells)] = down - 1
                cells.append("" if place else _once("".join(cell.itertext())))
        yield _row(cells)


def _span(cell: Any, name: str) -> int:
    value = str(cell.get(name, "1"))
    return min(int(value), 100) if re.fullmatch(r"[1-9][0-9]{0,3}", value) else 1


def _collapsed(line: str) -> str:
    return re.sub(r"[ \t\r\f\v\u00a0]+", " ", line).strip()


def _once(text: str) -> str:
    """Return a cell's text as one line without the sign that separates cells."""
    return _collapsed(text.replace("\n", "").replace("|", "/"))


def _row(cells: list[str]) -> str:
    return "| " + CELL.join(cells) + " |"


# --- PDF ------------------------------------------------------------------------------

_FULL_LINE = 0.75
"""A line shorter than this share of the page's usual line ends its paragraph."""
_NEW_PARAGRAPH = re.compile(
    r"\s*(?:第[一二三四五六七八九十]+[章节]|[一二三四五六七八九十]+、|\([一二三四五六七八九十\d]+\)"
    r"|\d{1,2}[.、](?!\d)|——|[●■◆])"
)
_GAP = re.compile(r"(?<=\S)\s{2,}(?=\S)")
_END = re.compile(r"[。!?:]$")


def _pdf(data: bytes) -> str:
    try:
        import pypdfium2
    except ImportError as error:
        raise _missing("pypdfium2", "PDF files", error) from error
    document = pypdfium2.PdfDocument(data)
    try:
        if len(document) > MOST_PAGES:
            raise UnreadableError(_beyond("pages", MOST_PAGES))
        pages = list(_no_more(_pages(document)))
    finally:
        document.close()
    return _unwrapped([line for page in pages for line in _page_lines(page)])


def _pages(document: Any) -> Iterator[str]:
    """Yield the text of each page."""
    for number in range(len(document)):
        page = document[number]
        layer = page.get_textpage()
        yield layer.get_text_bounded()
        layer.close()
        page.close()


def _page_lines(page: str) -> list[str]:
    lines = [line.strip() for line in re.split(r"\r\n|\r|\n", page.replace("\ufffe", ""))]
    return [line for line in lines if line and not re.fullmatch(r"[-—–\s]*\d{1,3}[-—–\s]*", line)]


def _is_row(line: str) -> bool:
    return "|" in line or "\t" in line or _is_aligned(line)


def _is_aligned(line: str) -> bool:
    """Tell whether a line is a row of a table that is aligned with spaces."""
    return len(_GAP.findall(line)) > 1


def _unwrapped(lines: list[str]) -> str:
    """Join the lines that a page broke: a full line goes on unless a new item begins."""
    if not lines:
        return ""
    usual = sorted(_width(line) for line in lines)[int(len(lines) * 0.8)]
    text = ""
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        short = _width(line) < usual * _FULL_LINE or _is_row(line)
        apart = _is_row(following)
        ends = (
            short or apart or _END.search(normal(line)) or _NEW_PARAGRAPH.match(normal(following))
        )
        text += line + ("\n" if ends else "")
    return text + "\n"

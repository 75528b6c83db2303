"""Reading a document: text, HTML, Word or PDF in, plain text out.

Whatever the format, the result is one string. Tables become lines with ``|`` between the
cells, so that everything after this module knows one kind of table only.
"""

from __future__ import annotations

import hashlib
import io
import re
import unicodedata
from collections.abc import Callable, Iterator
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
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableError(f"{path} cannot be opened ({error.strerror or error})") from error
    read = _reader(data, path.suffix.lower())
    if read is None:
        text = _text(path, data)
        if not hard_wrapped(text):
            return Document(path.stem, text, _hash(data), plain=True, data=data)
        encoded = _unwrapped(_page_lines(text)).encode("utf-8")
        return Document(path.stem, encoded.decode(), _hash(encoded), plain=False, data=encoded)
    try:
        text = read(data)
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
    encoded = text.encode("utf-8", "replace")
    return Document(path.stem, encoded.decode("utf-8"), _hash(encoded), plain=False, data=encoded)


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
    data = text.encode("utf-8", "surrogatepass")
    return Document(name, text, _hash(data), plain=True, data=data)


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
        f"run `pip install 'compare-regions[{EXTRA}]'`"
    )


# --- Word -----------------------------------------------------------------------------


def _docx(data: bytes) -> str:
    try:
        import docx
    except ImportError as error:
        raise _missing("python-docx", "Word files", error) from error
    document = docx.Document(io.BytesIO(data))
    return "\n".join(_docx_blocks(document)) + "\n"


def _docx_blocks(document: Any) -> Iterator[str]:
    from docx.table import Table

    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from (_row(_docx_cells(row)) for row in block.rows)
        else:
            yield block.text


def _docx_cells(row: Any) -> list[str]:
    """Return the cells of a row; one merged sideways is written where it begins."""
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
    return "\n".join(line for line in lines if line) + "\n"


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
    return min(int(value), 100) if re.fullmatch(r"[1-9]\d{0,3}", value) else 1


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
        pages = []
        for number in range(len(document)):
            page = document[number]
            layer = page.get_textpage()
            pages.append(layer.get_text_bounded())
            layer.close()
            page.close()
    finally:
        document.close()
    return _unwrapped([line for page in pages for line in _page_lines(page)])


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
    usual = sorted(_width(line) for line in lines)[int(len(lines) * 0.8)] if lines else 0
    text = ""
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        short = _width(line) < usual * _FULL_LINE or _is_row(line)
        apart = _is_row(following)
        ends = (
            short or apart or _END.search(normal(line)) or _NEW_PARAGRAPH.match(normal(following))
        )
        text += line + ("\n" if ends else "")
    return text + "\n"

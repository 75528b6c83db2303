"""A report's page as a document: the same words, tables and pictures, for Word and PDF.

What only a browser needs is left out: code behind a toggle, links between pages, contents.
"""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from bs4 import BeautifulSoup, NavigableString, Tag
from PIL import Image

from compare.pages.paper.blocks import (
    Block,
    Cell,
    Grid,
    Heading,
    Item,
    Line,
    Paper,
    Paragraph,
    Picture,
    Rule,
    Run,
    Text,
    words_of,
)
from compare.pages.paper.house import A4
from compare.reports.links import without_pages
from compare.wording.catalogue import Lang

_LONGEST_CAPTION = 200
_LEFT_OUT = "style, script, nav, input, label, .code, .related"
_HEADINGS = {"h1": 1, "h2": 1, "h3": 2, "h4": 3, "h5": 3, "h6": 3}
_BLOCKS = {
    *_HEADINGS, "p", "ul", "ol", "table", "figure", "img", "pre", "blockquote", "hr", "div",
    "section", "main", "article", "details",
}  # fmt: skip
_PIXELS = 100.0
"""Pixels that a page gives an inch of a picture."""

_TALLEST = 7.9
"""Inches: of a page, less what a caption of three lines takes."""

_ID = re.compile(r"(?<=[a-z0-9])/(?=[0-9]{3}\b)")
"""Where the id of a figure may break: before its number."""


_PLAIN = Run("")
"""How words look that nothing stands around."""


def paper_of(page: str, lang: Lang) -> Paper:
    """Return a page as a document.

    Parameters
    ----------
    page : str
        The HTML page of a report.
    lang : {"zh", "en"}
        Its language.
    """
    soup = BeautifulSoup(without_pages(page), "html.parser")
    title = soup.title.get_text(strip=True) if soup.title else ""
    for element in soup.select(_LEFT_OUT):
        element.decompose()
    first = soup.select_one("main h1")
    if first is not None and _squeezed(first.get_text()) == _squeezed(title):
        first.decompose()  # the title stands above everything
    main, footer = soup.find("main") or soup, soup.find("footer")
    blocks = list(_blocks(main, lang))
    if isinstance(footer, Tag):
        blocks += [Rule(), *(_small(block) for block in _blocks(footer, lang))]
    name = re.split("[：:]", title, maxsplit=1)[0]
    return Paper(title, lang, tuple(blocks), header=name, contents=True, subject=name)


def _small(block: Block) -> Block:
    return replace(block, style="small") if isinstance(block, Paragraph) else block


def _blocks(element: Any, lang: Lang) -> Iterator[Block]:
    """Yield the parts of an element; words between them are paragraphs."""
    inline: list[Any] = []
    for child in element.children:
        is_block = isinstance(child, Tag) and (
            child.name in _BLOCKS or child.find(list(_BLOCKS)) is not None
        )
        if not is_block:
            inline.append(child)
            continue
        yield from _paragraph(inline, lang)
        inline = []
        yield from _block(child, lang)
    yield from _paragraph(inline, lang)


def _block(tag: Tag, lang: Lang) -> Iterator[Block]:
    if tag.name in _HEADINGS:
        yield Heading(_HEADINGS[tag.name], _trimmed(_runs(tag.children, _PLAIN, lang)))
    elif tag.name in ("ul", "ol"):
        yield from _items(tag, lang, 0)
    elif tag.name == "table":
        yield from _table(tag, lang)
    elif tag.name == "img":
        yield from _picture(tag)
    elif tag.name == "pre":
        yield Paragraph((Run(tag.get_text().rstrip("\n"), code=True),), "code")
    elif tag.name == "hr":
        yield Rule()
    else:
        yield from _blocks(tag, lang)


def _paragraph(nodes: Iterable[Any], lang: Lang) -> Iterator[Paragraph]:
    text = _trimmed(_runs(nodes, _PLAIN, lang))
    if words_of(text).strip():
        yield Paragraph(text)


def _runs(nodes: Iterable[Any], look: Run, lang: Lang) -> Iterator[Run]:
    """Yield the words of some nodes, each with its look; blanks are one, as on a page."""
    for node in nodes:
        if isinstance(node, NavigableString):
            if type(node) is NavigableString:  # no comment
                text = _ID.sub("/\u200b", re.sub(r"[ \t\r\n]+", " ", str(node)))
                yield replace(look, text=text)
        elif isinstance(node, Tag) and node.name == "br":
            yield replace(look, text="\n")
        elif isinstance(node, Tag):
            yield from _runs(node.children, _looking(node, look, lang), lang)


def _looking(tag: Tag, look: Run, lang: Lang) -> Run:
    address = str(tag.get("href") or "")
    return Run(
        "",
        bold=look.bold or tag.name in ("b", "strong"),
        italic=look.italic or tag.name in ("i", "em"),
        code=look.code or tag.name == "code",
        raised=look.raised or tag.name == "sup",
        chinese=look.chinese or (lang != "zh" and str(tag.get("lang", "")).startswith("zh")),
        link=address if address.startswith(("http://", "https://")) else look.link,
    )


def _trimmed(runs: Iterable[Run]) -> Text:
    """Return words without blanks at their ends, and what looks alike as one."""
    joined: list[Run] = []
    for run in runs:
        if joined and replace(joined[-1], text="") == replace(run, text=""):
            joined[-1] = replace(run, text=joined[-1].text + run.text)
        elif run.text:
            joined.append(run)
    for place, strip in ((0, str.lstrip), (-1, str.rstrip)):
        if joined:
            joined[place] = replace(joined[place], text=strip(joined[place].text))
    return tuple(replace(run, text=re.sub(r" *\n *", "\n", run.text)) for run in joined if run.text)


def _items(tag: Tag, lang: Lang, level: int) -> Iterator[Block]:
    for number, item in enumerate(tag.find_all("li", recursive=False), 1):
        lists = item.find_all(["ul", "ol"], recursive=False)
        for inner in lists:
            inner.extract()
        mark = f"{number}." if tag.name == "ol" else "•"
        yield Item(_trimmed(_runs(item.children, _PLAIN, lang)), mark, level)
        for inner in lists:
            yield from _items(inner, lang, level + 1)


def _picture(image: Tag) -> Iterator[Picture]:
    source = str(image.get("src") or "")
    if not source.startswith("data:image/png;base64,"):
        return
    content = base64.b64decode(source.partition(",")[2])
    alt = str(image.get("alt") or "")
    said = str(image.get("data-caption") or alt)
    pixels = float(str(image.get("width") or 0))
    inches = min(pixels / _PIXELS, A4.text_inches) if pixels else A4.text_inches
    yield Picture(content, alt or said, _shortened(said), min(inches, _widest(content)))


def _widest(image: bytes) -> float:
    """Return how wide a picture may be for it and its caption to stand on one page."""
    with Image.open(io.BytesIO(image)) as picture:
        return _TALLEST * picture.width / picture.height


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_CAPTION else text[: _LONGEST_CAPTION - 1] + "…"


def _table(table: Tag, lang: Lang) -> Iterator[Block]:
    """Yield a table: great-tables' title is its caption, its groups head their rows."""
    titles = table.select(".gt_title, .gt_subtitle, caption")
    caption = " ".join(filter(None, (_squeezed(title.get_text()) for title in titles)))
    notes = [_trimmed(_runs(one.children, _PLAIN, lang)) for one in table.select(".gt_sourcenote")]
    for element in [*titles, *table.select(".gt_sourcenotes, .gt_sourcenote")]:
        (element.find_parent("tr") or element).decompose()
    rows = [row for row in table.find_all("tr") if row.find(["td", "th"])]
    heads = sum(_is_head(row) for row in rows)
    ordered = sorted(rows, key=lambda row: not _is_head(row))
    lines = tuple(_line(row, lang) for row in ordered)
    if not lines:
        return
    columns = max(sum(cell.span for cell in line.cells) for line in lines)
    alone = columns == 1 and len(lines) == 1
    if alone:
        yield Paragraph(lines[0].cells[0].text)
        return
    yield Grid(tuple(_widened(line, columns) for line in lines), heads, caption, tuple(notes))


def _is_head(row: Tag) -> bool:
    return row.find_parent("thead") is not None


def _line(row: Tag, lang: Lang) -> Line:
    cells = tuple(
        Cell(
            _with_year_below(_trimmed(_runs(cell.children, _PLAIN, lang))),
            int(str(cell.get("colspan") or 1)),
        )
        for cell in row.find_all(["td", "th"], recursive=False)
    )
    return Line(cells, heads_group="gt_group_heading_row" in (row.get("class") or []))


_DATED = re.compile("^(.{2,14})(（[0-9]{4}年）)$")


def _with_year_below(text: Text) -> Text:
    """Return a value with its year on a line of its own: a narrow column would divide it."""
    if len(text) != 1:
        return text
    return (replace(text[0], text=_DATED.sub(r"\1\n\2", text[0].text)),)


def _widened(line: Line, columns: int) -> Line:
    """Have the last cell reach to the edge of the table."""
    missing = columns - sum(cell.span for cell in line.cells)
    if missing <= 0 or not line.cells:
        return line
    last = replace(line.cells[-1], span=line.cells[-1].span + missing)
    return replace(line, cells=(*line.cells[:-1], last))


def _squeezed(text: str) -> str:
    return " ".join(text.split())

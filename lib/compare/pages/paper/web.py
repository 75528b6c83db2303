"""A document as one HTML page: the same parts, the font inside, A4 when it is printed."""

from __future__ import annotations

import base64
import html
import re
from functools import cache
from importlib.resources import files

from compare.charts.fonts import page_font_faces
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
)
from compare.pages.paper.counting import Counter
from compare.pages.paper.unbroken import JOINER, unbroken, with_whole_numbers

_SOURCE = re.compile('src="data:[^"]*"')

_LANGUAGES = {"zh": "zh-CN", "en": "en"}


def html_of(paper: Paper) -> str:
    """Return a document as HTML: it needs nothing else."""
    counter = Counter(paper.lang)
    body = "\n".join(_block(with_whole_numbers(block), counter) for block in paper.blocks)
    shown = html.unescape(_SOURCE.sub("", body))
    fonts = page_font_faces("".join((paper.name, paper.header, shown)))
    title = html.escape(paper.name)
    return (
        f'<!DOCTYPE html>\n<html lang="{_LANGUAGES[paper.lang]}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{fonts}\n{_css()}</style>\n</head>\n<body>\n"
        f"<header>{html.escape(paper.header)}</header>\n<main>\n<h1>{_whole_numbers(unbroken(paper.name))}</h1>\n{body}\n</main>\n"
        "</body>\n</html>\n"
    )


@cache
def _css() -> str:
    return files("compare.pages.paper").joinpath("templates/paper/paper.css").read_text("utf-8")


def _block(block: Block, counter: Counter) -> str:
    if isinstance(block, Heading):
        tag = f"h{block.level + 1}"
        return f"<{tag}>{_text(block.text)}</{tag}>"
    if isinstance(block, Paragraph):
        return f'<p class="{block.style}">{_text(block.text)}</p>'
    if isinstance(block, Item):
        return f'<p class="item" data-mark="{html.escape(block.mark)}">{_text(block.text)}</p>'
    if isinstance(block, Picture):
        return _picture(block, counter)
    if isinstance(block, Grid):
        return _grid(block, counter)
    assert isinstance(block, Rule)
    return "<hr>"


def _picture(block: Picture, counter: Counter) -> str:
    kind = "png" if block.image.startswith(b"\x89PNG") else "svg+xml"
    source = base64.b64encode(block.image).decode("ascii")
    caption = _whole_numbers(unbroken(counter.figure(block.caption))) if block.caption else ""
    notes = "".join(f'<p class="note">{html.escape(note)}</p>' for note in block.notes)
    return (
        f'<figure><img src="data:image/{kind};base64,{source}" alt="{html.escape(block.alt)}">'
        f"<figcaption>{caption}</figcaption>{notes}</figure>"
    )


def _grid(block: Grid, counter: Counter) -> str:
    caption = ""
    if block.caption:
        caption = f"<caption>{html.escape(counter.table(block.caption))}</caption>"
    head = "".join(_row(line, "th") for line in block.lines[: block.heads])
    body = "".join(_row(line, "td") for line in block.lines[block.heads :])
    notes = "".join(f'<p class="note">{_text(note)}</p>' for note in block.notes)
    return (
        f'<div class="table" tabindex="0" role="region" aria-label="{html.escape(block.caption)}">'
        f"<table>{caption}<thead>{head}</thead><tbody>{body}</tbody></table>"
        f"</div>{notes}"
    )


def _row(line: Line, tag: str) -> str:
    kind = ' class="group"' if line.heads_group else ""
    return f"<tr{kind}>{''.join(_cell(cell, tag) for cell in line.cells)}</tr>"


def _cell(cell: Cell, tag: str) -> str:
    span = f' colspan="{cell.span}"' if cell.span > 1 else ""
    scope = ' scope="col"' if tag == "th" else ""
    return f"<{tag}{scope}{span}>{_text(cell.text)}</{tag}>"


def _text(text: Text) -> str:
    return "".join(map(_run, text))


_NUMBER = re.compile(
    rf"(?:\S{JOINER})*[0-9][0-9.,%]*(?:{JOINER}\S{JOINER}[0-9.,%]+)*(?:{JOINER}\w{{1,2}})*"
)


def _whole_numbers(text: str) -> str:
    """Return words as HTML, with no line break between a number and its unit."""

    def kept(found: re.Match[str]) -> str:
        return f"\0{found[0]}\1" if JOINER in found[0] else found[0]

    marked = html.escape(_NUMBER.sub(kept, text)).replace(JOINER, "").replace("\n", "<br>")
    return marked.replace("\0", '<span class="n">').replace("\1", "</span>")


def _run(run: Run) -> str:
    words = _whole_numbers(run.text)
    for wanted, tag in (
        (run.bold, "b"), (run.italic, "i"), (run.code, "code"), (run.raised, "sup"),
    ):  # fmt: skip
        words = f"<{tag}>{words}</{tag}>" if wanted and words else words
    if run.chinese:
        words = f'<span lang="zh-CN">{words}</span>'
    return f'<a href="{html.escape(run.link)}">{words}</a>' if run.link else words

"""A document as PDF: set by Typst, with the project's own Chinese font inside. No browser.

The words go into the source as strings, never as markup, so that nothing of a document can
be taken for a command.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from compare.atomic import write_bytes, write_text
from compare.charts.fonts import FAMILY, register_fonts
from compare.errors import ReportError
from compare.glyphs import as_drawn, printable
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
    plain,
    words_of,
)
from compare.pages.paper.counting import Counter
from compare.pages.paper.house import A4, LINE, SHADE, SHEETS, Look, looks_of
from compare.pages.paper.needed import NO_PDF
from compare.pages.paper.pages import keeps_next
from compare.pages.paper.unbroken import JOINER, unbroken, with_whole_numbers
from compare.pages.paper.widths import column_widths
from compare.wording.catalogue import say

_DRAWN = 0.96
"""Size of text over that in Word: the letters of the font that is embedded look larger."""


_EDGES = "top-edge: 0.88em, bottom-edge: -0.12em"
"""A line is as high as its text, so that heights are those of the house style."""


def pdf_of(paper: Paper) -> bytes:
    """Return a document as PDF: the same parts, the same bytes.

    Raises
    ------
    ReportError
        If Typst is missing, or refuses the document.
    """
    try:
        import typst
    except ImportError as error:
        raise ReportError(NO_PDF) from error
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        source = _Source(paper, root)
        main = root / "paper.typ"
        write_text(main, source.whole())
        fonts = root / "fonts"
        fonts.mkdir()
        for path in register_fonts():
            _lend(path, fonts / path.name)
        try:
            made = typst.compile(
                str(main), root=str(root), font_paths=[str(fonts)], ignore_system_fonts=True,
                timestamp=0,
            )  # fmt: skip
        except typst.TypstError as error:
            raise ReportError(f"Typst: {error}") from error
    return bytes(made)


def _lend(font: Path, place: Path) -> None:
    """Have a font stand in a folder of its own: all that lie below one are read."""
    try:
        place.symlink_to(font)
    except OSError:  # a system that lets not everyone
        shutil.copyfile(font, place)


class _Source:
    """The source of a document, with its pictures beside it."""

    def __init__(self, paper: Paper, root: Path) -> None:
        self._paper, self._root, self._lang = paper, root, paper.lang
        self._counter, self._pictures = Counter(paper.lang), 0

    def whole(self) -> str:
        """Return the whole source."""
        parts = [self._frame(), _set(self._look("title"), _text(unbroken(self._paper.title)))]
        blocks = [self._block(with_whole_numbers(block)) for block in self._paper.blocks]
        if self._paper.contents and len(self._paper.headings) > 2:
            blocks.insert(self._paper.opening, self._contents())
        parts += blocks
        return "\n\n".join(parts) + "\n"

    def _look(self, name: str) -> Look:
        return looks_of(self._lang, self._paper.size)[name]

    def _frame(self) -> str:
        """Return what holds for every page: its size, header, number, language and font."""
        page = SHEETS[self._lang]
        header, footer = self._look("header"), self._look("footer")
        tongue = 'lang: "zh", region: "cn"' if self._lang == "zh" else 'lang: "en"'
        body = self._look("body")
        leading = _leading(body)
        narrow = "" if self._lang == "zh" else ', features: ("pwid",)'
        author = _string(self._paper.author) if self._paper.author else "()"
        return (
            f"#set document(title: {_string(self._paper.name)}, author: {author})\n"
            f'#set text(font: "{FAMILY}", fallback: false, size: {_size(body)}pt, {tongue}, '
            f"{_EDGES}{narrow})\n"
            f"#set par(leading: {leading}pt, spacing: {leading}pt)\n#set block(spacing: 0pt)\n"
            f"#set page(width: {page.width}mm, height: {page.height}mm, "
            f"margin: (top: {page.top}mm, bottom: {page.bottom}mm, left: {page.left}mm, "
            f"right: {page.right}mm), header-ascent: 30%, footer-descent: 30%, "
            f"header: {_block(header, _text(self._paper.header))}, "
            "footer: context { let n = counter(page).get().first(); "
            f"set text(size: {_size(footer)}pt); "
            "align(if calc.odd(n) { right } else { left }, [— #n —]) })\n"
            "#show heading: it => it.body\n"
            + "\n".join(self._heading_look(level) for level in (1, 2, 3))
        )

    def _heading_look(self, level: int) -> str:
        """Have headings look as they are told, and not larger in Typst's own way."""
        look = self._look(f"heading{level}")
        weight = "bold" if _is_bold(look) else "regular"
        return (
            f"#show heading.where(level: {level}): "
            f'set text(size: {_size(look)}pt, weight: "{weight}")'
        )

    def _contents(self) -> str:
        look = self._look("contents")
        title = _set(look, _text(say("report-contents", self._lang), bold=True))
        return (
            f"{title}\n#block[#set text(size: {_size(look)}pt)\n"
            f"#set par(leading: {_leading(look)}pt)\n#outline(title: none, depth: 2)]"
        )

    def _block(self, block: Block) -> str:
        if isinstance(block, Heading):
            look = self._look(f"heading{block.level}")
            held = f"#heading(level: {block.level}, bookmarked: true)[{_runs(block.text, look)}]"
            return _set(look, held, sticky=True)
        if isinstance(block, Paragraph):
            return _set(self._look(block.style), _runs(block.text, self._look(block.style)))
        if isinstance(block, Item):
            look = self._look("item")
            return (
                f"#pad(left: {1.4 * block.level}em)[#grid(columns: (1.6em, 1fr), "
                f"[{_runs(plain(block.mark), look)}], "
                f"[{_set(look, _runs(block.text, look))}])]"
            )
        if isinstance(block, Picture):
            return self._picture(block)
        if isinstance(block, Grid):
            return self._grid(block)
        assert isinstance(block, Rule)
        line = f'line(length: 100%, stroke: 0.5pt + rgb("#{LINE}"))'
        return f"#block(sticky: true, inset: (y: 5pt), {line})"

    def _picture(self, block: Picture) -> str:
        self._pictures += 1
        ending = "png" if block.image.startswith(b"\x89PNG") else "svg"
        name = f"picture{self._pictures}.{ending}"
        write_bytes(self._root / name, block.image)
        alt = _string(block.alt or block.caption)
        parts = [f"#image({_string(name)}, width: {min(block.inches, A4.text_inches):.3f}in, "
                 f"alt: {alt})"]  # fmt: skip
        if block.caption:
            caption = unbroken(self._counter.figure(block.caption))
            parts.append(_set(self._look("caption"), _text(caption)))
        parts += [_set(self._look("note"), _text(unbroken(note))) for note in block.notes]
        align = self._look("picture").align
        return f"#block(breakable: false, width: 100%)[#align({align})[{parts[0]}]\n" + (
            "\n\n".join(parts[1:]) + "]"
        )

    def _grid(self, block: Grid) -> str:
        widths = column_widths(block, A4.text_inches, self._look("cell").points)
        columns = ", ".join(f"{width:.3f}fr" for width in widths)
        heads, others = block.lines[: block.heads], block.lines[block.heads :]
        head = ", ".join(f"{self._cells(line, is_head=True)}, []" for line in heads)
        noted = bool(block.notes) and _is_short(block.notes)
        held = _held(block, noted=noted)
        rows = [
            self._cells(line, is_head=False) + end for line, end in zip(others, held, strict=True)
        ]
        caption = ""
        if block.caption:
            told = unbroken(self._counter.table(block.caption))
            caption = _set(self._look("caption"), _text(told), sticky=True)
        note = self._look("note")
        told = "\n\n".join(_set(note, _runs(one, note)) for one in block.notes)
        if noted:
            whole = f"colspan: {len(widths)}, inset: (x: 0pt), stroke: none"
            rows.append(f"table.cell({whole})[{told}]")
        body = ",\n".join([*([f"table.header({head})"] if head else []), *rows])
        return (
            f"{caption}\n\n#table(columns: ({columns}, 0pt), inset: (x: 4pt, y: 3.2pt), "
            f'stroke: (x, y) => (bottom: 0.4pt + rgb("#{LINE}"), '
            f'top: if y == 0 {{ 0.9pt + rgb("#{LINE}") }}),\n{body}\n)\n\n{"" if noted else told}'
        )

    def _cells(self, line: Line, *, is_head: bool) -> str:
        bold = is_head or line.heads_group
        look = self._look("head" if bold else "cell")
        return ", ".join(self._cell(cell, look, shaded=bold) for cell in line.cells)

    def _cell(self, cell: Cell, look: Look, *, shaded: bool) -> str:
        given = ["breakable: false", *([f"colspan: {cell.span}"] if cell.span > 1 else [])]
        given += [f'fill: rgb("#{SHADE}")'] if shaded else []
        return f"table.cell({', '.join(given)})[{_set(look, _runs(cell.text, look), space=False)}]"


_MOST_HELD = 1500
"""Characters that are held on one page: more might be longer than a page."""


def _is_short(texts: Iterable[Text]) -> bool:
    return sum(len(words_of(text)) for text in texts) < _MOST_HELD


def _held(grid: Grid, *, noted: bool) -> list[str]:
    """Return the last cell of each row, that nobody sees: one beside several holds them."""
    lines = grid.lines[grid.heads :]
    ends = [", table.cell(inset: 0pt, stroke: none)[]"] * len(lines)
    start = 0
    for place, line in enumerate(lines):
        last = place == len(lines) - 1
        held_with_next = keeps_next(place + grid.heads, grid) or line.heads_group
        if held_with_next and not last:
            continue
        among = [cell.text for one in lines[start : place + 1] for cell in one.cells]
        span = place + 1 - start + (noted and last)
        if span > 1 and _is_short(among):
            held = f", table.cell(rowspan: {span}, inset: 0pt, stroke: none, breakable: false)[]"
            ends[start : place + 1] = [held, *[""] * (place - start)]
        start = place + 1
    return ends


def _size(look: Look) -> float:
    return round(look.points * _DRAWN, 2)


def _leading(look: Look) -> float:
    """Return the space between two lines."""
    return round(max(look.line - _size(look), 0.5), 2)


def _set(look: Look, words: str, *, space: bool = True, sticky: bool = False) -> str:
    """Return a paragraph of a look, with half of the space between lines above and below."""
    held = "true" if sticky or look.together else "false"
    half, around = _leading(look) / 2, ""
    if space:
        above, below = look.before + half, look.after + half
        around = f"inset: (top: {above:.2f}pt, bottom: {below:.2f}pt), "
    whole = ", breakable: false" if look.whole else ""
    return f"#block({around}width: 100%, sticky: {held}{whole}){_inner(look, words)}"


def _block(look: Look, words: str) -> str:
    return f"block(width: 100%){_inner(look, words)}"


def _inner(look: Look, words: str) -> str:
    weight = '"bold"' if _is_bold(look) else '"regular"'
    indent = f"first-line-indent: (amount: {look.indent}em, all: true), " if look.indent else ""
    words = f"#par[{words}]" if look.indent else words  # alone it is no paragraph, and not set in
    align = "left" if look.align == "justify" else look.align
    return (
        f'[#set text(size: {_size(look)}pt, weight: {weight}, fill: rgb("#{look.colour}"))\n'
        f"#set par(leading: {_leading(look)}pt, spacing: {_leading(look)}pt, {indent}"
        f"justify: {'true' if look.align == 'justify' else 'false'})\n"
        f"#set align({align})\n{words}]"
    )


def _is_bold(look: Look) -> bool:
    """Tell whether words are bold where one font has to do for all."""
    return look.bold or look.font.is_heavy


def _runs(text: Text, look: Look) -> str:
    return "".join(_run(run, look) for run in text)


def _run(run: Run, look: Look) -> str:
    words = _text(run.text, bold=run.bold and not _is_bold(look))
    if run.raised:
        words = f"#super[{words}]"
    return f"#link({_string(run.link)})[{words}]" if run.link else words


def _text(text: str, *, bold: bool = False) -> str:
    """Return words as a call, so that nothing in them is markup."""
    weight = ', weight: "bold"' if bold else ""
    lines = [f"#text({_string(line)}{weight})" for line in text.split("\n")]
    return "#linebreak()".join(lines)


def _string(text: str) -> str:
    """Return a string of the source; characters that the font lacks have a substitute."""
    kept = "".join(one if one in _UNSEEN else as_drawn(one) for one in printable(text))
    return json.dumps(kept, ensure_ascii=False).replace("\\n", " ")


_UNSEEN = f"{JOINER}\u200b\u00a0"
"""What keeps words on a line, or lets them break; it is seen nowhere."""

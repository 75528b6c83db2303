"""A report for Word and WPS: native tables, captions, and a Chinese style.

pandoc (from the optional package ``pypandoc-binary``) turns the page into a document, after
what only a browser needs has been taken out. The style comes from pandoc's own reference
document, with Chinese fonts and table lines put in.
"""

from __future__ import annotations

import html
import io
import re
import subprocess
import tempfile
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup

from compare.atomic import write_bytes
from compare.charts.office.package import steady
from compare.errors import ReportError
from compare.reports.links import without_pages

_MISSING = "a docx needs pandoc: pip install 'compare-regions[docx]'"
_LONGEST_TITLE = 200
_WIDEST = 6.3
"""Inches between the margins of the page."""

_FONTS = (
    '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri" w:eastAsia="Microsoft YaHei"/>'
)
_LINES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def pandoc() -> str:
    """Return the pandoc that is at hand.

    Raises
    ------
    ReportError
        If there is none.
    """
    try:
        import pypandoc

        return str(pypandoc.get_pandoc_path())
    except (ImportError, OSError) as error:
        raise ReportError(_MISSING) from error


def docx_of(page: str, lang: str) -> bytes:
    """Return a page as a .docx: the same page, the same bytes.

    Raises
    ------
    ReportError
        If pandoc is missing or fails.
    """
    simple = simplified(page)
    with tempfile.TemporaryDirectory() as folder:
        reference = Path(folder) / "reference.docx"
        write_bytes(reference, _reference(pandoc(), lang))
        out = Path(folder) / "report.docx"
        result = subprocess.run(
            [
                pandoc(),
                "--from=html",
                "--to=docx+native_numbering",
                f"--reference-doc={reference}",
                f"--metadata=lang:{'zh-CN' if lang == 'zh' else 'en'}",
                f"--output={out}",
            ],
            input=simple.encode("utf-8"),
            capture_output=True,
            check=False,
        )
        if result.returncode:
            raise ReportError(f"pandoc: {result.stderr.decode('utf-8', 'replace').strip()}")
        return steady(_finished(out.read_bytes()))


def simplified(page: str) -> str:
    """Return a page as plain HTML: what a word processor has a counterpart for."""
    soup = BeautifulSoup(without_pages(page), "html.parser")
    for element in soup.select("style, script, nav, input, label, .code, header, .related"):
        element.decompose()
    for image in soup.select("main img"):
        _caption(soup, image)
    for table in soup.select("main table"):
        _plain_table(soup, table)
    title = soup.title.get_text() if soup.title else ""
    first = soup.select_one("main h1")
    if first is not None and first.get_text(strip=True) == title:
        first.decompose()  # it would stand there twice
    main, footer = soup.find("main"), soup.find("footer")
    parts = [part.decode_contents() for part in (main, footer) if part is not None]
    head = f"<head><title>{html.escape(title)}</title></head>"
    return f"<html>{head}<body>{'<hr>'.join(parts)}</body></html>"


def _caption(soup: BeautifulSoup, image: Any) -> None:
    """Give a picture its caption, which pandoc numbers, and its width on paper."""
    figure = image.find_parent("figure") or image.wrap(soup.new_tag("figure"))
    for old in figure.find_all("figcaption"):
        old.decompose()
    said = image.attrs.pop("data-caption", "") or image.attrs.get("alt", "")
    if said:
        caption = soup.new_tag("figcaption")
        caption.string = said[:_LONGEST_TITLE]
        figure.append(caption)
    pixels = float(image.attrs.pop("width", 0) or 0)
    inches = min(pixels / 100, _WIDEST) if pixels else _WIDEST
    image["style"] = f"width:{inches:.2f}in"


def _plain_table(soup: BeautifulSoup, table: Any) -> None:
    """Leave a table its cells: great-tables' titles become captions, its classes go."""
    titles = table.select(".gt_title, .gt_subtitle")
    words = [title.get_text(" ", strip=True) for title in titles]
    for title in titles:
        row = title.find_parent("tr")
        if row is not None:
            row.decompose()
    caption = table.find("caption")
    if words and caption is None:
        caption = soup.new_tag("caption")
        caption.string = " ".join(word for word in words if word)
        table.insert(0, caption)
    for element in [table, *table.find_all(True)]:
        keep = {"colspan", "rowspan"} if element.name in ("td", "th") else set()
        element.attrs = {k: v for k, v in element.attrs.items() if k in keep}
        if element.name == "colgroup":
            element.clear()


@cache
def _reference(program: str, lang: str) -> bytes:
    """Return pandoc's reference document in a Chinese style."""
    plain = subprocess.run(
        [program, "--print-default-data-file", "reference.docx"], capture_output=True, check=True
    ).stdout
    changes: dict[str, Callable[[str], str]] = {
        "word/styles.xml": lambda text: _styled(text, lang),
        "word/theme/theme1.xml": _themed,
    }
    return _rewritten(plain, changes)


def _styled(text: str, lang: str) -> str:
    """Put fonts, language and table lines into a document's styles."""
    text = re.sub(r"<w:rFonts\b[^>]*/>", _FONTS, text)
    tongue = "zh-CN" if lang == "zh" else "en-US"
    text = re.sub(
        r"<w:lang\b[^>]*/>",
        f'<w:lang w:val="{tongue}" w:eastAsia="zh-CN" w:bidi="ar-SA"/>',
        text,
    )
    text = text.replace('w:val="4F81BD"', 'w:val="1F3864"').replace("0F4761", "1F3864")
    table = re.search(r'<w:style\b[^>]*w:styleId="Table".*?</w:style>', text, re.DOTALL)
    if table and "<w:tblBorders>" not in table[0]:
        lined = re.sub(
            r"<w:tblPr>",
            f"<w:tblPr><w:tblBorders>{_LINES}</w:tblBorders>",
            table[0],
            count=1,
        )
        text = text.replace(table[0], lined)
    return text


def _themed(text: str) -> str:
    return re.sub(r'<a:ea typeface=""\s*/>', '<a:ea typeface="Microsoft YaHei"/>', text)


def _finished(document: bytes) -> bytes:
    """Have heading rows repeat on each page, which pandoc leaves out for HTML tables."""
    return _rewritten(document, {"word/document.xml": _with_repeated_headings})


def _with_repeated_headings(text: str) -> str:
    return text.replace('<w:tblHeader w:val="on" />', "<w:tblHeader/>")


def _rewritten(package: bytes, changes: dict[str, Callable[[str], str]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name in changes:
                content = changes[name](content.decode("utf-8")).encode("utf-8")
            new.writestr(name, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()

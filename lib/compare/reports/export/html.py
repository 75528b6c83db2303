"""A report as one HTML page that needs nothing else: code folded, contents, fonts inside."""

from __future__ import annotations

import html
import re
from functools import cache, partial
from importlib.resources import as_file, files
from typing import Any

import nbformat
from nbconvert import HTMLExporter, TemplateExporter
from nbconvert.filters import Highlight2HTML
from nbconvert.preprocessors import TagRemovePreprocessor
from traitlets.config import Config

from compare.charts.fonts import page_font_faces
from compare.pages.places import PAGE, address
from compare.reports.jobs import Job
from compare.reports.links import to_page
from compare.wording.catalogue import LANGUAGES, say

TEMPLATES = files("compare.reports.export").joinpath("templates")
_HEADING = re.compile(r"<h([23])(?: id=\"[^\"]*\")?>(.*?)</h\1>", re.DOTALL)
_FIRST = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
_TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_PLACE = re.compile(r' id="([^"]+)"')
_TO_FIGURE = re.compile(r'<a href="#(figure-[^"]+)"[^>]*>(.*?)</a>', re.DOTALL)
_PAGE_LANGUAGES = {"zh": "zh-CN", "en": "en"}
_FEWEST = 3
"""With fewer headings a page needs no table of contents."""


def html_page(job: Job, notebook: nbformat.NotebookNode) -> str:
    """Return the page of an executed notebook."""
    lang = job.report.lang
    body, _ = _exporter(lang).from_notebook_node(
        notebook,
        resources={
            "report_title": job.report.title,
            "page_language": _PAGE_LANGUAGES[lang],
            "report_css": _css(),
            "show_code": say("report-code", lang),
            "provenance": job.provenance,
            "home": say("report-home", lang),
            "home_address": f"{PAGE}#?lang={lang}",
            "chart_page": say("report-chart-page", lang),
            "chart_address": partial(address, lang=lang),
        },
    )
    body = _with_links(_titled(_without_dead_links(body)), job)
    body, contents = _with_contents(body, say("report-contents", lang))
    body = body.replace("<!-- contents -->", contents, 1)
    return body.replace("/* fonts */", page_font_faces(_shown(body)), 1)


class _Exporter(HTMLExporter):
    """Exports by our template, without parsing the finished page once more.

    nbconvert does that to find pictures without a description; the template writes one.
    """

    def from_notebook_node(
        self, nb: nbformat.NotebookNode, resources: Any = None, **options: Any
    ) -> tuple[str, Any]:
        """Return the page of a notebook."""
        self.register_filter(
            "highlight_code", Highlight2HTML(pygments_lexer="ipython3", parent=self)
        )
        page, resources = TemplateExporter.from_notebook_node(self, nb, resources, **options)
        return str(page), resources


@cache
def _exporter(lang: str) -> _Exporter:
    config = Config()
    config.TagRemovePreprocessor.enabled = True
    others = {other for other in LANGUAGES if other != lang}
    # the parameters stand in the footer: a page needs no second cell of them
    config.TagRemovePreprocessor.remove_cell_tags = {*others, "injected-parameters"}
    with as_file(TEMPLATES) as templates:
        exporter = _Exporter(
            config=config,
            template_name="report",
            extra_template_basedirs=[str(templates)],
            exclude_input_prompt=True,
            exclude_output_prompt=True,
            exclude_anchor_links=True,
        )
        exporter.register_preprocessor(TagRemovePreprocessor(config=config), enabled=True)
        exporter.template  # noqa: B018 — read and compiled here, where all forks share it
    return exporter


@cache
def _css() -> str:
    return TEMPLATES.joinpath("report/report.css").read_text(encoding="utf-8")


def _titled(body: str) -> str:
    """Call a page what its first heading says; a page without one keeps the manifest's title."""
    heading = _FIRST.search(body)
    if heading is None:
        return body
    title = html.escape(html.unescape(_TAG.sub("", heading[1])).strip())
    return _TITLE.sub(lambda _: f"<title>{title}</title>", body, count=1)


def _with_links(body: str, job: Job) -> str:
    """Lead from the names in tables to their own pages, and list the related pages below."""
    pages = {html.escape(name): address for _, address, name in job.links if name}
    if pages:
        names = "|".join(map(re.escape, sorted(pages, key=len, reverse=True)))
        cell = re.compile(rf"(?<=>)({names})(?=</(?:td|th|span)>)")
        body = cell.sub(lambda m: to_page(pages[m[1]], m[1]), body)
    items = "".join(
        f"<li>{to_page(address, html.escape(title))}</li>" for title, address, _ in job.links
    )
    heading = say("report-related", job.report.lang)
    listed = f'<section class="related"><h2>{heading}</h2><ul>{items}</ul></section>'
    return body.replace("<!-- related -->", listed if items else "", 1)


def _without_dead_links(body: str) -> str:
    """Leave the words of links to figures that the page does not list.

    A page lists what it cites; of thousands of cells of an own table it lists none.
    """
    places = set(_PLACE.findall(body))
    return _TO_FIGURE.sub(lambda link: link[0] if link[1] in places else link[2], body)


def _with_contents(body: str, heading: str) -> tuple[str, str]:
    """Return a page with an anchor at each heading, and its table of contents."""
    found: list[tuple[int, str]] = []

    def anchored(match: re.Match[str]) -> str:
        found.append((int(match[1]), html.unescape(_TAG.sub("", match[2])).strip()))
        return f'<h{match[1]} id="section-{len(found)}">{match[2]}</h{match[1]}>'

    body = _HEADING.sub(anchored, body)
    if len(found) < _FEWEST:
        return body, ""
    items = [
        f'<li class="level-{level}"><a href="#section-{number}">{html.escape(text)}</a></li>'
        for number, (level, text) in enumerate(found, start=1)
    ]
    nav = f'<nav aria-label="{heading}"><ol>{"".join(items)}</ol></nav>'
    return body, f'<details class="contents"><summary>{heading}</summary>{nav}</details>'


def _shown(body: str) -> str:
    """Return what a page shows, without its pictures: only that needs glyphs."""
    return html.unescape(re.sub(r'(?:src|href)="data:[^"]*"', "", body))


def warm_up() -> None:
    """Make what all pages share, so that forked processes find it made."""
    for lang in LANGUAGES:
        exporter = _exporter(lang)
        cells = [
            nbformat.v4.new_markdown_cell("# a\n\n|a|\n|-|\n|b|"),
            nbformat.v4.new_code_cell("a"),
        ]
        for number, cell in enumerate(cells):
            cell.id = f"c{number}"
        exporter.from_notebook_node(
            nbformat.v4.new_notebook(cells=cells),
            resources={"show_code": say("report-code", lang), "provenance": ()},
        )

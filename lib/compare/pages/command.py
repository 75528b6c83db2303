"""The command ``compare-regions charts``: the gallery of all charts, and decks of slides."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from compare.atomic import check_writable, write_bytes
from compare.curated.database import coverage, data_version, evidence, is_stale, observations
from compare.pages.gallery import write_gallery
from compare.project import find_project
from compare.wording.catalogue import Lang
from compare.wording.phrases import in_both

PAGE = "index.html"


def write_charts(langs: Sequence[Lang], *, slides: bool = False) -> list[Path]:
    """Write the gallery of every chart, and a deck of slides for each language if asked.

    Returns
    -------
    list of pathlib.Path
        ``reports/index.html``, then the decks.
    """
    from compare.charts import every_chart
    from compare.charts.office.slides import deck

    reports, known = find_project().reports, evidence()
    check_writable(reports / PAGE)  # drawing takes a while
    observed, covered = observations(), coverage()
    charts = {
        lang: list(every_chart(observed, covered, evidence=known, lang=lang)) for lang in langs
    }
    every = [chart for made in charts.values() for chart in made]
    paths = [write_gallery(every, reports / PAGE, evidence=known, version=_version())]
    for lang, made in charts.items() if slides else ():
        path = reports / f"charts.{lang}.pptx"
        write_bytes(path, deck(made, path.stem))
        paths.append(path)
    return paths


def _version() -> str:
    """Return the version of the data, and that data/raw has changed since where it has."""
    version = data_version()[:12]
    return f"{version} ({in_both('report-stale')})" if is_stale() else version

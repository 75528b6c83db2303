"""The command ``compare-regions brief``: some briefs at once, or all of the manifest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from compare.atomic import check_writable, write_bytes
from compare.curated.dataset import dataset
from compare.errors import ReportError, unknown
from compare.pages.brief.files import brief_of, written
from compare.pages.brief.given import FORMATS, name_of, named_regions
from compare.project import find_project
from compare.reports.manifest import BRIEF, read_manifest
from compare.reports.plan import unavailable
from compare.wording.catalogue import Lang


def briefs(
    subjects: Sequence[str],
    langs: Sequence[Lang],
    formats: Sequence[str] = (),
    table: str | None = None,
    by: str | None = None,
) -> Iterator[Path]:
    """Write the brief about each subject into ``reports/``; yield every file as it is there.

    Parameters
    ----------
    subjects : sequence of str
        Regions by any of their names, or two with a comma between.
    langs : sequence of {"zh", "en"}
        Languages.
    formats : sequence of str
        html, docx, pdf; by default those that can be made here.
    table : str, optional
        The own table that the regions are of; by default the documents.
    by : str, optional
        Who sends them: stands below the title.

    Raises
    ------
    UnknownValueError
        If a subject names no region, or more than two; or if there is no such format.
    ReportError
        If what makes a format is not installed.
    """
    for name in formats:
        if name not in FORMATS:
            raise unknown("formats", name, FORMATS)
    missing = unavailable(FORMATS)
    formats = list(formats) or [name for name in FORMATS if name not in missing]
    known, folder = dataset(table).evidence(), find_project().reports
    named = [named_regions(subject, known) for subject in subjects]
    for regions in named:
        for lang in langs:
            paper = None
            for ending in dict.fromkeys(formats):
                path = folder / f"{name_of(regions, lang, table, by)}.{ending}"
                check_writable(path)
                paper = paper or brief_of(regions, lang, table, by)
                write_bytes(path, written(paper, ending))
                yield path


def briefs_of_manifest(langs: Sequence[str]) -> tuple[str, ...]:
    """Return the names of all briefs of the manifest in some languages.

    Raises
    ------
    ReportError
        If it has none.
    """
    found = [
        report.name
        for report in read_manifest()
        if report.notebook == BRIEF and report.lang in langs
    ]
    if not found:
        raise ReportError(
            "reports/reports.yml has no brief in this language; add an entry with notebook: brief"
        )
    return tuple(found)

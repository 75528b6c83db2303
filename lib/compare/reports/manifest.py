"""The manifest ``reports/reports.yml``: which notebooks with which parameters.

One entry makes one report, or one for each combination of its matrix. Everything is checked
before anything runs, and every problem is named at once. Nothing heavy is imported here:
a batch with nothing to do must be able to say so in a second.
"""

from __future__ import annotations

import re
import string
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from compare.curated.database import connect
from compare.curated.dataset import dataset
from compare.errors import ReportError, unknown
from compare.pages.brief import given
from compare.project import Project, find_project
from compare.reports.entries import Entry, Typed, quoted, read_entries
from compare.reports.matrix import Known, combinations, known_of_table, read_known
from compare.reports.matrix import left_out as pairs_left_out
from compare.reports.parameters_cell import Parameter, read_parameters
from compare.reports.problems import Problems
from compare.wording.catalogue import LANGUAGES, Lang

MANIFEST = "reports.yml"
FORMATS = ("ipynb", "html", "docx", "pdf")
BRIEF = "brief"
"""Stands for a notebook where an entry is a brief, which needs none."""
DATASET = "dataset"
"""The parameter that names an own table."""
NAME = r"^[a-z0-9\u4e00-\u9fff]+(?:[-._][a-z0-9\u4e00-\u9fff]+)*$"

_TAKEN = re.compile(r"(failed|reports|index|con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")
"""Names that are something else in the folder, or on Windows."""


@dataclass(frozen=True)
class Report:
    """One report to be made.

    Attributes
    ----------
    name : str
        Name of its files, without ending.
    notebook : str
        Name of its notebook.
    title : str
        Title of its pages.
    lang : str
        Language of its pages.
    parameters : dict
        What the notebook is given.
    formats : tuple of str
        What is made of it.
    """

    name: str
    notebook: str
    title: str
    lang: Lang
    parameters: dict[str, Any]
    formats: tuple[str, ...]


def read_manifest(project: Project | None = None, text: str | None = None) -> list[Report]:
    """Read ``reports/reports.yml`` and make its reports out, without running anything.

    Parameters
    ----------
    project : Project, optional
        By default the one around the current folder.
    text : str, optional
        Another manifest's text, for example of an earlier revision.

    Raises
    ------
    ReportError
        Naming everything that is wrong in it.
    """
    project = project or find_project()
    path = project.reports / MANIFEST
    typed = read_entries(path, text)
    with connect(project) as con:
        known = read_known(con)
    return _expanded(typed, project, known, path)


def left_out(project: Project) -> str:
    """Say what the manifest leaves out of the pairs of regions; nothing where it takes all."""
    with connect(project) as con:
        known = read_known(con)
    entries = [one.entry for one in read_entries(project.reports / MANIFEST)]
    of_documents = (entry.matrix for entry in entries if _dataset_of(entry) is None)
    return pairs_left_out(of_documents, known)


def _expanded(entries: Sequence[Typed], project: Project, known: Known, path: Path) -> list[Report]:
    """Return the reports of some entries; refuse them with everything that is wrong."""
    notebooks = {file.stem: file for file in sorted(project.notebooks.glob("*.ipynb"))}
    tables = _Tables(project, known)
    reports: list[Report] = []
    problems: list[str] = []
    places: dict[str, list[str]] = {}
    for typed in entries:
        found = Problems(typed.entry.name)
        made = _reports(typed, notebooks, tables, found)
        wrong = (*typed.problems, *found.lines())
        problems += (f"{path}, {typed.place}: {said}" for said in wrong)
        for report in () if wrong else made:  # a wrong entry may well make names twice
            places.setdefault(report.name, []).append(typed.place)
        reports += made
    problems += (
        f"{path}: two reports are called {name}: {' and '.join(dict.fromkeys(of))}; rename one"
        for name, of in places.items()
        if len(of) > 1
    )
    if problems:
        raise ReportError("\n".join(problems))
    return reports


class _Tables:
    """What the words of a matrix stand for, in the documents and in each own table."""

    def __init__(self, project: Project, documents: Known) -> None:
        self._project = project
        self._known: dict[str | None, Known] = {None: documents}

    def known(self, entry: Entry) -> Known:
        name = _dataset_of(entry)
        if name not in self._known:
            self._known[name] = known_of_table(dataset(name, project=self._project))
        return self._known[name]


def _dataset_of(entry: Entry) -> str | None:
    """Return the own table that an entry is about; None for the documents."""
    if DATASET in entry.matrix:
        raise ValueError(
            f"matrix: {DATASET}: the words of a matrix stand for what is in one table; write "
            f"an entry for each, with parameters: {{{DATASET}: …}}"
        )
    name = entry.parameters.get(DATASET)
    return None if name is None else str(name)


def _reports(
    typed: Typed, notebooks: dict[str, Path], tables: _Tables, problems: Problems
) -> list[Report]:
    """Return the reports of an entry; note whatever is wrong and can be told by itself."""
    entry, wrong = typed.entry, typed.wrong
    taken = known = chosen = None
    if "notebook" not in wrong:
        taken = problems.attempt(_parameters, entry, notebooks)
    if not wrong & {"parameters", "matrix"}:
        known = problems.attempt(tables.known, entry)
    if known is not None:
        chosen = problems.attempt(_chosen, entry, known)
    if taken is None:
        return []
    if known is None or chosen is None:
        _note_what_can_be_told(typed, taken, problems)
        return []
    reports = []
    for one in chosen:
        given = {name: _as_taken(value, taken.get(name)) for name, value in one.items()}
        report = _report(typed, given, taken, known, problems)
        _note_parameters(given, taken, problems, report.name if report else "")
        reports += [report] if report else []
    return reports


def formats_of(notebook: str) -> tuple[str, ...]:
    """Return what can be made of a notebook, or of a brief."""
    return given.FORMATS if notebook == BRIEF else FORMATS


_OF_BRIEF = {
    **{name: Parameter(name, frozenset(["str"]), frozenset(), "") for name in given.REGIONS},
    "lang": Parameter("lang", frozenset(["str"]), frozenset(), "zh"),
    **{
        name: Parameter(name, frozenset(["str"]), frozenset(), None) for name in (DATASET, given.BY)
    },
}
"""What a brief takes: a region, or two, a language, an own table, and who sends it."""


def _parameters(entry: Entry, notebooks: dict[str, Path]) -> dict[str, Parameter]:
    if entry.notebook == BRIEF:
        return _OF_BRIEF
    if entry.notebook not in notebooks:
        raise unknown("notebook", entry.notebook, notebooks)
    try:
        return read_parameters(notebooks[entry.notebook])
    except (ValueError, KeyError, SyntaxError) as error:
        raise ValueError(f"{notebooks[entry.notebook]} cannot be read: {error}") from error


def _chosen(entry: Entry, known: Known) -> list[dict[str, Any]]:
    both = sorted(_of_matrix(entry) & entry.parameters.keys())
    if both:
        raise ValueError(f"{', '.join(both)}: in parameters and in matrix; keep one")
    return [{**entry.parameters, **made} for made in combinations(entry.matrix, known)]


def _of_matrix(entry: Entry) -> set[str]:
    """Return the parameters that a matrix gives values to."""
    return {name.strip() for key in entry.matrix for name in key.split(",")}


def _report(
    typed: Typed,
    given: dict[str, Any],
    taken: dict[str, Parameter],
    known: Known,
    problems: Problems,
) -> Report | None:
    """Return a report; None where its name, title or formats are wrong."""
    entry = typed.entry
    default = taken["lang"].default if "lang" in taken else "zh"
    asked = given.get("lang", default)
    lang: Lang = next((known for known in LANGUAGES if known == asked), "zh")
    defaults = {name: parameter.default for name, parameter in taken.items()}
    words = {**defaults, **given}
    for name, value in list(words.items()):
        names = known.names(value) or (value, value)
        words.update({f"{name}_zh": names[0], f"{name}_en": names[1]})
    in_name = {name: known.in_file_name(value) for name, value in words.items()}
    called = problems.attempt(_name, entry.name, in_name)
    title = problems.attempt(_title, entry, lang, words)
    formats = problems.attempt(_formats, entry)
    if called is None or title is None or formats is None or "name" in typed.wrong:
        return None
    return Report(called, entry.notebook, title, lang, given, formats)


def _name(template: str, words: dict[str, Any]) -> str:
    name = _filled("name", template, words)
    if not re.fullmatch(NAME, name) or len(name) > 120:
        raise ValueError(
            f"name {name!r} may lead out of reports/ or not be written everywhere; "
            f"it should match pattern {NAME!r}, with 120 characters at most"
        )
    if _TAKEN.fullmatch(name):
        raise ValueError(f"name {name!r} is taken for something else; choose another one")
    return name


def _title(entry: Entry, lang: Lang, words: dict[str, Any]) -> str:
    if isinstance(entry.title, str):
        return _filled("title", entry.title, words)
    if lang not in entry.title:
        raise ValueError(f"title: there is none for lang={lang!r}; add one")
    return _filled("title", entry.title[lang], words)


def _formats(entry: Entry) -> tuple[str, ...]:
    """Return what is made of an entry: of a brief everything, where nothing is said."""
    known = formats_of(entry.notebook)
    if entry.notebook == BRIEF and "formats" not in entry.model_fields_set:
        return known
    for name in entry.formats:
        if name not in known:
            raise unknown("formats", name, known)
    return tuple(name for name in known if name in entry.formats)


def _filled(what: str, template: str, words: dict[str, Any]) -> str:
    """Fill a template with values; only plain names may stand in it."""
    try:
        _check_fields(what, template, words)
        return template.format(**words)
    except (UnicodeError, IndexError, KeyError) as error:  # a character, {} and {year:{x}}
        raise ValueError(f"{what}: {template!r}: {error}") from error


def _check_fields(what: str, template: str, words: Collection[str]) -> None:
    for _, field, _, _ in string.Formatter().parse(template):
        if field and field not in words:
            raise unknown(what, "{" + field + "}", ["{" + name + "}" for name in words])


def _as_taken(value: Any, parameter: Parameter | None) -> Any:
    """Return a value as the notebook takes it: YAML has lists, and no tuples."""
    if parameter is not None and parameter.types == {"tuple"} and isinstance(value, list):
        return tuple(value)
    return value


def _note_what_can_be_told(typed: Typed, taken: dict[str, Parameter], problems: Problems) -> None:
    """Note what is wrong whatever the values of a matrix are, since they are not known."""
    entry = typed.entry
    problems.attempt(_formats, entry)
    _note_parameters(entry.parameters, taken, problems)
    if typed.wrong & {"parameters", "matrix"}:
        return
    _note_parameters(dict.fromkeys(sorted(_of_matrix(entry))), taken, problems)
    plain = {*taken, *entry.parameters, *_of_matrix(entry)}
    words = {*plain, *(f"{name}_{lang}" for name in plain for lang in LANGUAGES)}
    titles = [entry.title] if isinstance(entry.title, str) else entry.title.values()
    problems.attempt(_check_fields, "name", entry.name, words)
    for title in titles:
        problems.attempt(_check_fields, "title", title, words)


def _note_parameters(
    given: dict[str, Any], taken: dict[str, Parameter], problems: Problems, report: str = ""
) -> None:
    for name, value in given.items():
        if name not in taken:
            problems.add(str(unknown("parameter", name, taken)), report)
        elif refusal := taken[name].refusal(value):
            todo = f"; {quoted(value)}" if isinstance(value, date) else ""
            problems.add(f"parameter {name}: {refusal}{todo}", report)

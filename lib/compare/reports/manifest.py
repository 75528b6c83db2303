"""The manifest ``reports/reports.yml``: which notebooks with which parameters.

One entry makes one report, or one for each combination of its matrix. Everything is checked
before anything runs, and every problem is named at once. Nothing heavy is imported here:
a batch with nothing to do must be able to say so in a second.
"""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from compare.curated.database import connect
from compare.curated.dataset import dataset
from compare.errors import CompareError, ReportError, unknown
from compare.ledger.yaml_text import read_yaml
from compare.pages.brief import given
from compare.project import Project, find_project
from compare.reports.matrix import Known, combinations, known_of_table, read_known
from compare.reports.matrix import left_out as pairs_left_out
from compare.reports.parameters_cell import Parameter, read_parameters
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

Format = Literal["ipynb", "html", "docx", "pdf"]


class Entry(BaseModel):
    """One entry of the manifest: one report, or one for each combination of its matrix.

    Attributes
    ----------
    name : str
        Name of the report's files; ``{parameter}`` stands for a parameter's value.
    notebook : str
        Name of the notebook in ``notebooks/``, without its ending; or ``brief``.
    title : str or dict of str to str
        Title of the page, or one for each language. ``{parameter}`` stands for a value,
        ``{parameter_zh}`` and ``{parameter_en}`` for its name in a language.
    parameters : dict
        Parameters that are the same for all.
    matrix : dict
        Values or a word for each further parameter.
    formats : tuple
        What is made: ipynb, html, docx, pdf; of a brief no ipynb.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Annotated[str, Field(min_length=1)]
    notebook: Annotated[str, Field(pattern=r"^[a-z0-9]+(?:[-_][a-z0-9]+)*$")]
    title: Annotated[str, Field(min_length=1)] | dict[Literal["zh", "en"], str]
    parameters: dict[str, Any] = Field(default_factory=dict)
    matrix: dict[str, Any] = Field(default_factory=dict)
    formats: Annotated[tuple[Format, ...], Field(min_length=1)] = ("ipynb", "html")


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
    entries = _parse(path, text)
    with connect(project) as con:
        known = read_known(con)
    return expand(entries, project, known, place=str(path))


def left_out(project: Project) -> str:
    """Say what the manifest leaves out of the pairs of regions; nothing where it takes all."""
    with connect(project) as con:
        known = read_known(con)
    entries = _parse(project.reports / MANIFEST, None)
    of_documents = (entry.matrix for entry in entries if _dataset_of(entry) is None)
    return pairs_left_out(of_documents, known)


def expand(entries: Iterable[Entry], project: Project, known: Known, *, place: str) -> list[Report]:
    """Return the reports of some entries.

    Raises
    ------
    ReportError
        Naming every entry that is wrong, and why; ``place`` is where they stand.
    """
    notebooks = {path.stem: path for path in sorted(project.notebooks.glob("*.ipynb"))}
    reports: list[Report] = []
    problems: list[str] = []
    of_tables: dict[Any, Known] = {}
    for entry in entries:
        try:
            taken = _parameters(entry, notebooks)
            name = _dataset_of(entry)
            if name is not None and name not in of_tables:
                of_tables[name] = known_of_table(dataset(name, project=project))
            own = known if name is None else of_tables[name]
            made = [_report(entry, chosen, taken, own) for chosen in _chosen(entry, own)]
        except (CompareError, ValueError) as error:
            problems.append(f"{entry.name}: {error}")
            continue
        problems += _problems(made, taken)
        reports += made
    counted = Counter(report.name for report in reports)
    twice = sorted(name for name, times in counted.items() if times > 1)
    if twice:
        problems.append(f"two reports are called {', '.join(twice)}; rename one")
    if problems:
        raise ReportError("\n".join(f"{place}: {problem}" for problem in dict.fromkeys(problems)))
    return reports


def _dataset_of(entry: Entry) -> str | None:
    """Return the own table that an entry is about; None for the documents."""
    if DATASET in entry.matrix:
        raise ValueError(
            f"matrix: {DATASET}: the words of a matrix stand for what is in one table; write "
            f"an entry for each, with parameters: {{{DATASET}: …}}"
        )
    name = entry.parameters.get(DATASET)
    return None if name is None else str(name)


def _parse(path: Path, text: str | None) -> list[Entry]:
    try:
        content = read_yaml(path.read_text("utf-8-sig") if text is None else text)
        return TypeAdapter(list[Entry]).validate_python(content)
    except FileNotFoundError as error:
        raise ReportError(f"{path} does not exist; create it, one report per entry") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ReportError(f"{path} is not valid YAML: {error}") from error
    except ValidationError as error:
        details = error.errors(include_url=False)
        said = dict.fromkeys(f"{path}: {_detail(d)}" for d in details)
        raise ReportError("\n".join(said)) from error
    except ValueError as error:  # 2025-02-30: it looks like a date to YAML, and is none
        raise ReportError(
            f"{path} is not valid YAML: {error}; put what looks like a date, and is text, in quotes"
        ) from error


def _detail(detail: Any) -> str:
    place = ".".join(map(str, detail["loc"]))
    if isinstance(detail["input"], date):
        place = ".".join(map(str, detail["loc"][:2]))  # without the kinds that were tried
        return f"entry {place}: {detail['input']} is a date to YAML; {_quoted(detail['input'])}"
    if detail["type"] != "extra_forbidden":
        return f"entry {place}: {detail['msg']}"
    return f"entry {place}: {unknown('key', detail['loc'][-1], Entry.model_fields)}"


def _quoted(value: date) -> str:
    return f"put it in quotes: '{value}'"


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


def _chosen(entry: Entry, known: Known) -> Iterator[dict[str, Any]]:
    for combination in combinations(entry.matrix, known):
        both = sorted(combination.keys() & entry.parameters.keys())
        if both:
            raise ValueError(f"{', '.join(both)}: in parameters and in matrix; keep one")
        yield {**entry.parameters, **combination}


def _report(
    entry: Entry, chosen: dict[str, Any], taken: dict[str, Parameter], known: Known
) -> Report:
    default = taken["lang"].default if "lang" in taken else "zh"
    asked = chosen.get("lang", default)
    lang: Lang = next((known for known in LANGUAGES if known == asked), "zh")
    titles: dict[Any, str] = {} if isinstance(entry.title, str) else dict(entry.title)
    title = entry.title if isinstance(entry.title, str) else titles.get(lang)
    if title is None:
        raise ValueError(f"title: there is none for lang={lang!r}; add one")
    defaults = {name: parameter.default for name, parameter in taken.items()}
    words = {**defaults, **chosen}
    for name, value in list(words.items()):
        names = known.names(value) or (value, value)
        words.update({f"{name}_zh": names[0], f"{name}_en": names[1]})
    in_name = {name: known.in_file_name(value) for name, value in words.items()}
    return Report(
        name=_filled("name", entry.name, in_name),
        notebook=entry.notebook,
        title=_filled("title", title, words),
        lang=lang,
        parameters={name: _as_taken(value, taken.get(name)) for name, value in chosen.items()},
        formats=_formats(entry),
    )


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
        fields = [field for _, field, _, _ in string.Formatter().parse(template) if field]
        for field in fields:
            if field not in words:
                raise unknown(what, "{" + field + "}", ["{" + name + "}" for name in words])
        return template.format(**words)
    except UnicodeError as error:
        raise ValueError(f"{what}: {template!r}: {error}") from error


def _as_taken(value: Any, parameter: Parameter | None) -> Any:
    """Return a value as the notebook takes it: YAML has lists, and no tuples."""
    if parameter is not None and parameter.types == {"tuple"} and isinstance(value, list):
        return tuple(value)
    return value


def _problems(reports: list[Report], taken: dict[str, Parameter]) -> Iterator[str]:
    for report in reports:
        if not re.fullmatch(NAME, report.name) or len(report.name) > 120:
            yield (
                f"name {report.name!r} may lead out of reports/ or not be written everywhere; "
                f"it should match pattern {NAME!r}, with 120 characters at most"
            )
        elif _TAKEN.fullmatch(report.name):
            yield f"name {report.name!r} is taken for something else; choose another one"
        for name, value in report.parameters.items():
            if name not in taken:
                yield f"{report.name}: {unknown('parameter', name, taken)}"
            elif refusal := taken[name].refusal(value):
                todo = f"; {_quoted(value)}" if isinstance(value, date) else ""
                yield f"{report.name}: parameter {name}: {refusal}{todo}"

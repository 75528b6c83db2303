"""Reports: notebooks run by papermill and exported, whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated, Any

import nbformat
import papermill
import yaml
from jupyter_client.manager import AsyncKernelManager
from nbconvert import HTMLExporter
from nbconvert.preprocessors import TagRemovePreprocessor
from papermill.exceptions import PapermillExecutionError
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError
from traitlets import default
from traitlets.config import Config

from compare.curated import connect, data_version
from compare.errors import ReportError, unknown
from compare.fonts import font_faces
from compare.project import Project, find_project
from compare.writing import replacing

MANIFEST = "reports.yml"
LANGUAGES = ("zh", "en")

_PROVENANCE = {
    "zh": "数据版本 {version} · 文件:{documents} · 笔记本 {notebook} · 参数 {parameters}",
    "en": "Data version {version} · Documents: {documents} · Notebook {notebook} · "
    "Parameters {parameters}",
}


class _KernelManager(AsyncKernelManager):
    """Talks to its kernel through files, where there are such: no port, nothing overheard."""

    @default("transport")
    def _default_transport(self) -> str:
        return "ipc" if os.name == "posix" else "tcp"


class Entry(BaseModel):
    """One report of the manifest."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Annotated[str, Field(pattern=r"^[a-z0-9]+(?:[-.][a-z0-9]+)*$")]
    notebook: Annotated[str, Field(pattern=r"^[a-z0-9]+(?:[-_][a-z0-9]+)*$")]
    title: Annotated[str, Field(min_length=1)]
    parameters: dict[str, Any] = Field(default_factory=dict)


def read_manifest(project: Project | None = None) -> list[Entry]:
    """Read ``reports/reports.yml``.

    Raises
    ------
    ReportError
        Naming everything that is wrong in it.
    """
    project = project or find_project()
    path = project.reports / MANIFEST
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        entries = TypeAdapter(list[Entry]).validate_python(content)
    except FileNotFoundError as error:
        raise ReportError(f"{path} does not exist; create it, one report per entry") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ReportError(f"{path} is not valid YAML: {error}") from error
    except ValidationError as error:
        lines = [
            f"{path}: entry {'.'.join(map(str, detail['loc']))}: {detail['msg']}"
            for detail in error.errors(include_url=False)
        ]
        raise ReportError("\n".join(lines)) from error
    names = [entry.name for entry in entries]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise ReportError(f"{path}: two reports are called {', '.join(twice)}; rename one")
    for entry in entries:
        _check_entry(entry, project)
    return entries


def run_reports(
    project: Project | None = None, announce: Callable[[str], None] = print
) -> list[Path]:
    """Run every report of the manifest into ``reports/``.

    A failing notebook does not stop the others and leaves its last good report in place;
    what it ran is kept under ``reports/failed/``.

    Parameters
    ----------
    project : Project, optional
        By default the one around the current folder.
    announce : callable
        Takes a line of text for each report that begins.

    Returns
    -------
    list of pathlib.Path
        The HTML pages written.

    Raises
    ------
    ReportError
        After all have run, if any failed; it names each with its error.
    """
    project = project or find_project()
    entries = read_manifest(project)
    connect(project).close()  # fail early where nothing has been built
    pages, failures = [], []
    for entry in entries:
        announce(f"{entry.name} …")
        try:
            pages.append(run_report(entry, project))
        except ReportError as error:
            failures.append(str(error))
    if failures:
        raise ReportError("\n".join([f"{len(failures)} of {len(entries)} failed:", *failures]))
    return pages


def run_report(entry: Entry, project: Project) -> Path:
    """Run one report; return its HTML page.

    Raises
    ------
    ReportError
        If the notebook fails.
    """
    executed = project.reports / f"{entry.name}.ipynb"
    page = project.reports / f"{entry.name}.html"
    with replacing(executed) as aside:
        notebook = _execute(entry, project, aside)
        _forget_times(notebook)
        nbformat.write(notebook, aside)
        with replacing(page) as html:
            html.write_text(_page(entry, notebook), encoding="utf-8")
    return page


def _check_entry(entry: Entry, project: Project) -> None:
    notebooks = {path.stem: path for path in project.notebooks.glob("*.ipynb")}
    if entry.notebook not in notebooks:
        raise ReportError(str(unknown("notebook", entry.notebook, notebooks)))
    known = papermill.inspect_notebook(str(notebooks[entry.notebook]))
    for name in entry.parameters:
        if name not in known:
            raise ReportError(f"{entry.name}: {unknown('parameter', name, known)}")


def _execute(entry: Entry, project: Project, output: Path) -> nbformat.NotebookNode:
    try:
        return papermill.execute_notebook(
            str(project.notebooks / f"{entry.notebook}.ipynb"),
            str(output),
            parameters=entry.parameters,
            kernel_name="python3",
            kernel_manager_class=_KernelManager,
            cwd=str(project.notebooks),
            progress_bar=False,
        )
    except PapermillExecutionError as error:
        failed = project.reports / "failed" / f"{entry.name}.ipynb"
        with replacing(failed) as aside:
            aside.write_bytes(output.read_bytes())
        message = f"{entry.name}: {error.ename}: {error.evalue} (see {failed})"
        raise ReportError(message) from error


def _forget_times(notebook: nbformat.NotebookNode) -> None:
    """Remove what differs between two equal runs: times, and paths of this machine."""
    notebook.metadata.pop("papermill", None)
    for cell in notebook.cells:
        for name in ("papermill", "execution", "ExecuteTime"):
            cell.metadata.pop(name, None)


def _page(entry: Entry, notebook: nbformat.NotebookNode) -> str:
    lang = entry.parameters.get("lang", "zh")
    others = [other for other in LANGUAGES if other != lang]
    config = Config()
    config.TagRemovePreprocessor.enabled = True
    config.TagRemovePreprocessor.remove_cell_tags = {*others, "injected-parameters"}
    with as_file(files("compare").joinpath("templates")) as templates:
        exporter = HTMLExporter(
            config=config,
            template_name="report",
            extra_template_basedirs=[str(templates)],
            exclude_input=True,
            exclude_input_prompt=True,
            exclude_output_prompt=True,
            exclude_anchor_links=True,
        )
        exporter.register_preprocessor(TagRemovePreprocessor(config=config), enabled=True)
        css = (templates / "report" / "report.css").read_text(encoding="utf-8")
        body, _ = exporter.from_notebook_node(
            notebook,
            resources={
                "language_code": {"zh": "zh-CN", "en": "en"}[lang],
                "report_title": entry.title,
                "report_css": css,
                "provenance": _provenance(entry, lang),
            },
        )
    return body.replace("/* fonts */", font_faces(body), 1)


def _provenance(entry: Entry, lang: str) -> str:
    documents = (
        connect()
        .execute("SELECT title, number, issued FROM documents ORDER BY document")
        .fetchall()
    )
    named = [_document(*row) for row in documents]
    return _PROVENANCE[lang].format(
        version=data_version()[:12],
        documents=", ".join(named) if lang == "en" else "、".join(named),
        notebook=entry.notebook,
        parameters=", ".join(f"{k}={v!r}" for k, v in sorted(entry.parameters.items())) or "—",
    )


def _document(title: str, number: str | None, issued: date | None) -> str:
    details = " ".join(str(part) for part in (number, issued) if part)
    return f"《{title}》{details}"

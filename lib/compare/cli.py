"""The command line: every command is one call of a library function."""

from __future__ import annotations

import functools
import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import Any, Literal

import click

from compare.errors import CompareError
from compare.ledger.names import normal_name

STOPPED = 130
"""What a shell expects of a command that Ctrl-C ended."""

_UNANSWERED = (
    "a question was asked and the input ended; do: answer it, or give what is asked for as an "
    "option (compare-regions {} --help)"
)

EXIT_CODES = """\b
Exit codes: 0  done
            1  not done, or what was checked has problems: standard error says why
            2  the command itself is not understood
          130  stopped by Ctrl-C
"""


class _Group(click.Group):
    """Shows this package's errors as messages instead of tracebacks."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        _make_printable()
        try:
            try:
                return super().main(*args, **kwargs)
            finally:
                sys.stdout.flush()
        except OSError as error:
            _forget_output()
            if isinstance(error, BrokenPipeError):
                sys.exit(0)
            _echo(f"{error.filename or 'the output'}: {error.strerror}", err=True)
            sys.exit(1)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except CompareError as error:
            _echo(str(error), err=True)
            ctx.exit(1)
        except (KeyboardInterrupt, click.Abort) as stop:
            if isinstance(stop.__context__, EOFError):  # asked, and nobody is there to answer
                _echo(f"\n{_UNANSWERED.format(ctx.invoked_subcommand)}", err=True)
                ctx.exit(1)
            _echo("stopped", err=True)
            ctx.exit(STOPPED)


def _make_printable() -> None:
    """Escape what the output cannot encode; drop what has nowhere to go."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed before the command began
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _forget_output() -> None:
    """Let nothing be tried again at the exit of what the output did not take."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _echo(text: str, *, err: bool = False, nl: bool = True) -> None:
    """Print a text in the encoding of the output; click would choose one of its own."""
    click.echo(text, file=sys.stderr if err else sys.stdout, nl=nl)


_as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON for scripts.")
_quiet = click.option("--quiet", "-q", is_flag=True, help="Print nothing but what is wrong.")


@click.group(
    cls=_Group, epilog=EXIT_CODES, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(package_name="compare-regions")
def main() -> None:
    """Compare education indicators between regions, back to the words of the documents."""


@main.command(epilog="Example: compare-regions build")
@_quiet
@_as_json
def build(quiet: bool, as_json: bool) -> None:
    """Build data/curated from data/raw."""
    from compare.curated.build import build
    from compare.wording.catalogue import say

    built = build()
    counts = ", ".join(say(f"command-{table}", "en", n=n) for table, n in built.rows.items())
    if as_json:
        _print_json(
            {"database": built.database, "data_version": built.data_version, "rows": built.rows}
        )
    elif not quiet:
        _echo(f"{built.database}: {counts}; data version {built.data_version[:12]}")


@main.command(epilog="Example: compare-regions check")
@_quiet
@_as_json
def check(quiet: bool, as_json: bool) -> None:
    """Check data/raw without building; list every problem."""
    from compare.curated.build import check
    from compare.errors import DataError

    problems = check()
    if as_json:
        _print_json([vars(problem) for problem in problems])
        sys.exit(1 if problems else 0)
    if problems:
        raise DataError(problems)
    if not quiet:
        _echo("data/raw: no problems")


@main.command(epilog="Example: COMPARE_DOCUMENTS=~/texts compare-regions verify")
@_as_json
def verify(as_json: bool) -> None:
    """Re-check every quote against the texts that are at hand."""
    from compare.curated.trace import verify
    from compare.project import find_project

    results = verify()
    without = {True: "text not at hand", False: "no text kept: label and number only"}
    rows = [
        (r.document, r.quotes, without[r.kept] if r.found is None else f"{r.found} found")
        for r in results
    ]
    if as_json:
        _print_json(
            [{"document": r.document, "quotes": r.quotes, "found": r.found} for r in results]
        )
    else:
        _print_table(("document", "quotes", "in the text"), rows)
    problems = [problem for result in results for problem in result.problems]
    for problem in problems:
        _echo(str(problem), err=True)
    nothing_checked = all(result.found is None for result in results)
    if nothing_checked:
        folder = find_project().texts
        _echo(f"no text at hand: put the plain texts into {folder}", err=True)
    sys.exit(1 if problems or nothing_checked else 0)


def _up_to_date(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command that reads the database --stale, and have it built first if it is old."""

    @click.option("--stale", is_flag=True, help="Read the last build though data/raw has changed.")
    @functools.wraps(command)
    def reading(*, stale: bool, **given: Any) -> Any:
        from compare.curated.refresh import up_to_date

        with up_to_date(lambda line: _echo(line, err=True), stale=stale):
            return command(**given)

    return reading


@main.command(epilog="Example: compare-regions trace fushun-14fyp/009")
@click.argument("figure", type=normal_name)
@_as_json
@_up_to_date
def trace(figure: str, as_json: bool) -> None:
    """Print the journey of FIGURE, from the words to the comparison."""
    from compare.curated.trace import trace

    journey = trace(figure)
    if as_json:
        _print_json(vars(journey))
    else:
        _echo(str(journey))


@main.command("list", epilog="Example: compare-regions list indicators")
@click.argument(
    "what", type=click.Choice(["regions", "documents", "indicators", "benchmarks", "columns"])
)
@_as_json
@_up_to_date
def list_(what: str, as_json: bool) -> None:
    """List the regions, documents, indicators, benchmarks, or the columns of all tables."""
    from compare.curated.database import describe, table

    if what == "columns":
        found = describe(frame="duckdb")
    else:
        shown = {
            "regions": ["region", "name_zh", "name_en", "level", "parent", "adcode"],
            "documents": ["document", "region", "title", "number", "issued"],
            "indicators": ["indicator", "theme", "name_zh", "unit", "direction"],
            "benchmarks": ["benchmark", "indicator", "kind", "year", "comparator", "value"],
        }
        found = table(what, frame="duckdb").select(*shown[what])
    _print_rows(found.columns, found.fetchall(), as_json=as_json)


@main.command(epilog="Example: compare-regions charts --pptx --only '*balance*'")
@click.option(
    "--only",
    multiple=True,
    metavar="GLOB",
    help="Decks of these charts alone, drawn without the page; repeatable.",
)
@click.option("--pptx", is_flag=True, help="Also write a deck of slides for each language.")
@click.option("--dataset", metavar="NAME", help="Charts of this own table, on a page of its own.")
@click.option(
    "--jobs", type=click.IntRange(0), default=0, help="Processes that draw; 0: all cores."
)
@click.option("--force", is_flag=True, help="Draw anew what has been drawn, too.")
@click.option("--quiet", "-q", is_flag=True, help="Show nothing while drawing.")
@_as_json
@_up_to_date
def charts(
    only: tuple[str, ...],
    pptx: bool,
    dataset: str | None,
    jobs: int,
    force: bool,
    quiet: bool,
    as_json: bool,
) -> None:
    """Write reports/index.html: findings, charts and reports, to be searched and copied."""
    from compare.reports.front_door import make_front_door
    from compare.reports.progress import drawing

    with drawing(_echo, quiet=quiet or as_json) as announce:
        made = make_front_door(
            table=dataset, only=only, slides=pptx, force=force, jobs=jobs, announce=announce
        )
    if as_json:
        return _print_json(vars(made))
    if made.written:
        done = f"{made.charts} charts drawn or taken as they were; " if made.charts else ""
        _echo(f"{done}page written ({made.seconds:.1f} s)")
    elif made.page and not made.decks:
        _echo(f"nothing to do: the page is up to date ({made.seconds:.1f} s)")
    for path in made.decks:
        _echo(str(path))
    if made.page:
        _echo(f"open {made.page}")


@main.command(epilog="Example: compare-regions coverage --kind target")
@click.option("--kind", type=click.Choice(["actual", "target"]), default="actual")
@_as_json
@_up_to_date
def coverage(kind: str, as_json: bool) -> None:
    """Show which region states which indicator."""
    from compare.curated.database import coverage

    found = coverage(frame="duckdb").select("indicator", "region", "status", "kind").fetchall()
    wide: dict[str, dict[str, str]] = {}
    for indicator, region, status, of_kind in found:
        if of_kind == kind:
            wide.setdefault(indicator, {})[region] = status
    regions = sorted({region for row in wide.values() for region in row})
    rows = [[name, *(wide[name].get(region) for region in regions)] for name in sorted(wide)]
    _print_rows(("indicator", *regions), rows, as_json=as_json)


@main.command(epilog="Example: compare-regions report --only 'region-*' --jobs 4")
@click.option("--only", multiple=True, metavar="GLOB", help="Reports whose name fits; repeatable.")
@click.option(
    "--since", default="", metavar="REV", help="Reports that a git revision sees changed."
)
@click.option("--formats", "--format", default="", help="Comma-separated: ipynb,html,docx,pdf.")
@click.option("--force", is_flag=True, help="Make reports that are up to date too.")
@click.option("--prune", is_flag=True, help="Remove files of reports no longer in the manifest.")
@click.option("--jobs", type=click.IntRange(0), default=0, help="Reports at a time; 0: all cores.")
@click.option("--kernels", is_flag=True, help="Ordinary kernels instead of forked processes.")
@click.option("--scheduler", default="", metavar="URL", help="A Dask scheduler, tcp://host:port.")
@click.option("--cluster", type=click.Choice(["local"]), help="A Dask cluster on this machine.")
@click.option("--cell-timeout", type=float, default=600.0, show_default=True, help="Seconds.")
@click.option("--report-timeout", type=float, default=1800.0, show_default=True, help="Seconds.")
@click.option("--quiet", "-q", is_flag=True, help="Show nothing but what failed.")
@click.option("--dry-run", is_flag=True, help="Say what would be made and why; make nothing.")
@click.option("--stale", is_flag=True, help="Take the last build though data/raw has changed.")
@click.option("--json", "as_json", is_flag=True, help="Print a summary for scripts.")
def report(**chosen: Any) -> None:
    """Make the reports of reports/reports.yml that are not up to date."""
    from compare.reports.command import report

    sys.exit(report(**chosen))


@main.command(epilog="Example: compare-regions brief 抚顺 象山,平阳 --lang en")
@click.argument("subjects", nargs=-1, type=normal_name, metavar="REGION|A,B ...")
@click.option("--all", "every", is_flag=True, help="All briefs of reports/reports.yml.")
@click.option("--lang", type=click.Choice(["zh", "en", "both"]), default="zh", show_default=True)
@click.option("--formats", default="", help="Comma-separated: docx,html,pdf; by default all.")
@click.option("--dataset", metavar="NAME", help="Regions of this own table in data/raw.")
@click.option("--by", metavar="NAME", help="Who sends it, below the title; by default nobody.")
@click.option("--force", is_flag=True, help="With --all: those that are up to date too.")
@_quiet
@_as_json
@_up_to_date
def brief(
    subjects: tuple[str, ...],
    every: bool,
    lang: str,
    formats: str,
    dataset: str | None,
    by: str | None,
    force: bool,
    quiet: bool,
    as_json: bool,
) -> None:
    """Write the brief about a REGION, or about two: two A4 pages as DOCX, HTML and PDF."""
    from compare.reports.briefs import briefs, briefs_of_manifest
    from compare.reports.command import report_named
    from compare.reports.plan import unavailable

    langs: tuple[Literal["zh", "en"], ...] = ("zh", "en")
    chosen = tuple(one for one in langs if lang in (one, "both"))
    wanted = tuple(name.strip() for name in formats.split(",") if name.strip())
    if every == bool(subjects):
        raise click.UsageError("name a region, or two with a comma between; or take --all")
    if every and by is not None:
        raise click.UsageError(
            "--by goes with regions that are named; for --all write parameters: {by: NAME} into "
            "the entries of reports/reports.yml"
        )
    if every:
        named = briefs_of_manifest(chosen)
        sys.exit(report_named(named, wanted, force=force, quiet=quiet, as_json=as_json))
    for notice in unavailable(("docx", "pdf")).values() if not wanted else ():
        _echo(notice, err=True)
    made = briefs(subjects, chosen, wanted, dataset, by)
    if as_json:
        return _print_json({"pages": list(made)})
    for path in made:  # each is written when it is asked for
        if not quiet:
            _echo(str(path))


@main.command(name="import", epilog="Example: compare-regions import counties.xlsx --wholes '*000'")
@click.argument("table", type=click.Path(exists=True, dir_okay=False))
@click.option("--name", help="Folder under data/raw; by default the file's name.")
@click.option("--title", default="", help="What references call it; by default its own title.")
@click.option(
    "--direction",
    "directions",
    multiple=True,
    metavar="INDICATOR=WORD",
    help="higher, lower or neutral of an indicator, or of all without INDICATOR=.",
)
@click.option("--indicator", "indicators", multiple=True, help="Take these indicators alone.")
@click.option(
    "--wholes", multiple=True, help="Names or codes of wholes of others; '*000', or none."
)
@click.option("--region", help="Column of the codes of regions.")
@click.option("--region-name", help="Column of their names.")
@click.option("--parent", help="Column of what they lie in.")
@click.option("--year", help="Year of all values, or the column of the years.")
@click.option("--series", multiple=True, help="Columns that say what is measured (long tables).")
@click.option("--value", help="Column of the values (long tables).")
@click.option("--lower", help="Column of the lower limits.")
@click.option("--upper", help="Column of the upper limits.")
@click.option("--se", help="Column of the standard errors.")
@click.option("--margin", help="Column of the margins of error.")
@click.option(
    "--limits",
    multiple=True,
    metavar="INDICATOR=LOWER,UPPER",
    help="Columns of the limits of an indicator, or that of its standard error (wide tables).",
)
@click.option(
    "--unit",
    "units",
    multiple=True,
    metavar="INDICATOR=UNIT",
    help="Unit of an indicator, or of all values without INDICATOR=.",
)
@click.option(
    "--label",
    "labels",
    multiple=True,
    metavar="INDICATOR=NAME",
    help="What pages call an indicator whose column is a code.",
)
@click.option(
    "--same-as",
    "same",
    multiple=True,
    metavar="INDICATOR=KEY",
    help="Which indicator of the project it is, to be held to its national lines and targets.",
)
@click.option(
    "--where",
    multiple=True,
    metavar="COLUMN=VALUE",
    help="Rows that are meant, where a table has several for a region and year.",
)
@click.option("--sheet", multiple=True, help="Sheets of a workbook.")
@click.option(
    "--transposed", is_flag=True, help="The columns are regions, the rows what is measured."
)
@click.option(
    "--fill-down",
    type=click.Choice(["yes", "no"]),
    help="Whether a blank before the values means the name above it.",
)
@click.option("--encoding", help="How a text is written, as cp1251, where it is not told right.")
@click.option("--missing", multiple=True, help="A further mark for missing values.")
@click.option(
    "--decimal",
    type=click.Choice([".", ","]),
    help="The sign before decimals, where the numbers do not tell: 1.234 may be a thousand.",
)
@click.option("--yes", is_flag=True, help="Ask nothing: refuse what is not told.")
def import_table(table: str, name: str | None, title: str, yes: bool, **said: Any) -> None:
    """Take a TABLE of your own (CSV, .csv.gz, .xlsx, Parquet, .dta) into data/raw, described."""
    from pathlib import Path

    from compare.curated.own_tables import refuse_other_same
    from compare.project import find_project
    from compare.sources.panel.asking import answered, arguments
    from compare.sources.panel.description import new_folder, slug_of, write_description
    from compare.sources.panel.panel import panel

    raw, slug = find_project().raw, name or slug_of(table)
    new_folder(raw, slug)  # before anything is asked
    told = answered(Path(table), arguments(said), None if yes else click.prompt)
    refuse_other_same(Path(table), told, raw)
    folder = write_description(Path(table), raw, slug, title, told)
    made = panel(folder)
    _echo(f"{folder}: {made!r}")
    for of, rows in made.summary.groupby("of", sort=False):
        counted = [f"{row.what} {row.number:,}" for row in rows.itertuples()]
        _echo(f"  {of}: {'; '.join(counted)}")
    for row in made.unmatched.head(_NAMED).to_dict("records"):
        _echo(f"  {row['region']}: {row['why']}; nearest: {row['nearest'] or 'none'}")
    if (rest := len(made.unmatched) - _NAMED) > 0:
        _echo(f"  and {rest:,} more: the panel's unmatched has them all")
    _echo(f"read it with compare.panel('{folder}')")


_NAMED = 10
"""So many regions that no division is called like are named by the import."""

_SHOWN = ("doubt", "label", "comparator", "printed", "unit", "year", "kind", "indicator",
          "comparability", "quote")  # fmt: skip


@main.command(epilog="Example: compare-regions scan plan.docx --output data/raw/qinglan-14fyp")
@click.argument("file", type=click.Path(dir_okay=False))
@click.option(
    "--region",
    type=normal_name,
    metavar="TEXT",
    help="Slug, name or code of the region; by default from the title.",
)
@click.option("--period", help="Its years, as 2021-2025, 2024 or 十四五; by default from the text.")
@click.option("--kind", help="plan, keypoints or report; by default from the title.")
@click.option("--output", type=click.Path(file_okay=False), help="Write a document folder here.")
@click.option("--overwrite", is_flag=True, help="Replace the rows of a folder that has some.")
@click.option("--new-indicators", is_flag=True, help="Propose indicators where none fits.")
@click.option("--format", "shape", type=click.Choice(["table", "csv", "json"]), default="table")
def scan(
    file: str,
    region: str | None,
    period: str | None,
    kind: str | None,
    output: str | None,
    overwrite: bool,
    new_indicators: bool,
    shape: str,
) -> None:
    """Propose a ledger row for every quantitative statement of FILE (txt, html, docx, pdf)."""
    from compare.project import find_project
    from compare.sources.scan import of_proposals, scan, write_folder
    from compare.wording.catalogue import say
    from compare.wording.phrases import in_both

    found = scan(file, region=region, period=period, kind=kind)
    if output:
        written = write_folder(found, output, overwrite=overwrite)
        _echo(f"{written.folder}: {say('command-rows', 'en', n=written.rows)}, all proposed")
        _echo(f"plain text: {written.text}")
        if written.folder.parent != (raw := find_project().raw.resolve()):
            _echo(in_both("command-not-in-raw", raw=str(raw)), err=True)
        if written.missing:
            _echo(f"to fill in source.yml: {', '.join(written.missing)}")
        if written.undated:
            _echo(f"left out, since no year can be told: {written.undated}")
        return
    if new_indicators:
        _print_frame(of_proposals(found.proposals), shape)
        return
    table = found.table(frame="polars")
    if shape == "table":
        from compare.sources.scan.find.scan import years_as_text

        table = years_as_text(table).sort("doubt", descending=True, maintain_order=True)
        table = table.select(_SHOWN)
    _print_frame(table, shape)


@main.command(epilog="Example: compare-regions review qinglan-14fyp --accept qinglan-14fyp/003")
@click.argument("document", type=normal_name)
@click.option(
    "--accept",
    type=normal_name,
    metavar="TEXT",
    multiple=True,
    help="Confirm this row (or the whole document).",
)
@click.option(
    "--reject",
    type=normal_name,
    metavar="TEXT",
    multiple=True,
    help="Reject this row (or, by the document, all that are left).",
)
@click.option(
    "--correct",
    type=normal_name,
    metavar="TEXT",
    help="Correct this row with --set, and confirm it.",
)
@click.option(
    "--set",
    "cells",
    multiple=True,
    help="A cell for --correct: column=value, indicator and comparability included.",
)
@click.option("--diff", type=click.Path(dir_okay=False), help="Compare with a scan of this file.")
@click.option("--all", "every", is_flag=True, help="Show settled rows, too.")
@click.option("--page", is_flag=True, help="Write all rows as a page with a filter in reports/.")
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", help="Language of --page.")
@click.option("--new-indicators", is_flag=True, help="Propose indicators where none fits.")
@click.option("--format", "shape", type=click.Choice(["table", "csv", "json"]), default="table")
def review(
    document: str,
    accept: tuple[str, ...],
    reject: tuple[str, ...],
    correct: str | None,
    cells: tuple[str, ...],
    diff: str | None,
    every: bool,
    page: bool,
    lang: Literal["zh", "en"],
    new_indicators: bool,
    shape: str,
) -> None:
    """Go through the proposed rows of DOCUMENT, the most doubtful first."""
    from compare.sources.scan import of_document
    from compare.sources.scan.review import review
    from compare.sources.scan.review.agreement import with_file
    from compare.wording.catalogue import say

    if diff:
        _echo(str(with_file(document, diff)))
        return
    if new_indicators:
        _print_frame(of_document(document), shape)
        return
    if cells and not correct:
        raise click.UsageError("--set needs --correct")
    if any("=" not in cell for cell in cells):
        raise click.UsageError("--set takes column=value")
    if accept or reject or correct:
        changed = review.settle(
            document,
            accepted=accept,
            rejected=reject,
            corrected=correct,
            cells=dict(cell.split("=", 1) for cell in cells),
        )
        _echo(say("command-rows-changed", "en", n=changed))
        if correct:
            _print_alignment(document, correct)
        return
    if page:
        _write_review_page(document, lang)
        return
    _print_frame(review.queue(document, every=every), shape)


def _write_review_page(document: str, lang: Literal["zh", "en"]) -> None:
    """Write the rows of a document as a page; say where it is."""
    import pandas as pd

    from compare.ledger.evidence import Evidence
    from compare.pages.review import write_review
    from compare.project import find_project
    from compare.sources.scan.review import review
    from compare.sources.scan.review.judgements import known_indicators

    project = find_project()
    rows = review.queue(document, every=True, project=project)
    known = pd.DataFrame([one.model_dump() for one in known_indicators(project).values()])
    path = project.reports / f"review-{document}.{lang}.html"
    write_review(path, document, rows, evidence=Evidence(indicators=known), lang=lang)
    _echo(str(path))


def _print_alignment(document: str, figure: str) -> None:
    """Print what a corrected figure is aligned to now."""
    from compare.sources.scan.review import review

    rows = review.queue(document, every=True).rows(named=True)
    row = next(row for row in rows if row["figure"] == figure)
    names, grades = row["indicator"].split(), row["comparability"].split()
    aligned = [f"{name} ({grade})" for name, grade in zip(names, grades, strict=True)]
    _echo(f"{figure}: {', '.join(aligned) or 'aligned to no indicator'}")


@main.command("add-region", epilog="Example: compare-regions add-region --adcode 410999")
@click.option("--region", help="Slug in pinyin, e.g. qinglan.")
@click.option("--full-name-zh", help="Full Chinese name, e.g. 青岚县.")
@click.option("--name-zh", help="Short Chinese name; by default from the full one.")
@click.option("--name-en", help="English name; by default from the slug.")
@click.option(
    "--level",
    help="county, county-city, district, prefecture-city or province; by default from the name.",
)
@click.option("--parent", help="Slug of the region that contains it, registered or not.")
@click.option("--province", help="Chinese name of the province; by default from the code.")
@click.option("--adcode", help="Six digits of GB/T 2260.")
@click.option("--aliases", help="Other names, separated by |.")
def add_region(**facts: str | None) -> None:
    """Add a region to regions.csv; asks for what is missing."""
    from compare.sources.scan import add_region
    from compare.sources.scan.review.new_regions import next_fact

    known = {name: value for name, value in facts.items() if value}
    while name := next_fact(known):
        known[name] = _asked_fact(name, known)
    added = add_region(known)
    _echo(f"{added.region}: {added.full_name_zh}, {added.level}, {added.adcode}")
    _echo(f"{added.name_zh} / {added.name_en}, {added.province}, parent {added.parent}")


def _asked_fact(name: str, known: dict[str, str]) -> str:
    """Ask for one fact of a region until the answer can be right."""
    from compare.sources.scan.review.new_regions import choices, fact_of, likely_parent
    from compare.wording.phrases import in_both

    default = likely_parent(known) if name == "parent" else ""
    _echo(in_both(f"region-fact-{name.replace('_', '-')}", between="\n"))
    if several := choices(known):
        _echo(several)
    while True:
        answer = click.prompt(name, default=default or None, type=str)
        try:
            return fact_of(name, answer, known)
        except CompareError as error:
            _echo(str(error), err=True)


@main.command(epilog='Example: eval "$(compare-regions completion bash)"')
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print the script that completes commands, options and choices in SHELL."""
    from click.shell_completion import get_completion_class

    scripts = get_completion_class(shell)
    assert scripts is not None  # the choices are those that click has
    _echo(scripts(main, {}, "compare-regions", "_COMPARE_REGIONS_COMPLETE").source())


def _print_frame(frame: Any, shape: str) -> None:
    """Print a polars frame as a table, CSV or JSON."""
    from compare.atomic import csv_text

    if shape == "json":
        _echo(frame.write_json())
    elif shape == "csv":
        _echo(csv_text(frame.columns, frame.rows()), nl=False)
    else:
        _print_table(frame.columns, frame.rows())


def _print_json(value: object) -> None:
    _echo(json.dumps(value, ensure_ascii=False, indent=1, default=str))


def _print_rows(header: Iterable[str], rows: Iterable[Sequence[object]], *, as_json: bool) -> None:
    if as_json:
        names = list(header)
        _print_json([dict(zip(names, row, strict=True)) for row in rows])
    else:
        _print_table(header, rows)


def _print_table(header: Iterable[str], rows: Iterable[Sequence[object]]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in header:
        table.add_column(str(name), overflow="fold")
    for row in rows:
        table.add_row(*("" if value is None else str(value) for value in row))
    width = None if sys.stdout.isatty() else 200
    Console(width=width, markup=False, highlight=False).print(table)

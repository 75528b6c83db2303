"""The command line: every command is one call of a library function."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from compare.errors import CompareError


class _Group(click.Group):
    """Shows this package's errors as messages instead of tracebacks."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except CompareError as error:
            click.echo(str(error), err=True)
            ctx.exit(1)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="compare-regions")
def main() -> None:
    """Compare education indicators between regions, back to the words of the documents."""


@main.command(epilog="Example: compare-regions build")
def build() -> None:
    """Build data/curated from data/raw."""
    from compare.build import build

    built = build()
    counts = ", ".join(f"{count} {table}" for table, count in built.rows.items())
    click.echo(f"{built.database}: {counts}; data version {built.data_version[:12]}")


@main.command(epilog="Example: compare-regions check")
def check() -> None:
    """Check data/raw without building; list every problem."""
    from compare.build import check
    from compare.errors import DataError

    problems = check()
    if problems:
        raise DataError(problems)
    click.echo("data/raw: no problems")


@main.command(epilog="Example: COMPARE_DOCUMENTS=~/texts compare-regions verify")
def verify() -> None:
    """Re-check every quote against the texts that are at hand."""
    from compare.project import find_project
    from compare.tracing import verify

    results = verify()
    rows = [
        (r.document, r.quotes, "text not at hand" if r.found is None else f"{r.found} found")
        for r in results
    ]
    _print_table(("document", "quotes", "in the text"), rows)
    problems = [problem for result in results for problem in result.problems]
    for problem in problems:
        click.echo(str(problem), err=True)
    nothing_checked = all(result.found is None for result in results)
    if nothing_checked:
        folder = find_project().texts
        click.echo(f"no text at hand: put the plain texts into {folder}", err=True)
    sys.exit(1 if problems or nothing_checked else 0)


@main.command(epilog="Example: compare-regions trace fushun-14fyp/009")
@click.argument("figure")
def trace(figure: str) -> None:
    """Print the journey of FIGURE, from the words to the comparison."""
    from compare.tracing import trace

    click.echo(str(trace(figure)))


@main.command("list", epilog="Example: compare-regions list indicators")
@click.argument(
    "what", type=click.Choice(["regions", "documents", "indicators", "benchmarks", "columns"])
)
def list_(what: str) -> None:
    """List the regions, documents, indicators, benchmarks, or the columns of all tables."""
    from compare.curated import describe, table

    if what == "columns":
        frame = describe(frame="polars")
    else:
        shown = {
            "regions": ["region", "name_zh", "name_en", "level", "parent", "adcode"],
            "documents": ["document", "region", "title", "number", "issued"],
            "indicators": ["indicator", "theme", "name_zh", "unit", "direction"],
            "benchmarks": ["benchmark", "indicator", "kind", "year", "comparator", "value"],
        }
        frame = table(what, frame="polars").select(shown[what])
    _print_table(frame.columns, frame.rows())


@main.command(epilog="Example: compare-regions coverage --kind target")
@click.option("--kind", type=click.Choice(["actual", "target"]), default="actual")
def coverage(kind: str) -> None:
    """Show which region prints which indicator."""
    from compare.curated import coverage

    frame = coverage()
    wide = frame[frame["kind"] == kind].pivot(index="indicator", columns="region", values="status")
    rows = ([name, *values] for name, values in zip(wide.index, wide.values, strict=True))
    _print_table(("indicator", *wide.columns), rows)


@main.command(epilog="Example: compare-regions report")
def report() -> None:
    """Run the notebooks of reports/reports.yml into reports/."""
    from compare.reports import run_reports

    for path in run_reports(announce=click.echo):
        click.echo(str(path))


def _print_table(header: Iterable[str], rows: Iterable[Sequence[object]]) -> None:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in header:
        table.add_column(str(name), overflow="fold")
    for row in rows:
        table.add_row(*("" if value is None else str(value) for value in row))
    width = None if sys.stdout.isatty() else 200
    Console(width=width, markup=False, highlight=False).print(table)

"""Units in tables of charts: a level has its indicator's, a difference percentage points."""

import csv
import io
import re
from dataclasses import replace

import openpyxl
import pandas as pd
import pytest
from nobody import LANGUAGES

import compare
from compare import charts
from compare.charts.files.tables import csv_of, xlsx_of
from compare.comparisons.gap_values import DIFFERENCES, LEVELS, unit_of
from compare.ledger.evidence import Evidence
from compare.pages.chart_table import chart_table
from compare.wording.catalogue import has, say

POINTS = {"zh": "个百分点", "en": "percentage point"}


@pytest.fixture(params=LANGUAGES, scope="module")
def drawn(request, default_set):
    """Return every chart of the suite whose rows have a unit, in one language."""
    return [chart for chart in default_set(request.param) if "unit" in chart.data]


@pytest.fixture(scope="module")
def copied(drawn, built_once):
    """Return each of these charts with the head and the rows of its table."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COMPARE_HOME", str(built_once.root))
        evidence = compare.evidence()
    return [(chart, *chart_table(chart, evidence)) for chart in drawn]


def test_tables_have_no_column_for_computers_and_no_code(copied):
    ours = {name for chart, *_ in copied for name in chart.data}
    for chart, header, rows in copied:
        assert not ours & {*header}, chart.key
        codes = re.compile("[a-z]+(-[a-z]+)+" if chart.lang == "en" else "[a-z]{3,}(-[a-z]+)*")
        assert [cell for row in rows for cell in row if codes.fullmatch(cell)] == [], chart.key


def test_the_lowest_chart_of_each_form_has_room_on_a_telephone(drawn):
    lowest = {}
    for chart in sorted(drawn, key=lambda chart: -(chart.plot_height or 0)):
        lowest[chart.form] = chart
    for chart in lowest.values():  # legends take more lines there than beside a wide plot
        assert replace(chart, size="phone").figure(plain=True).axes, chart.key


def heads(columns, lang):
    """Return what columns are called in a copied table: those of no chart keep their names."""
    keys = {name: f"column-{name.replace('_', '-')}" for name in columns}
    return {say(key, lang) if has(key, lang) else name for name, key in keys.items()}


def test_there_is_something_to_look_at(drawn):
    forms = [chart.form for chart in drawn]
    assert forms.count("dumbbell") >= 10
    assert {"ranking", "gap_bars", "gap_matrix", "target_path", "region_profile"} <= set(forms)


def test_heads_of_copied_tables_are_words_of_their_language(copied):
    """A new column of a comparison is named, or listed among those for computers."""
    for chart, header, _ in copied:
        assert not set(header) & set(chart.data.columns), chart.key
        assert all(name.isascii() == (chart.lang == "en") for name in header), chart.key


def test_a_copied_table_has_levels_in_percent_and_differences_in_percentage_points(copied):
    seen = {"levels": 0, "differences": 0}
    for chart, header, rows in copied:
        levels = heads(LEVELS, chart.lang)
        differences = heads(("gap", "distance", "pace"), chart.lang)
        assert len(rows) - len(chart.data) in (0, len(chart.native.limits) if chart.native else 0)
        for row, source in zip(rows, chart.data.to_dict("records"), strict=False):
            share = source["unit"] == "%"
            for head, cell in zip(header, row, strict=True):
                if head in levels:
                    in_points = source["unit"] == "percentage points"  # how far a share rose
                    assert in_points or POINTS[chart.lang] not in cell, (chart.key, head, cell)
                    assert not (share and cell) or cell.endswith("%"), (chart.key, head, cell)
                    seen["levels"] += share and bool(cell)
                if head in differences:
                    assert not (share and cell) or POINTS[chart.lang] in cell, (chart.key, head)
                    seen["differences"] += share and bool(cell)
    assert min(seen.values()) > 50


def test_files_state_the_unit_of_levels_and_that_of_differences(drawn):
    for chart in drawn:
        if not {"dumbbell", "gap_bars", "gap_matrix"} & {chart.form}:
            continue
        book = openpyxl.load_workbook(io.BytesIO(xlsx_of(chart)))
        sheet = [list(map(_text, row)) for row in book.worksheets[0].iter_rows(values_only=True)]
        plain = list(csv.reader(io.StringIO(csv_of(chart).removeprefix("\ufeff"))))
        for header, *rows in (sheet, plain):
            of_difference = "distance_unit" if chart.form == "dumbbell" else "gap_unit"
            units = {(row[header.index("unit")], row[header.index(of_difference)]) for row in rows}
            assert units == {
                (unit, "percentage points" if unit == "%" else unit) for unit in chart.data["unit"]
            }


def _text(cell):
    return "" if cell is None else str(cell)


@pytest.mark.parametrize("column", [*LEVELS, *DIFFERENCES])
def test_a_row_that_states_no_unit_of_differences_has_that_of_its_levels(column):
    points = "percentage points" if column in DIFFERENCES else "%"
    for absent in ({}, {"gap_unit": None, "distance_unit": float("nan")}):
        assert unit_of({"unit": "%", **absent}, column) == points
        assert unit_of({"unit": "所", **absent}, column) == "所"
        assert unit_of({"unit": float("nan"), **absent}, column) == ""


def test_a_row_that_states_its_units_keeps_each():
    row = {
        "unit": "%", "gap_unit": "one", "distance_unit": "other",
        "margin_unit": "third", "difference_unit": "fourth",
    }  # fmt: skip
    named = {"gap": "one", "distance": "other", "margin": "third", "difference": "fourth"}
    assert {name: unit_of(row, name) for name in named} == named


@pytest.mark.parametrize("lang", LANGUAGES)
def test_progress_of_nobodys_shares_is_read_in_its_units(lang, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    ends = {"region": "r", "indicator": "i", "unit": "%", "direction": "higher"}
    frame = pd.DataFrame(
        [
            {**ends, "year": year, "kind": kind, "value": value, "lo": value, "hi": value}
            for year, kind, value in ((2020, "actual", 90.0), (2025, "target", 95.0))
        ]
    )
    chart = charts.dumbbell(compare.progress(frame), lang=lang)
    cells = " ".join(chart_table(chart, Evidence())[1][0])
    assert (
        "90%" in cells
        and "95%" in cells
        and f"5{say('unit-percentage-points', lang, count='other')}" in cells
    )

"""Pieces: what the page holds of a chart, drawn once."""

import html
import io
import json
import re
from dataclasses import replace

import openpyxl
import pandas as pd
import pytest

import compare
from compare import charts
from compare.charts.chart import About
from compare.pages import pieces
from compare.pages.colours import colours_of, dark, properties
from compare.pages.pieces import file_stem, piece_of
from compare.pages.vectors import vector_of


@pytest.fixture(scope="module")
def chart(built_once):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COMPARE_HOME", str(built_once.root))
        yield made()


def made(**words):
    known = compare.evidence()
    observed = compare.observations(indicator="inclusive_children_share")
    aligned = compare.align(observed, year=2025, kind="target", evidence=known)
    return charts.ranking(compare.rankings(aligned), evidence=known).with_words(**words)


def all_nodes(nodes):
    for node in nodes:
        yield node
        yield from all_nodes([child for child in node[2:] if isinstance(child, list)])


def test_a_vector_has_the_words_and_marks_of_the_picture_in_less(chart):
    svg = chart.svg()
    made = vector_of(svg)
    texts = [node[2] for node in all_nodes(made["nodes"]) if node[0] == "text"]
    assert texts == [html.unescape(one) for one in re.findall(r"<text [^>]*>(.*?)<", svg.decode())]
    assert len(json.dumps(made, ensure_ascii=False)) < 0.6 * len(svg)
    assert not re.search(r'"(style|use|font-family|metadata)"', json.dumps(made))
    referred = set(re.findall(r"url\(#(~\d+)\)", json.dumps(made)))
    assert referred == {node[1]["id"] for node in all_nodes(made["nodes"]) if "id" in node[1]}


def test_a_vector_knows_where_the_plot_is(chart):
    whole, plain = vector_of(chart.svg()), vector_of(chart.svg(plain=True))
    top, bottom = whole["plot"]
    assert plain["plot"] == [0, plain["size"][1]]
    assert 0 < top < bottom < whole["size"][1]
    assert bottom - top == pytest.approx(plain["size"][1], abs=30)  # points
    around = [node for node in whole["nodes"] if node[1].get("class", "").startswith("words")]
    assert chart.words.title in "".join(text[2] for node in around for text in node[2:])


def test_light_and_dark_change_sides_and_colours_stay_apart():
    assert (dark("ffffff"), dark("000000")) == ("242424", "ededed")
    made = [dark(colour) for colour in ("0072b2", "d55e00", "009e73", "cc79a7", "56b4e9")]
    assert len(set(made)) == 5
    assert colours_of([{"fill": "#0072b2", "of": "url(#~1)"}]) == ["0072b2"]
    assert properties(["0072b2"], for_dark=False) == "--c0072b2: #0072b2;"


def test_what_was_drawn_from_the_same_is_not_drawn_again(chart, tmp_path, monkeypatch):
    known = compare.evidence()
    first = piece_of(made(), known, tmp_path)
    monkeypatch.setattr(pieces, "_draw", lambda _: pytest.fail("drawn"))
    assert piece_of(made(), known, tmp_path) == first
    assert first.digest in {path.name for path in tmp_path.iterdir()}
    with pytest.raises(pytest.fail.Exception):
        piece_of(made(title="另一个"), known, tmp_path)
    (tmp_path / first.digest).write_bytes(b"cut off")
    with pytest.raises(pytest.fail.Exception):
        piece_of(made(), known, tmp_path)


@pytest.mark.parametrize(
    ("key", "stem"),
    [
        ("ranking-a-2020.zh", "ranking-a-2020.zh"),
        ("../../etc/passwd", "etc-passwd"),
        ("覆盖 / 表", "覆盖-表"),
        ("", "chart"),
        ("a" * 300, "a" * 100),
    ],
)
def test_file_names_hold_nothing_odd(key, stem):
    assert file_stem(key) == stem


def test_it_is_found_by_regions_and_years_that_it_has_a_figure_of(chart):
    said = piece_of(chart, compare.evidence()).said
    there = chart.data["figure"].notna()
    stated, silent = chart.data.loc[there, "region"], chart.data.loc[~there, "region"]
    assert len(stated) and len(silent)
    assert {*said["regions"]} == {*stated} and {*said["regions"]} < {*chart.about.regions}
    assert said["years"] == [2025]
    rows = pd.DataFrame({"region": ["a", "b"], "year": [2020.0, None], "value": [1.0, 2.0]})
    own = replace(chart, data=rows, about=About(regions=("a", "b")))  # no column tells
    assert (pieces._stated(own), pieces._years(own)) == (["a", "b"], [])


def test_the_workbook_of_a_chart_opens_on_its_table_as_people_read_it(chart):
    piece = piece_of(chart, compare.evidence())
    (made,) = [made for name, made in piece.files.items() if name.endswith(".xlsx")]
    book = openpyxl.load_workbook(io.BytesIO(made))
    assert book.sheetnames == ["表格", "数据", "来源"]
    shown = [[cell or "" for cell in row] for row in book.worksheets[0].iter_rows(values_only=True)]
    assert shown == [piece.said["header"], *piece.said["rows"]]

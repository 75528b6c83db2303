"""Files of a chart: opened again by what readers use, and the same bytes every time."""

import csv
import io
import re
import zipfile
from dataclasses import replace
from xml.etree import ElementTree

import openpyxl
import pandas as pd
import pytest
from PIL import Image

import compare
from compare import charts
from compare.charts.chart import Chart
from compare.charts.files.files import FORMATS, csv_of, save_chart, steady, workbook, xlsx_of
from compare.charts.layout import Words
from compare.charts.office.slides import slide

NASTY = ["=1+1", "<script>alert(1)</script>", "+cmd", "@SUM(A1)", "https://example.org", "0012"]
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def balance(built_once):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COMPARE_HOME", str(built_once.root))
        yield charts.coverage_matrix(compare.coverage(theme="balance"), size="half")


@pytest.fixture(scope="module")
def saved(balance, tmp_path_factory):
    """Return the files of a real chart in every format."""
    return save_chart(balance, tmp_path_factory.mktemp("saved") / "deep" / "folder")


def hand_made(key="made.zh", *, data=None, lang="zh"):
    return Chart(
        key=key,
        form="hand_made",
        lang=lang,
        size="half",
        words=Words("宁波领先", "2025年目标", "", "来源:《规划》"),
        alt="两地 & <比较>。",
        data=pd.DataFrame({"a": [1]}) if data is None else data,
        plot=lambda figure, box, points: None,
    )


def mixed_frame():
    return pd.DataFrame(
        {
            "label": NASTY,
            "value": [0.1, 2.0, None, -3.5, 1e20, float("inf")],
            "sure": [True, False, True, False, True, False],
            "maybe": pd.array([True, None, False, True, None, True], dtype="boolean"),
            "count": pd.array([1, None, 3, 4, 5, 6], dtype="Int64"),
            "day": pd.to_datetime(["2022-05-18", None] + ["2023-03-27"] * 4),
            "=name": ["a\r\nb", None, "c", "d\x0be", "", "'f"],
        }
    )


def test_every_format_is_saved_under_the_key_with_the_same_bytes_every_time(
    balance, saved, tmp_path
):
    files = saved
    endings = ["csv", "outlines.svg", "pdf", "plain.png", "png", "pptx", "svg", "xlsx"]
    assert tuple(files) == FORMATS
    assert sorted(path.name for path in files.values()) == [
        f"coverage-balance.zh.{ending}" for ending in endings
    ]
    assert sorted(files["png"].parent.iterdir()) == sorted(files.values())
    again = save_chart(balance, tmp_path)
    for name in FORMATS:
        assert files[name].read_bytes() == again[name].read_bytes() != b"", name


def test_a_picture_is_for_print_and_says_what_it_shows(balance, saved):
    sizes = []
    for path in (saved["png"], saved["plain.png"]):
        with Image.open(path) as picture:
            assert picture.text["Description"] == balance.alt
            assert picture.text["Title"] == balance.words.title
            assert picture.info["dpi"] == pytest.approx((300, 300), abs=0.01)
            sizes.append(picture.size)
        assert b"iTXtDescription" in path.read_bytes()
    (width, height), (plain_width, plain_height) = sizes
    assert width == plain_width
    assert height > plain_height


def test_text_in_an_svg_is_text_or_only_outlines(balance, saved):
    files = (saved["svg"], saved["outlines.svg"])
    text, outlines = (ElementTree.parse(path).getroot() for path in files)
    words = ["".join(item.itertext()) for item in text.iter(f"{SVG}text")]
    assert balance.words.title in words
    assert "小学校际差异系数" in words
    assert not list(outlines.iter(f"{SVG}text"))
    assert len(list(outlines.iter(f"{SVG}path"))) > len(list(text.iter(f"{SVG}path")))
    for root in (text, outlines):
        described = root.iter("{http://purl.org/dc/elements/1.1/}description")
        assert balance.alt in [item.text for item in described]


def test_a_pdf_carries_no_date(saved):
    content = saved["pdf"].read_bytes()
    assert content.startswith(b"%PDF-")
    assert b"CreationDate" not in content


def test_csv_is_clean_and_harmless():
    text = csv_of(hand_made(data=mixed_frame()))
    assert text.startswith("\ufeff")
    header, *rows = csv.reader(io.StringIO(text.removeprefix("\ufeff")))
    assert header == ["label", "value", "sure", "maybe", "count", "day", "'=name"]
    assert [row[0] for row in rows] == [
        "'=1+1",
        "<script>alert(1)</script>",
        "'+cmd",
        "'@SUM(A1)",
        "https://example.org",
        "0012",
    ]
    assert [row[1] for row in rows] == ["0.1", "2", "", "-3.5", "100000000000000000000", "inf"]
    assert [row[2] for row in rows][:2] == ["true", "false"]
    assert [row[3] for row in rows][:3] == ["true", "", "false"]
    assert [row[4] for row in rows][:3] == ["1", "", "3"]
    assert [row[5] for row in rows][:3] == ["2022-05-18", "", "2023-03-27"]
    assert "nan" not in text.lower().replace("finance", "")
    assert "np." not in text


def test_a_real_chart_s_csv_holds_every_row(balance):
    rows = list(csv.DictReader(io.StringIO(csv_of(balance).removeprefix("\ufeff"))))
    assert len(rows) == len(balance.data)
    assert list(rows[0]) == list(balance.data.columns)
    assert [row["indicator"] for row in rows] == list(balance.data["indicator"])


@pytest.mark.parametrize(
    ("lang", "sheets", "parts"),
    [
        ("zh", ["数据", "来源"], ["项目", "标题", "副标题", "注", "来源", "图意"]),
        ("en", ["Data", "Source"], ["Part", "Title", "Subtitle", "Note", "Source", "Picture"]),
    ],
)
def test_a_workbook_holds_the_data_and_the_words(lang, sheets, parts):
    chart = hand_made(data=mixed_frame(), lang=lang)
    book = openpyxl.load_workbook(io.BytesIO(xlsx_of(chart)))
    assert book.sheetnames == sheets
    data, words = (book[name] for name in sheets)
    assert [cell.value for cell in data["A"]] == ["label", *NASTY]
    assert [cell.value for cell in data["B"]][1:] == [0.1, 2, None, -3.5, 1e20, "inf"]
    assert [cell.value for cell in data["C"]][1:3] == [True, False]
    assert [cell.value for cell in data["D"]][1:3] == [True, None]
    assert [cell.value for cell in data["F"]][1:3] == ["2022-05-18", None]
    assert data["G1"].value == "=name"
    assert data["G5"].value == "de"  # a character that no XML holds is left out
    assert [cell.value for cell in words["A"]] == parts
    said = [cell.value for cell in words["B"]][1:]
    assert said == ["宁波领先", "2025年目标", None, "来源:《规划》", chart.alt]


def test_nothing_in_a_workbook_is_a_formula_or_a_link():
    content = xlsx_of(hand_made(data=mixed_frame()))
    book = openpyxl.load_workbook(io.BytesIO(content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "b"}
    assert all(cell.hyperlink is None for cell in cells)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            if name.startswith("xl/worksheets"):
                assert not re.search(rb"<f[ >/]", package.read(name))


def test_a_real_chart_s_workbook_is_read_back_as_it_was(balance):
    read = pd.read_excel(io.BytesIO(xlsx_of(balance)), dtype=str, keep_default_na=False)
    assert list(read.columns) == list(balance.data.columns)
    assert list(read["indicator"]) == list(balance.data["indicator"])
    assert list(read["years"]) == list(balance.data["years"].fillna(""))


def test_an_empty_frame_is_saved_too():
    chart = hand_made(data=pd.DataFrame({"a": [], "b": []}))
    assert csv_of(chart) == "\ufeffa,b\n"
    assert openpyxl.load_workbook(io.BytesIO(xlsx_of(chart)))["数据"].max_row == 1


def test_office_files_carry_no_dates(saved):
    for path in (saved["xlsx"], saved["pptx"]):
        with zipfile.ZipFile(path) as package:
            entries = package.infolist()
            assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
            assert {entry.create_system for entry in entries} == {0}
            names = [entry.filename for entry in entries]
            assert names == sorted(names)
            assert names[0] == "[Content_Types].xml"  # by which programs know an Office file
            assert b"dcterms:" not in re.sub(rb'xmlns:\w+="[^"]*"', b"", core(package))


def core(package):
    return package.read("docProps/core.xml")


def test_steady_takes_out_dates_and_keeps_everything_else():
    dated = io.BytesIO()
    written = b'<x><dcterms:created a="b">2026</dcterms:created><dc:title>t</dc:title></x>'
    with zipfile.ZipFile(dated, "w") as package:
        package.writestr(zipfile.ZipInfo("z", (2026, 1, 2, 3, 4, 6)), b"same")
        package.writestr("docProps/core.xml", written)
    with zipfile.ZipFile(io.BytesIO(steady(dated.getvalue()))) as package:
        assert package.namelist() == ["docProps/core.xml", "z"]
        assert package.read("z") == b"same"
        assert core(package) == b"<x><dc:title>t</dc:title></x>"


def test_columns_are_as_wide_as_their_text():
    content = workbook({"s": [["a", "年份和口径"], ["b" * 500, "x"]]})
    sheet = openpyxl.load_workbook(io.BytesIO(content))["s"]
    assert sheet.column_dimensions["A"].width == pytest.approx(60, abs=1)
    assert sheet.column_dimensions["B"].width == pytest.approx(12, abs=1)


@pytest.mark.parametrize(
    "key",
    [
        *("", ".", "..", "../up", "a/b", "a\\b", "/root", ".hidden", "a..b", "-rf", "a b", "a\n"),
        *("a:b", "图", "a\0", "x" * 300),
    ],
)
def test_a_key_that_might_lead_out_of_the_folder_is_refused(key, tmp_path):
    folder = tmp_path / "in"
    with pytest.raises(compare.CompareError, match="cannot name a file"):
        save_chart(hand_made(key), folder)
    assert not list(tmp_path.rglob("*"))


def test_the_keys_of_real_charts_are_safe(project, tmp_path):
    chart = charts.small_multiples(
        compare.observations(theme="enrolment"), compare.coverage(theme="enrolment")
    )
    assert save_chart(chart, str(tmp_path), ["csv"])["csv"].is_file()


def test_an_unknown_format_is_refused_and_nothing_written(tmp_path):
    with pytest.raises(compare.CompareError, match=r"formats='jpg' does not exist.*outlines\.svg"):
        save_chart(hand_made(), tmp_path, ["png", "jpg"])
    assert not list(tmp_path.iterdir())


def test_a_chart_that_cannot_be_drawn_leaves_nothing_behind(tmp_path):
    def fail(figure, box, points):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        save_chart(replace(hand_made(), plot=fail), tmp_path, ["csv", "png"])
    assert not list(tmp_path.iterdir())


ATTACKS = ["<script>alert(1)</script>", "=1+1", "\uff1d1+1", "$x_1$", "@SUM(A1)"]


def attacked_frames():
    """Give a frame for each form, in which every name is an attack."""
    observed = compare.observations(indicator="public_children_share")
    covered = compare.coverage(theme="preschool")
    names = dict(zip(sorted(set(covered["region"])), ATTACKS, strict=True))
    for frame in (observed, covered):
        frame["region_zh"] = frame["region"].map(names)
        frame["indicator_zh"] = "<script>=1+1</script>"
    aligned = compare.align(observed, year=2025, kind="target")
    yield charts.ranking(compare.rankings(aligned), compare.table("benchmarks"))
    yield charts.gap_bars(compare.gaps(aligned, to="best"))
    yield charts.gap_matrix(compare.gaps(aligned, to="every"))
    yield charts.target_path(observed)
    yield charts.region_profile(compare.rankings(aligned), "fushun")
    yield charts.coverage_matrix(covered, size="half")
    yield charts.small_multiples(observed, covered, size="half")


def test_names_that_attack_are_shown_and_do_nothing_in_any_form(project):
    for chart in attacked_frames():
        root = ElementTree.fromstring(chart.svg())
        assert not [item for item in root.iter() if item.tag.endswith("script")]
        shown = {"".join(item.itertext()) for item in root.iter(f"{SVG}text")}
        assert any("<script>" in text for text in shown), chart.form
        assert not [item for item in root.iter() if "italic" in item.get("style", "")]
        cells = list(csv.reader(io.StringIO(csv_of(chart).removeprefix("\ufeff"))))
        begun = {cell[0] for row in cells for cell in row if len(cell) > 1}
        assert not begun & set("=@\uff1d\uff20")
        with zipfile.ZipFile(io.BytesIO(slide(chart))) as package:
            for name in package.namelist():
                content = package.read(name)
                if name.endswith(".xlsx"):
                    book = openpyxl.load_workbook(io.BytesIO(content))
                    held = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
                    assert "f" not in {cell.data_type for cell in held}
                assert b"<script" not in content, name

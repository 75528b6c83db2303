"""Files of a chart: opened again by what readers use, and the same bytes every time."""

import csv
import io
import re
import zipfile
from dataclasses import replace
from xml.etree import ElementTree

import openpyxl
import pytest
from handmade import hand_made
from PIL import Image

import compare
from compare import charts
from compare.charts.files.save import FORMATS, save_chart
from compare.charts.files.tables import csv_of
from compare.charts.office.slides import slide

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def balance(built_once):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COMPARE_HOME", str(built_once.root))
        covered = compare.coverage(theme="balance")
        yield charts.coverage_matrix(covered, evidence=compare.evidence(), size="half")


@pytest.fixture(scope="module")
def saved(balance, tmp_path_factory):
    """Return the files of a real chart in every format."""
    return save_chart(balance, tmp_path_factory.mktemp("saved") / "deep" / "folder")


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


@pytest.mark.parametrize(
    "key",
    [
        *("", ".", "..", "../up", "a/b", "a\\b", "/root", ".hidden", "a..b", "-rf", "a b", "a\n"),
        *("a:b", "a\0", "x" * 300, "图" * 100),
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
    known = {"evidence": compare.evidence()}
    yield charts.ranking(compare.rankings(aligned), **known)
    yield charts.gap_bars(compare.gaps(aligned, to="best"), **known)
    yield charts.gap_matrix(compare.gaps(aligned, to="every"), **known)
    yield charts.target_path(observed, covered, **known)
    yield charts.region_profile(compare.rankings(aligned), "fushun", **known)
    yield charts.coverage_matrix(covered, **known, size="half")
    yield charts.small_multiples(observed, covered, **known, size="half")


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

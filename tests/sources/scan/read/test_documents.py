"""Reading documents of every format, and surviving what is none."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from trying import tried

from compare.project import Project
from compare.sources.scan.find.scan import scan, scan_text
from compare.sources.scan.read.documents import MissingReaderError, UnreadableError, read_document

HARD_WRAPPED = ("liyang-15fyp", "taoyuan-excerpt")
PLANS = Path(__file__).parents[3] / "plans"
REAL = Project(Path(__file__).parents[4])
TEXT = "云桥市“十四五”教育规划\n到2025年,九年义务教育巩固率达到97%以上,新增学位1.2万个。\n"
ROWS = [["指标", "单位", "2020年", "2025年"], ["高中阶段毛入学率", "%", "91.3", "≥95"]]


def values(path: Path) -> set[tuple[str, str, int | None, str]]:
    found = scan(path, project=REAL).proposals
    return {(p.printed, p.comparator, p.last_year, p.kind) for p in found}


def test_text_in_either_encoding_is_the_same_text(tmp_path: Path) -> None:
    utf, old = tmp_path / "a.txt", tmp_path / "b.txt"
    utf.write_bytes(TEXT.encode("utf-8"))
    old.write_bytes(TEXT.encode("gb18030"))
    first, second = read_document(utf), read_document(old)
    assert first.text == second.text == TEXT
    assert second.sha256 == hashlib.sha256(TEXT.encode("gb18030")).hexdigest()
    assert (
        values(utf) == values(old) == {("97", ">=", 2025, "target"), ("1.2", "=", 2025, "target")}
    )


def test_tables_of_word_files_are_read(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    for line in TEXT.splitlines():
        document.add_paragraph(line)
    table = document.add_table(rows=2, cols=4)
    for row, cells in zip(table.rows, ROWS, strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    path = tmp_path / "plan.docx"
    document.save(path)
    assert values(path) == {
        ("97", ">=", 2025, "target"),
        ("1.2", "=", 2025, "target"),
        ("91.3", "=", 2020, "actual"),
        ("95", ">=", 2025, "target"),
    }


def test_tables_of_web_pages_are_read_in_the_stated_encoding(tmp_path: Path) -> None:
    cells = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in ROWS)
    page = (
        '<html><head><meta charset="gb2312"><script>var a="巩固率99%";</script></head><body>'
        f"<div><p>{TEXT.replace(chr(10), '</p><p>')}</p></div><table>{cells}</table></body></html>"
    )
    path = tmp_path / "page.html"
    path.write_bytes(page.encode("gb18030"))
    assert values(path) >= {("97", ">=", 2025, "target"), ("95", ">=", 2025, "target")}
    assert not any(printed == "99" for printed, *_ in values(path))


def test_merged_cells_stay_in_their_columns(tmp_path: Path) -> None:
    page = (
        "<table><tr><th>类别</th><th>指标</th><th>2020年</th><th>2025年</th></tr>"
        "<tr><td rowspan='2'>普及</td><td>九年义务教育巩固率(%)</td><td>95</td><td>97</td></tr>"
        "<tr><td>高中阶段毛入学率(%)</td><td>91</td><td>94</td></tr></table>"
    )
    path = tmp_path / "page.html"
    path.write_text(f"<html><body>{page}</body></html>", encoding="utf-8")
    found = {(p.label, p.printed, p.year) for p in scan(path, project=REAL).proposals}
    assert found == {
        ("九年义务教育巩固率", "95", 2020),
        ("九年义务教育巩固率", "97", 2025),
        ("高中阶段毛入学率", "91", 2020),
        ("高中阶段毛入学率", "94", 2025),
    }


def test_pdf_with_a_text_layer_is_read(tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2")
    from matplotlib.backends.backend_pdf import PdfPages
    from matplotlib.figure import Figure

    path = tmp_path / "plan.pdf"
    with PdfPages(path) as pages:
        figure = Figure()
        figure.text(0.1, 0.8, "rate 97.5% in 2025")
        pages.savefig(figure)
    assert "97.5%" in read_document(path).text


def test_lines_that_a_page_broke_are_joined() -> None:
    from compare.sources.scan.read.documents import _unwrapped

    lines = [
        "到2025年,全县九年义务教育巩固率达",
        "到97%以上,高中阶段毛入学率达到95",
        "%。",
        "一、目标任务和保障措施",
        "新增学位三千个,建成普惠性幼儿园十",
    ]
    text = _unwrapped(lines)
    assert "巩固率达到97%以上,高中阶段毛入学率达到95%。\n一、目标" in text


def test_a_missing_reader_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(b"%PDF-1.7\n")
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(MissingReaderError, match=r"pip install 'compare-regions\[scan\]'"):
        read_document(path)


@pytest.mark.parametrize(
    "data",
    [b"%PDF-1.7 broken", b"PK\x03\x04 broken", b"\x00\x01\x02" * 400, b"\x89PNG\r\n" + bytes(99)],
)
def test_broken_files_are_refused_with_a_reason(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "file.bin"
    path.write_bytes(data)
    with pytest.raises(UnreadableError, match="file"):
        read_document(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="cannot be opened"):
        read_document(tmp_path / "none.txt")


@tried(30)
@given(st.binary(max_size=400), st.sampled_from([b"", b"%PDF-1.4\n", b"PK\x03\x04", b"<html>"]))
def test_junk_never_crashes(data: bytes, head: bytes) -> None:
    path = Path(__file__).parents[3] / "never-written"

    class Junk(type(path)):  # type: ignore[misc]
        def read_bytes(self) -> bytes:
            return head + data

    try:
        document = read_document(Junk(path))
    except UnreadableError:
        return
    scan_text(document.text, project=REAL)


PIECES = st.sampled_from(
    [
        *(
            "到",
            "2025",
            "年",
            ",",
            ";",
            "。",
            "、",
            "(",
            ")",
            "“",
            "”",
            "《",
            "》",
            "|",
            "\t",
            "\n",
        ),
        *("%", "分别", "达到", "由", "提高到", "均", "以上", "不低于", "三分之一", "全覆盖", "1.5"),
        *(
            "万",
            "亿",
            "个",
            "所",
            "人次",
            "第",
            "十四五",
            "“十三五”",
            "期间",
            "-",
            "—",
            "~",
            ":",
            "/",
        ),
        *("+", "5G", "一、", "(一)", "1.", "①", "其中", "指标", "单位", "2020年", "目标", "≥", ">"),
        *("零", "一", "百", "千", "九成", "率", "比", "系数", "0", "99999999999999999999", "1/0"),
        *("0:0", "1,000", "…", "\u3000", "\U00020000", "\udcff"),
    ]
)


@tried(30)
@given(st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map("".join)))
def test_any_text_is_scanned_and_every_quote_is_in_it(text: str) -> None:
    for proposal in scan_text(text, project=REAL).proposals:
        assert text[proposal.quote_start : proposal.quote_end] == proposal.quote
        assert 0 < len(proposal.quote) <= 45
        assert proposal.printed in proposal.quote
        assert text[proposal.start : proposal.end] == proposal.printed
        assert 0 <= proposal.doubt <= 1


@pytest.mark.parametrize(
    "piece",
    [
        *("1", "1、", "分别达到", "(", "“", "|", "到2025年", "一", "1,", "、和", "至少1", "《"),
        *("由1%", "年", "2020年、", "不低于", "三分之一", "“十四五”", "\t1", "目标 ", "仍有"),
    ],
)
def test_endless_repetition_is_read_like_anything_else(piece: str) -> None:
    text = piece * 1000
    for proposal in scan_text(text, project=REAL).proposals:
        assert text[proposal.start : proposal.end] == proposal.printed


def test_a_line_of_a_hundred_thousand_characters_is_read() -> None:
    text = "到2025年,九年义务教育巩固率达到97%以上,办好人民满意的教育," * 3000
    assert len(text) > 100_000
    found = scan_text(text, project=REAL).proposals
    assert {(p.printed, p.comparator, p.last_year, p.kind) for p in found} == {
        ("97", ">=", 2025, "target")
    }
    assert len(found) == 3000


def test_many_times_the_text_are_as_many_times_the_rows() -> None:
    plan = (PLANS / "qinglan-14fyp.txt").read_text(encoding="utf-8")
    once = scan_text(plan, project=REAL).proposals
    often = scan_text(plan * 12, project=REAL).proposals
    assert len(often) == 12 * len(once)


@pytest.mark.parametrize("data", [b"", b"\n \n", b"\xef\xbb\xbf"])
def test_an_empty_file_has_no_statements(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "empty.txt"
    path.write_bytes(data)
    assert scan(path, project=REAL).proposals == ()


def test_lines_broken_at_a_fixed_width_are_joined_and_others_are_not(tmp_path: Path) -> None:
    plan = (PLANS / "nanting-15fyp.txt").read_text(encoding="utf-8")
    broken = tmp_path / "broken.txt"
    lines = [
        line[at : at + 26] for line in plan.splitlines() for at in range(0, len(line) or 1, 26)
    ]
    lines.insert(len(lines) // 2, "                    — 1 —")
    broken.write_text("\n".join(lines) + "\n", encoding="utf-8")
    document = read_document(broken)
    assert not document.plain
    assert document.sha256 == hashlib.sha256(document.text.encode()).hexdigest()
    whole = scan_text(plan, project=REAL).proposals
    joined = scan(broken, project=REAL).proposals
    assert [(p.printed, p.comparator, p.last_year, p.kind) for p in joined] == [
        (p.printed, p.comparator, p.last_year, p.kind) for p in whole
    ]
    others = [path for path in PLANS.glob("*.txt") if path.stem not in HARD_WRAPPED]
    assert all(read_document(path).plain for path in others)


def test_full_width_signs_change_nothing() -> None:
    narrow = {ord(sign) + 0xFEE0: ord(sign) for sign in ",;:()%"}
    wide = {half: full for full, half in narrow.items()}
    for path in sorted(PLANS.glob("*.txt"))[::3]:
        text = read_document(path).text
        one = scan_text(text.translate(narrow), project=REAL).proposals
        other = scan_text(text.translate(wide), project=REAL).proposals
        assert [(p.start, p.comparator, p.lo, p.hi, p.last_year, p.kind) for p in one] == [
            (p.start, p.comparator, p.lo, p.hi, p.last_year, p.kind) for p in other
        ], path.name

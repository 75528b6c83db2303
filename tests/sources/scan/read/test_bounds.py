"""Every input has a bound, and a sentence beyond it; nothing looks further than it must."""

from __future__ import annotations

import io
import random
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.project import Project
from compare.sources.scan.find.scan import scan, scan_text
from compare.sources.scan.read import documents
from compare.sources.scan.read.documents import (
    LONGEST_BLANK,
    UnreadableError,
    document_of,
    read_document,
    with_short_blanks,
)

REAL = Project(Path(__file__).parents[4])
LINE = "到2025年，九年义务教育巩固率达到97%以上。\n"


def refused(path: Path, data: bytes, said: str) -> None:
    path.write_bytes(data)
    with pytest.raises(UnreadableError, match=said) as error:
        read_document(path)
    assert str(path) in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("blank", [" ", "\u3000", "\t", "\u00a0", " \t"])
def test_no_rule_meets_a_long_run_of_blanks(blank: str) -> None:
    text = f"全县有学校{blank * 40_000}12所。\n{LINE}"
    read = document_of(text)
    assert not re.search(rf"[^\S\n]{{{LONGEST_BLANK + 1}}}", read.text)
    assert not read.plain
    assert [p.printed for p in scan_text(text, project=REAL).proposals][-1] == "97"


def test_no_rule_meets_many_empty_lines() -> None:
    read = document_of("青岚县\n" + " \n" * 40_000 + LINE)
    assert read.text.count("\n") <= LONGEST_BLANK + 2
    assert LINE in read.text


blanks = st.sampled_from([" ", "\t", "\u3000", "\n", "\r\n", "\r", "\u2028", "学校", "12所"])


@given(st.lists(st.tuples(blanks, st.integers(1, 2 * LONGEST_BLANK)), max_size=8))
def test_shortening_takes_blanks_only_and_breaks_stay(pieces: list[tuple[str, int]]) -> None:
    text = "".join(piece * times for piece, times in pieces)
    short = with_short_blanks(text)
    assert "".join(short.split()) == "".join(text.split())
    assert [line for line in map(str.split, short.splitlines()) if line] == [
        line for line in map(str.split, text.splitlines()) if line
    ]
    assert with_short_blanks(short) == short


def test_a_text_as_documents_have_them_stays_as_it_is() -> None:
    text = LINE + " " * LONGEST_BLANK + "甲" + "\n" * LONGEST_BLANK
    assert document_of(text).plain
    assert document_of(text).text == text


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("size", [100, 2_000, 20_000])
def test_random_bytes_are_no_text(tmp_path: Path, seed: int, size: int) -> None:
    refused(tmp_path / "a.txt", random.Random(seed).randbytes(size), "is no text")


def test_a_few_broken_bytes_do_not_spoil_a_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(LINE.encode() * 20 + b"\xff\x01" + LINE.encode())
    assert len(scan(path, project=REAL).proposals) == 21


def test_too_many_characters_or_bytes_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(documents, "MOST_CHARACTERS", 100)
    refused(tmp_path / "a.txt", LINE.encode() * 10, "more than 100 characters")
    refused(tmp_path / "a.html", b"<html><p>" + LINE.encode() * 10, "more than 100 characters")
    with pytest.raises(UnreadableError, match="more than 100 characters"):
        scan_text(LINE * 10, project=REAL)
    monkeypatch.setattr(documents, "MOST_BYTES", 10)
    refused(tmp_path / "b.txt", LINE.encode(), "more than 10 bytes")


def packed(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in files.items():
            file.writestr(name, data)
    return out.getvalue()


def test_what_unpacks_to_too_much_is_refused_before_it_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("docx")
    monkeypatch.setattr(documents, "MOST_UNPACKED", 100_000)
    bomb = packed({"word/document.xml": b" " * 1_000_000})
    assert len(bomb) < 2_000
    refused(tmp_path / "a.docx", bomb, "more than 100,000 unpacked bytes")
    monkeypatch.setattr(documents, "MOST_PARTS", 3)
    refused(tmp_path / "b.docx", packed({f"{n}": b"" for n in range(5)}), "more than 3 packed")


def test_a_row_wider_than_any_table_is_refused(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    table = document.add_table(rows=1, cols=1)
    table.cell(0, 0)._tc.grid_span = 2_000_000_000
    out = io.BytesIO()
    document.save(out)
    refused(tmp_path / "a.docx", out.getvalue(), "more than 1,000 cells in a row")


def test_a_word_file_of_blanks_is_read(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_paragraph("学校" + " " * 300_000 + "12所")
    document.add_paragraph(LINE.strip())
    path = tmp_path / "a.docx"
    document.save(path)
    assert len(read_document(path).text) < 2 * LONGEST_BLANK


def test_a_pdf_of_images_says_what_it_needs(tmp_path: Path) -> None:
    pypdfium2 = pytest.importorskip("pypdfium2")
    document = pypdfium2.PdfDocument.new()
    for _ in range(3):
        document.new_page(200, 200)
    path = tmp_path / "a.pdf"
    document.save(path)
    refused(path, path.read_bytes(), "holds no text; a scanned PDF needs character recognition")


def test_a_pdf_of_too_many_pages_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pypdfium2 = pytest.importorskip("pypdfium2")
    document = pypdfium2.PdfDocument.new()
    for _ in range(3):
        document.new_page(200, 200)
    path = tmp_path / "a.pdf"
    document.save(path)
    monkeypatch.setattr(documents, "MOST_PAGES", 2)
    refused(path, path.read_bytes(), "more than 2 pages")


def word_file(prolog: bytes, name: bytes) -> bytes:
    """Return a Word file whose one paragraph says a name that its document type explains."""
    docx = pytest.importorskip("docx")
    made, out = io.BytesIO(), io.BytesIO()
    book = docx.Document()
    book.add_paragraph("青岚县WORD")
    book.save(made)
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            content = old.read(part)
            if part == "word/document.xml":
                start = content.index(b"?>") + 2
                rest = content[start:].replace(b"WORD", name)
                content = content[:start] + prolog + rest
            new.writestr(part, content)
        new.writestr("../../outside.txt", b"x")
    return out.getvalue()


LAUGHS = b'<!DOCTYPE l [<!ENTITY a "ha">' + b"".join(
    b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)
) + b"]>"  # fmt: skip


def test_a_word_file_of_entities_is_refused_and_none_is_followed(tmp_path: Path) -> None:
    refused(tmp_path / "laughs.docx", word_file(LAUGHS, b"&j;"), "save it again")
    (tmp_path / "secret.txt").write_text("SECRET", encoding="utf-8")
    address = (tmp_path / "secret.txt").as_uri().encode()
    of_another = b'<!DOCTYPE l [<!ENTITY j SYSTEM "' + address + b'">]>'
    path = tmp_path / "inner" / "other.docx"
    path.parent.mkdir()
    path.write_bytes(word_file(of_another, b"&j;"))
    assert read_document(path).text.strip() == "青岚县"
    assert sorted(one.name for one in tmp_path.rglob("*.txt")) == ["secret.txt"]


def test_a_web_page_is_read_as_it_lies_there(tmp_path: Path) -> None:
    pytest.importorskip("lxml")
    (tmp_path / "secret.txt").write_text("SECRET", encoding="utf-8")
    address = (tmp_path / "secret.txt").as_uri()
    path = tmp_path / "page.html"
    path.write_text(
        f'<!DOCTYPE html [<!ENTITY e SYSTEM "{address}">]><html><body>&e;<p>青岚县</p>'
        f'<iframe src="{address}"></iframe><object data="{address}"></object>'
        "<script>document.write('2020年入学率达到99%')</script><style>p{}</style></body></html>",
        encoding="utf-8",
    )
    text = read_document(path).text
    assert "青岚县" in text
    assert "SECRET" not in text and "入学率" not in text and "p{}" not in text

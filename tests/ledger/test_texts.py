import hashlib
import os

import pytest

from compare.ledger.texts import CONTEXT, in_context, is_printed, pieces, places, read_texts


def test_a_text_is_found_by_its_hash_whatever_its_name(tmp_path):
    data = "小学入学率".encode()
    (tmp_path / "any name.txt").write_bytes(data)
    texts = read_texts(tmp_path)
    assert texts.folder == tmp_path
    assert texts.get(hashlib.sha256(data).hexdigest()) == "小学入学率"


def test_a_changed_text_is_not_taken_for_the_one_transcribed(tmp_path):
    (tmp_path / "a.txt").write_bytes("小学入学率。".encode())
    assert read_texts(tmp_path).get(hashlib.sha256("小学入学率".encode()).hexdigest()) is None


def test_a_text_in_gb18030_is_read_and_bytes_of_no_encoding_are_passed_over(tmp_path):
    (tmp_path / "a.txt").write_bytes("小学入学率".encode("gb18030"))
    (tmp_path / "b.txt").write_bytes(b"\xff\xff\xff")
    (tmp_path / "c.md").write_text("not a text", encoding="utf-8")
    assert list(read_texts(tmp_path).by_sha256.values()) == ["小学入学率"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_what_may_never_end_is_no_text(tmp_path):
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").symlink_to("/dev/zero")
    (tmp_path / "c.txt").write_text("小学入学率", encoding="utf-8")
    assert list(read_texts(tmp_path).by_sha256.values()) == ["小学入学率"]


def test_a_folder_that_is_missing_or_is_a_file_has_no_texts(tmp_path):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert read_texts(tmp_path / "nowhere").by_sha256 == {}
    assert read_texts(tmp_path / "file").by_sha256 == {}


def test_context_is_what_stands_beside_the_quote_in_its_line():
    text = "上一行。\n全县小学入学率达到99.5%,五年来。\n下一行"
    assert in_context(text, "入学率达到99.5%") == ("全县小学", "入学率达到99.5%", ",五年来。")


def test_context_has_a_limit():
    before, quote, after = in_context("前" * 500 + "99.5%" + "后" * 500, "99.5%")
    assert (before, quote, after) == ("前" * CONTEXT, "99.5%", "后" * CONTEXT)


def test_a_quote_at_the_edge_has_no_context_and_one_that_is_missing_gives_none():
    assert in_context("99.5%", "99.5%") == ("", "99.5%", "")
    assert in_context("99.5%", "99.6%") is None


LINES = "到2030年,甲全覆盖。到2030年,乙走在前列,丙同步实现现代化。\n丁到2027年。"


def test_an_elided_quote_is_found_piece_by_piece_in_order():
    quote = "到2030年……丙同步实现现代化"
    assert pieces(quote) == ["到2030年", "丙同步实现现代化"]
    assert [LINES[start:end] for start, end in places(LINES, quote)] == pieces(quote)
    assert is_printed(LINES, "到2030年……乙……丙")


def test_pieces_out_of_order_of_two_lines_or_not_printed_are_no_quote():
    for quote in ("丙……到2030年", "乙……到2027年", "到2030年……戊", "到2030年……", "……乙"):
        assert not is_printed(LINES, quote), quote


def test_a_later_line_that_prints_every_piece_is_found():
    text = "到2025年,甲。\n到2025年,乙。"
    assert places(text, "到2025年……乙")[0][0] == text.index("\n") + 1


def test_context_of_an_elided_quote_stands_outside_its_pieces():
    before, quote, after = in_context(LINES, "甲……丙同步")
    assert (before, quote, after) == ("到2030年,", "甲……丙同步", "实现现代化。")

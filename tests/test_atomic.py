import ast
import csv
import io
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import compare
from compare.atomic import check_writable, csv_text, harmless, replacing, write_text
from compare.errors import NotWrittenError


def test_a_file_is_replaced_on_success(tmp_path):
    path = tmp_path / "deep" / "file.txt"
    with replacing(path) as aside:
        aside.write_text("new", encoding="utf-8")
        assert not path.exists()
    assert path.read_text(encoding="utf-8") == "new"
    assert list(path.parent.iterdir()) == [path]


def test_after_an_error_the_old_file_stays_and_nothing_is_left_beside_it(tmp_path):
    path = tmp_path / "file.txt"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(ZeroDivisionError), replacing(path) as aside:
        aside.write_text("half", encoding="utf-8")
        raise ZeroDivisionError
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_is_one_sentence_with_the_path_and_the_old_file_stays(tmp_path, monkeypatch):
    path = tmp_path / "file.txt"
    path.write_text("old", encoding="utf-8")

    def full(self, content):
        raise OSError(28, "No space left on device", str(self))

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(NotWrittenError) as error:
        write_text(path, "new")
    said = str(error.value)
    assert said.startswith(f"{path} cannot be written: No space left on device; free space")
    assert len(said.splitlines()) == 1 and ".new-" not in said
    assert path.read_text(encoding="utf-8") == "old" and list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_a_file_is_one_sentence_with_the_path(tmp_path):
    (tmp_path / "folder").write_text("", encoding="utf-8")
    with pytest.raises(NotWrittenError, match="cannot be written"):
        write_text(tmp_path / "folder" / "file.txt", "new")


def test_a_place_is_tried_and_left_as_it_was(tmp_path):
    path = tmp_path / "deep" / "file.txt"
    check_writable(path)
    assert list(path.parent.iterdir()) == []
    path.write_text("old", encoding="utf-8")
    check_writable(path)
    assert path.read_text(encoding="utf-8") == "old" and list(path.parent.iterdir()) == [path]
    with pytest.raises(NotWrittenError, match="cannot be written"):
        check_writable(path / "file.txt")


WRITING = {"write_text", "write_bytes", "to_csv", "to_excel", "to_parquet", "write_csv", "touch"}


def writes_of(path):
    """Give the calls by which a module writes a file itself."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and (opens_to_write(node) or writes(node)):
            yield ast.unparse(node)


def opens_to_write(call):
    given = [*call.args, *(k.value for k in call.keywords)]
    texts = [a.value for a in given if isinstance(a, ast.Constant) and isinstance(a.value, str)]
    modes = [text for text in texts if len(text) < 4 and set(text) & set("wax+")]
    return getattr(call.func, "attr", getattr(call.func, "id", "")) == "open" and bool(modes)


def writes(call):
    return isinstance(call.func, ast.Attribute) and call.func.attr in WRITING and call.args


def test_one_module_writes_files():
    package = Path(compare.__file__).parent
    allowed = {
        "aside.open('wb')",  # inside replacing()
        "open(os.devnull, 'wb')",
        "open(os.devnull, 'w', encoding='utf-8')",
    }
    found = {
        f"{path.relative_to(package).as_posix()}: {call}"
        for path in package.rglob("*.py")
        if path.name != "atomic.py"
        for call in writes_of(path)
        if call not in allowed
    }
    assert found == set()


@pytest.mark.parametrize(
    "text",
    [
        *("=1+1", "+cmd", "-cmd|calc", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "-1_0", "-inf"),
        *("\uff1d1+1", "\uff0bcmd", "\uff0d1", "\uff20SUM(A1)"),
    ],
)
def test_text_that_a_spreadsheet_would_run_gets_an_apostrophe(text):
    assert harmless(text) == "'" + text


@pytest.mark.parametrize("value", ["-1.5", "+3", "-", "=", "-1e3", "小学", "", None, -2, True])
def test_numbers_comparators_and_ordinary_cells_stay_as_they_are(value):
    assert harmless(value) == value


def test_csv_text_writes_each_kind_of_value_one_way():
    text = csv_text(["a", "b"], [[None, True], [False, 2.0], [0.35, ">="], ["甲,乙", "=1+1"]])
    assert text == '\ufeffa,b\n,true\nfalse,2\n0.35,>=\n"甲,乙",\'=1+1\n'


@given(st.lists(st.lists(st.text(), min_size=2, max_size=2)))
def test_csv_text_is_read_back_and_no_cell_is_a_formula(rows):
    text = csv_text(["a", "b"], rows)
    read = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    expected = [[harmless(one_kind_of_line_end(cell)) for cell in row] for row in rows]
    assert read == [["a", "b"], *expected]
    for row in read[1:]:
        assert not any(len(cell) > 1 and cell[0] in "=@\t\r\n\uff1d\uff20" for cell in row)


def one_kind_of_line_end(text):
    return re.sub("\r\n?", "\n", text)


def test_a_link_is_replaced_and_what_it_leads_to_stays(tmp_path):
    (tmp_path / "reports").mkdir()
    outside, link = tmp_path / "outside.txt", tmp_path / "reports" / "page.html"
    outside.write_text("mine", encoding="utf-8")
    link.symlink_to(outside)
    write_text(link, "page")
    assert outside.read_text("utf-8") == "mine"
    assert link.read_text("utf-8") == "page" and not link.is_symlink()

"""Typed tables that are rewritten: what a step does not name stays as it was, to the byte."""

import pytest

from compare.sources.scan import accept, add_region
from compare.sources.scan.review.folders import write_rows

MARK = b"\xef\xbb\xbf"
REGION = {"region": "qinglan", "full_name_zh": "青岚县", "adcode": "410999", "parent": "xicheng"}


@pytest.mark.parametrize(
    ("before", "marked"),
    [
        (None, True),
        ("名,b\n".encode(), False),
        ("名,b\n".encode("utf-8-sig"), True),
        ("名,b\n".encode("gb18030"), True),
        ("名,b\n".encode("utf-16"), True),
        (b"a,b\n", False),
        (b"", False),
    ],
    ids=["new", "utf-8", "marked", "gb18030", "utf-16", "ascii", "empty"],
)
def test_a_table_keeps_its_mark_or_its_lack_of_one(tmp_path, before, marked):
    path = tmp_path / "t.csv"
    if before is not None:
        path.write_bytes(before)
    write_rows(path, ["名"], [{"名": "值"}])
    assert path.read_bytes() == MARK * marked + "名\n值\n".encode()


@pytest.mark.parametrize("mark", [b"", MARK], ids=["unmarked", "marked"])
def test_a_region_added_is_one_line_more(world, mark):
    path = world.raw / "definitions" / "regions.csv"
    path.write_bytes(mark + path.read_bytes())
    before = path.read_bytes()
    add_region(REGION, project=world)
    after = path.read_bytes()
    assert after.startswith(before) and after[len(before) :].count(b"\n") == 1


def test_a_review_changes_the_rows_that_it_names_alone(world):
    path = world.raw / "luting-plan" / "figures.csv"
    head, first, *others = path.read_text("utf-8").splitlines()
    proposed = [f"{head},state", f"{first},proposed", *(f"{line}," for line in others)]
    path.write_text("\n".join(proposed) + "\n", encoding="utf-8")
    accept(["luting-plan/001"], project=world)
    lines = path.read_text("utf-8").splitlines()
    assert lines == [proposed[0], f"{first},confirmed", *proposed[2:]]

"""Own target: what is counted grows in number, a rate is raised."""

import pytest
from telling import rows, said


@pytest.mark.parametrize(
    ("unit", "word"), [("个", "增加"), ("%", "提高"), ("‰", "提高"), ("分", "提高")]
)
def test_what_is_counted_is_not_raised(unit, word):
    frame = rows(("甲县", 2020, "actual", "=", 2.0), ("甲县", 2025, "target", "=", 3.0), unit=unit)
    (sentence,) = said(frame, "own-target")
    assert f"，{word}1" in sentence

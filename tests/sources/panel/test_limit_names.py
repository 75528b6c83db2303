"""Which limit a column calls itself, of what, and of when."""

import pytest

from compare.sources.panel.heads import heads_of
from compare.sources.panel.limit_names import limit_called, says_limit, stem, year_of


@pytest.mark.parametrize(("name", "role", "of", "surely"), [
    ("Smoking lower 95% CI", "lower", {"smoking"}, True),
    ("Obesity 95% CI upper", "upper", {"obesity"}, True),
    ("Upper limit (girls)", "upper", {"girls"}, True),
    ("S.E. (Mathematics)", "se", {"mathematics"}, True),
    ("Reading SE", "se", {"reading"}, False),
    ("肥胖率95%置信区间下限", "lower", {"肥胖率"}, True),
    ("Lower CI", "lower", set(), True),
    ("Enrolment high", "upper", {"enrolment"}, False),
    ("Lower secondary enrolment", None, {"secondary", "enrolment"}, False),
    ("Poverty rate", None, {"poverty", "rate"}, False),
])  # fmt: skip
def test_a_name_says_which_limit_it_is_and_of_what(name, role, of, surely):
    assert (limit_called(name), stem(name), says_limit(name)) == (role, of, surely)


def test_the_year_of_a_limit_may_stand_before_its_word():
    heads = heads_of(["Reading 2015 SE", "Reading SE 2018", "Reading SE", "2015 Lower CI"])
    assert [year_of(head) for head in heads] == [2015, 2018, None, 2015]

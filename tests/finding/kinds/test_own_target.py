"""Own target: what is counted grows in number, a rate is raised."""

import pytest
from telling import rows, said

import compare
from compare import tables


@pytest.mark.parametrize(
    ("unit", "word"), [("个", "增加"), ("%", "提高"), ("‰", "提高"), ("分", "提高")]
)
def test_what_is_counted_is_not_raised(unit, word):
    frame = rows(("甲县", 2020, "actual", "=", 2.0), ("甲县", 2025, "target", "=", 3.0), unit=unit)
    (sentence,) = said(frame, "own-target")
    assert f"，{word}1" in sentence


@pytest.mark.parametrize(
    ("figures", "told"),
    [
        # that of the table and its base, before what the text has for the same year
        ("xiangshan-14fyp/068 xiangshan-14fyp/069", "到2025年达到70%，提高1.48个百分点"),
        ("xiangshan-14fyp/090 xiangshan-14fyp/091", "到2025年超过95%，提高超过1.2个百分点"),
        ("xiangshan-14fyp/084 xiangshan-14fyp/085", "到2025年超过70%，提高超过12.3个百分点"),
        ("xiangshan-14fyp/066 xiangshan-14fyp/067", "到2025年达到100%，提高7.6个百分点"),
    ],
)
def test_of_two_bounds_of_one_number_that_of_the_table_counts(evidence, figures, told):
    found = compare.findings(compare.observations(), kinds=["own-target"], evidence=evidence)
    row = found.set_index("figures").loc[figures]
    assert told in row["sentence_zh"] and not row["cautions"]


def test_the_table_of_targets_says_which_of_two_bounds_it_takes(evidence):
    stated = compare.observations()
    shown = [
        tables.needs_table(stated, about=about, evidence=evidence).notes
        for about in ("xiangshan", "fushun")
    ]
    assert ["取与基数同表的一处" in "".join(notes) for notes in shown] == [True, False]


def test_two_numbers_for_one_year_are_in_doubt():
    frame = rows(
        ("甲县", 2020, "actual", "=", 50.0),
        ("甲县", 2025, "target", "=", 60.0),
        ("甲县", 2025, "target", "=", 65.0),
    )
    (sentence,) = said(frame.assign(use=["main", "main", "alternative"]), "own-target")
    assert "到2025年达到60%" in sentence and "文件内另有不同数值" in sentence


@pytest.mark.parametrize(("base", "aim"), [("~", "="), ("=", "~")])
def test_the_way_from_or_to_about_so_much_is_about_so_long(base, aim):
    plan = rows(("甲县", 2024, "actual", base, 93.0), ("甲县", 2027, "target", aim, 96.0))
    (sentence,) = said(plan, "own-target")
    assert "提高约3个百分点，年均约1个百分点" in sentence

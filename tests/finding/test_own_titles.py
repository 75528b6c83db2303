"""The page of a whole table is called by the table's title."""

import pandas as pd
import pytest

import compare
from compare.finding.lead import lead

VALUES = {"region": ["East", "West"], "rate 2023 (%)": [90.0, 80.0], "share 2023 (%)": [50.0, 10.0]}


def headed(tmp_path, lang, *title, columns=tuple(VALUES)):
    frame = pd.DataFrame(VALUES)[list(columns)]
    path = tmp_path / "counties.csv"
    path.write_text("".join(f"{line}\n" for line in title) + frame.to_csv(index=False))
    table = compare.panel(path, direction="higher")
    return lead(table.observations, evidence=table.evidence, lang=lang).text


@pytest.mark.parametrize(("lang", "colon"), [("en", ": "), ("zh", "：")])
def test_it_is_the_title_of_the_table_or_its_file(tmp_path, lang, colon):
    assert headed(tmp_path, lang, "School report of the counties").startswith(
        f"School report of the counties{colon}"
    )
    assert headed(tmp_path, lang).startswith(f"counties{colon}")


def test_a_title_that_leaves_no_room_for_what_is_found_is_left_out(tmp_path):
    title = "Education of the counties " * 4
    assert headed(tmp_path, "en", title).startswith("Education indicators compared: ")


def test_an_indicator_that_is_called_as_the_table_is_named_once(tmp_path):
    text = headed(tmp_path, "en", "rate", columns=["region", "rate 2023 (%)"])
    assert text == "rate: East 10 percentage points higher than West (2023)"


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_table_without_any_name_is_called_as_ever(lang):
    table = compare.panel(pd.DataFrame(VALUES), direction="higher")
    text = lead(table.observations, evidence=table.evidence, lang=lang).text
    assert text.startswith({"en": "Education indicators", "zh": "各地教育指标比较"}[lang])

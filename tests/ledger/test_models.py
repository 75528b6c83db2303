import csv

import pytest
from pydantic import ValidationError

from compare.ledger import models
from compare.ledger.models import (
    QUOTE_LENGTH,
    Alignment,
    Benchmark,
    Figure,
    Indicator,
    Region,
    Source,
    columns,
    optional_columns,
)

FIGURE = {
    "figure": "luting-plan/007",
    "label": "小学入学率",
    "quote": "小学入学率保持在99%以上",
    "locator": "二、目标",
    "printed": "99",
    "comparator": ">=",
    "lo": "99",
    "hi": "",
    "unit": "%",
    "year": "2025",
    "year_start": "",
    "year_end": "",
    "year_basis": "printed",
    "kind": "target",
    "scope": "region",
    "worded": "false",
    "note": "",
}
ALIGNMENT = {
    "figure": "luting-plan/007",
    "indicator": "school_enrolment",
    "factor": "1",
    "comparability": "exact",
    "reason": "与定义同名。",
    "reason_en": "",
    "use": "main",
}
REGION = {
    "region": "luting",
    "name_zh": "鹭汀",
    "name_en": "Luting",
    "full_name_zh": "鹭汀县",
    "level": "county",
    "parent": "chengwan",
    "province": "东湖",
    "adcode": "170225",
    "aliases": "",
}
INDICATOR = {
    "indicator": "school_enrolment",
    "theme": "enrolment",
    "name_zh": "小学入学率",
    "name_en": "Primary enrolment rate",
    "definition_zh": "占比。",
    "definition_en": "A share.",
    "numerator": "入学儿童",
    "denominator": "适龄儿童",
    "unit": "%",
    "direction": "higher",
    "floor": "0",
    "cap": "100",
    "rankable": "true",
    "only_in": "",
    "only_level": "",
    "note": "",
    "note_en": "",
}
BENCHMARK = {
    "benchmark": "enrolment-standard",
    "indicator": "school_enrolment",
    "scope": "national",
    "year": "",
    "kind": "standard",
    "comparator": ">=",
    "lo": "99",
    "hi": "",
    "rule": "测试〔2019〕1号",
    "remark": "",
    "remark_en": "",
}
SOURCE = {
    "document": "luting-plan",
    "region": "luting",
    "title": "规划",
    "number": "",
    "issuer": "鹭汀县",
    "issued": "2021-06-01",
    "period_start": "2021",
    "period_end": "2025",
    "publisher": "",
    "sha256": "a" * 64,
    "characters": "200",
    "note": "",
}
ROWS = {
    Figure: FIGURE,
    Alignment: ALIGNMENT,
    Region: REGION,
    Indicator: INDICATOR,
    Benchmark: BENCHMARK,
    Source: SOURCE,
}
FILES = {
    Figure: "luting-plan/figures.csv",
    Alignment: "luting-plan/alignment.csv",
    Region: "definitions/regions.csv",
    Indicator: "definitions/indicators.csv",
    Benchmark: "definitions/benchmarks.csv",
}


def refused(model, **cells):
    """Return the columns, or the columns of the row errors, that refuse a row."""
    with pytest.raises(ValidationError) as error:
        model.model_validate(ROWS[model] | cells)
    return [
        detail.get("ctx", {}).get("column") or detail["loc"][0] for detail in error.value.errors()
    ]


@pytest.mark.parametrize("model", ROWS, ids=lambda model: model.__name__)
def test_the_example_rows_are_accepted(model):
    assert model.model_validate(ROWS[model])


@pytest.mark.parametrize(("model", "file"), FILES.items(), ids=FILES.values())
def test_the_columns_of_a_model_are_those_of_its_file(world, project, model, file):
    files = [world.raw / file, *project.raw.glob(file.replace("luting-plan", "*"))]
    assert len(files) > 1
    for path in files:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            header = next(csv.reader(lines))
        assert [name for name in header if name not in optional_columns(model)] == columns(model)
        assert columns(model) == [name for name in ROWS[model] if name in columns(model)]


@pytest.mark.parametrize("model", ROWS, ids=lambda model: model.__name__)
def test_every_field_says_what_is_allowed(model):
    assert [name for name, field in model.model_fields.items() if not field.description] == []


@pytest.mark.parametrize("model", ROWS, ids=lambda model: model.__name__)
def test_an_empty_cell_is_refused_exactly_where_a_value_is_required(model):
    required = [name for name, field in model.model_fields.items() if field.is_required()]
    kept = ["sha256", "characters"] if model is Source else []  # both, or text: none
    assert set(refused(model, **dict.fromkeys(required, ""))) == set(required)
    optional = [name for name in ROWS[model] if name not in required + kept]
    if model is Figure:
        optional = ["unit", "year_start", "year_end", "note"]
    if model is Benchmark:
        optional = ["year", "hi", "remark", "remark_en"]
    assert model.model_validate(ROWS[model] | dict.fromkeys(optional, ""))


@pytest.mark.parametrize("model", ROWS, ids=lambda model: model.__name__)
def test_an_unknown_column_is_refused(model):
    assert refused(model, more="1") == ["more"]


@pytest.mark.parametrize(
    ("comparator", "lo", "hi"),
    [
        ("=", "9", "9"),
        ("~", "9", "9"),
        (">=", "9", ""),
        (">", "9", ""),
        ("<=", "", "9"),
        ("<", "", "9"),
        ("range", "9", "10"),
    ],
)
def test_each_comparator_has_its_own_shape_of_interval(comparator, lo, hi):
    shapes = [("9", "9"), ("9", ""), ("", "9"), ("9", "10"), ("10", "9"), ("", "")]
    accepted = []
    for shape in shapes:
        cells = {"comparator": comparator, "lo": shape[0], "hi": shape[1]}
        try:
            Benchmark.model_validate(BENCHMARK | cells)
            accepted.append(shape)
        except ValidationError as error:
            assert error.errors()[0]["ctx"]["column"] == "lo"
    assert accepted == [(lo, hi)]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("figure", "luting-plan"),
        ("figure", "Luting-plan/001"),
        ("figure", "luting-plan/1"),
        ("comparator", "=>"),
        ("lo", "99%"),
        ("lo", "NaN"),
        ("lo", "Infinity"),
        ("lo", "1e9999999"),
        ("lo", "-1e9999999"),
        ("lo", "2月3日"),
        ("year", "20205"),
        ("year", "1989"),
        ("year", "2061"),
        ("year", "2020.5"),
        ("year", "2024-02-03"),
        ("year_basis", "guessed"),
        ("kind", "actuals"),
        ("scope", "everywhere"),
        ("worded", "1"),
        ("worded", "yes"),
        ("quote", "99" * QUOTE_LENGTH),
        ("printed", "98"),
    ],
)
def test_a_figure_refuses(column, value):
    assert refused(Figure, **{column: value}) == [column]


@pytest.mark.parametrize(
    ("year", "start", "end"),
    [
        ("", "", ""),
        ("2025", "2021", "2025"),
        ("", "2021", ""),
        ("", "", "2025"),
        ("", "2025", "2021"),
    ],
)
def test_a_figure_has_one_year_or_one_whole_period(year, start, end):
    assert refused(Figure, year=year, year_start=start, year_end=end) == ["year"]


def test_the_last_year_of_a_figure():
    assert Figure.model_validate(FIGURE).last_year == 2025
    period = FIGURE | {"year": "", "year_start": "2016", "year_end": "2020"}
    assert Figure.model_validate(period).last_year == 2020


def test_a_figure_knows_its_document_from_its_id():
    assert Figure.model_validate(FIGURE).document == "luting-plan"


def test_a_quote_may_have_45_characters_and_no_more():
    longest = "99" + "字" * (QUOTE_LENGTH - 2)
    assert QUOTE_LENGTH == 45
    assert Figure.model_validate(FIGURE | {"quote": longest})
    assert refused(Figure, quote=longest + "字") == ["quote"]


@pytest.mark.parametrize(("cell", "value"), [("TRUE", True), ("true", True), ("False", False)])
def test_truth_is_read_as_spreadsheets_write_it(cell, value):
    assert Indicator.model_validate(INDICATOR | {"rankable": cell}).rankable is value


@pytest.mark.parametrize("factor", ["0", "-1", "NaN", "Infinity", "1e9999999", "1/2"])
def test_an_alignment_refuses_a_factor(factor):
    assert refused(Alignment, factor=factor) == ["factor"]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("region", "Luting"),
        ("region", "鹭汀"),
        ("level", "town"),
        ("adcode", "17022"),
        ("adcode", "990225"),
        ("adcode", "17022x"),
    ],
)
def test_a_region_refuses(column, value):
    assert refused(Region, **{column: value}) == [column]


def test_the_names_of_a_region_are_all_that_it_may_be_called():
    region = Region.model_validate(REGION | {"aliases": "Egret|鹭洲"})
    assert region.names == ("luting", "鹭汀", "鹭汀县", "Luting", "170225", "Egret", "鹭洲")
    assert Region.model_validate(REGION).names == ("luting", "鹭汀", "鹭汀县", "Luting", "170225")


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"indicator": "School"}, "indicator"),
        ({"theme": "Money"}, "theme"),
        ({"direction": "up"}, "direction"),
        ({"only_level": "town"}, "only_level"),
        ({"floor": "100"}, "floor"),
        ({"floor": "101"}, "floor"),
        ({"direction": "neutral"}, "rankable"),
    ],
)
def test_an_indicator_refuses(cells, column):
    assert refused(Indicator, **cells) == [column]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("document", "Luting Plan"),
        ("issued", "in summer"),
        ("issued", "2021-06-31"),
        ("period_start", "1989"),
        ("sha256", "a" * 63),
        ("sha256", "A" * 64),
        ("characters", "0"),
        ("characters", "many"),
        ("type", "book"),
        ("as_of", "last year"),
        ("as_of", "2021-06-02"),  # after the day of issue
        ("series", "Luting Plan"),
        ("series", "luting-plan"),  # which edition of it is not said
        ("edition", "2"),  # of which series is not said
        ("url", "luting.example/plan"),
        ("url", "https://luting.example/the plan"),
        ("text", "kept"),
        ("text", "none"),  # with sha256 and characters
        ("sha256", ""),
        ("characters", ""),
    ],
)
def test_a_source_refuses(column, value):
    assert refused(Source, **{column: value}) == [column]


def test_a_source_may_have_no_text_if_it_says_so():
    without = {"sha256": "", "characters": ""}
    assert refused(Source, **without) == ["sha256"]
    source = Source.model_validate(SOURCE | without | {"text": "none"})
    assert (source.sha256, source.characters) == (None, None)


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ({"issued": "2021-06-01"}, {"issued": "2021-06-02"}),
        ({"issued": "2021-06-01", "as_of": "2019-12-31"}, {"as_of": "2020-12-31"}),
        ({"issued": "", "as_of": "2021-05-31"}, {"issued": "2021-06-01"}),
        ({"issued": "2021-12-30"}, {"issued": "", "period_start": "2021"}),  # in that year
        ({"issued": "", "period_start": "2021"}, {"issued": "2022-01-01"}),
        ({"issued": "", "period_start": "2021"}, {"issued": "", "period_start": "2022"}),
    ],
)
def test_of_two_sources_it_can_be_told_which_is_the_newer(older, newer):
    ages = [Source.model_validate(SOURCE | cells).age for cells in (older, newer)]
    assert ages[0] < ages[1]


def test_a_source_was_written_when_issued_or_else_when_its_period_begins():
    assert Source.model_validate(SOURCE | {"period_start": "2022"}).written == 2021
    assert Source.model_validate(SOURCE | {"issued": "", "period_start": "2022"}).written == 2022
    spoken_of = SOURCE | {"issued": "", "as_of": "2023-12-31"}
    assert Source.model_validate(spoken_of).written == 2023


def test_several_wrong_cells_are_refused_at_once():
    assert set(refused(Figure, lo="x", year="x", kind="x")) == {"lo", "year", "kind"}


def test_the_messages_list_the_allowed_values():
    assert "prefecture-city" in Region.model_fields["level"].description
    assert str(models.FIRST_YEAR) in Figure.model_fields["year"].description

"""Parameters: every wrong one at once, with what exists and the nearest spelling."""

import pytest

import compare
from compare.errors import CompareError, UnknownValueError
from compare.reports.notebooks.parameters import ParameterError, given_file


@pytest.fixture(autouse=True)
def _real(project):
    """Ask the real data."""


RIGHT = {
    "lang": "en",
    "theme": "balance",
    "themes": ["balance", "preschool"],
    "indicator": "balance_junior",
    "region": "330225",
    "region_a": "象山县",
    "region_b": "Pingyang",
    "kind": "target",
    "year": 2025,
    "reference": "宁波",
    "rule": "教督〔2017〕6号",
    "figure": "fushun-14fyp/009",
    "document": "fushun-14fyp",
    "benchmark": "target",
    "weights": {"balance_junior": 2.5},
    "goalposts": {"balance_junior": [0, 1]},
    "minimum_coverage": 1,
    "exclude_small": 0,
    "normalise": "rank",
    "aggregate": "geometric",
}


@pytest.mark.parametrize("name", RIGHT)
def test_what_exists_is_taken_and_none_asks_for_nothing(name):
    compare.check_parameters(**{name: RIGHT[name]})
    compare.check_parameters(**{name: None})


@pytest.mark.parametrize("horizon", ["exact", "latest", "path", 2025, 2030])
def test_a_horizon_is_a_way_to_align_or_a_target_year(horizon):
    compare.check_parameters(horizon=horizon)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"theme": "balanse"}, "theme='balanse' does not exist. Did you mean 'balance'?"),
        ({"indicator": "balance_juniour"}, "Did you mean 'balance_junior'"),
        ({"indicators": ["balance_junior", "retention"]}, "indicator='retention' does not exist"),
        ({"indicators": "balance_junior"}, "is not a list; write ['balance_junior']"),
        ({"themes": []}, "themes=[] is empty"),
        ({"region": "宁波市区"}, "Did you mean '宁波"),
        ({"region_a": "nowhere"}, "region_a='nowhere' does not exist"),
        ({"regions": ["ningbo", 3]}, "region=3 does not exist"),
        ({"region_a": "象山", "region_b": "Xiangshan"}, "the same region, 'xiangshan'"),
        ({"reference": "bset"}, "Did you mean 'best'"),
        ({"kind": "plan"}, "Known values: actual, target"),
        ({"lang": "fr"}, "Known values: en, zh"),
        ({"lang": True}, "lang=True does not exist"),
        ({"year": 2019}, "year=2019 does not exist. Did you mean 2020?"),
        ({"year": True}, "year=True is no year"),
        ({"year": "2020"}, "without quotes it is 2020"),
        ({"year": 2020.0}, "year=2020.0 is no year"),
        ({"horizon": "neerest"}, "Did you mean 'nearest'?"),
        ({"horizon": 2020}, "horizon=2020 does not exist. Did you mean 2021?"),
        ({"horizon": "nearest"}, "needs within=<years>"),
        ({"horizon": "nearest", "within": -1}, "a whole number, 0 or more"),
        ({"within": False}, "a whole number, 0 or more"),
        ({"rule": "2013"}, "Did you mean '2012'|Did you mean '2017'"),
        ({"figure": "fushun-14fyp/999"}, "Did you mean 'fushun-14fyp/099'|fushun-14fyp/0"),
        ({"document": "fushun"}, "Did you mean 'fushun-14fyp'"),
        ({"benchmark": "targets"}, "Did you mean 'target'"),
        ({"weights": {"balance": 1}}, "weights key 'balance' does not exist"),
        ({"weights": {"balance_junior": -1}}, "weights['balance_junior']=-1"),
        ({"weights": {"balance_junior": True}}, "weights['balance_junior']=True"),
        ({"weights": {"balance_junior": 0}}, "all are 0"),
        ({"weights": [1]}, "is no mapping"),
        (
            {"indicators": ["balance_junior"], "weights": {"balance_primary": 1}},
            "weights key 'balance_primary' is not among indicators",
        ),
        ({"goalposts": {"balance_junior": [1, 0]}}, "the lower one first"),
        ({"goalposts": {"x": [0, 1]}}, "goalposts key 'x' does not exist"),
        ({"goalposts": 3}, "is no mapping"),
        ({"minimum_coverage": 1.5}, "is no share; allowed: 0 to 1"),
        ({"minimum_coverage": True}, "is no share"),
        ({"schools": "no/such.csv"}, "there is no file 'no/such.csv'; looked for"),
        ({"schools": 3}, "schools=3"),
    ],
)
def test_what_does_not_exist_is_refused_with_what_does(wrong, said):
    with pytest.raises(ParameterError) as error:
        compare.check_parameters(**wrong)
    assert any(part in str(error.value) for part in said.split("|")), str(error.value)


def test_all_problems_are_named_at_once():
    with pytest.raises(ParameterError) as error:
        compare.check_parameters(theme="x", year=1, kind="y", region="z", lang="en")
    lines = str(error.value).splitlines()
    assert [line.split("=")[0] for line in lines] == ["theme", "year", "kind", "region"]


def test_a_parameter_that_nothing_is_known_of_is_refused():
    with pytest.raises(UnknownValueError, match="Did you mean 'theme'"):
        compare.check_parameters(thema="balance")
    with pytest.raises(UnknownValueError, match="Did you mean 'theme'"):
        compare.choices("thema")


@pytest.mark.parametrize(
    "name",
    ["theme", "indicator", "region", "reference", "year", "target_year", "kind", "horizon",
     "figure", "document", "benchmark", "rule", "normalise", "aggregate", "lang"],
)  # fmt: skip
def test_every_choice_is_taken(name):
    known = compare.choices(name)
    assert known and len(set(known)) == len(known)
    for value in known:
        if not (name == "horizon" and value == "nearest"):
            compare.check_parameters(**{name: value})


def test_choices_are_those_of_the_data_at_hand(built_world):
    assert compare.choices("region") == ["chengwan", "luting", "shadu", "shuoling"]
    compare.check_parameters(theme="finance", region="澄湾地区", year=2024)
    with pytest.raises(ParameterError, match="theme='preschool' does not exist"):
        compare.check_parameters(theme="preschool")


def test_a_file_may_be_named_from_here_from_the_project_or_by_its_whole_path(
    built_world, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "here.csv").touch()
    (built_world.root / "there.csv").touch()
    assert given_file("here.csv").samefile(tmp_path / "here.csv")
    assert given_file("there.csv").samefile(built_world.root / "there.csv")
    assert given_file(tmp_path / "here.csv").samefile(tmp_path / "here.csv")
    with pytest.raises(CompareError, match="looked for"):
        given_file("nowhere.csv")


def test_without_data_the_message_says_what_to_run(world):
    with pytest.raises(CompareError, match="run `compare-regions build`"):
        compare.check_parameters(theme="balance")

"""Datasets: an own table is asked as the documents are, without any database."""

import subprocess
import sys

import pytest
import yaml

import compare
from compare.curated.dataset import STORED, table_hash
from compare.curated.noting import VARIABLE
from compare.errors import UnknownValueError
from compare.reports.notebooks.parameters import ParameterError
from compare.sources.panel.description import write_description

TABLE = """地区,毛入园率2019,毛入园率2020,大班额比例2020
东县,90,≥91,3
西县,85,—,5
"""
TOLD = {"direction": {"毛入园率": "higher", "大班额比例": "lower"}}


@pytest.fixture
def home(tmp_path, monkeypatch):
    """Return a project that has a table and was never built."""
    (tmp_path / "data" / "raw").mkdir(parents=True)
    (tmp_path / "counties.csv").write_text(TABLE, encoding="utf-8")
    write_description(
        tmp_path / "counties.csv", tmp_path / "data" / "raw", "counties", "我的表", TOLD
    )
    monkeypatch.setenv("COMPARE_HOME", str(tmp_path))
    monkeypatch.delenv(VARIABLE, raising=False)
    return tmp_path


def test_a_table_is_asked_for_by_its_folder_by_a_path_and_as_it_was_read(home):
    data = compare.dataset("counties")
    assert data.observations(indicator="毛入园率", region="西县")["value"].tolist() == [85]
    assert data.observations(theme="own")["document"].unique().tolist() == ["counties"]
    assert len(data.coverage(region=["东县"])) == 2
    assert data.benchmarks().empty
    by_path = compare.dataset(home / "data" / "raw" / "counties")
    assert len(by_path.observations()) == len(data.observations()) == 5
    read = compare.panel(home / "counties.csv", **TOLD)
    assert len(compare.dataset(read).observations()) == 5
    assert compare.dataset(data) is data


def test_it_knows_what_may_be_asked_for(home):
    known = {name: compare.choices(name, "counties") for name in STORED}
    assert known["indicator"] == ["大班额比例", "毛入园率"]
    assert known["year"] == [2019, 2020] and known["target_year"] == []
    assert known["plan"] == known["benchmark"] == []
    compare.check_parameters(dataset="counties", region="东县", reference="西县", year=2019)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"dataset": "countys"}, "dataset='countys' does not exist. Did you mean 'counties'?"),
        ({"dataset": 3}, "dataset=3 is no name of a table"),
        ({"dataset": "counties", "theme": "balance"}, "theme='balance' does not exist"),
        ({"dataset": "counties", "year": 2021}, "Did you mean 2020?"),
        ({"dataset": "counties", "region_a": "东县", "region_b": "东县"}, "the same region"),
        ({"dataset": "counties", "region": "南县"}, "region='南县' does not exist"),
    ],
)
def test_what_it_does_not_have_is_refused_in_one_sentence(home, wrong, said):
    with pytest.raises(ParameterError) as error:
        compare.check_parameters(**wrong)
    assert said in str(error.value) and "\n" not in str(error.value)


def test_a_project_without_tables_says_how_to_get_one(home):
    for path in (home / "data" / "raw" / "counties").iterdir():
        path.unlink()
    with pytest.raises(UnknownValueError, match="do: compare-regions import TABLE"):
        compare.dataset("counties")


def test_another_file_or_description_is_another_table(home):
    folder = home / "data" / "raw" / "counties"
    before, first = table_hash(folder), compare.dataset("counties")
    assert compare.dataset("counties") is first
    said = yaml.safe_load((folder / "source.yml").read_text(encoding="utf-8"))
    said["compare"]["direction"]["大班额比例"] = "neutral"
    (folder / "source.yml").write_text(yaml.safe_dump(said, allow_unicode=True), encoding="utf-8")
    assert table_hash(folder) != before
    again = compare.dataset("counties").observations(indicator="大班额比例")
    assert set(again["direction"]) == {"neutral"}


def test_the_documents_are_asked_without_the_reader_of_tables(project):
    """Every notebook asks for them, and would import half the package for nothing."""
    program = (
        "import sys, compare\ncompare.dataset().observations()\n"
        "print({'compare.sources.panel.panel', 'compare.sources.scan'} & {*sys.modules})"
    )
    said = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() == "set()"

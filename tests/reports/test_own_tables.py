"""Own tables in the manifest: words, rules and names of a table, and what makes its pages stale."""

import pytest
from reporting import write_manifest, write_notebook

import compare
from compare.curated.noting import VARIABLE
from compare.curated.usage import Answers, in_words, read_used
from compare.errors import ReportError
from compare.reports import read_manifest
from compare.reports.links import Links
from compare.reports.region_rules import regions_of_rule
from compare.sources.panel.description import write_description

TABLE = """地区,毛入园率2019,毛入园率2020,大班额比例2020
东县,90,≥91,3
西县,85,—,5
南县,88,92,4
北县,84,90,2
"""
TOLD = {"direction": {"毛入园率": "higher", "大班额比例": "lower"}}
ENTRY = "[{name: 'own-{%s}', notebook: n, title: '{%s_zh}', parameters: {dataset: counties}, "


@pytest.fixture
def project(built_world):
    """Return a built project with an own table beside its documents."""
    write_notebook(built_world, "n", 'lang = "zh"\nregion: str = None\nindicator: str = None\n'
                   "dataset: str = None")  # fmt: skip
    file = built_world.root / "counties.csv"
    file.write_text(TABLE, encoding="utf-8")
    write_description(file, built_world.raw, "counties", "我的表", TOLD)
    return built_world


def reports(project, key, matrix):
    write_manifest(project, ENTRY % (key, key) + f"matrix: {{{matrix}}}}}]")
    return read_manifest(project)


def test_words_stand_for_what_is_in_the_table(project):
    made = reports(project, "indicator", "indicator: indicators")
    assert [report.name for report in made] == ["own-毛入园率", "own-大班额比例"]
    assert made[0].parameters == {"dataset": "counties", "indicator": "毛入园率"}
    assert [one.title for one in reports(project, "region", "region: regions")][:2] == [
        "东县", "西县",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "regions"),
    [
        ("top 2 by 毛入园率", ["南县", "东县"]),
        ("bottom 1 by 毛入园率 in 2019", ["北县"]),
        ("top 1 by 大班额比例", ["北县"]),  # lower is better
        ("毛入园率 >= 91", ["南县", "东县"]),
        ("毛入园率 < 88 in 2019", ["西县", "北县"]),
    ],
)
def test_regions_are_chosen_by_a_rule(project, rule, regions):
    made = reports(project, "region", f"region: '{rule}'")
    assert [report.parameters["region"] for report in made] == regions


def test_a_rule_may_stand_in_a_list_beside_names(project):
    made = reports(project, "region", "region: ['bottom 1 by 大班额比例', 东县]")
    (last,) = reports(project, "region", "region: 'bottom 1 by 大班额比例'")
    assert [one.parameters["region"] for one in made] == [last.parameters["region"], "东县"]


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("top 2", "does not say by which indicator; do: top 2 by 毛入园率"),
        ("top 2 by 毛入圆率", "Did you mean '毛入园率'"),
        ("top 2 by 毛入园率 in 2018", "year='2018' does not exist"),
        ("毛入园率 > 99", "chooses no region"),
        ("first 3", "matrix: region='first 3' does not exist"),
    ],
)
def test_a_rule_that_cannot_be_followed_is_refused_in_a_sentence(project, rule, said):
    with pytest.raises(ReportError) as error:
        reports(project, "region", f"region: '{rule}'")
    assert said in str(error.value)


def test_a_rule_asks_the_documents_as_well(project):
    assert regions_of_rule("top 1 by school_enrolment", compare.dataset()) == ["luting"]


def test_a_table_is_named_in_parameters_and_is_there(project):
    with pytest.raises(ReportError, match="write an entry for each"):
        write_manifest(project, "[{name: 'a-{dataset}', notebook: n, title: t, "
                       "matrix: {dataset: [counties]}}]")  # fmt: skip
        read_manifest(project)
    with pytest.raises(ReportError, match="Did you mean 'counties'"):
        write_manifest(project, "[{name: a, notebook: n, title: t, "
                       "parameters: {dataset: countys}}]")  # fmt: skip
        read_manifest(project)


def test_pages_of_a_table_lead_to_each_other_and_not_to_those_of_documents(project):
    made = [*reports(project, "indicator", "indicator: indicators"),
            *reports(project, "region", "region: [东县, 西县]")]  # fmt: skip
    links = Links(compare.connect(project), made, project)
    assert [address for _, address, _ in links.of(made[0])] == ["own-东县.html", "own-西县.html"]


def test_a_table_that_changes_makes_its_pages_stale_and_no_others(project, monkeypatch, tmp_path):
    def used(name, read):
        notes = tmp_path / name
        monkeypatch.setenv(VARIABLE, str(notes))
        read()
        monkeypatch.delenv(VARIABLE)
        return read_used(notes, project, Answers(project).data_version)

    own = used("own", lambda: compare.dataset("counties").observations())
    documents = used("documents", lambda: compare.dataset().observations())
    version = Answers(project).data_version
    assert Answers(project).changed(own, version) == []
    table = project.raw / "counties" / "table.csv"
    table.write_text(TABLE.replace("84", "86"), encoding="utf-8")
    changed = Answers(project).changed(own, version)
    assert [in_words(question) for question in changed] == ["table counties"]
    assert Answers(project).changed(documents, version) == []


def test_a_rule_takes_no_value_that_is_only_related(built_once, monkeypatch):
    monkeypatch.setenv("COMPARE_HOME", str(built_once.root))
    data = compare.dataset()
    rows = data.observations(indicator="preschool_enrolment")
    related = set(rows.loc[rows["comparability"] == "proxy", "region"])
    assert related and not related & {*regions_of_rule("top 9 by preschool_enrolment", data)}

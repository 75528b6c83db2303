"""Targets of all by year: on the page, and as a workbook that is the same each time."""

import io

import pandas as pd
import pytest

import compare
from compare import tables
from compare.ledger.evidence import Evidence


@pytest.fixture(scope="module")
def observed(built_once):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COMPARE_HOME", str(built_once.root))
        yield compare.observations()


@pytest.fixture(scope="module")
def known(built_once):
    return compare.evidence(built_once)


def test_every_region_nation_and_province_has_its_column(observed, known):
    plain = tables.target_years_table(observed, year=2025, evidence=known).plain()
    assert list(plain.columns) == ["指标", "抚顺", "象山", "平阳", "全国"]
    row = plain.set_index("指标").loc["公办幼儿园在园幼儿占比"]
    planned = {
        "抚顺": "50%以上",
        "象山": "",
        "平阳": "保持在50%以上（口径相近）",
        "全国": "超过50%（据二手资料）",
    }
    assert row.to_dict() == planned
    assert "浙江省" in tables.target_years_table(observed, evidence=known).frame


def test_the_nation_s_target_stands_there_where_regions_state_outcomes_alone(observed, known):
    plain = tables.target_years_table(observed, year=2025, evidence=known).plain()
    row = plain.set_index("指标").loc["高等教育毛入学率"]
    assert row["全国"].startswith("60%") and row["抚顺"] == row["平阳"] == ""
    assert "高等教育毛入学率" in set(observed.loc[observed["kind"] == "actual", "indicator_zh"])


def test_what_came_stands_beside_the_target(observed, known):
    plain = tables.target_years_table(observed, year=2025, evidence=known).plain()
    nation = plain.set_index("指标").loc["九年义务教育巩固率", "全国"]
    assert nation == "96%（据二手资料），实际96.1%（2025年），达到目标"


def test_of_many_regions_the_page_names_the_workbook(observed):
    chosen = (observed["indicator"] == "public_children_share") & (observed["region"] == "fushun")
    targets = observed[chosen]
    many = pd.concat([targets.assign(region=f"r{n}") for n in range(20)])
    table = tables.target_years_table(many)
    assert table.frame.empty and "所附表格" in table._repr_html_()
    assert list(tables.targets_workbook(many).sheets) == ["全部目标"]


def test_the_workbook_has_each_target_once_and_the_same_bytes(observed, known):
    made = tables.targets_workbook(observed, evidence=known)
    assert made.content == tables.targets_workbook(observed, evidence=known).content
    head, *rows = made.sheets["全部目标"]
    assert head[:6] == ["年份", "指标", "单位", "地区", "目标", "界限"]
    own = [row for row in rows if row[3] in ("抚顺", "宁波", "象山", "平阳", "衢州")]
    assert len(own) == len(compare.attainment(observed, evidence=known))
    assert "2025" in made.sheets and len(made.sheets["2025"]) > 20
    assert 'download="targets.xlsx"' in made._repr_html_() and "data:" in made._repr_html_()
    assert io.BytesIO(made.content).read(2) == b"PK"


def test_what_is_inferred_or_may_be_another_concept_is_marked_below_its_year(project):
    plain = tables.target_years_table(
        compare.observations(), year=2025, evidence=compare.evidence()
    ).plain().set_index("指标")  # fmt: skip
    assert plain.loc["优质高中招生名额分配比例", "平阳"] == "60%以上（年份推定；口径相近）"
    assert plain.loc["优质高中招生名额分配比例", "象山"] == "超过70%"
    broken = pd.DataFrame([
        {**BROKEN, "year": 2020, "kind": "actual", "after_break": False},
        {**BROKEN, "year": 2025, "kind": "target", "after_break": True},
    ])  # fmt: skip
    (cell,) = tables.target_years_table(broken).plain()["east"]
    assert cell == "50%（口径是否改变待核实）"


BROKEN = {
    "region": "east", "indicator": "rate", "unit": "%", "direction": "higher",
    "comparator": "=", "value": 50.0, "lo": 50.0, "hi": 50.0, "scope": "region",
    "comparability": "exact", "use": "main",
}  # fmt: skip


def put_off(*indicators, **cells):
    """Return dates that a report has put off by a year, as a table tells them."""
    stated, documents = [], []
    for document, year, issued in (("plan", 2025, "2021-05-01"), ("report", 2026, "2026-03-01")):
        documents.append({"document": document, "region": "east", "issued": issued, "type": "plan",
                          "title": document, "series": None, "edition": None})  # fmt: skip
        for indicator in indicators:
            stated.append({
                **BROKEN, "indicator": indicator, "unit": "year", "kind": "target", "year": year,
                "value": year, "lo": year, "hi": year, "direction": "neutral",
                "document": document, "use": "main" if document == "report" else "superseded",
                **{name: document + end for name, end in cells.items()},
            })  # fmt: skip
    known = Evidence(documents=pd.DataFrame(documents))
    return tables.target_years_table(pd.DataFrame(stated), evidence=known).plain()


def test_a_target_that_was_put_off_stands_in_its_first_year_with_the_new_one(project):
    plain = put_off("status", figure="/1")
    assert plain["east"].tolist() == ["2025年，推迟到2026年", "2026年"]


def test_what_is_listed_is_cited_and_two_aims_of_the_nation_have_their_names(project):
    evidence = compare.evidence()
    targets = tables.target_rows(compare.observations(), evidence=evidence)
    figures = tables.figures_listed(targets)
    assert len(figures) == len(set(figures)) and {*targets["target_figure"]} <= {*figures}
    plain = tables.target_years_table(None, evidence=evidence, targets=targets).plain()
    (cell,) = plain.set_index("指标").loc[["高中阶段毛入学率"], "全国"]
    first, second = cell.split("；", 1)[0], cell
    assert "“十四五”公共服务规划：超过92%" in cell and "规划" in first and "92%以上" in second
    assert cell.count("（四舍五入之前是否达到不能确定）") == 2


def test_what_was_put_off_needs_no_figures_and_is_told_once_for_each_thing():
    plain = put_off("status", "other")
    assert plain["east"].tolist() == ["2025年，推迟到2026年"] * 2 + ["2026年"] * 2

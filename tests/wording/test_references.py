"""References: what a benchmark, a middle or a document is called, everywhere the same."""

import ast
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

import compare
from compare.ledger.evidence import Evidence
from compare.wording.catalogue import names
from compare.wording.references import (
    MIDDLES,
    benchmark_name,
    document_name,
    reference_name,
    rule_citation,
    source_line,
)


@pytest.fixture(scope="module")
def evidence(built_once):
    return compare.evidence(built_once)


def test_each_benchmark_has_one_name_wherever_it_is_named(evidence):
    rows = evidence.benchmarks.to_dict("records")
    assert len(rows) >= 56
    for row in rows:
        for lang in ("zh", "en"):
            by_key = reference_name(row["benchmark"], evidence, lang)
            assert by_key == benchmark_name(row, lang) != row["benchmark"]
            whole = {**row, "year": None if pd.isna(row["year"]) else int(row["year"])}
            assert benchmark_name(whole, lang) == by_key
            assert "nan" not in by_key.lower().split()


def test_a_benchmark_is_named_by_scope_year_and_kind():
    target = {"scope": "national", "year": 2025.0, "kind": "target"}
    assert benchmark_name(target, "zh") == "全国2025年目标"
    assert benchmark_name(target, "en") == "national 2025 target"
    rule = {"scope": "national", "year": float("nan"), "kind": "standard"}
    assert benchmark_name(rule, "zh") == "全国标准"
    assert benchmark_name(rule, "en") == "national standard"


def test_nobody_else_names_a_reference():
    """Charts, tables, pages and notebooks ask this module; none puts the words together."""
    said = {name for name in names()["zh"] if name.startswith("reference-")} | {"reference-"}
    package = Path(compare.__file__).parent
    for path in package.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        texts = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}
        assert path.name == "references.py" or not said & texts, path


def test_middles_and_regions_are_called_by_their_names(evidence):
    assert [reference_name(name, evidence, "zh") for name in MIDDLES] == [
        "最优值", "中位数", "平均数",
    ]  # fmt: skip
    assert reference_name("fushun", evidence, "en") == "Fushun"
    assert reference_name("fushun", Evidence(), "en") == "fushun"


def test_a_document_has_its_number_and_date_where_it_prints_them():
    row = {"title": "规划", "number": "政发〔2021〕1号", "issued": date(2021, 6, 1)}
    assert document_name(row, "zh") == "《规划》（政发〔2021〕1号，2021-06-01）"
    assert document_name({**row, "number": None}, "en") == "《规划》 (2021-06-01)"
    assert document_name({**row, "number": None, "issued": None}, "zh") == "《规划》"
    assert source_line([row, {**row, "number": None, "issued": None}], "zh") == (
        "来源：《规划》（政发〔2021〕1号，2021-06-01）；《规划》。"
    )
    assert source_line([], "zh") == ""


RULE = {
    "rule": "教督〔2020〕1号", "rule_en": "Measures", "rule_title": "督导评估办法",
    "rule_issuer": "教育部", "rule_issued": "2020",
}  # fmt: skip


def test_a_rule_is_cited_in_full_where_it_is_known_and_else_by_its_name():
    assert rule_citation(RULE, "zh") == "教育部. 督导评估办法：教督〔2020〕1号[Z]. 2020."
    told = rule_citation(RULE, "en")
    assert told == "教育部. Measures (《督导评估办法》): 教督〔2020〕1号[Z]. 2020."
    named = RULE | {"rule": "2020年统计公报", "rule_title": "", "rule_issued": ""}
    assert rule_citation(named, "zh") == "教育部. 2020年统计公报[Z]. 日期不详."
    assert rule_citation({"rule": "统计公报", "rule_en": ""}, "zh") == "统计公报."


def test_a_title_that_is_not_chinese_is_in_english_marks_in_english():
    row = {"title": "County report", "number": None, "issued": None}
    assert document_name(row, "en") == "“County report”"
    assert document_name(row, "zh") == "《County report》"
    assert document_name(row | {"title": "各县数据"}, "en") == "《各县数据》"

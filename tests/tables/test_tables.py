"""All tables: pasted as they are shown, in one language, of anybody's rows."""

import re
import subprocess
import sys

import pandas as pd
import pytest
from stating import (
    LANGS,
    nobodys_composite,
    nobodys_gaps,
    nobodys_progress,
    nobodys_ranks,
    nobodys_rows,
    nobodys_variants,
)

import compare
from compare import tables
from compare.reports.notebooks.copies import made_up_plan
from compare.sources.scan import scan


def every_table(evidence, lang):
    observed = compare.observations(theme="balance")
    aligned = compare.align(observed, evidence=evidence)
    made_up = compare.made_up_schools()
    known = {"evidence": evidence, "lang": lang}
    yield tables.values_table(aligned, **known)
    for to in ("best", "median", "mean", "benchmark", "every", "宁波"):
        yield tables.gaps_table(compare.gaps(aligned, to=to, evidence=evidence), **known)
    yield tables.rankings_table(compare.rankings(aligned), **known)
    yield tables.progress_table(compare.progress(observed, evidence=evidence), **known)
    yield tables.coverage_table(compare.coverage(), **known)
    yield tables.benchmarks_table(compare.table("benchmarks"), **known)
    yield tables.definitions_table(compare.choices("indicator"), **known)
    yield tables.evidence_table(observed, **known)
    yield tables.figures_table(compare.table("figures").head(20), **known)
    yield tables.conflicts_table(compare.observations(), **known)
    yield tables.checks_table(compare.check(), compare.verify(), lang=lang)
    yield tables.code_book_table(compare.describe(), lang=lang)
    yield tables.coefficients_table(compare.balance_table(made_up, county="county"), lang=lang)
    yield tables.school_levels_table(compare.school_levels(made_up, county="county"), lang=lang)
    yield tables.journey_table(compare.trace("quzhou-2024-action-plan/017"), lang=lang)
    yield tables.proposals_table(scan(made_up_plan()).table(), **known)
    yield tables.facts_table({"rows": 3, "replaced": (), "built": {"figures": 2}}, lang=lang)
    yield tables.changes_table(compare.changes(), lang=lang)


@pytest.fixture(scope="module", params=LANGS)
def every(request, built_once):
    """Return a language, and every table in it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COMPARE_HOME", str(built_once.root))
        yield request.param, list(every_table(compare.evidence(), request.param))


def test_every_table_is_pasted_as_it_is_shown(every):
    for table in every[1]:
        page = table._repr_html_()
        assert page == table._repr_html_()
        assert "<script" not in page and "http" not in page
        assert not re.search(r"\bnan\b|\bNaN\b|>None<", page), table.title
        if table.frame.empty:
            continue
        cells = table.plain().drop(columns=[table.group] if table.group else [])
        # a mark stands inside a word, every other element between words
        text = re.sub(r"<[^>]+>", " ", re.sub(r"</?mark[^>]*>", "", page))
        for value in cells.to_numpy().ravel()[:200]:
            for word in filter(None, re.split(r"[\s\[\]<>&'\"]+", value)):
                assert word in text, (table.title, value)
        assert page.count("<tr") >= len(table.frame)


def test_headings_are_in_one_language(every):
    lang, made = every
    for table in made:
        if table.title.startswith(("数据字典", "Code book", "覆盖", "并列", "Coverage", "Values")):
            continue
        words = "".join(name for name in table.frame.columns if name.isascii() == (lang == "zh"))
        assert not words.strip(), (table.title, words)


def of_nobody(lang):
    """Yield every table that is about rows, of rows that nobody knows anything of."""
    rows, ranked, gone = nobodys_rows(), nobodys_ranks(), nobodys_progress()
    yield tables.values_table(rows, lang=lang)
    for to in ("best", "median", "mean", "every", "east"):
        yield tables.gaps_table(nobodys_gaps(to), lang=lang)
    yield tables.rankings_table(ranked, lang=lang)
    yield tables.rankings_table(ranked, region="east", lang=lang)
    yield tables.progress_table(gone, lang=lang)
    yield tables.evidence_table(rows, lang=lang)
    yield tables.conflicts_table(pd.concat([rows, rows.assign(lo=1.0, hi=2.0)]), lang=lang)
    yield tables.definitions_table(["share"], lang=lang)
    yield tables.figures_table(
        pd.DataFrame({"figure": ["f/1"], "region": ["east"], "year": [2020], "kind": ["actual"]}),
        lang=lang,
    )
    yield tables.coverage_table(
        pd.DataFrame(
            {"region": ["east"], "indicator": ["share"], "kind": ["actual"],
             "status": ["observed"], "years": ["2020"]}
        ),
        lang=lang,
    )  # fmt: skip
    limit = {"benchmark": "law", "indicator": "share", "comparator": ">=", "value": 85.0}
    yield tables.benchmarks_table(pd.DataFrame([limit]), lang=lang)
    yield tables.composite_table(nobodys_composite(), lang=lang)
    yield tables.variants_table(nobodys_variants(), lang=lang)


@pytest.mark.parametrize("lang", LANGS)
def test_tables_of_nobodys_rows_need_no_evidence_and_no_project(tmp_path, monkeypatch, lang):
    monkeypatch.setenv("COMPARE_HOME", str(tmp_path))
    for table in of_nobody(lang):
        page = table._repr_html_()
        assert not table.frame.empty, table.title
        assert not re.search(r"\bnan\b|\bNaN\b|None", page), table.title
    assert not any(tmp_path.iterdir())


def test_values_of_nobodys_rows_keep_their_bounds():
    plain = tables.values_table(nobodys_rows()).plain().set_index("指标")
    assert plain.loc["share", ["east", "west", "north"]].tolist() == ["90", "80", "70–75"]
    assert plain.loc["classes", "west"] == "≥9"
    assert tables.evidence_table(nobodys_rows()).plain()["数值"].tolist()[-1] == "≥9"


def test_importing_tables_imports_no_charts_and_not_the_searchable_tables():
    code = (
        "import sys, compare.tables; wrong = ('compare.charts', 'matplotlib', 'itables'); "
        "sys.exit(any(name.startswith(wrong) for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


def test_a_score_that_decides_nothing_has_no_rank_and_its_interval_stands_alone(evidence):
    names = ["preschool_enrolment", "compulsory_retention", "gaokao_first_line_rate"]
    aligned = compare.align(
        compare.observations(indicator=names), year=2020, kind="actual", evidence=evidence
    )
    made = compare.composite(aligned, goalposts={"compulsory_retention": [0, 100]})
    plain = tables.composite_table(made, evidence=evidence).plain().set_index("地区")
    assert "–" in plain.loc["象山", "得分"] and "（" not in plain.loc["象山", "得分"]
    assert plain.loc["象山", "状态"].startswith("已计算，不报名次")

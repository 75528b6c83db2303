"""Tables of figures: every id leads to its words, and every disagreement is listed."""

import re

import pandas as pd
import pytest
from stating import nobodys_rows

import compare
from compare import tables


def test_different_values_of_one_document_are_all_listed(evidence):
    observed = compare.observations(region="象山")
    table = tables.conflicts_table(observed, evidence=evidence).plain()
    assert [*table["数值"][:2]] == ["86.1%", "85.2%"]
    assert len(table) == 12
    assert tables.conflicts(compare.observations(region="宁波")).empty


@pytest.mark.parametrize(
    ("region", "indicator"),
    [("抚顺", "public_children_share"), ("衢州", "graduates_staying_share")],
)
def test_different_things_do_not_contradict_each_other(evidence, region, indicator):
    # 42.7% by children and 80% by places in 抚顺; two kinds of graduates in 衢州
    rows = compare.observations(region=region, indicator=indicator)
    assert rows["value"].nunique() > 1
    assert tables.conflicts(rows).empty
    unlabelled = rows.drop(columns="label")
    assert tables.conflicts(unlabelled, evidence=evidence).empty
    assert tables.conflicts(unlabelled).empty


def test_rows_of_ones_own_that_disagree_are_listed():
    rows = nobodys_rows().head(1)
    both = pd.concat([rows, rows.assign(value=91.0, lo=91.0, hi=91.0)], ignore_index=True)
    assert tables.conflicts(both)["value"].tolist() == [90.0, 91.0]
    assert tables.conflicts(pd.concat([rows, rows])).empty


def test_every_figure_leads_to_its_words(aligned, evidence):
    compared = compare.gaps(aligned, to="象山", evidence=evidence)
    page = tables.gaps_table(compared, evidence=evidence)._repr_html_()
    links = set(re.findall(r'href="#([^"]+)"', page))
    words = tables.evidence_table(compare.observations(theme="balance"), evidence=evidence)
    assert links and links <= set(re.findall(r'id="(figure-[^"]+)"', words._repr_html_()))
    assert "title=" in page


def test_words_that_the_rows_lack_come_from_the_evidence(evidence):
    rows = compare.observations(region="衢州")
    bare = rows.drop(columns=["quote", "locator", "reason", "reason_en", "label"])
    for lang in ("zh", "en"):
        whole = tables.evidence_table(rows, evidence=evidence, lang=lang)
        assert tables.evidence_table(bare, evidence=evidence, lang=lang).frame.equals(whole.frame)


def test_text_of_documents_is_escaped(project):
    figures = compare.table("figures").head(1).assign(label="<b>x</b> & y")
    page = tables.figures_table(figures)._repr_html_()
    assert "&lt;b&gt;x&lt;/b&gt; &amp; y" in page and "<b>x</b>" not in page


def test_figures_name_the_indicators_that_they_are_aligned_to(evidence):
    table = tables.figures_table(compare.table("figures"), evidence=evidence).plain()
    aligned = table.set_index("数据编号")["对应指标"]
    assert aligned["quzhou-2024-action-plan/017"] == "初中校际差异系数"
    assert aligned["fushun-14fyp/005"] == ""


@pytest.mark.parametrize(("n", "title"), [(1, "1 figure"), (2, "2 figures")])
def test_one_figure_is_one_figure(project, n, title):
    figures = compare.table("figures").head(n)
    assert tables.figures_table(figures, lang="en").title == title

"""Findings and sources as tables."""

import re

import pandas as pd

import compare
from compare import finding, tables
from compare.ledger.evidence import Evidence
from compare.wording.phrases import reasons_in_words


def test_what_the_lead_tells_is_not_told_again(evidence):
    observed = compare.observations()
    answer = finding.lead(observed, about="抚顺", evidence=evidence)
    found = compare.findings(observed, about="抚顺", evidence=evidence)
    table = tables.findings_table(found, besides=answer, evidence=evidence)
    said = table.plain()["结论"]
    assert set(said) <= set(answer.points) and 0 < len(said) < len(found)
    assert "2020年，抚顺高中阶段毛入学率为88.5%，比全国（91.2%）低2.7个百分点。" not in set(said)
    assert "未提及" not in set(table.plain()["类别"])  # listed by themselves
    assert 'href="#figure-' in table._repr_html_()


def test_ten_findings_stand_open_and_the_rest_is_folded(evidence):
    found = compare.findings(compare.observations(), about="抚顺", evidence=evidence)
    table = tables.findings_table(found, evidence=evidence)
    opened, folded = table._repr_html_().split("<details>")
    sentences = table.plain()["结论"]
    assert [text in opened for text in sentences] == [
        place < 10 for place in range(len(table.frame))
    ]
    assert all(text in folded for text in sentences[10:])
    assert f"<summary>其余{len(sentences) - 10}条</summary>" in folded
    whole = tables.findings_table(found, shown=len(found), evidence=evidence)
    assert "<details>" not in whole._repr_html_()


def test_no_caution_needs_a_column_for_the_sentence_has_it(evidence):
    found = compare.findings(compare.observations(), evidence=evidence)
    warned = found[found["cautions"] != ""]
    assert len(warned) > 50
    for row in warned.to_dict("records"):
        for lang in ("zh", "en"):
            for name in row["cautions"].split("; "):
                words = [reasons_in_words(name, lang)]
                if name == "approximate":  # the value says so itself
                    words.append({"zh": "约", "en": "about"}[lang])
                assert any(word in row[f"sentence_{lang}"] for word in words)


def test_nothing_is_counted_where_there_is_nothing(evidence):
    none = compare.findings(compare.observations(), about="抚顺", evidence=evidence).head(0)
    for lang, words in (("zh", "其他结论：无"), ("en", "Other findings: none")):
        assert words in tables.findings_table(none, lang=lang)._repr_html_()


def test_indicators_not_stated_are_listed_once(evidence):
    table = tables.not_stated_table(compare.coverage(region="fushun"), evidence=evidence).plain()
    assert table["说明"].tolist() == ["未提及", "不适用"]
    names = "、".join(table["指标"]).split("、")
    assert len(names) == len(set(names)) and "初中校际差异系数" in names


def test_sources_are_cited_in_full_and_places_lead_to_them(evidence):
    observed = compare.observations(region="抚顺")
    page = tables.references_table(observed["figure"], evidence=evidence)._repr_html_()
    assert (
        "抚顺市人民政府办公室. 抚顺市“十四五”教育发展规划：抚政办发〔2022〕18号[Z]. 2022-05-18."
        in re.sub("<[^>]+>", "", page)
    )
    assert "平阳" not in page
    assert (
        "县域学前教育普及普惠督导评估办法：教督〔2020〕1号" in page
    )  # its lines stand beside them
    assert "2020年全国教育事业发展统计公报" in page
    words = tables.evidence_table(observed, evidence=evidence)._repr_html_()
    assert set(re.findall(r'href="#(source-[^"]+)"', words)) == {"source-fushun-14fyp"}
    assert 'id="source-fushun-14fyp"' in page


def test_one_publication_is_cited_once_for_all_regions():
    twice = [
        {"document": f"{region}-list", "region": region, "title": "名单", "issuer": "日报",
         "issued": "2025-04-08"}
        for region in ("a", "b")
    ]  # fmt: skip
    known = Evidence(documents=pd.DataFrame(twice))
    table = tables.references_table(["a-list/001 b-list/001"], evidence=known)
    assert len(table.frame) == 1
    assert all(f'id="source-{name}-list"' in table._repr_html_() for name in "ab")

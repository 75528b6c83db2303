"""Tables: values as people write them, pasted whole, and no order that nobody decided."""

import re
import subprocess
import sys

import pytest

import compare
from compare import findings, tables
from compare.errors import CompareError, UnknownValueError
from compare.reports.notebooks.copies import copied_project, made_up_plan, remove_copy
from compare.sources.scan import scan
from compare.tables import interactive

LANGS = ("zh", "en")


@pytest.fixture(autouse=True)
def _real(project, monkeypatch):
    monkeypatch.delenv("COMPARE_TABLES", raising=False)
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)


@pytest.fixture
def aligned():
    return compare.align(compare.observations(theme="balance"), year=2025, kind="target")


def cell(table, row, column):
    """Return one cell as it would be pasted, by the words in its first column."""
    frame = table.plain()
    return frame.loc[frame.iloc[:, 0].str.startswith(row), column].iloc[0]


def every_table(lang):
    observed = compare.observations(theme="balance")
    aligned = compare.align(observed)
    made_up = compare.made_up_schools()
    yield tables.values_table(aligned, lang=lang)
    for to in ("best", "median", "mean", "benchmark", "every", "宁波"):
        yield tables.gaps_table(compare.gaps(aligned, to=to), lang=lang)
    yield tables.rankings_table(compare.rankings(aligned), lang=lang)
    yield tables.progress_table(compare.progress(observed), lang=lang)
    yield tables.coverage_table(compare.coverage(), lang=lang)
    yield tables.benchmarks_table(compare.table("benchmarks"), lang=lang)
    yield tables.definitions_table(compare.choices("indicator"), lang=lang)
    yield tables.evidence_table(observed, lang=lang)
    yield tables.figures_table(compare.table("figures").head(20), lang=lang)
    yield tables.conflicts_table(compare.observations(), lang=lang)
    yield tables.checks_table(compare.check(), compare.verify(), lang=lang)
    yield tables.code_book_table(compare.describe(), lang=lang)
    yield tables.coefficients_table(compare.balance_table(made_up, county="county"), lang=lang)
    yield tables.school_levels_table(compare.school_levels(made_up, county="county"), lang=lang)
    yield tables.journey_table(compare.trace("quzhou-2024-action-plan/017"), lang=lang)
    yield tables.proposals_table(scan(made_up_plan()).table(), lang=lang)
    yield tables.facts_table({"rows": 3, "replaced": (), "built": {"figures": 2}}, lang=lang)
    yield tables.changes_table(compare.changes(), lang=lang)


@pytest.mark.parametrize("lang", LANGS)
def test_every_table_is_pasted_as_it_is_shown(lang):
    for table in every_table(lang):
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


@pytest.mark.parametrize("lang", LANGS)
def test_headings_are_in_one_language(lang):
    for table in every_table(lang):
        if table.title.startswith(("数据字典", "Code book", "覆盖", "并列", "Coverage", "Values")):
            continue
        words = "".join(name for name in table.frame.columns if name.isascii() == (lang == "zh"))
        assert not words.strip(), (table.title, words)


def test_values_are_written_as_people_write_them(aligned):
    values = tables.values_table(
        compare.align(compare.observations(), year=2025, kind="target"), lang="zh"
    )
    assert cell(values, "普惠性幼儿园在园幼儿占比", "抚顺") == "≥85%"
    assert cell(values, "普惠性幼儿园在园幼儿占比", "象山").startswith("约90%")
    assert cell(values, "“双师型”教师占比", "象山").startswith(">90%")
    later = tables.values_table(
        compare.align(compare.observations(indicator="balance_junior"), year=2027, kind="target")
    )
    assert cell(later, "初中校际差异系数", "衢州").startswith("<0.35 [")
    assert any("对每县的上限" in note for note in later.notes)


def test_regions_stand_in_the_order_of_their_codes_and_not_of_their_values(aligned):
    names = list(tables.values_table(aligned).frame.columns[2:])
    assert names == ["抚顺", "宁波", "象山", "平阳", "衢州"]
    for table in (
        tables.gaps_table(compare.gaps(aligned)),
        tables.rankings_table(compare.rankings(aligned)),
    ):
        for _, rows in table.plain().groupby("指标"):
            assert list(rows["地区"]) == [name for name in names if name in set(rows["地区"])]


def test_the_order_of_regions_is_one_everywhere(built_once):
    rows = (built_once.raw / "definitions" / "regions.csv").read_text("utf-8").splitlines()[1:]
    order = [row.split(",")[0] for row in rows]
    codes = [row.split(",")[7] for row in rows]
    assert codes == sorted(codes)
    assert list(dict.fromkeys(compare.coverage()["region"])) == order
    for theme in ("balance", "preschool"):
        aligned = compare.align(compare.observations(theme=theme))
        names = list(tables.values_table(aligned, lang="en").frame.columns[2:])
        assert [compare.region_slug(name) for name in names] == order
    covered = tables.coverage_table(compare.coverage(), lang="en").frame.columns[1:]
    assert [compare.region_slug(name) for name in covered] == order


def test_ranks_of_a_region_stand_beside_those_it_is_ranked_among():
    ranked = compare.rankings(compare.align(compare.observations(), year=2020, kind="actual"))
    table = tables.rankings_table(ranked, region="象山").plain()
    retention = table[table["指标"].str.startswith("九年义务教育巩固率")]
    assert list(retention["地区"]) == ["抚顺", "象山", "平阳"]
    assert not table["指标"].str.startswith("高等教育毛入学率").any()  # it prints none


def test_a_single_coefficient_and_a_target_prove_nothing_met():
    rows = compare.align(compare.observations(region="象山"))
    limits = compare.gaps(rows[rows["region"] == "xiangshan"], to="benchmark")
    plain = tables.gaps_table(limits, decided=True).plain()
    said = dict(zip(plain["指标"], plain["判断"], strict=True))
    assert said["初中校际差异系数 · 2020年现状"] == "不高于标准，仅供对照"
    assert said["九年义务教育巩固率 · 2025年目标"] == "目标值达到"
    assert said["优质高中招生名额分配比例 · 2020年现状"] == "达到"


def test_ranks_are_listed_only_where_some_are_decided():
    ranked = compare.rankings(compare.align(compare.observations(), year=2025, kind="target"))
    table = tables.rankings_table(ranked)
    assert not table.frame["指标"].str.startswith("普惠性幼儿园").any()
    assert any(note.startswith("无法判定先后") and "普惠性幼儿园" in note for note in table.notes)
    nothing = tables.rankings_table(ranked[ranked["indicator"] == "inclusive_children_share"])
    assert nothing.frame.empty and "无法判定先后" in nothing._repr_html_()


def test_what_is_missing_says_why():
    values = tables.values_table(
        compare.align(compare.observations(indicator="gaokao_first_line_rate"), year=2020,
                      kind="actual"), lang="en",
    )  # fmt: skip
    assert cell(values, "Gaokao", "Fushun") == "not applicable"
    assert cell(values, "Gaokao", "Quzhou") == "not in this text"


def test_an_operator_decides_whether_a_benchmark_is_met():
    own = compare.align(compare.observations(), year=2025, kind="target")
    plain = tables.gaps_table(compare.gaps(own, to="benchmark"), decided=True).plain()
    rows = plain[(plain["地区"] == "抚顺") & plain["指标"].str.startswith("普惠性幼儿园")]
    assert dict(zip(rows["参照值"], rows["判断"], strict=True)) == {
        ">85%": "无法判定先后", "≥80%": "目标值达到",
    }  # fmt: skip


def test_a_region_as_reference_is_stated_as_it_prints():
    rows = compare.align(compare.observations(indicator="inclusive_children_share"), year=2025,
                         kind="target")  # fmt: skip
    plain = tables.gaps_table(compare.gaps(rows, to="抚顺")).plain().set_index("地区")
    assert plain.loc["象山", "参照值"] == "≥85%"


def test_different_values_of_one_document_are_all_listed():
    table = tables.conflicts_table(compare.observations(region="象山")).plain()
    assert [*table["数值"][:2]] == ["86.1%", "85.2%"]
    assert len(table) == 12
    assert tables.conflicts(compare.observations(region="宁波")).empty


def test_different_things_do_not_contradict_each_other():
    # 42.7% by children and 80% by places in 抚顺; two kinds of graduates in 衢州
    for region, indicator in (
        ("抚顺", "public_children_share"),
        ("衢州", "graduates_staying_share"),
    ):
        rows = compare.observations(region=region, indicator=indicator)
        assert rows["value"].nunique() > 1
        assert tables.conflicts(rows).empty


def test_every_figure_leads_to_its_words(aligned):
    page = tables.gaps_table(compare.gaps(aligned, to="象山"))._repr_html_()
    links = set(re.findall(r'href="#([^"]+)"', page))
    evidence = tables.evidence_table(compare.observations(theme="balance"))._repr_html_()
    assert links and links <= set(re.findall(r'id="(figure-[^"]+)"', evidence))
    assert "title=" in page


def test_text_of_documents_is_escaped():
    figures = compare.table("figures").head(1).assign(label="<b>x</b> & y")
    page = tables.figures_table(figures)._repr_html_()
    assert "&lt;b&gt;x&lt;/b&gt; &amp; y" in page and "<b>x</b>" not in page


def test_equal_answers_are_shown_and_unequal_ones_refused():
    one = compare.table("regions")[["region", "level"]]
    other = compare.table("regions", frame="polars").select("region", "level")
    sql = compare.connect().sql("SELECT region, level FROM regions ORDER BY region")
    table = tables.same_answer_table(sql=sql, pandas=one, polars=other)
    assert len(table.frame) == 5 and "sql = pandas = polars" in table.title
    with pytest.raises(tables.UnequalAnswersError, match="sql and pandas differ"):
        tables.same_answer_table(sql=sql, pandas=one.head(2))


def test_resources_of_schools_have_names():
    schools = compare.made_up_schools()
    for lang, name in (("zh", "生均教学仪器设备值：96.46%"), ("en", "teaching equipment: 96.46%")):
        levels = tables.school_levels_table(
            compare.school_levels(schools, county="county"), lang=lang
        )
        assert name in set(levels.plain().iloc[:, 4])
    for rule in ("2012", "2017"):
        table = tables.coefficients_table(
            compare.balance_table(schools, rule=rule, county="county"), lang="en"
        )
        assert not table.plain()["Resource"].str.contains("_").any()


HALF_WIDTH = re.compile("[\u4e00-\u9fff”》）][,:;()?!]|[,:;(?!][\u4e00-\u9fff“《（]")


def test_chinese_is_punctuated_as_chinese():
    """Words of ours alone: quotes, labels and places stay as the documents print them."""
    from compare.findings import words as sentences
    from compare.tables import words

    ours = [zh for known in (words.PHRASES, words.HEADINGS, words.FACTS, words.WAYS, words.DOUBTS,
                             sentences.TEXT, sentences.SENTENCES)
            for zh, _ in known.values()]  # fmt: skip
    observed = compare.observations()
    made = [
        *observed["reason"],
        *findings.findings(compare.rankings(compare.align(observed))).points,
    ]
    indicators = compare.table("indicators")
    made += [*indicators["definition_zh"], *indicators["note"].dropna()]
    for text in [*ours, *made]:
        assert not HALF_WIDTH.search(re.sub("“[^”]*”", "", text)), text


# Searchable tables


def test_tables_are_searchable_only_in_the_kernels_of_a_jupyter_server(monkeypatch):
    assert not interactive.is_interactive()
    monkeypatch.setenv("JPY_SESSION_NAME", "notebooks/x.ipynb")
    assert interactive.is_interactive()
    monkeypatch.setenv("COMPARE_TABLES", "static")
    assert not interactive.is_interactive()
    monkeypatch.setenv("COMPARE_TABLES", "interactiv")
    with pytest.raises(UnknownValueError, match="Did you mean 'interactive'"):
        interactive.is_interactive()


def test_a_searchable_table_brings_its_script_and_loads_nothing(monkeypatch):
    monkeypatch.setenv("COMPARE_TABLES", "interactive")
    monkeypatch.setattr(interactive, "_carrier", [])
    table = tables.evidence_table(compare.observations(region="衢州"))
    page = table._repr_html_()
    assert len(page) > 500_000 and "一" in page
    assert not re.search(r"""(src|href)=["']https?:|from ["']https?:""", page)
    monkeypatch.setattr(interactive, "_cell", lambda: "another cell")
    assert len(table._repr_html_()) < 200_000
    assert (
        "<script"
        not in tables.values_table(
            compare.align(compare.observations(theme="finance"))
        )._repr_html_()
    )


# Headlines


def test_a_part_and_its_whole_are_no_contestants():
    rows = compare.align(compare.observations())
    rows = rows[rows["region"].isin(["xiangshan", "ningbo"])]
    compared = compare.gaps(rows, to="宁波")
    for pair in (("象山", "宁波"), ("ningbo", "330225")):
        said = str(findings.of_pair(*pair, compared[compared["region"] == "xiangshan"]))
        assert "象山是宁波的一部分" in said and "领先" not in said
    assert findings.whole_of("pingyang", "quzhou") is None


def test_a_headline_names_a_leader_only_where_the_intervals_decide():
    ranked = compare.rankings(compare.align(compare.observations(), year=2025, kind="target"))
    lines = findings.findings(ranked).points
    inclusive = next(line for line in lines if line.startswith("普惠性幼儿园"))
    assert "无法判定" in inclusive and "领先" not in inclusive
    assert "约数" in inclusive and "县与地级市" in inclusive


def test_contests_of_different_years_are_not_one_contest():
    rows = compare.align(
        compare.observations(theme="preschool"), year=2024, kind="target", horizon="nearest",
        within=3,
    )  # fmt: skip
    ranked = compare.rankings(rows)
    for line in findings.findings(ranked).points:
        assert len(re.findall(r"20\d\d年目标", line)) == 1
    headline = findings.of_theme(
        compare.observations(theme="preschool"), ranked, year=2024, kind="target"
    )
    assert "2025、2027年的数值" in headline.points[0]


@pytest.mark.parametrize("lang", LANGS)
def test_conditions_join_the_brackets_of_a_finding(lang):
    ranked = compare.rankings(compare.align(compare.observations()))
    assert not any(
        re.search(r"）（|\) \(", line) for line in findings.findings(ranked, lang=lang).points
    )


def test_only_a_copy_made_here_is_removed(built_once, tmp_path):
    copy = copied_project()
    assert (copy.raw / "definitions" / "regions.csv").is_file()
    remove_copy(copy)
    assert not copy.root.exists()
    with pytest.raises(CompareError, match="is left as it is"):
        remove_copy(built_once)
    assert built_once.raw.is_dir()


def test_the_overview_counts_what_the_chart_counts():
    from compare import charts

    ranked = compare.rankings(compare.align(compare.observations()))
    text = findings.of_overview(compare.coverage(), ranked).text
    title = charts.coverage_matrix(compare.coverage()).words.title
    numbers = re.findall(r"现状有(\d+)项、目标有(\d+)项", text)
    assert numbers and numbers == re.findall(r"现状(\d+)项，目标(\d+)项", title)


@pytest.mark.parametrize("lang", LANGS)
def test_cautions_follow_from_the_reasons_in_the_rows(lang):
    rows = compare.align(compare.observations(indicator="balance_junior"))
    said = findings.cautions(rows, compare.rankings(rows), lang=lang).points
    assert any(("每个县" if lang == "zh" else "each county") in line for line in said)
    assert len(set(said)) == len(said)
    nothing = findings.cautions(rows.head(0), lang=lang).points
    assert len(nothing) == 1 and nothing[0] not in said


def test_importing_tables_does_not_import_the_searchable_ones():
    code = "import sys, compare.tables; sys.exit('itables' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


def test_one_disagreement_is_one_place(built_world):
    observed = compare.observations()
    ranked = compare.rankings(compare.align(observed))
    disagreeing = tables.conflicts(observed[observed["region"] == "luting"])
    said = findings.of_region("luting", observed, ranked, disagreeing, lang="en")
    assert "Its document prints different values in 1 place." in said.points

"""Pages of an own table speak of the table, and of no document that nobody has."""

import ast
import html
import json
import re
from pathlib import Path

import pytest

import compare
from compare import tables
from compare.charts.catalogue import every_chart
from compare.pages.brief.files import brief_of, written
from compare.sources.panel.description import write_description

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"

TABLE = """地区,毛入园率2019,毛入园率2020,大班额比例2020,巩固率2019
东县,90,≥91,3,
西县,85,—,,97
南县,88,92,4,98
北县,84,90,2,99
中县,84,90,,
"""
TOLD = {"direction": {"毛入园率": "higher", "大班额比例": "lower", "巩固率": "higher"}}

OF_DOCUMENTS = {
    "zh": re.compile("未提及|所收|文件|文中|公报|规划"),
    "en": re.compile(r"\bdocuments?\b|(?<!source )\btexts?\b|\bplans\b|\bnot stated\b", re.I),
}
"""Words that fit a text; the source text of a cell is what stands in it."""

PAGES = [
    ("02-theme", {"theme": "own", "year": 2020}),
    ("03-indicator", {"indicator": "毛入园率"}),
    ("04-region", {"region": "东县"}),
    ("05-pair", {"region_a": "东县", "region_b": "西县"}),
    ("06-targets", {"horizon": 2025}),
    ("07-composite", {"indicators": ["毛入园率", "大班额比例"], "year": 2020,
                      "goalposts": {"毛入园率": [0, 100], "大班额比例": [0, 100]}}),
]  # fmt: skip


@pytest.fixture(scope="module")
def own(world_built_once):
    """Return what a page of an own table shows, of any notebook, in words."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COMPARE_HOME", str(world_built_once))
        patch.setenv("COMPARE_TABLES", "static")
        root = world_built_once
        file = root / "words.csv"
        file.write_text(TABLE, encoding="utf-8")
        write_description(file, root / "data" / "raw", "words", "我的表", TOLD)
        yield


def shown_words(notebook, parameters, lang):
    """Return the words of the cells of a notebook: headings, and what is displayed."""
    found = []
    space = {"display": lambda value: found.append(words_of(value))}
    cells = json.loads((NOTEBOOKS / f"{notebook}.ipynb").read_text(encoding="utf-8"))["cells"]
    for cell in cells:
        source, tags = "".join(cell["source"]), cell["metadata"].get("tags", [])
        if cell["cell_type"] == "markdown":
            found += [source] if lang in tags else []
            continue
        tree = ast.parse(source)
        last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
        exec(compile(tree, notebook, "exec"), space)
        if "parameters" in tags:
            space |= {**parameters, "dataset": "words", "lang": lang}
        elif last is not None:
            value = eval(compile(ast.Expression(last.value), notebook, "eval"), space)
            found.append(words_of(value))
    return "\n".join(found)


def words_of(value):
    if hasattr(value, "alt"):
        return f"{value.text()}\n{value.alt}"
    shown = value._repr_html_() if hasattr(value, "_repr_html_") else ""
    return html.unescape(re.sub(r"<style.*?</style>|<[^>]+>", " ", shown, flags=re.DOTALL))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("notebook", "parameters"), PAGES, ids=[name for name, _ in PAGES])
def test_no_page_of_a_table_speaks_of_documents(own, notebook, parameters, lang):
    said = shown_words(notebook, parameters, lang)
    assert len(said) > 100
    assert OF_DOCUMENTS[lang].findall(said) == []


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    ("notebook", "parameters"),
    [("06-targets", {"horizon": 2025}), ("11-attainment", {}), ("04-region", {"region": "东县"})],
)
def test_a_table_without_targets_is_not_said_to_lack_outcomes_or_values(
    own, notebook, parameters, lang
):
    said = shown_words(notebook, parameters, lang)
    assert {"zh": "没有目标", "en": "no targets"}[lang] in said
    untrue = {
        "zh": "2025年目标：|均未载明|没有可以比较的数值|没有可比的同年|下载全部目标",
        "en": "2025 target:|no outcome is stated|no value that can|No comparable|Download all tar",
    }
    assert re.findall(untrue[lang], said) == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_brief_chart_or_table_of_coverage_of_a_table_does(own, lang):
    data = compare.dataset("words")
    covered, known = data.coverage(), data.evidence()
    page = written(brief_of(["东县"], lang, "words"), "html").decode()
    said = [re.sub(r"<style.*?</style>|<[^>]+>", " ", page, flags=re.DOTALL)]
    said += [words_of(chart) for chart in every_chart(data.observations(), covered,
                                                      evidence=known, lang=lang)]  # fmt: skip
    said.append(words_of(tables.coverage_table(covered, evidence=known, lang=lang)))
    said.append(words_of(tables.not_stated_table(data.coverage(region="中县"), evidence=known,
                                                 lang=lang)))  # fmt: skip
    assert [found for text in said for found in OF_DOCUMENTS[lang].findall(text)] == []
    assert {"zh": "表中没有", "en": "not in the table"}[lang] in "\n".join(said)


def test_what_a_table_lacks_is_said_of_the_table_and_of_documents_in_their_words(own):
    data = compare.dataset("words")
    aligned = compare.align(data.observations(), evidence=data.evidence())
    assert {"observed", "not-in-table"} <= set(aligned["status"])
    stated = compare.dataset()
    aligned = compare.align(stated.observations(), evidence=stated.evidence())
    assert "not-in-text" in set(aligned["status"])
    assert "not-in-table" not in set(aligned["status"])

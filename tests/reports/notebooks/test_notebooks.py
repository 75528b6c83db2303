"""Notebooks: short, silent, without outputs, and true for every region, theme and language."""

import ast
import html
import html.parser
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import papermill
import pytest
import yaml
from click.testing import CliRunner
from papermill.cli import papermill as papermill_command
from running import ROOT, Run, run_all, run_in_a_kernel

from compare.curated.database import connect, region_slug

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
NAMES = [path.stem for path in NOTEBOOKS]
MOST_CELLS, MOST_LINES = 25, 10
WORLD_AS_TYPED = Path(__file__).parents[2] / "world"
OWN = {
    "file": str(ROOT / "tests" / "plans" / "qinglan-14fyp.txt"),
    "document": "qinglan-14fyp",
    "facts": {"region": "qinglan", "full_name_zh": "青岚县", "parent": "xicheng",
              "adcode": 410999},  # a number, as papermill reads it
    "source": {"number": "青政发〔2021〕47号", "issued": "2021-11-26"},
    "corrections": {"qinglan-14fyp/001": {"label": "各级各类学校数"}},
}  # fmt: skip

COUNTIES = str(ROOT / "tests" / "tables" / "counties")

REAL = [
    *(Run(name) for name in NAMES),  # with all defaults
    Run("00-one-figure", {"lang": "en", "figure": "fushun-14fyp/005"}),  # aligned to nothing
    Run("00-one-figure", {"figure": "fushun-14fyp/008"}),  # a proxy
    Run("01-overview", {"lang": "en", "themes": ["quality"]}),
    *(Run("02-theme", {"lang": "en", "theme": theme})
      for theme in ("inclusion", "teachers", "digital", "finance")),
    Run("02-theme", {"lang": "en", "theme": "balance", "year": 2025, "kind": "target",
                     "reference": "benchmark"}),
    Run("02-theme", {"lang": "en", "theme": "preschool", "year": 2024, "kind": "target",
                     "horizon": "nearest", "within": 3, "reference": "median"}),
    Run("02-theme", {"lang": "en", "theme": "quality", "year": 2030, "kind": "target",
                     "horizon": "latest"}),
    Run("02-theme", {"theme": "vocational", "year": 2027, "kind": "target", "reference": "衢州"}),
    Run("02-theme", {"lang": "en", "theme": "lifelong"}),  # nobody has an actual
    Run("03-indicator", {"lang": "en", "indicator": "disabled_fifteen_years"}),  # one region
    Run("03-indicator", {"indicator": "balanced_county_year", "reference": "平阳"}),  # a year
    *(Run("04-region", {"lang": "en", "region": name}) for name in ("抚顺", "平阳", "330800")),
    Run("04-region", {"lang": "en", "region": "Ningbo"}),  # targets only
    Run("05-pair", {"region_a": "象山", "region_b": "宁波"}),  # a part and its whole
    Run("05-pair", {"lang": "en", "region_a": "宁波", "region_b": "象山"}),
    Run("06-targets", {"lang": "en", "horizon": 2027, "benchmark": "standard"}),
    Run("07-composite", {"lang": "en", "indicators": ["compulsory_retention",
                         "higher_gross_enrolment"], "weights": {"compulsory_retention": 2},
                         "goalposts": {"higher_gross_enrolment": [0, 100]}}),
    Run("08-balance", {"lang": "en", "rule": "2012", "exclude_small": 100}),
    Run("09-evidence", {"lang": "en", "region": "衢州"}),
    Run("10-add-region", {"lang": "en", **OWN}),
    Run("11-attainment", {"lang": "en", "regions": ["象山", "平阳"], "target_year": 2025}),
    Run("11-attainment", {"plan": "quzhou-2024-action-plan"}),
    Run("01-overview", {"dataset": COUNTIES}),
    Run("11-attainment", {"dataset": COUNTIES, "lang": "en"}),  # no targets
    Run("11-attainment", {"dataset": f"documents+{COUNTIES}"}),
    Run("04-region", {"dataset": COUNTIES, "region": "抚顺市"}),
]  # fmt: skip


def drawn(notebook, **parameters):
    """Return a run on tests/world: its pictures are small, and drawn as a report draws them."""
    return Run(notebook, parameters, on="world", drawn=True)


WORLD = [
    drawn("00-one-figure", figure="luting-plan/001"),
    drawn("01-overview", themes=["enrolment", "finance"]),
    drawn("02-theme"),
    drawn("03-indicator", lang="en", indicator="star_schools"),
    drawn("04-region", region="鹭汀"),
    drawn("04-region", region="沙渡"),  # a region with nothing
    drawn("05-pair", lang="en", region_a="鹭汀", region_b="澄湾"),
    drawn("05-pair", region_a="鹭汀", region_b="朔岭"),
    drawn("06-targets", lang="en"),
    drawn("07-composite", indicators=["school_enrolment", "senior_gross"],
          goalposts={"senior_gross": [0, 110]}),
    drawn("08-balance"),
    drawn("09-evidence", lang="en"),
    drawn("10-add-region"),
    drawn("11-attainment", lang="en"),
    drawn("12-own-table", region="样例区 (乙丑市)", indicator="学业达标率"),
]  # fmt: skip

WRONG = Run("02-theme", {"theme": "balanse", "year": 2019})
UNBUILT = Run("02-theme", on="unbuilt")


@pytest.fixture(scope="module")
def results(built_once, world_built_once, tmp_path_factory):
    """Return what became of every run, each run once."""
    folder = tmp_path_factory.mktemp("notebooks")
    data = {"real": built_once.root, "world": world_built_once, "unbuilt": WORLD_AS_TYPED}
    return run_all([*REAL, *WORLD, WRONG, UNBUILT], data, folder)


def cells_of(path, kind):
    return [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == kind]


def outputs_of(notebook):
    return [output for cell in notebook.cells for output in cell.get("outputs", [])]


def shown(outputs):
    parts = [output.get("data", {}) for output in outputs]
    return "\n".join(data.get("text/html", data.get("text/plain", "")) for data in parts)


# What is committed


@pytest.mark.parametrize("path", NOTEBOOKS, ids=NAMES)
def test_a_notebook_is_short_and_committed_without_outputs(path):
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    assert len(notebook.cells) <= MOST_CELLS
    assert notebook.metadata["kernelspec"]["name"] == "python3"
    assert len({cell.id for cell in notebook.cells}) == len(notebook.cells)
    for cell in cells_of(path, "code"):
        assert not cell.outputs and cell.execution_count is None
        assert len(cell.source.splitlines()) <= MOST_LINES, cell.id


@pytest.mark.parametrize("path", NOTEBOOKS, ids=NAMES)
def test_words_come_in_both_languages(path):
    tags = [cell.metadata["tags"] for cell in cells_of(path, "markdown")]
    assert tags.count(["zh"]) == tags.count(["en"]) == len(tags) / 2
    assert tags[::2] == [["zh"]] * (len(tags) // 2)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=NAMES)
def test_chinese_is_punctuated_as_chinese(path):
    cells = [c.source for c in cells_of(path, "markdown") if c.metadata["tags"] == ["zh"]]
    text = re.sub("`[^`]*`", "", "\n".join(cells))
    assert not re.findall(".{5}[\u4e00-\u9fff”][,:;()?!]|[,:;(?!][\u4e00-\u9fff“].{5}", text)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=NAMES)
def test_code_defines_nothing_and_names_no_path(path):
    for cell in cells_of(path, "code"):
        tree = ast.parse(cell.source)
        for node in ast.walk(tree):
            assert not isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Lambda), cell.id
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                words = node.value
                is_figure = cell.id == "parameters" and re.fullmatch(r"[a-z0-9-]+/\d{3}", words)
                assert is_figure or not re.search(r"[/\\]|\.(csv|txt|xlsx|duckdb)$", words), words


@pytest.mark.parametrize("path", NOTEBOOKS, ids=NAMES)
def test_no_number_of_the_data_is_typed(path, built_once):
    rows = connect(built_once).execute("SELECT lo, hi, year FROM figures").fetchall()
    known = {float(number) for row in rows for number in row if number is not None}
    known -= {0.0, 1.0}  # positions and switches
    for cell in cells_of(path, "code"):
        if cell.id == "parameters":
            continue
        numbers = [
            node.value
            for node in ast.walk(ast.parse(cell.source))
            if isinstance(node, ast.Constant) and type(node.value) in (int, float)
        ]
        assert not known & set(map(float, numbers)), cell.id
    for cell in cells_of(path, "markdown"):
        printed = re.findall(r"\d+(?:\.\d+)?(?=%|个百分点| %)", cell.source)
        assert not printed, f"{cell.id}: {printed}"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=NAMES)
def test_every_parameter_says_what_it_means(path):
    inferred = papermill.inspect_notebook(str(path))
    source = next(c.source for c in cells_of(path, "code") if c.id == "parameters")
    assert len(inferred) == len(source.splitlines())
    assert list(inferred)[-1] == "lang"
    for name, parameter in inferred.items():
        assert parameter["inferred_type_name"] in ("str", "int", "float", "list", "dict")
        assert re.search(r"[\u4e00-\u9fff]", parameter["help"]), name
        assert re.search(r"[a-z]{3}", parameter["help"]), name


@pytest.mark.parametrize("path", NOTEBOOKS, ids=NAMES)
def test_every_parameter_is_checked_before_anything_else(path):
    names = set(papermill.inspect_notebook(str(path)))
    first, second = cells_of(path, "code")[:2]
    assert first.metadata["tags"] == ["parameters"] and second.id == "check"
    checked = set(re.findall(r"(\w+)=\1\b", second.source))
    free = {
        "county",
        "document",
        "facts",
        "source",
        "period",
        "corrections",
    }  # names that the user makes up
    assert names - free == checked


@pytest.mark.parametrize("path", NOTEBOOKS, ids=NAMES)
def test_papermill_help_lists_meanings_and_choices(path):
    done = CliRunner().invoke(papermill_command, ["--help-notebook", str(path)])
    assert done.exit_code == 0, done.output
    for name, parameter in papermill.inspect_notebook(str(path)).items():
        assert f"  {name}: {parameter['inferred_type_name']} (default" in done.stdout
        assert " ".join(parameter["help"].split()) in " ".join(done.stdout.split())
    for name in {"theme", "themes", "indicator", "indicators", "year", "horizon", "figure",
                 "region", "region_a"} & set(papermill.inspect_notebook(str(path))):  # fmt: skip
        assert (
            "compare.choices(" in papermill.inspect_notebook(str(path))[name]["help"]
            or (name == "horizon" and "exact" in done.stdout)
            or (path.stem, name) == ("09-evidence", "region")
        )


@pytest.fixture(scope="module")
def hooks():
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert [entry["repo"] for entry in config["repos"]] == ["local"]
    return {hook["id"]: hook for hook in config["repos"][0]["hooks"]}


def test_hooks_need_no_network(hooks):
    assert {hook["language"] for hook in hooks.values()} == {"system"}
    assert set(hooks) == {"nbstripout", "ruff", "ruff-format"}


def test_the_hook_would_change_no_notebook(hooks):
    arguments = [*hooks["nbstripout"]["args"], "--verify", *map(str, NOTEBOOKS)]
    program = (  # the second line is `python -m nbstripout`; for the first, see conftest.py
        "import runpy, sys; sys.modules['rfc3987_syntax'] = None\n"
        "runpy.run_module('nbstripout', run_name='__main__', alter_sys=True)"
    )
    command = [sys.executable, "-c", program, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr


# What they show


class Links(html.parser.HTMLParser):
    """Collects places, and the links that lead to places."""

    def __init__(self):
        super().__init__()
        self.places, self.links, self.loads, self.alts = [], set(), [], []
        self.downloads = []

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name == "id":
                self.places.append(value)
            elif name == "href" and value.startswith("data:") and "download" in dict(attributes):
                self.downloads.append(value)
            elif name == "href":
                self.links.add(value)
            elif name in ("src", "srcset", "action"):
                self.loads.append(value)
        if tag == "img":
            self.alts.append(dict(attributes).get("alt"))


ALL = pytest.mark.parametrize("run", [*REAL, *WORLD], ids=str)


@ALL
def test_nothing_fails_or_warns(results, run):
    outputs = outputs_of(results[run].notebook)
    assert [o for o in outputs if o.output_type in ("stream", "error")] == []
    assert not re.search(r"[Ww]arning:|Traceback|\bNaN\b|\bnan\b|>None<", shown(outputs))


@ALL
def test_every_link_leads_to_one_place_and_nothing_is_loaded(results, run):
    page = Links()
    page.feed(results[run].page)
    assert len(page.places) == len(set(page.places))
    inside = {link for link in page.links if not link.startswith("index.html#")}  # the front door
    assert inside <= {f"#{place}" for place in page.places}
    assert all(load.startswith("data:") for load in page.loads)
    assert "<script" not in shown(outputs_of(results[run].notebook))
    assert all(page.alts)
    of_many = run.notebook == "12-own-table"  # of many regions the whole table is a file
    assert bool(page.downloads) == (of_many or run.notebook in ("06-targets", "11-attainment"))


def headline_of(notebook):
    cell = next(cell for cell in notebook.cells if cell.id == "headline")
    return re.sub(r"<[^>]+>", "\n", cell.outputs[-1]["data"]["text/html"]).strip()


LONGEST = {"zh": 160, "en": 70}
BOOKKEEPING = re.compile(
    r"^[^：:]*[：:] ?(?:\d+(?:项|组|条|处)|\d+ (?:indicator|figure|comparison|target)|各地目标年份"
    r"|只有|没有|nothing|no |only )"
)
"""Titles about the data, not about education; the pages that check the data may have one."""

OF_THE_DATA = ("09-evidence", "10-add-region")


def opening_of(notebook):
    cell = next(cell for cell in notebook.cells if cell.id == "headline")
    found = re.fullmatch(
        r"<h1>(.*?)</h1><p>(.*?)</p>(?:<p><small>.*?</small></p>)?", cell.outputs[-1]["data"]["text/html"], re.DOTALL
    )
    return tuple(html.unescape(part) for part in found.groups())


@ALL
def test_a_page_opens_with_a_specific_heading_and_a_short_lead(results, run):
    notebook = results[run].notebook
    heading, lead = opening_of(notebook)
    lang = run.parameters.get("lang", "zh")
    assert (len(lead) if lang == "zh" else len(lead.split())) <= LONGEST[lang], lead
    assert 4 < len(heading) and heading not in ("一个地区", "一项指标", "两个地区之间")
    if run.on == "real" and run.notebook not in OF_THE_DATA:
        assert not BOOKKEEPING.search(heading), heading
    shown = [cell for cell in notebook.cells if cell.cell_type == "markdown"]
    assert not any(cell.source.startswith("# ") for cell in shown)


@ALL
def test_a_page_is_called_what_its_heading_says(results, run):
    heading, _ = opening_of(results[run].notebook)
    title = re.search("<title>(.*?)</title>", results[run].page, re.DOTALL)[1]
    assert html.unescape(title) == heading


@ALL
def test_a_page_cites_each_source_once_and_in_full(results, run):
    page = results[run].page
    for place in re.findall(r'id="(source-[^"]+)"', page):
        assert page.count(f'id="{place}"') == 1
    assert set(re.findall(r'href="#(source-[^"]+)"', page)) <= set(
        re.findall(r'id="(source-[^"]+)"', page)
    )


@ALL
def test_the_headline_is_in_the_language_asked_for(results, run):
    text = headline_of(results[run].notebook)
    words = len(re.findall(r"[A-Za-z]{3,}", text))
    assert (words > 5) == (run.parameters.get("lang", "zh") == "en"), text


@pytest.mark.parametrize("run", [r for r in REAL if r.parameters.get("lang") == "en"], ids=str)
def test_what_an_english_page_says_in_chinese_is_marked_as_chinese(results, run):
    """Words of documents alone; the labels, and the made-up schools and plan, are their own."""
    cells = [c for c in results[run].notebook.cells if c.id != "headline"]
    outputs = [o for c in cells for o in c.get("outputs", []) if "text/html" in o["data"]]
    page = re.sub(r'<span lang="zh-CN">.*?</span>|\w+="[^"]*"', "", shown(outputs))
    page = re.sub("(虚构|虚丘)[^ <]*", "", page) if run.notebook > "08" else page
    page = re.sub("教督〔[^ <]*号", "", page)
    assert not re.findall(".{30}[\u4e00-\u9fff]+.{30}", page)


def test_every_notebook_and_both_languages_are_run_on_both_sorts_of_data():
    for runs in (REAL, WORLD):
        assert {run.notebook for run in runs} == set(NAMES)
        assert {run.parameters.get("lang", "zh") for run in runs} == {"zh", "en"}


def test_every_region_and_every_theme_is_run(results, built_once):
    con = connect(built_once)
    asked = {
        name: {run.parameters.get(name, default) for run in REAL if run.notebook == notebook}
        for notebook, name, default in (
            ("04-region", "region", "象山"),
            ("02-theme", "theme", "enrolment"),
        )
    }
    assert {region_slug(name, con) for name in asked["region"]} == {
        name for (name,) in con.execute("SELECT region FROM regions").fetchall()
    }
    assert asked["theme"] == {
        name for (name,) in con.execute("SELECT DISTINCT theme FROM indicators").fetchall()
    }


def test_an_ordinary_kernel_gives_the_same(results, monkeypatch):
    # pictures displayed and returned, tables that are searched, an evidence report, a form that
    # is filled in: every kind of output that a notebook has
    names = ["05-pair", "07-composite", "08-balance", "09-evidence", "10-add-region"]
    runs = [next(run for run in WORLD if run.notebook == name) for name in names]
    folder = results[runs[0]].path.parent
    monkeypatch.setenv("COMPARE_HOME", str(folder / "world"))
    monkeypatch.setenv("COMPARE_DOCUMENTS", str(WORLD_AS_TYPED / "texts"))
    monkeypatch.setenv("COMPARE_CHART_CACHE", str(folder))  # pictures are not drawn twice
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    executed = [results[run].path.with_suffix(".ipynb") for run in runs]
    for run, notebook in zip(runs, run_in_a_kernel(executed), strict=True):
        for cell, expected in zip(notebook.cells, results[run].notebook.cells, strict=True):
            assert tidy(cell) == tidy(expected), (run.notebook, cell.id)


def tidy(cell):
    """Return the outputs of a cell; its number counts on from notebook to notebook here."""
    outputs = [dict(output) for output in cell.get("outputs", [])]
    return [
        {name: output[name] for name in output if name != "execution_count"} for output in outputs
    ]


@pytest.mark.parametrize("run", [run for run in REAL if "宁波" in run.parameters.values()], ids=str)
def test_a_part_and_its_whole_are_never_contestants(results, run):
    notebook = results[run].notebook
    text = headline_of(notebook)
    assert "两地有隶属关系" in text or "One place is part of the other" in text
    page = shown(outputs_of(notebook))
    assert not re.search("领先|落后|ahead|behind", page)


def test_a_theme_without_outcomes_says_what_is_planned(results):
    run = next(run for run in REAL if run.parameters == {"lang": "en", "theme": "lifelong"})
    said = headline_of(results[run].notebook)
    assert said.startswith("Lifelong learning: ") and "2024 in Ningbo" in said


def world(results, notebook, **parameters):
    """Return the headline and the text of the tables of a run on tests/world."""
    run = next(r for r in WORLD if r.notebook == notebook and r.parameters == parameters)
    executed = results[run].notebook
    page = html.unescape(re.sub(r"<[^>]+>", " ", shown(outputs_of(executed))))
    return headline_of(executed), re.sub(r"\s+", " ", page)


def test_figures_of_a_theme_by_hand(results):
    headline, page = world(results, "02-theme")
    assert headline.startswith("入学普及：朔岭小学入学率距国家评估标准差0.9个百分点")
    assert "小学入学率 2020年现状 只有近似指标 99.5%" in page
    assert "鹭汀 99.5% 第1 2地" in page and "朔岭 98.1% 第2 2地" in page
    assert "朔岭 98.1% 最优值 99.5% −1.4个百分点 不及" in page


def test_figures_of_a_pair_by_hand(results):
    headline, page = world(results, "05-pair", region_a="鹭汀", region_b="朔岭")
    assert headline.startswith("鹭汀县与朔岭市：") and "鹭汀比朔岭高13.2个百分点" in headline
    assert "高中阶段毛入学率 现状 101.2%（2020年） 88%（2020年） 鹭汀比朔岭高13.2个百分点" in page


def test_figures_of_the_targets_by_hand(results):
    headline, page = world(results, "06-targets", lang="en")
    assert headline.partition("\n")[0].endswith("to fall to at most 0.35 by 2025 (planned)")
    assert (
        "101.2% (2020) more than 102% (2025) up by more than 0.8 percentage points more than 0.16"
        in page
    )


def test_figures_of_a_region_by_hand(results):
    headline, page = world(results, "04-region", region="鹭汀")
    assert headline.startswith("鹭汀县：") and "101.2%，比朔岭（88%）高13.2个百分点" in headline
    assert "99.3%" in page and "统计表中的另一数值" in page
    assert "文件未载明数值" in world(results, "04-region", region="沙渡")[0]


def test_wrong_parameters_stop_a_notebook_with_what_exists(results):
    error = results[WRONG].error
    assert "ParameterError" in error
    assert "Did you mean 'balance'" in error and "Did you mean 2020" in error


def test_without_curated_data_the_message_says_what_to_run(results):
    assert "run `compare-regions build`" in results[UNBUILT].error


def test_the_walk_through_of_an_own_plan_ends_with_its_commands(results):
    own = next(run for run in REAL if run.parameters.get("document") == "qinglan-14fyp")
    *_, commands = results[own].notebook.cells
    page = html.unescape(re.sub(r"<[^>]+>", "", commands.outputs[-1]["data"]["text/html"]))
    assert "add-region --region qinglan --full-name-zh '青岚县'" in page
    assert f"scan {OWN['file']} --region qinglan --output data/raw/qinglan-14fyp" in page
    review = next(c for c in results[own].notebook.cells if c.id == "review")
    assert "各级各类学校数" in shown(review.outputs)


def test_the_walk_through_leaves_nothing_behind(results, built_once):
    assert not (built_once.raw / "made-up-plan").exists()
    assert not (ROOT / "data" / "raw" / "made-up-plan").exists()
    made = next(run for run in REAL if run.notebook == "10-add-region")
    assert not list((results[made].path.parent / "tmp").iterdir())

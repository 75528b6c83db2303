"""Notebooks: short, silent, without outputs, and true for every region, theme and language."""

import ast
import html.parser
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import nbformat
import papermill
import pytest
import yaml
from jupyter_client.manager import AsyncKernelManager
from papermill.exceptions import PapermillExecutionError
from traitlets import default

from compare.curated import connect
from compare.project import Project

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
NAMES = [path.stem for path in NOTEBOOKS]
MOST_CELLS, MOST_LINES = 25, 10

REAL = [
    ("00-one-figure", {}),
    ("00-one-figure", {"lang": "en", "figure": "fushun-14fyp/005"}),  # aligned to nothing
    ("00-one-figure", {"figure": "fushun-14fyp/008"}),  # a proxy
    ("01-overview", {"lang": "en", "themes": ["quality"]}),
    ("02-theme", {}),
    ("02-theme", {"lang": "en", "theme": "balance", "year": 2025, "kind": "target",
                  "reference": "benchmark"}),
    ("02-theme", {"theme": "preschool", "year": 2024, "kind": "target", "horizon": "nearest",
                  "within": 3, "reference": "median"}),
    ("02-theme", {"theme": "lifelong", "year": 2030, "kind": "target", "horizon": "latest"}),
    ("03-indicator", {}),
    ("03-indicator", {"lang": "en", "indicator": "disabled_fifteen_years"}),  # one region only
    ("03-indicator", {"indicator": "balanced_county_year", "reference": "平阳"}),  # a year
    ("04-region", {}),
    ("04-region", {"lang": "en", "region": "宁波"}),  # targets only
    ("05-pair", {"lang": "en"}),
    ("05-pair", {"region_a": "象山", "region_b": "宁波"}),  # a part and its whole
    ("06-targets", {}),
    ("06-targets", {"lang": "en", "horizon": 2027, "benchmark": "standard"}),
    ("07-composite", {"lang": "en", "indicators": ["compulsory_retention",
                      "higher_gross_enrolment"], "weights": {"compulsory_retention": 2},
                      "goalposts": {"higher_gross_enrolment": [0, 100]}}),
    ("08-balance", {"lang": "en", "rule": "2012", "exclude_small": 100}),
    ("09-evidence", {}),
    ("10-add-region", {"lang": "en"}),
]  # fmt: skip

WORLD = [
    ("01-overview", {"themes": ["enrolment", "finance"]}),
    ("03-indicator", {"lang": "en", "indicator": "star_schools"}),
    ("04-region", {"region": "沙渡"}),  # a region with nothing
    ("05-pair", {"lang": "en", "region_a": "鹭汀", "region_b": "澄湾"}),
]


class KernelManager(AsyncKernelManager):
    """Talks to its kernel through files of its own: no port, nothing shared."""

    @default("transport")
    def _default_transport(self):
        return "ipc" if os.name == "posix" else "tcp"

    @default("ip")
    def _default_ip(self):
        return f"{tempfile.mkdtemp(prefix='k')}/k" if os.name == "posix" else "127.0.0.1"


def run(name, parameters, folder):
    """Run a notebook as plain papermill does; return it."""
    return papermill.execute_notebook(
        str(ROOT / "notebooks" / f"{name}.ipynb"),
        str(folder / "out.ipynb"),
        parameters=parameters,
        kernel_name="python3",
        kernel_manager_class=KernelManager,
        cwd=str(ROOT / "notebooks"),
        progress_bar=False,
    )


def cells_of(path, kind):
    return [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == kind]


def outputs_of(notebook):
    return [output for cell in notebook.cells for output in cell.get("outputs", [])]


def shown(notebook):
    parts = [output.get("data", {}) for output in outputs_of(notebook)]
    return "\n".join(data.get("text/html", data.get("text/plain", "")) for data in parts)


def identify(value):
    return "-".join(map(str, value.values())) if isinstance(value, dict) else str(value)


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
    free = {"county", "document", "facts"}  # names that the user makes up
    assert names - free == checked


def test_papermill_help_lists_meanings_and_choices():
    command = [sys.executable, "-m", "papermill", "--help-notebook", str(NOTEBOOKS[2])]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    assert 'theme: str (default "enrolment")' in done.stdout
    assert 'compare.choices("theme")' in done.stdout
    assert "Unable" not in done.stderr


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
    command = [sys.executable, "-m", "nbstripout", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr


# What they show


class Links(html.parser.HTMLParser):
    """Collects places, and the links that lead to places."""

    def __init__(self):
        super().__init__()
        self.places, self.links, self.loads = set(), set(), []

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name == "id":
                self.places.add(value)
            elif name == "href":
                self.links.add(value)
            elif name in ("src", "srcset", "action"):
                self.loads.append(value)


def check_shown(notebook):
    """Check that nothing failed or warned, that links lead somewhere, and nothing is loaded."""
    outputs = outputs_of(notebook)
    assert [o for o in outputs if o.output_type in ("stream", "error")] == []
    page = shown(notebook)
    assert not re.search(r"[Ww]arning:|Traceback|\bNaN\b|\bnan\b|>None<", page)
    links = Links()
    links.feed(page)
    assert links.links <= {f"#{place}" for place in links.places}
    assert links.loads == [] and "<script" not in page
    assert any(c.id == "headline" and c.outputs for c in notebook.cells if c.cell_type == "code")
    for output in outputs:
        if "image/png" in output.get("data", {}):
            assert output.metadata["image/png"]["alt"]


def check_language(notebook, lang):
    """Check that what the library says is in the language asked for; quotes stay as printed."""
    headline = next(c for c in notebook.cells if c.id == "headline").outputs[-1]["data"]
    text = re.sub(r"<[^>]+>", "", headline["text/html"])
    english = len(re.findall(r"[A-Za-z]{3,}", text))
    assert (english > 5) == (lang == "en"), text


@pytest.mark.parametrize(("name", "parameters"), REAL, ids=identify)
def test_notebooks_run_on_the_real_data(name, parameters, built_once, tmp_path, monkeypatch):
    monkeypatch.setenv("COMPARE_HOME", str(built_once.root))
    notebook = run(name, parameters, tmp_path)
    check_shown(notebook)
    check_language(notebook, parameters.get("lang", "zh"))
    if "宁波" in parameters.values() and name == "05-pair":
        assert "象山是宁波的一部分" in shown(notebook)
        assert not re.search("领先|落后", shown(notebook).split("<table")[0])


@pytest.mark.parametrize(("name", "parameters"), WORLD, ids=identify)
def test_notebooks_run_on_other_data(name, parameters, built_world, tmp_path):
    notebook = run(name, parameters, tmp_path)
    check_shown(notebook)
    check_language(notebook, parameters.get("lang", "zh"))


def test_every_notebook_and_both_languages_are_run():
    for name in NAMES:
        assert name in {run_name for run_name, _ in REAL}
    assert {parameters.get("lang", "zh") for _, parameters in REAL + WORLD} == {"zh", "en"}


def test_wrong_parameters_stop_a_notebook_with_what_exists(built_once, tmp_path, monkeypatch):
    monkeypatch.setenv("COMPARE_HOME", str(built_once.root))
    with pytest.raises(PapermillExecutionError) as error:
        run("02-theme", {"theme": "balanse", "year": 2022}, tmp_path)
    assert error.value.ename == "ParameterError"
    assert "Did you mean 'balance'" in error.value.evalue
    assert "Did you mean 2021" in error.value.evalue


def test_without_curated_data_the_message_says_what_to_run(world, tmp_path):
    with pytest.raises(PapermillExecutionError) as error:
        run("02-theme", {}, tmp_path)
    assert "run `compare-regions build`" in error.value.evalue


def test_the_walk_through_leaves_the_project_as_it_is(built_once):
    assert not (Project(built_once.root).raw / "made-up-plan").exists()
    assert not (ROOT / "data" / "raw" / "made-up-plan").exists()

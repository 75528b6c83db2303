"""Reports: whole or not at all, without network, the same bytes each time."""

import html.parser
import json
import shutil
from pathlib import Path

import nbformat
import pytest
from reporting import write_manifest, write_notebook

from compare.errors import ReportError
from compare.project import Project
from compare.reports import Options, read_manifest, run_reports

pytestmark = pytest.mark.usefixtures("from_one_warm_process")

ROOT = Path(__file__).parents[2]
OVERVIEW = """
- name: overview.{lang}
  notebook: 01-overview
  title: {zh: "五份文件,能比什么", en: What five documents let us compare}
  parameters: {themes: [balance, inclusion]}
  matrix: {lang: languages}
"""
HOME = "index.html#"
"""The front door, which lies beside every page, at one of its places."""


class Addresses(html.parser.HTMLParser):
    """Collects every address that a page would load."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        loads = {"src", "href", "srcset", "data", "action"}
        self.found += [value for name, value in attrs if name in loads and value]


@pytest.fixture(scope="module")
def real_reports(built_once, tmp_path_factory, lend):
    """Make the default reports from the real data, in a copy of the project."""
    root = shutil.copytree(built_once.root, tmp_path_factory.mktemp("reports") / "project")
    shutil.copytree(ROOT / "notebooks", root / "notebooks")
    write_manifest(Project(root), OVERVIEW)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COMPARE_HOME", str(root))
        lend(patch)
        yield run_reports(Project(root), announce=str)


@pytest.fixture(scope="module")
def pages(real_reports):
    return {path.name: path.read_text(encoding="utf-8") for path in real_reports}


def test_pages_load_nothing_from_anywhere(pages):
    for text in pages.values():
        parser = Addresses()
        parser.feed(text)
        assert parser.found
        assert [a for a in parser.found if not a.startswith(("data:", "#", HOME))] == []
        assert "@import" not in text and "url(http" not in text


def test_pages_hide_code_and_keep_one_language(pages):
    chinese, english = pages["overview.zh.html"], pages["overview.en.html"]
    assert "<title>各地教育指标比较：" in chinese
    assert "<title>Education indicators compared: " in english
    for text in pages.values():
        assert "check_parameters" in text  # behind the toggle
        assert text.count('<div class="code">') >= 3
        assert ".code { display: none;" in text
        assert 'type="checkbox" id="show-code"' in text
        assert "injected-parameters" not in text


def test_pages_name_sources_and_data_version(pages):
    for text in pages.values():
        footer = text.split("<footer>")[1]
        assert text.count("<nav") == 2 and f'<a href="{HOME}' in text and '<a href="#' in text
        for cited in ("平政发〔2023〕36号[Z]. 2023-03-27.", "抚政办发〔2022〕18号[Z]. 2022-05-18."):
            assert text.count(cited) == 1
        assert "lang=" in footer


def test_pictures_have_alt_text(pages):
    for text in pages.values():
        assert text.count("<img") == text.count('alt="') >= 4


def test_no_warning_is_left_in_a_report(real_reports):
    for page in real_reports:
        notebook = nbformat.read(page.with_suffix(".ipynb"), as_version=4)
        outputs = [o for cell in notebook.cells for o in cell.get("outputs", [])]
        assert outputs
        assert [o for o in outputs if o.output_type in ("stream", "error")] == []


def test_a_second_run_gives_the_same_bytes(built_world):
    write_notebook(built_world, "n", "x = 1", "import compare\ncompare.table('regions')")
    write_manifest(built_world, "[{name: a, notebook: n, title: t}]")
    names = ("a.html", "a.ipynb")
    run_reports(built_world, announce=str)
    first = [(built_world.reports / name).read_bytes() for name in names]
    run_reports(built_world, str, Options(force=True, charts=False))
    assert [(built_world.reports / name).read_bytes() for name in names] == first


def test_a_failing_notebook_stops_no_other_and_keeps_the_last_good_report(built_world):
    write_notebook(built_world, "good", "x = 1", "x")
    write_notebook(built_world, "bad", "x = 1", "x")
    write_manifest(
        built_world,
        "[{name: a, notebook: bad, title: t}, {name: b, notebook: good, title: t}]",
    )
    run_reports(built_world, announce=str)
    before = (built_world.reports / "a.html").read_bytes()
    (built_world.reports / "b.html").unlink()
    write_notebook(built_world, "bad", "x = 1", "raise ValueError('spoilt')")
    with pytest.raises(ReportError, match=r"a: ValueError: spoilt \(see .*failed"):
        run_reports(built_world, announce=str)
    assert (built_world.reports / "a.html").read_bytes() == before
    assert (built_world.reports / "b.html").is_file()
    failed = json.loads((built_world.reports / "failed" / "a.ipynb").read_text("utf-8"))
    assert "spoilt" in json.dumps(failed)
    readable = (built_world.reports / "failed" / "a.txt").read_text("utf-8")
    assert "raise ValueError('spoilt')" in readable and "\x1b" not in readable
    assert not (built_world.reports / ".work").exists()


@pytest.mark.parametrize(
    ("manifest", "message"),
    [
        ("[{name: ../x, notebook: n, title: t}]", "should match pattern"),
        ("[{name: a, notebook: nn, title: t}]", "notebook='nn' does not exist. Did you mean 'n'"),
        ("[{name: a, notebook: n, title: t, parameters: {xx: 1}}]", "Did you mean 'x'"),
        ("[{name: a, notebook: n, title: t}, {name: a, notebook: n, title: t}]", "called a"),
        ("[{name: a, notebook: n, titel: t}]", "titel"),
        ("{", "not valid YAML"),
        ("!!python/object/apply:os.system ['true']", "not valid YAML"),
    ],
)
def test_a_wrong_manifest_is_refused_before_anything_runs(built_world, manifest, message):
    write_notebook(built_world, "n", "x = 1", "raise ValueError")
    write_manifest(built_world, manifest)
    with pytest.raises(ReportError) as error:
        read_manifest(built_world)
    assert message in str(error.value)


def test_notebooks_are_committed_without_outputs():
    for path in (ROOT / "notebooks").glob("*.ipynb"):
        notebook = nbformat.read(path, as_version=4)
        for cell in notebook.cells:
            assert not cell.get("outputs") and not cell.get("execution_count"), path.name

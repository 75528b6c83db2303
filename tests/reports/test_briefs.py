"""Briefs: asked for at once, and as entries of the manifest."""

import json
import re

import pytest
from click.testing import CliRunner
from reporting import write_manifest

from compare.cli import main
from compare.errors import ReportError, UnknownValueError
from compare.reports.briefs import briefs, briefs_of_manifest
from compare.reports.manifest import read_manifest

ENTRY = "{name: 'brief-{region}.{lang}', notebook: brief, title: '{region_zh}', matrix: {%s}%s}"


def invoked(*arguments):
    return CliRunner().invoke(main, ["brief", *arguments])


def test_a_brief_is_written_as_it_is_asked_for(built_world):
    result = invoked("鹭汀", "--lang", "en", "--formats", "html")
    assert result.exit_code == 0, result.output
    path = built_world.reports / "brief-luting.en.html"
    assert result.output.splitlines()[-1] == str(path)
    page = path.read_text(encoding="utf-8")
    assert '<html lang="en">' in page and "Luting" in page
    for_scripts = invoked("鹭汀", "--lang", "en", "--formats", "html", "--json")
    assert json.loads(for_scripts.stdout) == {"pages": [str(path)]}


def test_a_quiet_command_writes_what_it_is_asked_for(built_world):
    result = invoked("鹭汀", "--formats", "html", "--quiet")
    assert (result.exit_code, result.output) == (0, "")
    assert (built_world.reports / "brief-luting.zh.html").is_file()


def test_the_sender_is_who_is_named_and_else_nobody(built_world):
    arguments = ("鹭汀", "--formats", "html", "--quiet")
    page = built_world.reports / "brief-luting.zh.html"
    assert invoked(*arguments).exit_code == 0
    (line,) = re.findall('<p class="byline">(.*?)</p>', page.read_text("utf-8"))
    assert re.fullmatch("资料截至.*年.*月.*日", re.sub("<.*?>", "", line))
    before = page.read_bytes()
    assert invoked(*arguments, "--by", "鹭汀市教育局 ").exit_code == 0
    assert page.read_bytes() == before  # that of nobody stays: the next batch writes it
    page = built_world.reports / "brief-luting-鹭汀市教育局.zh.html"
    (line,) = re.findall('<p class="byline">(.*?)</p>', page.read_text("utf-8"))
    assert line.startswith("鹭汀市教育局　资料截至")
    assert "compare-regions" not in re.sub("<style>.*?</style>", "", page.read_text("utf-8"))


def test_all_briefs_have_the_sender_of_their_entry(built_world):
    result = invoked("--all", "--by", "某局")
    assert result.exit_code == 2 and "parameters: {by: NAME}" in result.output
    entry = ENTRY % ("region: [luting]", ", parameters: {by: 某局}")
    write_manifest(built_world, f"[{entry.replace('.{lang}', '')}]")
    (report,) = read_manifest(built_world)
    assert report.parameters["by"] == "某局"


def test_a_region_of_which_nothing_is_stated_has_a_brief_that_says_so(built_world):
    (path,) = briefs(["沙渡"], ["zh"], ["html"])
    page = path.read_text(encoding="utf-8")
    assert "沙渡市：文件未载明数值" in page and "所收沙渡" not in page


def test_what_is_not_installed_is_not_made_unless_it_is_asked_for(built_world, monkeypatch):
    monkeypatch.setattr("compare.reports.plan.has_pdf", lambda: False)
    monkeypatch.setattr("compare.reports.plan.has_docx", lambda: False)
    made = list(briefs(["鹭汀"], ["zh"]))
    assert [path.suffix for path in made] == [".html"]


@pytest.mark.parametrize("arguments", [(), ("鹭汀", "--all")])
def test_a_region_or_all_is_named_and_not_both(built_world, arguments):
    result = invoked(*arguments)
    assert result.exit_code == 2 and "or take --all" in result.output


def test_what_cannot_be_asked_for_is_named(built_world):
    with pytest.raises(UnknownValueError, match="docx, html, pdf"):
        list(briefs(["鹭汀"], ["zh"], ["xls"]))


def test_an_entry_needs_no_notebook_and_makes_all_formats(built_world):
    write_manifest(built_world, f"[{ENTRY % ('region: [luting, shadu], lang: languages', '')}]")
    reports = read_manifest(built_world)
    assert [report.name for report in reports][:2] == ["brief-luting.zh", "brief-luting.en"]
    assert {report.formats for report in reports} == {("html", "docx", "pdf")}
    assert briefs_of_manifest(["en"]) == ("brief-luting.en", "brief-shadu.en")


@pytest.mark.parametrize(
    ("matrix", "more", "said"),
    [
        ("region: [luting]", ", formats: [ipynb]", "formats='ipynb' does not exist"),
        ("region: [luting], year: [2020]", "", "year"),
        ("region: [1]", "", "is not"),
    ],
)
def test_a_wrong_entry_is_refused(built_world, matrix, more, said):
    entry = (ENTRY % (matrix, more)).replace(".{lang}", "")
    write_manifest(built_world, f"[{entry}]")
    with pytest.raises(ReportError, match=said):
        read_manifest(built_world)


def test_a_manifest_without_briefs_says_what_to_add(built_world):
    write_manifest(built_world, "[]")
    with pytest.raises(ReportError, match="notebook: brief"):
        briefs_of_manifest(["zh"])

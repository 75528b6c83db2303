"""The manifest: matrices, names, and everything that is wrong with it, before anything runs."""

import datetime
from pathlib import Path

import pytest
from reporting import write_manifest, write_notebook

from compare.errors import ReportError
from compare.reports import read_manifest
from compare.reports.entries import NEEDED, Entry
from compare.reports.manifest import left_out
from compare.reports.parameters_cell import read_parameters

ROOT = Path(__file__).parents[2]

PARAMETERS = """import datetime
lang = "zh"  # language
year = 2025
share = 0.5
themes = ["balance"]
pair = (1, 2)
region: str | None = None
since = datetime.date(2025, 1, 1)
anything = None"""


@pytest.fixture
def project(built_world):
    write_notebook(built_world, "n", PARAMETERS)
    return built_world


def names(project, text):
    write_manifest(project, text)
    return [report.name for report in read_manifest(project)]


def refused(project, text):
    write_manifest(project, text)
    with pytest.raises(ReportError) as error:
        read_manifest(project)
    return str(error.value)


def test_a_matrix_makes_a_report_for_each_combination(project):
    text = (
        "[{name: 'a-{year}.{lang}', notebook: n, title: t,"
        " matrix: {year: [1, 2], lang: languages}}]"
    )
    assert names(project, text) == ["a-1.zh", "a-1.en", "a-2.zh", "a-2.en"]


def test_words_stand_for_what_is_in_the_data(project):
    text = "[{name: 'a-{region}', notebook: n, title: '{region_zh}', matrix: {region: regions}}]"
    write_manifest(project, text)
    reports = read_manifest(project)
    assert [report.name for report in reports] == ["a-chengwan", "a-luting", "a-shuoling"]
    assert reports[1].title == "鹭汀"


@pytest.mark.parametrize("word", ["themes", "indicators", "shared-indicators"])
def test_every_word_can_be_used(project, word):
    found = names(
        project,
        f"[{{name: 'a-{{anything}}', notebook: n, title: t, matrix: {{anything: {word}}}}}]",
    )
    assert found and len(set(found)) == len(found)


def test_pairs_give_two_parameters(project):
    write_notebook(project, "pair", "region_a = 'a'\nregion_b = 'b'")
    text = """
- name: p-{region_a}-{region_b}
  notebook: pair
  title: "{region_a_en} and {region_b_en}"
  matrix:
    region_a, region_b: pairs
"""
    assert names(project, text) == ["p-chengwan-luting", "p-chengwan-shuoling", "p-luting-shuoling"]


def test_a_title_can_be_given_for_each_language(project):
    text = "[{name: 'a.{lang}', notebook: n, title: {zh: 甲, en: A}, matrix: {lang: languages}}]"
    write_manifest(project, text)
    assert [(r.title, r.lang) for r in read_manifest(project)] == [("甲", "zh"), ("A", "en")]


def test_a_list_becomes_the_tuple_that_the_notebook_takes(project):
    write_manifest(project, "[{name: a, notebook: n, title: t, parameters: {pair: [3, 4]}}]")
    assert read_manifest(project)[0].parameters == {"pair": (3, 4)}


@pytest.mark.parametrize(
    "given",
    [
        "year: 2020",
        "share: 1",
        "region: x",
        "region: null",
        "themes: [a, b]",
        "since: 2025-09-01",
        "anything: [1]",
    ],
)
def test_what_fits_is_taken(project, given):
    assert names(project, f"[{{name: a, notebook: n, title: t, parameters: {{{given}}}}}]") == ["a"]


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        (
            "{name: a, notebook: n, title: t, parameters: {year: '2025'}}",
            "parameter year: '2025' (str) is not int",
        ),
        ("{name: a, notebook: n, title: t, parameters: {year: true}}", "True (bool) is not int"),
        (
            "{name: a, notebook: n, title: t, parameters: {year: 2025.5}}",
            "2025.5 (float) is not int",
        ),
        (
            "{name: a, notebook: n, title: t, parameters: {themes: balance}}",
            "'balance' (str) is not list",
        ),
        (
            "{name: a, notebook: n, title: t, parameters: {themes: [1]}}",
            "the item 1 (int) is not str",
        ),
        ("{name: a, notebook: n, title: t, parameters: {since: soon}}", "'soon' (str) is not date"),
        (
            "{name: a, notebook: n, title: t, parameters: {region: 3}}",
            "3 (int) is not NoneType or str",
        ),
        ("{name: a, notebook: n, title: t, parameters: {yaer: 1}}", "Did you mean 'year'"),
        ("{name: a, notebook: nn, title: t}", "Did you mean 'n'"),
        ("{name: a, notebook: n, title: t, matrix: {lang: language}}", "Did you mean 'languages'"),
        ("{name: a, notebook: n, title: t, matrix: {lang: 3}}", "3 is neither a list nor one of"),
        ("{name: 'a-{yaer}', notebook: n, title: t}", "Did you mean '{year}'"),
        ("{name: 'a', notebook: n, title: '{langg}'}", "Did you mean '{lang}'"),
        ("{name: a, notebook: n, title: t, matrix: {year: [1, 2]}}", "two reports are called a"),
        (
            "{name: 'a-{lang}', notebook: n, title: t, parameters: {lang: zh},"
            " matrix: {lang: languages}}",
            "keep one",
        ),
        ("{name: '../a', notebook: n, title: t}", "should match pattern"),
        ("{name: 'a/b', notebook: n, title: t}", "should match pattern"),
        (
            "{name: '{region}', notebook: n, title: t, parameters: {region: '../x'}}",
            "should match pattern",
        ),
        ("{name: failed, notebook: n, title: t}", "is taken for something else"),
        ("{name: con, notebook: n, title: t}", "is taken for something else"),
        ("{name: a, notebook: n, title: t, formats: [htm]}", "'html'"),
        ("{name: a, notebook: n, title: t, formats: []}", "at least 1"),
        (
            "{name: a, notebook: n, title: {zh: 甲}, parameters: {lang: en}}",
            "there is none for lang='en'",
        ),
        ("{name: a, notebok: n, title: t}", "Did you mean 'notebook'"),
        (
            "{name: 'a-{year}', notebook: n, title: t, matrix: {year: [" + "1, " * 10001 + "]}}",
            "10000 at most",
        ),
    ],
    ids=range(25),
)
def test_what_is_wrong_is_named_with_what_would_be_right(project, entry, message):
    assert message in refused(project, f"[{entry}]")


def test_every_problem_is_named_at_once(project):
    message = refused(
        project,
        "[{name: a, notebook: nn, title: t},"
        " {name: b, notebook: n, title: t, parameters: {yeer: 1}},"
        " {name: ../c, notebook: n, title: t}]",
    )
    assert len(message.splitlines()) == 3
    for words in ("'nn'", "'yeer'", "'../c'"):
        assert words in message


def test_a_wrong_entry_is_named_with_its_line_its_number_and_its_name(project):
    said = refused(
        project,
        "# two entries\n- {name: a, notebook: n, title: t}\n\n"
        "- name: b-{lang}\n  notebook: n\n  matrix: {lang: languages}\n- 3\n- {notebook: n}\n",
    ).splitlines()
    place = f"{project.reports / 'reports.yml'}, line "
    must = "is missing; an entry must have name, notebook and title"
    assert said == [
        f"{place}4, entry 2 (b-{{lang}}): title {must}",
        f"{place}7, entry 3: 3 is no entry; write name: …, notebook: …, title: …",
        f"{place}8, entry 4: name {must}",
        f"{place}8, entry 4: title {must}",
    ]


def test_the_head_of_the_manifest_says_what_an_entry_must_have():
    head = (ROOT / "reports" / "reports.yml").read_text("utf-8").partition("\n- name")[0]
    words = " ".join(head.replace("#", " ").split())
    assert f"It must have {', '.join(NEEDED[:-1])} and {NEEDED[-1]}" in words
    assert all(key in words for key in Entry.model_fields)


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ("{name: a, notebook: nn, matrix: {region: regins, lang: language}}",
         ("title is missing", "Did you mean 'n'", "Did you mean 'regions'", "'languages'")),
        ("{notebook: n, title: '{langg}', parameters: {yeer: 1, year: x}, formats: [htm]}",
         ("name is missing", "{langg}", "'yeer'", "'x' (str)", "'htm'")),
        ("{name: 'a-{yeer}', notebook: n, title: {zh: '{langg}'}, parameters: {share: x},"
         " matrix: {regionn: region}}",
         ("{yeer}", "{langg}", "share: 'x' (str)", "parameter='regionn'", "matrix: regionn")),
        ("{name: a, notebook: n, matrx: {lang: languages}, titel: t, parameters: {yeer: 1}}",
         ("title is missing", "Did you mean 'matrix'", "Did you mean 'title'", "'yeer'")),
        ("{name: '../a', notebook: n, title: {cn: t}, parameters: [1], matrix: {lang: language}}",
         ("{'cn': 't'} is no title", "parameters: [1]")),
    ],
    ids=range(5),
)  # fmt: skip
def test_what_is_wrong_in_an_entry_hides_nothing_else_that_is(project, entry, words):
    said = refused(project, f"[{entry}]").splitlines()
    assert [word for word in words if not any(word in line for line in said)] == []
    assert len(said) == len(words)


def test_what_reports_share_is_said_once_with_how_many_they_are(project):
    entry = "{name: 'a-{region}.{lang}', notebook: n, title: t, parameters: {yeer: 1, year: x}, %s}"
    said = refused(project, f"[{entry % 'matrix: {region: regions, lang: languages}'}]")
    found = [line.partition("): 6 reports (a-chengwan.zh, …): ")[2] for line in said.splitlines()]
    assert [line[:16] for line in found] == ["parameter='yeer'", "parameter year: "]
    wrong = "matrix: {regin: regions, lang: languages}"  # the names are the same, and why is told
    entry = "{name: 'a-{year}', notebook: n, title: t, %s}"
    (line,) = refused(project, f"[{entry % wrong}]").splitlines()
    assert "6 reports (a-2025, …): parameter='regin' does not exist. Did you mean 'region'?" in line


@pytest.mark.parametrize("name", ["a-{}", "a-{year:{x}}", "a-{"])
def test_a_template_that_cannot_be_filled_is_refused_in_a_line(project, name):
    (line,) = refused(project, f"[{{name: '{name}', notebook: n, title: t}}]").splitlines()
    assert "line 1, entry 1" in line


@pytest.mark.parametrize(
    ("text", "said"),
    [("[" * 50_000, "deeper than 50 levels"), ("- &a [*a]", "inside what it stands for"),
     ("- !!python/object/apply:os.system [exit]", "could not determine a constructor")],
    ids=["deep", "of itself", "a type of Python"],
)  # fmt: skip
def test_a_manifest_that_hurts_is_refused(project, text, said):
    assert said in refused(project, text)


def test_a_template_reaches_no_attribute_of_a_value(project):
    assert "{lang.__class__}" in refused(
        project, "[{name: a, notebook: n, title: '{lang.__class__}'}]"
    )


def test_parameters_are_read_without_running_the_cell(project):
    write_notebook(project, "bomb", "x = 1\nraise SystemExit\ny: int = 2")
    found = read_parameters(project.notebooks / "bomb.ipynb")
    assert list(found) == ["x", "y"]


def test_a_broken_notebook_is_named(project):
    (project.notebooks / "broken.ipynb").write_text("{", encoding="utf-8")
    assert "broken.ipynb cannot be read" in refused(
        project, "[{name: a, notebook: broken, title: t}]"
    )


def test_a_large_manifest_is_checked_whole(project):
    found = names(
        project,
        "[{name: 'a-{year}', notebook: n, title: t, matrix: {year: "
        + f"{list(range(2000))}"
        + "}}]",
    )
    assert len(found) == 2000


def test_dates_of_yaml_are_dates(project):
    write_manifest(project, "[{name: a, notebook: n, title: t, parameters: {since: 2025-09-01}}]")
    assert read_manifest(project)[0].parameters["since"] == datetime.date(2025, 9, 1)


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("{name: a, notebook: n, title: 2025-09-01}", "put it in quotes: '2025-09-01'"),
        ("{name: 2025-09-01, notebook: n, title: t}", "put it in quotes: '2025-09-01'"),
        ("{name: a, notebook: n, title: t, parameters: {region: 2025-09-01}}",
         "put it in quotes: '2025-09-01'"),
        ("{name: a, notebook: n, title: 2025-02-30}", "in quotes"),
    ],
)  # fmt: skip
def test_a_date_without_quotes_is_told_so_in_a_line(project, entry, message):
    said = refused(project, f"[{entry}]")
    assert message in said and len(said.splitlines()) == 1


def test_many_pairs_are_bounded_to_those_with_most_in_common_and_it_is_said(project, monkeypatch):
    pairs = "[{name: 'p-{region_a}-{region_b}', notebook: p, title: t, matrix: {MATRIX}}]"
    write_notebook(project, "p", "region_a = ''\nregion_b = ''")
    every = pairs.replace("MATRIX", "'region_a, region_b': all-pairs")
    few = pairs.replace("MATRIX", "'region_a, region_b': pairs")
    all_of_them = names(project, every)
    assert names(project, few) == all_of_them and not left_out(project)
    monkeypatch.setattr("compare.reports.matrix.MOST_PAIRS", 1)
    assert names(project, few) == ["p-luting-shuoling"]
    said = left_out(project)
    assert f"of {len(all_of_them)} pairs" in said and "all-pairs" in said
    assert not left_out_of(project, every)


def left_out_of(project, text):
    write_manifest(project, text)
    return left_out(project)

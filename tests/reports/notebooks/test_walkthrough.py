"""Adding a region in a copy: what is asked for, what is refused, what may be done twice."""

import datetime
import shlex

import pytest
from click.testing import CliRunner

import compare
from compare.cli import main
from compare.errors import UnknownValueError
from compare.reports.notebooks.copies import copied_project, inside, made_up_plan, remove_copy
from compare.reports.notebooks.parameters import ParameterError
from compare.reports.notebooks.walkthrough import (
    commands,
    made_up_corrections,
    registered,
    with_source,
    written,
)
from compare.sources.scan import accept, correct, queue, scan, scan_text
from compare.sources.scan.find.titles import place_of

FACTS = {"region": "liyang", "full_name_zh": "漓阳县", "parent": "zhuzhou", "adcode": 430299}
BARE = "漓阳县“十四五”教育事业发展规划\n\n到2025年,全县学前三年毛入园率达到95%以上。\n"
ISSUED = {"issuer": "漓阳县人民政府", "issued": "2021-11-26"}


@pytest.fixture
def copy(built_once):
    with inside(built_once):
        project = copied_project()
        yield project
        remove_copy(project)


def scanned_in(copy, text=BARE, facts=FACTS):
    return scan_text(text, region=registered(facts, copy).region, project=copy)


def test_a_region_is_registered_once(copy):
    region = registered(FACTS, copy)
    assert (region.adcode, region.province, region.name_en) == ("430299", "湖南", "Liyang")
    before = (copy.raw / "definitions" / "regions.csv").read_bytes()
    assert registered({**FACTS, "name_en": ""}, copy) == region
    assert registered({"region": "liyang"}, copy) == region
    assert (copy.raw / "definitions" / "regions.csv").read_bytes() == before


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (
            {"region": "liyang", "full_name_zh": "漓阳县"},
            "facts: .*region: parent .*, adcode [^,]*$",
        ),
        ({"region": "ningbo", "parent": "jiangxi"}, "parent 'zhejiang', not 'jiangxi'"),
        ({"region": "liyang", "name": "漓阳县"}, "facts key='name'"),
    ],
)
def test_facts_that_do_not_do_are_named(copy, facts, words):
    with pytest.raises((ParameterError, UnknownValueError), match=words):
        registered(facts, copy)


def test_what_the_text_does_not_print_is_asked_for_by_its_parameter(copy):
    with pytest.raises(ParameterError, match=r'发文机关.*source = {"issuer"'):
        with_source(scanned_in(copy), {}, copy)
    with pytest.raises(ParameterError, match=r"(?s)标题.*source.*发文机关.*source.*年份.*period"):
        with_source(scanned_in(copy, "毛入园率95%\n"), {}, copy)


def test_what_is_told_is_written(copy):
    told = with_source(scanned_in(copy), ISSUED | {"number": "漓政发〔2021〕9号"}, copy)
    assert told.plan.issued == datetime.date(2021, 11, 26)
    assert written(told, "liyang-14fyp", copy) == {
        "rows": 1, "undated": 0, "replaced": []
    }  # fmt: skip
    assert accept(["liyang-14fyp"], project=copy) == 1
    assert compare.check(copy) == []
    source = (copy.raw / "liyang-14fyp" / "source.yml").read_text("utf-8")
    assert "issuer: 漓阳县人民政府\n" in source and "number: 漓政发〔2021〕9号\n" in source


@pytest.mark.parametrize(
    ("source", "words"),
    [({"issuers": "x"}, "source key='issuers'"), ({"issued": "26.11.2021"}, "is no date")],
)
def test_a_source_that_does_not_do_is_refused(copy, source, words):
    with pytest.raises((ParameterError, UnknownValueError), match=words):
        with_source(scanned_in(copy), source, copy)


MADE_UP = {"region": "xuqiu", "full_name_zh": "虚丘县", "parent": "made-up", "adcode": "339925"}
OF_NINGBO = {"region": "xuqiu", "full_name_zh": "虚丘县", "parent": "ningbo", "adcode": "330299"}


def test_a_plan_of_another_place_is_refused(copy):
    """宁波市 is a region that is known, and not the parent."""
    for place in ("漓阳县", "浙江省漓阳县", "宁波市", "中岭省"):
        assert_refused(copy, MADE_UP, place)


def test_the_title_may_name_what_contains_the_region(copy):
    """Nobody has described the parent: 沔川市 may be it."""
    found = scanned_in(copy, facts=MADE_UP)
    for place in ("虚丘县", "浙江省", "沔川市", "宁波市虚丘县", "浙江省沔川市", ""):
        title = {"title": f"{place}教育事业发展规划"}
        assert with_source(found, ISSUED | title, copy).region.region == "xuqiu"


def test_beside_a_known_parent_no_other_city_can_be_it(copy):
    found = scanned_in(copy, facts=OF_NINGBO)
    assert with_source(found, ISSUED | {"title": "宁波市教育规划"}, copy)
    assert_refused(copy, OF_NINGBO, "沔川市")


def assert_refused(copy, facts, place):
    found = scanned_in(copy, facts=facts)
    with pytest.raises(ParameterError, match=f"{place[-3:]} .*虚丘县"):
        with_source(found, ISSUED | {"title": f"{place}教育事业发展规划"}, copy)


def test_the_place_of_a_title():
    assert place_of("关于印发《青岚县教育规划》的通知") == "青岚县"
    assert place_of("内蒙古自治区青岚旗教育规划", inside="内蒙古") == "青岚旗"
    assert place_of("全县教育工作要点") == place_of("教育强县建设方案") == ""


def test_a_folder_of_the_same_name_or_text_is_replaced_in_the_copy(copy):
    told = with_source(scanned_in(copy), ISSUED, copy)
    written(told, "liyang-plan", copy)
    assert written(told, "liyang-14fyp", copy)["replaced"] == ["liyang-plan"]
    assert written(told, "liyang-14fyp", copy)["replaced"] == ["liyang-14fyp"]
    assert not (copy.raw / "liyang-plan").exists()


@pytest.mark.parametrize("name", ["漓阳", "../liyang", "Liyang"])
def test_a_name_that_is_no_folder_s_is_refused(copy, name):
    with pytest.raises(ParameterError, match="document="):
        written(with_source(scanned_in(copy), ISSUED, copy), name, copy)


def test_the_made_up_plan_has_something_to_correct(copy):
    found = scan(made_up_plan(), region=registered(MADE_UP, copy).region, project=copy)
    written(found, "made-up-plan", copy)
    for figure, cells in made_up_corrections("made-up-plan").items():
        before = queue("made-up-plan", project=copy).filter(figure=figure)
        assert before["label"].item() == "全县" + cells["label"]
        assert correct(figure, cells, project=copy) == 1


def test_the_commands_do_it(copy, tmp_path):
    file = tmp_path / "a plan.txt"
    file.write_text(BARE, encoding="utf-8")
    with inside(copy):
        steps = commands(str(file), "liyang-14fyp", FACTS, {"issuer": "某机关"}, "2021-2025")
        lines = [line for _, typed in steps.steps for line in typed]
        told = next(line for line in lines if line.startswith("issuer"))
        at = lines.index(told)
        for line in lines[:at]:
            typed(line.replace("data/raw", str(copy.raw)))
        path = copy.raw / "liyang-14fyp" / "source.yml"
        path.write_text(path.read_text("utf-8").replace("issuer:\n", told + "\n"), "utf-8")
        for line in lines[at + 1 : -3]:
            typed(line)
        assert queue("liyang-14fyp", every=True)["state"].to_list() == ["rejected"]
    # what they make is looked at elsewhere
    assert [line.split()[1] for line in lines[-4:]] == ["check", "build", "charts", "report"]


def typed(line):
    name, *arguments = shlex.split(line)
    assert name == "compare-regions"
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, f"{line}\n{result.output}"


def test_the_commands_are_shown_in_both_languages(built_once):
    with inside(built_once):
        given = (None, "x-1", {"region": "ningbo"}, {"issuer": "<甲>"}, None)
        chinese, english = (commands(*given, lang=lang) for lang in ("zh", "en"))
    assert "add-region" not in str(chinese)  # it is there
    assert "可以空着）：\n   issuer: <甲>" in str(chinese)
    assert "1. Scan the document" in str(english)
    assert '<span lang="zh-CN">issuer: &lt;甲&gt;</span>' in english._repr_html_()
    assert "scan FILE --region ningbo --output data/raw/x-1" in chinese._repr_html_()

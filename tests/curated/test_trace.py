import shutil

import pytest

from compare.curated.build import build
from compare.curated.database import connect
from compare.curated.trace import trace, verify
from compare.errors import DataError, UnknownValueError


def test_a_figure_is_walked_back_to_the_words_of_its_document(seen_world):
    found = trace("luting-plan/001")
    assert found.figure["quote"] == "全县小学入学率达到99.5%"
    assert found.document["title"] == "鹭汀县教育五年规划(虚构)"
    (observation,) = found.observations
    assert observation["indicator"] == "school_enrolment"
    assert (observation["value"], observation["use"]) == (99.5, "main")
    before, quote, after = found.context
    assert (before, quote) == ("2020年,", "全县小学入学率达到99.5%")
    assert after.startswith(",统计表中小学入学率为99.3%")


def test_its_companions_are_the_other_observations_of_the_same_indicator(seen_world):
    companions = [
        (c["region"], c["kind"], c["figure"]) for c in trace("luting-plan/001").companions
    ]
    assert companions == [
        ("chengwan", "target", "chengwan-2024-points/001"),
        ("luting", "actual", "luting-plan/002"),
        ("luting", "target", "luting-plan/007"),
        ("shuoling", "actual", "shuoling-plan/001"),
        ("shuoling", "target", "shuoling-plan/003"),
    ]


def test_a_trace_of_the_real_ledger_prints_id_and_quote(project):
    rows = connect(project).execute("SELECT figure, quote FROM figures ORDER BY 1").fetchall()
    for figure, quote in rows[::25]:
        text = str(trace(figure))
        assert figure in text
        assert quote in text


def test_the_printed_journey_names_each_stage(seen_world):
    lines = str(trace("luting-plan/002")).splitlines()
    stages = [
        "document", "locator", "source text", "figure", "as stated", "interval", "year", "scope",
        "note",
    ]  # fmt: skip
    for line, stage in zip(lines, stages, strict=False):
        assert line.partition(" ")[2].startswith(f"{stage} "), line
    assert "《鹭汀县教育五年规划(虚构)》 鹭政〔2021〕1号 2021-06-01" in lines[0]
    assert "【统计表中小学入学率为99.3%】" in lines[2]
    assert "= lo=99.3 hi=99.3" in lines[5]
    assert "2020 (printed, actual)" in lines[6]
    assert "与luting-plan/001矛盾" in lines[8]
    assert any("exact, alternative: 统计表中的另一数值" in line for line in lines)


def test_a_period_and_a_figure_that_is_not_aligned_say_so(seen_world):
    text = str(trace("luting-plan/011"))
    assert "2021–2025 (implied, target)" in text
    assert "not aligned to a shared indicator" in text
    assert trace("luting-plan/011").observations == []


def test_a_range_among_the_companions_shows_both_ends(world):
    path = world.raw / "luting-plan" / "alignment.csv"
    row = "luting-plan/011,new_places,1,proxy,虚构的对齐。,,main\n"
    path.write_text(path.read_text(encoding="utf-8") + row, encoding="utf-8")
    build(world)
    assert "range 10.0–12.0 个 (proxy, luting-plan/011)" in str(trace("luting-plan/004"))


def test_where_the_text_is_not_at_hand_the_quote_alone_is_shown(seen_world, monkeypatch):
    monkeypatch.setenv("COMPARE_DOCUMENTS", str(seen_world.root))
    found = trace("luting-plan/001")
    assert found.context is None
    assert "“全县小学入学率达到99.5%” (the text is not at hand)" in str(found)


def test_the_html_has_a_row_per_line_and_runs_nothing(world, tamper):
    tamper(world, "luting-plan/figures.csv", "与luting-plan/001矛盾", "<script>alert(1)</script>")
    build(world)
    found = trace("luting-plan/002", world)
    html = found._repr_html_()
    assert html.count("<tr>") == len(str(found).splitlines())
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


@pytest.mark.parametrize(
    ("figure", "hint"),
    [
        ("luting-plan/999", "luting-plan/012"),
        ("luting-plam/001", "luting-plan/001"),
        ("", "luting-plan/001"),
        ("001", "luting-plan/001"),
    ],
)
def test_an_unknown_figure_is_answered_with_ids_that_exist(seen_world, figure, hint):
    with pytest.raises(UnknownValueError) as error:
        trace(figure)
    assert hint in str(error.value)


def test_verify_finds_every_quote_of_the_world(world):
    assert [(v.document, v.quotes, v.found, v.problems) for v in verify(world)] == [
        ("chengwan-2024-points", 5, 5, []),
        ("luting-plan", 12, 12, []),
        ("shuoling-plan", 5, 5, []),
    ]


def test_verify_names_each_quote_that_is_not_in_its_text(world, tamper):
    tamper(world, "luting-plan/figures.csv", "全县小学入学率达到99.5%", "全县小学入学率达99.5%")
    (result,) = [v for v in verify(world) if v.problems]
    assert (result.document, result.quotes, result.found) == ("luting-plan", 12, 11)
    (problem,) = result.problems
    assert str(problem).startswith(
        "luting-plan/figures.csv:2: quote: '全县小学入学率达99.5%' is not"
    )


def test_verify_does_not_take_a_changed_text_for_the_one_transcribed(world):
    text = world.texts / "luting.txt"
    text.write_bytes(text.read_bytes() + b"\n")
    assert [v.found for v in verify(world)] == [5, None, 5]
    shutil.rmtree(world.texts)
    assert [v.found for v in verify(world)] == [None, None, None]


def test_verify_passes_over_no_row_that_cannot_be_read(world, tamper):
    tamper(world, "luting-plan/figures.csv", "101.2,%,2020", "101.2,%,20x0")
    with pytest.raises(DataError, match="year: '20x0' is not valid"):
        verify(world)


def test_a_text_that_a_scan_wrote_is_at_hand_beside_a_folder_of_texts(built_world):
    beside = built_world.raw / "documents"
    beside.mkdir()
    text = built_world.texts / "luting.txt"
    shutil.move(text, beside / text.name)
    assert trace("luting-plan/001").context[1] == "全县小学入学率达到99.5%"
    of_luting = next(one for one in verify() if one.document == "luting-plan")
    assert of_luting.found == of_luting.quotes

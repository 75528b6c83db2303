"""The front door of a project: drawn at once, and only what has changed."""

import json
import os
import shutil

import pytest
from click.testing import CliRunner
from pptx import Presentation
from reporting import write_manifest, write_notebook

import compare
from compare.charts.forms import gap_bars, ranking
from compare.cli import main
from compare.curated.build import build
from compare.curated.dataset import Dataset
from compare.errors import ReportError
from compare.pages import drawing, pieces
from compare.pages.places import PAGE
from compare.project import find_project
from compare.reports.front_door import _Door, make_front_door


@pytest.fixture(autouse=True)
def drawn(monkeypatch):
    """Have nothing drawn, which has tests of its own; return the charts that would be."""
    names = []

    def draw(chart):
        names.append(chart.key)
        picture = {"size": [1, 1], "plot": [0, 1], "nodes": []}
        return {"wide": picture, "narrow": picture}, {"xlsx": b"x", "pptx": b"p"}

    few = {"indicator": ["senior_gross"]}
    monkeypatch.setattr(Dataset, "observations", lambda _: compare.observations(**few))
    monkeypatch.setattr(Dataset, "coverage", lambda _: compare.coverage(**few))
    monkeypatch.setattr(pieces, "_draw", draw)
    monkeypatch.setattr("compare.pages.home.fonts_for", lambda _: {400: b"", 700: b""})
    return names


@pytest.fixture
def two_forms(monkeypatch):
    """Let a subject be drawn as what is chosen, and as one other form."""
    monkeypatch.setattr("compare.charts.catalogue.modules", lambda: [ranking, gap_bars])


def make(**options):
    return make_front_door(jobs=1, **options)


def test_what_has_not_changed_is_not_drawn_and_not_written(built_world, drawn, tamper):
    told = []
    first = make(announce=lambda *said: told.append(said))
    assert first.written and first.charts == len(drawn) > 10
    assert told[-1][:2] == (len(told), len(told)) and any(name for *_, name in told)
    content = first.page.read_bytes()
    names = {path.name for path in (built_world.reports / "charts").iterdir()}
    assert {f"{drawn[0]}.xlsx", f"{drawn[0]}.pptx"} <= names

    drawn.clear()
    assert not make().written and not drawn
    said = json.loads(CliRunner().invoke(main, ["charts", "--json"]).stdout)
    assert (said["page"], said["written"]) == (str(first.page), False)
    first.page.unlink()  # what is missing is put together again, of what is kept
    assert make().written and not drawn and first.page.read_bytes() == content
    (built_world.reports / "charts" / f"{next(iter(sorted(names)))}").write_bytes(b"")
    assert make().written and not drawn

    was = "高中阶段毛入学率达到88.0%,第一段,88.0,=,88.0,88.0"
    shutil.rmtree(built_world.texts)
    tamper(built_world, "shuoling-plan/figures.csv", was, was.replace("88", "87"))
    build(built_world)
    assert make().written and 0 < len(drawn) < first.charts


@pytest.mark.usefixtures("two_forms")
def test_a_deck_of_chosen_charts_makes_no_other(built_world, drawn, monkeypatch):
    make()
    chosen = [key for key in drawn if key.startswith("ranking-") and key.endswith(".zh")]
    made = []
    whole = drawing.charts_of
    monkeypatch.setattr(drawing, "charts_of", lambda one: made.append(one) or whole(one))
    some = make(only=["ranking-*"])
    assert [path.name[:15] for path in some.decks] == ["charts.ranking-"] * 2
    slides = [len(Presentation(path).slides) for path in some.decks]
    assert slides[0] == slides[1] == len(chosen) > 0
    assert len(made) <= 2 * slides[0]
    with pytest.raises(ReportError, match=r"--only nothing\*: no chart is called so; allowed"):
        make(only=["nothing*"])


@pytest.mark.usefixtures("two_forms")
def test_a_deck_where_nothing_is_drawn_yet_draws_nothing_else(built_world, monkeypatch):
    monkeypatch.setattr(drawing, "draw", lambda *_: pytest.fail("everything is drawn"))
    made = make(only=["ranking-*"])
    assert not made.written and made.page is None and not (built_world.reports / PAGE).exists()
    names = [len(Presentation(path).slides) for path in made.decks]
    assert names[0] == names[1] > 0
    with pytest.raises(ReportError, match="no chart is called so"):
        make(only=["nothing*"])


@pytest.mark.usefixtures("two_forms")
def test_decks_of_chosen_charts_lie_beside_the_deck_of_all_and_nothing_else_is_named(built_world):
    def charts(*arguments):
        result = CliRunner().invoke(main, ["charts", "--quiet", "--jobs", "1", *arguments])
        assert result.exit_code == 0, result.output
        return result.stdout.splitlines()

    folder = built_world.reports
    some = [f"{folder}/charts.ranking.{lang}.pptx" for lang in ("zh", "en")]
    assert charts("--pptx", "--only", "*ranking*") == some
    assert not (folder / PAGE).exists()
    every = [folder / f"charts.{lang}.pptx" for lang in ("zh", "en")]
    assert charts("--pptx")[-3:] == [*map(str, every), f"open {folder / PAGE}"]
    before = [path.read_bytes() for path in every]
    charts("--only", "*ranking*", "--only", "*gap*")
    charts("--only", "ranking-*")
    assert [path.read_bytes() for path in every] == before
    assert len(list(folder.glob("charts.*.pptx"))) == 8
    said = json.loads("\n".join(charts("--only", "*ranking*", "--json")))
    assert (said["page"], said["decks"]) == (None, some)


def test_reports_are_listed_with_the_charts_they_hold(built_world):
    write_manifest(
        built_world, "- {name: r, notebook: n, title: 鹭汀, parameters: {region: luting}}"
    )
    write_notebook(built_world, "n", 'region = "luting"')
    address = "index.html#chart/ranking-a-2020-actual?lang=zh"
    page = f'<title>A &amp; B</title><a href="{address}">x</a><a href="{address}">x</a>'
    door = _Door(find_project(), None, force=False, jobs=1, announce=None)
    assert door._reports == []  # it is not made yet
    (built_world.reports / "r.html").write_text(page, encoding="utf-8")
    door = _Door(find_project(), None, force=False, jobs=1, announce=None)
    assert [door._listed(report) for report in door._reports] == [
        {
            "name": "r", "lang": "zh", "notebook": "n", "title": "鹭汀", "heading": "A & B",
            "formats": ["html"],
            "charts": ["ranking-a-2020-actual"], "regions": ["luting"], "indicators": [],
            "themes": [],
        }
    ]  # fmt: skip


def test_a_file_beside_a_report_is_listed_unless_it_is_older_than_its_page(built_world):
    write_manifest(built_world, "- {name: r, notebook: n, title: 鹭汀}")
    write_notebook(built_world, "n", "1")
    for place, ending in enumerate(("docx", "html", "pdf")):
        (built_world.reports / f"r.{ending}").write_text("<title>A</title>", encoding="utf-8")
        os.utime(built_world.reports / f"r.{ending}", (place, place))
    door = _Door(find_project(), None, force=False, jobs=1, announce=None)
    assert [door._listed(report)["formats"] for report in door._reports] == [["html", "pdf"]]

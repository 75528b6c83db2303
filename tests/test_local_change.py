"""Local change: what one row, entry, folder or module adds shows wherever a reader looks.

Each promise of the README is kept here by doing it, in a copy; no other file is touched.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from coded import CODED
from conftest import ROOT, WORLD

import compare
from compare.curated.build import build
from compare.errors import DataError
from compare.project import Project
from compare.reports import Options, run_batch
from compare.wording.references import reference_name

PACKAGE = ROOT / "lib" / "compare"
BUILT = {"__pycache__", "curated"}


def changed(copy: Path, original: Path) -> set[str]:
    """Return the files that a copy has beside, or other than, its original."""

    def files(folder: Path) -> dict[str, bytes]:
        return {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in folder.rglob("*")
            if path.is_file() and not BUILT & set(path.relative_to(folder).parts)
        }

    here, there = files(copy), files(original)
    return {name for name in here.keys() | there.keys() if here.get(name) != there.get(name)}


def add_row(path: Path, row: str) -> None:
    """Add one line to a file, as a spreadsheet or an editor would."""
    text = path.read_text(encoding="utf-8")
    path.write_text(text.rstrip("\n") + f"\n{row}\n", encoding="utf-8")


def definitions(project: Project, name: str) -> Path:
    return project.raw / "definitions" / name


def of_region(aligned: Any, region: str) -> dict[str, Any]:
    """Return the rows of a region, by indicator."""
    rows = aligned[aligned["region"] == region]
    return {row["indicator"]: row for row in rows.to_dict("records")}


def latest() -> Any:
    return compare.align(
        compare.observations(), horizon="latest", kind="actual", evidence=compare.evidence()
    )


# --- data ----------------------------------------------------------------------------------------

TEXT = "沙渡市教育工作报告(虚构,供测试用)\n2020年,小学入学率达到97.5%。\n"

SOURCE = f"""document: shadu-report
region: shadu
title: '沙渡市教育工作报告(虚构)'
number:
issuer: '沙渡市教育局(虚构)'
issued: 2021-03-01
period_start: 2021
period_end: 2021
publisher:
sha256: '{hashlib.sha256(TEXT.encode()).hexdigest()}'
characters: {len(TEXT)}
note:
"""
FIGURE = (
    "shadu-report/001,小学入学率,小学入学率达到97.5%,第一句,97.5,=,97.5,97.5,%,2020,,,printed,"
    "actual,region,false,"
)


def test_a_source_is_one_folder(world):
    folder = world.raw / "shadu-report"
    folder.mkdir()
    (folder / "source.yml").write_text(SOURCE, encoding="utf-8")
    for name, row in {
        "figures.csv": FIGURE,
        "alignment.csv": "shadu-report/001,school_enrolment,1,exact,与定义同名。,,main",
    }.items():
        header = (world.raw / "luting-plan" / name).read_text(encoding="utf-8").splitlines()[0]
        (folder / name).write_text(f"{header}\n{row}\n", encoding="utf-8")
    assert changed(world.root, WORLD) == {
        f"data/raw/shadu-report/{name}" for name in ("source.yml", "figures.csv", "alignment.csv")
    }
    (world.root / "texts" / "shadu.txt").write_text(TEXT, encoding="utf-8")  # of no project
    build(world)
    row = of_region(latest(), "shadu")["school_enrolment"]
    assert (row["value"], row["status"], row["figure"]) == (97.5, "observed", "shadu-report/001")
    (document,) = compare.evidence().sources(["shadu-report/001"])
    assert document["title"] == "沙渡市教育工作报告(虚构)"
    ranked = compare.rankings(latest()).set_index(["region", "indicator"])
    assert ranked.loc[("shadu", "school_enrolment"), "rank"] == 3
    assert "沙渡市教育工作报告" in str(compare.trace("shadu-report/001"))


ARTS = (
    "arts_classes,{theme},美育开课率,Schools that teach the arts,开设美育课的学校比例。,"
    "Share of schools that teach the arts.,开课学校,学校,%,higher,0,100,true,,,,"
)


def test_an_indicator_is_one_row(world):
    add_row(definitions(world, "indicators.csv"), ARTS.format(theme="balance"))
    assert changed(world.root, WORLD) == {"data/raw/definitions/indicators.csv"}
    build(world)
    covered = compare.coverage(theme="balance")
    mine = covered[covered["indicator"] == "arts_classes"]
    assert set(mine["region"]) == {"chengwan", "luting", "shadu", "shuoling"}
    assert set(mine["indicator_zh"]) == {"美育开课率"}
    assert (
        compare.evidence().name("indicator", "arts_classes", "en") == "Schools that teach the arts"
    )


def test_a_theme_is_one_row(world):
    add_row(definitions(world, "themes.csv"), "arts,美育,The arts,4,美育|艺术")
    assert changed(world.root, WORLD) == {"data/raw/definitions/themes.csv"}
    add_row(definitions(world, "indicators.csv"), ARTS.format(theme="arts"))
    build(world)
    covered = compare.coverage(theme="arts")
    assert set(covered["indicator"]) == {"arts_classes"}
    assert set(covered["theme_zh"]) == {"美育"}
    evidence = compare.evidence()
    assert list(evidence.themes["theme"])[-1] == "arts"
    assert evidence.name("theme", "arts", "en") == "The arts"


def test_without_its_row_a_theme_is_refused(world):
    add_row(definitions(world, "indicators.csv"), ARTS.format(theme="arts"))
    with pytest.raises(DataError, match="arts"):
        build(world)


def test_a_region_is_one_row(world):
    row = "yanbei,雁北,Yanbei,雁北市,prefecture-city,beiyuan,北原,180400,"
    add_row(definitions(world, "regions.csv"), row)
    assert changed(world.root, WORLD) == {"data/raw/definitions/regions.csv"}
    build(world)
    rows = of_region(latest(), "yanbei")
    assert {row["status"] for row in rows.values()} <= {"not-in-text", "not-applicable"}
    assert rows["school_enrolment"]["region_zh"] == "雁北"
    found = compare.gaps(latest(), to="雁北市", evidence=compare.evidence())
    assert set(found["reference"]) == {"yanbei"}
    assert "yanbei" in set(compare.coverage()["region"])


def test_a_benchmark_is_one_row(world):
    row = "enrolment-2020,school_enrolment,national,,2020,actual,=,98,98,测试〔2021〕3号,,"
    add_row(definitions(world, "benchmarks.csv"), row)
    assert changed(world.root, WORLD) == {"data/raw/definitions/benchmarks.csv"}
    build(world)
    evidence = compare.evidence()
    aligned = compare.align(compare.observations(), year=2020, kind="actual", evidence=evidence)
    found = compare.gaps(aligned, to="benchmark", evidence=evidence)
    mine = found[found["reference"] == "enrolment-2020"].set_index("region")
    assert mine.loc["luting", ["gap", "verdict"]].tolist() == [1.5, "ahead"]
    assert reference_name("enrolment-2020", evidence, "zh") == "全国2020年现状"


# --- the package ---------------------------------------------------------------------------------


REASON = (
    "different-year-basis,cautions,no,differs,year_basis,年份依据不同,years dated differently,"
    "年份一个写明、一个推知，先后须慎重。,One year is stated and the other implied: take care."
)
SAYS_IT = """
import pandas as pd

import compare
from compare import finding
from compare.wording.catalogue import term

evidence = compare.evidence()
rows = compare.align(compare.observations(), horizon="latest", kind="target", evidence=evidence)
stars = rows[rows["indicator"] == "star_schools"]
gaps = compare.gaps(stars, to="luting", evidence=evidence)
languages = ("zh", "en")
two = pd.DataFrame(
    {"region": ["甲", "乙"], "indicator": "share", "year": 2020, "kind": "actual", "unit": "%",
     "value": [1.0, 2.0], "direction": "higher", "year_basis": ["printed", "plan"]}
)
reason = {
    "sentences": compare.findings(two, kinds=["versus-region"])["sentence_zh"].tolist(),
    "reasons": dict(zip(gaps["region"], gaps["reasons"])),
    "words": [term("different-year-basis", lang) for lang in languages],
    "cautions": [finding.cautions(gaps, lang=lang)._repr_html_() for lang in languages],
}
"""


FORM = '''"""Dots: ranked values, one dot each."""

from collections.abc import Iterator
from typing import Any

from matplotlib.figure import Figure

from compare.charts.boundary import about, chart_rows, only
from compare.charts.chart import Chart
from compare.charts.layout import Box, Words
from compare.charts.subjects import Subject
from compare.charts.titles import name_at
from compare.ledger.evidence import Evidence
from compare.wording.catalogue import Lang

PLACE = 35
"""Its place among the forms of a subject."""


def of_subject(subject: Subject) -> Iterator[Chart]:
    """Yield the dots of an indicator at a moment."""
    if subject.kind == "indicator-moment":
        yield dots(subject.ranked, evidence=subject.evidence, lang=subject.lang, size=subject.size)


def dots(
    rankings: Any, *, evidence: Evidence | None = None, lang: Lang = "zh", size: str = "half"
) -> Chart:
    """Draw a dot for each ranked value."""
    rows, _ = chart_rows(rankings, evidence)
    name = name_at(only(rows, f"indicator_{lang}"), rows.iloc[0].to_dict(), lang)

    def plot(figure: Figure, box: Box, points: float) -> None:
        width, height = figure.get_size_inches()
        axes = figure.add_axes(
            ((box.left + 1) / width, (box.bottom + 0.4) / height,
             (box.width - 1.5) / width, (box.height - 0.6) / height)
        )  # fmt: skip
        axes.plot(rows["lo"], range(len(rows)), "o", clip_on=False)
        axes.set_xticks([rows["lo"].max()])
        axes.set_yticks(range(len(rows)), rows[f"region_{lang}"])

    return Chart(
        key=f"dots-{only(rows, 'indicator')}-{only(rows, 'year')}-{only(rows, 'kind')}.{lang}",
        form="dots", lang=lang, size=size, words=Words(name, "", "", ""), alt=name, data=rows,
        plot=plot, plot_height=len(rows) + 5, about=about(rows, rows["figure"]),
    )  # fmt: skip
'''
ITS_TEST = '''"""Dots: one for each region that has a value."""

from nobody import stated

import compare
from compare.charts.forms.dots import dots


def test_each_region_has_a_dot():
    (axes,) = dots(compare.rankings(stated(low=1.0, high=2.0))).figure().axes
    assert list(axes.lines[0].get_xdata()) == [2.0, 1.0]
'''
DRAWS_IT = """
import compare
from compare import charts
from compare.pages.listed import form_names
from compare.pages.pieces import piece_of

evidence = compare.evidence()
every = charts.every_chart(
    compare.observations(), compare.coverage(), evidence=evidence, lang="en",
    indicators=["school_enrolment"],
)
made = [chart for chart in every if chart.form == "dots"]
piece = piece_of(made[0], evidence)
form = {
    "forms": list(charts.FORMS), "callable": callable(charts.dots),
    "keys": [chart.key for chart in made], "png": made[0].png()[:4].hex(),
    "files": list(piece.files), "called": form_names([piece.said["form"]], evidence)["dots"],
}
"""


KIND = '''"""Complete: outcomes within a point of the most that there is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from compare.finding.facts import Facts
from compare.finding.naming import region, topic, value
from compare.finding.statement import Finding, figures_of, in_both_languages
from compare.finding.weights import weight
from compare.ledger.records import records
from compare.wording.catalogue import Lang

KIND = "complete"
WEIGHT = 20.0
PLACE = 85


def of(facts: Facts) -> Iterator[Finding]:
    """Return the outcomes of the regions asked about that are nearly complete."""
    rows = facts.main
    outcomes = rows[rows["region"].isin(facts.subject.regions) & (rows["kind"] == "actual")]
    for row in records(outcomes[outcomes["cap"] - outcomes["lo"] <= 1]):
        yield _finding(row)


def _finding(row: Mapping[str, Any]) -> Finding:
    def said(lang: Lang) -> dict[str, str | int]:
        named = {"topic": topic(row, lang), "year": str(int(row["year"]))}
        return {**named, "region": region(row, lang), "value": value(row, lang)}

    return Finding(
        kind=KIND,
        regions=(row["region"],),
        indicator=row["indicator"],
        year=int(row["year"]),
        verdict="complete",
        unit="",
        strength="firm",
        weight=weight(WEIGHT, "complete", "firm"),
        figures=figures_of([row]),
        is_outcome=True,
        said=in_both_languages("finding-complete", said),
    )
'''
ITS_WORDS = {
    "zh": """kind-complete = 接近上限
finding-complete = { $year }年，{ $region }{ $topic }为{ $value }，已接近上限
finding-complete-title = { $region }{ $topic }为{ $value }
finding-complete-short = { $region }为{ $value }
""",
    "en": """kind-complete = nearly complete
finding-complete = in { $year }, { $topic } in { $region } was { $value }, nearly the most there is
finding-complete-title = { $topic } in { $region }: { $value }
finding-complete-short = { $value } in { $region }
""",
}
FINDS_IT = """
from compare import tables

found = compare.findings(compare.observations(), about="luting", evidence=evidence)
of_kind = found[found["kind"] == "complete"]
kind = {
    "sentences": [*of_kind["sentence_zh"], *of_kind["sentence_en"]],
    "table": tables.findings_table(of_kind, lang="en").plain().iloc[0].tolist(),
}
"""


def run(package: Path, project: Project, program: str) -> Any:
    """Run a program in a fresh process with a copied package, and return what it prints."""
    paths = [str(package.parent), os.environ.get("PYTHONPATH", "")]
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "COMPARE_HOME": str(project.root), "PYTHONPATH": os.pathsep.join(paths)},
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def added(world_built_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Return what a copied package with a reason and a form more says, in a fresh process."""
    leave = shutil.ignore_patterns("__pycache__")
    package = tmp_path_factory.mktemp("copied") / "compare"
    shutil.copytree(PACKAGE, package, ignore=leave)
    add_row(package / "reasons.csv", REASON)
    (package / "charts" / "forms" / "dots.py").write_text(FORM, encoding="utf-8")
    (package / "finding" / "kinds" / "complete.py").write_text(KIND, encoding="utf-8")
    for lang, words in ITS_WORDS.items():
        path = package / "wording" / lang / "findings-complete.ftl"
        path.write_text(words, encoding="utf-8")
    assert changed(package, PACKAGE) == {
        "reasons.csv", "charts/forms/dots.py", "finding/kinds/complete.py",
        "wording/zh/findings-complete.ftl", "wording/en/findings-complete.ftl",
    }  # fmt: skip
    said = 'import json; print(json.dumps({"reason": reason, "form": form, "kind": kind}))'
    program = "\n".join([SAYS_IT, DRAWS_IT, FINDS_IT, said])
    return run(package, Project(world_built_once), program)


def test_a_reason_is_one_row(added):
    said = added["reason"]
    assert said["reasons"]["chengwan"].split("; ") == [
        "part-and-whole", "different-year", "different-level", "approximate",
        "different-year-basis",
    ]  # fmt: skip
    assert "different-year-basis" not in said["reasons"]["luting"]
    assert said["words"] == ["年份依据不同", "years dated differently"]
    assert ["年份依据不同" in sentence for sentence in said["sentences"]] == [True]
    assert "年份一个写明、一个推知，先后须慎重。" in said["cautions"][0]
    assert "One year is stated and the other implied: take care." in said["cautions"][1]


def test_a_chart_form_is_one_module(added):
    made = added["form"]
    assert "dots" in made["forms"]
    assert made["callable"]
    assert "dots-school_enrolment-2020-actual.en" in made["keys"]
    assert made["png"] == b"\x89PNG".hex()
    assert "dots-school_enrolment-2020-actual.en.pptx" in made["files"]
    assert made["called"] == ["Dots", "Dots"]  # among the forms that the page is filtered by


def test_its_words_name_the_same_values_in_both_languages():
    zh, en = (
        {name: {*re.findall(r"\$(\w+)", text)} for name, text in re.findall("(.+?) = (.+)", words)}
        for words in ITS_WORDS.values()
    )
    assert zh == en and len(zh) == 4


def test_a_finding_is_one_module_and_its_words(added):
    assert added["kind"]["sentences"] == [
        "2020年，鹭汀小学入学率为99.5%，已接近上限。",
        "In 2020, the primary enrolment rate in Luting was 99.5%, nearly the most there is.",
    ]
    assert "nearly complete" in added["kind"]["table"]


# --- reports -------------------------------------------------------------------------------------


@pytest.fixture
def whole(built_once: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Return a copy of the real project, built, with its notebooks and its manifest."""
    root = tmp_path / "whole"
    shutil.copytree(built_once.root, root)
    shutil.copytree(ROOT / "notebooks", root / "notebooks")
    (root / "reports").mkdir()
    shutil.copy(ROOT / "reports" / "reports.yml", root / "reports")
    monkeypatch.setenv("COMPARE_HOME", str(root))
    return Project(root)


ENTRY = """
- name: pingyang-alone
  notebook: 04-region
  title: {zh: 只说平阳, en: Pingyang alone}
  parameters: {region: 平阳, lang: zh}
  formats: [html]
"""


@pytest.mark.usefixtures("from_one_warm_process")
def test_a_report_is_one_entry(whole):
    add_row(whole.reports / "reports.yml", ENTRY)
    manifest = (ROOT / "reports" / "reports.yml").read_text(encoding="utf-8")
    assert {path.name for path in whole.reports.iterdir()} == {"reports.yml"}
    assert (whole.reports / "reports.yml").read_text(encoding="utf-8").startswith(manifest)
    differing = changed(whole.raw, ROOT / "data" / "raw")
    theirs = {name for name in differing if name.split("/")[0] in (*CODED, "definitions")}
    assert theirs <= {"definitions/regions.csv"}  # of which the copy has those of its documents
    assert changed(whole.notebooks, ROOT / "notebooks") == set()
    summary = run_batch(whole, Options(only=("pingyang-alone",)))
    assert not summary.failed, summary.failed
    assert summary.pages == [whole.reports / "pingyang-alone.html"]
    page = summary.pages[0].read_text(encoding="utf-8")
    heading = re.search("<h1[^>]*>(.*?)</h1>", page, re.DOTALL)[1]
    assert "平阳" in heading and f"<title>{heading}</title>" in page  # it is named by its finding
    assert "平阳" in page.split("</head>")[1]

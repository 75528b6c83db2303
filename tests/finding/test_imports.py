"""A sentence needs no drawing, no project and no evidence."""

import subprocess
import sys
from pathlib import Path

import pytest

from compare import finding

SAY_EVERYTHING = """
import sys
import pandas as pd
import compare
from compare import finding
from compare.sources.journeys import Trace
from stating import nobodys_composite, nobodys_gaps, nobodys_ranks, nobodys_rows

rows, ranked = nobodys_rows(), nobodys_ranks()
compared = nobodys_gaps("west")
figure = {"figure": "d/1", "region": "east", "year": 2020, "kind": "actual", "label": "a",
          "printed": "90", "unit": "%"}
trace = Trace(figure, {}, [], [], None)
schools = compare.balance_table(compare.made_up_schools(), county="county")
proposals = pd.DataFrame({"doubt": [0.1], "indicator": [""]})
said = {}
for lang in ("zh", "en"):
    said = {
        "cautions": finding.cautions(compared, ranked, lang=lang),
        "lead": finding.lead(rows, about="share", lang=lang),
        "of_balance": finding.of_balance(schools, made_up=True, lang=lang),
        "of_composite": finding.of_composite(nobodys_composite(), lang=lang),
        "of_evidence": finding.of_evidence(rows, rows, [], [], rows.head(0), lang=lang),
        "of_figure": finding.of_figure(trace, ranked, lang=lang),
        "of_scan": finding.of_scan(proposals, title="t", lang=lang),
    }
    for name, headline in said.items():
        text = str(headline) + headline._repr_html_()
        assert text.strip() and "nan" not in text and "None" not in text, (name, text)
assert set(said) | {"Headline", "planned_for"} == set(finding.__all__), set(finding.__all__)
drawn = [name for name in sys.modules
         if name.split(".")[0] == "matplotlib" or name.startswith("compare.charts")]
sys.exit(", ".join(drawn) or 0)
"""


def test_asking_for_any_sentence_draws_nothing_and_reads_no_project(tmp_path, monkeypatch):
    monkeypatch.setenv("COMPARE_HOME", str(tmp_path))
    monkeypatch.syspath_prepend(Path(__file__).parents[1])
    paths = [str(Path(__file__).parents[1]), *filter(None, sys.path)]
    monkeypatch.setenv("PYTHONPATH", ":".join(paths))
    done = subprocess.run(
        [sys.executable, "-c", SAY_EVERYTHING], capture_output=True, text=True, cwd=tmp_path
    )
    assert done.returncode == 0, done.stderr
    assert not any(tmp_path.iterdir())


@pytest.mark.parametrize("name", finding.__all__)
def test_every_name_is_there(name):
    assert getattr(finding, name) is not None

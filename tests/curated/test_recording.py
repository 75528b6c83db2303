import json
from functools import cached_property

import compare
from compare.curated.noting import VARIABLE
from compare.curated.recording import _OF_FIGURES, _TABLES
from compare.ledger.evidence import Evidence


def test_all_that_an_evidence_holds_is_noted():
    held = {name for name, of in vars(Evidence).items() if isinstance(of, cached_property)}
    assert {*held, *Evidence.__dataclass_fields__} == _TABLES.keys()
    assert _OF_FIGURES.keys() <= vars(Evidence).keys()


def test_rows_are_noted_where_figures_are_asked_about_and_whole_tables_elsewhere(
    seen_world, tmp_path, monkeypatch
):
    monkeypatch.setenv(VARIABLE, str(tmp_path / "used"))
    known = compare.evidence()
    assert not (tmp_path / "used").exists()
    known.words(name for name in ["luting-plan/001 luting-plan/002"])
    known.judgement("luting-plan/001", "school_enrolment")
    known.document("luting-plan")
    noted = [json.loads(line)[1:] for line in (tmp_path / "used").read_text("utf-8").splitlines()]
    assert noted == [
        ["rows", {"figure": ["luting-plan/001", "luting-plan/002"], "table": "figures"}],
        ["rows", {"figure": ["luting-plan/001"], "table": "observations"}],
        ["sources", {"document": ["luting-plan"]}],
    ]


def test_only_the_documents_compared_are_asked_about(seen_world, tmp_path, monkeypatch):
    """A new document of another region must not make a report that never reads it anew."""
    rows = compare.observations()
    monkeypatch.setenv(VARIABLE, str(tmp_path / "used"))
    known = compare.evidence()
    compare.findings(rows, kinds=["attainment", "revision"], evidence=known)
    compare.revisions(rows, evidence=known)
    noted = [json.loads(line)[1:] for line in (tmp_path / "used").read_text("utf-8").splitlines()]
    assert ["evidence", {"table": "documents"}] not in noted
    assert "sources" in {reader for reader, _ in noted}

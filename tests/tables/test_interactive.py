"""Searchable tables: only where someone works, and without any network."""

import re

import pytest

import compare
from compare import tables
from compare.errors import UnknownValueError
from compare.tables import interactive


def test_tables_are_searchable_only_in_the_kernels_of_a_jupyter_server(monkeypatch):
    assert not interactive.is_interactive()
    monkeypatch.setenv("JPY_SESSION_NAME", "notebooks/x.ipynb")
    assert interactive.is_interactive()
    monkeypatch.setenv("COMPARE_TABLES", "static")
    assert not interactive.is_interactive()
    monkeypatch.setenv("COMPARE_TABLES", "interactiv")
    with pytest.raises(UnknownValueError, match="Did you mean 'interactive'"):
        interactive.is_interactive()


def test_a_searchable_table_brings_its_script_and_loads_nothing(monkeypatch, evidence):
    monkeypatch.setenv("COMPARE_TABLES", "interactive")
    monkeypatch.setattr(interactive, "_carrier", [])
    table = tables.evidence_table(compare.observations(region="衢州"), evidence=evidence)
    page = table._repr_html_()
    assert len(page) > 500_000 and "一" in page
    assert not re.search(r"""(src|href)=["']https?:|from ["']https?:""", page)
    monkeypatch.setattr(interactive, "_cell", lambda: "another cell")
    assert len(table._repr_html_()) < 200_000
    finance = compare.align(compare.observations(theme="finance"), evidence=evidence)
    assert "<script" not in tables.values_table(finance, evidence=evidence)._repr_html_()


@pytest.mark.parametrize(("lang", "words"), [("zh", "搜索："), ("en", "Search:")])
def test_its_controls_are_in_the_language_of_the_table(monkeypatch, project, lang, words):
    monkeypatch.setenv("COMPARE_TABLES", "interactive")
    table = tables.evidence_table(compare.observations(region="衢州"), lang=lang)
    page = table._repr_html_()
    assert words in page or words.encode("unicode_escape").decode() in page

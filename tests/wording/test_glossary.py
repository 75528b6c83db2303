"""Terms that an English reader may not know are explained once; Chinese readers know them."""

import pandas as pd

import compare
from compare.finding.lead import lead
from compare.wording.glossary import explained


def test_each_term_is_explained_once_where_it_is_used():
    text = "Dual-qualified teachers, and dual-qualified others, in a prefecture-level city."
    said = explained(text, "en")
    assert said.startswith("Terms: ") and said.count("dual-qualified") == 1
    assert "prefecture-level (" in said and "backbone" not in said
    assert explained("Nothing that needs a word.", "en") == ""
    assert explained(text, "zh") == ""


def test_a_table_of_ones_own_has_its_own_terms():
    table = pd.DataFrame({"region": ["a", "b"], "tier-one rate": [1.0, 2.0]})
    own = compare.panel(table, year=2020, direction={"tier-one rate": "higher"})
    said = lead(own.observations, evidence=own.evidence, lang="en")
    assert "tier-one" in said.lead and "Terms" not in said.source

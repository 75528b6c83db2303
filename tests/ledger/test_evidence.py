"""Evidence of one's own: a table may lack any column, and what lacks a name has its key."""

import pandas as pd

from compare.ledger.evidence import Evidence


def test_a_region_without_a_name_is_called_by_its_key():
    regions = pd.DataFrame({"region": ["jia", "yi"], "name_zh": ["甲县", None]})
    known = Evidence(regions=regions)
    assert [known.name("region", key, "zh") for key in ("jia", "yi")] == ["甲县", "yi"]
    assert known.name("region", "jia", "en") == "jia"

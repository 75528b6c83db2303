"""Superseding: of several sources of a region the newest counts, and nothing is lost."""

import dataclasses
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

import compare
from compare.curated.build import build, check
from compare.curated.database import connect
from compare.ledger.ledger import Entry, Ledger, read_ledger
from compare.ledger.models import Alignment, Figure, Indicator, Source
from compare.ledger.read import Row
from compare.ledger.superseding import superseded

PLAN, POINTS = "luting-plan", "luting-2025-points"
BULLETIN, NEXT = "luting-2025-bulletin", "luting-next-plan"


@pytest.fixture
def built(seen_cycle):
    return seen_cycle


def uses(project, indicator, year, kind):
    """Return what each figure of Luting is used as, and which one counts in its place."""
    with connect(project) as con:
        rows = con.execute(
            "SELECT figure, use, superseded_by FROM observations WHERE region = 'luting'"
            " AND indicator = ? AND year = ? AND kind = ? ORDER BY figure",
            [indicator, year, kind],
        ).fetchall()
    return {figure: (use, newer) for figure, use, newer in rows}


def test_an_outcome_restated_later_replaces_the_earlier_ones_and_ends_their_conflict(built):
    newer = ("superseded", f"{BULLETIN}/005")
    assert uses(built, "school_enrolment", 2020, "actual") == {
        f"{BULLETIN}/005": ("main", None),
        f"{PLAN}/001": newer,
        f"{PLAN}/002": newer,  # what contradicted it in its own source
    }
    rows = compare.align(compare.observations(region="luting"), year=2020, kind="actual")
    (row,) = rows[rows["indicator"] == "school_enrolment"].to_dict("records")
    assert (row["value"], row["conflict"], row["figure"]) == (99.4, False, f"{BULLETIN}/005")


def test_a_target_set_anew_replaces_the_old_one_and_those_of_other_years_stay(built):
    assert uses(built, "school_enrolment", 2025, "target") == {
        f"{POINTS}/001": ("main", None),
        f"{PLAN}/007": ("superseded", f"{POINTS}/001"),
    }
    assert uses(built, "senior_gross", 2025, "target") == {f"{PLAN}/008": ("main", None)}
    assert uses(built, "senior_gross", 2030, "target") == {f"{NEXT}/005": ("main", None)}


def test_a_date_moved_replaces_the_old_one_though_the_years_differ(built):
    assert uses(built, "balanced_year", 2028, "target") == {f"{NEXT}/003": ("main", None)}
    moved = {f"{PLAN}/006": ("superseded", f"{NEXT}/003")}
    assert uses(built, "balanced_year", 2024, "target") == moved


def test_the_newest_of_three_sources_counts_and_an_actual_replaces_no_target(built):
    assert uses(built, "school_enrolment", 2025, "actual") == {
        f"{BULLETIN}/001": ("superseded", f"{NEXT}/001"),
        f"{NEXT}/001": ("main", None),
    }
    pace = compare.progress(compare.observations(region="luting", indicator="school_enrolment"))
    assert set(pace["current_value"]) == {98.9}
    assert set(pace["base_value"]) == {99.4}


def test_nothing_superseded_is_main_or_in_conflict_and_every_row_is_kept(built):
    observed = compare.observations()
    assert len(observed) == len(read_ledger(built.raw).alignments)
    old = observed[observed["use"] == "superseded"]
    assert set(old["superseded_by"]) <= set(observed.loc[observed["use"] == "main", "figure"])
    rows = compare.align(observed)
    assert not set(old["figure"]) & set(rows["figure"])
    assert not set(old["figure"]) & set(rows["alternative"])
    said = compare.findings(observed, evidence=compare.evidence())
    said = said[said["kind"] != "revision"]  # which tells what was asked before
    told = {figure for cell in said["figures"] for figure in cell.split()}
    assert not set(old["figure"]) & told


def test_coverage_speaks_of_every_source(built):
    rows = compare.coverage(region="luting", indicator="school_enrolment")
    actual, target = (rows[rows["kind"] == kind].iloc[0] for kind in ("actual", "target"))
    assert actual["documents"] == f"{BULLETIN} {NEXT} {PLAN}"
    assert (actual["years"], actual["n"]) == ("2020 2025", 5)
    assert target["documents"] == f"{POINTS} {NEXT} {PLAN}"


def test_within_one_source_a_conflict_stays_a_conflict(world):
    build(world)
    assert set(uses(world, "school_enrolment", 2020, "actual").values()) == {
        ("main", None), ("alternative", None),
    }  # fmt: skip


def test_a_source_without_a_text_is_checked_and_said_to_have_none(built):
    said = {result.document: result for result in compare.verify()}
    assert (said[POINTS].kept, said[POINTS].found) == (False, None)
    assert (said[BULLETIN].kept, said[BULLETIN].found) == (True, 5)
    assert "superseded by luting-2025-bulletin/005" in str(compare.trace(f"{PLAN}/001"))


def test_two_sources_of_one_day_that_state_the_same_are_refused(cycle, tamper):
    tamper(cycle, f"{NEXT}/source.yml", "issued: 2026-06-01", "issued: 2026-03-20")
    (problem,) = check(cycle)
    assert (problem.file, problem.column) == (f"{BULLETIN}/source.yml", "issued")
    tamper(cycle, f"{NEXT}/source.yml", "as_of: 2025-12-31", "as_of: 2026-01-31")
    assert check(cycle) == []


# Any number of sources, figures and days, in any order of files and rows.
ROWS = st.lists(
    st.tuples(
        st.integers(0, 4),  # source
        st.sampled_from(["rate", "date"]),  # indicator
        st.sampled_from([2020, 2025]),
        st.sampled_from(["actual", "target"]),
        st.sampled_from(["exact", "close", "proxy"]),
        st.sampled_from(["main", "alternative"]),
    ),
    min_size=1, max_size=12,
)  # fmt: skip
DAYS = st.lists(st.integers(0, 3), min_size=5, max_size=5)


def ledger_of(rows, days, shuffled=lambda items: items):
    """Return a ledger of sources of two regions, its files and rows in some order."""
    sources = [
        Source(
            document=f"s{n}", region="luting" if n < 3 else "chengwan", title="t", issuer="i",
            period_start=2020, period_end=2025, text="none",
            issued=f"2021-01-0{day + 1}" if day else None,
        )
        for n, day in enumerate(days)
    ]  # fmt: skip
    figures, alignments = [], []
    for n, (source, indicator, year, kind, grade, use) in enumerate(rows):
        figure = f"s{source}/{n:03}"
        figures.append(
            Figure(
                figure=figure, label="l", quote="9", locator="1", printed="9", comparator="=",
                lo=9, hi=9, year=year, year_basis="printed", kind=kind, scope="region",
                worded=False,
            )
        )  # fmt: skip
        alignments.append(
            Alignment(
                figure=figure, indicator=indicator, factor=1, comparability=grade, reason="r",
                use=use,
            )
        )  # fmt: skip
    indicators = [
        Indicator.model_construct(indicator=name, unit=unit)
        for name, unit in (("rate", "%"), ("date", "year"))
    ]
    typed = {
        "sources": sources, "figures": figures, "alignments": alignments, "indicators": indicators,
    }  # fmt: skip
    return Ledger(
        **{
            name: shuffled([Entry(Row("", 0, {}), item) for item in items])
            for name, items in typed.items()
        }
    )


@given(rows=ROWS, days=DAYS, seed=st.randoms(use_true_random=False))
def test_the_order_of_files_and_rows_does_not_matter(rows, days, seed):
    plain = ledger_of(rows, days)
    mixed = ledger_of(rows, days, lambda items: seed.sample(items, len(items)))
    assert superseded(plain) == superseded(mixed)


@given(rows=ROWS, days=DAYS)
def test_exactly_the_figures_of_older_sources_are_replaced_by_one_of_the_newest(rows, days):
    ledger = ledger_of(rows, days)
    replaced = superseded(ledger)
    figures = {entry.item.figure: entry.item for entry in ledger.figures}
    ages = {entry.item.document: (entry.item.age, entry.item.region) for entry in ledger.sources}

    def key(entry):
        figure = figures[entry.item.figure]
        proxy = entry.item.comparability == "proxy"
        region = ages[figure.document][1]
        year = figure.year if entry.item.indicator == "rate" else 0
        return (region, entry.item.indicator, year, figure.kind, proxy)

    for _, group in itertools.groupby(sorted(ledger.alignments, key=key), key):
        stated = list(group)
        kept = [e for e in stated if (e.item.figure, e.item.indicator) not in replaced]
        newest = max(ages[figures[e.item.figure].document][0] for e in stated)
        (document,) = {figures[e.item.figure].document for e in kept}
        assert ages[document][0] == newest
        instead = {replaced[e.item.figure, e.item.indicator] for e in stated if e not in kept}
        assert instead <= {e.item.figure for e in kept}
        if any(e.item.use == "main" for e in kept):
            mains = {e.item.figure for e in kept if e.item.use == "main"}
            assert instead <= mains


def test_the_ledger_is_what_the_rule_reads_and_it_changes_nothing(cycle):
    ledger = read_ledger(cycle.raw)
    before = dataclasses.replace(ledger, alignments=list(ledger.alignments))
    assert superseded(ledger)
    assert ledger.alignments == before.alignments

"""What every test of tables may ask for: the five documents and what is known of them."""

import pytest

import compare


@pytest.fixture(autouse=True)
def _static(monkeypatch):
    monkeypatch.delenv("COMPARE_TABLES", raising=False)
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)


@pytest.fixture
def evidence(project):
    return compare.evidence()


@pytest.fixture
def aligned(evidence):
    return compare.align(
        compare.observations(theme="balance"), year=2025, kind="target", evidence=evidence
    )

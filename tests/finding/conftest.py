"""What every test of findings may ask for: the five documents and what is known of them."""

import pytest

import compare


@pytest.fixture
def evidence(project):
    return compare.evidence()


@pytest.fixture
def ranked(evidence):
    return compare.rankings(compare.align(compare.observations(), evidence=evidence))

"""The ledger is asked about files that were typed otherwise: one world, mended after each test."""

import pytest


@pytest.fixture
def world(mended_world):
    return mended_world

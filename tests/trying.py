"""How often a property is tried: a few times in a run of the tests, many in `make bench`."""

from hypothesis import settings

STEADY, THOROUGH = 10, 300
"""So many examples has a property that asks for no other number."""


def tried(times: int) -> settings:
    """Return the settings of a property that is tried so often in a run of the tests."""
    return settings(max_examples=times * settings.default.max_examples // STEADY)

"""Drawing: whoever draws, the same comes of it."""

from itertools import islice

from compare.pages.drawing import Drawer, _at_once


def test_any_number_of_processes_makes_the_same_to_the_byte(built_world):
    drawer = Drawer()
    places = range(len(drawer.subjects))
    shown = list(islice((at for at in places if any(drawer.charts(at, ["zh"]))), 2))
    assert dict(_at_once(2, drawer, shown)) == {place: drawer.pieces(place) for place in shown}

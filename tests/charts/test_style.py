"""The style of charts is the house's own, whatever a session has set for its own pictures."""

import matplotlib as mpl
from forms_of import made_up, makers


def test_the_style_of_a_session_changes_no_chart():
    make = next(makers(made_up(3)))
    plain = make().svg()
    loud = {"axes.facecolor": "black", "axes.grid": True, "lines.linewidth": 9, "font.weight": 900}
    with mpl.rc_context(loud):
        assert make().svg() == plain

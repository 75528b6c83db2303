"""What notebooks show: searchable tables where someone works, light ones where it is printed.

In JupyterLab a long table can be searched, sorted and scrolled: itables draws it with a
script that is embedded in the notebook, so that nothing is loaded from a network. A report
must stay light and the same each time, and gets the same rows as a great-tables table.

Which of the two is decided by ``COMPARE_TABLES``: ``interactive`` or ``static``. Where it
is not set, tables are interactive in the kernels of a Jupyter server and of nobody else:
papermill, nbconvert and ``jupyter execute`` all give what a report gives.
"""

from __future__ import annotations

import os

import pandas as pd

from compare.errors import unknown
from compare.wording.catalogue import Lang, say

VARIABLE = "COMPARE_TABLES"
MODES = ("interactive", "static")

_FEW, _HEIGHT = 10, "28em"
"""A searchable table of more rows scrolls within a height."""

_BELOW_BROWSER = "JPY_SESSION_NAME"
"""A Jupyter server sets it in the kernels that it starts for notebooks."""

_WORDS = {
    "search": "table-search",
    "info": "table-info",
    "infoEmpty": "table-info-empty",
    "infoFiltered": "table-info-filtered",
    "zeroRecords": "table-no-match",
}
"""The messages of its controls, by DataTables' names for them."""

_carrier: list[str] = []
"""The cell whose output holds the script, once one does."""


def is_interactive() -> bool:
    """Tell whether tables are shown searchable.

    Raises
    ------
    UnknownValueError
        If ``COMPARE_TABLES`` is neither interactive nor static.
    """
    mode = os.environ.get(VARIABLE)
    if mode is None:
        return _BELOW_BROWSER in os.environ
    if mode not in MODES:
        raise unknown(VARIABLE, mode, MODES)
    return mode == "interactive"


def searchable_html(frame: pd.DataFrame, caption: str, lang: Lang) -> str:
    """Return a table that can be searched, sorted and scrolled, without any network.

    Parameters
    ----------
    frame : pandas.DataFrame
        Cells are HTML, already escaped.
    caption : str
        Stands above the table.
    lang : {"zh", "en"}
        Language of the controls.
    """
    from itables import to_html_datatable

    table = to_html_datatable(
        frame,
        caption=caption,
        allow_html=True,
        connected=False,
        showIndex=False,
        maxBytes=0,
        paging=False,  # every row stays on the page: figure ids lead to them
        scrollY=_HEIGHT if len(frame) > _FEW else "",
        scrollCollapse=True,
        order=[],
        columnDefs=[{"className": "dt-left", "targets": "_all"}],
        classes="display compact",
        style="table-layout:auto;width:100%;margin:0;caption-side:top",
        language={name: say(message, lang) for name, message in _WORDS.items()},
    )
    return _script() + str(table)


def _script() -> str:
    """Return the script in the first output that needs it, and again where that cell reruns."""
    from itables.javascript import generate_init_offline_itables_html, opt

    cell = _cell()
    if _carrier and _carrier[0] != cell:
        return ""
    _carrier[:] = [cell]
    return str(generate_init_offline_itables_html(opt.dt_bundle))


def _cell() -> str:
    """Return the name of the running cell; empty outside of a notebook."""
    from IPython import get_ipython

    shell = get_ipython()
    parent = getattr(shell, "parent_header", None) or {}
    return str(parent.get("metadata", {}).get("cellId", ""))

"""What became of the rows and cells of an own table: none is dropped in silence."""

from __future__ import annotations

from typing import Any

from compare.comparisons.frames import as_pandas
from compare.tables.cells import escaped
from compare.tables.table import Table, framed
from compare.wording.catalogue import Lang, check_lang, has, say
from compare.wording.values import number


def accounts_table(summary: Any, *, lang: Lang = "zh") -> Table:
    """Return what became of the rows and cells of an own table, counted.

    Parameters
    ----------
    summary : frame
        ``summary`` of what :func:`compare.panel` returns.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    lines = [
        {
            "account": say(f"account-{row['of']}", lang),
            "became": _what(str(row["what"]), lang),
            "count": number(row["number"], lang),
        }
        for row in as_pandas(summary).to_dict("records")
    ]
    return Table(
        framed(lines, ("account", "became", "count"), lang), say("table-accounts", lang), lang
    )


_READ_AS = "read as "


def _what(what: str, lang: Lang) -> str:
    """Return what rows or cells are; columns that are not read are named."""
    name, _, columns = what.partition(" (")
    key = f"account-{name.replace(' ', '-')}"
    if what.startswith(_READ_AS) and not has(key, lang):
        return say("account-read-as", lang, encoding=escaped(what.removeprefix(_READ_AS)))
    told = say(key, lang) if has(key, lang) else escaped(name)
    return f"{told}: {escaped(columns.removesuffix(')'))}" if columns else told

"""Limits of estimates: which columns hold those, or the standard error, of a column of values."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import takewhile

from compare.sources.panel.columns import (
    ROLES,
    Finder,
    holds_values,
    is_code,
    is_no_measure,
    is_usual,
    numbers_of,
    plain,
)
from compare.sources.panel.heads import Head
from compare.sources.panel.limit_names import (
    ERRORS,
    LIMITS,
    bound_of,
    is_error_of_anything,
    is_extreme,
    is_side_of_anything,
    limit_called,
    says_limit,
    stem,
    without_stages,
    words,
    year_of,
)
from compare.sources.panel.opening import Sheet

_PATTERNS = {
    "lower": (
        "{} lower", "{} lo", "{} lci", "{} ci lower", "{} low", "lower {}", "{}下限", "{} 下限",
        "{}置信下限", "{} 置信下限",
    ),
    "upper": (
        "{} upper", "{} hi", "{} uci", "{} ci upper", "{} high", "upper {}", "{}上限", "{} 上限",
        "{}置信上限", "{} 置信上限",
    ),
    "se": (
        "se {}", "{} se", "{} s.e.", "{} (se)", "{} (s.e.)", "{}标准误", "{} 标准误",
        "{} standard error", "standard error of {}", "{} std. error", "{} stderr",
    ),
    "margin": (
        "{} margin of error", "margin of error {}", "{} moe", "{}moe", "{} margin", "{} ±",
        "{}误差范围", "{} 误差范围",
    ),
}  # fmt: skip
"""How a column of limits is called after its column of values."""

_OF_A_SURVEY = re.compile(r"(?P<stem>[a-z]+[0-9]+[a-z]*(?: c[0-9]{2})? [0-9]{3,4}p?)e(?P<rest>.*)")
"""A variable of the American Community Survey: DP02_0067PE has its margin in DP02_0067PM."""


def limit_named(find: Finder, role: str, of: Head) -> Head | None:
    """Return the column whose name says that it is a limit of a column of values."""
    found = find.like(_PATTERNS[role], of)
    if found is None or role in ERRORS or limit_called(found.name) or says_limit(found.name):
        return found
    return None if without_stages(found.name) != plain(found.name) else found


def limits_of(
    find: Finder, sheet: Sheet, head: Head, used: Collection[str] = ()
) -> dict[str, Head | None]:
    """Return the columns of the limits, or of the standard error, of a column of values.

    Parameters
    ----------
    find : Finder
        Finds the columns of the table.
    sheet : Sheet
        The table.
    head : Head
        The column of values.
    used : collection of str
        The letters of columns that hold no values, for they say of what these are.
    """
    if says_limit(head.name) or is_side_of_anything(head.name):
        return dict.fromkeys(LIMITS)
    if both := _on_both_sides(find, sheet, head):
        return dict.fromkeys(LIMITS) | both
    beside, elsewhere = _beside(find, sheet, head, used), _called_after(find, sheet, head)
    found = {
        role: limit_named(find, role, head) or beside.get(role) or elsewhere.get(role)
        for role in LIMITS
    }
    if not any(found.values()) and (variable := _OF_A_SURVEY.fullmatch(plain(head.text))):
        found["margin"] = find.of_text(f"{variable['stem']}m{variable['rest']}")
    if not any(found.values()):
        found["lower"], found["upper"] = _behind(find, sheet, head)
    if not any(found.values()):
        found |= _further_behind(find, sheet, head, used)
    return found


def _on_both_sides(find: Finder, sheet: Sheet, head: Head) -> dict[str, Head]:
    """Return limits that do not say what of, between which a column stands, and its values lie."""
    place = find.heads.index(head)
    pair = [
        one
        for one in (*find.heads[max(place - 1, 0) : place], *find.heads[place + 1 :][:1])
        if one.year == head.year
        and is_side_of_anything(one.name)
        and plain(one.name) not in ("low", "high")
    ]  # low, medium, high may be levels
    sides = {limit_called(one.name): one for one in pair}
    if set(sides) != {"lower", "upper"} or not _lie_around(
        sheet, head, sides["lower"], sides["upper"]
    ):
        return {}
    return {str(role): one for role, one in sides.items()}


def _further_behind(
    find: Finder, sheet: Sheet, head: Head, used: Collection[str]
) -> dict[str, Head]:
    """Return limits that do not say what of: they are of the one column that lies between them."""
    behind = find.heads[find.heads.index(head) + 1 :]
    pair = {limit_called(one.name): one for one in reversed(behind) if one.year == head.year
            and is_side_of_anything(one.name)}  # fmt: skip
    if set(pair) != {"lower", "upper"}:
        return {}
    first = min(pair.values(), key=find.heads.index)
    run = _run_before(find, sheet, first, used)
    around = [one for one in run if _lie_around(sheet, one, pair["lower"], pair["upper"])]
    return {str(role): one for role, one in pair.items()} if around == [head] else {}


def _beside(find: Finder, sheet: Sheet, head: Head, used: Collection[str]) -> dict[str, Head]:
    """Return the columns of limits behind a column of values, before another one's.

    A rank has none: those behind it are of the score before it.
    """
    found: dict[str, Head] = {}
    if _RANK.search(plain(head.name)):
        return found
    place = find.heads.index(head)
    for other in find.heads[place + 1 : place + 4]:
        role = limit_called(other.name)
        if role is None and _may_have_limits(sheet, other):
            break
        if role is None or role in found or year_of(other) not in (None, head.year):
            continue
        if not _has_name_of_another(find, head, other):
            found[role] = other
    found = {role: one for role, one in found.items() if not _is_of_either(sheet, find, head, one)}
    sides = [one for role, one in found.items() if role in ("lower", "upper")]
    if len(sides) == 2 and all(is_side_of_anything(one.name) for one in sides):
        run = _run_before(find, sheet, min(sides, key=find.heads.index), used)
        around = [one for one in run if _lie_around(sheet, one, found["lower"], found["upper"])]
        if around not in ([], [head]):
            return {}  # of reading, maths, lower, upper: those of the one that lies between them
    if len(sides) == 1 and stem(sides[0].name):
        return {}  # enrolment rate, enrolment high: limits with names of their own are two
    if len(sides) == 1 and _others(find, sheet, head, sides[0], used):
        return {}  # boys, girls, lower: it may be of either
    strange = any(stem(one.name) and not stem(one.name) & words(head.name) for one in sides)
    if strange and not _lie_around(sheet, head, found["lower"], found["upper"]):
        return {}
    return {} if found and _are_of_another(find, sheet, head, found) else found


def _run_before(find: Finder, sheet: Sheet, limit: Head, used: Collection[str]) -> list[Head]:
    """Return the columns of values before a limit, back to those of the limits before them."""
    before = reversed(find.heads[: find.heads.index(limit)])
    run = takewhile(lambda one: limit_called(one.name) is None, before)
    return [one for one in run if _is_measured(sheet, one, used)]


def _others(
    find: Finder, sheet: Sheet, head: Head, limit: Head, used: Collection[str]
) -> list[Head]:
    """Return the other columns of values that a limit which names nothing may be of."""
    return [one for one in _beside_which(find, head, limit) if _is_measured(sheet, one, used)]


def _is_measured(sheet: Sheet, head: Head, used: Collection[str]) -> bool:
    """Tell whether a column holds values that may have limits, and is none that says what of."""
    return (
        head.letters not in used
        and not any(is_usual(role, head) for role in ROLES if role != "value")
        and not (is_code(head) or is_no_measure(head))
        and _may_have_limits(sheet, head)
    )


def bounds_alone(find: Finder, sheet: Sheet, heads: Sequence[Head]) -> list[tuple[str, Head, Head]]:
    """Return columns of bounds beside no column of values: what of, the lower and the upper one.

    Parameters
    ----------
    find : Finder
        Finds the columns of the table.
    sheet : Sheet
        The table.
    heads : sequence of Head
        Its columns that nothing else is known of.
    """
    of = {head.letters: bound_of(head.name) for head in heads}
    found = []
    for lower in heads:
        if limit_called(lower.name) != "lower" or of[lower.letters] is None:
            continue
        upper = next(
            (
                one
                for one in heads
                if limit_called(one.name) == "upper"
                and one.year == lower.year
                and of[one.letters] == of[lower.letters]
            ),
            None,
        )
        rivals = [
            one
            for one in heads
            if limit_called(one.name) is None
            and (lower.year is None or one.year in (None, lower.year))
            and stem(lower.name) <= words(one.name)
            and holds_values(sheet, one)
        ]
        holding = upper and any(holds_values(sheet, one) for one in (lower, upper))
        if upper and holding and not rivals:
            found.append((of[lower.letters] or "", lower, upper))
    return found


def _before(find: Finder, head: Head) -> Head | None:
    """Return the column before another one; None of the first."""
    place = find.heads.index(head)
    return find.heads[place - 1] if place else None


def _is_of_either(sheet: Sheet, find: Finder, head: Head, limit: Head) -> bool:
    """Tell whether an error that names nothing may as well be of the column before.

    Of reading, maths, SE, whose values lie in one range; of deaths, rate, SE it is the rate's.
    """
    before = _before(find, head)
    if before is None or not is_error_of_anything(limit.name) or before.year != head.year:
        return False
    if limit_called(before.name) or not _may_have_limits(sheet, before):
        return False
    values, others = (numbers_of(sheet.frame[one.letters]) for one in (head, before))
    return bool(values.is_between(others.min(), others.max()).any())


def _called_after(find: Finder, sheet: Sheet, head: Head) -> dict[str, Head]:
    """Return the columns of limits that bear the words of a column of values, and of no other.

    Of poverty rate, median income, poverty lower, poverty upper. A word that both have says
    little (enrolment rate, enrolment high): every value must lie between the two.
    """
    found: dict[str, Head] = {}
    for limit in find.heads:
        role = limit_called(limit.name)
        if role is None or not _may_be_of(limit, head) or not _may_have_limits(sheet, head):
            continue
        if not _rivals(find, sheet, head, limit):
            found.setdefault(role, limit)
    lower, upper = found.pop("lower", None), found.pop("upper", None)
    if lower and upper and _lie_around(sheet, head, lower, upper):
        found |= {"lower": lower, "upper": upper}
    return found


def _may_be_of(limit: Head, head: Head) -> bool:
    """Tell whether a limit bears words of a column of values alone, or its year."""
    of, year = stem(limit.name), year_of(limit)
    known = bool(of) or year is not None  # a limit of nothing and no time is of anything
    return limit is not head and known and of <= words(head.name) and year == head.year


def _rivals(find: Finder, sheet: Sheet, head: Head, limit: Head) -> list[Head]:
    """Return the other columns of values that a limit may be of, by its words and its year."""
    of = stem(limit.name)
    return [
        one
        for one in _beside_which(find, head, limit)
        if of <= words(one.name) and _may_have_limits(sheet, one)
    ]


def _has_name_of_another(find: Finder, head: Head, limit: Head) -> bool:
    """Tell whether a limit bears more words of another column than of this one."""
    of = stem(limit.name)
    shared = len(of & words(head.name))
    return any(len(of & words(one.name)) > shared for one in _beside_which(find, head, limit))


def _beside_which(find: Finder, head: Head, limit: Head) -> list[Head]:
    """Return the other columns of the time of a limit that are no limits themselves."""
    return [
        one
        for one in find.heads
        if one is not head and one.year in (None, year_of(limit)) and limit_called(one.name) is None
    ]


_RANK = re.compile(r"\brank(?:ing|ed)?\b|排名|名次|位次")
_NUMBER_OF = re.compile(
    r"\bn\b|\bnumber\b|\bcounts?\b|\bdenominator\b|\bnumerator\b|\bsample\b|人数|样本"
)


def _are_of_another(find: Finder, sheet: Sheet, head: Head, limits: Mapping[str, Head]) -> bool:
    """Tell whether limits behind a number of cases are those of the rate before it."""
    if not _NUMBER_OF.search(plain(head.name)):
        return False
    before = _before(find, head)
    if "lower" in limits and "upper" in limits:
        return not _lie_around(sheet, head, limits["lower"], limits["upper"])
    return before is not None and not limit_called(before.name) and _may_have_limits(sheet, before)


def _behind(find: Finder, sheet: Sheet, head: Head) -> tuple[Head | None, Head | None]:
    """Return two columns behind a column of values that differ as CI90LBALL and CI90UBALL do.

    Names alone say too little: every value must lie between the two.
    """
    place = find.heads.index(head)
    pair = [
        one
        for one in find.heads[place + 1 : place + 3]
        if one.year == head.year and not is_side_of_anything(one.name)
    ]
    if len(pair) == 2 and _are_sides(*(plain(one.name) for one in reversed(pair))):
        pair.reverse()
    elif len(pair) < 2 or not _are_sides(*(plain(one.name) for one in pair)):
        return None, None
    return (pair[0], pair[1]) if _lie_around(sheet, head, *pair) else (None, None)


def _lie_around(sheet: Sheet, head: Head, lower: Head, upper: Head) -> bool:
    """Tell whether every value of a column lies between those of two others."""
    value, least, most = (numbers_of(sheet.frame[one.letters]) for one in (head, lower, upper))
    inside = (least <= value) & (value <= most)
    return bool(inside.any()) and bool(inside.drop_nulls().all())


def _may_have_limits(sheet: Sheet, head: Head) -> bool:
    """Tell whether limits behind a column may be its own: it holds values, and none of counting.

    Of rate, number, lower, upper the limits are those of the rate.
    """
    name = plain(head.name)
    return not (_RANK.search(name) or _NUMBER_OF.search(name)) and holds_values(sheet, head)


_SIDES = (
    ("lower", "upper"), ("lcl", "ucl"), ("lci", "uci"), ("lb", "ub"), ("ll", "ul"), ("low", "high"),
    ("lo", "hi"), ("下限", "上限"), ("下", "上"),
)  # fmt: skip
"""How the names of a lower and an upper limit differ."""


def _are_sides(one: str, other: str) -> bool:
    """Tell whether two names are the same but for the word of a lower and an upper limit."""
    if is_extreme(one) or without_stages(one) != one:
        return False
    return any(
        one[: found.start()] + upper + one[found.end() :] == other
        for lower, upper in _SIDES
        for found in re.finditer(lower, one)
    )

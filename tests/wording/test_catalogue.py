"""The catalogue: the same messages in both languages, all of them used, plurals right."""

import ast
import functools
import json
import re
from collections import Counter
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from fluent.syntax import ast as fluent
from fluent.syntax import parse
from fluent.syntax.visitor import Visitor

from compare.errors import UnknownValueError
from compare.reasons import reasons
from compare.wording.catalogue import LANGUAGES, check_lang, has, names, say, term

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "lib" / "compare"
WORDING = PACKAGE / "wording"
SPEAKERS = {"say", "both", "in_both", "has"}
"""Functions whose first argument is the name of a message."""

PLURALS = {"zero", "one", "two", "few", "many", "other"}
NUMBERS = {0: "0", 1: "1", 2: "2", 1200: "1,200"}


@cache
def entries(lang):
    """Return the messages of a language as they are parsed, file by file."""
    return [
        entry
        for path in sorted((WORDING / lang).glob("*.ftl"))
        for entry in parse(path.read_text(encoding="utf-8")).body
    ]


@cache
def messages(lang):
    return {entry.id.name: entry for entry in entries(lang) if isinstance(entry, fluent.Message)}


class Variables(Visitor):
    """Collects what a message prints, what decides its form, and what it refers to.

    Attributes
    ----------
    printed, selectors : set of str
        Variables whose value is shown, and whose value chooses between forms.
    plural : set of str
        Those of the selectors that choose by the form of a number.
    referred : set of str
        Other messages that stand in this one.
    """

    def __init__(self, name, lang):
        self.printed, self.selectors, self.plural, self.referred = set(), set(), set(), set()
        self._lang = lang
        self.visit(messages(lang)[name])

    def visit_SelectExpression(self, node):  # noqa: N802 -- named by the library
        name = node.selector.id.name
        self.selectors.add(name)
        keys = {getattr(v.key, "name", "") or getattr(v.key, "value", "") for v in node.variants}
        if keys <= PLURALS | {str(number) for number in range(10)}:
            self.plural.add(name)
        for variant in node.variants:
            self.visit(variant.value)

    def visit_VariableReference(self, node):  # noqa: N802
        self.printed.add(node.id.name)

    def visit_MessageReference(self, node):  # noqa: N802
        self.referred.add(node.id.name)
        self.visit(messages(self._lang)[node.id.name])


# Both languages


def test_nothing_but_messages_and_comments_stands_in_the_files():
    for lang in LANGUAGES:
        odd = [e for e in entries(lang) if not isinstance(e, fluent.Message | fluent.BaseComment)]
        assert odd == [], lang


def test_no_message_stands_twice():
    for lang in LANGUAGES:
        found = [entry.id.name for entry in entries(lang) if isinstance(entry, fluent.Message)]
        assert [name for name, times in Counter(found).items() if times > 1] == [], lang


def test_both_languages_have_the_same_messages_in_the_same_files():
    for path in (WORDING / "zh").glob("*.ftl"):
        there = [
            {e.id.name for e in parse((WORDING / lang / path.name).read_text("utf-8")).body
             if isinstance(e, fluent.Message)}
            for lang in LANGUAGES
        ]  # fmt: skip
        assert there[0] == there[1], path.name
    known = names()
    assert known["zh"] == known["en"] == set(messages("zh"))


UNSAID = {
    ("gaps-all-level", "of"),
    ("finding-beside-in-words", "value"), ("label-in-words", "value"), ("label-in-words", "words"),
    ("finding-beside-above-title", "value"), ("finding-beside-below-title", "value"),
    *((f"{form}-{way}", value) for form in ("prose", "reach", "kept", "bound")
      for way in ("in-words", "no-fall") for value in ("words", "value")),
    # English leaves out what was known between the years
    *(("finding-revision-deed-postponed-beside", value)
      for value in ("now", "until", "waiting", "year")),
}  # fmt: skip
"""What one language says by a number, and the other by naming all that are counted, or by the
words of the text; what an English heading leaves to the lead, whose brackets would follow its."""

FORMS = {"value", "reach", "kept"}
"""One target in three forms: by itself, with the verb of reaching it, and of keeping it."""

TENSES = {"once", "plan", "must"}
"""Chinese tells a year gone by with a word; English has all that was planned in the past."""

PLACES = {"who", "source", "text"}
"""Names of the region: Chinese tells it in the opening where English has it in the clause."""


def _excused(name):
    """Return what the two languages may tell in their own form; leads are brief in Chinese."""
    forms = FORMS if name.startswith("finding-way-") else set()
    return forms | {"base", "base_year", "since"} if name.endswith("-brief") else forms


def test_both_languages_name_the_same_values():
    """A value that one language prints, the other prints or decides its form by."""
    different = set()
    for name in messages("zh"):
        zh, en = (Variables(name, lang) for lang in LANGUAGES)
        lacking = (zh.printed - en.printed - en.selectors) | (
            en.printed - zh.printed - zh.selectors
        )
        different |= {(name, value) for value in lacking - PLACES - TENSES - _excused(name)}
    assert different <= UNSAID


# Used, and existing


def sources():
    """Return the texts that name messages: modules, cells of notebooks, templates."""
    for path in sorted(PACKAGE.rglob("*")):
        if path.suffix in (".py", ".j2", ".js", ".html"):
            yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        for cell in json.loads(path.read_bytes())["cells"]:
            if cell["cell_type"] == "code":
                yield f"{path.name}#{cell['id']}", "".join(cell["source"])


TEXT = dict(sources())
PYTHON = {name: text for name, text in TEXT.items() if not name.endswith((".j2", ".js", ".html"))}
WEB = {name: text for name, text in TEXT.items() if name.endswith((".j2", ".js", ".html"))}
NAME = r"[a-z][a-z0-9_]*(?:-[a-z0-9_]+)*"


def literals(node):
    """Return the names, and the beginnings of names, that an expression can be."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value, True
    elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
        yield node.values[0].value, False
    elif isinstance(node, ast.IfExp):
        yield from literals(node.body)
        yield from literals(node.orelse)


def said_by(node):
    """Return the names that a node says, and the beginnings of names."""
    if not (isinstance(node, ast.Call) and node.args):
        return []
    called = getattr(node.func, "id", getattr(node.func, "attr", ""))
    return list(literals(node.args[0])) if called in SPEAKERS else []


def is_key(node):
    """Tell whether an assignment or argument is the key of a chart, which is no message."""
    if isinstance(node, ast.Assign):
        return [getattr(target, "id", "") for target in node.targets] == ["key"]
    return isinstance(node, ast.keyword) and node.arg == "key"


@functools.cache
def in_python():
    """Return what code says by name and where, and all names that stand in it; parsed once."""
    said, named = [], set()
    for place, text in PYTHON.items():
        nodes = list(ast.walk(ast.parse(text)))
        keys = {node.value for node in nodes if is_key(node)}
        for node in nodes:
            said += ((place, *found) for found in said_by(node))
            if node not in keys:
                named |= set(literals(node))
    return said, named


def asked():
    """Return what code says by name: where, the name or its beginning, whether it is whole."""
    yield from in_python()[0]
    for place, text in WEB.items():
        for name, more in re.findall(rf'\b(?:both|words|say)\("({NAME}-?)"( ~)?', text):
            yield place, name, not more


def test_what_is_said_exists():
    known = messages("zh")
    missing = [
        (place, name)
        for place, name, whole in asked()
        if not (name in known if whole else any(one.startswith(name) for one in known))
    ]
    assert missing == []


def named_somewhere():
    """Return the whole names that stand in code and templates, and the beginnings."""
    named = in_python()[1]
    whole = {name for name, is_whole in named if is_whole}
    begun = {name for name, is_whole in named if not is_whole}
    for text in WEB.values():
        whole |= set(re.findall(rf'"({NAME})"', text))
        begun |= set(re.findall(rf'"({NAME}-)" ~', text))
    for name in messages("en"):
        whole |= Variables(name, "en").referred
    return whole, {name for name in begun if re.fullmatch(f"{NAME}-", name)}


def test_every_message_is_said_somewhere():
    whole, begun = named_somewhere()
    unused = [
        name
        for name in messages("zh")
        if name not in whole and not any(name.startswith(beginning) for beginning in begun)
    ]
    assert unused == []


# English plurals


def numbered():
    """Return the English messages whose form depends on a number."""
    found = ((name, Variables(name, "en")) for name in messages("en"))
    return [pytest.param(name, seen, id=name) for name, seen in found if seen.plural]


@pytest.mark.parametrize(("name", "seen"), numbered())
def test_english_has_the_form_of_the_number(name, seen):
    others = dict.fromkeys((seen.printed | seen.selectors) - seen.plural, "X")
    for count in sorted(seen.plural):
        plenty = dict.fromkeys(seen.plural - {count}, 5)
        said = {n: say(name, "en", **others, **plenty, **{count: n}) for n in NUMBERS}
        masked = {n: said[n].replace(shown, "#") for n, shown in NUMBERS.items()}
        assert masked[0] == masked[2] == masked[1200], said
        assert masked[1] != masked[2], f"{name}: {count} decides nothing"
        one, two = (re.search(rf"(?<![\d,.]){n} (\w+)", said[n]) for n in (1, 2))
        assert not (one and two and one[1] == two[1] and one[1].endswith("s")), said
        assert not re.search(r"(?<![\d,.])1 (?:\w+ )?(?:are|have|were|do)\b", said[1]), said[1]


def test_no_english_noun_stands_in_one_form_behind_a_count():
    counts = set().union(*(Variables(name, "en").plural for name in messages("en")))
    fixed = []
    for name, message in messages("en").items():
        elements = message.value.elements
        for one, behind in pairwise(elements):
            variable = getattr(getattr(one, "expression", None), "id", None)
            is_count = variable is not None and variable.name in counts
            if is_count and re.match(r" [a-z]+s\b", getattr(behind, "value", "")):
                fixed.append(name)
    assert fixed == []


# What say() takes


def test_a_number_has_its_separators_and_a_year_none():
    assert say("home-count", "zh", n=1200) == "1,200 条结果"
    assert say("moment", "en", year="2025", kind="target") == "2025 target"


def test_what_is_filled_in_is_never_read_as_a_message():
    said = say("document-plain", "en", title="{ $title } { home-title } \u2068")
    assert said == "《{ $title } { home-title } \u2068》"


def test_what_cannot_be_said_is_refused():
    with pytest.raises(LookupError, match="no message 'home-never'"):
        say("home-never", "zh")
    with pytest.raises(ValueError, match="moment"):
        say("moment", "zh", year="2025")
    for value in (2.5, None, True):
        with pytest.raises(TypeError, match="text or a whole number"):
            say("home-count", "zh", n=value)
    with pytest.raises(UnknownValueError, match="lang"):
        check_lang("fr")
    assert has("home-count", "zh") and not has("home-never", "zh")


def test_codes_and_reasons_are_terms_and_others_stay_as_they_are():
    assert (term("actual", "zh"), term("actual", "en")) == ("现状", "actual")
    for lang in LANGUAGES:
        assert all(term(reason, lang) == reasons()[reason].words[lang] for reason in reasons())
    assert term("nobody-knows", "zh") == "nobody-knows"


# WRITING: words that a page does not say

BANNED = {
    "zh": r"印出|印了|另印|未印|印在|步伐|须变动|须提高|站得住|能说的|下判断|无从比较|最好者"
    r"|不作名次|文中未见|矛盾|领先|落后|尚有距离|已达目标|一个地区|一项指标|两个地区之间",
    "en": r"\bprint(s|ed)?\b|look-alike|\bcontests?\b|\bthe words\b|\b(1 targets|0 of 0)\b",
}
"""What stood on pages that nobody could send on, and must not come back."""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_message_has_a_banned_word(lang):
    said = {
        path.name: path.read_text(encoding="utf-8")
        for path in sorted((WORDING / lang).glob("*.ftl"))
    }
    found = [
        (name, line)
        for name, text in said.items()
        for line in text.splitlines()
        if not line.startswith("#") and re.search(BANNED[lang], line.partition("=")[2] or line)
    ]
    assert found == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_reason_has_a_banned_word(lang):
    found = {
        known.name: word.group()
        for known in reasons().values()
        if (word := re.search(BANNED[lang], f"{known.words[lang]} {known.sentence[lang]}"))
    }
    assert found == {}, "reasons.csv has words that are never said here; say it in others"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_notebook_and_no_title_has_a_banned_word(lang):
    cells = [
        "".join(cell["source"])
        for path in sorted((ROOT / "notebooks").glob("*.ipynb"))
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
        if cell["cell_type"] == "markdown" and cell["metadata"]["tags"] == [lang]
    ]
    titles = [
        entry["title"] if isinstance(entry["title"], str) else entry["title"][lang]
        for entry in yaml.safe_load((ROOT / "reports" / "reports.yml").read_text("utf-8"))
    ]
    assert [text for text in cells + titles if re.search(BANNED[lang], text)] == []


@pytest.mark.parametrize(
    ("value", "one", "several"),
    [("90%", "甲为90%", "甲均为90%"), ("90%以上", "甲为90%以上", "甲均为90%以上"),
     ("约90%", "甲约为90%", "甲均约为90%"), ("超过91%", "甲超过91%", "甲均超过91%"),
     ("小于0.35", "甲小于0.35", "甲均小于0.35")],
)  # fmt: skip
def test_a_chinese_value_has_one_verb(value, one, several):
    assert say("finding-group-one", "zh", names="甲", value=value) == one
    assert say("finding-group-all", "zh", names="甲", value=value) == several


@pytest.mark.parametrize(
    ("values", "said"),
    [(("A", "Absence rate"), "A Absence rate"), (("甲县", "Absence rate"), "甲县Absence rate"),
     (("A", "巩固率"), "A巩固率"), (("Area 5", "score"), "Area 5 score"), (("甲", "乙"), "甲乙")],
)  # fmt: skip
def test_two_latin_words_that_meet_in_chinese_stay_two(values, said):
    source, once = values
    words = say("finding-planned", "zh", source=source, once=once)
    assert words == f"{said}提出，"
    assert say("region-profile-times", "zh", region="Area", n=3) == "Area 3项"

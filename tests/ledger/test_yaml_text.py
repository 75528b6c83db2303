"""YAML that somebody types, and YAML that was made to hurt."""

import pytest
import yaml

from compare.ledger.ledger import read_ledger
from compare.ledger.yaml_text import read_yaml, read_yaml_items

BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10)
)


def test_what_is_typed_is_read_as_ever():
    text = "- &one {name: a, list: [1, 2.5, true, 2021-06-01]}\n- *one\n- {<<: *one, name: b}\n"
    assert read_yaml(text) == yaml.safe_load(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [(BOMB, "says more than 1,000,000 values"), ("&a [*a]", "inside what it stands for"),
     ("[" * 100_000, "deeper than 50 levels"), ("- " * 10_000 + "x", "deeper than 50"),
     ("!!python/object/apply:os.system [exit]", "could not determine a constructor")],
    ids=["aliases", "of itself", "deep", "deep lines", "a type of Python"],
)  # fmt: skip
def test_what_hurts_is_refused_at_once(text, said):
    with pytest.raises(yaml.YAMLError, match=said):
        read_yaml(text)


@pytest.mark.parametrize("field", ["title", "issued", "region", "document"])
def test_a_source_that_hurts_is_one_problem(world, field):
    path = world.raw / "luting-plan" / "source.yml"
    lines = path.read_text("utf-8").splitlines()
    kept = [line for line in lines if not line.startswith(f"{field}:")]
    path.write_text("\n".join([BOMB, *kept, f"{field}: *a9"]), encoding="utf-8")
    problem = read_ledger(world.raw).problems[0]
    assert (problem.file, problem.todo) == ("luting-plan/source.yml", "correct its YAML")


def test_the_lines_of_items_are_told_and_of_what_is_no_list_there_are_none():
    text = "# a\n- b\n\n-\n  c: 1\n- [d]\n"
    assert read_yaml_items(text) == (["b", {"c": 1}, ["d"]], [2, 5, 6])
    assert read_yaml_items("a: [1]") == ({"a": [1]}, [])
    assert read_yaml_items("") == (None, [])

"""Pictures drawn once: the same from the same, and anew from anything else."""

from functools import partial
from threading import Lock

import pytest

from compare.charts.cache import VARIABLE, drawn_once


@pytest.fixture
def drawn(monkeypatch, tmp_path):
    """Return a function that asks for a picture, and the list of those that were drawn."""
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    made = []

    def ask(from_what, plot):
        def draw():
            made.append(from_what)
            return str(from_what).encode()

        return drawn_once("png", from_what, plot, draw)

    return ask, made


def plotting(held):
    return lambda figure: held


def test_a_picture_is_drawn_once_from_the_same(drawn):
    ask, made = drawn
    assert ask("a", plotting(1)) == ask("a", plotting(1)) == b"a"
    assert made == ["a"]


def test_other_words_or_values_are_drawn_anew(drawn):
    ask, made = drawn
    ask("a", plotting(1)), ask("b", plotting(1)), ask("a", plotting(2))
    assert made == ["a", "b", "a"]


def test_what_cannot_be_told_apart_is_drawn_anew(drawn):
    ask, made = drawn
    for _ in range(2):
        ask("a", partial(plotting, 1))
        ask(Lock(), plotting(1))
    assert len(made) == 4


def test_functions_within_what_is_held_are_told_apart_by_what_they_hold(drawn):
    ask, made = drawn
    for held in (1, 1, 2):
        ask("a", plotting([{"draws": plotting(held)}]))
    assert len(made) == 2


def test_equal_values_are_the_same_whether_or_not_they_are_one_object(drawn):
    ask, made = drawn
    word = "".join(["a", "b"])
    ask([word, word], plotting(1)), ask([word, "".join(["a", "b"])], plotting(1))
    assert len(made) == 1


def test_without_a_folder_nothing_is_kept(drawn, monkeypatch, tmp_path):
    ask, made = drawn
    monkeypatch.delenv(VARIABLE)
    ask("a", plotting(1)), ask("a", plotting(1))
    assert made == ["a", "a"] and not list(tmp_path.iterdir())

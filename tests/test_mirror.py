"""Tests stand where the modules stand that they test."""

import pkgutil
from pathlib import Path

import compare

TESTS = Path(__file__).parent
PACKAGE = Path(compare.__file__).parent


def test_every_folder_of_tests_is_named_after_a_room():
    folders = {test.parent.relative_to(TESTS) for test in TESTS.rglob("test_*.py")}
    assert [str(folder) for folder in folders if not (PACKAGE / folder).is_dir()] == []


def test_every_room_and_every_module_beside_the_rooms_has_tests():
    missing = [
        module.name
        for module in pkgutil.iter_modules(compare.__path__)
        if not list((TESTS / module.name).rglob("test_*.py"))
        and not (TESTS / f"test_{module.name}.py").is_file()
    ]
    assert missing == []

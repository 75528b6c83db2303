"""Copies of the project that notebooks make, and remove."""

import pytest

from compare.errors import CompareError
from compare.reports.notebooks.copies import copied_project, remove_copy


def test_only_a_copy_made_here_is_removed(project):
    copy = copied_project()
    assert (copy.raw / "definitions" / "regions.csv").is_file()
    remove_copy(copy)
    assert not copy.root.exists()
    with pytest.raises(CompareError, match="is left as it is"):
        remove_copy(project)
    assert project.raw.is_dir()

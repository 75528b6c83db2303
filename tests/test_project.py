import pytest

from compare.errors import ProjectNotFoundError
from compare.project import Project, find_project


def test_the_project_is_the_nearest_folder_upwards_that_has_data_raw(world, monkeypatch):
    monkeypatch.delenv("COMPARE_HOME")
    below = world.root / "notebooks" / "deep"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    assert find_project() == world
    assert find_project(world.raw) == world


def test_compare_home_names_another_project(world, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert find_project() == world


def test_without_a_project_the_message_says_where_it_looked_and_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setenv("COMPARE_HOME", str(tmp_path))
    with pytest.raises(ProjectNotFoundError) as error:
        find_project()
    assert str(tmp_path) in str(error.value)
    assert "COMPARE_HOME" in str(error.value)


def test_the_texts_are_where_compare_documents_says_or_in_data_raw(tmp_path, monkeypatch):
    monkeypatch.setenv("COMPARE_DOCUMENTS", "/elsewhere")
    assert str(Project(tmp_path).texts) == "/elsewhere"
    monkeypatch.delenv("COMPARE_DOCUMENTS")
    assert Project(tmp_path).texts == tmp_path / "data" / "raw" / "documents"

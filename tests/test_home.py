from __future__ import annotations

from pathlib import Path

import pytest

from tui import home as places


def test_briefs_home_moves_everything(home: Path) -> None:
    assert places.data_folder() == home
    assert places.settings_file() == home / "config.toml"
    assert places.store_folder() == home / "store"
    assert places.library_file() == home / "library.sqlite"


def test_asking_makes_nothing(home: Path) -> None:
    places.data_folder(), places.settings_file(), places.store_folder(), places.library_file()
    assert not home.exists()


def test_a_tilde_is_the_users_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFS_HOME", "~/briefs")
    assert places.data_folder() == tmp_path / "briefs"


@pytest.mark.parametrize("value", [None, ""])
def test_else_it_is_the_platforms_folders(
    value: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if value is None:
        monkeypatch.delenv("BRIEFS_HOME")
    else:
        monkeypatch.setenv("BRIEFS_HOME", value)
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    assert tmp_path in places.data_folder().parents
    assert places.data_folder().name == "briefs-tui"
    assert places.settings_file().name == "config.toml"
    assert tmp_path in places.settings_file().parents
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "elsewhere"))
    if places.data_folder().is_relative_to(tmp_path / "elsewhere"):  # not on macOS
        assert places.library_file() == tmp_path / "elsewhere/briefs-tui/library.sqlite"


@pytest.mark.parametrize("name", ["styles", "seeds"])
def test_what_travels_with_the_program_is_found_from_a_checkout(name: str) -> None:
    assert any(places.carried(name).iterdir())


def test_what_travels_inside_the_package_is_found_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "site-packages" / "tui"
    package.mkdir(parents=True)
    monkeypatch.setattr(places, "__file__", str(package / "home.py"))
    assert places.carried("seeds") == package.parent / "seeds"
    (package / "seeds").mkdir()
    assert places.carried("seeds") == package / "seeds"

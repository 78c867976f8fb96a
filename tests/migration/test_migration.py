"""What any earlier version wrote, today's program opens with everything in it."""

from __future__ import annotations

import json
import tarfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.migration.make_home import BACKUP, HERE, HOME, SEEN, fill, folder, formats, seen
from tui.exchange.backup import restore
from tui.library import doctor
from tui.store import Store, check

FORMATS = sorted(int(path.name.removeprefix("format-")) for path in HERE.glob("format-*"))


@pytest.fixture(params=FORMATS)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The folder of an old format."""
    return folder(request.param)


@pytest.fixture
def old_home(old: Path, home: Path) -> Path:
    home.mkdir(mode=0o700)
    with tarfile.open(old / HOME) as tar:
        tar.extractall(home, filter="data")
    for path in home.rglob("*"):
        path.chmod(0o700 if path.is_dir() else 0o600)
    return home


def expected(old: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((old / SEEN).read_text(encoding="utf-8"))
    return found


def test_every_format_up_to_todays_has_a_home_that_is_kept() -> None:
    """Who gives a format a new number runs make_home, and commits what it writes."""
    assert list(range(1, max(formats().values()) + 1)) == FORMATS


def test_an_old_home_opens_with_everything_in_it(old: Path, old_home: Path) -> None:
    assert seen(old_home) == expected(old)
    assert check(old_home / "store") == []
    assert doctor.check(old_home / "library.sqlite", old_home / "store") == []


def test_work_goes_on_in_an_old_home(old_home: Path) -> None:
    with Store.open(old_home / "store") as store:
        before = store.history()
        undone = store.undo()
        assert undone is not None and undone.change.of is not None
        assert store.commit("Something new", {("states", "x"): {"star": True}}) is not None
    with Store.open(old_home / "store") as store:
        assert store.history()[2:] == before
    assert check(old_home / "store") == []


def test_an_old_backup_is_restored_with_everything_in_it(old: Path, home: Path) -> None:
    fill(home)
    restore(home, old / BACKUP, now=datetime.now(UTC))
    assert seen(home) == expected(old)

"""The desk's own backup: when it is due, in the background, and said only where it fails."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.exchange.backups import fill
from tui.desk.backing_up import back_up
from tui.exchange.backup import create, listing
from tui.settings import Settings


@pytest.fixture
def filled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "filled"
    monkeypatch.setenv("BRIEFS_HOME", str(folder))
    fill(folder)
    return folder


async def test_a_backup_that_is_due_is_made_without_a_word(filled: Path) -> None:
    assert await back_up(filled, Settings()) == ""
    (made,) = listing(filled)
    assert made.kind == "automatic"
    assert await back_up(filled, Settings()) == ""
    assert len(listing(filled)) == 1


async def test_a_backup_that_cannot_be_made_is_said(filled: Path) -> None:
    (filled / "store" / "documents.json").write_bytes(b"damaged")
    said = await back_up(filled, Settings())
    assert said.startswith("No backup was made: ") and "\n" not in said
    assert listing(filled) == []


async def test_no_process_is_started_where_none_is_needed(
    filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("asyncio.create_subprocess_exec", None)
    assert await back_up(filled, Settings(backups=0)) == ""
    assert await back_up(tmp_path / "elsewhere", Settings()) == ""
    create(filled, now=datetime.now(UTC))
    assert await back_up(filled, Settings()) == ""

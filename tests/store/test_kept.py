from __future__ import annotations

from pathlib import Path

import pytest

from tui.store import Store, StoreError


def test_what_is_kept_is_there_for_the_next_and_outside_history(folder: Path) -> None:
    with Store.open(folder) as store:
        store.keep("draft-1", {"text": "half a no\ud800te", "at": [1, 2]})
        store.keep("session", {"article": "a"})
        assert store.history() == []
    with Store.open(folder) as store:
        assert store.kept("draft-1") == {"text": "half a no\ud800te", "at": [1, 2]}
        assert store.kept_names() == ["draft-1", "session"]
        store.keep("draft-1", {"text": "more"})
        assert store.kept("draft-1") == {"text": "more"}
        store.keep("draft-1", None)
        store.keep("draft-1", None)
        assert store.kept("draft-1") is None
        assert store.kept_names() == ["session"]


@pytest.mark.parametrize("name", ["", "../x", "a/b", ".hidden", "a\n", "x" * 101, "ё"])
def test_names_that_are_no_file_names_are_refused(folder: Path, name: str) -> None:
    with Store.open(folder) as store:
        with pytest.raises(StoreError, match="cannot name a kept document"):
            store.keep(name, {"x": 1})
        with pytest.raises(StoreError, match="cannot name a kept document"):
            store.kept(name)


def test_what_json_cannot_hold_is_refused_and_the_old_kept(folder: Path) -> None:
    with Store.open(folder) as store:
        store.keep("draft", {"x": 1})
        with pytest.raises(StoreError, match=r"draft\.x"):
            store.keep("draft", {"x": {1, 2}})
        assert store.kept("draft") == {"x": 1}


@pytest.mark.parametrize("content", [b"", b"{}", b"00000000 {}\n"])
def test_a_damaged_one_says_so_and_is_left(folder: Path, content: bytes) -> None:
    with Store.open(folder) as store:
        store.keep("draft", {"x": 1})
        path = folder / "kept" / "draft.json"
        path.write_bytes(content)
        with pytest.raises(StoreError, match=r"draft\.json is damaged.*left as it is"):
            store.kept("draft")
        assert path.read_bytes() == content

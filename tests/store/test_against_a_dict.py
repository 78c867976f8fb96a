"""Random work on a store equals the same work on a plain dictionary."""

from __future__ import annotations

import copy
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tui.store import Store, check, files
from tui.store.snapshot import Live

KEYS = st.tuples(st.sampled_from("tu"), st.sampled_from("abc"))
DOCUMENTS = st.none() | st.dictionaries(st.sampled_from("xy"), st.integers(0, 3), min_size=1)


class Model(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.patch = pytest.MonkeyPatch()
        self.patch.setattr(files, "sync", lambda _: None)
        self.patch.setattr(files, "sync_folder", lambda _: None)
        self.place = tempfile.TemporaryDirectory()
        self.folder = Path(self.place.name) / "store"
        self.store = Store.open(self.folder)
        self.other = Store.open(self.folder, desk="reader")
        self.followed: Live = {}
        self.position = self.other.position
        self.states: list[Live] = [{}]  # what undo and redo walk along
        self.now = 0
        self.entries = 0

    @rule(documents=st.dictionaries(KEYS, DOCUMENTS, min_size=1, max_size=3))
    def commit(self, documents: dict[tuple[str, str], Any]) -> None:
        after = copy.deepcopy(self.states[self.now])
        for (table, key), document in documents.items():
            rows = after.setdefault(table, {})
            rows.pop(key, None)
            if document is not None:
                rows[key] = document
        after = {table: rows for table, rows in after.items() if rows}
        change = self.store.commit("Change", documents)
        assert (change is None) == (after == self.states[self.now])
        if change is not None:
            self.states[self.now + 1 :] = [after]
            self.now += 1
            self.entries += 1

    @rule()
    def undo(self) -> None:
        possible = self.now > 0
        assert (self.store.undo() is not None) == possible
        self.now -= possible
        self.entries += possible

    @rule()
    def redo(self) -> None:
        possible = self.now + 1 < len(self.states)
        assert (self.store.redo() is not None) == possible
        self.now += possible
        self.entries += possible

    @rule()
    def compact(self) -> None:
        self.store.compact()

    @rule()
    def reopen(self) -> None:
        self.store.close()
        self.store = Store.open(self.folder)

    @rule()
    def tear(self) -> None:
        """Another writer dies in the middle of a change."""
        with max(self.folder.glob("changes-*")).open("ab") as file:
            file.write(b"0000")
        self.store.refresh()

    @rule()
    def follow(self) -> None:
        """A projection catches up from the journal's tail."""
        found = self.other.changes_since(self.position)
        assert found is not None
        for change in found[0]:
            for edit in change.edits:
                rows = self.followed.setdefault(edit.table, {})
                rows.pop(edit.key, None)
                if edit.after is not None:
                    rows[edit.key] = edit.after
        self.position = found[1]
        assert {table: rows for table, rows in self.followed.items() if rows} == self.expected

    @property
    def expected(self) -> Live:
        return self.states[self.now]

    @invariant()
    def documents_are_those_of_the_dict(self) -> None:
        assert self.store.live() == self.expected
        self.other.refresh()
        assert self.other.live() == self.expected

    def teardown(self) -> None:
        assert len(self.store.history()) == self.entries
        self.store.compact()  # cuts a torn record off
        self.store.close()
        self.other.close()
        assert check(self.folder) == []
        self.place.cleanup()
        self.patch.undo()


TestModel = Model.TestCase
TestModel.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)

"""TinyDB on the project's own storage: the live documents, written change by change.

TinyDB reads and writes a whole database for every operation. Here ``read`` gives the documents
that the store holds in memory, and a table's updates become one change of the documents touched.
``Table._read_table``, ``_update_table`` and ``_get_next_id`` are private in TinyDB; the versions
are pinned and tests/store/test_contract.py says what is relied on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from typing import Any, Protocol

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from tui.model import Change, Document
from tui.store.ids import new_id
from tui.store.records import plain
from tui.store.snapshot import Documents, Live


class Backend(Protocol):
    """What the tables need of the store."""

    def live(self) -> Live:
        """The documents as they are now; never to be altered."""

    def commit(self, label: str, documents: Callable[[], Documents]) -> Change | None:
        """One durable change."""


class LiveStorage(Storage):
    """A TinyDB storage whose content is the store's live documents."""

    def __init__(self, backend: Backend) -> None:
        self.backend = backend

    def read(self) -> dict[str, dict[str, Any]]:
        """All tables; the dictionaries are the caller's, the documents are not."""
        return {name: dict(table) for name, table in self.backend.live().items()}

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Make the documents exactly ``data``, as one change."""

        def documents() -> Documents:
            live = self.backend.live()
            gone: dict[tuple[str, str], Document | None] = {
                (name, key): None for name, table in live.items() for key in table
            }
            return gone | {(name, key): data[name][key] for name in data for key in data[name]}

        self.backend.commit("Changed tables", documents)


class LiveTable(Table):
    """A TinyDB table with string ids, without a query cache (other processes write too)."""

    document_id_class = str  # type: ignore[assignment]  # TinyDB's documented extension point

    def __init__(
        self, storage: LiveStorage, name: str, cache_size: int = 0, persist_empty: bool = False
    ) -> None:
        self._backend = storage.backend
        super().__init__(storage, name, cache_size=cache_size, persist_empty=persist_empty)

    def _read_table(self) -> dict[str, Mapping[str, Any]]:
        # A copy: a writer thread may change the table while a query walks it.
        return dict(self._backend.live().get(self.name, {}))

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        def documents() -> Documents:
            overlay = Overlay(self._backend.live().get(self.name, {}))
            updater(overlay)
            return {(self.name, str(key)): value for key, value in overlay.touched.items()}

        self._backend.commit(f"Changed {self.name}", documents)

    def _get_next_id(self) -> Any:
        return new_id()


class Overlay(MutableMapping[str, Document]):
    """A table to be updated: documents are copied when first read, the table stays as it is."""

    def __init__(self, table: Mapping[str, Document]) -> None:
        self._table = table
        self.touched: dict[str, Document | None] = {}

    def __getitem__(self, key: str) -> Document:
        if key not in self.touched:
            self.touched[key] = plain(self._table[key])
        found = self.touched[key]
        if found is None:
            raise KeyError(key)
        return found

    def __setitem__(self, key: str, value: Document) -> None:
        self.touched[key] = value

    def __delitem__(self, key: str) -> None:
        if key not in self:
            raise KeyError(key)
        self.touched[key] = None

    def __contains__(self, key: object) -> bool:
        if key in self.touched:
            return self.touched[key] is not None
        return key in self._table

    def __iter__(self) -> Iterator[str]:
        yield from (key for key in self._table if key in self)
        yield from (key for key in self.touched if key not in self._table and key in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class LiveDatabase(TinyDB):
    """A TinyDB that makes tables of our kind."""

    table_class = LiveTable  # type: ignore[assignment]  # it takes our storage only


def database(backend: Backend) -> TinyDB:
    """A TinyDB whose tables are the store's."""
    return LiveDatabase(storage=lambda: LiveStorage(backend))

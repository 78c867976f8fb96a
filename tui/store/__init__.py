"""The user's documents: TinyDB on a journal, with history and several processes."""

from tui.store.check import check, repair
from tui.store.errors import StoreError
from tui.store.ids import new_id
from tui.store.records import Fields
from tui.store.store import Store, tail
from tui.store.undo import Reversal

__all__ = ["Fields", "Reversal", "Store", "StoreError", "check", "new_id", "repair", "tail"]

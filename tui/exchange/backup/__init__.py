"""Dated backups of store and library, and putting one back.

A backup is one file, ``backup-`` or ``automatic-<date>.tar.gz``, made whole or not at all and
read back before it counts. Putting one back swaps folders by rename; what was there is kept
beside it. ``folder`` is everywhere the folder of the user's data, with ``store`` and
``library.sqlite`` in it.
"""

from tui.exchange.backup.errors import BackupError
from tui.exchange.backup.making import Backup, automatic, create, due, listing
from tui.exchange.backup.manifest import Manifest, instant
from tui.exchange.backup.restoring import Restored, finish, restore, undo

__all__ = [
    "Backup",
    "BackupError",
    "Manifest",
    "Restored",
    "automatic",
    "create",
    "due",
    "finish",
    "instant",
    "listing",
    "restore",
    "undo",
]

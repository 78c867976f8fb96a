"""Keys that arrive together are taken one after the other.

Textual hands every key at once to whoever has the focus; on a slow line a key that opens a
prompt and the word meant for it arrive in one packet, and the word would go to the list below.
"""

from __future__ import annotations

import asyncio
from collections import deque

from textual import events
from textual.app import App

QUIET = 3
"""Turns of the event loop without anything to do after which a key is done with."""

MOST = 200
"""Turns after which the next key is handed on in any case."""


HELD = frozenset(
    f"{side}_{key}"
    for side in ("left", "right")
    for key in ("shift", "control", "alt", "super", "hyper", "meta")
) | {"caps_lock", "num_lock", "scroll_lock", "iso_level3_shift", "iso_level5_shift"}
"""What terminals with the kitty protocol report by itself, the Shift before a ``G`` say."""


class TypeAheadApp(App[None], inherit_bindings=False):
    """Hands a key on when the screen has done with the one before."""

    def __init__(self) -> None:
        """No key is waiting."""
        super().__init__()
        self._typed: deque[events.Key] = deque()
        self._passing: asyncio.Task[None] | None = None

    async def on_event(self, event: events.Event) -> None:
        """Put keys in a line; everything else goes its way."""
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
            return
        if event.key in HELD:
            return  # No key for anybody here: it would end a count, a sequence or a message.
        self._typed.append(event)
        if self._passing is None or self._passing.done():
            self._passing = asyncio.create_task(self._pass_on())

    async def _pass_on(self) -> None:
        while self._typed:
            await super().on_event(self._typed.popleft())
            await self._done_with_it()

    async def _done_with_it(self) -> None:
        """Wait until nobody between the focus and the application has a message left."""
        quiet = 0
        for _ in range(MOST):
            await asyncio.sleep(0)
            screen = self.screen
            node = screen.focused or screen
            pending = not screen._is_mounted or any(
                not each._message_queue.empty() for each in (*node.ancestors_with_self,)
            )
            quiet = 0 if pending else quiet + 1
            if quiet == QUIET:
                return

"""Coming back: view, cursor, open article and pane are kept while working, and found again.

Kept in the library's file, since the first frame needs it and nothing is lost if it goes; the
reading place of each article is the user's own and is in the store.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, TypeVar, get_args

from tui.desk.noting import all_drafts
from tui.desk.services import Bench
from tui.library import View
from tui.model import Triage

if TYPE_CHECKING:
    from tui.desk.screens.main import DeskScreen

NAME = "session"
"""The name under which the library keeps it."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where the user is: ``cursor`` and ``open`` are articles' ids, ``pane`` is that of a pane.

    ``measure`` is the column's width in cells, ``hidden`` the labels that are not shown.
    """

    view: View | None = None
    cursor: str | None = None
    open: str | None = None
    pane: str | None = None
    zoomed: bool = False
    measure: int | None = None
    hidden: tuple[str, ...] = ()

    def text(self) -> str:
        """Everything as JSON, to be kept."""
        return json.dumps(asdict(self) | {"view": self.view and self.view.document()})

    @classmethod
    def of(cls, text: str | None) -> Whereabouts:
        """What :meth:`text` wrote; what is damaged or of another version's is left out."""
        try:
            kept = json.loads(text or "{}")
            json.dumps(kept, ensure_ascii=False).encode()  # No half of a surrogate pair in it.
        except (ValueError, RecursionError):
            return cls()
        if not isinstance(kept, dict):
            return cls()
        return cls(
            view=_view(kept.get("view")),
            cursor=_if_is(str, kept.get("cursor")),
            open=_if_is(str, kept.get("open")),
            pane=_if_is(str, kept.get("pane")),
            zoomed=kept.get("zoomed") is True,
            measure=_if_is(int, kept.get("measure")),
            hidden=tuple(
                each for each in _if_is(list, kept.get("hidden")) or () if isinstance(each, str)
            ),
        )


Kind = TypeVar("Kind")


def _if_is(kind: type[Kind], value: object) -> Kind | None:
    return value if isinstance(value, kind) and not isinstance(value, bool) else None


def _view(kept: object) -> View | None:
    """A view whose every part is of its kind: the first frame is made of it."""
    with suppress(TypeError, ValueError):
        view = View.of(kept) if isinstance(kept, dict) else None
        if view is not None and view.triage in (None, *get_args(Triage)):
            first, last = view.dates or ("", "")
            texts = [view.words, view.label, view.tag or "", view.source or "", first, last]
            texts += [*(view.articles or ()), *view.paths]
            sound = all(isinstance(text, str) for text in texts) and all(
                isinstance(flag, bool) for flag in (view.starred, view.reverse)
            )
            return view if sound else None
    return None


class Session:
    """Writes down where the user is whenever that changed, and reads it at the start."""

    def __init__(self, desk: DeskScreen) -> None:
        """What was kept is read at once: it decides what the first frame shows."""
        self._desk = desk
        self._kept = desk.services.library.recall(NAME) or ""
        self.last = Whereabouts.of(self._kept)

    def resume(self) -> None:
        """Open what was open, in the pane where the user was; the list if that is gone."""
        desk, last = self._desk, self.last
        desk.pile.load_saved()
        desk.changes.background(lambda bench: len(all_drafts(bench)), self._tell_of_drafts)
        desk.hidden |= set(last.hidden)
        if last.measure is not None:
            desk.reader.set_measure(last.measure)
        if last.open is not None:
            if not desk.services.library.article(last.open):
                return
            desk.opened.open(last.open)
        desk.zoomed = last.zoomed
        for pane in desk.panes:
            if pane.id == last.pane:
                desk.go_to(pane)

    def _tell_of_drafts(self, count: int) -> None:
        if count:
            notes, them = ("note was", "it") if count == 1 else ("notes were", "them")
            self._desk.say(f"{count} {notes} left half-written; :drafts goes on with {them}.")

    def now(self) -> Whereabouts:
        """Where the user is; what is as the settings have it is left to them."""
        desk = self._desk
        row, measure = desk.list.current, desk.reader.measure
        return Whereabouts(
            view=desk.pile.view,
            cursor=row.article if row else None,
            open=desk.paper.article.id if desk.paper else None,
            pane=desk.pane.id,
            zoomed=desk.zoomed,
            measure=measure if measure != desk.settings.measure else None,
            hidden=tuple(sorted(desk.hidden - {*desk.settings.hidden_labels})),
        )

    def keep(self) -> None:
        """Write it down if anything changed, on the writer's thread."""
        now = self.now().text()
        if now == self._kept:
            return
        self._kept = now

        def work(bench: Bench) -> None:
            bench.library.remember(NAME, now)

        self._desk.changes.background(work, lambda _: None)

"""Putting right which date or name a passage is: on the current item, or on a passage marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, cast

from tui.annotations import AnnotationError, Correction, make_selector
from tui.corrected import Placed, Placing, check_value
from tui.desk.presenting import LABELS, LETTERS
from tui.desk.services import Bench
from tui.desk.widgets.panel import ACTORS
from tui.desk.widgets.prompt import Suggestion
from tui.model import Change, Label, Mention, Selector, Timex

if TYPE_CHECKING:
    from tui.desk.paper import Paper
    from tui.desk.screens.main import DeskScreen

Kind = Literal["date", "mention"]

NONE = "none"
"""What is typed to say that a passage is no date, or no name."""

AS_FOUND = "as found"
"""What is chosen to withdraw the correction of a name."""


@dataclass(frozen=True, slots=True)
class Target:
    """What is to be put right: passages, what they count as now, and the user's word on them."""

    spans: tuple[tuple[int, int], ...]
    now: str
    said: tuple[Selector, ...] = ()


def target(desk: DeskScreen, kind: Kind) -> Target | None:
    """The current date (or name) of reader or panel; in the panel an actor is all its mentions."""
    paper = desk.paper
    if paper is None:
        return None
    item: object = None
    if desk.pane is desk.panel:
        item = desk.panel.current.item if desk.panel.current else None
    elif desk.pane is desk.reader and desk.reader.current is not None:
        item = desk.reader.current.item
    placing = _placing(paper, kind)
    if isinstance(item, Correction):
        return Target((), item.value or NONE, (item.selector,)) if item.kind == kind else None
    if isinstance(item, Placed):
        right = item.correction.kind == kind
        return _target(placing, [(item.start, item.end)], NONE) if right else None
    if kind == "date":
        if isinstance(item, Timex):
            return _target(placing, [(item.start, item.end)], item.value)
        return None
    if isinstance(item, Mention):
        return _target(placing, [(item.start, item.end)], item.label)
    entry = desk.panel.current
    if isinstance(item, str) and paper.reading and entry is not None and entry.part == ACTORS:
        alike = [m for m in paper.reading.mentions if _stands_for(m, item)]
        spans = [(mention.start, mention.end) for mention in alike]
        return _target(placing, spans, alike[0].label) if alike else None
    return None


def passage(desk: DeskScreen, kind: Kind) -> Target | None:
    """The passage being marked, which is no longer being marked then."""
    span, paper = desk.spanning.span, desk.paper
    if span is None or paper is None:
        return None
    desk.spanning.stop()
    return _target(_placing(paper, kind), [span], "")


def _stands_for(mention: Mention, entry: str) -> bool:
    return entry in (mention.actor, f"?{mention.label} {mention.text}")


def _placing(paper: Paper, kind: Kind) -> Placing:
    return paper.own.dates if kind == "date" else paper.own.mentions


def _target(placing: Placing, spans: Sequence[tuple[int, int]], now: str) -> Target:
    """A target, with what the user said of its passages; a passage said to be none is none."""
    here = [one for one in placing.placed if any(one.covers(*span) for span in spans)]
    if here and all(one.correction.value is None for one in here):
        now = NONE
    return Target(tuple(spans), now, tuple(one.correction.selector for one in here))


def ask_date(desk: DeskScreen, found: Target) -> None:
    """Ask which date the target means; an empty line withdraws what the user said of it."""

    def done(line: str) -> None:
        typed = line.strip()
        try:
            value = check_value(typed) if typed and typed.lower() != NONE else None
        except AnnotationError as error:
            desk.say(str(error), problem=True)
            return
        _correct(desk, "date", found, value, withdraw=not typed)

    hint = "2016-04-22, 2016-04, 2016-04-11/2016-04-20 or none"
    hint += "; empty withdraws" if found.said else ""
    desk.ask("This date is", done, found.now, hint=hint)


def ask_mention(desk: DeskScreen, found: Target) -> None:
    """Ask what kind of name the target is."""
    kinds = [Suggestion(label, f"{LETTERS[label]} {label}", LABELS[label]) for label in LETTERS]
    kinds.append(Suggestion(NONE, "  no name"))
    if found.said:
        kinds.append(Suggestion(AS_FOUND, "  as found", "withdraws what you said"))

    def suggest(typed: str) -> list[Suggestion]:
        wanted = typed.strip().lower()
        return [kind for kind in kinds if kind.value.lower().startswith(wanted)]

    def done(choice: str) -> None:
        label = None if choice in (NONE, AS_FOUND) else choice
        _correct(desk, "mention", found, label, withdraw=choice == AS_FOUND)

    many = f" ({len(found.spans)} places)" if len(found.spans) > 1 else ""
    now = "no name" if found.now == NONE else found.now or "nothing"
    desk.ask(f"Now {now}{many}; is", done, suggest=suggest, must_choose=True)


def _correct(
    desk: DeskScreen, kind: Kind, found: Target, value: str | None, withdraw: bool
) -> None:
    paper = desk.paper
    if paper is None:
        return
    id, text, version = paper.article.id, paper.version.text, paper.version.id
    if withdraw:
        if not found.said:
            desk.say("You have corrected nothing here, so there is nothing to withdraw.")
            return
        first, *others = found.said

        def take_back(bench: Bench) -> Change | None:
            return bench.corrections.withdraw(kind, id, first, also=others)

        desk.changes.make(take_back)
        return
    if not found.spans:
        desk.say(
            "The passage is not surely found any more: this can only be withdrawn.", problem=True
        )
        return
    selector, *more = (make_selector(text, start, end, version) for start, end in found.spans)

    def correct(bench: Bench) -> Change | None:
        if kind == "date":
            return bench.corrections.correct_date(id, selector, value)
        label = cast("Label | None", value)
        return bench.corrections.correct_mention(id, selector, label, also=more)

    desk.changes.make(correct)

"""Reading a rule's findings in tests."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

from tui.actors import Registry
from tui.language.rules.page import Page
from tui.model import Mention

Rule = Callable[[Page], Iterable[Mention]]


@cache
def world() -> Registry:
    return Registry.load([])


def page(text: str) -> Page:
    return Page(text, world())


def found(rule: Rule, text: str) -> list[tuple[str, str]]:
    """What a rule finds, as text and label, in order of place."""
    mentions = sorted(rule(page(text)), key=lambda m: (m.start, m.end))
    assert all(text[m.start : m.end] == m.text for m in mentions)
    return [(m.text, m.label) for m in mentions]


def texts(rule: Rule, text: str) -> list[str]:
    return [name for name, _ in found(rule, text)]

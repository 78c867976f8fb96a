"""How it looks when the content of an article speaks against its date. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from tui import dates
from tui.desk.page import wrap
from tui.desk.when import stretch
from tui.desk.widgets.panel import DATES, Entry, Words
from tui.model import Section
from tui.text import one_line


def reference_names(
    sections: Sequence[Section], given: Mapping[int, str | None], stated: str | None
) -> dict[int, str]:
    """What the dates of each section hang on, in words; ``given`` are the user's own dates."""
    names = {}
    for index, section in enumerate(sections):
        if index in given:
            names[index] = "your reference date"
        elif section.kind == "embedded":
            names[index] = "the stamp of an embedded article"
        else:
            names[index] = "the stamp" if section.dateline or not stated else "the stated date"
    return names


def notices(warnings: Sequence[dates.Warning], names: Mapping[int, str]) -> list[str]:
    """A line under the title for each section whose date is surely contradicted."""
    found = []
    strong = [warning for warning in warnings if warning.strength == "strong"]
    for index, group in groupby(strong, key=lambda warning: warning.section):
        first, *others = group
        name = names.get(index, "the stamp")
        more = f" ({len(others)} more in the panel)" if others else ""
        better = next((w.suggestion for w in (first, *others) if w.suggestion), "")
        fits = f" The text fits {shown_suggestion(better)}." if better else ""
        found.append(
            f"! {name[0].upper()}{name[1:]} is contradicted: {one_line(first.message)}{more}"
            f"{fits} D sets another date."
        )
    return found


def entries(
    warnings: Sequence[dates.Warning], names: Mapping[int, str], width: int
) -> Iterator[Entry]:
    """What speaks against the dates of an article, for a panel of so many cells."""
    for warning in warnings:
        name = names.get(warning.section, "the stamp")
        if warning.strength == "strong":
            head, look = f"! {name} is contradicted", "warning"
        else:
            head, look = f"? a sign against {name}", "doubt"
        lines = list(_wrapped(head, look, "", width))
        lines += _wrapped(one_line(warning.message), "meta", "  ", width)
        if warning.suggestion:
            words = f"The text fits {shown_suggestion(warning.suggestion)}. D sets it."
            lines += _wrapped(words, "meta", "  ", width)
        yield Entry(DATES, tuple(lines), warning)


def _wrapped(text: str, look: str, indent: str, width: int) -> Iterator[Words]:
    for line in wrap(text, max(12, width - 1 - len(indent))):
        yield ((indent + text[line.start : line.end], look),)


def shown_suggestion(suggestion: str) -> str:
    """A better date, or the stretch in which it lies, for people."""
    if suggestion.startswith("../"):
        return f"a date up to {suggestion[3:]}"
    return stretch(suggestion) if "/" in suggestion else suggestion


def reasons(warning: dates.Warning, text: str) -> list[str]:
    """The lines of the why window: what, where, and what would fit."""
    words = [f"“{one_line(text[start:end])}”" for start, end in warning.evidence]
    sign = "A sure sign" if warning.strength == "strong" else "A weak sign"
    lines = ["Against the date", f"{sign}: {one_line(warning.message)}"]
    if words:
        lines.append(f"Evidence: {', '.join(words)} (Enter goes there).")
    if warning.suggestion:
        lines.append(f"The text fits {shown_suggestion(warning.suggestion)}.")
    return [*lines, "D sets the date that relative dates are counted from."]

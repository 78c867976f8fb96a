"""Tags in one line of text: separated by commas, with type-ahead on the last one. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui.desk.widgets.prompt import Suggest, Suggestion


def split_tags(line: str) -> list[str]:
    """The tags in a line, without blanks around them, each once."""
    found = (" ".join(part.lstrip("# ").split()) for part in line.split(","))
    return list(dict.fromkeys(tag for tag in found if tag))


def join_tags(tags: Sequence[str]) -> str:
    """A line to go on typing in."""
    return ", ".join(tags) + (", " if tags else "")


def suggest_tags(known: Mapping[str, int]) -> Suggest:
    """Complete the last tag from those known, most used first; those in the line are left out."""

    def suggest(line: str) -> Sequence[Suggestion]:
        head, comma, last = line.rpartition(",")
        before = split_tags(head)
        typed = last.strip().lstrip("#").lower()
        prefix = head + comma + " " if comma else ""
        fitting = [
            (not tag.lower().startswith(typed), -uses, tag)
            for tag, uses in known.items()
            if typed in tag.lower() and tag not in before
        ]
        return [
            Suggestion(f"{prefix}{tag}", f"#{tag}", str(-uses)) for _, uses, tag in sorted(fitting)
        ]

    return suggest

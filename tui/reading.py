"""A text read: what was recognised in it, resolved against datelines and the actor registry.

Recognising is slow and done elsewhere, by the language worker; resolving is pure and quick, and
done anew whenever a reference date or the registry changes. No spaCy.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from tui import actors, dates, home
from tui.actors import Registry
from tui.model import Analysis, Reading


def registry_files(configured: Sequence[str] = ()) -> list[Path]:
    """The registry files in use: those of the settings, then the starter registry."""
    starter = home.carried("seeds") / "actors.tsv"
    return [*(Path(p).expanduser() for p in configured), *([starter] if starter.is_file() else [])]


def load_registry(configured: Sequence[str] = ()) -> Registry:
    """The actor registry in use; raises :class:`tui.actors.RegistryError` for a broken file."""
    return Registry.load(registry_files(configured))


def read(
    text: str,
    analysis: Analysis,
    registry: Registry,
    references: Mapping[int, str | None] | None = None,
) -> Reading:
    """The reading of a text.

    ``references`` sets other reference dates (None: no date) than the sections' own datelines,
    by a section's index.
    """
    timexes = dates.resolve(text, analysis.expressions, analysis.sections, references)
    mentions, known = actors.resolve(text, analysis.mentions, analysis.sections, registry)
    return Reading(analysis.sections, mentions, tuple(timexes), known)

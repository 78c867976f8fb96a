"""The open article as plain data: everything that is known of it so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tui import dates
from tui.corrected import Overrides
from tui.model import Analysis, Annotation, Article, ArticleState, Reading, Version
from tui.text import Outline


@dataclass(frozen=True, slots=True)
class Paper:
    """Everything known of the open article; what is not known yet is None."""

    article: Article
    version: Version
    outline: Outline
    state: ArticleState
    annotations: tuple[Annotation, ...] = ()
    own: Overrides = field(default_factory=Overrides)
    analysis: Analysis | None = None
    reading: Reading | None = None
    warnings: tuple[dates.Warning, ...] = ()
    problem: str = ""

    @property
    def references(self) -> Mapping[int, str | None]:
        """The user's reference dates, by section number."""
        return self.own.references


def sentence(error: Exception) -> str:
    """What to say of a text that cannot be analysed: one text must not end the desk."""
    from tui.actors import RegistryError

    if isinstance(error, RegistryError):
        return str(error)
    return f"This text could not be analysed ({type(error).__name__})."

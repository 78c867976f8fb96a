"""Views: which articles a list shows and in which order, as values that can describe themselves."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields, replace
from typing import Final, Literal

from tui.model import Document, Triage

Sort = Literal["date", "added", "title", "source", "unread"]
"""Orders of a list; dates newest first, names from A, unread before the rest."""

SORTS: Final[dict[Sort, str]] = {
    "date": "newest first",
    "added": "latest additions first",
    "title": "by title",
    "source": "by source",
    "unread": "unread first",
}
_REVERSED: Final[dict[Sort, str]] = {
    "date": "oldest first",
    "added": "first additions first",
    "title": "by title, from Z",
    "source": "by source, from Z",
    "unread": "unread last",
}


@dataclass(frozen=True, slots=True)
class View:
    """A filter and an order; the conditions set are all to be met.

    ``triage`` None is every decision. ``words`` is a query as the user types it, ``articles``
    a set of ids (with ``label`` to say what they have in common), ``paths`` files or folders
    that articles were found at or below, ``dates`` the first and last of the days (ISO 8601) in
    which an article's text names a date. Narrow a view with :func:`dataclasses.replace`.
    """

    triage: Triage | None = "inbox"
    starred: bool = False
    words: str = ""
    tag: str | None = None
    source: str | None = None
    articles: frozenset[str] | None = None
    label: str = ""
    paths: tuple[str, ...] = ()
    dates: tuple[str, str] | None = None
    sort: Sort = "date"
    reverse: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether no condition but triage and star is set."""
        return not (
            self.words.strip()
            or self.tag is not None
            or self.source is not None
            or self.articles is not None
            or self.paths
            or self.dates is not None
        )

    def without_filter(self) -> View:
        """The same decision and order without the other conditions."""
        return View(triage=self.triage, starred=self.starred, sort=self.sort, reverse=self.reverse)

    def whole(self) -> View:
        """The same conditions for every decision, starred or not: what progress is counted in."""
        return replace(self, triage=None, starred=False)

    def describe(self) -> str:
        """The filter in words, for a title bar: ``inbox, starred, "gas transit", #energy``."""
        parts: list[str] = [self.triage or "all"]
        parts += ["starred"] * self.starred
        parts += [f"“{' '.join(self.words.split())}”"] if self.words.strip() else []
        parts += [f"#{self.tag}"] if self.tag is not None else []
        parts += [f"from {self.source or 'no source'}"] if self.source is not None else []
        if self.articles is not None:
            parts.append(self.label or f"{len(self.articles)} chosen")
        if self.paths:
            more = f" and {len(self.paths) - 1} more" if len(self.paths) > 1 else ""
            parts.append(f"in {self.paths[0]}{more}")
        if self.dates is not None:
            first, last = self.dates
            parts.append(f"naming {first}" if first == last else f"naming {first} to {last}")
        return ", ".join(parts)

    def describe_order(self) -> str:
        """The order in words: ``newest first``."""
        return (_REVERSED if self.reverse else SORTS)[self.sort]

    def document(self) -> Document:
        """The view as JSON, to be kept."""
        kept = asdict(self)
        kept["articles"] = None if self.articles is None else sorted(self.articles)
        return kept

    @classmethod
    def of(cls, document: Document) -> View | None:
        """The view that :meth:`document` wrote; None for what another version of it wrote."""
        known = {field.name for field in fields(cls)}
        if not set(document) <= known or document.get("sort", "date") not in SORTS:
            return None
        kept = dict(document)
        if kept.get("articles") is not None:
            kept["articles"] = frozenset(kept["articles"])
        kept["paths"] = tuple(kept.get("paths", ()))
        kept["dates"] = tuple(kept["dates"]) if kept.get("dates") else None
        return cls(**kept)

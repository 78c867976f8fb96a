"""The user's annotations joined with the articles they are on: what every export starts from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tui.annotations import Corrections, Notebook, tag_key
from tui.library import Library
from tui.model import Annotation, Article, ArticleState


@dataclass(frozen=True, slots=True)
class Evidence:
    """One annotation with its article, or None where the library no longer has it.

    The article has the title, source and date that the user gave it, if any.
    ``exact`` tells that the quote stands in its version's text at the positions given.
    """

    annotation: Annotation
    article: Article | None
    state: ArticleState
    exact: bool


def collect(
    notebook: Notebook, corrections: Corrections, library: Library, tag: str | None = None
) -> Iterator[Evidence]:
    """All annotations, or those that carry a tag, by article and place in the text."""
    for annotation in notebook.annotations():
        if tag is not None and tag_key(tag) not in map(tag_key, annotation.tags):
            continue
        selector = annotation.selector
        version = library.version(selector.version) if selector else None
        exact = selector is not None and (
            version is not None and version.text[selector.start : selector.end] == selector.exact
        )
        article = library.article(annotation.article)
        yield Evidence(
            annotation,
            corrections.head(article) if article else None,
            notebook.state(annotation.article),
            exact,
        )

"""Importing: documents go to the library, the tags that their files state to the notebook."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from tui.annotations import AnnotationError, Notebook
from tui.library import Added, Document, Library, Problem


@dataclass(slots=True)
class Imported:
    """What an import did; ``tags`` holds the articles that are to carry each set of tags."""

    added: list[Added] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    tags: dict[tuple[str, ...], list[str]] = field(default_factory=dict)

    @property
    def articles(self) -> frozenset[str]:
        """The ids of all articles met, known ones too."""
        return frozenset(added.article.id for added in self.added)

    def summary(self) -> str:
        """One sentence of numbers."""
        counts = Counter(added.outcome for added in self.added)
        return f"{counts['added']} added, {counts['changed']} changed, {counts['same']} known."


def import_all(
    library: Library,
    documents: Iterable[Document | Problem],
    each: Callable[[Added | Problem], None] = lambda _: None,
) -> Imported:
    """Add all documents; ``each`` is called as they are durable."""
    done = Imported()
    for result in library.add_many(documents):
        if isinstance(result, Problem):
            done.problems.append(result.message)
        else:
            done.added.append(result)
            if result.outcome == "added" and result.document.tags:
                done.tags.setdefault(result.document.tags, []).append(result.article.id)
        each(result)
    return done


def tag_imported(notebook: Notebook, done: Imported) -> list[str]:
    """Give new articles the tags that their files state; problems in words.

    It is part of the import, not something that the user did and might want to take back.
    """
    problems = []
    for tags, articles in done.tags.items():
        try:
            notebook.tag(articles, add=tags, by_itself=True)
        except AnnotationError as error:
            problems.append(str(error))
    return problems

"""The user's notebook: what was decided about articles, what was marked in them, and the tags."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain

from tui.annotations import labels
from tui.annotations.documents import (
    ANNOTATIONS,
    REMOVED,
    STATES,
    TAGS,
    annotation_document,
    selector_document,
    state_document,
    to_annotation,
    to_state,
)
from tui.annotations.errors import AnnotationError
from tui.annotations.tags import tag_key, tag_name, without
from tui.model import Annotation, ArticleState, Change, Document, ReadState, Selector, Triage
from tui.store import Store, new_id

Documents = dict[tuple[str, str], Document | None]

_READ: Sequence[ReadState] = ("unread", "opened", "read")


class Notebook:
    """States, annotations and tags in a store.

    Each method that changes something makes one durable entry of the history, however many
    articles it concerns, and gives it back, or None where nothing changed. ``title`` is the
    article's, for the history's sentence. Errors of the store pass through.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    # What was decided

    def state(self, article: str) -> ArticleState:
        """What was decided about an article."""
        return to_state(article, self._store.get(STATES, article))

    def states(self) -> Mapping[str, ArticleState]:
        """All articles about which anything was decided."""
        states = self._store.all(STATES)
        return {key: to_state(key, document) for key, document in states.items()}

    def decide(self, articles: Iterable[str], triage: Triage, *, title: str = "") -> Change | None:
        """Keep, dismiss, put off, or bring back to the inbox."""
        ids = list(articles)
        label = labels.DECIDED[triage].format(labels.articles(ids, title))
        return self._alter(label, ids, lambda state: replace(state, triage=triage))

    def star(self, articles: Iterable[str], on: bool, *, title: str = "") -> Change | None:
        """Star or unstar."""
        ids = list(articles)
        label = f"{'Starred' if on else 'Unstarred'} {labels.articles(ids, title)}"
        return self._alter(label, ids, lambda state: replace(state, star=on))

    def mark(
        self, articles: Iterable[str], read: ReadState, *, title: str = "", by_itself: bool = False
    ) -> Change | None:
        """Set how far articles were read.

        ``by_itself`` says that the program noticed it (an article was opened): undo passes over
        that, so that it takes back what the user meant.
        """
        ids = list(articles)
        label = labels.MARKED[read].format(labels.articles(ids, title))
        return self._alter(label, ids, lambda state: replace(state, read=read), by_itself)

    def reach(self, article: str, read: ReadState, place: int | None = None) -> Change | None:
        """Note by itself how far the user got, and the reading place if given.

        A read state never goes back so, and undo passes over it.
        """

        def step(state: ArticleState) -> ArticleState:
            furthest = max(state.read, read, key=_READ.index)
            return replace(state, read=furthest, place=state.place if place is None else place)

        return self._alter("Read on", [article], step, by_itself=True)

    def tag(
        self,
        articles: Iterable[str],
        add: Iterable[str] = (),
        remove: Iterable[str] = (),
        *,
        title: str = "",
        by_itself: bool = False,
    ) -> Change | None:
        """Add and remove tags of articles; what is not the user's own doing undo passes over."""
        ids, added, removed = list(articles), _names(add), _names(remove)
        label = f"Tagged {labels.articles(ids, title)} {labels.tags(added, removed)}"

        def documents() -> Documents:
            spelled, changes = self._spell(added)
            for article in ids:
                state = self.state(article)
                tags = without(state.tags, removed)
                tags += without(spelled, tags)
                changes[STATES, article] = state_document(replace(state, tags=tuple(tags)))
            return changes

        return self._store.commit(label, documents, by_itself=by_itself)

    def remove(self, articles: Iterable[str], *, title: str = "") -> Change | None:
        """Delete articles; what the user made on them is kept."""
        ids, now = list(articles), _now()

        def documents() -> Documents:
            return {
                (REMOVED, article): self._store.get(REMOVED, article)
                or {"article": article, "time": now}
                for article in ids
            }

        return self._store.commit(f"Deleted {labels.articles(ids, title)}", documents)

    def restore(self, articles: Iterable[str], *, title: str = "") -> Change | None:
        """Bring deleted articles back."""
        ids = list(articles)
        label = f"Brought back {labels.articles(ids, title)}"
        return self._store.commit(label, {(REMOVED, article): None for article in ids})

    def removed(self) -> frozenset[str]:
        """The ids of all deleted articles."""
        return frozenset(self._store.all(REMOVED))

    def _alter(
        self,
        label: str,
        articles: Sequence[str],
        step: Callable[[ArticleState], ArticleState],
        by_itself: bool = False,
    ) -> Change | None:
        def documents() -> Documents:
            states = map(self.state, articles)
            return {(STATES, state.article): state_document(step(state)) for state in states}

        return self._store.commit(label, documents, by_itself=by_itself)

    # What was marked

    def annotate(
        self,
        article: str,
        selector: Selector | None = None,
        *,
        actor: str | None = None,
        note: str = "",
        tags: Iterable[str] = (),
        version: str = "",
        title: str = "",
    ) -> Annotation:
        """Mark a passage (or with no selector the article, or an actor in it), note and tag it.

        ``version`` is the hash of the text; a selector brings it along.
        """
        names, now = _names(tags), _now()
        annotation = Annotation(new_id(), article, selector, actor, note, (), now, now)
        exact = selector.exact if selector else ""
        verb = "Noted on" if note else "Highlighted" if selector else "Marked"

        def documents() -> Documents:
            nonlocal annotation
            spelled, changes = self._spell(names)
            annotation = replace(annotation, tags=tuple(spelled))
            made_on = selector.version if selector else version
            changes[ANNOTATIONS, annotation.id] = annotation_document(annotation, made_on)
            return changes

        self._store.commit(f"{verb} {labels.passage(exact, title)}", documents)
        return annotation

    def edit(
        self,
        annotation: str,
        *,
        note: str | None = None,
        tags: Iterable[str] | None = None,
        selector: Selector | None = None,
    ) -> Change | None:
        """Give an annotation another note, other tags or another passage; None leaves it."""
        names = None if tags is None else _names(tags)

        def documents() -> Documents:
            document = self._document(annotation)
            changed, changes = dict(document), Documents()
            if note is not None:
                changed["note"] = note
            if names is not None:
                changed["tags"], changes = self._spell(names)
            if selector is not None:
                changed["selector"] = selector_document(selector)
                changed["version"] = selector.version
            if changed == document:
                return {}
            return {**changes, (ANNOTATIONS, annotation): {**changed, "updated": _now()}}

        before = self._document(annotation)
        exact = before["selector"]["exact"] if before["selector"] else ""
        what = "the note" if note is not None else "the tags" if names is not None else "the span"
        return self._store.commit(f"Changed {what} on {labels.passage(exact, '')}", documents)

    def delete(self, annotations: Iterable[str]) -> Change | None:
        """Delete annotations."""
        ids = list(annotations)
        what = "an annotation" if len(ids) == 1 else f"{len(ids)} annotations"
        return self._store.commit(f"Deleted {what}", {(ANNOTATIONS, key): None for key in ids})

    def annotation(self, annotation: str) -> Annotation | None:
        """One annotation by its id."""
        document = self._store.get(ANNOTATIONS, annotation)
        return None if document is None else to_annotation(annotation, document)

    def annotations(self, article: str | None = None) -> list[Annotation]:
        """The annotations of an article, or all: by article, on the whole first, by position."""
        found = [
            to_annotation(key, document)
            for key, document in self._store.all(ANNOTATIONS).items()
            if article is None or document["article"] == article
        ]
        return sorted(found, key=_place)

    def _document(self, annotation: str) -> Document:
        document = self._store.get(ANNOTATIONS, annotation)
        if document is None:
            raise AnnotationError(
                "This annotation is gone: it was deleted, perhaps at another desk."
            )
        return document

    # Tags

    def tags(self) -> Counter[str]:
        """All tags in use, with the number of articles and annotations that carry them."""
        documents = chain.from_iterable(
            self._store.all(table).values() for table in (STATES, ANNOTATIONS)
        )
        return Counter(chain.from_iterable(document.get("tags", ()) for document in documents))

    def _spell(self, names: Iterable[str]) -> tuple[list[str], Documents]:
        """Names in the spelling of their first use, and the documents of those that are new."""
        spelled: dict[str, str] = {}
        new: Documents = {}
        for name in names:
            key = tag_key(name)
            known = self._store.get(TAGS, key)
            if key not in spelled:
                spelled[key] = known["name"] if known else name
                if known is None:
                    new[TAGS, key] = {"name": name}
        return list(spelled.values()), new


def _names(tags: Iterable[str]) -> list[str]:
    return [tag_name(tag) for tag in tags]


def _place(annotation: Annotation) -> tuple[str, int, int, str]:
    selector = annotation.selector
    start, end = (selector.start, selector.end) if selector else (-1, -1)
    return annotation.article, start, end, annotation.id


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")

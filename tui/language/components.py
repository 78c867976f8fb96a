"""What the spaCy components do: thin wrappers around the rules and the pure rooms."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Sequence

from spacy.tokens import Doc, Span

from tui import dates
from tui.actors.registry import Registry
from tui.language.english import language
from tui.language.rules import (
    apposition,
    borrowed,
    datelines,
    events,
    names,
    organisations,
    people,
    places,
)
from tui.language.rules.agreement import agree
from tui.language.rules.beside import beside
from tui.language.rules.page import Page
from tui.model import Mention, Section
from tui.reading import load_registry
from tui.text import outline

Component = Callable[[Doc], Doc]
Rule = Callable[[Page], Iterable[Mention]]

PROPOSALS: dict[str, tuple[Rule, ...]] = {
    "briefs_names": (names.all_names,),
    "briefs_titles": (people.all_people,),
    "briefs_official_names": (
        organisations.all_organisations,
        apposition.appositions,
        datelines.datelines,
        places.all_places,
    ),
    "briefs_events": (events.all_events,),
}
"""The rules of each component that proposes mentions."""

SCRATCH = "briefs_proposals"
"""Where proposals wait in ``doc.user_data`` until the agreement component has settled them."""

OUTLINE = "briefs_outline"
"""Where the outline of the text waits in ``doc.user_data`` for the rules."""

TEXT = "briefs_text"
"""The text in ``doc.user_data``, which spaCy would put together from its tokens every time."""

for _name in ("sections", "mentions", "expressions"):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=())


@functools.lru_cache(maxsize=4)
def shared_registry(paths: tuple[str, ...]) -> Registry:
    """The starter registry with further files; read once and shared by all components."""
    return load_registry(paths)


def make(name: str, registry: Sequence[str] = ()) -> Component:
    """The component of that factory name."""
    if name in PROPOSALS:
        return functools.partial(propose, rules=PROPOSALS[name], registry=tuple(registry))
    if name == "briefs_agreement":
        return functools.partial(settle, registry=tuple(registry))
    return {"briefs_lines": lines, "briefs_sections": sections, "briefs_dates": find_dates}[name]


def lines(doc: Doc) -> Doc:
    """Start a sentence after every line break, which no entity then crosses."""
    after_break = True
    for token in doc:
        if after_break and not token.is_space:
            token.is_sent_start = True
        after_break = "\n" in token.text or (after_break and token.is_space)
    return doc


def sections(doc: Doc) -> Doc:
    """Set ``doc._.sections``."""
    found = outline(_text(doc))
    doc._.sections = found.sections
    doc.user_data[OUTLINE] = found
    return doc


def _text(doc: Doc) -> str:
    if TEXT not in doc.user_data:
        doc.user_data[TEXT] = doc.text
    text: str = doc.user_data[TEXT]
    return text


def _page(doc: Doc, registry: tuple[str, ...]) -> Page:
    page = doc.user_data.get("briefs_page")
    if not isinstance(page, Page):
        page = doc.user_data["briefs_page"] = Page(_text(doc), shared_registry(registry))
        if OUTLINE in doc.user_data and page.text == page.given:
            page.outline = doc.user_data[OUTLINE]
    return page


def propose(doc: Doc, rules: Iterable[Rule], registry: tuple[str, ...]) -> Doc:
    """Add what the rules find to the proposals."""
    page = _page(doc, registry)
    waiting = doc.user_data.setdefault(SCRATCH, [])
    for rule in rules:
        waiting.extend(rule(page))
    return doc


def settle(doc: Doc, registry: tuple[str, ...]) -> Doc:
    """Settle the proposals and the entities of a model; set ``doc.ents`` and ``doc._.mentions``."""
    page = _page(doc, registry)
    proposals = doc.user_data.pop(SCRATCH, [])
    if doc.has_annotation("ENT_IOB"):
        model = [(e.start_char, e.end_char, e.label_) for e in doc.ents]
        proposals = list(beside(page, proposals, list(borrowed.from_model(page, model))))
    foreign = list(_foreign(page.text, doc._.sections))
    if foreign:
        proposals = [m for m in proposals if _may_stand(m, foreign)]
    doc._.mentions = tuple(agree(page, proposals))
    doc.user_data.pop("briefs_page", None)
    doc.user_data.pop(OUTLINE, None)
    doc.set_ents(list(_spans(doc, doc._.mentions)))
    return doc


def _foreign(text: str, parts: Sequence[Section]) -> Iterator[Section]:
    """The sections that are not in English."""
    for part in parts or (Section(0, len(text), "main"),):
        if language(text[part.start : part.end]) != "en":
            yield part


def _may_stand(mention: Mention, foreign: Iterable[Section]) -> bool:
    """In a section of another language only what the registry knows, and names in a caption."""
    for part in foreign:
        if part.start <= mention.start < part.end:
            return mention.rule in ("registry", "cyrillic-given-name") or part.kind == "caption"
    return True


def _spans(doc: Doc, mentions: Iterable[Mention]) -> Iterator[Span]:
    """The mentions as spaCy spans, where token boundaries allow."""
    reached = 0
    for mention in mentions:
        span = doc.char_span(
            mention.start, mention.end, mention.label, alignment_mode="expand", span_id=mention.rule
        )
        if span is not None and span.start >= reached:
            reached = span.end
            yield span


def find_dates(doc: Doc) -> Doc:
    """Set ``doc._.expressions`` and ``doc.spans["dates"]``."""
    text = _text(doc)
    parts = doc._.sections or (Section(0, len(text), "main"),)
    doc._.expressions = tuple(dates.recognise(text, parts))
    found = (
        doc.char_span(x.start, x.end, x.type, alignment_mode="expand") for x in doc._.expressions
    )
    doc.spans["dates"] = [span for span in found if span is not None]
    return doc

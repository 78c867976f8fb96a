"""The project's spaCy component factories, found through entry points.

Any spaCy in the environment may import this module, so it only declares: the components and
their lists are imported when a pipeline is built. Each factory takes ``registry``, the paths of
actor registry files to use on top of the starter registry.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

Component = Callable[[Doc], Doc]

RULES = ("briefs_names", "briefs_titles", "briefs_official_names", "briefs_events")
"""The components that propose mentions, in their order."""

ORDER = ("briefs_sections", *RULES, "briefs_agreement", "briefs_dates")
"""All components, in their order; a trained or foreign ``ner`` goes before them."""


def _make(name: str, **config: Any) -> Component:
    from tui.language import components

    made: Component = components.make(name, **config)
    return made


@Language.factory("briefs_decoder", default_config={"recogniser": "ner"}, assigns=["doc.ents"])
def briefs_decoder(nlp: Language, name: str, recogniser: str) -> Component:
    """Finds what the trained component of that name would find, in a quicker way."""
    from tui.language.decoding import Decoder

    return Decoder(nlp.get_pipe(recogniser))


@Language.factory("briefs_lines")
def briefs_lines(nlp: Language, name: str) -> Component:
    """Keeps a trained ``ner`` from running a name over the end of a line; goes before it."""
    return _make("briefs_lines")


@Language.factory("briefs_sections", assigns=["doc._.sections"])
def briefs_sections(nlp: Language, name: str) -> Component:
    """The article's parts with their own datelines, as ``doc._.sections``."""
    return _make("briefs_sections")


@Language.factory("briefs_names", default_config={"registry": []})
def briefs_names(nlp: Language, name: str, registry: Sequence[str]) -> Component:
    """Known names: the registry's, towns, regions, nations."""
    return _make("briefs_names", registry=registry)


@Language.factory("briefs_titles", default_config={"registry": []})
def briefs_titles(nlp: Language, name: str, registry: Sequence[str]) -> Component:
    """Persons by given name, title, role or shape."""
    return _make("briefs_titles", registry=registry)


@Language.factory("briefs_official_names", default_config={"registry": []})
def briefs_official_names(nlp: Language, name: str, registry: Sequence[str]) -> Component:
    """Organisations by official name, acronym or cue, and places by the noun beside them."""
    return _make("briefs_official_names", registry=registry)


@Language.factory("briefs_events", default_config={"registry": []})
def briefs_events(nlp: Language, name: str, registry: Sequence[str]) -> Component:
    """Events with a name of their own."""
    return _make("briefs_events", registry=registry)


@Language.factory(
    "briefs_agreement", default_config={"registry": []}, assigns=["doc.ents", "doc._.mentions"]
)
def briefs_agreement(nlp: Language, name: str, registry: Sequence[str]) -> Component:
    """Settles what all before it proposed and makes the article agree with itself."""
    return _make("briefs_agreement", registry=registry)


@Language.factory("briefs_dates", assigns=["doc.spans", "doc._.expressions"])
def briefs_dates(nlp: Language, name: str) -> Component:
    """Temporal expressions, as ``doc._.expressions`` and ``doc.spans["dates"]``; needs no other."""
    return _make("briefs_dates")

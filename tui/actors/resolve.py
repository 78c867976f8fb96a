"""From mentions to actors: who is meant, by which rule, and where nobody can be named surely.

Links are made on certain grounds only: a listed name, the key of a full name, an acronym that the
article explains, and a bare surname where exactly one person of the article fits. What is left
stays an actor of this article alone, or none, with the reason.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from tui.actors import keys
from tui.actors.metonyms import stands_for_state
from tui.actors.prepared import actor_id
from tui.actors.registry import Name, Registry
from tui.model import Actor, ActorKind, Label, Mention, Section

KINDS: dict[Label, ActorKind] = {
    **{"PERSON": "person", "ORG": "org", "GPE": "place", "LOC": "place"},
    **{"NORP": "group", "EVENT": "event"},
}
"""The kind of an actor that no registry knows, by the label of its mention."""

INITIALS_SKIP = frozenset(["of", "the", "and", "for", "in", "on", "to", "a"])


@dataclass(slots=True)
class _Link:
    """The actor of a mention, and why; ``name`` is what a new actor would be called.

    ``sharing`` are the actors that share the name, where it is not clear which is meant.
    """

    actor: str | None
    why: str
    name: str = ""
    sharing: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Article:
    """What the article itself tells: full names, their surnames, acronyms."""

    text: str
    registry: Registry
    sections: Sequence[Section]
    scope: str
    people: dict[str, dict[str, set[int]]] = field(default_factory=dict)
    first: dict[str, set[str]] = field(default_factory=dict)
    full: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    acronyms: dict[str, str] = field(default_factory=dict)
    long_orgs: dict[str, str] = field(default_factory=dict)

    def section(self, place: int) -> int:
        """The index of the section that a place is in."""
        for index, part in enumerate(self.sections):
            if part.start <= place < part.end:
                return index
        return -1


def clean(text: str) -> str:
    """A mention's words with single blanks and straight apostrophes."""
    return " ".join(text.replace("’", "'").split())


def resolve(
    text: str, mentions: Iterable[Mention], sections: Sequence[Section], registry: Registry
) -> tuple[tuple[Mention, ...], dict[str, Actor]]:
    """The mentions with ``actor``, ``metonym_of`` and ``why``, and the actors by id.

    Ids come from names alone, so that they are the same in every article and run. The id of a
    person known only by a surname ends in a mark of this text: it never links two articles.
    """
    mentions = tuple(mentions)
    scope = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    article = _Article(text, registry, sections, scope)
    links: dict[int, _Link] = {}
    # Names that explain themselves first, since the short forms refer to them.
    for index, mention in enumerate(mentions):
        if link := _by_itself(article, mention):
            links[index] = link
            _learn(article, mention, link)
    _learn_acronyms(article, mentions, links)
    here = {link.actor for link in links.values()}
    for index, mention in enumerate(mentions):
        name = clean(mention.text)
        if mention.label == "PERSON" and index in links:
            links[index] = _part_of_name(article, name) or links[index]
            continue
        if index not in links or (mention.label == "ORG" and name in article.acronyms):
            links[index] = _by_article(article, mention)
        elif len(fitting := links[index].sharing & here) == 1:
            links[index] = _shared(article, name, *fitting)
    resolved = tuple(
        replace(
            mention,
            actor=links[index].actor,
            why=links[index].why,
            metonym_of=stands_for_state(text, mention, links[index].actor, registry),
        )
        for index, mention in enumerate(mentions)
    )
    return resolved, _actors(registry, resolved, links)


def _by_itself(article: _Article, mention: Mention) -> _Link | None:
    """The link that needs nothing else from the article."""
    name = clean(mention.text)
    if mention.label == "PERSON":
        return _full_name(article, name) if len(name.split()) > 1 else None
    names = _fitting(article.registry.meant(name), mention.label)
    if len({n.actor for n in names}) > 1:
        shown = ", ".join(sorted(article.registry.actors[n.actor].name for n in names))
        sharing = frozenset(n.actor for n in names)
        return _Link(None, f"Several actors share the name {name}: {shown}.", sharing=sharing)
    if names:
        actor = article.registry.actors[names[0].actor]
        what = "a word for the people of" if mention.label == "NORP" else "a listed name of"
        return _Link(actor.id, f"“{name}” is {what} {actor.name}.")
    if mention.label == "NORP" and "-" in name:
        return _Link(None, f"“{name}” names more than one nation.")
    if mention.label == "ORG" and (name.isupper() or " " not in name):
        return None
    return _new(mention, name)


def _new(mention: Mention, name: str) -> _Link:
    identity = actor_id(KINDS[mention.label], name)
    return _Link(identity, f"“{name}” is not in the registry; same name, same actor.", name)


def _fitting(names: Sequence[Name], label: Label) -> list[Name]:
    """The listed names that a mention of that label can be."""
    same = [n for n in names if n.label == label]
    return same or [n for n in names if "PERSON" not in (n.label, label)]


def _full_name(article: _Article, name: str) -> _Link:
    """A person's full name: as listed, or by its key, or a new person."""
    registry = article.registry
    listed = {n.actor for n in registry.meant(name) if n.label == "PERSON"}
    key = keys.fold(name)
    why = f"“{name}” is a listed name of {{}}."
    if not listed:
        listed = {p for p in registry.people.get(key, ()) if _may_be(registry, p, name)}
        why = f"“{name}” has the same name key as {{}}: {key}."
    if len(listed) == 1:
        actor = registry.actors[next(iter(listed))]
        return _Link(actor.id, why.format(actor.name))
    if listed:
        return _Link(None, f"Several listed persons are called {name}.")
    identity = actor_id("person", name)
    return _Link(identity, f"“{name}” is not in the registry; its name key is {key}.", name)


def _may_be(registry: Registry, actor: str, name: str) -> bool:
    """Whether no patronymic speaks against it."""
    known = registry.actors[actor]
    return all(keys.compatible(name, n) for n in (known.name, *known.aliases))


def _learn(article: _Article, mention: Mention, link: _Link) -> None:
    """Keep what a full name or long name tells about its short forms."""
    if link.actor is None:
        return
    name = clean(mention.text)
    if mention.label == "PERSON":
        last = keys.surname(name)
        where = article.people.setdefault(last, {}).setdefault(link.actor, set())
        where.add(article.section(mention.start))
        article.full[name] = link.actor
        article.first.setdefault(keys.fold(name.split()[0]), set()).add(link.actor)
        article.names.setdefault(link.actor, link.name or article.registry.actors[link.actor].name)
    elif mention.label == "ORG" and " " in name:
        article.long_orgs[name] = link.actor


def _learn_acronyms(
    article: _Article, mentions: Sequence[Mention], links: dict[int, _Link]
) -> None:
    """ "Full Name (ABC)" explains ABC, whoever else is called so elsewhere."""
    for index, (long, short) in enumerate(pairwise(mentions)):
        between = article.text[long.end : short.start]
        if index not in links or not re.fullmatch(r"[\"”»]?\s*\((?:the )?[\"“«]?", between):
            continue
        actor = links[index].actor
        if not actor or article.text[short.end : short.end + 2].lstrip('"”»')[:1] != ")":
            continue
        known = links[index + 1].actor if index + 1 in links else None
        if known and actor not in article.registry.actors and _alike(article, long, known):
            why = f"“{clean(long.text)}” is explained by {clean(short.text)}, a listed name of "
            link = _Link(known, f"{why}{article.registry.actors[known].name}.")
            links |= {n: link for n, other in links.items() if other.actor == actor}
            article.long_orgs[clean(long.text)] = known
        else:
            article.acronyms.setdefault(clean(short.text), actor)


def _alike(article: _Article, mention: Mention, actor: str) -> bool:
    """Whether a long name may be another spelling of a listed actor's: half of its words are."""
    known = article.registry.actors.get(actor)
    words = _words(mention.text)
    forms = (known.name, *known.aliases) if known else ()
    return any(2 * len(words & _words(form)) >= max(2, len(words)) for form in forms)


def _words(name: str) -> set[str]:
    return set(keys.plain(name).split()) - INITIALS_SKIP


def _shared(article: _Article, name: str, actor: str) -> _Link:
    shown = article.registry.actors[actor].name
    return _Link(actor, f"Several actors are called {name}; only {shown} is named here.")


def _by_article(article: _Article, mention: Mention) -> _Link:
    """The link of a short form, by what the rest of the article says."""
    name = clean(mention.text)
    if mention.label == "PERSON":
        return _surname(article, mention, name)
    if name in article.acronyms:
        actor = article.acronyms[name]
        return _Link(actor, f"The article explains “{name}” in brackets.", name)
    fitting = {a for long, a in article.long_orgs.items() if _short_for(name, long)}
    if len(fitting) == 1:
        long = next(n for n, a in article.long_orgs.items() if a in fitting)
        return _Link(next(iter(fitting)), f"“{name}” is short for {long}, the only one here.", long)
    return _new(mention, name)


def _short_for(name: str, long: str) -> bool:
    """Whether a word is the initials, or the first or last word, of a longer name."""
    words = re.split(r"[\s-]+", long)
    if name.isupper() and len(name) > 1:
        initials = "".join(w[0] for w in words if w and w not in INITIALS_SKIP)
        return name == initials.upper()
    return name in (words[0], words[-1])


def _part_of_name(article: _Article, name: str) -> _Link | None:
    """Several words that end or begin one longer name of the article: Suu Kyi, Kim Jong."""
    own = article.full.get(name)
    if own in article.registry.actors:
        return None
    longer = {
        actor: full
        for full, actor in article.full.items()
        if actor != own and (full.endswith(f" {name}") or full.startswith(f"{name} "))
    }
    if len(longer) != 1:
        return None
    [(actor, full)] = longer.items()
    return _Link(actor, f"“{name}” is part of the name {full}, the only such one here.")


def _surname(article: _Article, mention: Mention, name: str) -> _Link:
    """A bare surname: the one person of this part, else of this article, else a listed one."""
    key = keys.fold(name)
    here = article.section(mention.start)
    everyone = article.people.get(key, {})
    near = {actor for actor, parts in everyone.items() if here in parts}
    fitting = near or set(everyone)
    listed = {p for p in article.registry.people.get(key, ())}
    if not fitting or (listed and not listed & fitting):
        fitting = fitting | listed
        why = f"“{name}” is a listed name of {{}}, and nobody else of that name is here."
    else:
        why = f"{{}} is the only person called {name} in this article."
    if len(fitting) == 1:
        actor = next(iter(fitting))
        shown = article.names.get(actor) or article.registry.actors[actor].name
        return _Link(actor, why.format(shown), "")
    if not fitting and len(begun := article.first.get(key, set())) == 1:
        # Thai, Ethiopian, Malay and other people are called by the first word of their names.
        actor = next(iter(begun))
        why = f"{article.names[actor]} is the only person here whose name begins with {name}."
        return _Link(actor, why)
    if fitting:
        return _Link(None, f"Several persons are called {name} here or in the registry.")
    identity = f"{actor_id('person', name)}@{article.scope}"
    return _Link(identity, f"Only the surname {name} is given; nobody else is linked to it.", name)


def _actors(
    registry: Registry, mentions: Sequence[Mention], links: Mapping[int, _Link]
) -> dict[str, Actor]:
    """All actors that the mentions name, the new ones called by their longest commonest form."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    kinds: dict[str, ActorKind] = {}
    proper: dict[str, str] = {}
    for index, mention in enumerate(mentions):
        if mention.actor:
            forms[mention.actor][clean(mention.text)] += 1
            if links[index].name:
                proper.setdefault(mention.actor, links[index].name)
            kinds.setdefault(mention.actor, KINDS[mention.label])
    found: dict[str, Actor] = {}
    for mention in mentions:
        if mention.metonym_of and mention.metonym_of in registry.actors:
            found[mention.metonym_of] = registry.actors[mention.metonym_of]
    for identity, seen in forms.items():
        if identity in registry.actors:
            found[identity] = registry.actors[identity]
            continue
        name = proper.get(identity) or max(seen, key=lambda form: (len(form.split()), seen[form]))
        found[identity] = Actor(
            identity, name, kinds[identity], tuple(f for f in seen if f != name)
        )
    return found

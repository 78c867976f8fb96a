"""Agreement within one article: one surface, one label; a surname takes the label of the name."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tui.language.rules.acronyms import in_brackets
from tui.language.rules.beside import OVER, UNDER
from tui.language.rules.bodies import HEADS
from tui.language.rules.names import PLACE_CUES
from tui.language.rules.page import JOINED, NEVER, POSSESSIVE, WORD, Page
from tui.language.rules.people import NUMERALS
from tui.language.rules.settle import SURE, settle
from tui.model import Label, Mention

ARTICLE = re.compile(r"^(?:al|el|ar|as|ash|ad|an|at|ul)-(?=[A-Z])")

GOES_ON = re.compile(r"[\w-]")
"""What shows that a name does not end there."""

CLEAR = 1.5
"""How many times as many votes a label must have to be given to all mentions of a surface."""

DOUBTED = 0.5
"""How sure a small place is where somebody of its name is spoken of."""

FIRM = 0.9
"""From this strength on a label is not outvoted by the rest of the article."""


def agree(page: Page, proposals: Iterable[Mention]) -> list[Mention]:
    """The mentions of the article: proposals settled, spread over it and brought to agreement."""
    proposals = [one for one in proposals if page.text[one.end : one.end + 1] != "$"]
    settled = settle(proposals)
    if namesakes := _namesakes(page, proposals, settled):
        proposals = [_doubted(page, one, namesakes) for one in proposals]
        settled = settle(proposals)
    spread = [
        *in_brackets(page, settled),
        *surnames(page, settled, namesakes),
        *short_forms(page, settled),
    ]
    settled = _one_label(settle([*proposals, *spread]))
    return _one_label(settle([*settled, *repeats(page, settled)]))


def surnames(
    page: Page, mentions: list[Mention], namesakes: frozenset[str] = frozenset()
) -> Iterator[Mention]:
    """The bare surnames of persons whose full names stand somewhere in the article.

    And the bare first words, by which Thai, Chinese, Ethiopian and other people are called. Of
    names that are places, too, only the ``namesakes`` count.
    """
    forms: dict[str, float] = {}
    for mention in mentions:
        words = page.text[mention.start : mention.end].split()
        if mention.label != "PERSON" or len(words) < 2:
            continue
        last = words[-1]
        bare = ARTICLE.sub("", last)
        if last in NUMERALS or len(last) < 3 or not bare[0].isupper():
            continue
        if _is_place(page, last) and last not in namesakes:
            continue
        # No surer than the full name is: a guess must not become a rule.
        strength = min(0.88, mention.strength)
        for form in (last, bare):
            forms[form] = max(forms.get(form, 0.0), strength)
        first = words[0]
        strange = page.common(first) or (_is_place(page, first) and first not in namesakes)
        if len(first) > 2 and first.isalpha() and not strange:
            forms.setdefault(first, min(strength, UNDER))
    for word in page.words:
        if word.text not in forms or (word.first and page.common(word.text)):
            continue
        start, strength = word.start, forms[word.text]
        if not page.alone(start, word.end, "PERSON"):
            start = _with_given_name(page, start, word.end)
            if start == word.start:
                continue
            strength = min(strength, UNDER)
        yield page.mention(start, word.end, "PERSON", "surname", strength)


def _is_place(page: Page, name: str) -> bool:
    names = page.registry.exact(name)
    return bool(names and names[0].label in ("GPE", "LOC", "NORP"))


def _is_well_known(page: Page, place: str) -> bool:
    """Whether a place is a country, a capital or a large town, by which nobody is called."""
    actors = [name.actor for name in page.registry.exact(place)]
    known = any(a.startswith("country:") or a in page.registry.stands_for for a in actors)
    return known or place in page.lists["large"]


def _namesakes(
    page: Page, proposals: Sequence[Mention], settled: Iterable[Mention]
) -> frozenset[str]:
    """Words that some people of the article are called by, though small places are, too.

    Something must have taken the bare word for a person: people are named after places.
    """
    called = {one.text for one in proposals if one.label == "PERSON"}
    full = (m.text.split() for m in settled if m.label == "PERSON")
    people = {w for words in full if len(words) > 1 for w in (words[0], words[-1])} & called
    return frozenset(word for word in people if not _is_well_known(page, word))


def _doubted(page: Page, one: Mention, namesakes: frozenset[str]) -> Mention:
    """A listed name, not as sure if it is a small place that somebody here is called by, too."""
    if one.rule != "registry":
        return one
    before = page.before(one.start)
    cued = before is not None and before.text in PLACE_CUES
    if one.label not in ("GPE", "LOC") or one.text not in namesakes or cued:
        return one
    return replace(one, strength=min(one.strength, DOUBTED))


def short_forms(page: Page, mentions: list[Mention]) -> Iterator[Mention]:
    """ "the Fund" after the Agriculture Fund; "Northrop" after Northrop Grumman.

    A kind of body counts only where its capital does not open a sentence, and the first word of a
    name only where nobody is called so.
    """
    long = [m.text.split() for m in mentions if m.label == "ORG" and m.strength >= SURE]
    heads = {w for words in long if len(words) > 1 for w in (words[0], words[-1]) if w in HEADS}
    people = {w for m in mentions if m.label == "PERSON" for w in m.text.split()}
    names = {words[0] for words in long if len(words) > 1 and _own_word(page, words[0])} - people
    for word in page.words:
        if word.text not in heads and word.text not in names:
            continue
        sure = not word.first and word.line not in page.headlines
        if (sure or word.text in names) and page.alone(word.start, word.end, "ORG"):
            strength = OVER if word.text in names else 0.56
            yield page.mention(word.start, word.end, "ORG", "short-form", strength)


def _own_word(page: Page, word: str) -> bool:
    """Whether a word belongs to nobody but the body that it is the first word of."""
    lists = page.lists
    if len(word) < 4 or not word.istitle() or page.common(word) or word in HEADS:
        return False
    taken = ("first", "last", "country", "city", "small", "towns", "norp", "loc", "title")
    return not page.registry.exact(word) and not any(word in lists[name] for name in taken)


def repeats(page: Page, mentions: list[Mention]) -> Iterator[Mention]:
    """Further occurrences of the surfaces that are mentions already."""
    label: dict[str, Mention] = {}
    for mention in mentions:
        text = page.text[mention.start : mention.end]
        ordinary = page.common(text) or (text.split()[0] in HEADS and " " not in text)
        if mention.strength >= SURE and not ordinary and len(text) > 2:
            label.setdefault(text, mention)
    forms: dict[str, list[str]] = defaultdict(list)
    for text in sorted(label, key=len, reverse=True):
        if first := WORD.match(text):
            forms[POSSESSIVE.sub("", first.group())].append(text)
    for word in page.words:
        for text in forms.get(word.text, ()):
            if page.text.startswith(text, word.start) and not GOES_ON.match(
                page.text, word.start + len(text)
            ):
                yield from _repeated(page, word.start, word.start + len(text), label[text])
                break


def _repeated(page: Page, start: int, end: int, model: Mention) -> Iterator[Mention]:
    """A further occurrence of a mention, unless it is a piece of a longer name."""
    if not page.alone(start, end, model.label):
        whole = _with_given_name(page, start, end) if model.label == "PERSON" else start
        if whole == start:
            return
        start = whole
    if not page.in_ballot(start, end):
        yield page.mention(start, end, model.label, "same-surface", 0.75 * model.strength)


def _with_given_name(page: Page, start: int, end: int) -> int:
    """Where a full name begins whose surname stands elsewhere alone; ``start`` if it does not."""
    before = page.before(start)
    after = JOINED.match(page.text, end)
    if before is None or before.end != start - 1 or not before.text.istitle():
        return start
    if before.text.endswith("."):
        return start
    if " " in page.text[start:end] or (after and after.group(1) not in NEVER):
        return start
    if before.text in page.lists["first"]:
        return before.start
    strange = page.common(before.text) or page.registry.exact(before.text)
    return start if strange or before.text in page.lists["title"] else before.start


def _one_label(mentions: list[Mention]) -> list[Mention]:
    """Every surface with the label that most of its mentions have, by strength."""
    votes: dict[str, Counter[Label]] = defaultdict(Counter)
    for mention in mentions:
        weight = mention.strength if mention.strength < FIRM else 10 * mention.strength
        votes[mention.text][mention.label] += weight  # type: ignore[assignment]
        words = mention.text.split()
        if mention.label == "PERSON" and len(words) > 1:
            # Whoever bears a name speaks for what is called by a part of it.
            for part in {words[0], words[-1]}:
                votes[part]["PERSON"] += mention.strength  # type: ignore[assignment]
    agreed = []
    for mention in mentions:
        if len(votes[mention.text]) == 1:
            agreed.append(mention)
            continue
        winner, weight = votes[mention.text].most_common(1)[0]
        clear = weight >= CLEAR * votes[mention.text][mention.label]
        if winner != mention.label and clear and mention.strength < FIRM:
            mention = replace(mention, label=winner, rule=f"{mention.rule}, agreement")
        agreed.append(mention)
    return agreed

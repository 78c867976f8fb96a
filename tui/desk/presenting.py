"""How a reading looks: marks for the reader, lines around the text, entries for the panel. Pure."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from tui import dates
from tui.annotations import Correction, locate
from tui.corrected import RULE, Placed
from tui.desk import warned, when
from tui.desk.glyphs import UNICODE, Glyphs
from tui.desk.marks import Layer, Mark
from tui.desk.widgets.panel import ACTORS, ANNOTATIONS, DATES, Entry, Words
from tui.desk.widgets.reader import Sheet
from tui.model import (
    Annotation,
    Article,
    ArticleState,
    Mention,
    Reading,
    Section,
    Timex,
    Version,
)
from tui.text import Outline, article_starts, one_line

LINK = re.compile(r"https?://[^\s<>\"”’)\]]+[^\s<>\"”’)\].,;:!?]")
"""An address in a text, without the punctuation after it."""

WEAK = 0.5
"""Below this strength a mention looks fainter."""

LETTERS = {"PERSON": "P", "ORG": "O", "GPE": "G", "LOC": "L", "NORP": "N", "EVENT": "E"}
"""The letter of each label: meaning never by colour alone."""

LABELS = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "country, city, region with a government",
    "LOC": "other place",
    "NORP": "nationality, faith, political group",
    "EVENT": "event",
}
"""What each label stands for, in words."""

KINDS = {"person": "P", "org": "O", "country": "G", "group": "N", "event": "E"}
"""The letter of an actor's kind, where that says more than its mentions' labels."""

CLEARED = "none"
"""How a reference date taken away on purpose is shown."""


def entity_marks(reading: Reading, hidden: Collection[str] = ()) -> list[Mark]:
    """Marks of the mentions; weak ones look fainter, labels in ``hidden`` are left out."""
    return [
        Mark(m.start, m.end, m.label.lower() + (" weak" if m.strength < WEAK else ""), m)
        for m in reading.mentions
        if m.label not in hidden
    ]


def date_marks(reading: Reading) -> list[Mark]:
    """Marks of the dates; those that are not sure look different."""
    return [
        Mark(t.start, t.end, "date" if t.doubt == "sure" else "date doubt", t)
        for t in reading.timexes
        if not t.value.endswith("_REF")
    ]


def link_marks(text: str) -> list[Mark]:
    """Marks of the addresses in a text."""
    return [Mark(m.start(), m.end(), "link", m.group()) for m in LINK.finditer(text)]


def placed(annotation: Annotation, version: Version) -> Annotation:
    """The annotation at its place in this version, where its passage is surely found there."""
    selector = annotation.selector
    if selector is None or selector.version == version.id:
        return annotation
    found = locate(selector, version.text, version.id)
    if found.how not in ("exact", "moved"):
        return annotation
    moved = replace(selector, start=found.start, end=found.end, version=version.id)
    return replace(annotation, selector=moved)


def annotation_marks(annotations: Sequence[Annotation], version: Version) -> list[Mark]:
    """Marks of the user's highlights and notes on passages of this version."""
    return [
        Mark(a.selector.start, a.selector.end, "annotation", a)
        for a in annotations
        if a.selector is not None and a.selector.version == version.id
    ]


def reference_words(
    section: Section, given: Mapping[int, str | None], index: int, stated: str | None = None
) -> str:
    """The reference date of a section with where it comes from: ``ref 2016-04-22 (stamp)``.

    ``stated`` is the date that the article's file gave, where the text prints none.
    """
    if index in given:
        return f"ref {given[index] or CLEARED} (yours)"
    if section.dateline:
        return f"ref {section.dateline.replace('T', ' ')} (stamp)"
    return f"ref {stated.replace('T', ' ')} (stated)" if stated else "ref none (no date found)"


def sheet(
    text: str,
    article: Article,
    outline: Outline,
    state: ArticleState,
    references: Mapping[int, str | None],
    notices: Sequence[str] = (),
    glyphs: Glyphs = UNICODE,
) -> Sheet:
    """The lines around a text: its head, and a rule before each embedded article."""
    sections, title_span = outline.sections, outline.title_span
    words: dict[int, list[tuple[str, str]]] = defaultdict(list)
    styles = [Mark(*title_span, "title")] if title_span[1] > title_span[0] else []
    stated = one_line(article.title)
    if stated and stated != one_line(text[slice(*title_span)].strip()):
        words[0].append((stated, "title"))
        styles = []
    after_title = title_span[1] if styles else 0
    while after_title < len(text) and text[after_title].isspace():
        after_title += 1
    dot = f" {glyphs.dot} "
    head = [one_line(article.source)] if article.source else []
    for index, section in enumerate(sections):
        if section.kind == "main":
            head.append(reference_words(section, references, index, article.dateline))
            break
    head += [f"#{one_line(tag)}" for tag in state.tags]
    words[after_title].append((dot.join(head), "meta"))
    words[after_title] += [(one_line(notice), "notice") for notice in notices]
    words[after_title].append(("", "meta"))
    starts = article_starts(sections)
    for index, section in enumerate(sections):
        if section.kind == "embedded":
            if starts[index] != index:
                continue  # The article above goes on behind a caption.
            reference = reference_words(section, references, index)
            label = f"{glyphs.rule * 3} another article{dot}{reference}"
            words[section.start] += [("", "meta"), (label, "meta")]
            stop = text.find("\n", section.start, section.end)
            styles.append(Mark(section.start, section.end if stop < 0 else stop, "heading"))
        elif section.kind in ("caption", "source"):
            styles.append(Mark(section.start, section.end, "caption"))
    return Sheet(text, dict(words), Layer.of(styles))


def actor_entries(
    reading: Reading, counts: Mapping[str, int], analysed: int, extra: Sequence[Entry] = ()
) -> list[Entry]:
    """The actors of an article, most mentioned first, with the other spellings met.

    ``extra`` are further entries on names, after the actors.
    """
    groups: dict[str, list[Mention]] = defaultdict(list)
    for mention in reading.mentions:
        groups[mention.actor or f"?{mention.label} {mention.text}"].append(mention)
    entries: list[Entry] = [_heading(ACTORS, "Actors", len(groups))]
    for id, mentions in sorted(groups.items(), key=lambda g: (-len(g[1]), g[1][0].start)):
        actor = reading.actors.get(id)
        spellings = Counter(one_line(m.text) for m in mentions)
        name = one_line(actor.name) if actor else next(iter(spellings))
        # A place is no nation, however often its people are named.
        labels = Counter(m.label for m in mentions)
        label = max(labels, key=lambda one: (one != "NORP", labels[one]))
        letter = KINDS.get(actor.kind if actor else "", LETTERS[label])
        first: Words = (
            (f"{letter} ", "kind"),
            (name, "name"),
            (f" ×{len(mentions)}" if len(mentions) > 1 else "", "meta"),
        )
        if any(mention.rule == RULE for mention in mentions):
            first = (*first, (f" {RULE}", "doubt"))
        lines = [first]
        others = [spelling for spelling in spellings if spelling != name]
        if others:
            lines.append((("  " + ", ".join(others), "meta"),))
        elsewhere = counts.get(id, 1) - 1 if actor else 0
        if elsewhere > 0:
            lines.append(((f"  also in {elsewhere} of {analysed} analysed", "meta"),))
        entries.append(Entry(ACTORS, tuple(lines), id))
    entries += extra
    if len(entries) == 1:
        entries.append(Entry(ACTORS, ((("  none found", "meta"),),)))
    return entries


def date_entries(timexes: Sequence[Timex], extra: Sequence[Entry] = ()) -> list[Entry]:
    """The dates of an article under their heading, after ``extra`` entries on them."""
    dated = [timex for timex in timexes if not timex.value.endswith("_REF")]
    entries = [_heading(DATES, "Dates", len(dated)), *extra, *when.date_entries(dated)]
    if len(entries) == 1:
        entries.append(Entry(DATES, ((("  none found", "meta"),),)))
    return entries


def annotation_entries(annotations: Sequence[Annotation], version: Version) -> list[Entry]:
    """The user's notes and highlights, in the order of the text; lost passages say so."""
    entries = [_heading(ANNOTATIONS, "Notes", len(annotations))]
    for annotation in annotations:
        lines = annotation_lines(annotation)
        if annotation.selector is not None and annotation.selector.version != version.id:
            lost: Words = (("  not surely found in this version of the text", "warning"),)
            lines = (*lines, lost)
        entries.append(Entry(ANNOTATIONS, lines, annotation))
    if len(entries) == 1:
        entries.append(Entry(ANNOTATIONS, ((("  none; v in the text begins one", "meta"),),)))
    return entries


def annotation_lines(annotation: Annotation) -> tuple[Words, ...]:
    """The lines of one annotation: quote, note, tags."""
    lines: list[Words] = []
    if annotation.selector is not None:
        lines.append(((f"“{one_line(annotation.selector.exact)}”", "quote"),))
    else:
        lines.append((("on the article", "meta"),))
    lines += [((f"  {one_line(line)}", "note"),) for line in annotation.note.split("\n") if line]
    if annotation.tags:
        tags = " ".join(f"#{one_line(tag)}" for tag in annotation.tags)
        lines.append(((f"  {tags}", "tag"),))
    return tuple(lines)


def _heading(part: int, words: str, count: int) -> Entry:
    """The heading of a part of the panel; a blank line above all but the first."""
    line: Words = ((f"{part + 1} {words}", "heading"), (f" {count}", "meta"))
    return Entry(part, (line,) if part == 0 else ((), line))


def described(item: object, reading: Reading | None) -> str:
    """An item in a line: its label and actor, its value and doubt, or its note."""
    if isinstance(item, Mention):
        actor = reading.actors.get(item.actor or "") if reading else None
        return f"{item.label}  {actor.name if actor else item.text}  (w: why)"
    if isinstance(item, Timex):
        return f"{item.type}  {when.shown_value(item)}  {when.doubt_words(item)}  (w: why)"
    if isinstance(item, str):
        return f"{item}  (Enter follows, y copies)"
    if isinstance(item, Annotation):
        tags = " ".join(f"#{tag}" for tag in item.tags)
        return f"{item.note.splitlines()[0] if item.note else 'highlight'}  {tags}"
    return ""


def reasons(item: object, text: str = "", warnings: Sequence[dates.Warning] = ()) -> list[str]:
    """Why an item of a text is what it is: the rule, the link or the reference, and the doubt."""
    if isinstance(item, Mention):
        if item.rule == RULE:
            found = f"{item.label}: you said so (E corrects it)."
        else:
            sure = (
                "sure" if item.strength >= 0.8 else "likely" if item.strength >= WEAK else "a guess"
            )
            found = f"{item.label}, found by {item.rule} ({sure})."
        return [one_line(item.text), found, item.why or "Linked to no known actor."]
    if isinstance(item, Timex):
        return when.reasons(item, warnings)
    if isinstance(item, dates.Warning):
        return warned.reasons(item, text)
    if isinstance(item, Placed | Correction):
        return when.correction_reasons(item)
    return []

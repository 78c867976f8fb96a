"""What ``y`` takes: quotes with their source, notes, links, whole texts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.corrected import leading_section, references_of
from tui.desk.clipboard import Clipboard
from tui.desk.when import shown_value
from tui.desk.widgets.panel import Entry
from tui.library import Row
from tui.model import Annotation, Article, Timex

if TYPE_CHECKING:
    from tui.desk.paper import Paper
    from tui.desk.screens.main import DeskScreen


def quoted(passage: str, article: Article) -> str:
    """A passage with where it is from: “quote” (title, source, date)."""
    words = " ".join(passage.split())
    where = [article.title, article.source, (article.dateline or "")[:10]]
    return f"“{words}” ({', '.join(part for part in where if part)})"


def noted(annotation: Annotation, article: Article) -> str:
    """What an annotation marks, quoted, and its note."""
    parts = [quoted(annotation.selector.exact, article)] if annotation.selector else []
    return "\n".join([*parts, *filter(None, [annotation.note])])


def headline(row: Row) -> str:
    """Title, source and, where it is known, date of an article."""
    parts = [row.title, row.source, row.date[:10] if row.dated else ""]
    return ", ".join(part for part in parts if part)


def entry_words(entry: Entry, article: Article) -> str:
    """An entry of the panel: a note, a date with the words for it, else its lines as they stand."""
    if isinstance(entry.item, Annotation):
        return noted(entry.item, article)
    if isinstance(entry.item, Timex):
        return f"{shown_value(entry.item)}: {quoted(entry.item.text, article)}"
    lines = ("".join(words for words, _ in line) for line in entry.lines)
    return "\n".join(" ".join(line.split()) for line in lines)


def cited(paper: Paper, offset: int) -> Article:
    """The article as a passage of it is cited: with the date of that part of it.

    That is the user's reference date, if any; an embedded article has a date of its own.
    """
    sections = paper.outline.sections
    lead = leading_section(sections, offset)
    references = references_of(sections, paper.article.dateline, paper.references)
    return replace(paper.article, dateline=references.get(lead, sections[lead].dateline))


class Yanking:
    """Puts text on the clipboard, and says what became of it."""

    def __init__(self, desk: DeskScreen) -> None:
        """The register is empty at first."""
        self._desk = desk
        self._clipboard = Clipboard(desk.services.folder / "yanked.txt", self._send)

    def _send(self, sequence: str) -> None:
        driver = self._desk.app._driver
        if driver is not None:
            driver.write(sequence)

    def _take(self, text: str) -> None:
        self._desk.say(self._clipboard.yank(text))

    def item(self) -> None:
        """The current item of the pane; in the text else the sentence at the point."""
        desk, paper = self._desk, self._desk.paper
        if paper is None:
            return
        current = desk.reader.current
        if desk.pane is desk.panel:
            if desk.panel.current is not None:
                item = desk.panel.current.item
                offset = item.start if isinstance(item, Timex) else 0
                if isinstance(item, Annotation) and item.selector is not None:
                    offset = item.selector.start
                self._take(entry_words(desk.panel.current, cited(paper, offset)))
        elif current is None:
            self.around("sentence")
        elif isinstance(current.item, Annotation):
            self._take(noted(current.item, cited(paper, current.start)))
        elif current.style == "link":
            self.link()
        else:
            self._quote(current.start, current.end)

    def _quote(self, start: int, end: int) -> None:
        paper = self._desk.paper
        if paper is not None:
            self._take(quoted(paper.version.text[start:end], cited(paper, start)))

    def around(self, kind: str) -> None:
        """The sentence or paragraph at the point."""
        point = max(0, self._desk.reader.point)
        for start, end in self._desk.spanning.objects(kind):
            if end > point:
                self._quote(start, end)
                return

    def span(self) -> None:
        """The passage being marked."""
        span = self._desk.spanning.span
        if span is not None:
            self._desk.spanning.stop()
            self._quote(*span)

    def article(self) -> None:
        """The whole text."""
        if self._desk.paper is not None:
            self._take(self._desk.paper.version.text)

    def link(self) -> None:
        """The link that is the current item, else the article's address."""
        desk, paper = self._desk, self._desk.paper
        current = desk.reader.current
        if paper is None:
            return
        if current is not None and current.style == "link":
            self._take(paper.version.text[current.start : current.end])
        elif paper.article.address:
            self._take(paper.article.address)
        else:
            desk.say("The article has no address.")

    def row(self) -> None:
        """Title, source and date of the article under the cursor."""
        row = self._desk.list.current
        if row is not None:
            self._take(headline(row))

"""What ``y`` takes: quotes with their source, notes, links, whole texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.desk.clipboard import Clipboard
from tui.model import Annotation, Article

if TYPE_CHECKING:
    from tui.desk.screens.main import DeskScreen


def quoted(passage: str, article: Article) -> str:
    """A passage with where it is from: “quote” (title, source, date)."""
    words = " ".join(passage.split())
    where = [article.title, article.source, (article.dateline or "")[:10]]
    return f"“{words}” ({', '.join(part for part in where if part)})"


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
        """The current item, or the sentence at the point."""
        desk, paper = self._desk, self._desk.paper
        if paper is None:
            return
        item: object = desk.reader.current.item if desk.reader.current else None
        if desk.pane is desk.panel:
            item = desk.panel.current.item if desk.panel.current else None
        if isinstance(item, Annotation):
            self._annotation(item, paper.article)
        elif desk.reader.current is not None and desk.pane is desk.reader:
            mark = desk.reader.current
            self._quote(mark.start, mark.end)
        else:
            self.around("sentence")

    def _annotation(self, annotation: Annotation, article: Article) -> None:
        parts = [quoted(annotation.selector.exact, article)] if annotation.selector else []
        parts += [annotation.note] if annotation.note else []
        self._take("\n".join(parts))

    def _quote(self, start: int, end: int) -> None:
        paper = self._desk.paper
        if paper is not None:
            self._take(quoted(paper.version.text[start:end], paper.article))

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
            parts = [row.title, row.source, row.date[:10] if row.dated else ""]
            self._take(", ".join(part for part in parts if part))

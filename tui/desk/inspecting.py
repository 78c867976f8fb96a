"""What the current item is and what can be done with it: say, explain, follow, put right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui import dates
from tui.annotations import section_key
from tui.corrected import Placed, leading_section
from tui.desk import presenting
from tui.desk.marks import Mark
from tui.desk.services import Bench
from tui.desk.widgets.prompt import Suggestion
from tui.desk.widgets.reader import DATES
from tui.model import Annotation, Change, Mention, Timex
from tui.text import article_starts

if TYPE_CHECKING:
    from tui.desk.screens.annotations import Found
    from tui.desk.screens.main import DeskScreen


class Inspecting:
    """Looks at the current item of reader or panel."""

    def __init__(self, desk: DeskScreen) -> None:
        """For this desk."""
        self._desk = desk

    def describe(self, mark: Mark) -> None:
        """Say in the foot what an item is."""
        reading = self._desk.paper.reading if self._desk.paper else None
        self._desk.say(presenting.described(mark.item, reading))

    def why(self) -> None:
        """Say why the current item is highlighted, linked or dated so."""
        desk = self._desk
        paper = desk.paper
        item: object = None
        if desk.pane is desk.panel:
            item = desk.panel.current.item if desk.panel.current else None
            if isinstance(item, str) and paper is not None and paper.reading is not None:
                item = next((m for m in paper.reading.mentions if m.actor == item), None)
        elif desk.reader.current is not None:
            item = desk.reader.current.item
        text = paper.version.text if paper else ""
        if lines := presenting.reasons(item, text, paper.warnings if paper else ()):
            from tui.desk.screens.info import Info

            desk.app.push_screen(Info("Why", lines))
        else:
            desk.say("Choose a name or a date first: ]e or ]d.")

    def spot(self, item: object) -> Mark | None:
        """Where an entry of the panel on dates or corrections is in the text; None if nowhere.

        Of several words that speak against a date, those after the current ones.
        """
        reader = self._desk.reader
        if isinstance(item, Placed):
            return Mark(item.start, item.end, "date", item)
        if not isinstance(item, dates.Warning) or not item.evidence:
            return None
        at = reader.current.start if reader.current is not None else -1
        start, end = next((span for span in item.evidence if span[0] > at), item.evidence[0])
        there = [
            m for m in reader.marks[DATES].over(start, end) if (m.start, m.end) == (start, end)
        ]
        return there[0] if there else Mark(start, end, "date", item)

    def follow(self) -> None:
        """Show the current item in the panel; a link goes to the user's opener, or is copied."""
        desk, mark = self._desk, self._desk.reader.current
        if mark is None or self._desk.paper is None:
            return
        if mark.style == "link":
            address = self._desk.paper.version.text[mark.start : mark.end]
            if desk.settings.opener:
                desk.changes.open_outside(desk.settings.opener, address)
            else:
                desk.yanking.link()
            return
        wanted: object = mark.item
        if isinstance(wanted, Mention):
            wanted = wanted.actor or f"?{wanted.label} {wanted.text}"
        for number, entry in enumerate(desk.panel.entries):
            if entry.item is not None and entry.item == wanted:
                desk.panel.move_to(number)
                desk.go_to(desk.panel)
                return

    def show_annotations(self) -> None:
        """All annotations of the library; the chosen one is opened at its passage."""
        from tui.desk.screens.annotations import Annotations

        desk = self._desk

        def work(bench: Bench) -> list[Found]:
            found = bench.notebook.annotations()
            keys = bench.library.listing.keys_of({a.article for a in found})
            rows = bench.library.listing.rows(list(keys.values()))
            titles = {row.article: row.title for row in rows}
            return [(a, titles.get(a.article, "(no longer in the library)")) for a in found]

        def chosen(annotation: Annotation | None) -> None:
            if annotation is not None:
                selector = annotation.selector
                desk.opened.open(annotation.article, selector.start if selector else 0)
                desk.go_to(desk.reader)

        screen = Annotations()
        desk.app.push_screen(screen, chosen)
        desk.changes.background(work, screen.fill)

    def ask_reference(self) -> None:
        """Ask for the reference date of the article or embedded article that is being read.

        In the panel it is that of the date or warning under the cursor. A day in which the text
        would be right is offered.
        """
        desk = self._desk
        paper = desk.paper
        if paper is None:
            return
        sections = paper.outline.sections
        item = desk.panel.current.item if desk.pane is desk.panel and desk.panel.current else None
        if isinstance(item, dates.Warning):
            index = leading_section(sections, sections[item.section].start)
        else:
            at = item.start if isinstance(item, Timex) else desk.reader.point
            index = leading_section(sections, max(0, at))
        section = sections[index]
        starts = article_starts(sections)
        better = [w.suggestion for w in paper.warnings if starts[w.section] == index]
        offered = [
            Suggestion(day, day, "fits the text")
            for day in dict.fromkeys(better)
            if day and "/" not in day
        ]
        now = paper.references.get(index, section.dateline or paper.article.dateline)
        id, title, key = paper.article.id, paper.article.title, section_key(sections, section)

        def done(line: str) -> None:
            wanted = line.strip()

            def work(bench: Bench) -> Change | None:
                if not wanted:
                    return bench.corrections.clear_reference(id, key, title=title)
                value = None if wanted == "none" else wanted
                return bench.corrections.set_reference(id, value, key, title=title)

            desk.changes.make(work)

        what = "this embedded article" if section.kind == "embedded" else "the article"
        hint = "YYYY-MM-DD, none, or empty for the stamp"
        value = (now or "none")[:10]
        desk.ask(f"Reference date of {what}", done, value, lambda _: offered, hint=hint)

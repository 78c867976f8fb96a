"""The base of all panes: a widget that paints numbered lines on demand.

Only what is in view is painted, whatever the number of lines, and a change repaints only the
lines it touches. Textual's own ScrollView would add scroll bars and a layout pass.
"""

from __future__ import annotations

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.desk import scrolling

WHEEL = 3
"""Lines that a turn of the wheel scrolls."""


class LineView(Widget, can_focus=True, inherit_bindings=False):
    """A pane of numbered lines; ``top`` is the number of the first one in view."""

    top: int = 0
    _painted_size: Size | None = None

    def __init__(self, id: str | None = None) -> None:
        """Lines are shown from the first on."""
        super().__init__(id=id)
        self._looks: dict[tuple[str, ...], Style] = {}

    class Clicked(Message):
        """A line was clicked, where the mouse is switched on."""

        def __init__(self, view: LineView, line: int) -> None:
            """``line`` is its number."""
            super().__init__()
            self.view, self.line = view, line

    @property
    def line_count(self) -> int:
        """How many lines there are."""
        raise NotImplementedError

    def has_line(self, number: int) -> bool:
        """Whether there is a line of this number."""
        return 0 <= number < self.line_count

    def within(self, top: int) -> int:
        """The line to put first for ``top``, so that the view stays inside the lines."""
        if not self.has_line(top + self.height - 1):
            top = min(top, self.line_count - self.height)
        return max(0, top)

    def paint(self, number: int, width: int) -> list[Segment]:
        """The segments of one line, at most ``width`` cells; the rest is left blank."""
        raise NotImplementedError

    @property
    def height(self) -> int:
        """Lines in view."""
        return max(1, self.size.height)

    def look(self, *names: str) -> Style:
        """The style of component classes laid over each other, without the background below."""
        if names not in self._looks:
            style = Style()
            for name in names:
                style += self.get_component_rich_style(name, partial=True)
            self._looks[names] = style
        return self._looks[names]

    def notify_style_update(self) -> None:
        """A new theme, perhaps: forget the mixed styles."""
        self._looks.clear()
        super().notify_style_update()

    def put(self, shown: bool) -> None:
        """Show or hide the pane. The layout that follows paints it whole: once is enough."""
        if self.display != shown:
            self.display = shown
            self._repaint_regions.clear()

    def watch_has_focus(self, has_focus: bool) -> None:
        """Paint what looks different with the keys: by default nothing.

        Textual would have the whole pane styled anew and sent again.
        """

    def on_focus(self, event: events.Focus) -> None:
        """Take the keys."""
        event.prevent_default()
        self.has_focus = True

    def on_blur(self, event: events.Blur) -> None:
        """Give the keys away."""
        event.prevent_default()
        self.has_focus = False

    @property
    def size(self) -> Size:
        """The size of the contents; Textual works it out from all ancestors each time, and
        every line asks for it."""
        return super().size if self._painted_size is None else self._painted_size

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint the lines of a region (Textual's own way in)."""
        self._painted_size = super().size
        try:
            return super().render_lines(crop)
        finally:
            self._painted_size = None

    def render_line(self, y: int) -> Strip:
        """Paint the line at row ``y`` of the view (Textual's line API)."""
        width, number = self.size.width, self.top + y
        if not self.has_line(number):
            return Strip.blank(width)
        segments = self.paint(number, width)
        length = sum(segment.cell_length for segment in segments)
        if length > width:
            return Strip(segments, length).crop(0, width)
        if length < width:
            segments.append(Segment(" " * (width - length)))
        return Strip(segments, width)

    def repaint(self, lines: Iterable[int]) -> None:
        """Paint these lines anew if they are in view."""
        regions = [
            Region(0, number - self.top, self.size.width, 1)
            for number in dict.fromkeys(lines)
            if self.top <= number < self.top + self.size.height
        ]
        if regions:
            self.refresh(*regions)

    def scroll_top(self, top: int) -> bool:
        """Put line ``top`` first, as far as the lines go; True if the view moved."""
        top = self.within(top)
        if top == self.top:
            return False
        step, self.top = top - self.top, top
        if scrolling.scroll(self, step):
            new = range(self.height - step, self.height) if step > 0 else range(-step)
            self.repaint(self.top + row for row in new)
        else:
            self.refresh()
        return True

    def bring_into_view(self, first: int, last: int | None = None, margin: int = 0) -> bool:
        """Scroll as little as needed to see lines ``first`` to ``last``."""
        last = first if last is None else last
        top = self.top
        if last + margin >= top + self.height:
            top = last + margin - self.height + 1
        if first - margin < top:
            top = first - margin
        return self.scroll_top(top)

    def on_click(self, event: events.Click) -> None:
        """Tell which line was clicked."""
        line = self.top + event.y - self.gutter.top
        if self.has_line(line):
            self.post_message(self.Clicked(self, line))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll by the wheel."""
        event.stop()
        self.scroll_top(self.top + WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll by the wheel."""
        event.stop()
        self.scroll_top(self.top - WHEEL)

    def on_resize(self, event: events.Resize) -> None:
        """Keep the view inside its lines."""
        self.scroll_top(self.top)

"""The application: opens what the desk stands on and shows the first screen."""

from __future__ import annotations

import os
from pathlib import Path

from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.filter import Monochrome, NoColor

from tui import home
from tui.desk import backing_up, keymap, themes
from tui.desk.commands import load_all
from tui.desk.ending import EndingApp
from tui.desk.frames import FrameDriver
from tui.desk.glyphs import reverses_italics
from tui.desk.screens.main import DeskScreen
from tui.desk.services import Services, worker_command
from tui.settings import Settings, SettingsError


class Desk(EndingApp, inherit_bindings=False):
    """The desk: settings, theme, services, first screen; nothing else."""

    TITLE = "briefs-tui"
    ENABLE_COMMAND_PALETTE = False
    CSS_PATH = [str(home.carried("styles") / name) for name in ("base.tcss", "main.tcss")]

    def __init__(
        self,
        folder: Path | None = None,
        settings: Settings | None = None,
        paths: list[str] | None = None,
        worker: list[str] | None = None,
    ) -> None:
        """``folder`` holds the user's data; ``paths`` are shown instead of the whole library.

        ``worker`` is the language worker's command, the project's own by default. Raises
        :class:`SettingsError` where the settings name a theme that there is not.
        """
        folder = folder or home.data_folder()
        super().__init__(folder)
        self.settings = settings or Settings()
        self.animation_level = "none"
        self.themes = themes.load_all(folder / "themes")
        for theme in self.themes:
            self.register_theme(theme)
        known = [theme.name for theme in self.themes]
        if self.settings.theme not in known:
            raise SettingsError(
                f"{home.settings_file()}: '{self.settings.theme}' is not a theme; "
                f"known are {', '.join(known)}."
            )
        colours = self.console.color_system
        self.theme = themes.choose(self.settings.theme, colours, self.no_color)
        self.stylesheet.set_variables(self.get_css_variables())
        if self.no_color:
            # Textual chose shades of grey before it knew of the theme; here there is no colour.
            greys = [each for each in self._filters if isinstance(each, Monochrome)]
            self._filters = [each for each in self._filters if each not in greys] + [NoColor()]
        if reverses_italics(os.environ):
            self.add_class("-upright")
        self.commands = keymap.apply(self.settings, load_all())
        command = worker or worker_command(self.settings)
        self.services = Services(folder, command)
        self._paths = paths or []

    def get_driver_class(self) -> type[Driver]:
        """In a terminal our own; another where Textual's environment asks for one (a browser)."""
        chosen = super().get_driver_class()
        return FrameDriver if chosen is LinuxDriver else chosen

    def refresh_css(self, animate: bool = True) -> None:
        """Parse the styles again only where their variables changed: not once more at the start."""
        if self.get_css_variables() != self.stylesheet._variables:
            super().refresh_css(animate)

    def on_mount(self) -> None:
        """Show the desk."""
        self.push_screen(
            DeskScreen(self.services, self.settings, self.commands, self._paths, self.size)
        )
        self.set_timer(backing_up.FIRST, self._back_up)
        self.set_interval(backing_up.AGAIN, self._back_up)

    def _back_up(self) -> None:
        """Make the automatic backup if it is due; a word only where it cannot be made."""

        async def wait() -> None:
            said = await backing_up.back_up(self.services.folder, self.settings)
            for screen in self.screen_stack if said else ():
                if isinstance(screen, DeskScreen):
                    screen.say(said, problem=True)

        self.run_worker(wait(), group="backup")

    def leave(self) -> None:
        """End the desk once all that was begun is kept, whatever screen is shown."""
        for screen in self.screen_stack:
            if isinstance(screen, DeskScreen):
                screen.leave()
                return
        self.exit()

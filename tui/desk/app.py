"""The application: opens what the desk stands on and shows the first screen."""

from __future__ import annotations

from pathlib import Path

from textual.app import App

from tui import home
from tui.desk.screens.main import DeskScreen
from tui.desk.services import Services, worker_command
from tui.desk.themes import THEMES
from tui.settings import Settings, SettingsError


class Desk(App[None], inherit_bindings=False):
    """The desk: settings, theme, services, first screen; nothing else."""

    TITLE = "briefs-tui"
    ENABLE_COMMAND_PALETTE = False
    CSS_PATH = [str(path) for path in sorted(home.carried("styles").glob("*.tcss"))]

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
        super().__init__()
        self.settings = settings or Settings()
        self.animation_level = "none"
        for theme in THEMES:
            self.register_theme(theme)
        known = [theme.name for theme in THEMES]
        if self.settings.theme not in known:
            raise SettingsError(
                f"{home.settings_file()}: '{self.settings.theme}' is not a theme; "
                f"known are {', '.join(known)}."
            )
        self.theme = self.settings.theme
        command = worker or worker_command(self.settings)
        self.services = Services(folder or home.data_folder(), command)
        self._paths = paths or []

    def on_mount(self) -> None:
        """Show the desk."""
        self.push_screen(DeskScreen(self.services, self.settings, self._paths))

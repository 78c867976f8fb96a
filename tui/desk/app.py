"""The application: opens what the desk stands on and shows the first screen."""

from __future__ import annotations

from textual.app import App


class Desk(App[None]):
    """The desk."""

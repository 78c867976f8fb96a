"""The desk in a browser: textual-serve, for one person who holds the key.

textual-serve alone answers whoever reaches its port: any user of the machine, and any page in
any browser there, since browsers let pages open web sockets anywhere. So all that is asked
needs a key, which is in the address that is told at the start, and must come from the desk's
own page. That page is kept from asking for anything elsewhere, such as fonts.
"""

from __future__ import annotations

import hmac
import logging
import shlex
import sys
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Final
from urllib.parse import urlsplit

from aiohttp import web
from textual_serve.server import Server

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_HEADERS: Final = {
    "Content-Security-Policy": "default-src 'self'; style-src 'self' 'unsafe-inline'; "
    "script-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
}


class DeskServer(Server):
    """Serves the program ``command`` on one address; ``started`` is called with its URL."""

    def __init__(
        self,
        command: Sequence[str],
        host: str,
        port: int,
        key: str,
        started: Callable[[str], None],
    ) -> None:
        """``key`` is the secret that the browser has to show."""
        super().__init__(shlex.join(command), host=host, port=port, title="briefs-tui")
        self._key = key
        self._cookie = f"briefs-tui-{port}"
        self._started = started

    def initialize_logging(self) -> None:
        """Warnings only, and never the values of variables, as textual-serve would."""
        logging.basicConfig(level="WARNING", format="%(message)s", stream=sys.stderr)

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(self._guard)
        return app

    async def on_startup(self, app: web.Application) -> None:
        """No banner: nothing listens yet."""

    def serve(self, debug: bool = False) -> None:
        """Serve until interrupted; raises OSError where the address cannot be taken."""
        self.initialize_logging()
        host = f"[{self.host}]" if ":" in self.host else self.host
        url = f"http://{host}:{self.port}/?key={self._key}"
        web.run_app(
            self._make_app(),
            host=self.host,
            port=self.port,
            access_log=None,
            print=lambda *_: self._started(url),  # called when the address is open
        )

    async def handle_index(self, request: web.Request) -> Any:
        """The page, under the name by which it was asked for: tunnels change ports."""
        self.public_url = f"{request.scheme}://{request.host}"
        return await super().handle_index(request)

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        shown = request.query.get("key")
        if request.path == "/" and shown is not None and self._fits(shown):
            response: web.StreamResponse = web.HTTPFound("/")
            response.set_cookie(self._cookie, shown, httponly=True, samesite="Strict")
        elif not self._fits(request.cookies.get(self._cookie, "")):
            response = web.Response(
                status=403, text="The address needs the key that briefs-tui showed at its start."
            )
        elif not _from_own_page(request):
            response = web.Response(status=403, text="This was not asked by the desk's own page.")
        else:
            response = await handler(request)
        if not response.prepared:
            response.headers.update(_HEADERS)
        return response

    def _fits(self, key: str) -> bool:
        return hmac.compare_digest(key.encode(), self._key.encode())


def _from_own_page(request: web.Request) -> bool:
    """Whether a browser says so, or is no browser: only those send another page's origin."""
    origin = request.headers.get("Origin")
    return origin is None or urlsplit(origin).netloc == request.host

"""``briefs-tui serve``: the desk in a browser, on this machine unless told otherwise."""

from __future__ import annotations

import argparse
import ipaddress
import os
import secrets
import sys
from pathlib import Path

from tui import home
from tui import settings as settings_module
from tui.cli.output import complain, fail


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to show, and on which address."""
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="files and folders to show instead of the library"
    )
    parser.add_argument("--host", default="127.0.0.1", help="address; default 127.0.0.1")
    parser.add_argument("--port", type=int, default=8000, help="default 8000")
    parser.add_argument(
        "--allow-remote",
        action="store_true",
        help="allow an address that other machines can reach; nothing is encrypted",
    )


def run(args: argparse.Namespace) -> int:
    """Serve until interrupted; each browser window is a desk of its own on the same library."""
    if not _is_loopback(args.host) and not args.allow_remote:
        complain(
            f"{args.host} may be reached from other machines, and nothing is encrypted: use an "
            "SSH tunnel to 127.0.0.1, or give --allow-remote if you know what you do."
        )
        return 2
    for path in args.paths:
        if not os.path.lexists(Path(path).expanduser()):
            return fail(f"{path}: there is no such file or folder.")
    settings_module.load()  # a mistake in the settings is told here, not in the browser
    try:
        from tui.desk.browser import DeskServer
    except ImportError as error:
        if (error.name or "").split(".")[0] not in ("textual_serve", "aiohttp"):
            raise
        return fail("For a browser, install the extra: pip install 'briefs-tui[web]'.")
    command = [sys.executable, "-m", "tui.cli.serve", *args.paths]
    key = secrets.token_urlsafe(24)
    try:
        DeskServer(command, args.host, args.port, key, _say_where).serve()
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno and error.errno > 0 else error
        return fail(f"Cannot serve on {args.host}, port {args.port}: {reason}. Try --port.")
    return 0


def show(paths: list[str]) -> int:
    """Run the desk for one browser window; started by the server, with its pipes."""
    from tui.desk.app import Desk

    app = Desk(folder=home.data_folder(), settings=settings_module.load(), paths=paths)
    try:
        app.run()
    finally:
        app.services.close()
    return app.return_code or 0


def _say_where(url: str) -> None:
    # The address holds the key; it goes to this terminal alone.
    print(f"The desk is at {url}\nKeep that address to yourself; Ctrl+C ends.", flush=True)


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


if __name__ == "__main__":
    sys.exit(show(sys.argv[1:]))

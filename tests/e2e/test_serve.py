"""The desk in a browser: only with the key, only from its own page, and all keys work."""

from __future__ import annotations

import asyncio
import base64
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pyte
import pytest

from tests.e2e.conftest import ARTICLES
from tests.terminal import COMMAND, PATIENCE, environment

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture
def url(home: Path) -> Iterator[str]:
    """Where the desk is served, with the key."""
    port = free_port()
    server = subprocess.Popen(
        [COMMAND, "serve", "--port", str(port), str(ARTICLES)],
        env=environment(home, TERM="xterm-256color"),
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert server.stdout is not None
        said = server.stdout.readline()
        assert said.startswith("The desk is at ")
        yield said.split()[-1]
    finally:
        server.send_signal(signal.SIGINT)
        assert server.wait(PATIENCE) == 0


def serve(home: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [COMMAND, "serve", *arguments],
        env=environment(home, **more),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


# Who may come in


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "example.org"])
def test_other_addresses_need_a_flag(home: Path, host: str) -> None:
    done = serve(home, "--host", host)
    assert done.returncode == 2
    assert "--allow-remote" in done.stderr and done.stderr.count("\n") == 1


def test_a_port_in_use_is_said(home: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = serve(home, "--port", port)
    assert done.returncode == 1
    assert f"port {port}: Address already in use" in done.stderr


def test_without_the_extra_one_sentence_says_what_to_install(home: Path, tmp_path: Path) -> None:
    (tmp_path / "textual_serve.py").write_text("raise ModuleNotFoundError(name='textual_serve')")
    done = serve(home, PYTHONPATH=str(tmp_path))
    assert done.returncode == 1
    assert done.stderr == (
        "briefs-tui: For a browser, install the extra: pip install 'briefs-tui[web]'.\n"
    )


async def test_without_the_key_nothing_is_served(url: str) -> None:
    bare = url.split("?")[0]
    async with aiohttp.ClientSession() as session:
        for wrong in (bare, f"{bare}?key=wrong", f"{bare}static/js/textual.js", f"{bare}ws"):
            async with session.get(wrong) as response:
                assert response.status == 403
                assert "textual" not in await response.text()


async def test_with_the_key_the_page_asks_for_nothing_elsewhere(url: str) -> None:
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as session:
        async with session.get(url) as response:
            assert response.status == 200
            assert "key=" not in str(response.url)
            assert "default-src 'self'" in response.headers["Content-Security-Policy"]
            page = await response.text()
        assert f"ws://{response.url.host}:{response.url.port}/ws" in page
        (cookie,) = session.cookie_jar
        assert cookie["httponly"] and cookie["samesite"] == "Strict"


async def test_another_page_cannot_open_the_desk(url: str) -> None:
    """Browsers let any page open a web socket anywhere, cookies included on the same host."""
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as session:
        async with session.get(url) as response:
            socket_url = response.url.with_path("/ws")
        for origin in ("http://evil.example", "http://127.0.0.1:1", "null"):
            with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
                await session.ws_connect(socket_url, origin=origin)
            assert refused.value.status == 403
        own = f"http://{socket_url.host}:{socket_url.port}"
        async with session.ws_connect(socket_url, origin=own) as opened:
            assert not opened.closed


# In a browser


class Browser:
    """Headless Chromium over the DevTools protocol; sees what the page gets from the desk."""

    def __init__(self, connection: aiohttp.ClientWebSocketResponse) -> None:
        self._connection = connection
        self._number = 0
        self._screen = pyte.Screen(200, 80)
        self._stream = pyte.ByteStream(self._screen)
        self.asked: dict[str, str] = {}

    async def call(self, method: str, **parameters: Any) -> Any:
        """Ask the browser, taking in what it reports meanwhile."""
        self._number += 1
        await self._connection.send_json(
            {"id": self._number, "method": method, "params": parameters}
        )
        while (message := await self._receive()).get("id") != self._number:
            pass
        assert "error" not in message, message
        return message["result"]

    async def _receive(self) -> dict[str, Any]:
        async with asyncio.timeout(PATIENCE):
            message: dict[str, Any] = await self._connection.receive_json()
        method, details = message.get("method"), message.get("params", {})
        if method == "Network.webSocketFrameReceived" and details["response"]["opcode"] == 2:
            self._stream.feed(base64.b64decode(details["response"]["payloadData"]))
        elif method == "Network.requestWillBeSent":
            self.asked[details["requestId"]] = details["request"]["url"]
        elif method == "Network.loadingFailed" and details.get("blockedReason") == "csp":
            del self.asked[details["requestId"]]  # never left the browser
        return message

    async def wait_for(self, *texts: str) -> None:
        """Wait until the desk has sent all these texts to the page."""
        try:
            while not all(text in self.text for text in texts):
                await self._receive()
        except TimeoutError:
            raise AssertionError(f"{texts} did not come; the screen:\n{self.text}") from None

    @property
    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self._screen.display)

    async def click(self) -> None:
        """Click where nothing is but the page's own focus to gain: on the top bar."""
        for kind in ("mousePressed", "mouseReleased"):
            await self.call(
                "Input.dispatchMouseEvent", type=kind, x=640, y=10, button="left", clickCount=1
            )

    async def press(self, key: str) -> None:
        """Press a key in the page."""
        text = {"Enter": "\r"}.get(key, key)
        code = {"Enter": 13}.get(key, ord(key[0].upper()))
        common = {"key": key, "windowsVirtualKeyCode": code}
        await self.call("Input.dispatchKeyEvent", type="keyDown", text=text, **common)
        await self.call("Input.dispatchKeyEvent", type="keyUp", **common)


@asynccontextmanager
async def browser(folder: Path) -> AsyncIterator[Browser]:
    assert CHROMIUM is not None
    process = await asyncio.create_subprocess_exec(
        CHROMIUM,
        *("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"),
        *("--no-first-run", "--disable-background-networking", "--window-size=1280,800"),
        *("--remote-debugging-port=0", f"--user-data-dir={folder}", "about:blank"),
        env={**os.environ, "HOME": str(folder)},
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        assert process.stderr is not None
        async with asyncio.timeout(PATIENCE), aiohttp.ClientSession() as session:
            port = ""
            while not port:
                line = (await process.stderr.readline()).decode(errors="replace")
                assert line, "Chromium ended"
                if "DevTools listening on ws://" in line:
                    port = line.split("//")[1].split("/")[0].split(":")[1]
            async with session.get(f"http://127.0.0.1:{port}/json") as response:
                (page,) = [item for item in await response.json() if item["type"] == "page"]
        async with (
            aiohttp.ClientSession() as session,
            session.ws_connect(page["webSocketDebuggerUrl"], max_msg_size=0) as connection,
        ):
            yield Browser(connection)
    finally:
        process.terminate()
        await process.wait()


@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
async def test_the_desk_works_in_a_browser(url: str, tmp_path: Path) -> None:
    async with browser(tmp_path / "chromium") as page:
        await page.call("Network.enable")
        await page.call("Page.navigate", url=url)
        await page.wait_for("Warsaw and Minsk", "Minsk offers")
        await page.click()
        await page.press("j")
        await page.press("Enter")
        await page.wait_for("March 14, 2016 17:05")
        await page.press("s")
        await page.wait_for("★")
        shown = await page.call("Runtime.evaluate", expression="document.body.className")
        assert "-first-byte" in shown["result"]["value"]
        own = url.split("?")[0]
        assert [
            asked for asked in page.asked.values() if not asked.startswith((own, "data:"))
        ] == []
        await page.call("Page.navigate", url="about:blank")


def test_the_server_is_not_loaded_by_the_desk() -> None:
    code = "import sys, tui.desk.app, tui.cli.serve; sys.exit('aiohttp' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

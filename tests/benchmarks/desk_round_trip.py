"""How long keys take over a line with a long round trip, against plain echo: run by hand.

    python -m tests.benchmarks.desk_round_trip [--rounds 100] [--trip 100]

Both ends are real: an ssh client in a pseudo-terminal of 80x24, Debian's openssh-server, and
between them a proxy that hands on what it gets half a round trip later, in order, whatever the
amount. Two connections stand side by side, one with ``cat`` (the far end's kernel echoes each
character at once; no program can be faster), one with the desk; each key is pressed in both, in
turn. Time is from writing the key to the last byte that it causes.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks.desk_runs import analysed, late, make, middle, pressed, row, text
from tests.e2e.ssh import serving
from tests.terminal import COMMAND, Terminal, environment

QUIET = 0.3
"""Seconds without output after which a key has had its effect: three round trips."""


async def hand_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, delay: float) -> None:
    """Write all that is read, each piece ``delay`` seconds after it came."""
    loop = asyncio.get_running_loop()
    pieces: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()

    async def write() -> None:
        while (piece := await pieces.get())[1]:
            await asyncio.sleep(piece[0] - loop.time())
            writer.write(piece[1])
        writer.close()

    writing = asyncio.create_task(write())
    try:
        while data := await reader.read(1 << 16):
            pieces.put_nowait((loop.time() + delay, data))
    except ConnectionError:
        pass
    pieces.put_nowait((0, b""))
    await writing


@contextmanager
def delayed(port: int, delay: float) -> Iterator[int]:
    """A port that leads to ``port``, with ``delay`` seconds on each way."""
    loop = asyncio.new_event_loop()
    connections: set[asyncio.Task[None]] = set()

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if (task := asyncio.current_task()) is not None:
            connections.add(task)
        there = await asyncio.open_connection("127.0.0.1", port)
        await asyncio.gather(hand_on(reader, there[1], delay), hand_on(there[0], writer, delay))

    async def ended() -> None:
        await asyncio.wait(connections, timeout=10)

    # No delay by Nagle's algorithm: asyncio switches it off on all its connections.
    server = loop.run_until_complete(asyncio.start_server(connected, "127.0.0.1", 0))
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        asyncio.run_coroutine_threadsafe(ended(), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()


def press(terminal: Terminal, key: str) -> tuple[float, float, int]:
    """Press a key; seconds to the first and to the last byte of what it causes, and its bytes."""
    count, mark, begun = len(terminal.chunks), terminal.mark(), time.perf_counter()
    terminal.press(key)
    terminal.pump(5)
    while terminal.pump(QUIET):
        pass
    caused = terminal.chunks[count:]
    return caused[0][0] - begun, caused[-1][0] - begun, len(terminal.since(mark))


def compare(what: str, echo: Terminal, desk: Terminal, keys: Sequence[str]) -> None:
    """Press keys in both in turn, and print a row; of a sequence the last key counts."""
    base, firsts, lasts, sent = [], [], [], []
    for sequence in keys:
        for key in sequence[:-1]:
            press(desk, key)
        base.append(1000 * press(echo, "x")[1])
        first, last, size = press(desk, sequence[-1])
        firsts.append(1000 * first)
        lasts.append(1000 * last)
        sent.append(size)
    for name, of in (("median", middle), ("p95", late)):
        ratio = of(lasts) / of(base)
        row(f"{what}, {name}", f"{of(lasts):.1f} / {of(base):.1f} ms", f"{ratio:.3f}")
    row(
        "(first byte, spread, bytes)",
        f"{middle(firsts):.1f} ms, {min(base):.1f}-{max(base):.1f} / {min(lasts):.1f}-"
        f"{max(lasts):.1f} ms",
        f"{middle(sent):.0f}",
    )


def back_and_forth(there: str, back: str, turn: int, rounds: int) -> list[str]:
    """Keys that go ``turn`` steps one way, then as many the other, and so on."""
    return [(there, back)[(number // turn) % 2] for number in range(rounds)]


def in_list(echo: Terminal, desk: Terminal, rounds: int) -> None:
    """Moving in a list of 150 articles."""
    desk.wait_for("? help")
    desk.settled(3.0)
    compare("cursor move in the list", echo, desk, back_and_forth("j", "k", 15, rounds))


def in_reader(echo: Terminal, desk: Terminal, rounds: int) -> None:
    """Reading an article of 2,000 words with 300 names, found before the clock runs."""
    desk.press("g", "g", "enter")
    desk.wait_for("Short")
    analysed(desk)
    compare("line in the reader", echo, desk, back_and_forth("j", "k", 40, rounds))
    pressed(desk, "g", "g")
    compare("page in the reader", echo, desk, back_and_forth(" ", "b", 6, rounds))
    pressed(desk, "g", "g")
    compare("next entity", echo, desk, back_and_forth("]e", "[e", 20, rounds))


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--trip", type=float, default=100, help="round trip in milliseconds")
    chosen = parser.parse_args()
    texts = {"Short": text(2_000), **{f"Other {n}": text(200, n) for n in range(149)}}
    row("from key to last byte", "desk / echo", "ratio")
    with tempfile.TemporaryDirectory() as folder:
        env = environment(make(Path(folder) / "home", texts))
        with (
            serving(Path(folder) / "keys") as server,
            delayed(server.port, chosen.trip / 2000) as port,
            Terminal(server.command(["cat"], env, port), env, 80, 24) as echo,
            Terminal(server.command([COMMAND], env, port), env, 80, 24) as desk,
        ):
            echo.settled(3.0)
            in_list(echo, desk, chosen.rounds)
            in_reader(echo, desk, chosen.rounds)


if __name__ == "__main__":
    main()

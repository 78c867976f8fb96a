"""A throwaway sshd on the loopback, for whatever is tried over real SSH."""

from __future__ import annotations

import getpass
import os
import shlex
import shutil
import socket
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

SSHD = shutil.which("sshd", path=os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin"]))
"""The server, where it is installed."""

INSTALLED = SSHD is not None and shutil.which("ssh") is not None
"""Whether there are both a server and a client."""


class Unavailable(Exception):
    """The server does not start on this machine; the message is what it said."""


@dataclass(frozen=True)
class Server:
    """A server that lets in whoever runs it, by the key in ``folder``."""

    folder: Path
    port: int

    def command(
        self, command: Sequence[str], env: Mapping[str, str], port: int | None = None
    ) -> list[str]:
        """The words that log in with a terminal and run a command there with variables set.

        ``port`` is that of something in between, else the server's own.
        """
        options = ["StrictHostKeyChecking=no", "UserKnownHostsFile=/dev/null", "LogLevel=ERROR"]
        login = ["ssh", "-tt", "-F", "none", "-i", str(self.folder / "user")]
        for option in options:
            login += ["-o", option]
        words = [f"{name}={value}" for name, value in env.items()]
        remote = shlex.join(["env", *words, *command])
        return [*login, "-p", str(port or self.port), f"{getpass.getuser()}@127.0.0.1", remote]


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    """Run a server with keys of its own, made in ``folder``.

    Raises :class:`Unavailable` where it does not start.
    """
    if SSHD is None:
        raise Unavailable("openssh-server is missing")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name in ("host", "user"):
        make = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)]
        subprocess.run(make, check=True)
    if os.geteuid() == 0:  # as its service does; an ordinary user's sshd needs none
        Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    (folder / "config").write_text(
        f"""
        ListenAddress 127.0.0.1:{port}
        HostKey {folder}/host
        AuthorizedKeysFile {folder}/user.pub
        PidFile none
        StrictModes no
        UsePAM no
        PermitRootLogin prohibit-password
        PasswordAuthentication no
        KbdInteractiveAuthentication no
        """
    )
    command = [SSHD, "-D", "-e", "-f", str(folder / "config")]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as sshd:
        assert sshd.stderr is not None
        said = ""
        for line in sshd.stderr:
            said += line
            if "Server listening" in line:
                break
        else:
            raise Unavailable(f"sshd does not start here: {said}")
        try:
            yield Server(folder, port)
        finally:
            sshd.terminate()
            sshd.stderr.read()

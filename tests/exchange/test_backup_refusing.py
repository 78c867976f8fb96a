"""Backups that are none: one sentence, and nothing is changed."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.exchange.backups import NOW, fill, refused
from tui.exchange.backup import BackupError, archive, create


def packed(path: Path, members: list[tuple[str, bytes]]) -> None:
    with gzip.open(path, "wb") as file, tarfile.open(fileobj=file, mode="w|") as tar:
        for name, content in members:
            member = tarfile.TarInfo(name)
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))


def members_of(path: Path) -> list[tuple[str, bytes]]:
    found = []
    with tarfile.open(path) as tar:
        for member in tar:
            content = tar.extractfile(member)
            assert content is not None
            found.append((member.name, content.read()))
    return found


Members = list[tuple[str, bytes]]

FORGERIES: dict[str, Callable[[Members], Members]] = {
    "no manifest": lambda members: members[1:],
    "only a manifest": lambda members: members[:1],
    "a file is missing": lambda members: members[:-1],
    "a file is there twice": lambda members: [*members, members[-1]],
    "a file that is not named": lambda members: [*members, ("store/kept/more.json", b"{}")],
    "a file outside": lambda members: [*members, ("../outside", b"x")],
    "an absolute file": lambda members: [*members, ("/tmp/outside", b"x")],
    "manifest not first": lambda members: [*members[1:], members[0]],
    "manifest is no JSON": lambda members: [("manifest.json", b"{"), *members[1:]],
    "manifest is a list": lambda members: [("manifest.json", b"[]"), *members[1:]],
    "manifest of something else": lambda members: [
        ("manifest.json", b'{"format": "other"}'),
        *members[1:],
    ],
    "an altered file": lambda members: [
        (name, content.replace(b"Minsk", b"Pinsk")) for name, content in members
    ],
    "a longer file": lambda members: [*members[:-1], (members[-1][0], members[-1][1] + b"\n")],
}


@pytest.mark.parametrize("forge", FORGERIES.values(), ids=FORGERIES.keys())
def test_a_forged_backup_is_refused(
    backed_up: tuple[Path, Path, dict[str, Any]],
    forge: Callable[[Members], Members],
    tmp_path: Path,
) -> None:
    home, path, _ = backed_up
    packed(tmp_path / "forged.tar.gz", forge(members_of(path)))
    refused(home, tmp_path / "forged.tar.gz", "damaged or is not a backup")


def test_a_backup_of_a_newer_program_is_refused(
    backed_up: tuple[Path, Path, dict[str, Any]], tmp_path: Path
) -> None:
    home, path, _ = backed_up
    (name, manifest), *rest = members_of(path)
    newer = json.dumps({**json.loads(manifest), "version": 2}).encode()
    packed(tmp_path / "newer.tar.gz", [(name, newer), *rest])
    refused(home, tmp_path / "newer.tar.gz", "newer briefs-tui.*update the program")


def test_a_newer_store_in_a_backup_is_refused(
    backed_up: tuple[Path, Path, dict[str, Any]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, _, _ = backed_up
    for module in ("journal", "snapshot", "kept"):
        monkeypatch.setattr(f"tui.store.{module}.FORMAT", 2)
    newer = tmp_path / "newer"
    fill(newer)
    path, _ = create(newer, now=NOW)
    monkeypatch.undo()
    refused(home, path, "nothing was changed.*newer briefs-tui")


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_altered_byte_and_no_cut_gets_through(
    data: st.DataObject, backed_up: tuple[Path, Path, dict[str, Any]]
) -> None:
    _, path, _ = backed_up
    content = bytearray(path.read_bytes())
    at = data.draw(st.integers(10, len(content) - 1))  # gzip's head has bytes without meaning
    if data.draw(st.booleans()):
        content[at] ^= data.draw(st.integers(1, 255))
    else:
        del content[at:]
    bad = path.with_name("bad.tar.gz")
    bad.write_bytes(content)
    try:
        archive.unpack(bad, None)
    except BackupError as error:
        assert "damaged or is not a backup" in str(error)
    else:  # deflate has several ways to say the same
        assert gzip.decompress(content) == gzip.decompress(path.read_bytes())


@pytest.mark.parametrize(
    "content", [b"", b"junk", gzip.compress(b"", mtime=0), gzip.compress(b"junk", mtime=0)]
)
def test_what_is_no_backup_is_refused(
    backed_up: tuple[Path, Path, dict[str, Any]], content: bytes, tmp_path: Path
) -> None:
    (tmp_path / "no.tar.gz").write_bytes(content)
    refused(backed_up[0], tmp_path / "no.tar.gz", "damaged or is not a backup")


def test_a_backup_that_is_not_there_is_refused(
    backed_up: tuple[Path, Path, dict[str, Any]], tmp_path: Path
) -> None:
    refused(backed_up[0], tmp_path / "none", "none cannot be read: No such file")
    refused(backed_up[0], tmp_path, "cannot be read: Is a directory")

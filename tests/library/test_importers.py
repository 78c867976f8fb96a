from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from tests.text.hostile import DANGEROUS, HOSTILE
from tui.library import Document, Problem, pasted, read_documents
from tui.library.importers import LARGEST


def read(*sources: str | Path, data: bytes = b"") -> list[Document | Problem]:
    return list(read_documents(sources, io.BytesIO(data)))


def message(*sources: str | Path, data: bytes = b"") -> str:
    (problem,) = read(*sources, data=data)
    assert isinstance(problem, Problem)
    assert "\n" not in problem.message
    return problem.message


def test_a_file_is_read_with_its_address(tmp_path: Path) -> None:
    path = tmp_path / "brief.txt"
    path.write_bytes("Минск\r\n".encode("cp1251"))
    (document,) = read(path)
    assert document == Document("Минск\n", addresses=(str(path),))


def test_folders_are_read_with_all_below_them_sorted(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "sub/c.markdown", ".hidden/d.txt", ".e.txt", "f.jpg", "Z.TXT"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    found = [item.text for item in read(tmp_path) if isinstance(item, Document)]
    assert found == ["Z.TXT", "a.md", "b.txt", "sub/c.markdown"]


def test_what_cannot_be_imported_is_said_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_bytes(b"\x00" * 100)
    (tmp_path / "c.txt").write_text("fine")
    kinds = [type(item) for item in read(tmp_path)]
    assert kinds == [Problem, Problem, Document]


def test_each_problem_is_one_clear_line(tmp_path: Path) -> None:
    assert "no such file" in message(tmp_path / "none.txt")
    assert "no .txt, .md" in message(tmp_path)
    assert "too long" in message("x" * 5000 + ".txt")
    assert "no such file" in message("~nobody-at-all/x.txt")
    assert "no such file" in message("a\x00b.txt")
    (tmp_path / "x.pdf").write_text("x")
    assert "only .txt" in message(tmp_path / "x.pdf")
    (tmp_path / "y.txt").write_bytes(b"%PDF-1.4")
    assert "PDF" in message(tmp_path / "y.txt")
    (tmp_path / "big.txt").write_bytes(b"x" * (LARGEST + 1))
    assert "larger than 10 MB" in message(tmp_path / "big.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    assert "no such file" in message(tmp_path / "gone.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    assert "regular file" in message(tmp_path / "pipe.txt")
    (tmp_path / "meta.md").write_text("---\ntitle: x\n---\n")
    assert "no text" in message(tmp_path / "meta.md")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_unreadable_files_and_folders(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "a.txt").chmod(0)
    assert "permission denied" in message(tmp_path / "a.txt")


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert len(read(tmp_path)) == 1


def test_standard_input() -> None:
    assert read("-", data=b"A title\n\nbody") == [Document("A title\n\nbody")]
    assert "empty" in message("-", data=b"\n")


def test_pasted_text() -> None:
    assert pasted("a\r\nb") == Document("a\nb")
    assert isinstance(pasted(" \n"), Problem)


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
def test_hostile_file_names(tmp_path: Path, name: str) -> None:
    cleaned = name.replace("\x00", "").replace("/", "").encode(errors="replace").decode()
    path = tmp_path / f"{cleaned}.txt"
    path.write_text("text")
    (document,) = read(path)
    assert isinstance(document, Document) and document.addresses[0].endswith(f"{cleaned}.txt")
    path.write_text("")
    assert not DANGEROUS.search(message(path))


def test_file_names_that_are_no_text_stay_apart(tmp_path: Path) -> None:
    for byte in (b"\xe9", b"\xe8"):
        with open(os.fsencode(tmp_path) + b"/caf" + byte + b".txt", "w") as file:  # noqa: PTH123
            file.write(byte.hex())
    addresses = [item.addresses[0] for item in read(tmp_path) if isinstance(item, Document)]
    assert len(set(addresses)) == 2
    "".join(addresses).encode()

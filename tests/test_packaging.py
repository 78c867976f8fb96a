"""The program finds what travels with it wherever it is installed, and the wheel is whole.

The wheels are built here without network and unpacked, not installed: their dependencies are
those of the environment that the tests run in.
"""

from __future__ import annotations

import configparser
import hashlib
import subprocess
import sys
import zipfile
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

import pytest

from tests.terminal import Terminal, environment

ROOT = Path(__file__).parent.parent
CARRIED = ("styles", "seeds")

FIND = """
import sys
from pathlib import Path
import tui
from tui import home
print(Path(tui.__file__).parent)
for name in ("styles", "seeds"):
    print(home.carried(name))
"""


def build(folder: Path, version: str) -> Path:
    """Build a wheel, ``standard`` or ``editable``, and unpack it."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", f"wheel:{version}", "-d"]
    subprocess.run([*command, str(folder)], cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    unpacked = folder / "unpacked"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(unpacked)
    return unpacked


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, unpacked."""
    return build(tmp_path_factory.mktemp("wheel"), "standard")


Run = Callable[..., str]


@pytest.fixture
def run(tmp_path: Path, home: Path) -> Run:
    """Run Python elsewhere than in the checkout, with one folder put before all others."""

    def python(first: Path, *arguments: str) -> str:
        env = environment(home) | {"PYTHONPATH": str(first)}
        elsewhere = tmp_path / "elsewhere"
        elsewhere.mkdir(exist_ok=True)
        command = [sys.executable, *arguments]
        done = subprocess.run(
            command, cwd=elsewhere, env=env, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return python


def files(folder: Path) -> dict[str, bytes]:
    """The files in a folder, without what Python and the system leave behind."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.name != ".DS_Store"
    }


def test_a_checkout_has_them_beside_the_package(run: Run) -> None:
    package, *found = run(ROOT, "-c", FIND).splitlines()
    assert Path(package) == ROOT / "tui"
    assert [Path(path) for path in found] == [ROOT / name for name in CARRIED]


def test_a_wheel_has_them_inside_the_package(wheel: Path, run: Run) -> None:
    package, *found = run(wheel, "-c", FIND).splitlines()
    assert Path(package) == wheel / "tui"
    assert [Path(path) for path in found] == [wheel / "tui" / name for name in CARRIED]


def test_an_editable_install_has_those_of_the_checkout(tmp_path: Path, run: Run) -> None:
    site = build(tmp_path / "editable", "editable")
    assert list(site.glob("*.pth")) and not (site / "tui" / "__init__.py").exists()
    # As at the start of Python: .pth files are read in site folders only.
    begin = f"import site, sys; sys.path.remove({str(site)!r}); site.addsitedir({str(site)!r})"
    package, *found = run(site, "-c", f"{begin}\n{FIND}").splitlines()
    assert Path(package) == ROOT / "tui"
    assert [Path(path) for path in found] == [ROOT / name for name in CARRIED]


def test_a_wheel_holds_every_file_of_the_package_and_nothing_else(wheel: Path) -> None:
    expected = files(ROOT / "tui")
    for name in CARRIED:
        expected |= {f"{name}/{path}": data for path, data in files(ROOT / name).items()}
    held = files(wheel / "tui")
    assert set(held) == set(expected)
    assert [path for path in held if held[path] != expected[path]] == []
    kinds = {Path(path).suffix for path in held}
    assert {".py", ".tsv", ".gz", ".sql", ".toml", ".tcss", ".txt", ".md", ".typed"} <= kinds
    others = {path.name for path in wheel.iterdir() if path.name != "tui"}
    assert len(others) == 1 and others.pop().endswith(".dist-info")


def test_a_wheel_says_what_it_is(wheel: Path) -> None:
    (info,) = wheel.glob("*.dist-info")
    distribution = metadata.PathDistribution(info)
    assert distribution.metadata["Name"] == "briefs-tui"
    assert distribution.metadata["License-Expression"] == "MIT"
    assert (info / "licenses" / "LICENSE").is_file()
    points = configparser.ConfigParser()
    points.read(info / "entry_points.txt")
    assert points["console_scripts"]["briefs-tui"] == "tui.__main__:main"


def test_every_entry_point_of_a_wheel_is_there(wheel: Path, run: Run) -> None:
    (info,) = wheel.glob("*.dist-info")
    points = [
        f"from {point.module} import {point.attr}"
        for point in metadata.PathDistribution(info).entry_points
    ]
    assert run(wheel, "-c", "\n".join(points)) == ""


def test_commands_run_from_a_wheel(wheel: Path, run: Run) -> None:
    assert run(wheel, "-m", "tui", "--version").startswith("briefs-tui ")
    brief = next((ROOT / "seeds" / "briefs").glob("*.txt"))
    assert run(wheel, "-m", "tui", "import", str(brief)).startswith("1 added")
    assert '"entities"' in run(wheel, "-m", "tui", "analyze", "--jsonl", str(brief))


def test_a_wheel_analyses_as_the_checkout_does(wheel: Path, run: Run) -> None:
    briefs = sorted(str(path) for path in (ROOT / "seeds" / "briefs").iterdir())
    digests = {
        hashlib.sha256(run(first, "-m", "tui", "analyze", "--jsonl", *briefs).encode()).hexdigest()
        for first in (wheel, ROOT)
    }
    assert len(digests) == 1


def test_the_desk_opens_from_a_wheel(wheel: Path, home: Path, tmp_path: Path) -> None:
    env = environment(home) | {"PYTHONPATH": str(wheel)}
    briefs = len(list((ROOT / "seeds" / "briefs").iterdir()))
    with Terminal([sys.executable, "-m", "tui"], env, cwd=tmp_path) as desk:
        desk.wait_for(f"0 done · {briefs} left")
        desk.press("q")
        assert desk.wait_ended() == 0
    assert (home / "library.sqlite").is_file()

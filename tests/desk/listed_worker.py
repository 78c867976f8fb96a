"""As the worker without a model, with all names of the starter registry."""

from __future__ import annotations

import re
from typing import cast, get_args

from tests.desk import fake_worker
from tui import home
from tui.model import Label


def names() -> dict[str, Label]:
    """Names and aliases of the starter registry by their label, shorter ones too."""
    found: dict[str, Label] = {}
    text = (home.carried("seeds") / "actors.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        _, label, name, aliases, *_ = [*line.split("\t"), "", ""]
        for alias in [name, *aliases.split(" | ")]:
            own, colon, spelling = alias.partition(":")
            if colon and own in get_args(Label):
                found.setdefault(spelling, cast(Label, own))
            elif alias:
                found.setdefault(alias, cast(Label, label))
    return found


def main() -> None:
    """Answer as :mod:`tests.desk.fake_worker` does."""
    fake_worker.NAMES.update(names())
    ordered = sorted(map(re.escape, fake_worker.NAMES), key=len, reverse=True)
    fake_worker.PATTERN = re.compile(rf"\b(?:{'|'.join(ordered)})\b")
    fake_worker.main()


if __name__ == "__main__":
    main()

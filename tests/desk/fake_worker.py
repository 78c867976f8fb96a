"""A language worker without a model: the real protocol, names from a short list, real dates."""

from __future__ import annotations

import json
import re
import sys

from tui.analysis import encode
from tui.dates import recognise
from tui.model import Analysis, Label, Mention
from tui.text import outline

NAMES: dict[str, Label] = {
    "Aliaksandr Lukashenka": "PERSON",
    "Alexander Lukashenko": "PERSON",
    "Lukashenka": "PERSON",
    "Lukashenko": "PERSON",
    "Minsk": "GPE",
    "Vilnius": "GPE",
    "KGB": "ORG",
    "Belarusian": "NORP",
}
PATTERN = re.compile("|".join(sorted(map(re.escape, NAMES), key=len, reverse=True)))


def analyse(text: str) -> Analysis:
    sections = outline(text).sections
    mentions = tuple(
        Mention(m.start(), m.end(), m.group(), NAMES[m.group()], "test.list")
        for m in PATTERN.finditer(text)
    )
    return Analysis(sections, mentions, tuple(recognise(text, sections)), "test 1", "en")


def main() -> None:
    print(json.dumps({"ready": "test 1"}), flush=True)
    for line in sys.stdin:
        request = json.loads(line)
        if "break the worker" in request["text"]:
            print(json.dumps({"id": request["id"], "error": "ValueError: broken"}), flush=True)
        else:
            answer = {"id": request["id"], **encode(analyse(request["text"]))}
            print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()

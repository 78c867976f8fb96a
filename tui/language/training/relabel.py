"""Label silver texts anew: ``python -m tui.language.training.relabel IN OUT --pipeline NAME``.

A tagger that was trained on silver labels, with this program's rules on top, reads the same texts
better than the labels that it learned from. Whole documents are read, since the rules look for
agreement within them, and names of which it is not sure are left open, neither right nor wrong.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from spacy.language import Language

from tui.language import pipeline
from tui.language.training.annotated import Annotated
from tui.language.training.data import read

SURE = 0.7
"""From which strength on a mention is taught: what a weak rule alone guesses is not."""


def relabelled(items: Iterable[Annotated], nlp: Language) -> Iterator[Annotated]:
    """Consecutive sentences of documents with the names that a pipeline of ours finds in them."""
    for _, run in groupby(items, key=lambda item: (item.source, item.doc)):
        sentences = list(run)
        mentions = nlp("\n\n".join(one.text for one in sentences))._.mentions
        begin = 0
        for sentence in sentences:
            end = begin + len(sentence.text)
            inside = [one for one in mentions if begin <= one.start and one.end <= end]
            yield Annotated(
                sentence.text,
                tuple(
                    (one.start - begin, one.end - begin, one.label)
                    for one in inside
                    if one.strength >= SURE
                ),
                sentence.source,
                sentence.doc,
                tuple(
                    (one.start - begin, one.end - begin) for one in inside if one.strength < SURE
                ),
            )
            begin = end + 2


def main() -> None:
    """Read a file of annotated sentences and write it with other labels, as JSON Lines."""
    parser = argparse.ArgumentParser(prog="python -m tui.language.training.relabel")
    parser.add_argument("source", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--pipeline", default="builtin", help="as in the settings")
    args = parser.parse_args()
    nlp = pipeline.load(args.pipeline).nlp
    with args.output.open("w", encoding="utf-8") as file:
        for item in relabelled(read(args.source), nlp):
            ignore = [{"start": start, "end": end} for start, end in item.ignore]
            line = {"text": item.text, "ents": item.ents, "ignore": ignore}
            line |= {"source": item.source, "doc": item.doc}
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()

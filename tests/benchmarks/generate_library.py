"""A home folder with a large library and many annotations, for benchmarks: all made up.

    python -m tests.benchmarks.generate_library FOLDER [--articles 100000] [--annotations 100000]

Use it with BRIEFS_HOME=FOLDER. The same numbers and seed give the same texts.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from ulid import ULID

from tui import home
from tui.annotations.documents import ANNOTATIONS, STATES, annotation_document, state_document
from tui.library import Added, Document, Library
from tui.model import Annotation, ArticleState, Selector
from tui.store import Store

NAMES = (
    "Lukashenka Putin Tsikhanouskaya Statkevich Zelenskyy Tusk Duda Merkel Makei Babaryka Minsk "
    "Moscow Kyiv Vilnius Warsaw Brussels Belarus Russia Ukraine Lithuania Poland NATO EU OSCE UN "
    "BelaPAN Gazprom Beltransgaz KGB Kremlin Baltics Donbas Crimea"
)
SOURCES = ("Belarus in Focus", "BelaPAN", "Digest", "Eastern Brief", "Monitor", "Review")
TAGS = ("gas", "elections", "sanctions", "army", "media", "border", "economy", "protest")
FIRST, DAYS = date(2010, 1, 1), 4_300
BATCH = 5_000
"""Documents in one change of the store."""


def sentences(rng: random.Random, number: int) -> list[str]:
    """Made-up sentences whose words are as unevenly spread as those of a language."""
    syllables = ["".join(pair) for pair in zip("bdgklmnprstvz" * 5, "aeiou" * 13, strict=True)]
    vocabulary = ["".join(rng.choices(syllables, k=rng.randint(1, 4))) for _ in range(6_000)]
    weights = [1 / (rank + 3) for rank in range(len(vocabulary))]
    names = NAMES.split()
    made = []
    for _ in range(number):
        words = rng.choices(vocabulary, weights, k=rng.randint(8, 26))
        for place in rng.sample(range(len(words)), 2):
            words[place] = rng.choice(names)
        made.append(f"{' '.join(words).capitalize()}.")
    return made


def documents(number: int, seed: int) -> Iterator[Document]:
    """Articles of 250 words on average, each with its date and source printed on it."""
    rng = random.Random(seed)
    stock = sentences(rng, 3_000)
    for index in range(number):
        day = FIRST + timedelta(days=rng.randrange(DAYS))
        title = f"{rng.choice(stock)[:60].rsplit(' ', 1)[0]} ({index})"
        body = "\n\n".join(
            " ".join(rng.choices(stock, k=rng.randint(2, 5))) for _ in range(rng.randint(2, 6))
        )
        source = rng.choice(SOURCES)
        text = f"{title}\n\n{day:%B} {day.day}, {day.year}\n\n{body}\n\n{source}\n"
        yield Document(text, title, source, day.isoformat(), (f"/made/{index:06}.txt",))


def made_annotations(
    added: list[Added], number: int, seed: int
) -> Iterator[tuple[str, Annotation]]:
    """Annotations on random passages, and the versions that they were made on."""
    rng = random.Random(seed)
    for index in range(number):
        item = rng.choice(added)
        text, version = item.document.text, item.article.version
        start = rng.randrange(len(text) // 2)
        end = min(len(text), start + rng.randint(5, 80))
        selector = Selector(
            start, end, text[start:end], text[max(0, start - 32) : start], text[end:][:32], version
        )
        tags = tuple(rng.sample(TAGS, rng.randint(0, 2)))
        instant = f"2021-01-01T00:00:00.{index % 1000:03}Z"
        key = str(ULID())
        yield (
            version,
            Annotation(
                key, item.article.id, selector, None, f"Note {index}", tags, instant, instant
            ),
        )


def made_states(added: list[Added], seed: int) -> Iterator[ArticleState]:
    """Decisions on every fifth article."""
    rng = random.Random(seed)
    for item in added[::5]:
        yield ArticleState(
            item.article.id,
            rng.choice(("opened", "read")),
            rng.choice(("kept", "dismissed", "later", "inbox")),
            rng.random() < 0.1,
            tuple(rng.sample(TAGS, rng.randint(0, 2))),
        )


def generate(folder: Path, articles: int, notes: int, seed: int = 1) -> None:
    """Fill the home folder at ``folder``."""
    os.environ["BRIEFS_HOME"] = str(folder)
    begun = time.perf_counter()

    def tell(what: str) -> None:
        print(f"{time.perf_counter() - begun:7.1f} s  {what}", file=sys.stderr)

    with Library(home.library_file()) as library, Store.open(home.store_folder()) as store:
        outcomes = library.add_many(documents(articles, seed))
        added = [item for item in outcomes if isinstance(item, Added)]
        tell(f"{len(added)} articles")
        decided = made_states(added, seed)
        while batch := list(islice(decided, BATCH)):
            store.commit("Decided", {(STATES, s.article): state_document(s) for s in batch})
        made = made_annotations(added, notes, seed)
        while pairs := list(islice(made, BATCH)):
            store.commit(
                "Annotated",
                {(ANNOTATIONS, a.id): annotation_document(a, version) for version, a in pairs},
            )
        store.compact()
        tell(f"{notes} annotations")
        library.projection.catch_up(home.store_folder())
        tell("the list")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--annotations", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    generate(chosen.folder, chosen.articles, chosen.annotations, chosen.seed)


if __name__ == "__main__":
    main()

"""Dates and actors resolved together: pure, against datelines, reference dates and registry."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk.fake_worker import analyse
from tui import home as places
from tui.actors import Registry, RegistryError
from tui.reading import load_registry, read, registry_files

TEXT = """Minsk looks for a way back

March 3, 2014 10:15

On February 21st, Aliaksandr Lukashenka received envoys. “We are open,” said Lukashenka.

Similar articles

An older quarrel
June 5, 2012 09:00

On June 1st, Alexander Lukashenko spoke in Minsk.
"""


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load_registry()


def values(references: dict[int, str | None] | None = None) -> dict[str, str]:
    reading = read(TEXT, analyse(TEXT), Registry.load([]), references)
    return {timex.text: timex.value for timex in reading.timexes}


def test_dates_resolve_against_their_own_section() -> None:
    found = values()
    assert (found["February 21st"], found["June 1st"]) == ("2014-02-21", "2012-06-01")


def test_a_reference_date_of_ones_own_is_for_its_section_alone() -> None:
    found = values({0: "2011-03-01"})
    assert (found["February 21st"], found["June 1st"]) == ("2011-02-21", "2012-06-01")


def test_without_a_reference_date_the_year_stays_open() -> None:
    text = "An undated brief\n\nOn February 21st, envoys came.\n"
    for reference, value in ((None, "XXXX-02-21"), ("2014-03-03", "2014-02-21")):
        (timex,) = read(text, analyse(text), Registry.load([]), {0: reference}).timexes
        assert (timex.value, timex.reference) == (value, reference)


def test_spellings_of_a_name_are_one_actor(registry: Registry) -> None:
    reading = read(TEXT, analyse(TEXT), registry)
    people = {m.text: m.actor for m in reading.mentions if m.label == "PERSON"}
    assert len(people) == 3 and len(set(people.values())) == 1
    (actor,) = (reading.actors[id] for id in set(people.values()) if id)
    assert actor.kind == "person"


def test_every_actor_linked_is_told_of(registry: Registry) -> None:
    analysis = analyse(TEXT)
    reading = read(TEXT, analysis, registry)
    linked = {m.actor for m in reading.mentions if m.actor}
    assert linked and linked <= set(reading.actors)
    assert reading.sections == analysis.sections
    assert [(m.start, m.end, m.text) for m in reading.mentions] == [
        (m.start, m.end, m.text) for m in analysis.mentions
    ]


def test_reading_again_changes_nothing(registry: Registry) -> None:
    assert read(TEXT, analyse(TEXT), registry) == read(TEXT, analyse(TEXT), registry)


def test_the_starter_registry_comes_after_the_users(tmp_path: Path) -> None:
    starter = places.carried("seeds") / "actors.tsv"
    assert registry_files() == [starter]
    assert registry_files(["~/own.tsv"]) == [tmp_path / "own.tsv", starter]


def test_a_registry_that_is_not_there_is_one_sentence() -> None:
    with pytest.raises(RegistryError, match=r"gone\.tsv"):
        load_registry(["/no/such/gone.tsv"])

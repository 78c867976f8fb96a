from __future__ import annotations

from pathlib import Path

import pytest

from tui.actors import Registry, resolve
from tui.model import Actor, Label, Mention, Section

LINES = """\
person\tPERSON\tAliaksandr Lukashenka\tLukashenka | Lukashenko
person\tPERSON\tViktar Lukashenka
person\tPERSON\tMikalai Statkevich
country\tGPE\tBelarus\tNORP:Belarusian
place\tGPE\tMinsk\t\tBelarus
org\tORG\tKremlin\t\tRussia
country\tGPE\tRussia
org\tORG\tSecurity Service of Ukraine\tSBU
org\tORG\tSwiss Basketball Union\tSBU
org\tORG\tDemocratic Progressive Party\tDPP
"""


@pytest.fixture(scope="module")
def registry(tmp_path_factory: pytest.TempPathFactory) -> Registry:
    path: Path = tmp_path_factory.mktemp("registry") / "actors.tsv"
    path.write_text(LINES, encoding="utf-8")
    return Registry.load([path], world=False)


def read(
    registry: Registry, text: str, *names: tuple[str, Label], sections: tuple[Section, ...] = ()
) -> tuple[list[Mention], dict[str, Actor]]:
    """Resolve mentions of these names, each at its next place in the text."""
    mentions, place = [], 0
    for name, label in names:
        start = text.index(name, place)
        place = start + len(name)
        mentions.append(Mention(start, place, name, label, "test"))
    resolved, actors = resolve(text, mentions, sections, registry)
    return list(resolved), actors


def test_a_listed_name_and_the_key_of_a_full_name_link(registry: Registry) -> None:
    text = "Lukashenko jailed Николай Статкевич."
    (one, other), actors = read(
        registry, text, ("Lukashenko", "PERSON"), ("Николай Статкевич", "PERSON")
    )
    assert one.actor == "person:alaksandr-lukashanka"
    assert other.actor == "person:mikalai-statkavich"
    assert actors[other.actor].name == "Mikalai Statkevich"
    assert "key" in other.why


def test_a_bare_surname_is_the_one_person_of_the_article(registry: Registry) -> None:
    text = "Ivan Sidorov spoke. Sidorov left. Sidorova stayed."
    (full, bare, other), _ = read(
        registry, text, ("Ivan Sidorov", "PERSON"), ("Sidorov", "PERSON"), ("Sidorova", "PERSON")
    )
    assert bare.actor == full.actor == "person:ivan-sidarav"
    assert other.actor != full.actor


def test_people_are_called_by_the_first_word_of_their_name_or_by_several(
    registry: Registry,
) -> None:
    text = "Prayuth Chan-ocha met Aung San Suu Kyi. Suu Kyi left Prayuth."
    names = ("Prayuth Chan-ocha", "Aung San Suu Kyi", "Suu Kyi", "Prayuth")
    (one, two, short, first), actors = read(registry, text, *((name, "PERSON") for name in names))
    assert (first.actor, short.actor) == (one.actor, two.actor)
    assert {actor.name for actor in actors.values()} == set(names[:2])
    assert "begins with Prayuth" in first.why


def test_a_part_of_two_names_is_neither(registry: Registry) -> None:
    text = "Anna Suu Kyi and Berta Suu Kyi. Suu Kyi left. Anna Xyzzy, Anna Plugh. Anna left."
    names = ["Anna Suu Kyi", "Berta Suu Kyi", "Suu Kyi", "Anna Xyzzy", "Anna Plugh", "Anna"]
    people, _ = read(registry, text, *((name, "PERSON") for name in names))
    assert people[2].actor not in (people[0].actor, people[1].actor)
    assert people[5].actor not in {person.actor for person in people[:5]}


def test_a_bare_surname_of_two_people_is_nobody(registry: Registry) -> None:
    text = "Ivan Sidorov and Anna Sidorov met. Sidorov left."
    names: tuple[tuple[str, Label], ...] = (
        ("Ivan Sidorov", "PERSON"),
        ("Anna Sidorov", "PERSON"),
        ("Sidorov", "PERSON"),
    )
    assert read(registry, text, *names)[0][2].actor is None


def test_the_son_is_not_silently_taken_for_the_father(registry: Registry) -> None:
    text = "Viktar Lukashenka spoke. Lukashenka left."
    names: tuple[tuple[str, Label], ...] = (
        ("Viktar Lukashenka", "PERSON"),
        ("Lukashenka", "PERSON"),
    )
    assert read(registry, text, *names)[0][1].actor is None


def test_a_surname_alone_never_links_two_articles(registry: Registry) -> None:
    one = read(registry, "Clinton spoke.", ("Clinton", "PERSON"))[0][0].actor
    again = read(registry, "Clinton spoke.", ("Clinton", "PERSON"))[0][0].actor
    other = read(registry, "Clinton left.", ("Clinton", "PERSON"))[0][0].actor
    assert one == again != other


def test_an_embedded_article_has_people_of_its_own(registry: Registry) -> None:
    text = "Ivan Sidorov spoke.\nAnna Sidorov left. Sidorov wept."
    middle = text.index("\n") + 1
    parts = (Section(0, middle, "main"), Section(middle, len(text), "embedded"))
    names: tuple[tuple[str, Label], ...] = (
        ("Ivan Sidorov", "PERSON"),
        ("Anna Sidorov", "PERSON"),
        ("Sidorov", "PERSON"),
    )
    mentions, _ = read(registry, text, *names, sections=parts)
    assert mentions[2].actor == mentions[1].actor


def test_brackets_say_more_than_the_registry(registry: Registry) -> None:
    text = "The Dutch Potato Platform (DPP) met. DPP left."
    names: list[tuple[str, Label]] = [("Dutch Potato Platform", "ORG"), ("DPP", "ORG")]
    (long, short, again), _ = read(registry, text, *names, ("DPP", "ORG"))
    assert long.actor == short.actor == again.actor == "org:dutch-potato-platform"


def test_a_name_of_the_same_words_is_another_spelling_of_a_listed_one(registry: Registry) -> None:
    text = "The Progressive Democratic Party (DPP) met. The Progressive Democratic Party left."
    long: tuple[str, Label] = ("Progressive Democratic Party", "ORG")
    found, _ = read(registry, text, long, ("DPP", "ORG"), long)
    assert {m.actor for m in found} == {"org:democratic-progressive-party"}
    text += " Progressive left."
    found, _ = read(registry, text, long, ("DPP", "ORG"), long, ("Progressive", "ORG"))
    assert {m.actor for m in found} == {"org:democratic-progressive-party"}


def test_a_name_that_several_share_means_the_one_that_the_article_names(
    registry: Registry,
) -> None:
    text = "The SBU and the Security Service of Ukraine."
    short: tuple[str, Label] = ("SBU", "ORG")
    (mention, _), _ = read(registry, text, short, ("Security Service of Ukraine", "ORG"))
    assert mention.actor == "org:security-service-of-ukraine"
    (alone,), _ = read(registry, "The SBU said", short)
    assert alone.actor is None
    assert "Swiss Basketball Union" in alone.why


def test_brackets_explain_an_acronym(registry: Registry) -> None:
    text = "The Belarusian National Congress (BNC) met. BNC grew."
    names: tuple[tuple[str, Label], ...] = (
        ("Belarusian National Congress", "ORG"),
        ("BNC", "ORG"),
        ("BNC", "ORG"),
    )
    assert {m.actor for m in read(registry, text, *names)[0]} == {
        "org:belarusian-national-congress"
    }


def test_initials_and_short_forms_of_the_only_long_name(registry: Registry) -> None:
    text = "The Agriculture Fund is new. AF said so; the Fund grew."
    names: tuple[tuple[str, Label], ...] = (
        ("Agriculture Fund", "ORG"),
        ("AF", "ORG"),
        ("Fund", "ORG"),
    )
    assert {m.actor for m in read(registry, text, *names)[0]} == {"org:agriculture-fund"}


def test_a_demonym_is_its_country_and_a_compound_is_none(registry: Registry) -> None:
    text = "Belarusian troops at the Belarusian-Lithuanian border"
    (one, two), _ = read(registry, text, ("Belarusian", "NORP"), ("Belarusian-Lithuanian", "NORP"))
    assert one.actor == "country:belarus"
    assert two.actor is None


@pytest.mark.parametrize(
    "text, name, label, expected",
    [
        ("contacts with Minsk ended", "Minsk", "GPE", "country:belarus"),
        ("Minsk refused", "Minsk", "GPE", "country:belarus"),
        ("a rally in Minsk", "Minsk", "GPE", None),
        ("on an official visit to Minsk", "Minsk", "GPE", None),
        ("Minsk, 2012", "Minsk", "GPE", None),
        ("in the Kremlin", "Kremlin", "ORG", "country:russia"),
    ],
)
def test_a_capital_may_stand_for_its_government(
    registry: Registry, text: str, name: str, label: Label, expected: str | None
) -> None:
    mentions, actors = read(registry, text, (name, label))
    assert mentions[0].metonym_of == expected
    assert expected is None or expected in actors


def test_every_actor_named_is_given_and_every_link_explained(registry: Registry) -> None:
    text = "Belarus, TUT.BY, Lukashenka, Narnia"
    names: tuple[tuple[str, Label], ...] = (
        ("Belarus", "GPE"),
        ("TUT.BY", "ORG"),
        ("Lukashenka", "PERSON"),
        ("Narnia", "LOC"),
    )
    mentions, actors = read(registry, text, *names)
    assert {m.actor for m in mentions} == set(actors)
    assert all(m.why for m in mentions)

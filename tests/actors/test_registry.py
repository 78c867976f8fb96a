from __future__ import annotations

import gc
from itertools import product
from pathlib import Path

import pytest

from tui.actors import Registry, RegistryError, fold
from tui.actors.prepared import load, prepare, world
from tui.actors.registry import plural
from tui.actors.rows import rows


def made(folder: Path, lines: str, world: bool = False) -> Registry:
    path = folder / "actors.tsv"
    path.write_text(lines, encoding="utf-8")
    return Registry.load([path], world=world)


def found(registry: Registry, text: str) -> list[str]:
    return [text[m.start : m.end] for m in registry.matches(text)]


def test_the_world_is_known_without_any_file() -> None:
    registry = Registry.load([])
    text = "Kenyan and Thai envoys met in Washington, D.C., the U.S. said; RUSSIA stayed away."
    assert found(registry, text) == ["Kenyan", "Thai", "Washington, D.C.", "U.S.", "RUSSIA"]
    assert registry.exact("Poles")[0].actor == registry.exact("Poland")[0].actor == "country:poland"
    assert registry.stands_for["place:nairobi"] == "country:kenya"


def test_the_longest_name_wins_and_words_are_whole(tmp_path: Path) -> None:
    registry = made(tmp_path, "org\tORG\tUnion\norg\tORG\tUnion State\nplace\tGPE\tBrest\n")
    assert found(registry, "The Union State, a Union, Unions, Brestish") == ["Union State", "Union"]


def test_typographic_apostrophes_and_blanks_are_the_same(tmp_path: Path) -> None:
    registry = made(tmp_path, "country\tGPE\tCote d'Ivoire\n")
    assert found(registry, "in Cote\u00a0d’Ivoire") == ["Cote\u00a0d’Ivoire"]


def test_an_alias_may_have_a_label_of_its_own(tmp_path: Path) -> None:
    registry = made(tmp_path, "country\tGPE\tBelarus\tБеларусь | NORP:Belarusian\n")
    assert [n.label for n in registry.exact("Belarusian")] == ["NORP"]
    assert [n.label for n in registry.exact("Belarusians")] == ["NORP"]
    assert registry.actors["country:belarus"].aliases == ("Беларусь",)


def test_lines_for_one_actor_add_up(tmp_path: Path) -> None:
    registry = made(tmp_path, "org\tORG\tKGB\tКГБ\norg\tORG\tKGB\tКДБ\n")
    assert registry.actors["org:kgb"].aliases == ("КГБ", "КДБ")


def test_a_file_says_more_than_the_world(tmp_path: Path) -> None:
    registry = made(tmp_path, "org\tORG\tCommittee of the State\tKGB\n", world=True)
    assert {n.actor for n in registry.exact("KGB")} == {"org:committee-of-the-state"}


def test_persons_are_found_by_key(tmp_path: Path) -> None:
    registry = made(tmp_path, "person\tPERSON\tMikalai Statkevich\n")
    assert registry.people["mikalai statkavich"] == ("person:mikalai-statkavich",)


def test_the_hash_follows_the_names(tmp_path: Path) -> None:
    one = made(tmp_path, "org\tORG\tKGB\n").hash
    assert one == made(tmp_path, "org\tORG\tKGB\n").hash
    assert one != made(tmp_path, "org\tORG\tFSB\n").hash


@pytest.mark.parametrize("line", ["org\tORG", "thing\tORG\tKGB", "org\tFOO\tKGB", "org\tORG\t"])
def test_a_broken_line_is_named(tmp_path: Path, line: str) -> None:
    with pytest.raises(RegistryError, match=r"actors\.tsv, line 2"):
        made(tmp_path, f"# comment\n{line}\n")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(RegistryError, match="cannot be read"):
        Registry.load([tmp_path / "none.tsv"])


def test_the_starter_registry_can_be_read() -> None:
    from tui.reading import load_registry

    registry = load_registry()
    assert registry.exact("Lukashenko")[0].actor == registry.exact("Лукашэнка")[0].actor


@pytest.mark.parametrize(
    "demonym, expected",
    [("Belarusian", "Belarusians"), ("Pole", "Poles"), ("Polish", None), ("Chinese", None)],
)
def test_regular_plurals(demonym: str, expected: str | None) -> None:
    assert plural(demonym) == expected


def test_all_of_many_names_are_found(tmp_path: Path) -> None:
    made_up = ["".join(sounds) for sounds in product("bdklmnprstvz", "a", "bdklmnprstvz", "a")]
    people = [f"person\tPERSON\tIvan {m.title()}nov\tПетр {m.title()}nov" for m in made_up]
    bodies = [f"org\tORG\tCouncil  of L’viv {m}\tNORP:{m.title()}tian" for m in made_up]
    registry = made(tmp_path, "\n".join(people + bodies))
    assert len(registry.actors) == 2 * len(made_up)
    for m in made_up:
        (person,) = registry.exact(f"Ivan {m.title()}nov")
        assert registry.exact(f"Петр {m.title()}nov") == (person,)
        assert registry.people[fold(f"{m.title()}nov Ivan")] == (person.actor,)
        (body,) = registry.exact(f"Council of L'viv {m}")
        assert body == ("ORG", f"org:council-of-lviv-{m}")
        assert registry.exact(f"{m.title()}tians") == (("NORP", body.actor),)


def test_garbage_is_collected_again_after_loading(tmp_path: Path) -> None:
    assert gc.isenabled()
    assert made(tmp_path, "org\tORG\tKGB\n").people == {}
    assert gc.isenabled()
    with pytest.raises(RegistryError):
        made(tmp_path, "nonsense\n")
    assert gc.isenabled()


def test_a_doubtful_name_makes_no_mention_but_says_who_is_meant(tmp_path: Path) -> None:
    lines = "org\tORG\t?Republica\t?PS | Movimento Republica\n"
    registry = made(tmp_path, lines)
    assert found(registry, "Republica, PS and Movimento Republica") == ["Movimento Republica"]
    assert registry.exact("Republica") == registry.exact("PS") == ()
    assert {n.actor for w in ("Republica", "PS") for n in registry.meant(w)} == {"org:republica"}
    assert registry.actors["org:republica"].name == "Republica"
    assert registry.is_name("Republica")
    assert not registry.is_name("PS")


def test_a_sure_name_goes_before_a_doubtful_one(tmp_path: Path) -> None:
    registry = made(tmp_path, "place\tGPE\tLira\norg\tORG\tLira Party\t?Lira\n")
    assert [n.actor for n in registry.meant("Lira")] == ["place:lira"]


def test_what_a_file_doubts_the_world_does_not_say_for_sure(tmp_path: Path) -> None:
    registry = made(tmp_path, "org\tORG\tKGB\norg\tORG\tThe Post\t?Gazprom\n", world=True)
    assert registry.exact("Gazprom") == ()
    assert {n.actor for n in registry.meant("Gazprom")} == {"org:post"}
    assert registry.actors["org:post"].name == "The Post"


def test_the_files_of_the_world_are_in_order() -> None:
    """Every spelling has one label, and capitals stand for states that there are."""
    labels: dict[str, set[str]] = {}
    countries, capitals = set(), set()
    for path in world():
        for row in rows(path.read_bytes(), path):
            if row.kind == "country":
                countries.add(row.name)
            if row.stands_for:
                capitals.add(row.stands_for)
            for text, label, sure in row.spellings():
                if sure:
                    labels.setdefault(text, set()).add(label)
    assert capitals <= countries
    assert {text: found for text, found in labels.items() if len(found) > 1} == {}


def test_the_world_is_prepared_as_its_files_are() -> None:
    assert load() == [prepare(path) for path in world()], "run python -m tui.actors"


def test_a_file_that_was_not_prepared_is_read_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its ids and keys are those that would have been prepared."""
    other = tmp_path / "other.tsv"
    other.write_text("person\tPERSON\tMikalai Statkevich\tNikolai Statkevich\norg\tORG\tKGB\n")
    monkeypatch.setattr("tui.actors.prepared.world", lambda: [other])
    registry = Registry.load([])
    assert set(registry.actors) == {"person:mikalai-statkavich", "org:kgb"}
    assert registry.people == {"mikalai statkavich": ("person:mikalai-statkavich",)}


def test_the_world_lists_nobody_twice_under_names_that_name_each_other() -> None:
    """Else neither would be linked: two rows that list each other's names are one actor."""
    found = {
        (row.kind, row.name): {text for text, _, _ in row.spellings()}
        for path in world()
        for row in rows(path.read_bytes(), path)
    }
    twice = [
        (name, other)
        for (kind, name), spellings in found.items()
        for other in spellings - {name}
        if name in found.get((kind, other), ())
    ]
    assert twice == []

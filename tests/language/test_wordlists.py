from __future__ import annotations

from tui.language.wordlists import listed, load


def test_the_lists_are_there_and_say_what_they_are() -> None:
    lists = load()
    assert {"first", "last", "country", "city", "norp", "org", "title", "loc", "common"} <= set(
        lists
    )
    assert "Mikalai" in lists["first"]
    assert "Kenyan" in lists["norp"]
    assert "Bangkok" in lists["towns"] & lists["large"]
    assert "the" in lists["common"]
    assert "Belarus" not in lists["common"]
    assert not any(word.lower() in lists["common"] for word in lists["towns"])


def test_listed_words() -> None:
    assert listed(" a  b\n c ") == {"a", "b", "c"}

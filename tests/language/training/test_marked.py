from __future__ import annotations

import pytest

from tui.language.training import marked


def test_marks_become_entities_and_leave_the_text() -> None:
    item = marked.parse("The [Kremlin|ORG] shut [Nord Stream|IGNORE] after [Zapad-2021|EVENT].")
    assert item.text == "The Kremlin shut Nord Stream after Zapad-2021."
    assert [(item.text[a:b], label) for a, b, label in item.ents] == [
        ("Kremlin", "ORG"),
        ("Zapad-2021", "EVENT"),
    ]
    assert [item.text[a:b] for a, b in item.ignore] == ["Nord Stream"]


def test_a_blank_line_ends_a_document_and_comments_are_left_out() -> None:
    text = "# About this file.\n[Minsk|GPE]\nTwo.\n\n\n# Aside.\nThree.\n"
    first, second = marked.documents(text, "file")
    assert (first.text, first.ents, first.doc) == ("Minsk\nTwo.", ((0, 5, "GPE"),), "1")
    assert (second.text, second.source, second.doc) == ("Three.", "file", "2")


def test_other_brackets_stay_as_they_are() -> None:
    assert marked.parse("He [sic] said [a|b] so.").text == "He [sic] said [a|b] so."


def test_an_unknown_label_is_refused() -> None:
    with pytest.raises(ValueError, match="no label is called 'TOWN'"):
        marked.parse("[Minsk|TOWN] slept.")

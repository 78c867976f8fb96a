from __future__ import annotations

from tui.language.training.annotated import Annotated


def test_paragraphs_keep_their_names_and_what_is_ignored() -> None:
    text = "Head line\n\nKGB in Oslo.\nNord Stream leaks."
    ents = ((11, 14, "ORG"), (18, 22, "GPE"))
    head, first, second = Annotated(text, ents, "s", "d", ((24, 35),)).paragraphs()
    assert (head.text, head.ents) == ("Head line", ())
    assert [first.text[start:end] for start, end, _ in first.ents] == ["KGB", "Oslo"]
    assert [second.text[start:end] for start, end in second.ignore] == ["Nord Stream"]
    assert (second.source, second.doc) == ("s", "d")

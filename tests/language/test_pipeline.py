from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from tui.language.factories import ORDER
from tui.language.pipeline import Pipeline, load

TEXT = """\
Belarusian authorities resumed arrests

April 22, 2016 18:26

On February 21st KGB Chairman Vladimir Vakulchik met President Lukashenka of\u00a0Belarus in Minsk.
Vakulchik’s aides from the State Security Service of\u00a0Georgia came on Friday.
"""


@pytest.fixture(scope="module")
def rules() -> Pipeline:
    return load("rules")


def names(pipeline: Pipeline, text: str) -> list[tuple[str, str]]:
    return [(m.text, m.label) for m in pipeline.analyse(text).mentions]


def test_an_article_is_read(rules: Pipeline) -> None:
    analysis = rules.analyse(TEXT)
    assert [(m.text, m.label) for m in analysis.mentions] == [
        ("Belarusian", "NORP"),
        *(("KGB", "ORG"), ("Vladimir Vakulchik", "PERSON"), ("Lukashenka", "PERSON")),
        *(("Belarus", "GPE"), ("Minsk", "GPE"), ("Vakulchik", "PERSON")),
        ("State Security Service of\u00a0Georgia", "ORG"),
    ]
    assert [x.text for x in analysis.expressions][1:] == ["February 21st", "Friday"]
    assert analysis.sections[0].dateline == "2016-04-22T18:26"
    assert analysis.pipeline == rules.id
    assert all(TEXT[m.start : m.end] == m.text for m in analysis.mentions)
    assert all(TEXT[x.start : x.end] == x.text for x in analysis.expressions)


def test_the_source_line_names_an_outlet(rules: Pipeline) -> None:
    text = TEXT + "\nSource: Xyzzy in focus\n"
    assert ("Xyzzy in focus", "ORG") in names(rules, text)
    assert ("Xyzzy in\u00a0focus", "ORG") in names(rules, text.replace("in focus", "in\u00a0focus"))


def test_no_name_runs_over_a_line_break(rules: Pipeline) -> None:
    found = names(rules, "By Ivan\nSidorov\n\nTalks in Kenya\nAirways, Ministry\nof Defence")
    assert found == [("Sidorov", "PERSON"), ("Kenya", "GPE")]


@pytest.mark.parametrize("text", ["", "\n\n", " ", ".", "(((", "\ud800", "\x00\x1b", "a" * 5000])
def test_odd_texts_are_read(rules: Pipeline, text: str) -> None:
    assert rules.analyse(text).mentions == ()


def test_another_language_is_shown_without_false_names(rules: Pipeline) -> None:
    text = (
        "Президент Беларуси Александр Лукашенко встретился с Президентом России в Большом Зале "
        "Дворца Независимости, сообщила пресс-служба. Николай Статкевич остаётся под стражей."
    )
    analysis = rules.analyse(text)
    assert analysis.language == "ru"
    assert {m.text for m in analysis.mentions} == {"Александр Лукашенко", "Николай Статкевич"}


def test_german_is_not_highlighted_by_guess(rules: Pipeline) -> None:
    text = (
        "Der Präsident Ilham Musterfrau hat sich am Freitag mit der Kanzlerin in der Schönen Stadt "
        "nicht getroffen, und das Ministerium schwieg auch zu der Sache. Die Ukraine war dabei."
    )
    assert names(rules, text) == [("Ukraine", "GPE")]


def test_a_missing_pipeline_is_one_sentence_and_the_builtin_serves() -> None:
    pipeline = load("en_no_such_pipeline")
    assert "en_no_such_pipeline" in pipeline.problem
    assert "\n" not in pipeline.problem
    assert ("Kenya", "GPE") in names(pipeline, "The talks in Kenya failed.")


@Language.component("test_foreign_ner")
def foreign_ner(doc: Doc) -> Doc:
    """Finds what en_core_web pipelines find: with "the", "'s" and labels of its own."""
    spans = []
    for token in doc[:-2]:
        if token.text == "the" and doc[token.i + 1].text == "Xyzzy":
            spans.append(Span(doc, token.i, token.i + 3, "FAC"))
    doc.set_ents(spans)
    return doc


def test_a_foreign_pipeline_is_brought_to_our_conventions(tmp_path: Path) -> None:
    foreign = spacy.blank("en")
    foreign.add_pipe("test_foreign_ner")
    foreign.to_disk(tmp_path / "foreign")
    text = "Near the Xyzzy's gate Putin spoke."
    with_rules = load(str(tmp_path / "foreign"))
    assert not with_rules.problem
    assert names(with_rules, text) == [("Xyzzy", "LOC"), ("Putin", "PERSON")]
    assert names(load(str(tmp_path / "foreign"), rules=False), text) == [("Xyzzy", "LOC")]
    assert with_rules.id != load("rules").id


def test_beside_a_model_the_rules_do_not_guess(tmp_path: Path) -> None:
    text = "and then we saw Xyzzian Qwertin walk past the Xyzzy's house again"
    assert ("Xyzzian Qwertin", "PERSON") in names(load("rules"), text)
    foreign = spacy.blank("en")
    foreign.add_pipe("test_foreign_ner")
    foreign.to_disk(tmp_path / "foreign")
    pipeline = load(str(tmp_path / "foreign"))
    assert names(pipeline, text) == [("Xyzzy", "LOC")]
    assert names(pipeline, "and then we saw Xyzzian Qwertin walk") == []


def test_the_id_follows_the_registry(rules: Pipeline, tmp_path: Path) -> None:
    own = tmp_path / "own.tsv"
    own.write_text("org\tORG\tGrue Institute of Zork\n", encoding="utf-8")
    pipeline = load("rules", [str(own)])
    assert pipeline.id != rules.id
    assert (
        names(pipeline, "we asked Grue Institute of Zork today")[0][0] == "Grue Institute of Zork"
    )


def test_components_are_real_spacy_components() -> None:
    nlp = spacy.blank("en")
    for name in ORDER:
        nlp.add_pipe(name)
    doc = nlp("President Lukashenka left Minsk on Friday.")
    assert [(e.text, e.label_) for e in doc.ents] == [("Lukashenka", "PERSON"), ("Minsk", "GPE")]
    assert [(s.text, s.label_) for s in doc.spans["dates"]] == [("Friday", "DATE")]


def test_the_dates_component_works_among_others(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("briefs_dates")
    nlp.add_pipe("entity_ruler")
    nlp.to_disk(tmp_path / "nlp")
    doc = spacy.load(tmp_path / "nlp")("They met on May 26, 2021 in Riga.")
    assert [s.text for s in doc.spans["dates"]] == ["May 26, 2021"]


def test_the_factories_are_light_to_import() -> None:
    code = (
        "import sys, spacy.language; before = set(sys.modules); import tui.language.factories; "
        "new = {m for m in set(sys.modules) - before if m.startswith('tui')}; "
        "sys.exit(bool(new - {'tui', 'tui.language', 'tui.language.factories'}))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

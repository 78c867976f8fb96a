from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.language.training.annotated import Annotated
from tui.language.training.evaluation import Error, evaluate
from tui.language.training.scores import PLACE, Scores

GOLD = [(0, 5, "GPE"), (10, 15, "PERSON"), (20, 25, "LOC"), (30, 35, "ORG")]
FOUND = [(0, 5, "GPE"), (10, 15, "ORG"), (20, 25, "GPE"), (31, 35, "ORG"), (40, 45, "GPE")]


def test_figures_of_a_hand_made_case() -> None:
    scores = Scores()
    scores.add(GOLD, FOUND)
    assert (scores.strict.right, scores.strict.predicted, scores.strict.gold) == (1, 5, 4)
    assert scores.strict.f1 == pytest.approx(2 / 9)
    assert scores.span.right == 3
    assert scores.span.precision == pytest.approx(0.6)
    assert scores.labels["GPE"].precision == pytest.approx(1 / 3)
    assert scores.labels["GPE"].recall == 1
    assert scores.labels["PERSON"].f1 == 0


def test_places_are_one_label_where_asked() -> None:
    scores = Scores()
    scores.add(GOLD, FOUND, merge=PLACE, labels={"PLACE"})
    place = scores.labels["PLACE"]
    assert (place.right, place.predicted, place.gold) == (2, 3, 2)
    assert list(scores.labels) == ["PLACE"]


def test_a_prediction_in_an_ignored_stretch_does_not_count() -> None:
    scores = Scores()
    scores.add(GOLD, FOUND, ignore=[(44, 60), (0, 3)])
    assert (scores.strict.right, scores.strict.predicted) == (1, 4)


def test_nothing_at_all_scores_zero() -> None:
    assert Scores().strict.f1 == 0


spans = st.lists(
    st.tuples(st.integers(0, 50), st.integers(51, 60), st.sampled_from(["GPE", "ORG"])),
    unique=True,
)


@given(spans, spans)
def test_strict_is_never_better_than_span_on_disjoint_spans(
    gold: list[tuple[int, int, str]], found: list[tuple[int, int, str]]
) -> None:
    gold = list({one[:2]: one for one in gold}.values())
    found = list({one[:2]: one for one in found}.values())
    scores = Scores()
    scores.add(gold, found)
    assert scores.strict.f1 <= scores.span.f1 <= 1
    assert scores.strict.right == sum(one.right for one in scores.labels.values())


def test_evaluate_names_worst_texts_and_commonest_errors() -> None:
    good = Annotated("Minsk and Kyiv", ((0, 5, "GPE"), (10, 14, "GPE")), doc="good")
    bad = Annotated(
        "KGB in Minsk, KGB in Brest", ((0, 3, "ORG"), (7, 12, "GPE"), (14, 17, "ORG")), doc="bad"
    )
    answers = {
        good.text: [(0, 5, "GPE"), (10, 14, "GPE")],
        bad.text: [(0, 3, "GPE"), (7, 12, "GPE"), (14, 17, "GPE"), (21, 26, "GPE")],
    }
    result = evaluate([good, bad], answers.__getitem__)
    assert result.scores.strict.right == 3
    assert [name for name, _ in result.worst(5)] == ["bad"]
    assert result.errors.most_common(1) == [(Error("KGB", "ORG", "GPE"), 2)]
    assert result.errors[Error("Brest", None, "GPE")] == 1


def test_labels_that_the_gold_lacks_are_not_judged() -> None:
    item = Annotated("Zapad in Minsk", ((9, 14, "GPE"),))
    result = evaluate([item], lambda text: [(0, 5, "EVENT"), (9, 14, "GPE")])
    assert result.scores.strict.f1 == 1
    assert not result.errors

"""Every row of the rule table holds, and no rule can take more than linear time."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from tests.benchmarks.dates import check, inputs
from tui.dates import rule_table, tag
from tui.dates.gate import gate
from tui.dates.recogniser import recognise
from tui.dates.rule import expand
from tui.dates.rules import TABLE
from tui.dates.table import Row


@pytest.mark.parametrize("row", rule_table(), ids=lambda row: row.id)
def test_the_example_gives_what_the_table_says(row: Row) -> None:
    start, end = row.example.index("["), row.example.index("]") - 1
    text = row.example.replace("[", "").replace("]", "")
    found = [t for t in tag(text, row.reference) if t.start < end and start < t.end]
    assert [(t.start, t.end, t.rule, t.type, t.value) for t in found] == [
        (start, end, row.id, row.type, row.gives)
    ]


def test_every_rule_has_an_id_of_its_own() -> None:
    assert max(Counter(rule.id for rule in TABLE).values()) == 1
    assert all(re.fullmatch(r"[a-z]+\.[a-z0-9-]+", rule.id) for rule in TABLE)


UNBOUNDED = re.compile(r"(?<!\\)(?:[*+]|\{\d+,\})")


@pytest.mark.parametrize("rule", TABLE, ids=lambda rule: rule.id)
def test_no_rule_repeats_without_bound(rule: object) -> None:
    """What repeats a bounded number of times is tried so often at each place: linear."""
    pattern = rule.regex.pattern  # type: ignore[attr-defined]
    without_classes = re.sub(r"\[[^\]]*\]", "x", pattern)
    assert not UNBOUNDED.search(without_classes)


def test_nor_does_the_gate() -> None:
    assert not UNBOUNDED.search(re.sub(r"\[[^\]]*\]", "x", gate().pattern))


def test_blanks_of_a_pattern_match_up_to_three_blanks_and_no_line_end() -> None:
    pattern = re.compile(expand("early {month}"))
    assert pattern.fullmatch("early   may")
    assert not pattern.fullmatch("early\nmay")
    assert not pattern.fullmatch("early    may")


def test_random_and_mutated_inputs_raise_nothing_and_keep_their_offsets() -> None:
    found = [check(text, "2016-04-22" if n % 2 else None) for n, text in enumerate(inputs(1500, 7))]
    assert sum(found) > 1000


def test_the_work_grows_with_the_text_and_not_faster() -> None:
    """As many expressions in each tenth of a long text: nothing is scanned twice or given up."""
    text = "On May 5th, 2014 the talks of last week ended after three days. " * 300
    found = recognise(text)
    assert len(found) == 3 * 300

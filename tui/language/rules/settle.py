"""The one place where overlapping proposals are settled: surest first, then longest."""

from __future__ import annotations

from collections.abc import Iterable

from tui.model import Mention

SURE = 0.55
"""From this strength on length decides; below it a proposal only fills gaps."""


def settle(proposals: Iterable[Mention]) -> list[Mention]:
    """The proposals that stand, in order of place, no two overlapping.

    Among sure proposals the longest wins, then the strongest; unsure ones take what is left.
    """
    ranked = sorted(
        proposals,
        key=lambda m: (m.strength < SURE, m.start - m.end, -m.strength, m.start, m.rule, m.label),
    )
    taken = bytearray(max((m.end for m in ranked), default=0))
    kept = []
    for mention in ranked:
        start, end = mention.start, mention.end
        if taken.find(1, start, end) < 0:
            taken[start:end] = b"\1" * (end - start)
            kept.append(mention)
    return sorted(kept, key=lambda m: m.start)

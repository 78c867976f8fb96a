"""A match with its surroundings, and the ways of looking at them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True)
class Place:
    """A match and what surrounds it."""

    match: re.Match[str]
    text: str
    before: str
    after: str

    def __getitem__(self, group: str) -> str:
        return self.match.groupdict().get(group) or ""

    def capital(self, group: str | int) -> bool:
        """Whether the group begins with a capital in the text as written."""
        return self.text[self.match.start(group)].isupper()

    @property
    def name_follows(self) -> bool:
        """Whether a capitalised word follows at once."""
        following = self.text[self.match.end() : self.match.end() + 2]
        return following[:1] == " " and following[1:].isupper()

    def follows(self, words_before: str) -> bool:
        """Whether the match follows words of this pattern."""
        return _compiled(rf"(?:{words_before})$").search(self.before) is not None

    def precedes(self, words_after: str) -> bool:
        """Whether words of this pattern come right behind the match."""
        return _compiled(words_after).match(self.after) is not None


_compiled = cache(re.compile)  # when first asked: the desk resolves and never recognises

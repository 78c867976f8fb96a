"""Datelines: "MIERCUREA CIUC, Romania (Agerpres) --" names a town and who reports from it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.language.rules.page import Page
from tui.model import Mention

TOWN = r"[A-ZÀ-ŽŠŽĐ][A-ZÀ-ŽŠŽĐ'’.-]+(?: [A-ZÀ-ŽŠŽĐ][A-ZÀ-ŽŠŽĐ'’.-]+){0,2}"
DASH = r"(?:--|—|–|-)(?= |$)"
WHERE = r"(?:, [A-Z][^\W\d]+(?: [A-Z][^\W\d]+)?)?"
WHEN = r"(?:, (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?)?"
WHO = r"(?: ?\(([^()\n]{2,40})\))?"

DATELINE = re.compile(rf"^({TOWN}){WHERE}{WHEN}{WHO}{WHEN} ?{DASH}", re.MULTILINE)
"""A town in capitals, perhaps its country, a day and an agency in brackets, then a dash."""

SHORTEST = 2
"""Letters that are no town yet: PS -- there is more."""

REPORTER = re.compile(r"(?:[A-ZÀ-Ž][\w.-]+(?: [A-Z][\w.-]+){0,2}|\w+\.(?:com|kg|net|org|info))$")


def datelines(page: Page) -> Iterator[Mention]:
    """The towns and agencies of all datelines."""
    for match in DATELINE.finditer(page.text):
        town = match.group(1)
        known = page.registry.exact(town) or page.registry.exact(town.title())
        words = town.split()
        ordinary = "OF" in words or all(page.common(word) for word in words)
        if len(town) > SHORTEST and not ordinary and not any(name.label != "GPE" for name in known):
            yield page.mention(*match.span(1), "GPE", "dateline", 0.85)
        if match.group(2) and REPORTER.fullmatch(match.group(2)):
            yield page.mention(*match.span(2), "ORG", "dateline", 0.85)

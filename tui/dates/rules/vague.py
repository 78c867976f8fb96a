"""Rules for what only points to present, past or future."""

from __future__ import annotations

from tui.dates.rule import Rule

RULES = (
    Rule(
        "reference.present",
        "DATE",
        "ref",
        r"(?:right |just )?now|nowadays|currently|presently|at present|"
        r"at the moment|at this time|at the present time|the present(?: "
        r"day)?|present day|(?:the )?modern day|these days|to date|"
        r"the time being",
        "The two sides are [currently] talking.",
        "PRESENT_REF",
        fixed={"value": "PRESENT_REF"},
    ),
    Rule(
        "reference.past",
        "DATE",
        "ref",
        r"(?:(?:most|more|very|just|only) )?recently|lately|the (?:recent "
        r"|not-too-distant |distant )?past|in recent times|once upon "
        r"a time|long ago|some time ago|a while ago|a long time ago",
        "The regime has [recently] softened.",
        "PAST_REF",
        fixed={"value": "PAST_REF"},
    ),
    Rule(
        "reference.recent-units",
        "DATE",
        "ref",
        r"(?:more |most )?recent(?: (?:days|weeks|months|years|decades|times))?",
        "It grew fast in [recent years].",
        "PAST_REF",
        fixed={"value": "PAST_REF"},
    ),
    Rule(
        "reference.future",
        "DATE",
        "ref",
        r"(?:the )?(?:near|foreseeable|not-too-distant|not too distant|"
        r"immediate|distant|near-term) future|the future|the (?:near|"
        r"short|long) term",
        "No progress is likely in [the near future].",
        "FUTURE_REF",
        fixed={"value": "FUTURE_REF"},
    ),
)

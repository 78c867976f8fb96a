"""An analysis as JSON: what the language worker writes and the desk and the caches read.

Pure, so that a program that never loads spaCy can read what one that does has written.
"""

from __future__ import annotations

from typing import Any

from tui.model import Analysis, Document, Expression, Mention, Section


def encode(analysis: Analysis) -> Document:
    """The analysis as a JSON object; what resolution adds to mentions is left out."""
    return {
        "pipeline": analysis.pipeline,
        "language": analysis.language,
        "sections": [
            {"start": s.start, "end": s.end, "kind": s.kind, "dateline": s.dateline}
            for s in analysis.sections
        ],
        "entities": [
            {
                **{"start": m.start, "end": m.end, "text": m.text, "label": m.label},
                **{"rule": m.rule, "strength": m.strength},
            }
            for m in analysis.mentions
        ],
        "dates": [
            {
                **{"start": x.start, "end": x.end, "text": x.text, "type": x.type},
                **{"rule": x.rule, "parts": dict(x.parts)},
            }
            for x in analysis.expressions
        ],
    }


def decode(data: Document) -> Analysis:
    """The analysis that :func:`encode` wrote; raises KeyError or TypeError for anything else."""

    def each(key: str) -> list[dict[str, Any]]:
        return list(data[key])

    return Analysis(
        sections=tuple(
            Section(s["start"], s["end"], s["kind"], s["dateline"]) for s in each("sections")
        ),
        mentions=tuple(
            Mention(m["start"], m["end"], m["text"], m["label"], m["rule"], m["strength"])
            for m in each("entities")
        ),
        expressions=tuple(
            Expression(x["start"], x["end"], x["text"], x["type"], x["rule"], x["parts"])
            for x in each("dates")
        ),
        pipeline=data["pipeline"],
        language=data["language"],
    )

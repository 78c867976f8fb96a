"""What can go wrong in what the user makes, in sentences for people."""

from __future__ import annotations


class AnnotationError(Exception):
    """Something the user asked for cannot be; the message says what and why."""

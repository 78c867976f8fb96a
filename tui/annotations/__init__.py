"""What the user makes: annotations, tags, triage decisions, corrections."""

from tui.annotations.corrections import MAIN, Correction, Corrections, Own, section_key
from tui.annotations.errors import AnnotationError
from tui.annotations.notebook import Notebook
from tui.annotations.selectors import Located, locate, make_selector
from tui.annotations.tags import tag_key, tag_name

__all__ = [
    "MAIN",
    "AnnotationError",
    "Correction",
    "Corrections",
    "Located",
    "Notebook",
    "Own",
    "locate",
    "make_selector",
    "section_key",
    "tag_key",
    "tag_name",
]

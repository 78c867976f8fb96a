"""Text as it comes: decoding, stand-ins for control characters, sentences, outline; all pure.

Offsets are code points into the text as given, end exclusive.
"""

from tui.text.decoding import TextError, decode, normalise
from tui.text.outlines import Outline, outline
from tui.text.segments import paragraphs, sentences, words
from tui.text.stamps import read_stamp
from tui.text.standins import one_line, visible

__all__ = [
    "Outline",
    "TextError",
    "decode",
    "normalise",
    "one_line",
    "outline",
    "paragraphs",
    "read_stamp",
    "sentences",
    "visible",
    "words",
]

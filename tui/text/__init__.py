"""Decoding, control-character stand-ins, sentences, sections and datelines; pure."""

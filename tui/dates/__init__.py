"""Temporal expressions: recognise, classify, resolve, judge; pure."""

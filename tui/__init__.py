"""A reading desk in the terminal for people who follow politics through short articles."""

__version__ = "0.1.0"

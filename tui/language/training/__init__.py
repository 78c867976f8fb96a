"""Training and measuring the project's own tagger; never needed to use it."""

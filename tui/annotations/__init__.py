"""What the user makes: annotations, tags, triage decisions, corrections."""

"""Who is considered."""

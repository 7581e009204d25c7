"""O1: courses and what was completed."""

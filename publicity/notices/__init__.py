"""N1: announced lists, from draft to concluded."""

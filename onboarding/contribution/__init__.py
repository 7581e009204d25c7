"""N4: indicators and what was measured."""

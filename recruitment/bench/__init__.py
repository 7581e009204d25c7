"""Measurements: many applications quickly, and a table of speed that anyone can print."""

"""Composite, ranking, nomination and reserve."""

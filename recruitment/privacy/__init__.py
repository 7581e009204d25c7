"""Notices, consents, retention, export, erasure."""

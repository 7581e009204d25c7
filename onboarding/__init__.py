"""From name to contribution."""

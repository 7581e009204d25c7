"""The policy parameters: value, legal floor, source, verified or not."""

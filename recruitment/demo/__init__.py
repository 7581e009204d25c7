"""The demonstration: a believable programme, deterministic from a seed, dated relative to today."""

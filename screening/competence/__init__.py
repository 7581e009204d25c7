"""S2: papers, sittings, answers, blind marking."""
